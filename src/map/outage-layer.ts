/**
 * What a map of outages draws: areas under the markers, and markers of its own. Each kind has a pattern, a line
 * and a shape, so that none is told by colour alone. Fetched with the map, by those who show outages; a chunk of
 * its own that imports nothing, since a shared module would be a further request.
 */
import type { CanvasLook, CanvasView } from './canvas-view.js';
import type { MapArea, MapSigns, MapUnderlay } from './map-port.js';

/** Areas narrower than this on screen are left to their markers, CSS pixels. */
const SMALLEST = 8;
const TILE = 8;

/** An area and the box it lies in. */
interface Boxed {
  area: MapArea;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const colorOf = (tone: string, look: CanvasLook): string => (tone === 'fault' ? look.fault : tone === 'planned' ? look.here : tone === 'restored' ? look.open : look.ink);

const DASHES: Record<string, number[]> = { fault: [], planned: [8, 4], switching: [2, 4] };

export class AreaLayer implements MapUnderlay {
  #areas: Boxed[] = [];
  #view: CanvasView | null = null;

  load(areas: readonly MapArea[]): void {
    this.#areas = areas.map((area) => {
      const boxed: Boxed = { area, left: 1, top: 1, right: 0, bottom: 0 };
      for (const ring of area.rings)
        for (let i = 0; i < ring.length; i += 2) {
          boxed.left = Math.min(boxed.left, ring[i]!);
          boxed.right = Math.max(boxed.right, ring[i]!);
          boxed.top = Math.min(boxed.top, ring[i + 1]!);
          boxed.bottom = Math.max(boxed.bottom, ring[i + 1]!);
        }
      return boxed;
    });
  }

  paint(context: CanvasRenderingContext2D, view: CanvasView, look: CanvasLook): void {
    this.#view = view;
    const patterns = new Map<string, CanvasPattern | null>();
    context.save();
    context.lineWidth = 2;
    context.lineJoin = 'round';
    for (const { area, left, top, right, bottom } of this.#areas) {
      const x = (world: number): number => world * view.scale - view.left;
      const y = (world: number): number => world * view.scale - view.top;
      if (x(right) < 0 || y(bottom) < 0 || x(left) > view.width || y(top) > view.height) continue;
      if (x(right) - x(left) < SMALLEST && y(bottom) - y(top) < SMALLEST) continue;
      const { tone } = area;
      if (!patterns.has(tone)) patterns.set(tone, patternOf(context, tone, colorOf(tone, look)));
      context.beginPath();
      for (const ring of area.rings) {
        context.moveTo(x(ring[0]!), y(ring[1]!));
        for (let i = 2; i < ring.length; i += 2) context.lineTo(x(ring[i]!), y(ring[i + 1]!));
        context.closePath();
      }
      context.strokeStyle = colorOf(tone, look);
      context.fillStyle = patterns.get(tone) ?? colorOf(tone, look);
      context.globalAlpha = 0.55;
      context.fill('evenodd');
      context.globalAlpha = 1;
      context.setLineDash(DASHES[tone] ?? []);
      context.stroke();
    }
    context.restore();
  }

  /** The last drawn of the areas at a place on the canvas. */
  hit(x: number, y: number): string | null {
    const view = this.#view;
    if (!view) return null;
    const [wx, wy] = [(x + view.left) / view.scale, (y + view.top) / view.scale];
    const found = this.#areas.findLast(({ area, left, top, right, bottom }) => left <= wx && wx <= right && top <= wy && wy <= bottom && isInside(area.rings, wx, wy));
    return found?.area.id ?? null;
  }
}

/** By the even-odd rule, as it is filled. */
function isInside(rings: readonly Float64Array[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** A grid for faults, hatching for planned work, dots for switching. */
function patternOf(context: CanvasRenderingContext2D, tone: string, color: string): CanvasPattern | null {
  const fine = devicePixelRatio;
  const tile = document.createElement('canvas');
  tile.width = tile.height = Math.round(TILE * fine);
  const brush = tile.getContext('2d')!;
  brush.scale(tile.width / TILE, tile.width / TILE);
  brush.strokeStyle = brush.fillStyle = color;
  const stroke = (...points: number[]): void => {
    brush.beginPath();
    for (let i = 0; i < points.length; i += 4) {
      brush.moveTo(points[i]!, points[i + 1]!);
      brush.lineTo(points[i + 2]!, points[i + 3]!);
    }
    brush.stroke();
  };
  if (tone === 'switching') brush.fillRect(3, 3, 2, 2);
  else stroke(0, 8, 8, 0, -1, 1, 1, -1, 7, 9, 9, 7);
  if (tone === 'fault') stroke(0, 0, 8, 8, -1, 7, 1, 9, 7, -1, 9, 1);
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix([TILE / tile.width, 0, 0, TILE / tile.width, 0, 0]));
  return pattern;
}

/** Fault: a triangle with its stroke; planned: a square with a clock's hands; switching: two arrows in a disc; restored: a tick. */
export const outageSigns: MapSigns = {
  stamp(tone, look) {
    const radius = 0.66 * look.em;
    const stamp = document.createElement('canvas');
    stamp.width = stamp.height = Math.ceil((2 * radius + 5) * devicePixelRatio);
    const context = stamp.getContext('2d')!;
    context.scale(devicePixelRatio, devicePixelRatio);
    context.translate(radius + 2.5, radius + 2.5);
    context.lineCap = context.lineJoin = 'round';
    context.beginPath();
    if (tone === 'fault') {
      context.moveTo(0, -radius);
      context.lineTo(radius, radius * 0.8);
      context.lineTo(-radius, radius * 0.8);
      context.closePath();
    } else if (tone === 'planned') context.rect(-radius * 0.85, -radius * 0.85, radius * 1.7, radius * 1.7);
    else context.arc(0, 0, radius * 0.9, 0, 7);
    context.strokeStyle = look.canvas;
    context.lineWidth = 4;
    context.stroke();
    context.fillStyle = colorOf(tone, look);
    context.fill();
    const sign = (...points: number[]): void => {
      context.beginPath();
      for (let i = 0; i < points.length; i += 2) context.lineTo(points[i]! * radius, points[i + 1]! * radius);
      context.stroke();
    };
    context.lineWidth = radius * 0.24;
    if (tone === 'fault') {
      sign(0, -0.3, 0, 0.2);
      sign(0, 0.5, 0, 0.5);
    }
    if (tone === 'planned') sign(0, -0.5, 0, 0.05, 0.4, 0.3);
    if (tone === 'switching') {
      sign(-0.4, -0.2, 0.4, -0.2, 0.2, -0.45);
      sign(0.4, 0.22, -0.4, 0.22, -0.2, 0.47);
    }
    if (tone === 'restored') sign(-0.42, 0.04, -0.1, 0.36, 0.44, -0.32);
    return stamp;
  },
  dots: [
    ['restored', 'open', 5, 5],
    ['switching', 'ink', 4, 4],
    ['planned', 'here', 7, 7],
    ['fault', 'fault', 5, 9],
  ],
};
