/** What `npm run snippet` prints, read as a browser would: by tag, in order. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeIntegrity } from '../../scripts/build/integrity.mjs';
import { snippet, snippetParts } from '../../scripts/snippet.mjs';

const base = 'https://static.example.bg/widgets/1.2.3';
const api = 'https://api.example.bg/v1';
const files: Record<string, string> = {
  'cez.js': 'export {};',
  'cez.css': 'cez-hours-card:not(:defined) { display: block }',
  'chunks/core.js': 'export const core = 1;',
  'chunks/forms.js': "import './core.js';",
  'chunks/map.js': "import { core } from './core.js'; export const map = core;",
  'chunks/leaflet-tiles.js': "import { map } from './map.js'; export const tiles = map;",
  'chunks/basemap.js': 'export const basemap = 1;',
  'chunks/en.js': 'export const en = 1;',
  'widgets/config.js': "import '../chunks/core.js';",
  'widgets/reading-form.js': "import '../chunks/core.js'; import '../chunks/forms.js';",
  'widgets/hours-card.js': "import '../chunks/core.js'; import('../chunks/en.js');",
  'widgets/center-finder.js': "import '../chunks/core.js'; import './hours-card.js'; import('../chunks/map.js');",
};
const dist = mkdtempSync(join(tmpdir(), 'cez-snippet-'));

beforeAll(() => {
  for (const file of Object.keys(files)) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), files[file]!);
  }
  writeIntegrity(dist);
});
afterAll(() => rmSync(dist, { recursive: true }));

const hash = (file: string): string => `sha384-${createHash('sha384').update(files[file]!).digest('base64')}`;
/** Attributes of every `<name …>`, in order. */
function tags(text: string, name: string): Record<string, string>[] {
  return [...text.matchAll(new RegExp(`<${name}( [^>]*)?>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']): [string, string] => [key, value])),
  );
}
const hinted = (text: string): string[] => tags(text, 'link').filter(({ rel }) => rel === 'modulepreload').map(({ href }) => href!.slice(base.length + 1));
const importMap = (text: string): string => /<script type="importmap">(.*?)<\/script>/.exec(text)![1]!;

describe('the snippet', () => {
  it('has the import map before every other script, with the hash of each script', () => {
    const text = snippet({ base, api }, dist);
    expect(text.indexOf('importmap')).toBeLessThan(text.indexOf('modulepreload'));
    const { integrity } = JSON.parse(importMap(text)) as { integrity: Record<string, string> };
    expect(integrity).toEqual(Object.fromEntries(Object.keys(files).filter((file) => file.endsWith('.js')).map((file) => [`${base}/${file}`, hash(file)])));
  });

  it('names the import map in the policy by its hash', () => {
    const text = snippet({ base, api }, dist);
    expect(text).toContain(`'sha256-${createHash('sha256').update(importMap(text)).digest('base64')}'`);
    expect(text).toContain("require-trusted-types-for 'script'; trusted-types lit-html cez");
    expect(text).toContain('connect-src https://api.example.bg;');
  });

  it('says what each part of the policy is for', () => {
    const { rules, policy } = snippetParts({ base, api }, dist);
    expect(rules.map(({ directive }) => directive).join('; ')).toBe(policy);
    expect(snippet({ base, api }, dist)).toContain(`Content-Security-Policy: ${policy}\n`);
    expect(rules.filter(({ reason }) => !reason.endsWith('.'))).toEqual([]);
  });

  it('can do without the import map', () => {
    const text = snippet({ base, api, importMap: false }, dist);
    expect(text).not.toContain('importmap');
    expect(text).not.toContain('sha256-');
    expect(text).toContain('not those of the files it asks for');
    expect(tags(text, 'script')).toHaveLength(1);
  });

  it('hints at the shared chunks, the tags and the map of a finder, but not at texts that may never be needed', () => {
    const code = ['chunks/core.js', 'widgets/center-finder.js', 'widgets/hours-card.js'];
    expect(hinted(snippet({ base, api, tags: 'center-finder' }, dist))).toEqual([...code, 'chunks/map.js', 'chunks/basemap.js']);
    expect(hinted(snippet({ base, api, tags: 'center-finder', tiles: 'https://t.bg/{z}/{x}/{y}.png', attribution: 'us' }, dist))).toEqual([...code, 'chunks/map.js', 'chunks/leaflet-tiles.js']);
    expect(hinted(snippet({ base, api, tags: 'cez-hours-card' }, dist))).toEqual(['chunks/core.js', 'widgets/hours-card.js']);
    expect(hinted(snippet({ base, api, tags: 'reading-form' }, dist))).toEqual(['chunks/core.js', 'chunks/forms.js', 'widgets/reading-form.js']);
  });

  it('asks for the map only where it stands beside the list', () => {
    const map = tags(snippet({ base, api, tags: 'center-finder' }, dist), 'link').filter(({ href }) => /map\.js$/.test(href!));
    expect(map.map(({ media }) => media)).toEqual(['(min-width: 60em)', '(min-width: 60em)']);
  });

  it('names each tag once', () => {
    expect(tags(snippet({ base, api, tags: 'hours-card,cez-hours-card, reading-form' }, dist), 'cez-[a-z-]+')).toHaveLength(2);
  });

  it('starts the data requests that the tags will make', () => {
    const data = (text: string): (string | undefined)[] => tags(text, 'link').filter(({ rel }) => rel === 'preload').map(({ href }) => href);
    expect(data(snippet({ base, api: `${api}/`, brand: 'cez-rp' }, dist))).toEqual([`${api}/centers?brand=cez-rp`, `${api}/occupancy`, `${api}/reading-window`]);
    expect(data(snippet({ base, api, tags: 'hours-card', center: 'a b' }, dist))).toEqual([`${api}/centers/a%20b`, `${api}/occupancy`]);
    expect(tags(snippet({ base, api }, dist), 'link').find(({ rel }) => rel === 'preload')).toMatchObject({ as: 'fetch', crossorigin: 'anonymous' });
  });

  it('checks the loader and the style sheet too', () => {
    const text = snippet({ base, api, brand: 'cez-rp' }, dist);
    expect(tags(text, 'script').at(-1)).toMatchObject({ src: `${base}/cez.js`, integrity: hash('cez.js'), crossorigin: 'anonymous', 'data-api': api, 'data-brand': 'cez-rp' });
    expect(tags(text, 'link').find(({ rel }) => rel === 'stylesheet')).toMatchObject({ href: `${base}/cez.css`, integrity: hash('cez.css') });
  });

  it('allows the tiles of a foreign map, and asks who made them', () => {
    const tiles = 'https://{s}.tiles.example.bg/{z}/{x}/{y}.png';
    expect(() => snippet({ base, api, tiles }, dist)).toThrow('--attribution');
    expect(snippet({ base, api, tiles: 'https://tiles.example.bg/{z}/{x}/{y}.png', attribution: '© "us"' }, dist)).toMatch(/img-src \S+ https:\/\/tiles\.example\.bg;/);
    expect(snippet({ base, api, tiles, attribution: '© "us"' }, dist)).toContain('https://*.tiles.example.bg;');
    expect(snippet({ base, api, tiles, attribution: '© "us"' }, dist)).toContain('data-attribution="© &quot;us&quot;"');
  });

  it.each([
    ['no base', { base: '', api }, '--base is missing'],
    ['a relative base', { base: '/widgets', api }, 'not an absolute web address'],
    ['another scheme', { base: 'ftp://x/', api }, 'not an absolute web address'],
    ['an unknown brand', { base, api, brand: 'cez' }, '--brand cez is not known'],
    ['a base with a query', { base: `${base}?v=1`, api }, 'more than a folder'],
    ['a base that would break the policy', { base: 'https://static.example.bg/a;b', api }, 'Content-Security-Policy'],
    ['an API without its version', { base, api: 'https://api.example.bg' }, 'does not end in /v1'],
    ['an unknown language', { base, api, lang: 'de' }, '--lang de is not known: bg or en'],
    ['an unknown tag', { base, api, tags: 'clock' }, 'there is no cez-clock'],
    ['no tag', { base, api, tags: ' ,' }, '--tags is empty'],
    ['a center for no card', { base, api, tags: 'center-finder', center: 'x' }, '--center chooses the center of cez-hours-card'],
    ['tiles that are no template', { base, api, tiles: 'https://t.bg/map.png', attribution: 'us' }, 'not an address with {z}, {x} and {y}'],
    ['tiles on no host', { base, api, tiles: '/{z}/{x}/{y}.png', attribution: 'us' }, 'not an address with {z}, {x} and {y}'],
    ['tiles for no map', { base, api, tags: 'hours-card', tiles: 'https://t.bg/{z}/{x}/{y}.png', attribution: 'us' }, 'none of these tags has a map'],
    ['an attribution alone', { base, api, attribution: 'us' }, '--tiles, which is missing'],
  ])('says what is wrong with %s', (_what, options, words) => {
    expect(() => snippet(options, dist)).toThrow(words);
  });
});
