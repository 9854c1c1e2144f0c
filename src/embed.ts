/**
 * What the scripts of a script tag share (`cez.js` and `sites/*.js`): the settings on the tag itself, the
 * import of a widget, and its data request beside that import. Imports nothing of the library, for an
 * import would have to arrive before the first widget could be asked for; what it says to the widgets it
 * writes into the page's registry (core/registry.ts). Shadow roots of others are not looked into.
 */
type Setting = 'api' | 'brand' | 'lang' | 'tiles' | 'attribution';
type Defaults = { [Name in Setting]?: string };
interface Registry {
  defaults?: Defaults;
  listeners?: Set<() => void>;
}

const KEY = Symbol.for('bg.cez.widgets');
const shared = ((globalThis as { [KEY]?: Registry | undefined })[KEY] ??= {});
const defaults: Defaults = (shared.defaults ??= {});
/** Pages at least this wide show the finder's map beside its list. */
const TWO_PANES = '(min-width: 60em)';
/** The list's code and data have the line to themselves for so long: on a slow one the map would keep them waiting. */
const LIST_FIRST_MS = 300;
/** Tags that know opening hours, which share a chunk of their own as those with a form do. */
const CENTER_TAGS = /^(center-finder|hours-card|contacts)$/;
/** Tags with neither. */
const PLAIN_TAGS = /^(config|notice|outages|services)$/;
/** Tags that look for places and have a map. */
const MAP_TAGS = /^(center-finder|outages)$/;
/** Tags with a form that is kept until it is answered. */
const SUBMITTING_TAGS = /^(reading|einvoice)-form$/;
/** Tags whose import was started; false after it failed, until it is started anew. */
const asked = new Map<string, boolean>();

/** Takes `preset` and the `data-*` of the script with this address as the page's defaults; `data-*` win. */
export function adoptSettings(scriptUrl: string, preset?: Defaults): void {
  Object.assign(defaults, preset);
  for (const script of document.scripts) if (script.src === scriptUrl) Object.assign(defaults, script.dataset);
  shared.listeners?.forEach((tell) => tell());
}

/** Puts a hint into the page unless it stands there already. */
function hint(rel: 'preload' | 'modulepreload', href: string, media = ''): void {
  const link = document.createElement('link');
  link.rel = rel;
  if (rel === 'preload') link.as = 'fetch';
  link.crossOrigin = '';
  link.referrerPolicy = 'no-referrer';
  link.media = media;
  // What comes with a condition is the map.
  if (media) link.fetchPriority = 'low';
  link.href = href;
  for (const other of document.querySelectorAll<HTMLLinkElement>(`link[rel=${rel}]`)) if (other.href === link.href) return;
  // Neither in head nor in body: Turbo brings back what it has seen there, and the request with it.
  document.documentElement.append(link);
}

/**
 * Starts the requests of an element that is not defined yet: for its data, to the letter as the element will make it,
 * and for the map where there is room for it beside the list. `root` is the folder of `cez.js`.
 */
export function hintRequests(element: Element, root: URL): void {
  const tag = element.localName;
  const setting = (name: Setting): string | null | undefined =>
    element.getAttribute(name) ?? element.closest(`cez-config[${name}]`)?.getAttribute(name) ?? defaults[name];
  const api = setting('api')?.replace(/\/+$/, '');
  // Of the contract's shape, so that it stands in an address as it is.
  const id = element.getAttribute('center-id')?.match(/^[\w.-]+$/)?.[0];
  if (customElements.get(tag)) return;
  if (element.matches('cez-center-finder:not([map=press],[map=none])')) {
    setTimeout(() => {
      for (const chunk of ['map', setting('tiles') ? 'leaflet-tiles' : 'basemap']) hint('modulepreload', `${root.href}chunks/${chunk}.js`, TWO_PANES);
    }, LIST_FIRST_MS);
  }
  if (!api || ['centers', 'center', 'notices', 'contacts', 'outages'].some((data) => data in element)) return;
  const brand = setting('brand') === 'cez-rp' ? 'cez-rp' : 'cez-bg';
  if (tag === 'cez-center-finder') hint('preload', `${api}/centers?brand=${brand}`);
  if (tag === 'cez-notice') hint('preload', `${api}/notices?brand=${brand}`);
  if (tag === 'cez-contacts') hint('preload', `${api}/contacts`);
  if (tag === 'cez-outages') hint('preload', `${api}/outages`);
  if (tag === 'cez-reading-form') hint('preload', `${api}/reading-window`);
  if (tag === 'cez-hours-card' && id) hint('preload', `${api}/centers/${id}`);
  if (tag === 'cez-center-finder' || (tag === 'cez-hours-card' && id)) hint('preload', `${api}/occupancy`);
}

/** The shared chunks of a tag, to be asked for beside it: it could name them only once it has arrived. */
export const chunksOf = (name: string): string[] => ['core', ...(CENTER_TAGS.test(name) ? ['centers'] : PLAIN_TAGS.test(name) ? [] : ['forms']), ...(MAP_TAGS.test(name) ? ['places'] : []), ...(SUBMITTING_TAGS.test(name) ? ['submissions'] : [])];

/** Imports a widget once; after a failure the next call tries again. `root` is the folder of `cez.js`. */
export async function load(name: string, root: URL): Promise<void> {
  const before = asked.get(name);
  if (before) return;
  asked.set(name, true);
  for (const chunk of chunksOf(name)) hint('modulepreload', `${root.href}chunks/${chunk}.js`);
  try {
    await import(`${root.href}widgets/${name}.js`);
  } catch (error) {
    asked.set(name, false);
    if (before !== false) console.warn(`<cez-${name}> did not load; its content stays as it is.`, error);
  }
}
