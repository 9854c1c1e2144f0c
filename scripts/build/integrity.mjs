/**
 * The SHA-384 of every script and style sheet a page may load, listed in `integrity.json` for
 * `integrity` attributes and import maps (see scripts/snippet.mjs).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export function integrityOf(bytes) {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

/** @returns {string[]} the scripts and style sheets a page may load, relative to `dir`, sorted */
export function embeddedFiles(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && /\.(js|css)$/.test(file.name))
    .map((file) => relative(dir, join(file.parentPath, file.name)))
    .filter((file) => !file.startsWith('npm/'))
    .sort();
}

/** Hashes what lies in `dir` and writes the list beside it. */
export function writeIntegrity(dir) {
  const list = embeddedFiles(dir).map((file) => [file, integrityOf(readFileSync(join(dir, file)))]);
  writeFileSync(join(dir, 'integrity.json'), `${JSON.stringify(Object.fromEntries(list), null, 2)}\n`);
}
