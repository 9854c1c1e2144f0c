/**
 * What the widgets know of a map: verbs and plain values. No map library, no text of its own; words, colours
 * and addresses are handed in. The map adds nothing that the list beside it does not say.
 */

import type { CanvasLook, CanvasView } from './canvas-view.js';

/** Each tone has a shape of its own, so that none is told by colour alone: those of centers, or of `signs`. */
export type MarkerTone = 'open' | 'closed' | 'unknown' | 'fault' | 'planned' | 'switching' | 'restored';

/** WGS 84, degrees. */
export interface MapPosition {
  lat: number;
  lng: number;
}

export interface MapPoint extends MapPosition {
  id: string;
  label: string;
  tone: MarkerTone;
}

export interface MapArea {
  id: string;
  tone: MarkerTone;
  /** Longitude and latitude in turn, in the underlay x and y of the world. */
  rings: readonly Float64Array[];
}

/** How the markers of each tone look. */
export interface MapSigns {
  /** One marker, its middle in the middle. */
  stamp(tone: MarkerTone, look: CanvasLook): HTMLCanvasElement;
  /** Blocks that stand for markers where there are too many, from the lowest to the highest. */
  dots: readonly (readonly [tone: MarkerTone, color: 'open' | 'muted' | 'canvas' | 'ink' | 'here' | 'fault', width: number, height: number])[];
}

/** What is drawn under the markers; a press on it counts where there is no marker. */
export interface MapUnderlay {
  load(areas: readonly MapArea[]): void;
  paint(context: CanvasRenderingContext2D, view: CanvasView, look: CanvasLook): void;
  hit(x: number, y: number): string | null;
}

export interface MapTexts {
  /** Name of the map for those who do not see it. */
  map: string;
  zoomIn: string;
  zoomOut: string;
  /** Who drew the outlines; stays on screen. */
  basemapCredit: string;
  /** Said when one finger moves over the map, which scrolls the page. */
  twoFingers: string;
  /** Said when the wheel turns over the map without Ctrl, which scrolls the page. */
  ctrlWheel: string;
}

export interface MapOptions {
  /** Empty, of a definite size; the map fills it. */
  container: HTMLElement;
  texts: MapTexts;
  /** URL template with {z}, {x}, {y} and perhaps {r} (`@2x` on fine screens); null: the built-in basemap alone. */
  tiles: string | null;
  /** Who made the tiles, shown as plain text. */
  attribution: string | null;
  /** A marker was pressed, or the underlay. The map marks it only when told so by `select`. */
  onSelect(id: string): void;
  /** Markers other than those of centers. */
  signs?: MapSigns | undefined;
  underlay?: MapUnderlay | undefined;
  /** Town's name as the reader reads it, from the Bulgarian one. */
  townName?: ((name: string) => string) | undefined;
}

export interface MapPort {
  /**
   * Replaces the markers; on overlap the first is on top. The first call also fits the view. Everything after the frame in which
   * it was called, even the reading of `points`: they may be made then, one by one, by a generator.
   */
  show(points: Iterable<MapPoint>): void;
  /** Replaces the areas of the underlay. */
  outline(areas: readonly MapArea[]): void;
  /** Marks one point by a pin with its label, and brings it into view. */
  select(id: string | null): void;
  /** Shows where the reader is, with the nearest points in view. */
  locate(position: MapPosition | null): void;
  /** Brings all points into view. */
  fit(): void;
  /** The container's size has changed. */
  resize(): void;
  destroy(): void;
}
