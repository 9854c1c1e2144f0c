/** The npm package as its users get it: imported by name in Node, where nothing throws or is registered, and packed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { widgetNames } from '../../scripts/build/entries.mjs';

const root = resolve(import.meta.dirname, '../..');
const names: string[] = widgetNames(root);

/** Runs a module in a Node of its own, which sees the package by self-reference. @returns what it prints */
function node(code: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout.trim();
}

describe('in Node the package', () => {
  it.each(['@cez/widgets', '@cez/widgets/jsx', ...names.map((name) => `@cez/widgets/${name}`)])('gives %s and registers nothing', (name) => {
    expect(node(`await import('${name}'); console.log(globalThis.customElements ? [...(customElements.__definitions?.keys() ?? [])].length : 0)`)).toBe('0');
  });

  it.each(['@cez/widgets/define', '@cez/widgets/react', ...names.map((name) => `@cez/widgets/${name}/define`)])('gives %s', (name) => {
    expect(node(`await import('${name}'); console.log('here')`)).toBe('here');
  });

  it('gives the pure functions', () => {
    const code = `
      import { openingStatus } from '@cez/widgets/model/opening-hours';
      import { isPublicHoliday, publicHolidays } from '@cez/widgets/model/holidays';
      import { searchCenters } from '@cez/widgets/model/search';
      console.log([typeof openingStatus, isPublicHoliday('2026-03-03'), publicHolidays(2026).length > 10, searchCenters([], 'x').length].join());`;
    expect(node(code)).toBe('function,true,true,0');
  });
});

describe('the package', () => {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, { types: string; default: string } | string> };
  const target = (key: string, name: string): { types: string; default: string } => {
    const { types, default: main } = exports[key] as { types: string; default: string };
    return { types: join(root, types.replaceAll('*', name)), default: join(root, main.replaceAll('*', name)) };
  };

  it('has types beside every module', () => {
    const modules = [target('.', ''), target('./define', ''), ...names.flatMap((name) => [target('./*', name), target('./*/define', name)]), target('./model/*', 'holidays')];
    for (const { types, default: main } of modules) {
      expect(existsSync(main), main).toBe(true);
      expect(existsSync(types), types).toBe(true);
    }
  });

  it('asks its users for Lit alone, and those of its components for React', () => {
    const modules = join(root, 'dist/npm');
    const asked = (files: string[]): string[] => [
      ...new Set(files.flatMap((file) => [...readFileSync(join(modules, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"]([^.'"][^'"]*)['"]/g)].map(([, name]) => name!.replace(/^lit\/.*/, 'lit')))),
    ];
    const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    const components = files.filter((file) => file.startsWith('react/'));
    expect(asked(files.filter((file) => !components.includes(file)))).toEqual(['lit']);
    expect(asked(components).sort()).toEqual(['@lit/react', 'react']);
  });
});

describe('packed', () => {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache/packed-'));
  const installed = join(folder, 'node_modules/@cez/widgets');
  const run = (command: string, ...args: string[]): string => {
    const { stdout, stderr, status } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    expect(status, `${stdout}\n${stderr}`).toBe(0);
    return stdout;
  };
  let tarball = '';

  beforeAll(() => {
    const [packed] = JSON.parse(run('npm', 'pack', root, '--ignore-scripts', '--json')) as [{ filename: string }];
    tarball = join(folder, packed.filename);
    mkdirSync(installed, { recursive: true });
    run('tar', '-xzf', tarball, '-C', installed, '--strip-components=1');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('it holds what is meant for users and nothing else', () => {
    expect(readdirSync(installed).sort()).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'README.md', 'custom-elements.json', 'dist', 'package.json', 'vscode.html-custom-data.json', 'web-types.json'].sort(),
    );
  });

  it('it is as bundlers and registries want it', async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('its types are found wherever its modules are', () => {
    const entries = ['.', 'define', 'jsx', 'react', 'model/holidays', 'model/opening-hours', 'model/search', ...names.flatMap((name) => [name, `${name}/define`, `react/${name}`])];
    run(process.execPath, join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only', '--no-definitely-typed', '--no-color', '--entrypoints', ...entries);
  });

  it('its manifest and the editors’ data know every tag, and modules that are there', () => {
    const read = (file: string): unknown => JSON.parse(readFileSync(join(installed, file), 'utf8'));
    const { modules } = read('custom-elements.json') as { modules: { path: string; exports: { kind: string; name: string }[] }[] };
    const tags = names.map((name) => `cez-${name}`);
    for (const { path } of modules) expect(existsSync(join(installed, path)), path).toBe(true);
    expect(modules.flatMap(({ exports }) => exports.filter(({ kind }) => kind === 'custom-element-definition').map(({ name }) => name)).sort()).toEqual(tags);
    const inEditors = [(read('vscode.html-custom-data.json') as { tags: { name: string }[] }).tags, (read('web-types.json') as { contributions: { html: { elements: { name: string }[] } } }).contributions.html.elements];
    for (const known of inEditors) expect(known.map(({ name }) => name).sort()).toEqual(tags);
  });

  /** Compiles a user's module against the package, its neighbours and their types, with nothing skipped. */
  it.each(['bundler', 'nodenext'])('its tags, events and components have types under moduleResolution %s', (moduleResolution) => {
    const plain = names.map((name, index) => `
      import '@cez/widgets/${name}/define';
      const element${index}: { readonly version: string } = document.createElement('cez-${name}');
      void element${index};`).join('');
    writeFileSync(join(folder, 'plain.ts'), `${plain}
      import { publicHolidays } from '@cez/widgets/model/holidays';
      const finder = document.createElement('cez-center-finder');
      finder.openNow = true;
      // @ts-expect-error: a flag is no text
      finder.openNow = 'yes';
      finder.addEventListener('cez-center-select', ({ detail }) => detail.centerId.trim());
      document.addEventListener('cez-balance-shown', ({ detail }) => detail.state === 'owed');
      document.addEventListener('cez-version-conflict', ({ detail }) => detail.ignored.trim());
      // @ts-expect-error: events carry nothing else
      finder.addEventListener('cez-search', ({ detail }) => detail.query);
      publicHolidays(2026)[0]!.name.bg.trim();`);
    writeFileSync(join(folder, 'react.tsx'), `
      import type {} from '@cez/widgets/jsx';
      import { CenterFinder, HoursCard } from '@cez/widgets/react';
      export const fine = [
        <cez-hours-card key="1" center-id="x" compact heading-level={3} className="x" oncez-error={({ detail }) => detail.retryable} />,
        <HoursCard key="2" centerId="x" compact onCezError={({ detail }) => detail.code === 'offline'} />,
        <CenterFinder key="3" openNow onCezSearch={({ detail }) => detail.resultCount.toFixed()} />,
      ];
      export const wrong = [
        // @ts-expect-error: events carry nothing else
        <cez-hours-card key="1" oncez-error={({ detail }) => detail.reason} />,
        // @ts-expect-error: no number
        <cez-center-finder key="2" query={1} />,
        // @ts-expect-error: no such property
        <HoursCard key="3" center-identity="x" hours={1} />,
      ];`);
    const options = { target: 'es2022', module: moduleResolution === 'bundler' ? 'esnext' : 'nodenext', moduleResolution, jsx: 'react-jsx', lib: ['es2023', 'dom', 'dom.iterable'], types: [], strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true };
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['plain.ts', 'react.tsx'] }));
    run(process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-p', '.');
  });
});
