/**
 * Draws an icon of the Lucide family (ISC licence) as one path. Icons are decoration: the word beside them
 * says the same, so they are hidden from assistive technology.
 */
import { html, type TemplateResult } from 'lit';

/** An icon as Lucide ships it; the ones used here are made of paths and circles only. */
export type IconNode = [shape: string, attributes: Record<string, string | number>][];

const drawn = new WeakMap<IconNode, string>();

/** The icon's shapes as one path, for templates that are drawn by the hundred. */
export function iconPath(icon: IconNode): string {
  let path = drawn.get(icon);
  if (path === undefined) drawn.set(icon, (path = joined(icon)));
  return path;
}

/** Every shape begins from the origin, since a path's first move may be a relative one. */
function joined(icon: IconNode): string {
  return icon
    .map(([, { d, cx, cy, r }]) => (d ? `M0 0${d}` : `M${Number(cx) - Number(r)} ${cy}a${r} ${r} 0 1 0 ${2 * Number(r)} 0a${r} ${r} 0 1 0 ${-2 * Number(r)} 0`))
    .join('');
}

export function renderIcon(icon: IconNode): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${iconPath(icon)} /></svg>`;
}
