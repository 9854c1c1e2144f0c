// The demo sites as a visitor and a web team meet them: every page and link, the headers, the cached library.
// A small folder stands in for the build, so that nothing here waits for Rollup.

import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parse, type ParserError } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCenters } from '../../demo/api/sample/centers.js';
import { buildSites, type Sites } from '../../demo/sites/sites.js';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

const apiUrl = 'http://api.test:8081/v1';
const loader = `export const built = '${'x'.repeat(4000)}';`;
const tags = ['cez-balance-checker', 'cez-center-finder', 'cez-contacts', 'cez-einvoice-form', 'cez-hours-card', 'cez-notice', 'cez-outages', 'cez-reading-form', 'cez-services', 'cez-sms-signup'];
let dist: string;
let sites: Sites;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'sites-'));
  await mkdir(join(dist, 'widgets'));
  await mkdir(join(dist, 'npm'));
  await writeFile(join(dist, 'cez.js'), loader);
  await writeFile(join(dist, 'cez.css'), 'cez-hours-card { min-height: 10em }');
  await writeFile(join(dist, 'widgets/hours-card.js'), 'export {};');
  await writeFile(join(dist, 'npm/index.js'), 'export {};');
  sites = await buildSites({ apiUrl, dist });
});

afterAll(async () => {
  await sites.app.close();
  await rm(dist, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => sites.app.inject({ url, headers });

async function readPage(path: string): Promise<{ elements: Element[]; errors: string[] }> {
  const { body } = await get(path);
  const errors: string[] = [];
  const document = parse(body, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }: ParserError) => errors.push(`${path}:${startLine} ${code}`),
  });
  return { elements: descendants(document), errors };
}

function descendants(node: Node): Element[] {
  if (!('childNodes' in node)) return [];
  return node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...descendants(child)] : []));
}

function text(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(text).join('') : '';
}

