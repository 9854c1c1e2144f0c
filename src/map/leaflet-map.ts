/**
 * The map, on Leaflet's moving view and gestures; only this file and leaflet-tiles.ts know Leaflet. Markers,
 * basemap, buttons and credits are our own, so that none of Leaflet's classes that write HTML are on board. The page keeps its
 * scroll: one finger and the plain wheel pass over the map, two fingers and Ctrl with the wheel move it.
 */
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- ambient declarations export nothing to import
/// <reference path="./leaflet-src.d.ts" />
import { LatLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
import { Point } from 'leaflet/src/geometry/Point.js';
import { off } from 'leaflet/src/dom/DomEvent.js';
import { setPosition, setTransform } from 'leaflet/src/dom/DomUtil.js';
import { Draggable } from 'leaflet/src/dom/Draggable.js';
import { Map as LeafletMap } from 'leaflet/src/map/Map.js';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import { Keyboard } from 'leaflet/src/map/handler/Map.Keyboard.js';
import { ScrollWheelZoom } from 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import { TouchZoom } from 'leaflet/src/map/handler/Map.TouchZoom.js';
import type { paintBasemap } from './basemap.js';
import { readLook, worldX, worldY, type CanvasView } from './canvas-view.js';
import type { MapArea, MapOptions, MapPoint, MapPort, MapPosition } from './map-port.js';
import { mapStyles } from './map.styles.js';
import { MarkerLayer } from './marker-layer.js';

/** Fetches what draws the outlines; null where it cannot be had. */
export type LoadBasemap = () => Promise<typeof paintBasemap | null>;

const BULGARIA: [[number, number], [number, number]] = [[41.2, 22.3], [44.25, 28.65]];
/** How far from a marker's middle a press still counts, CSS pixels: a fingertip is wider than a pointer. */
const REACH = { mouse: 14, touch: 24 };
const HINT_MS = 1500;
/** Tiles show streets; the outlines have nothing more to say beyond the scale of a town. */
const CLOSEST = { tiles: 18, outlines: 12 };
const CLOSEST_FIT = { tiles: 15, outlines: 10 };

// Layers are tiles, and come later if at all.
LeafletMap.include({ _addLayers: () => {} });

const drag = Draggable.prototype._onDown;
Draggable.include({
  _onDown(this: Draggable, event: MouseEvent | TouchEvent) {
    if (!('touches' in event)) drag.call(this, event);
  },
});

const zoomByWheel = ScrollWheelZoom.prototype._onWheelScroll;
ScrollWheelZoom.include({
  _onWheelScroll(this: ScrollWheelZoom, event: WheelEvent) {
    if (event.ctrlKey || event.metaKey) zoomByWheel.call(this, event);
  },
});

// Leaflet's own scrolls the page there and back.
Keyboard.include({
  _onMouseDown(this: Keyboard) {
    if (!this._focused) this._map._container.focus({ preventScroll: true });
  },
});

// Leaflet's own leaves these behind when the map goes while two fingers rest on it.
const leaveTouch = TouchZoom.prototype.removeHooks;
TouchZoom.include({
  removeHooks(this: TouchZoom) {
    leaveTouch.call(this);
    off(document, 'touchmove', this._onTouchMove, this);
    off(document, 'touchend touchcancel', this._onTouchEnd, this);
  },
});

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, parent: Element): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  parent.append(made);
  return made;
}

// Not Lit's own sheet, which there is none of on pages where MooTools has replaced `Document`.
const sheet = new CSSStyleSheet();
sheet.replaceSync(mapStyles.cssText);

