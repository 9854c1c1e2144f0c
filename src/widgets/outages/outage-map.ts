/**
 * The map beside the list: hands it the outages that the list shows, fetches their areas once it is there, and
 * offers it again where it did not come. Adds nothing that the list does not say.
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ResourceController } from '../../core/resource-controller.js';
import { importAgain, loadMap } from '../../map/load-map.js';
import { MapController, type MapMode } from '../../map/map-controller.js';
import type { MapArea, MapPoint, MapPort, MapTexts, MarkerTone } from '../../map/map-port.js';
import { readAreas, type OutageArea } from '../../model/outage-areas.js';
import { statusAt, type Outage } from '../../model/outage.js';
import { whereText, type OutageWords } from './outage-words.js';

interface Options {
  mode(): MapMode;
  container(): HTMLElement | null;
  /** False until the list has its first content. */
  mayLoad(): boolean;
  /** Null where a page hands in the outages. */
  areasUrl(): string | null;
  setting(name: 'tiles' | 'attribution'): string | null;
  words(): OutageWords;
  /** What the list shows; another array whenever that is something else. */
  outages(): readonly Outage[];
  /** ms */
  now(): number;
  chosen(): string | null;
  onSelect(id: string): void;
}

const loadOutageMap: typeof loadMap = async (again, withTiles) => {
  const [createMap, { AreaLayer, outageSigns }] = await Promise.all([loadMap(again, withTiles), importAgain(() => import('../../map/outage-layer.js'), again)]);
  return (options) => createMap({ ...options, signs: outageSigns, underlay: new AreaLayer() });
};

export class OutageMap implements ReactiveController {
  readonly #options: Options;
  readonly #map: MapController;
  readonly #areas: ResourceController<OutageArea[]>;
  #shown: readonly unknown[] = [];
  #drawnFor = '';

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#options = options;
    host.addController(this);
    this.#map = new MapController(host, {
      mode: () => options.mode(),
      container: () => options.container(),
      mayLoad: () => options.mayLoad(),
      settings: () => ({
        tiles: options.setting('tiles'),
        attribution: options.setting('attribution'),
        texts: this.#texts(),
        townName: (name) => options.words().place(name),
        onSelect: (id) => options.onSelect(id),
      }),
      onReady: () => (this.#shown = []),
      load: loadOutageMap,
    });
    this.#areas = new ResourceController<OutageArea[]>(host, { url: () => (this.#map.map ? options.areasUrl() : null), read: readAreas, silent: true });
  }

  hostConnected(): void {
    this.#shown = [];
  }

  render(): TemplateResult {
    const words = this.#options.words();
    const { state } = this.#map;
    const button = state === 'failed' ? 'retry' : state === 'idle' && this.#options.mode() === 'press' ? 'loadMap' : null;
    return html`<div class="map" part="map">
        <div class="canvas"></div>
        ${button
          ? html`<div class="offer">
              ${state === 'failed' ? html`<p>${words.t('outageMapFailed')}</p>` : nothing}
              <button type="button" part="action" @click=${() => this.#map.request()}>${words.t(button)}</button>
            </div>`
          : nothing}
      </div>
      ${state === 'ready' ? html`<p class="small muted">${words.t('mapSigns')}</p>` : nothing}`;
  }

  /** After the list's own frame. */
  hostUpdated(): void {
    const { map } = this.#map;
    if (!map) return;
    const { words, setting, outages, chosen } = this.#options;
    const drawnFor = [words().language, setting('tiles'), setting('attribution')].join();
    if (this.#shown.length && this.#drawnFor !== drawnFor) return this.#map.restart();
    const shown = [outages(), this.#areas.value];
    if (shown.some((part, index) => part !== this.#shown[index])) {
      this.#drawnFor = drawnFor;
      this.#shown = shown;
      this.#draw(map);
    }
    map.select(chosen());
  }

  #draw(map: MapPort): void {
    const outages = this.#options.outages();
    const areas = this.#areas.value;
    const tones = new Map(outages.map((outage) => [outage.id, this.#toneOf(outage)]));
    map.show(outages.flatMap((outage) => this.#pointOf(outage)));
    // What is over has no area any more.
    map.outline((areas ?? []).flatMap((area): MapArea[] => {
      const tone = tones.get(area.id);
      return tone && tone !== 'restored' ? [{ ...area, tone }] : [];
    }));
    const known = new Set(areas?.map(({ id }) => id));
    if (areas && !this.#areas.loading && outages.some(({ id, updatedAt }) => updatedAt > this.#areas.loadedAt && !known.has(id))) void this.#areas.reload();
  }

  #pointOf(outage: Outage): MapPoint[] {
    const { id, position } = outage;
    return position ? [{ id, ...position, label: whereText(this.#options.words(), outage), tone: this.#toneOf(outage) }] : [];
  }

  #toneOf(outage: Outage): MarkerTone {
    if (statusAt(outage, this.#options.now()) === 'restored') return 'restored';
    return outage.kind === 'unplanned' ? 'fault' : outage.kind;
  }

  #texts(): MapTexts {
    const words = this.#options.words();
    return {
      map: words.t('outageMapLabel'),
      zoomIn: words.t('zoomIn'),
      zoomOut: words.t('zoomOut'),
      twoFingers: words.t('twoFingers'),
      ctrlWheel: words.t('ctrlWheel'),
      basemapCredit: words.t('basemapCredit'),
    };
  }
}
