// A file as it leaves the server: bytes, type, ETag and the two compressed forms, worked out once.
// Knows nothing of routes; a site is a plain Map from path to Asset, small enough to live in memory.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
  readonly identity: Buffer;
  /** Absent where compression gains nothing (fonts) or nobody waits for it (source maps). */
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

export const IMMUTABLE = 'public, max-age=31536000, immutable';
/** Kept by the browser, asked about each time: a demo page edited a minute ago must show. */
export const REVALIDATE = 'no-cache';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const COMPRESSED = new Set(['.css', '.html', '.js', '.json', '.svg']);

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Turns bytes into an asset; `name` only lends its extension. Throws on an extension the sites do not serve. */
export async function createAsset(name: string, identity: Buffer, cacheControl: string): Promise<Asset> {
  const asset = createPlainAsset(name, identity, cacheControl);
  if (!COMPRESSED.has(extname(name))) return asset;
  const [br, gz] = await Promise.all([
    brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length } }),
    gzipped(identity, { level: 9 }),
  ]);
  return { ...asset, br, gzip: gz };
}

/** The same without compressed forms, for what nobody waits for. */
export function createPlainAsset(name: string, identity: Buffer, cacheControl: string): Asset {
  const extension = extname(name);
  const type = TYPES[extension];
  if (type === undefined) throw new Error(`No media type for ${name}: add its extension to demo/sites/assets.ts.`);
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 16)}"`;
  return { type, etag, cacheControl, identity };
}

/** Reads every servable file below `folder`; keys are paths relative to it, with forward slashes. A missing folder is empty. */
export async function readFolder(folder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries) {
    if (!entry.isFile() || TYPES[extname(entry.name)] === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(file.slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''), await readFile(file));
  }
  return files;
}
