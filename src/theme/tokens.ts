/**
 * Colours, space and shape. Each token can be set from the page as `--cez-…`; inside, only the private
 * `--_…` names are used. Dark follows the colour scheme the page itself has declared, never the device
 * alone: a dark box on a white page helps nobody. Colours are neutral presets of our own, not the companies'.
 */
import { css, unsafeCSS } from 'lit';

/** name: [light, dark]. Contrast, light / dark, on the canvas: ink 15.9 / 15.0, muted 6.4 / 8.5, border 4.6 / 5.1. */
const COLORS: [name: string, light: string, dark: string][] = [
  ['ink', '#1d2329', '#e8ecef'],
  ['canvas', '#fff', '#14181c'],
  ['muted', '#55606b', '#a9b4be'],
  ['surface', '#f4f6f8', '#1e242a'],
  ['line', '#d5dbe0', '#333c45'],
  ['border', '#6b7782', '#7e8b97'],
  ['action', '#c24000', '#ff8a4c'],
  ['action-hover', '#9e3400', '#ffa474'],
  ['action-soft', '#fff1e8', '#3a2416'],
  ['on-action', '#fff', '#14181c'],
  ['ok', '#1b7a3d', '#6fcf8e'],
  ['ok-soft', '#e8f5ec', '#163323'],
  ['warning', '#7a4f00', '#f2c14e'],
  ['warning-soft', '#fff5dc', '#352a10'],
  ['danger', '#b3261e', '#ff8f87'],
  ['danger-soft', '#fdecea', '#3d1d1b'],
  ['info', '#1f5fa8', '#8dbbf2'],
  ['info-soft', '#eaf2fb', '#172a40'],
  ['focus', '#1f5fa8', '#8dbbf2'],
];

/** The grid operator's own action colours; the rest is shared. */
const OPERATOR: typeof COLORS = [
  ['action', '#005f73', '#5cc4d6'],
  ['action-hover', '#00485a', '#86d5e3'],
  ['action-soft', '#e5f2f4', '#12333a'],
];

const rules = (colors: typeof COLORS, dark: boolean): string =>
  colors.map(([name, light, night]) => `--_${name}:var(--cez-color-${name},${dark ? `light-dark(${light},${night})` : light});`).join('');

const sheet = (dark: boolean): string => `.root{${rules(COLORS, dark)}}.cez-rp{${rules(OPERATOR, dark)}}`;

// Browsers without light-dark() (before 2024) stay light rather than lose their colours.
export const tokens = css`
  ${unsafeCSS(sheet(false))}
  @supports (color: light-dark(red, red)) {
    ${unsafeCSS(sheet(true))}
  }
  .root {
    --_space: var(--cez-space, 0.25em);
    --_radius: var(--cez-radius, 0.5em);
    --_radius-panel: var(--cez-radius-panel, 0.75em);
  }
`;
