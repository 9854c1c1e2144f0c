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

/** The lazy chunks of the finder's map, and the pages wide enough to show it beside the list. */
const mapChunks = (tiles) => ['chunks/map.js', `chunks/${tiles ? 'leaflet-tiles' : 'basemap'}.js`];
const TWO_PANES = '(min-width: 60em)';

const escape = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

function element(name, attributes, content) {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escape(value)}"`))
    .join('');
  return `<${name}${written}>${content === undefined ? '' : `${content}</${name}>`}`;
}

/** An absolute web address without a closing slash. */
function address(option, value) {
  if (!value) throw new Error(`--${option} is missing: give the absolute address.`);
  try {
    const url = new URL(value);
    if (/^https?:$/.test(url.protocol)) return url.href.replace(/\/+$/, '');
  } catch {
    // Told below.
  }
  throw new Error(`--${option} ${value} is not an absolute web address.`);
}

function tagNames(written, integrity) {
  const built = Object.keys(integrity).flatMap((file) => /^widgets\/(.+)\.js$/.exec(file)?.[1] ?? []);
  const names = written ? written.split(',').map((tag) => tag.trim().replace(/^cez-/, '')) : built.filter((name) => name !== 'config');
  const unknown = names.find((name) => !built.includes(name));
  if (unknown !== undefined) throw new Error(`--tags: there is no cez-${unknown}; this build has ${built.join(', ')}.`);
  return names;
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
  const api = address('api', options.api);
  const brand = options.brand ?? 'cez-bg';
  if (brand !== 'cez-bg' && brand !== 'cez-rp') throw new Error(`--brand ${brand} is not known: cez-bg or cez-rp.`);
  if (options.tiles && !options.attribution) throw new Error('--tiles needs --attribution: who made the map.');
  const integrity = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));
  const names = tagNames(options.tags, integrity);
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
        'data-api': api, 'data-brand': brand, 'data-lang': options.lang, 'data-tiles': options.tiles, 'data-attribution': options.attribution,
      },
      '',
    ),
  ];
  const fallback = '<p>Информация: <a href="tel:070010010">0700 10 010</a></p>';
  const body = names.map((name) => element(`cez-${name}`, { 'center-id': name === 'hours-card' ? (options.center ?? 'ID') : undefined }, fallback));

  const tileHost = options.tiles && new URL(options.tiles.replace('{s}', '*').replace(/[{}]/g, '')).origin;
  const rules = [
    { directive: "default-src 'none'", reason: 'Nothing but what follows: no frames, no fonts, no plugins of ours.' },
    {
      directive: `script-src ${base}/${withMap ? ` 'sha256-${createHash('sha256').update(map).digest('base64')}'` : ''}`,
      reason: `The folder of the library${withMap ? ', and the import map, which is the one inline script, by its hash' : ''}.`,
    },
    { directive: `style-src ${base}/`, reason: 'cez.css. The tags’ own styles are adopted sheets, which no policy needs to allow.' },
    { directive: `img-src ${base}/${tileHost ? ` ${tileHost}` : ''}`, reason: tileHost ? 'The tiles of your map.' : 'Kept to the folder of the library; the built-in map is drawn from data and has no tiles.' },
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
    `<!-- In <head>${options.importMap ?? true ? ', before any other module script: an import map that comes later is refused' : ''} -->`,
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
  try {
    const { values } = parseArgs({
      allowNegative: true,
      options: { base: text, api: text, brand: text, tags: text, center: text, lang: text, tiles: text, attribution: text, 'import-map': { type: 'boolean' } },
    });
    if (!existsSync(join(dist, 'integrity.json'))) throw new Error('dist/ is not built: run npm run build first.');
    process.stdout.write(snippet({ ...values, importMap: values['import-map'] }, dist));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
