/**
 * All markers on one canvas: twenty thousand points cost one short task and not one DOM node. The grid that
 * keeps markers from being painted over each other also answers which one was pressed. Knows no map library.
 */
import { worldX, worldY, type CanvasLook, type CanvasView } from './canvas-view.js';
import type { MapPoint, MapPosition, MapSigns, MarkerTone } from './map-port.js';

const CELL = 2;
/** With more markers than this in view they become dots. */
const SIGNS = 400;

export class MarkerLayer {
  #points: readonly MapPoint[] = [];
  #world = new Float64Array(0);
  #here: MapPosition | null = null;
  /** Point painted in each cell, from 1. */
  #cells = new Int32Array(0);
  #columns = 0;
  #rows = 0;

  constructor(private readonly signs: MapSigns = centerSigns) {}

  load(points: readonly MapPoint[]): void {
    this.#points = points;
    const world = (this.#world = new Float64Array(points.length * 2));
    points.forEach((point, i) => {
      world[2 * i] = worldX(point.lng);
      world[2 * i + 1] = worldY(point.lat);
    });
  }

  locate(position: MapPosition | null): void {
    this.#here = position;
  }

  /** `pinned` is left to its pin, but answers presses like the others. */
  paint(context: CanvasRenderingContext2D, view: CanvasView, look: CanvasLook, pinned?: MapPoint): void {
    const shown = this.#arrange(view);
    if (shown.length > SIGNS) this.#paintDots(context, shown, view, look);
    else this.#paintSigns(context, shown, view, look, pinned);
    if (this.#here) drawHere(context, worldX(this.#here.lng) * view.scale - view.left, worldY(this.#here.lat) * view.scale - view.top, look);
  }

  #paintSigns(context: CanvasRenderingContext2D, shown: number[], view: CanvasView, look: CanvasLook, pinned?: MapPoint): void {
    const stamps = new Map<MarkerTone, HTMLCanvasElement>();
    // The first of the list is painted last, on top.
    for (const i of shown.reverse()) {
      const point = this.#points[i]!;
      if (point === pinned) continue;
      let stamp = stamps.get(point.tone);
      if (!stamp) stamps.set(point.tone, (stamp = this.signs.stamp(point.tone, look)));
      const side = stamp.width / devicePixelRatio;
      context.drawImage(stamp, this.#x(i, view) - side / 2, this.#y(i, view) - side / 2, side, side);
    }
  }

  /** Rectangles only, one colour after the other. */
  #paintDots(context: CanvasRenderingContext2D, shown: number[], view: CanvasView, look: CanvasLook): void {
    for (const [tone, color, width, height] of this.signs.dots) {
      context.fillStyle = look[color];
      for (const i of shown)
        if (this.#points[i]!.tone === tone) context.fillRect(this.#x(i, view) - width / 2, this.#y(i, view) - height / 2, width, height);
    }
  }

  #x(i: number, view: CanvasView): number {
    return this.#world[2 * i]! * view.scale - view.left;
  }

  #y(i: number, view: CanvasView): number {
    return this.#world[2 * i + 1]! * view.scale - view.top;
  }

