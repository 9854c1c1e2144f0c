/**
 * Bytes each entry may cost (`size-budgets.json`, brotli, with all it imports statically). Whoever makes one
 * grow edits the number on purpose.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { widgetNames } from '../../scripts/build/entries.mjs';
import { brotliBytes } from '../../scripts/build/sizes.mjs';

const root = resolve(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const budgets = JSON.parse(readFileSync(join(root, 'size-budgets.json'), 'utf8')) as Record<string, number>;

describe('the budget', () => {
  it('covers the loader and every tag', () => {
    expect(Object.keys(budgets)).toEqual(expect.arrayContaining(['cez.js', ...widgetNames(root).map((name: string) => `widgets/${name}.js`)]));
  });

  it.each(Object.keys(budgets))('of %s is kept', (entries) => {
    expect(brotliBytes(dist, entries)).toBeLessThanOrEqual(budgets[entries]!);
  });
});
