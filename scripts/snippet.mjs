/**
 * `npm run snippet -- --base URL --api URL [--brand cez-rp] [--tags hours-card,center-finder] [--center ID]
 * [--lang en] [--tiles URL --attribution TEXT] [--no-import-map]`
 *
 * Prints what a web team pastes into its page, for the files that lie in `dist/` now: hints, so that code
 * and data come in one trip; hashes, so that a changed file does not run; and the page's
 * Content-Security-Policy. `--base` is the folder those files are deployed to.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { staticClosure } from './build/module-graph.mjs';
import { address, apiAddress, brandOf, element, languageOf, printed, tagNames } from './options.mjs';

/** The lazy chunks of the finder's map, and the pages wide enough to show it beside the list. */
const mapChunks = (tiles) => ['chunks/map.js', `chunks/${tiles ? 'leaflet-tiles' : 'basemap'}.js`];
const TWO_PANES = '(min-width: 60em)';
/** Tags with a map. */
const MAP_TAGS = ['center-finder', 'outages'];

/** Where tiles come from, as a policy names it; undefined without tiles. */
function tilesSource({ tiles, attribution }, names) {
  if (!tiles && !attribution) return undefined;
  if (!tiles) throw new Error('--attribution tells who made the tiles of --tiles, which is missing.');
  if (!attribution) throw new Error('--tiles needs --attribution: who made the map.');
  const missing = ['{z}', '{x}', '{y}'].find((part) => !tiles.includes(part));
  const sample = tiles.replace('{s}', '*').replace(/[{}]/g, '');
  if (missing || !/^https?:/.test(sample) || !URL.canParse(sample)) throw new Error(`--tiles ${tiles} is not an address with {z}, {x} and {y}, such as https://tiles.example.bg/{z}/{x}/{y}.png.`);
  if (!MAP_TAGS.some((name) => names.includes(name))) throw new Error(`--tiles: none of these tags has a map; those that do are ${MAP_TAGS.join(', ')}.`);
  return new URL(sample).origin;
}

/**
 * @typedef {{base: string, api: string, brand?: string, tags?: string, center?: string, lang?: string, tiles?: string, attribution?: string, importMap?: boolean}} Options
 * @typedef {{directive: string, reason: string}} Rule one directive of the policy with its sources, and what it is for
 */

/**
 * @param {Options} options
 * @param {string} dist the built files
 * @returns {{head: string[], body: string[], rules: Rule[], policy: string}} lines of HTML, and the policy that goes with them
 */
