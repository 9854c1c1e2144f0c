/**
 * Types for the parts of `leaflet/src/` that are used; the published types know the whole library only.
 * Members that begin with `_` are inner ones of Leaflet 1.9; scripts/leaflet-trusted.mjs and the tests of the
 * map notice when they change.
 */
declare namespace LeafletSource {
  interface Place {
    lat: number;
    lng: number;
  }

  class Point {
    constructor(x: number, y: number);
    x: number;
    y: number;
  }

  class LatLngBounds {
    constructor(southWest: [number, number], northEast: [number, number]);
    extend(point: Place): this;
    pad(ratio: number): LatLngBounds;
    contains(point: Place): boolean;
  }

  interface MapSettings {
    maxBounds?: LatLngBounds;
    maxBoundsViscosity?: number;
    minZoom?: number;
    maxZoom?: number;
    zoomSnap?: number;
    zoomAnimation?: boolean;
    fadeAnimation?: boolean;
    inertia?: boolean;
    bounceAtZoomLimits?: boolean;
    trackResize?: boolean;
  }

  class Map {
    static include(members: object): void;
    constructor(container: HTMLElement, options: MapSettings);
    options: MapSettings;
    _animatingZoom: boolean;
    on(type: 'click' | 'mousemove', listener: (event: { containerPoint: Point; originalEvent: MouseEvent }) => void): this;
    on(type: 'zoomanim', listener: (event: { center: Place; zoom: number }) => void): this;
    on(type: 'move' | 'zoomend', listener: () => void): this;
    fitBounds(bounds: LatLngBounds, options: { padding?: [number, number]; maxZoom?: number; animate?: boolean }): this;
    panBy(offset: Point, options?: { animate?: boolean; duration?: number }): this;
    panInside(point: Place, options: { padding: [number, number] }): this;
    setZoom(zoom: number): this;
    setZoomAround(point: Place, zoom: number): this;
    getZoom(): number;
    getMinZoom(): number;
    getMaxZoom(): number;
    getSize(): Point;
    getPixelBounds(): { min: Point };
    getZoomScale(to: number, from: number): number;
    containerPointToLatLng(point: Point): Place;
    containerPointToLayerPoint(point: Point): Point;
    latLngToLayerPoint(point: Place): Point;
    latLngToContainerPoint(point: Place): Point;
    _latLngToNewLayerPoint(point: Place, zoom: number, center: Place): Point;
    getPane(name: string): HTMLElement;
    createPane(name: string): HTMLElement;
    invalidateSize(options: { pan: boolean }): this;
    remove(): this;
  }

  class TileLayer {
    constructor(template: string, options: { maxZoom?: number; referrerPolicy?: string });
    on(type: 'tileloadstart', listener: (event: { tile: HTMLImageElement }) => void): this;
    on(type: 'tileerror', listener: () => void): this;
    addTo(map: Map): this;
    remove(): this;
  }

  class Draggable {
    static include(members: object): void;
    _onDown(event: MouseEvent | TouchEvent): void;
  }

  class Keyboard {
    static include(members: object): void;
    _focused?: boolean;
    _map: { _container: HTMLElement };
  }

  class ScrollWheelZoom {
    static include(members: object): void;
    _onWheelScroll(event: WheelEvent): void;
  }

  class TouchZoom {
    static include(members: object): void;
    removeHooks(): void;
    _onTouchMove(event: TouchEvent): void;
    _onTouchEnd(): void;
  }
}

declare module 'leaflet/src/geometry/Point.js' {
  export import Point = LeafletSource.Point;
}
declare module 'leaflet/src/geo/LatLngBounds.js' {
  export import LatLngBounds = LeafletSource.LatLngBounds;
}
declare module 'leaflet/src/dom/DomEvent.js' {
  export function off(target: EventTarget, types: string, listener: (event: never) => void, context: object): void;
}
declare module 'leaflet/src/dom/DomUtil.js' {
  export function setPosition(element: HTMLElement, point: LeafletSource.Point): void;
  export function setTransform(element: HTMLElement, offset: LeafletSource.Point, scale: number): void;
}
declare module 'leaflet/src/dom/Draggable.js' {
  export import Draggable = LeafletSource.Draggable;
}
declare module 'leaflet/src/layer/tile/TileLayer.js' {
  export import TileLayer = LeafletSource.TileLayer;
}
declare module 'leaflet/src/map/Map.js' {
  export import Map = LeafletSource.Map;
}
declare module 'leaflet/src/map/handler/Map.Keyboard.js' {
  export import Keyboard = LeafletSource.Keyboard;
}
declare module 'leaflet/src/map/handler/Map.ScrollWheelZoom.js' {
  export import ScrollWheelZoom = LeafletSource.ScrollWheelZoom;
}
declare module 'leaflet/src/map/handler/Map.TouchZoom.js' {
  export import TouchZoom = LeafletSource.TouchZoom;
}
declare module 'leaflet/src/map/handler/Map.Drag.js' {}
declare module 'leaflet/src/map/handler/Map.DoubleClickZoom.js' {}
