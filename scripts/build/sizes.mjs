/** What a page pays for an entry: brotli bytes of every file it needs before it can run, one by one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { staticClosure } from './module-graph.mjs';

/** @param {string} entries one file of `dir`, or several joined by ` + `  @returns {number} bytes */
export function brotliBytes(dir, entries) {
  const files = new Set(entries.split(' + ').flatMap((entry) => staticClosure(dir, entry)));
  return [...files].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(dir, file))).length, 0);
}