  /** The point nearest to a place on the canvas, `radius` at most away. */
  hit(x: number, y: number, radius: number): MapPoint | undefined {
    const reach = Math.ceil(radius / CELL);
    const column = Math.floor(x / CELL);
    const row = Math.floor(y / CELL);
    let best = 0;
    let nearest = reach * reach + 1;
    for (let r = Math.max(0, row - reach); r <= Math.min(this.#rows - 1, row + reach); r++) {
      for (let c = Math.max(0, column - reach); c <= Math.min(this.#columns - 1, column + reach); c++) {
        const found = this.#cells[r * this.#columns + c]!;
        const away = (c - column) ** 2 + (r - row) ** 2;
        if (found && away < nearest) {
          nearest = away;
          best = found;
        }
      }
    }
    return this.#points[best - 1];
  }

  /** Whether a marker's middle lies in this box of the canvas. */
  covers(left: number, top: number, right: number, bottom: number): boolean {
    const first = Math.max(0, Math.floor(left / CELL));
    const last = Math.min(this.#columns - 1, Math.floor(right / CELL));
    const end = Math.min(this.#rows - 1, Math.floor(bottom / CELL));
    for (let row = Math.max(0, Math.floor(top / CELL)); row <= end; row++)
      for (let column = first; column <= last; column++) if (this.#cells[row * this.#columns + column]) return true;
    return false;
  }

  /** Points in view, one a cell, the list's first winning it. */
  #arrange(view: CanvasView): number[] {
    const columns = (this.#columns = Math.ceil(view.width / CELL));
    const rows = (this.#rows = Math.ceil(view.height / CELL));
    if (this.#cells.length === columns * rows) this.#cells.fill(0);
    else this.#cells = new Int32Array(columns * rows);
    const cells = this.#cells;
    const shown: number[] = [];
    for (let i = 0; i < this.#points.length; i++) {
      const column = Math.floor(this.#x(i, view) / CELL);
      const row = Math.floor(this.#y(i, view) / CELL);
      if (!(column >= 0 && column < columns && row >= 0 && row < rows)) continue; // also where a coordinate is not a number
      const cell = row * columns + column;
      if (cells[cell]) continue;
      cells[cell] = i + 1;
      shown.push(i);
    }
    return shown;
  }
}

/** As dots: a block for open, a dash for closed, a hollow block for unknown. */
const centerSigns: MapSigns = {
  stamp: drawStamp,
  dots: [['unknown', 'muted', 6, 6], ['unknown', 'canvas', 2, 2], ['closed', 'muted', 7, 3], ['open', 'open', 6, 6]],
};

/** One marker, drawn once a repaint and stamped from then on: disc with a tick, square with a dash, ring with a question mark. */
function drawStamp(tone: MarkerTone, look: CanvasLook): HTMLCanvasElement {
  const radius = 0.62 * look.em;
  const stamp = document.createElement('canvas');
  stamp.width = stamp.height = Math.ceil((2 * radius + 4) * devicePixelRatio);
  const context = stamp.getContext('2d')!;
  context.scale(devicePixelRatio, devicePixelRatio);
  context.translate(radius + 2, radius + 2);
  context.lineCap = context.lineJoin = 'round';
  const shape = (size: number, color: string): void => {
    context.beginPath();
    if (tone === 'closed') context.roundRect(-size * 0.88, -size * 0.88, size * 1.76, size * 1.76, size * 0.3);
    else context.arc(0, 0, size, 0, 7);
    context.fillStyle = color;
    context.fill();
  };
  shape(radius + 1.5, look.canvas);
  shape(radius, tone === 'open' ? look.open : look.muted);
  if (tone === 'unknown') shape(radius * 0.78, look.canvas);
  const sign = (...points: number[]): void => {
    context.beginPath();
    for (let i = 0; i < points.length; i += 2) context.lineTo(points[i]! * radius, points[i + 1]! * radius);
    context.stroke();
  };
  context.lineWidth = radius * 0.26;
  context.strokeStyle = look.canvas;
  if (tone === 'open') sign(-0.42, 0.04, -0.1, 0.36, 0.44, -0.32);
  if (tone === 'closed') sign(-0.4, 0, 0.4, 0);
  if (tone === 'unknown') {
    context.fillStyle = look.muted;
    context.font = `600 ${radius * 1.3}px ${look.font}`;
    context.textAlign = 'center';
    context.fillText('?', 0, radius * 0.45);
  }
  return stamp;
}

/** The reader's own place: a dot in a halo, unlike every marker. */
function drawHere(context: CanvasRenderingContext2D, x: number, y: number, look: CanvasLook): void {
  const disc = (radius: number, color: string, opacity: number): void => {
    context.globalAlpha = opacity;
    context.fillStyle = color;
    context.beginPath();
    context.arc(x, y, radius, 0, 7);
    context.fill();
  };
  disc(1.2 * look.em, look.here, 0.2);
  disc(0.5 * look.em, look.canvas, 1);
  disc(0.36 * look.em, look.here, 1);
}
