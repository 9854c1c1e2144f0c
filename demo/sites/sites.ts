// Two companies' sites and the built library on one origin, as a content network would serve them; the API is elsewhere.
// Everything is read, filled in and compressed once at start: a request is a look-up in a Map. No page is rendered per
// request, and nothing here knows what a tag does.

import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { hostAssets, hostHeaders, hostPages } from '../hosts/serve.js';
import { type Asset, createAsset, IMMUTABLE, readFolder, REVALIDATE } from './assets.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const requireFromHere = createRequire(import.meta.url);

export interface SitesOptions {
  /** Base address of the API, ending in `/v1`, on an origin of its own. */
  readonly apiUrl: string;
  /** Folder of the built library; by default the project's `dist`. */
  readonly dist?: string;
  /** Moment that the tags on the hostile pages show; the present unless told otherwise. */
  readonly now?: string;
}

export interface Page {
  readonly path: string;
  readonly title: string;
  readonly lang: string;
}

export interface Sites {
  readonly app: FastifyInstance;
  /** Every page of the two companies, in the order of the index. */
  readonly pages: readonly Page[];
  /** Pages that do to a tag what real pages do. */
  readonly hosts: readonly Page[];
  /** Where the library is served: changes with its bytes, so that it can be cached for ever. */
  readonly libraryPath: string;
  /** False if `dist` held no loader: pages are served and show their fallback content. */
  readonly libraryBuilt: boolean;
}

/** Reads the sites and the library and returns a server that is not yet listening. */
export async function buildSites({ apiUrl, dist = join(root, 'dist'), now }: SitesOptions): Promise<Sites> {
  const library = await readLibrary(dist);
  const libraryPath = `/widgets/${versionOf(library)}`;
  const libraryBuilt = library.has('cez.js');

  const sources = await readSources();
  const pages = listPages(sources);
  const fill = (path: string, text: string): string =>
    withParts(sources, path, text).replaceAll('{{api}}', apiUrl).replaceAll('{{lib}}', libraryPath).replaceAll('{{pages}}', pageList(pages)).replaceAll('{{hosts}}', pageList(hostPages));

  const assets = await hostAssets(library, { api: apiUrl, lib: libraryPath, version: packageVersion(), now });
  await Promise.all([
    ...[...sources].filter(([path]) => !isPart(path)).map(async ([path, bytes]) => {
      const isPage = path.endsWith('.html');
      assets.set(
        path.replace(/index\.html$/, ''),
        await createAsset(path, isPage ? Buffer.from(fill(path, bytes.toString())) : bytes, REVALIDATE),
      );
    }),
    ...[...library].map(async ([name, bytes]) => {
      assets.set(`${libraryPath}/${name}`, await createAsset(name, bytes, IMMUTABLE));
    }),
    ...[...(await readFonts())].map(async ([path, bytes]) => {
      assets.set(path, await createAsset(path, bytes, IMMUTABLE));
    }),
  ]);

  const app = fastify({ requestTimeout: 10_000, connectionTimeout: 15_000, handlerTimeout: 10_000 });
  const pageHeaders = pageSecurityHeaders(new URL(apiUrl).origin);
  app.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const asset = assets.get(request.url) ?? assets.get(path);
    if (asset !== undefined) {
      if (asset.type.startsWith('text/html')) reply.headers(hostHeaders(path, apiUrl) ?? pageHeaders);
      // Other sites load the library and the fonts from here, as they would from a content network.
      if (asset.cacheControl === IMMUTABLE) reply.header('access-control-allow-origin', '*');
      return sendAsset(request, reply, asset);
    }
    if (assets.has(`${path}/`)) return reply.redirect(`${path}/`, 308);
    const reason = path.startsWith('/widgets/') && !libraryBuilt ? 'The library is not built: run npm run build.' : 'No such page.';
    return reply.code(404).headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }).type('text/plain; charset=utf-8').send(`${reason}\n`);
  });
  return { app, pages, hosts: hostPages, libraryPath, libraryBuilt };
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  reply.headers({
    'cache-control': asset.cacheControl,
    etag: asset.etag,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
  });
  if (request.headers['if-none-match']?.includes(asset.etag)) return reply.code(304).send();
  const accepted = (request.headers['accept-encoding'] ?? '').split(',').map((one) => one.trim());
  for (const encoding of ['br', 'gzip'] as const) {
    const body = asset[encoding];
    if (body !== undefined && accepted.includes(encoding)) return reply.header('content-encoding', encoding).type(asset.type).send(body);
  }
  return reply.type(asset.type).send(asset.identity);
}

