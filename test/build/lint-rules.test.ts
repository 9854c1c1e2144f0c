/** Every ban fires on the code it is meant for, and keeps quiet beside it. */
import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { objection } from '../../scripts/lint/rooms.mjs';

const root = resolve(import.meta.dirname, '../..');
/** Without types: each sample stands alone, in a file that does not exist. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } }],
  ruleFilter: ({ ruleId }) => !ruleId.startsWith('@typescript-eslint/'),
});

async function complaints(code: string, file: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: resolve(root, file) });
  return result!.messages.map(({ ruleId }) => ruleId ?? 'fatal');
}

const card = 'src/widgets/sample/sample.ts';
const lit = "import { css, html } from 'lit';";

describe('a ban', () => {
  it.each([
    ['a style attribute', card, `${lit} export const x = html\`<p style="color: red"></p>\`;`, 'house/templates'],
    ['a bound style attribute', card, `${lit} export const x = (v: string) => html\`<p style=\${v}></p>\`;`, 'house/templates'],
    ['styleMap', card, "export { styleMap } from 'lit/directives/style-map.js';", 'no-restricted-imports'],
    ['unsafeHTML', card, "export { unsafeHTML } from 'lit/directives/unsafe-html.js';", 'no-restricted-imports'],
    ['unsafeSVG', card, "export { unsafeSVG } from 'lit/directives/unsafe-svg.js';", 'no-restricted-imports'],
    ['unsafeStatic', card, "export { unsafeStatic } from 'lit/static-html.js';", 'no-restricted-imports'],
    ['innerHTML', card, 'export const x = (e: Element, t: string) => { e.innerHTML = t; };', 'no-restricted-syntax'],
    ['outerHTML', card, 'export const x = (e: Element, t: string) => { e.outerHTML = t; };', 'no-restricted-syntax'],
    ['insertAdjacentHTML', card, "export const x = (e: Element) => e.insertAdjacentHTML('beforeend', '');", 'no-restricted-syntax'],
    ['document.write', card, "export const x = () => document.write('');", 'no-restricted-syntax'],
    ['innerHTML in a template', card, `${lit} export const x = (v: string) => html\`<p .innerHTML=\${v}></p>\`;`, 'house/templates'],
    ['a link from data', card, `${lit} export const x = (v: string) => html\`<a href=\${v}>x</a>\`;`, 'house/templates'],
    ['a quoted link from data', card, `${lit} export const x = (v: string) => html\`<a href="\${v}">x</a>\`;`, 'house/templates'],
    ['rem in a style sheet', card, `${lit} export const x = css\`p { margin: 1.5rem }\`;`, 'house/templates'],
    ['Array.from', card, 'export const x = (s: Set<string>) => Array.from(s);', 'no-restricted-syntax'],
    ['entries of an array', card, 'export const x = (a: string[]) => a.entries();', 'no-restricted-syntax'],
    ['for…in', card, 'export function x(o: object) { for (const k in o) String(k); }', 'no-restricted-syntax'],
    ['Object.values', card, 'export const x = (o: object) => Object.values(o);', 'no-restricted-syntax'],
    ['Object.entries', 'src/ui/sample.ts', 'export const x = (o: object) => Object.entries(o);', 'no-restricted-syntax'],
    ['fetch in a widget', card, "export const x = () => fetch('/');", 'no-restricted-globals'],
    ['fetch in core', 'src/core/sample.ts', "export const x = () => fetch('/');", 'no-restricted-globals'],
    ['window.fetch', 'src/ui/sample.ts', "export const x = () => window.fetch('/');", 'no-restricted-properties'],
    ['Intl in a widget', card, 'export const x = Intl.NumberFormat;', 'no-restricted-globals'],
    ['Intl in the model', 'src/model/sample.ts', 'export const x = Intl.NumberFormat;', 'no-restricted-globals'],
    ['console in a widget', card, "export const x = () => console.log('');", 'no-console'],
    ['console in the model', 'src/model/sample.ts', "export const x = () => console.log('');", 'no-console'],
    ['Date.now in the model', 'src/model/sample.ts', 'export const x = () => Date.now();', 'no-restricted-syntax'],
    ['the present in the model', 'src/model/sample.ts', 'export const x = () => new Date();', 'no-restricted-syntax'],
    ['the present in a widget', card, 'export const x = () => new Date();', 'no-restricted-syntax'],
  ])('stops %s', async (_what, file, code, rule) => {
    expect(await complaints(code, file)).toContain(rule);
  });

  it.each([
    ['an inner property called style', card, `${lit} export const x = (v: string) => html\`<p .style=\${v}></p>\`;`],
    ['a link that went through safeUrl()', card, `${lit} import { safeUrl } from '../../core/safe-url.js'; export const x = (v: string) => html\`<a href=\${safeUrl(v)}>x</a>\`;`],
    ['a link within the page', card, `${lit} export const x = (id: string) => html\`<a href="#\${id}">x</a>\`;`],
    ['em in a style sheet', card, `${lit} export const x = css\`p { margin: 1.5em }\`;`],
    ['a date from a value', 'src/model/sample.ts', 'export const x = (v: number) => new Date(v);'],
    ['fetch in api/', 'src/api/sample.ts', "export const x = () => fetch('/');"],
    ['Object.keys', card, 'export const x = (o: object) => Object.keys(o);'],
  ])('lets pass %s', async (_what, file, code) => {
    expect(await complaints(code, file)).toEqual([]);
  });
});

describe('a room', () => {
  it.each([
    ['model/search.ts', '../api/client.js'],
    ['model/search.ts', 'lit'],
    ['api/client.ts', '../core/settings.js'],
    ['api/client.ts', 'lit'],
    ['i18n/words.ts', '../ui/status.js'],
    ['core/element.ts', '../ui/status.js'],
    ['core/element.ts', '../map/map-port.js'],
    ['core/element.ts', '../widgets/hours-card/hours-card.js'],
    ['ui/status.ts', '../api/client.js'],
    ['ui/status.ts', '../widgets/hours-card/hours-card.js'],
    ['map/leaflet-map.ts', '../i18n/words.js'],
    ['map/leaflet-map.ts', '../api/client.js'],
    ['map/map-port.ts', 'leaflet/src/map/Map.js'],
    ['core/element.ts', 'leaflet'],
    ['widgets/center-finder/center-finder.ts', 'leaflet'],
    ['widgets/center-finder/center-finder.ts', '../hours-card/hours-card.js'],
    ['widgets/center-finder/define.ts', '../hours-card/hours-card.js'],
    ['widgets/center-finder/define.ts', '../../ui/status.js'],
    ['loader.ts', './core/settings.js'],
    ['sites/cez-bg.ts', '../core/settings.js'],
    ['prerender/center.ts', '../core/element.js'],
    ['prerender/center.ts', '../widgets/hours-card/hours-card.js'],
    ['index.ts', './widgets/hours-card/define.js'],
    ['define.ts', './core/settings.js'],
  ])('%s may not import %s', (from, source) => {
    expect(objection(from, source, false)).toEqual(expect.any(String));
  });

  it.each([
    ['model/search.ts', './transliteration.js'],
    ['api/client.ts', '../model/wire.js'],
    ['core/element.ts', '../api/client.js'],
    ['core/element.ts', '../i18n/words.js'],
    ['ui/status.ts', '../core/element.js'],
    ['map/leaflet-map.ts', 'leaflet/src/map/Map.js'],
    ['map/leaflet-map.ts', '../model/wire.js'],
    ['widgets/center-finder/center-finder.ts', '../../map/map-port.js'],
    ['widgets/center-finder/define.ts', '../hours-card/define.js'],
    ['widgets/center-finder/define.ts', '../../core/define.js'],
    ['prerender/center.ts', '../widgets/hours-card/center-words.js'],
    ['index.ts', './widgets/hours-card/hours-card.js'],
    ['define.ts', './widgets/hours-card/define.js'],
  ])('%s may import %s', (from, source) => {
    expect(objection(from, source, false)).toBeNull();
  });

  it('lets a tag register another one when it is needed, and only then', () => {
    expect(objection('widgets/center-finder/center-finder.ts', '../hours-card/define.js', false, true)).toBeNull();
    expect(objection('widgets/center-finder/center-finder.ts', '../hours-card/define.js', false)).toEqual(expect.any(String));
  });

  it('takes the contract for its types only', () => {
    expect(objection('model/wire.ts', '../api/schema.js', true)).toBeNull();
    expect(objection('model/wire.ts', '../api/schema.js', false)).toEqual(expect.any(String));
    expect(objection('model/search.ts', '../api/schema.js', true)).toEqual(expect.any(String));
  });
});
