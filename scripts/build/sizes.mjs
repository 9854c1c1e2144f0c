/** What a page pays for an entry: brotli bytes of every file it needs before it can run, one by one. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { staticClosure } from './module-graph.mjs';

/** @param {string} entries one file of `dir`, or several joined by ` + `  @returns {number} bytes */
export function brotliBytes(dir, entries) {
  const files = new Set(entries.split(' + ').flatMap((entry) => staticClosure(dir, entry)));
  return [...files].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(dir, file))).length, 0);
}

/** Writes the table of all `entries` into the first place of the changelog that is marked for it. */
export function writeSizeTable(changelog, dir, entries) {
  const rows = entries.map((entry) => `| ${entry.split(' + ').map((file) => `\`${file}\``).join(' and ')} | ${(brotliBytes(dir, entry) / 1000).toFixed(1)} |`);
  const table = ['<!-- sizes -->', '| Loaded with all it needs | kB, brotli |', '|---|--:|', ...rows, '<!-- /sizes -->'].join('\n');
  const text = readFileSync(changelog, 'utf8');
  const marked = /<!-- sizes -->[^]*?<!-- \/sizes -->/;
  if (!marked.test(text)) throw new Error(`${changelog} has no place for the sizes: <!-- sizes --><!-- /sizes -->`);
  writeFileSync(changelog, text.replace(marked, () => table));
}
