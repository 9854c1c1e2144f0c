/**
 * What the drawing layers share: where the world lies on the canvas, and the colours and sizes to draw it in.
 * World coordinates are Web Mercator from 0 to 1, x eastwards and y southwards.
 */

/** Canvas x = world x * scale - left, in CSS pixels; y alike. */
export interface CanvasView {
  scale: number;
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface CanvasLook {
  ink: string;
  muted: string;
  canvas: string;
  served: string;
  border: string;
  open: string;
  here: string;
  fault: string;
  font: string;
  /** The reader's text size, CSS pixels. */
  em: number;
}

const COLORS = [
  ['ink', 'ink', '#1d2329', 'CanvasText'],
  ['muted', 'muted', '#55606b', 'CanvasText'],
  ['canvas', 'canvas', '#fff', 'Canvas'],
  ['served', 'action-soft', '#fff1e8', 'Canvas'],
  ['border', 'border', '#6b7782', 'CanvasText'],
  ['open', 'ok', '#1b7a3d', 'CanvasText'],
  ['here', 'info', '#1f5fa8', 'Highlight'],
  ['fault', 'danger', '#b3261e', 'CanvasText'],
] as const;

/** Reads the widget's tokens. A token may be any CSS colour, `light-dark()` too, so the browser resolves it. */
export function readLook(element: HTMLElement): CanvasLook {
  const forced = matchMedia('(forced-colors: active)').matches;
  const reader = document.createElement('span');
  element.append(reader);
  const { style } = reader;
  const computed = getComputedStyle(reader);
  const look = { font: computed.fontFamily, em: parseFloat(computed.fontSize) } as CanvasLook;
  for (const [name, token, fallback, system] of COLORS) {
    style.color = forced ? system : `var(--_${token}, ${fallback})`;
    look[name] = computed.color;
  }
  reader.remove();
  return look;
}

/** World coordinates; the poles are not on this map. */
export const worldX = (lng: number): number => lng / 360 + 0.5;
export const worldY = (lat: number): number => 0.5 - Math.atanh(Math.sin((lat * Math.PI) / 180)) / (2 * Math.PI);
