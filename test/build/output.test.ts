/** What a browser will meet in `dist/`: which file asks for which, what is inside, and that it repeats. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { widgetNames } from '../../scripts/build/entries.mjs';
import { embeddedFiles, integrityOf } from '../../scripts/build/integrity.mjs';
import { importsOf } from '../../scripts/build/module-graph.mjs';
import { chunksOf } from '../../src/embed.js';

const root = resolve(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
const scripts: string[] = embeddedFiles(dist).filter((file: string) => file.endsWith('.js'));
const names: string[] = widgetNames(root);
const widgets = names.map((name) => `widgets/${name}.js`);
const shared = ['chunks/core.js', 'chunks/forms.js', 'chunks/centers.js', 'chunks/places.js', 'chunks/submissions.js'];
const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

describe('the built files', () => {
  it('are those that a page may name', () => {
    expect(scripts).toEqual(expect.arrayContaining(['cez.js', 'chunks/core.js', 'sites/cez-bg.js', 'sites/cez-rp.js', ...widgets]));
    expect(embeddedFiles(dist)).toContain('cez.css');
  });

  it('say which version they are', () => {
    for (const file of scripts) expect(read(file)).toMatch(new RegExp(`^/\\*! @cez/widgets ${version.replaceAll('.', '\\.')} \\| MIT \\*/`));
    expect(scripts.map(read).join('')).not.toMatch(/__VERSION__|__TAGS__/);
  });

  it('have their hashes in integrity.json', () => {
    const expected = Object.fromEntries(embeddedFiles(dist).map((file: string) => [file, integrityOf(readFileSync(join(dist, file)))]));
    expect(JSON.parse(read('integrity.json'))).toEqual(expected);
  });

  it('carry no line break of a template', () => {
    for (const file of scripts) {
      const code = read(file).replace(/^\/\*![^]*?\*\/$/gm, '').replace(/^\/\/# sourceMappingURL=.*$/m, '');
      for (const [template] of code.matchAll(/`[^`]*`/g)) expect(template, file).not.toContain('\n');
    }
  });

  it('write no HTML and touch no global of Leaflet', () => {
    for (const file of scripts.filter((name) => name !== 'chunks/core.js')) {
      expect(read(file), file).not.toMatch(/\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|document\.write|window\.L\b/);
    }
  });
});

describe('the chain of requests', () => {
  it('starts without a static import: no script of a script tag waits for a second file', () => {
    for (const file of ['cez.js', 'sites/cez-bg.js', 'sites/cez-rp.js']) expect(importsOf(dist, file).statics).toEqual([]);
  });

  it('is one hop from each tag to its shared chunks and to the tags it renders, and ends there', () => {
    for (const name of names) {
      const { statics } = importsOf(dist, `widgets/${name}.js`);
      expect(statics.filter((file: string) => !widgets.includes(file)), name).toEqual(chunksOf(name).map((chunk) => `chunks/${chunk}.js`).sort());
    }
    expect(importsOf(dist, 'chunks/core.js').statics).toEqual([]);
    for (const chunk of ['chunks/forms.js', 'chunks/centers.js', 'chunks/places.js']) expect(importsOf(dist, chunk).statics).toEqual(['chunks/core.js']);
    expect(importsOf(dist, 'chunks/submissions.js').statics).toEqual(['chunks/core.js', 'chunks/forms.js']);
  });

  it('is one more hop to a lazy chunk, whose needs are there or asked for along with it', () => {
    const askers = [...shared, ...widgets];
    const lazy = askers.flatMap((asker) => importsOf(dist, asker).dynamics.filter((file) => !shared.includes(file)).map((file): [asker: string, chunk: string] => [asker, file]));
    expect(lazy.length).toBeGreaterThan(0);
    for (const [asker, chunk] of lazy) {
      const { statics, dynamics } = importsOf(dist, asker);
      expect([asker, ...statics, ...dynamics, ...widgets], `${chunk} of ${asker}`).toEqual(expect.arrayContaining(importsOf(dist, chunk).statics));
    }
  });

  it('finds the tags of each site in the build', () => {
    for (const site of ['sites/cez-bg.js', 'sites/cez-rp.js']) {
      const named = [...(/\[("[\w-]+",)+"config"\]/.exec(read(site))?.[0] ?? '').matchAll(/"([\w-]+)"/g)].map(([, name]) => `widgets/${name}.js`);
      expect(named.length).toBeGreaterThan(0);
      expect(widgets).toEqual(expect.arrayContaining(named));
    }
  });

  it('registers every tag from define.ts', () => {
    const named = [...readFileSync(join(root, 'src/define.ts'), 'utf8').matchAll(/widgets\/([\w-]+)\/define/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(widgetNames(root));
    for (const name of named) expect(read('npm/define.js')).toContain(`widgets/${name}/define.js`);
  });
});

describe('a second build', () => {
  const again = mkdtempSync(join(tmpdir(), 'cez-build-'));
  afterAll(() => rmSync(again, { recursive: true }));

  it('gives the same bytes, and dist/ is what the sources give', () => {
    const { status } = spawnSync(process.execPath, ['scripts/build.mjs', '--dir', again], { cwd: root, stdio: 'ignore' });
    expect(status).toBe(0);
    const files = (dir: string): string[] =>
      readdirSync(dir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name).slice(dir.length)).sort();
    expect(files(again)).toEqual(files(dist));
    expect(files(again).filter((file) => !readFileSync(again + file).equals(readFileSync(dist + file)))).toEqual([]);
  }, 180_000);
});
