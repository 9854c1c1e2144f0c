/**
 * What the docs say to paste, as `virtual:embed-lines`: by `scripts/snippet.mjs` for the files in `dist/`, never a
 * second copy by hand. Without a build there is nothing to say, and the pages tell how to make one.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { widgetNames } from '../scripts/build/entries.mjs';
import { snippetParts } from '../scripts/snippet.mjs';

const root = resolve(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const addresses = { base: `https://static.example.bg/cez-widgets/${version}`, api: 'https://api.example.bg/v1' };
const tiles = { tiles: 'https://tiles.example.bg/{z}/{x}/{y}.png', attribution: '© …' };
/** The tag of one site only, which is not the default. */
const brand = { outages: 'cez-rp' };

/** By tag without `cez-`; under `without-map` and `tiles` the finder's once more, for the page on policies. */
export function embedLines(dist = join(root, 'dist')) {
  if (!existsSync(join(dist, 'integrity.json'))) return null;
  const lines = (tags, more) => snippetParts({ ...addresses, tags, brand: brand[tags], ...more }, dist);
  return {
    ...Object.fromEntries(widgetNames(root).map((name) => [name, lines(name)])),
    'without-map': lines('center-finder', { importMap: false }),
    tiles: lines('center-finder', tiles),
  };
}

export function embedLinesPlugin() {
  const id = '\0virtual:embed-lines';
  return {
    name: 'embed-lines',
    resolveId: (source) => (`\0${source}` === id ? id : null),
    load: (source) => (source === id ? `export default ${JSON.stringify(embedLines())};` : null),
  };
}