function adoptStyles(container: HTMLElement): void {
  const root = container.getRootNode() as Document | ShadowRoot;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

class LeafletPort implements MapPort {
  readonly #options: MapOptions;
  readonly #loadBasemap: LoadBasemap;
  readonly #frame: HTMLElement;
  readonly #root: HTMLElement;
  readonly #map: LeafletMap;
  readonly #outlines: HTMLCanvasElement;
  readonly #signs: HTMLCanvasElement;
  readonly #pin: HTMLElement;
  readonly #hint: HTMLElement;
  readonly #credits: HTMLElement;
  readonly #zoomButtons: HTMLButtonElement[];
  readonly #markers;
  readonly #contrast = matchMedia('(forced-colors: active)');

  #look;
  #basemap: Promise<void> | null = null;
  #paintBasemap: typeof paintBasemap | null = null;
  #points: readonly MapPoint[] = [];
  #next: Iterable<MapPoint> | null = null;
  /** What to do with the view as soon as the points have come. */
  #afterLoad: (() => void) | null = null;
  #selected: string | null = null;
  #pinned: MapPoint | undefined;
  #tiled = false;
  #shown = false;
  #fitted = false;
  #toldWheel = false;
  /** Where the canvases' upper left corner lies, for the zoom animation. */
  #corner = { lat: 0, lng: 0 };
  #paintedZoom = 0;
  #animationFrame = 0;
  #loadTimer = 0;
  #hintTimer = 0;

  constructor(options: MapOptions, loadBasemap: LoadBasemap) {
    this.#options = options;
    this.#markers = new MarkerLayer(options.signs);
    this.#loadBasemap = loadBasemap;
    const { container, texts, tiles, attribution } = options;
    adoptStyles(container);
    const frame = (this.#frame = element('div', 'map-frame', container));
    const root = (this.#root = element('div', 'map-root', frame));
    root.role = 'region';
    root.ariaLabel = texts.map;
    this.#zoomButtons = this.#makeZoomButtons();
    this.#hint = element('p', 'map-hint', frame);
    this.#hint.ariaHidden = 'true';
    this.#credits = element('p', 'map-credits', frame);
    this.#credits.textContent = attribution;
    this.#look = readLook(frame);

    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const map = (this.#map = new LeafletMap(root, {
      maxBoundsViscosity: 1,
      minZoom: 5,
      maxZoom: tiles ? CLOSEST.tiles : CLOSEST.outlines,
      zoomSnap: tiles ? 1 : 0.25,
      zoomAnimation: !still,
      fadeAnimation: false,
      inertia: false,
      bounceAtZoomLimits: false,
      trackResize: false,
    }));
    const panBy = map.panBy;
    map.panBy = (offset, pan) => panBy.call(map, offset, { animate: !still, duration: 0.15, ...pan });
    this.#outlines = element('canvas', 'leaflet-zoom-animated', map.createPane('outlines'));
    this.#signs = element('canvas', 'leaflet-zoom-animated', map.getPane('overlayPane'));
    this.#pin = element('div', 'map-pin leaflet-zoom-animated', map.getPane('markerPane'));
    this.#pin.ariaHidden = 'true';
    element('span', '', this.#pin);
    this.#pin.hidden = true;

    map.on('move', this.#paint);
    map.on('zoomend', this.#onZoomEnd);
    map.on('zoomanim', this.#onZoomAnimation);
    map.on('click', this.#onClick);
    map.on('mousemove', this.#onMouseMove);
    root.addEventListener('touchmove', this.#onTouchMove, { passive: true });
    root.addEventListener('wheel', this.#onWheel, { passive: true });
    // No event tells that a colour has become another one, except the end of its transition.
    element('span', 'map-watch', frame).addEventListener('transitionend', this.#onColors);
    this.#contrast.addEventListener('change', this.#onColors);

    this.#fitTo(new LatLngBounds(...BULGARIA), false);
    if (!tiles) this.#drawOutlines();
  }

  show(points: Iterable<MapPoint>): void {
    // The list answers first: its frame is painted before any work is done here.
    if (!this.#next)
      this.#animationFrame = requestAnimationFrame(() => {
        this.#loadTimer = window.setTimeout(this.#load);
      });
    this.#next = points;
  }

  outline(areas: readonly MapArea[]): void {
    const toWorld = (degrees: number, index: number): number => (index % 2 ? worldY(degrees) : worldX(degrees));
    this.#options.underlay?.load(areas.map((area) => ({ ...area, rings: area.rings.map((ring) => ring.map(toWorld)) })));
    this.#whenLoaded(() => this.#paint());
  }

  select(id: string | null): void {
    if (id === this.#selected) return;
    this.#selected = id;
    this.#whenLoaded(() => {
      this.#placePin();
      if (this.#pinned) this.#map.panInside(this.#pinned, { padding: [48, 64] });
    });
  }

  locate(position: MapPosition | null): void {
    this.#markers.locate(position);
    this.#whenLoaded(() => {
      if (position && this.#map.options.maxBounds?.contains(position)) this.#fitTo(this.#around(position));
    });
  }

  fit(): void {
    this.#whenLoaded(() => this.#fitPoints());
  }

  resize(): void {
    this.#look = readLook(this.#frame);
    this.#map.invalidateSize({ pan: true });
    if (!this.#fitted) this.#fitPoints();
    this.#paint();
  }

  destroy(): void {
    cancelAnimationFrame(this.#animationFrame);
    clearTimeout(this.#loadTimer);
    clearTimeout(this.#hintTimer);
    this.#contrast.removeEventListener('change', this.#onColors);
    this.#map._animatingZoom = false; // or Leaflet's timer moves a map that is gone
    this.#map.remove();
    this.#frame.remove();
  }

  #load = (): void => {
    const first = !this.#shown;
    this.#shown = true;
    this.#points = [...this.#next!].filter(({ lat, lng }) => Number.isFinite(lat) && Number.isFinite(lng));
    this.#markers.load(this.#points);
    this.#map.options.maxBounds = this.#bounds(new LatLngBounds(...BULGARIA)).pad(0.25);
    this.#placePin();
    if (first) this.#fitPoints(false);
    this.#addTiles();
    this.#afterLoad?.();
    this.#afterLoad = this.#next = null;
    this.#paint();
  };

  /** Does its job, and paints once it is done. */
  #whenLoaded(job: () => void): void {
    const before = this.#afterLoad;
    if (!this.#next) {
      job();
      this.#paint();
    } else
      this.#afterLoad = () => {
        before?.();
        job();
      };
  }

  /** After the data, which must not share the line with them. */
  #addTiles(): void {
    const { tiles } = this.#options;
    if (this.#tiled || !tiles) return;
    this.#tiled = true;
    const outlines = (): void => this.#drawOutlines();
    import('./leaflet-tiles.js').then(({ addTiles }) => {
      if (this.#frame.parentNode) addTiles(this.#map, tiles, CLOSEST.tiles, outlines);
    }, outlines);
  }

  /** At once where there are no tiles, or else behind the first tile that does not come. */
  #drawOutlines(): void {
    const { attribution, texts } = this.#options;
    this.#basemap ??= this.#loadBasemap().then((paint) => {
      if (!paint) return;
      this.#paintBasemap = paint;
      this.#credits.textContent = [attribution, texts.basemapCredit].filter(Boolean).join(' · ');
      this.#paint();
    });
  }

  #bounds(bounds: LatLngBounds): LatLngBounds {
    // The corners alone: extending by thousands of points, each made into an object first, takes a frame.
    let [south, west, north, east] = [90, 180, -90, -180];
    for (const { lat, lng } of this.#points) {
      if (lat < south) south = lat;
      if (lat > north) north = lat;
      if (lng < west) west = lng;
      if (lng > east) east = lng;
    }
    return south > north ? bounds : bounds.extend({ lat: south, lng: west }).extend({ lat: north, lng: east });
  }

  #fitPoints(animate = true): void {
    const { lat, lng } = this.#points[0] ?? {};
    const start: typeof BULGARIA = lat === undefined || lng === undefined ? BULGARIA : [[lat, lng], [lat, lng]];
    this.#fitTo(this.#bounds(new LatLngBounds(...start)), animate);
  }

  #fitTo(bounds: LatLngBounds, animate = true): void {
    const size = this.#map.getSize();
    this.#fitted = size.x > 0 && size.y > 0;
    const padding = Math.min(size.x, size.y) / 12;
    this.#map.fitBounds(bounds, {
      padding: [padding, padding],
      maxZoom: this.#options.tiles ? CLOSEST_FIT.tiles : CLOSEST_FIT.outlines,
      animate,
    });
  }

  /** A place and the three points nearest to it. */
  #around(position: MapPosition): LatLngBounds {
    const narrowing = Math.cos((position.lat * Math.PI) / 180);
    const away = (point: MapPosition): number => Math.hypot(point.lat - position.lat, (point.lng - position.lng) * narrowing);
    const { lat, lng } = position;
    const bounds = new LatLngBounds([lat, lng], [lat, lng]);
    for (const point of [...this.#points].sort((a, b) => away(a) - away(b)).slice(0, 3)) bounds.extend(point);
    return bounds;
  }

  #placePin(): void {
    const point = (this.#pinned = this.#points.find(({ id }) => id === this.#selected));
    this.#pin.hidden = !point;
    if (!point) return;
    this.#pin.firstElementChild!.textContent = point.label;
    setPosition(this.#pin, this.#map.latLngToLayerPoint(point));
  }

  #paint = (): void => {
    const map = this.#map;
    if (!this.#frame.parentNode) return; // the outlines came after the map had gone
    if (this.#next) return; // once, with the points that are coming
    const { x: width, y: height } = map.getSize();
    if (map._animatingZoom || !width || !height) return;
    const zoom = (this.#paintedZoom = map.getZoom());
    const { x: left, y: top } = map.getPixelBounds().min;
    const view: CanvasView = { scale: 256 * 2 ** zoom, left, top, width, height };
    const corner = new Point(0, 0);
    this.#corner = map.containerPointToLatLng(corner);
    const place = map.containerPointToLayerPoint(corner);
    const signs = prepare(this.#signs, view, place);
    this.#options.underlay?.paint(signs, view, this.#look);
    this.#markers.paint(signs, view, this.#look, this.#pinned);
    const outlines = prepare(this.#outlines, view, place);
    const half = 0.62 * this.#look.em;
    const covered = (l: number, t: number, r: number, b: number): boolean =>
      l < 0 || t < 0 || r > width || b > height || this.#markers.covers(l - half, t - half, r + half, b + half);
    this.#paintBasemap?.(outlines, view, this.#look, covered, this.#options.townName ?? String);
    if (this.#pinned) setPosition(this.#pin, map.latLngToLayerPoint(this.#pinned));
  };

  #makeZoomButtons(): HTMLButtonElement[] {
    const { zoomIn, zoomOut } = this.#options.texts;
    const group = element('div', 'map-zoom', this.#frame);
    return ([[zoomIn, '+', 1], [zoomOut, '−', -1]] as const).map(([name, sign, step]) => {
      const button = element('button', '', group);
      button.type = 'button';
      button.ariaLabel = button.title = name;
      button.textContent = sign;
      button.addEventListener('click', () => this.#zoomBy(step));
      return button;
    });
  }

  /** Around the chosen point, if it is in view, so that zooming leads to it. */
  #zoomBy(step: number): void {
    const map = this.#map;
    const zoom = map.getZoom() + step;
    const size = map.getSize();
    const at = this.#pinned && map.latLngToContainerPoint(this.#pinned);
    if (this.#pinned && at && at.x > 0 && at.y > 0 && at.x < size.x && at.y < size.y) map.setZoomAround(this.#pinned, zoom);
    else map.setZoom(zoom);
  }

  #onZoomEnd = (): void => {
    const zoom = this.#map.getZoom();
    const [zoomIn, zoomOut] = this.#zoomButtons;
    // Not `disabled`: a button that has the focus must not lose it.
    zoomIn!.ariaDisabled = String(zoom >= this.#map.getMaxZoom());
    zoomOut!.ariaDisabled = String(zoom <= this.#map.getMinZoom());
  };

  #onZoomAnimation = ({ center, zoom }: { center: MapPosition; zoom: number }): void => {
    const map = this.#map;
    const corner = map._latLngToNewLayerPoint(this.#corner, zoom, center);
    const scale = map.getZoomScale(zoom, this.#paintedZoom);
    for (const canvas of [this.#outlines, this.#signs]) setTransform(canvas, corner, scale);
    if (this.#pinned) setPosition(this.#pin, map._latLngToNewLayerPoint(this.#pinned, zoom, center));
  };

  #onClick = ({ containerPoint: { x, y }, originalEvent }: { containerPoint: Point; originalEvent: MouseEvent }): void => {
    const mouse = (originalEvent as Partial<PointerEvent>).pointerType === 'mouse';
    const id = this.#markers.hit(x, y, mouse ? REACH.mouse : REACH.touch)?.id ?? this.#options.underlay?.hit(x, y);
    if (id) this.#options.onSelect(id);
  };

  #onMouseMove = ({ containerPoint: { x, y } }: { containerPoint: Point }): void => {
    const point = this.#markers.hit(x, y, REACH.mouse);
    this.#root.classList.toggle('map-over', !!point);
    this.#root.title = point?.label ?? '';
  };

  #onTouchMove = (event: TouchEvent): void => {
    if (event.touches.length === 1) this.#tell(this.#options.texts.twoFingers);
  };

  #onWheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey || this.#toldWheel) return;
    this.#toldWheel = true; // once: whoever scrolls past the map is not to be taught each time
    this.#tell(this.#options.texts.ctrlWheel);
  };

  #onColors = (): void => {
    this.#look = readLook(this.#frame);
    this.#paint();
  };

  #tell(text: string): void {
    this.#hint.textContent = text;
    this.#hint.classList.add('map-hint-on');
    clearTimeout(this.#hintTimer);
    this.#hintTimer = window.setTimeout(() => this.#hint.classList.remove('map-hint-on'), HINT_MS);
  }
}

/** A canvas cleared, of the view's size, ready for CSS pixels. */
function prepare(canvas: HTMLCanvasElement, { width, height }: CanvasView, place: Point): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')!;
  const fine = devicePixelRatio;
  if (canvas.width !== Math.round(width * fine) || canvas.height !== Math.round(height * fine)) {
    canvas.width = Math.round(width * fine);
    canvas.height = Math.round(height * fine);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  context.setTransform(fine, 0, 0, fine, 0, 0);
  context.clearRect(0, 0, width, height);
  setPosition(canvas, place);
  return context;
}

export function createMap(options: MapOptions, loadBasemap: LoadBasemap): MapPort {
  return new LeafletPort(options, loadBasemap);
}
