/**
 * When the map is fetched, and how long it lives: made when its container is there and wanted, gone when the
 * host leaves the page or the container is another one, made anew when it comes back. Knows neither what the
 * map shows nor which library draws it.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadMap } from './load-map.js';
import type { MapOptions, MapPort } from './map-port.js';

/** `auto`: loads when seen; `press`: when asked; `none`: never. */
export type MapMode = 'auto' | 'press' | 'none';
export type MapState = 'idle' | 'loading' | 'ready' | 'failed';

export interface MapControllerOptions {
  mode(): MapMode;
  /** The map's place in the host's tree, empty and of a definite size; null while there is none. */
  container(): HTMLElement | null;
  /** False until the list has its first content: the map must not delay it. */
  mayLoad(): boolean;
  /** Asked when the map is made. */
  settings(): Omit<MapOptions, 'container'>;
  /** The map is there, new and empty. */
  onReady(map: MapPort): void;
  load?: typeof loadMap;
}

/** The map is fetched while it is still this far below the visible part of the page. */
const MARGIN = '400px';

export class MapController implements ReactiveController {
  state: MapState = 'idle';
  map: MapPort | null = null;

  readonly #host: ReactiveControllerHost;
  readonly #options: MapControllerOptions;
  #container: HTMLElement | null = null;
  #watched: HTMLElement | null = null;
  #asked = false;
  #failed = false;
  #sight: IntersectionObserver | null = null;
  #size: ResizeObserver | null = null;
  /** Changes with every loading and leaving, so that a late chunk makes no map. */
  #turn = 0;

  constructor(host: ReactiveControllerHost, options: MapControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Loads now, whatever the mode: the press of the button, and the further try after a failure. */
  request(): void {
    this.#asked = true;
    if (this.state === 'failed') this.state = 'idle';
    this.#host.requestUpdate();
  }

  /** Makes the map anew, with settings that have changed. */
  restart(): void {
    if (this.state !== 'ready') return;
    this.#leave();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const container = this.#options.mode() === 'none' ? null : this.#options.container();
    if (container !== this.#container) this.#leave();
    this.#container = container;
    if (!container || this.state !== 'idle' || !this.#options.mayLoad()) return;
    if (this.#asked) void this.#load(container);
    else if (this.#options.mode() === 'auto') this.#watch(container);
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #watch(container: HTMLElement): void {
    if (this.#watched === container) return;
    this.#sight?.disconnect();
    this.#watched = container;
    this.#sight = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting) && this.state === 'idle') void this.#load(container);
      },
      { rootMargin: MARGIN },
    );
    this.#sight.observe(container);
  }

  async #load(container: HTMLElement): Promise<void> {
    const turn = ++this.#turn;
    this.#become('loading');
    try {
      const { load = loadMap, settings } = this.#options;
      const createMap = await load(this.#failed, settings().tiles !== null);
      if (turn !== this.#turn) return;
      this.map = createMap({ ...settings(), container });
      this.#size = new ResizeObserver(() => this.map?.resize());
      this.#size.observe(container);
      this.#failed = false;
      this.#sight?.disconnect();
      this.#options.onReady(this.map);
      this.#become('ready');
    } catch {
      if (turn !== this.#turn) return;
      this.#failed = true;
      this.#leave();
      this.#become('failed');
    }
  }

  #leave(): void {
    this.#turn++;
    this.#sight?.disconnect();
    this.#size?.disconnect();
    this.#watched = null;
    this.map?.destroy();
    this.map = null;
    this.state = 'idle';
  }

  #become(state: MapState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