const attribute = (element: Element, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value;
const named = (elements: readonly Element[], ...names: string[]): Element[] => elements.filter(({ tagName }) => names.includes(tagName));

/** The index and the mailbox are nobody's site and embed nothing. */
const isOfDevelopers = (path: string): boolean => path === '/' || path === '/mailbox/';

describe('pages', () => {
  it('are all there', () => {
    expect(sites.pages.map(({ path, lang }) => `${lang} ${path}`)).toEqual([
      'en /',
      'bg /cez-bg/',
      'bg /cez-bg/balance/',
      'bg /cez-bg/centers/',
      'bg /cez-bg/centers/sofia/',
      'bg /cez-bg/contacts/',
      'bg /cez-bg/einvoice/',
      'en /cez-bg/en/',
      'en /cez-bg/en/balance/',
      'en /cez-bg/en/centers/',
      'en /cez-bg/en/contacts/',
      'en /cez-bg/en/einvoice/',
      'en /cez-bg/en/readings/',
      'en /cez-bg/en/services/',
      'en /cez-bg/en/sms/',
      'bg /cez-bg/notice-2020/',
      'bg /cez-bg/readings/',
      'bg /cez-bg/services/',
      'bg /cez-bg/sms/',
      'bg /cez-rp/',
      'bg /cez-rp/centers/',
      'bg /cez-rp/contacts/',
      'en /cez-rp/en/',
      'en /cez-rp/en/contacts/',
      'en /cez-rp/en/outages/',
      'en /cez-rp/en/readings/',
      'en /cez-rp/en/services/',
      'bg /cez-rp/outages/',
      'bg /cez-rp/readings/',
      'bg /cez-rp/services/',
      'bg /mailbox/',
    ]);
  });

  it('are listed on the index', async () => {
    const { elements } = await readPage('/');
    const listed = named(elements, 'a').map((link) => attribute(link, 'href'));
    expect(listed).toEqual(expect.arrayContaining(sites.pages.map(({ path }) => path).filter((path) => path !== '/')));
  });

  it('are well-formed HTML in their language, each with a title of its own', async () => {
    const titles = new Set<string>();
    for (const { path, lang, title } of sites.pages) {
      const answer = await get(path);
      expect(answer.statusCode, path).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.body, path).not.toMatch(/\{\{|\}\}|@@|undefined/);
      const { elements, errors } = await readPage(path);
      expect(errors).toEqual([]);
      expect(attribute(named(elements, 'html')[0] as Element, 'lang'), path).toBe(lang);
      titles.add(title);
    }
    expect(titles.size).toBe(sites.pages.length);
  });

  it('have one main heading, no skipped level, one main landmark, no repeated id and described pictures', async () => {
    for (const { path } of sites.pages) {
      const { elements } = await readPage(path);
      const levels = named(elements, 'h1', 'h2', 'h3', 'h4').map(({ tagName }) => Number(tagName.slice(1)));
      expect(levels.filter((level) => level === 1), path).toHaveLength(1);
      levels.reduce((previous, level) => {
        expect(level, `${path} skips a heading level`).toBeLessThanOrEqual(previous + 1);
        return level;
      });
      expect(named(elements, 'main'), path).toHaveLength(1);
      const ids = elements.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
      expect(new Set(ids).size, path).toBe(ids.length);
      for (const element of elements) {
        for (const id of (attribute(element, 'aria-labelledby') ?? '').split(' ').filter(Boolean)) expect(ids, path).toContain(id);
      }
      for (const image of named(elements, 'img')) expect(attribute(image, 'alt'), path).toBeDefined();
    }
  });

  it('hold nothing their own policy would block: no inline script, style or handler', async () => {
    for (const { path } of sites.pages) {
      const { elements } = await readPage(path);
      expect(named(elements, 'style', 'iframe', 'form'), path).toEqual([]);
      for (const script of named(elements, 'script')) expect(script.childNodes, path).toEqual([]);
      const forbidden = elements.flatMap(({ attrs }) => attrs).filter(({ name }) => name === 'style' || name.startsWith('on'));
      expect(forbidden, path).toEqual([]);
    }
  });

  it('link only to what is there, anchors included', async () => {
    const idsByPath = new Map<string, Set<string>>();
    const links: { from: string; to: URL }[] = [];
    for (const { path } of sites.pages) {
      const { elements } = await readPage(path);
      idsByPath.set(path, new Set(elements.map((element) => attribute(element, 'id') ?? '')));
      for (const element of elements) {
        const href = attribute(element, 'href') ?? attribute(element, 'src');
        if (href !== undefined) links.push({ from: path, to: new URL(href, `http://sites.test${path}`) });
      }
    }
    for (const { path, answer } of await everyStyleSheet(links.map(({ to }) => to))) {
      for (const [, href = ''] of answer.matchAll(/url\("([^"]+)"\)/g)) links.push({ from: path, to: new URL(href, `http://sites.test${path}`) });
    }
    expect(links.length).toBeGreaterThan(100);

    const broken: string[] = [];
    for (const { from, to } of links) {
      if (to.protocol === 'tel:' || to.protocol === 'mailto:') continue;
      if (to.host !== 'sites.test') broken.push(`${from} leaves the site: ${to.href}`);
      else if ((await get(to.pathname)).statusCode !== 200) broken.push(`${from} → ${to.pathname}`);
      else if (to.hash !== '' && !(await idsAt(to.pathname, idsByPath)).has(to.hash.slice(1))) broken.push(`${from} → ${to.pathname}${to.hash}`);
    }
    expect(broken).toEqual([]);
  });

  it('are answered only for reading, with a slash added where it is missing', async () => {
    const moved = await get('/cez-bg/centers');
    expect([moved.statusCode, moved.headers.location]).toEqual([308, '/cez-bg/centers/']);
    expect((await sites.app.inject({ method: 'HEAD', url: '/cez-rp/' })).statusCode).toBe(200);
    expect((await sites.app.inject({ method: 'POST', url: '/cez-rp/', payload: {} })).statusCode).toBe(404);
    expect((await get('/cez-bg/../package.json')).statusCode).toBe(404);
    expect((await get('/cez-bg/%2e%2e/sites/server.ts')).statusCode).toBe(404);
  });
});

async function everyStyleSheet(urls: readonly URL[]): Promise<{ path: string; answer: string }[]> {
  const paths = new Set(urls.map(({ pathname }) => pathname).filter((path) => path.endsWith('.css')));
  return Promise.all([...paths].map(async (path) => ({ path, answer: (await get(path)).body })));
}

/** The ids of a page, or of a picture that pages take single symbols from. */
async function idsAt(path: string, known: ReadonlyMap<string, Set<string>>): Promise<Set<string>> {
  return known.get(path) ?? new Set([...(await get(path)).body.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
}

describe('embedding', () => {
  it('goes through the loader, with the API and the brand of the site', async () => {
    for (const { path } of sites.pages) {
      if (isOfDevelopers(path)) continue;
      const { elements } = await readPage(path);
      const scripts = named(elements, 'script');
      expect(scripts, path).toHaveLength(1);
      const [script] = scripts as [Element];
      expect(attribute(script, 'type')).toBe('module');
      expect(attribute(script, 'src')).toBe(`${sites.libraryPath}/cez.js`);
      expect(attribute(script, 'data-api')).toBe(apiUrl);
      expect(attribute(script, 'data-brand')).toBe(path.split('/')[1]);
    }
  });

  it('leaves readable content inside every tag, for the day its script fails', async () => {
    for (const { path } of sites.pages) {
      if (isOfDevelopers(path)) continue;
      const { elements } = await readPage(path);
      const embedded = elements.filter(({ tagName }) => tagName.startsWith('cez-'));
      expect(embedded.length, path).toBeGreaterThan(0);
      for (const tag of embedded) {
        expect(tags).toContain(tag.tagName);
        expect(named(descendants(tag), 'p').length, `${path} ${tag.tagName}`).toBeGreaterThan(0);
      }
    }
  });

  it('names centers of the sample register, with the addresses written there', async () => {
    const register = new Map(sampleCenters(new Date('2026-11-23T10:00:00Z')).map(({ id, body }) => [id, body]));
    for (const { path } of sites.pages) {
      const { elements } = await readPage(path);
      for (const card of named(elements, 'cez-hours-card')) {
        const center = register.get(attribute(card, 'center-id') ?? '');
        expect(center?.brands, path).toContain(path.split('/')[1]);
        if (attribute(card, 'now') === undefined) expect(text(card), path).toContain(center?.address.street);
      }
    }
  });

  it('shows the regime of 2020 as it was on 30 April and on 26 May', async () => {
    const { elements } = await readPage('/cez-bg/notice-2020/');
    expect(named(elements, 'cez-hours-card').map((card) => [attribute(card, 'center-id'), attribute(card, 'now')])).toEqual([
      ['sample-2020', '2020-04-30T12:00+03:00'],
      ['sample-2020', '2020-05-26T10:00+03:00'],
    ]);
  });
});

describe('hostile pages', () => {
  it('are 24 and four quiet ones beside them, listed on the index', async () => {
    const { elements } = await readPage('/');
    const listed = named(elements, 'a').map((link) => attribute(link, 'href'));
    expect(sites.hosts.map(({ path }) => path)).toEqual(['', '-narrow', '-zoomed', '-themed'].map((kind) => `/hosts/quiet${kind}/`).concat([...Array(24).keys()].map((number) => `/hosts/h${number + 1}/`)));
    expect(listed).toEqual(expect.arrayContaining(sites.hosts.map(({ path }) => path)));
  });

  it('hold every tag, or the one that is asked for, and load only what is there', async () => {
    for (const { path } of sites.hosts) {
      const { elements } = await readPage(path);
      const embedded = elements.filter(({ tagName }) => tagName.startsWith('cez-'));
      expect(embedded.map(({ tagName }) => tagName), path).toEqual(tags);
      expect((await readPage(`${path}?tag=notice`)).elements.filter(({ tagName }) => tagName.startsWith('cez-')).map(({ tagName }) => tagName)).toEqual(['cez-notice']);
      for (const element of named(elements, 'script', 'link')) {
        const address = attribute(element, 'src') ?? attribute(element, 'href');
        if (address?.startsWith('/')) expect((await get(address)).statusCode, `${path} → ${address}`).toBe(200);
      }
    }
  });

  it('have no policy, but for the one that tells its own', async () => {
    const withPolicy = await Promise.all(sites.hosts.map(async ({ path }) => ({ path, policy: (await get(path)).headers['content-security-policy'] })));
    expect(withPolicy.filter(({ policy }) => policy !== undefined)).toEqual([
      { path: '/hosts/h20/', policy: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src http://api.test:8081; require-trusted-types-for 'script'; trusted-types lit-html cez" },
    ]);
  });
});

describe('headers', () => {
  it('allow scripts, styles and fonts of the site, data of the API, and nothing else', async () => {
    for (const { path } of sites.pages) {
      const policy = String((await get(path)).headers['content-security-policy']).split('; ');
      expect(policy, path).toEqual([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        'connect-src http://api.test:8081',
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        "require-trusted-types-for 'script'",
        'trusted-types lit-html cez',
      ]);
    }
  });

  it('let the library be kept for ever, and pages be asked about each time', async () => {
    for (const name of ['cez.js', 'cez.css', 'widgets/hours-card.js']) {
      const { statusCode, headers } = await get(`${sites.libraryPath}/${name}`);
      expect([name, statusCode, headers['cache-control'], headers['access-control-allow-origin']]).toEqual([
        name,
        200,
        'public, max-age=31536000, immutable',
        '*',
      ]);
    }
    expect((await get('/cez-bg/')).headers['cache-control']).toBe('no-cache');
    expect((await get('/cez-bg/')).headers['access-control-allow-origin']).toBeUndefined();
    expect((await get(`${sites.libraryPath}/npm/index.js`)).statusCode).toBe(404);
  });

  it('serve the library in the smallest form the browser takes', async () => {
    const url = `${sites.libraryPath}/cez.js`;
    const [plain, gzip, br] = await Promise.all([get(url), get(url, { 'accept-encoding': 'gzip' }), get(url, { 'accept-encoding': 'gzip, deflate, br' })]);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body).toBe(loader);
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(loader);
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(loader);
    expect(br.rawPayload.length).toBeLessThan(200);
    expect(br.headers.vary).toBe('accept-encoding');
  });

  it('answer 304 to a browser that has the file', async () => {
    const { etag } = (await get('/cez-bg/')).headers;
    const again = await get('/cez-bg/', { 'if-none-match': String(etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get('/cez-bg/', { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });
});

describe('the library', () => {
  it('moves to another address when its bytes change', async () => {
    await writeFile(join(dist, 'cez.css'), 'cez-hours-card { min-height: 11em }');
    const rebuilt = await buildSites({ apiUrl, dist });
    expect(rebuilt.libraryPath).toMatch(/^\/widgets\/\d+\.\d+\.\d+-[0-9a-f]{8}$/);
    expect(rebuilt.libraryPath).not.toBe(sites.libraryPath);
    await rebuilt.app.close();
  });

  it('is missed in one sentence while pages are still served', async () => {
    const unbuilt = await buildSites({ apiUrl, dist: join(dist, 'nowhere') });
    expect(unbuilt.libraryBuilt).toBe(false);
    expect((await unbuilt.app.inject('/cez-bg/centers/')).statusCode).toBe(200);
    const loaderAnswer = await unbuilt.app.inject(`${unbuilt.libraryPath}/cez.js`);
    expect([loaderAnswer.statusCode, loaderAnswer.body]).toEqual([404, 'The library is not built: run npm run build.\n']);
    await unbuilt.app.close();
  });

  it('reaches a browser over a real connection', async () => {
    const fresh = await buildSites({ apiUrl, dist });
    const address = await fresh.app.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${address}${fresh.libraryPath}/cez.js`);
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await answer.text()).toBe(loader);
    await fresh.app.close();
  });
});
