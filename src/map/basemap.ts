/**
 * The built-in basemap: outlines of the oblasts, the ten served ones tinted, and the towns' names. Asks nobody
 * for anything. A chunk of its own that imports nothing but its data: a shared module would be a further request.
 */
import { ARCS, LEFT, LETTERS, OBLASTS, OUTER, TOP, TOWNS } from './basemap-data.js';
import type { CanvasLook, CanvasView } from './canvas-view.js';

/** The data's pixels in the whole world: zoom 10. */
const WORLD = 2 ** 18;
/** Zoom from which each rank of towns is named. */
const RANK_ZOOMS = [0, 6, 6.9, 7.6, 8.4];

/** Where a name may stand, as steps from its town: below, above, right, left, further off. */
const SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0], [0, 1.35], [0, -1.35]];

interface Town {
  name: string;
  x: number;
  y: number;
  zoom: number;
}

function numbers(text: string): number[] {
  const result: number[] = [];
  let value = 0;
  let factor = 1;
  for (const letter of text) {
    const digit = LETTERS.indexOf(letter);
    value += (digit % 45) * factor;
    factor *= 45;
    if (digit > 44) continue;
    result.push(value % 2 ? -(value + 1) / 2 : value / 2);
    value = 0;
    factor = 1;
  }
  return result;
}

const inner = new Path2D();
const outer = new Path2D();
const served = new Path2D();
const land = new Path2D();
const towns: Town[] = [];

function read(): void {
  const arcs: [number, number][][] = [];
  const steps = numbers(ARCS);
  for (let at = 0; at < steps.length; ) {
    const arc: [number, number][] = [];
    const path = OUTER[arcs.length] === '1' ? outer : inner;
    let x = 0;
    let y = 0;
    for (let left = steps[at++]!; left; left--) {
      arc.push([(x += steps[at++]!), (y += steps[at++]!)]);
      if (arc.length > 1) path.lineTo(x, y);
      else path.moveTo(x, y);
    }
    arcs.push(arc);
  }
  const rings = numbers(OBLASTS);
  for (let at = 0; at < rings.length; ) {
    const path = rings[at++] ? served : land;
    let first = true;
    for (let left = rings[at++]!; left; left--) {
      const number = rings[at++]!;
      const arc = arcs[Math.abs(number) - 1]!;
      for (const [x, y] of number < 0 ? [...arc].reverse() : arc) {
        if (first) path.moveTo(x, y);
        else path.lineTo(x, y);
        first = false;
      }
    }
    path.closePath();
  }
  TOWNS.forEach((rank, i) => {
    for (const town of rank.split(',')) {
      const [, name, x, y] = /(.+) (\d+) (\d+)/.exec(town)!;
      towns.push({ name: name!, x: Number(x), y: Number(y), zoom: RANK_ZOOMS[i]! });
    }
  });
}

type Box = [left: number, top: number, right: number, bottom: number];

/** `covered` tells where a name would lie under a marker or be cut off, in pixels of the canvas. */
export function paintBasemap(
  context: CanvasRenderingContext2D,
  view: CanvasView,
  look: CanvasLook,
  covered: (...box: Box) => boolean,
  townName: (name: string) => string,
): void {
  if (!towns.length) read();
  const unit = view.scale / WORLD;
  const left = LEFT * unit - view.left;
  const top = TOP * unit - view.top;
  context.save();
  context.translate(left, top);
  context.scale(unit, unit);
  context.lineJoin = 'round';
  context.fillStyle = look.canvas;
  context.fill(land);
  context.fillStyle = look.served;
  context.fill(served);
  context.strokeStyle = look.border;
  context.lineWidth = 1 / unit;
  context.globalAlpha = 0.4;
  context.stroke(inner);
  context.globalAlpha = 1;
  context.lineWidth = 1.25 / unit;
  context.stroke(outer);
  context.restore();

  const zoom = Math.log2(view.scale / 256);
  const taken: Box[] = [];
  const free = ([l, t, r, b]: Box): boolean => !taken.some((box) => l < box[2] && r > box[0] && t < box[3] && b > box[1]);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  for (const town of towns) {
    const isCapital = town === towns[0];
    if (zoom < town.zoom) break;
    const x = left + town.x * unit;
    const y = top + town.y * unit;
    const dot: Box = [x - 4, y - 4, x + 4, y + 4];
    if (x < 0 || y < 0 || x > view.width || y > view.height || !free(dot)) continue;
    const size = (isCapital ? 0.88 : 0.76) * look.em;
    context.font = `${isCapital ? 600 : 400} ${size}px ${look.font}`;
    const name = townName(town.name);
    const width = context.measureText(name).width;
    const marked = covered(...dot);
    const gap = (marked ? 1.2 : 0.65) * look.em;
    const boxes = SIDES.map(([dx, dy]): [x: number, y: number, box: Box] => {
      const middleX = x + dx! * (width / 2 + gap * 0.75);
      const middleY = y + dy! * gap;
      return [middleX, middleY, [middleX - width / 2 - 2, middleY - size / 2, middleX + width / 2 + 2, middleY + size / 2]];
    });
    // A town without room for its name is left out, but never the capital.
    const place = boxes.find(([, , box]) => free(box) && !covered(...box)) ?? (isCapital ? boxes[4] : undefined);
    if (!place) continue;
    taken.push(dot, place[2]);
    context.fillStyle = look.muted;
    if (!marked) {
      context.beginPath();
      context.arc(x, y, 2, 0, 7);
      context.fill();
    }
    context.strokeStyle = look.canvas;
    context.globalAlpha = 0.75;
    context.strokeText(name, place[0], place[1]);
    context.globalAlpha = 1;
    context.fillStyle = isCapital ? look.ink : look.muted;
    context.fillText(name, place[0], place[1]);
  }
}