export function snippetParts(options, dist) {
  const base = address('base', options.base);
  const api = apiAddress(options.api);
  const brand = brandOf(options.brand);
  const lang = languageOf(options.lang);
  const integrity = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));
  const built = Object.keys(integrity).flatMap((file) => /^widgets\/(.+)\.js$/.exec(file)?.[1] ?? []);
  const names = tagNames(options.tags, built, built.filter((name) => name !== 'config'));
  const tiles = tilesSource(options, names);
  if (options.center && !names.includes('hours-card')) throw new Error('--center chooses the center of cez-hours-card, which --tags leaves out.');
  const hasFinder = names.includes('center-finder');

  const code = new Set(names.flatMap((name) => staticClosure(dist, `widgets/${name}.js`)));
  const mapCode = hasFinder ? [...new Set(mapChunks(options.tiles).flatMap((file) => staticClosure(dist, file)))].filter((file) => !code.has(file)) : [];
  const data = [
    hasFinder && `${api}/centers?brand=${brand}`,
    names.includes('hours-card') && options.center && `${api}/centers/${encodeURIComponent(options.center)}`,
    (hasFinder || (names.includes('hours-card') && options.center)) && `${api}/occupancy`,
    names.includes('reading-form') && `${api}/reading-window`,
    names.includes('notice') && `${api}/notices?brand=${brand}`,
    names.includes('contacts') && `${api}/contacts`,
    names.includes('outages') && `${api}/outages`,
  ].filter(Boolean);

  const preload = (file, media) => element('link', { rel: 'modulepreload', href: `${base}/${file}`, integrity: integrity[file], crossorigin: 'anonymous', media });
  const map = JSON.stringify({ integrity: Object.fromEntries(Object.entries(integrity).filter(([file]) => file.endsWith('.js')).map(([file, hash]) => [`${base}/${file}`, hash])) });
  const withMap = options.importMap ?? true;
  const head = [
    ...(withMap ? [element('script', { type: 'importmap' }, map)] : []),
    ...[...code].sort().map((file) => preload(file)),
    ...mapCode.map((file) => preload(file, TWO_PANES)),
    ...data.map((href) => element('link', { rel: 'preload', as: 'fetch', href, crossorigin: 'anonymous', referrerpolicy: 'no-referrer' })),
    element('link', { rel: 'stylesheet', href: `${base}/cez.css`, integrity: integrity['cez.css'], crossorigin: 'anonymous' }),
    element(
      'script',
      {
        type: 'module', src: `${base}/cez.js`, integrity: integrity['cez.js'], crossorigin: 'anonymous',
        'data-api': api, 'data-brand': brand, 'data-lang': lang, 'data-tiles': options.tiles, 'data-attribution': options.attribution,
      },
      '',
    ),
  ];
  const fallback = '<p>Информация: <a href="tel:070010010">0700 10 010</a></p>';
  const body = names.map((name) => element(`cez-${name}`, { 'center-id': name === 'hours-card' ? (options.center ?? 'ID') : undefined }, fallback));

  const rules = [
    { directive: "default-src 'none'", reason: 'Nothing but what follows: no frames, no fonts, no plugins of ours.' },
    {
      directive: `script-src ${base}/${withMap ? ` 'sha256-${createHash('sha256').update(map).digest('base64')}'` : ''}`,
      reason: `The folder of the library${withMap ? ', and the import map, which is the one inline script, by its hash' : ''}.`,
    },
    { directive: `style-src ${base}/`, reason: 'cez.css. The tags’ own styles are adopted sheets, which no policy needs to allow.' },
    { directive: `img-src ${base}/${tiles ? ` ${tiles}` : ''}`, reason: tiles ? 'The tiles of your map.' : 'Kept to the folder of the library; the built-in map is drawn from data and has no tiles.' },
    { directive: `connect-src ${new URL(api).origin}`, reason: 'The API. Nobody else is asked.' },
    { directive: "require-trusted-types-for 'script'", reason: 'No string becomes code: the library turns no data into HTML.' },
    { directive: 'trusted-types lit-html cez', reason: 'lit-html: the templates written in the library. cez: the JSON-LD of the attribute json-ld.' },
  ];
  return { head, body, rules, policy: rules.map(({ directive }) => directive).join('; ') };
}

/**
 * @param {Options} options
 * @param {string} dist the built files
 * @returns {string} HTML, with the policy in its last comment
 */
export function snippet(options, dist) {
  const { head, body, policy } = snippetParts(options, dist);
  return [
    `<!-- In <head>${options.importMap ?? true ? ', before any other module script: an import map that comes later is refused' : '; without an import map the hash of cez.js is checked, and not those of the files it asks for'} -->`,
    ...head,
    '',
    '<!-- In <body>, where the widgets should stand; what is inside shows until they can show more -->',
    ...body,
    '',
    '<!-- Header of the page; add the sources of your own files',
    `Content-Security-Policy: ${policy}`,
    '-->',
    '',
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dist = resolve(import.meta.dirname, '../dist');
  const text = { type: 'string' };
  await printed(() => {
    const { values } = parseArgs({
      allowNegative: true,
      options: { base: text, api: text, brand: text, tags: text, center: text, lang: text, tiles: text, attribution: text, 'import-map': { type: 'boolean' } },
    });
    if (!existsSync(join(dist, 'integrity.json'))) throw new Error('dist/ is not built: run npm run build first.');
    return snippet({ ...values, importMap: values['import-map'] }, dist);
  });
}
