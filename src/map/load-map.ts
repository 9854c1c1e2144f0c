/**
 * Fetches the map's chunks, again if need be. Engines differ after a failed import: Chromium and WebKit ask
 * the network again, Firefox remembers the failure for the life of the page, except at another address. So a
 * second failure is followed by a query, unless the page vouches for each file by an import map with
 * `integrity`: an address that is not in it would be run unchecked.
 */
import type { paintBasemap } from './basemap.js';
import type { MapOptions, MapPort } from './map-port.js';

export type CreateMap = (options: MapOptions) => MapPort;

type Importer<Module> = () => Promise<Module>;

let attempts = 0;

const checksFiles = (): boolean => [...document.querySelectorAll<HTMLScriptElement>('script[type=importmap]')].some(({ text }) => text.includes('"integrity"'));

/** Chromium and Firefox name the address in their message. */
function addressOf(error: unknown): string | undefined {
  const address = /https?:\S+/.exec(String(error))?.[0];
  return address && new URL(address).origin === new URL(import.meta.url).origin && !checksFiles() ? address : undefined;
}

/** Imports; on a later attempt in every way that any engine needs. */
export async function importAgain<Module>(load: Importer<Module>, again: boolean): Promise<Module> {
  if (!again) return load();
  try {
    return await load();
  } catch (error) {
    const address = addressOf(error);
    return address ? ((await import(/* @vite-ignore */ `${address}?again=${++attempts}`)) as Module) : load();
  }
}

/**
 * The map's chunk, and at once with it the outlines, unless the page has tiles: then they follow only if the
 * tiles do not come. Without them there is still a map.
 */
export async function loadMap(again: boolean, withTiles: boolean): Promise<CreateMap> {
  const loadBasemap = (): Promise<typeof paintBasemap | null> =>
    importAgain(() => import('./basemap.js'), again).then(
      ({ paintBasemap }) => paintBasemap,
      () => null,
    );
  const ahead = withTiles ? null : loadBasemap();
  const { createMap } = await importAgain(() => import('./leaflet-map.js'), again);
  return (options) => createMap(options, () => ahead ?? loadBasemap());
}
