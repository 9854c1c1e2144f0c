/**
 * The pages that are measured: `pages/` embeds the built library as a web team would, `peers/` holds limit pages
 * made by hand for one job and the strongest npm packages for it. A folder is a page; its `page.json` says when
 * the page counts as usable. Pages with a `src.js` are bundled and minified, the library is copied as it is.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const isCode = (file) => /\.(js|css)$/.test(file);

/** @returns {Record<string, {folder: string, usable: string, first?: string, interact?: {input: string, text: string, change: string} | {press: string, change: string} | {fill: [field: string, text: string][], click: string, change: string}, copy?: Record<string, string>}>} */
export function findPages() {
  const folders = ['pages', 'peers'].flatMap((kind) => readdirSync(join(import.meta.dirname, kind)).map((name) => join(import.meta.dirname, kind, name)));
  const read = (folder) => ({ folder, ...JSON.parse(readFileSync(join(folder, 'page.json'), 'utf8')) });
  return Object.fromEntries(folders.filter((folder) => existsSync(join(folder, 'page.json'))).map((folder) => [basename(folder), read(folder)]));
}

/** Writes one page as a server would deliver it. */
export async function buildPage({ folder, copy = {} }, target) {
  rmSync(target, { recursive: true, force: true });
  if (existsSync(join(folder, 'src.js'))) {
    await build({
      root: folder, base: './', configFile: false, logLevel: 'error',
      build: { outDir: target, target: 'es2022', modulePreload: false, assetsInlineLimit: 0 },
    });
  } else {
    cpSync(join(folder, 'index.html'), join(target, 'index.html'));
  }
  for (const [to, from] of Object.entries(copy)) cpSync(resolve(folder, from), join(target, to), { recursive: true, filter: (file) => !file.endsWith('.map') });
}

/** Brotli bytes of all scripts and styles of a built page. */
export const codeBytes = (target) =>
  readdirSync(target, { recursive: true }).filter(isCode).reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(target, file))).length, 0);
