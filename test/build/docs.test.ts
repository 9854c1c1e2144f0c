/** The docs say what is there: every tag with its words and its story, every file that is named, every criterion. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { widgetNames } from '../../scripts/build/entries.mjs';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const pages = readdirSync(join(root, 'stories/docs')).map((file) => `stories/docs/${file}`);
const stories = readdirSync(join(root, 'stories')).filter((file) => file.endsWith('.stories.ts')).map((file) => read(`stories/${file}`));

interface Named {
  name: string;
  description?: string;
}
interface Declaration extends Record<'attributes' | 'events' | 'cssParts' | 'slots' | 'cssProperties', Named[] | undefined> {
  tagName?: string;
  description?: string;
}
const { modules } = JSON.parse(read('custom-elements.json')) as { modules: { declarations: Declaration[] }[] };
const tagOf = (name: string): Declaration => modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === `cez-${name}`)!;

const names: string[] = widgetNames(root);

describe.each(names)('cez-%s', (name) => {
  it('has words in the manifest for all that a page may rely on', () => {
    const tag = tagOf(name);
    expect(tag.description).toBeTruthy();
    const kinds = ['attributes', 'events', 'cssParts', 'slots', 'cssProperties'] as const;
    const unnamed = kinds.flatMap((kind) => (tag[kind] ?? []).filter(({ description }) => !description).map((one) => `${kind} ${one.name}`));
    expect(unnamed).toEqual([]);
  });

  it('has a page of docs', () => expect(stories.filter((story) => story.includes(`component: 'cez-${name}'`))).toHaveLength(1));

  it('may be used with all its attributes in WordPress', () => {
    const plugin = read('docs/recipes/wordpress/cez-widgets.php');
    const listOf = (start: string): string[] => [...(new RegExp(`^\\s*${start} (\\[.*\\])[,;]$`, 'm').exec(plugin)?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(([, attribute = '']) => attribute);
    const own = [...listOf(`'${name}' =>`), ...(plugin.includes(`'${name}' => [`) && /\.\.\.\$map/.test(new RegExp(`'${name}' => .*`).exec(plugin)![0]) ? listOf('\\$map =') : [])];
    const allowed = [...own, ...listOf('\\$common ='), 'lang'];
    expect(tagOf(name).attributes!.map((attribute) => attribute.name).filter((attribute) => !allowed.includes(attribute))).toEqual([]);
  });
});

describe('the pages of the docs', () => {
  it('name files that are there', () => {
    const named = [...pages, 'README.md', 'CONTRIBUTING.md'].flatMap((page) => [...read(page).matchAll(/`((?:test|src|demo|docs|scripts|stories)\/[\w./-]+)`/g)].map(([, file = '']) => file));
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('lead to pages that are there', () => {
    const titles = [...pages.map(read).join().matchAll(/<Meta title="([^"]+)"/g)].map(([, title = '']) => title.toLowerCase().replaceAll(' ', '-'));
    const links = [...[...pages, '.storybook/tag-page.mdx'].map(read).join().matchAll(/\?path=\/docs\/([\w-]+)--docs/g)].map(([, page = '']) => page);
    expect(links.filter((page) => !titles.includes(page))).toEqual([]);
  });

  it('explain each number of a failure', () => {
    const explained = [...read('stories/docs/failures-and-codes.md').matchAll(/^\| (\d\d) \| `([\w-]+)` \|/gm)].map(([, number = '', code = '']) => `${code} ${number}`);
    const known = [...read('src/ui/failure-number.ts').matchAll(/([a-z-]+)'?: (\d\d)\b/g)].map(([, code = '', number = '']) => `${code} ${number}`);
    expect(known).toHaveLength(7);
    expect(explained).toEqual(known);
  });

  it('answer each criterion of WCAG 2.2, A and AA, once', () => {
    const answered = [...read('stories/docs/accessibility.md').matchAll(/^\| (\d\.\d\.\d+) .*? \| (A|AA) \|/gm)].map(([, criterion = '']) => criterion);
    // By guideline, the numbers of its criteria of levels A and AA.
    const criteria: Record<string, number[]> = {
      '1.1': [1], '1.2': [1, 2, 3, 4, 5], '1.3': [1, 2, 3, 4, 5], '1.4': [1, 2, 3, 4, 5, 10, 11, 12, 13],
      '2.1': [1, 2, 4], '2.2': [1, 2], '2.3': [1], '2.4': [1, 2, 3, 4, 5, 6, 7, 11], '2.5': [1, 2, 3, 4, 7, 8],
      '3.1': [1, 2], '3.2': [1, 2, 3, 4, 6], '3.3': [1, 2, 3, 4, 7, 8], '4.1': [2, 3],
    };
    expect(answered).toEqual(Object.keys(criteria).flatMap((guideline) => criteria[guideline]!.map((number) => `${guideline}.${number}`)));
    expect(answered).toHaveLength(55);
  });
});