/**
 * The policy a careful company would set: only its own files, data only from the API, no inline code or style,
 * and Trusted Types with the two policies the library declares.
 */
function pageSecurityHeaders(apiOrigin: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "font-src 'self'",
      `connect-src ${apiOrigin}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html cez',
    ].join('; '),
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
  };
}

/** What a page can load; `npm/` beside it is the package for bundlers and never goes to a content network. */
async function readLibrary(dist: string): Promise<Map<string, Buffer>> {
  return new Map([...(await readFolder(dist))].filter(([name]) => !name.startsWith('npm/')));
}

/** Pages, styles and pictures of the index and of both companies, by the path they are served at. */
async function readSources(): Promise<Map<string, Buffer>> {
  const sources = new Map<string, Buffer>();
  for (const [prefix, folder] of [['/', 'sites/public'], ['/cez-bg/', 'cez-bg'], ['/cez-rp/', 'cez-rp']] as const) {
    for (const [name, bytes] of await readFolder(join(here, '..', folder))) sources.set(prefix + name, bytes);
  }
  return sources;
}

const isPart = (path: string): boolean => path.includes('/parts/');

/**
 * Puts what a company's pages share into a page: `{{footer}}` is `parts/footer.<language>.html` of its site. In it
 * `{{other}}` is the page in the other language, and the link to the page itself is marked as the current one.
 */
function withParts(sources: ReadonlyMap<string, Buffer>, path: string, page: string): string {
  const [, site = ''] = path.split('/');
  const [, lang = 'bg'] = /<html lang="(\w+)"/.exec(page) ?? [];
  const [, other = lang === 'bg' ? `/${site}/en/` : `/${site}/`] = /<link rel="alternate" hreflang="\w+" href="([^"]+)">/.exec(page) ?? [];
  const own = `<a href="${path.replace(/index\.html$/, '')}"`;
  return page.replace(/\{\{(\w+)\}\}/g, (mark, name: string) => {
    const part = sources.get(`/${site}/parts/${name}.${lang}.html`);
    return part ? part.toString().trim().replaceAll('{{other}}', other).replace(own, `${own} aria-current="page"`) : mark;
  });
}

/** The supplier's typeface: only the two subsets its stylesheet names. */
async function readFonts(): Promise<Map<string, Buffer>> {
  const folder = join(dirname(requireFromHere.resolve('@fontsource-variable/commissioner/package.json')), 'files');
  const files = await readFolder(folder);
  const fonts = new Map<string, Buffer>();
  for (const subset of ['cyrillic', 'latin']) {
    const bytes = files.get(`commissioner-${subset}-wght-normal.woff2`);
    if (bytes === undefined) throw new Error(`The ${subset} subset of Commissioner is missing: run npm ci.`);
    fonts.set(`/fonts/commissioner-${subset}.woff2`, bytes);
  }
  return fonts;
}

function listPages(sources: ReadonlyMap<string, Buffer>): Page[] {
  return [...sources]
    .filter(([path]) => path.endsWith('index.html'))
    .map(([path, bytes]) => {
      const html = bytes.toString();
      const [, title = path] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
      const [, lang = 'bg'] = /<html lang="(\w+)"/.exec(html) ?? [];
      return { path: path.slice(0, -'index.html'.length), title, lang };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function pageList(pages: readonly Page[]): string {
  return pages
    .filter(({ path }) => path !== '/')
    .map(({ path, title, lang }) => `<li><a href="${path}">${path}</a> <span lang="${lang}">${title}</span></li>`)
    .join('\n');
}

const packageVersion = (): string => (requireFromHere('../../package.json') as { version: string }).version;

/** The package's version and a digest of the built bytes: a rebuilt library never hides behind a cached address. */
function versionOf(library: ReadonlyMap<string, Buffer>): string {
  const version = packageVersion();
  const digest = createHash('sha256');
  for (const [name, bytes] of [...library].sort(([a], [b]) => (a < b ? -1 : 1))) digest.update(name).update(bytes);
  return library.size === 0 ? version : `${version}-${digest.digest('hex').slice(0, 8)}`;
}
