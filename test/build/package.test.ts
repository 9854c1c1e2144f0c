/** The npm package as its users import it, by name, in Node: nothing throws, nothing is registered. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
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
  it.each(['@cez/widgets', ...names.map((name) => `@cez/widgets/${name}`)])('gives %s and registers nothing', (name) => {
    expect(node(`await import('${name}'); console.log(globalThis.customElements ? [...(customElements.__definitions?.keys() ?? [])].length : 0)`)).toBe('0');
  });

  it.each(['@cez/widgets/define', ...names.map((name) => `@cez/widgets/${name}/define`)])('gives %s', (name) => {
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

  it('asks its users for Lit alone', () => {
    const code = node(`
      import { readdirSync, readFileSync } from 'node:fs';
      const files = readdirSync('dist/npm', { recursive: true }).filter((file) => file.endsWith('.js'));
      const bare = files.flatMap((file) => [...readFileSync('dist/npm/' + file, 'utf8').matchAll(/(?:from|import)\\s*\\(?\\s*['"]([^.'"][^'"]*)['"]/g)].map(([, name]) => name.split('/')[0]));
      console.log([...new Set(bare)].join());`);
    expect(code).toBe('lit');
  });
});
