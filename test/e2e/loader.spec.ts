/**
 * The scripts of a script tag, as a page meets them: `cez.js` and `sites/*.js` served by the demo
 * sites to pages that this file makes up, on an origin of their own.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { snippet } from '../../scripts/snippet.mjs';

interface Fixtures {
  /** Address of the folder of `cez.js`. */
  library: string;
  api: string;
  /** Opens a page with this head and body, on an origin of its own. */
  open: (head: string, body: string, headers?: Record<string, string>) => Promise<void>;
  /** Addresses asked for so far, shortened to what follows the library or the API. */
  asked: string[];
  /** Warnings and errors of the page's console. */
  complaints: string[];
}

const test = base.extend<Fixtures>({
  library: async ({ request, baseURL }, use) => {
    const page = await (await request.get('/cez-bg/')).text();
    await use(new URL(/src="([^"]*)cez\.js"/.exec(page)![1]!, baseURL).href.replace(/\/$/, ''));
  },
  api: async ({ request }, use) => {
    const page = await (await request.get('/cez-bg/')).text();
    await use(/data-api="([^"]*)"/.exec(page)![1]!);
  },
  open: async ({ page }, use) => {
    // A server of its own, since Chromium lets no page that a test answers in its stead ask localhost.
    let answer: { headers: Record<string, string>; body: string } = { headers: {}, body: '' };
    const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...answer.headers }).end(answer.body));
    await once(server.listen(0, 'localhost'), 'listening');
    await use(async (head, body, headers = {}) => {
      answer = { headers, body: `<!doctype html><html lang="bg"><head><title>Страница</title>${head}</head><body>${body}</body></html>` };
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    });
    server.closeAllConnections();
    server.close();
  },
  asked: [
    async ({ page, library, api }, use) => {
      const asked: string[] = [];
      page.on('request', (request) => {
        for (const origin of [library, api]) if (request.url().startsWith(origin)) asked.push(request.url().slice(origin.length + 1));
      });
      await use(asked);
    },
    { auto: true },
  ],
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => ['warning', 'error'].includes(message.type()) && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(complaints);
    },
    { auto: true },
  ],
});

const dist = resolve(import.meta.dirname, '../../dist');
const loader = (library: string, api: string, rest = ''): string => `<script type="module" src="${library}/cez.js" data-api="${api}" ${rest}></script>`;
const defined = (page: Page, tag: string): Promise<boolean> => page.evaluate((name) => customElements.get(name) !== undefined, tag);
const whenReady = (page: Page, tag: string): Promise<unknown> => page.evaluate((name) => customElements.whenDefined(name).then(() => true), tag);
const count = (list: string[], text: string): number => list.filter((item) => item === text).length;

test.describe('the loader', () => {
  test('registers the tags on the page and no other', async ({ page, open, library, api, asked }) => {
    await open(loader(library, api), '<cez-hours-card center-id="sample-2020"></cez-hours-card>');
    await whenReady(page, 'cez-hours-card');
    expect(await defined(page, 'cez-center-finder')).toBe(false);
    expect(asked).not.toContain('widgets/center-finder.js');
  });

  test('registers a tag that is added later, deep inside what is added', async ({ page, open, library, api }) => {
    await open(loader(library, api), '<main></main>');
    await page.evaluate(() => {
      const section = document.createElement('section');
      section.append(document.createElement('div'));
      section.firstElementChild!.append(document.createElement('cez-hours-card'));
      document.querySelector('main')!.append(section);
    });
    await whenReady(page, 'cez-hours-card');
  });

  test('lets no unknown tag keep the others waiting', async ({ page, open, library, api, asked, complaints }) => {
    await open(loader(library, api), '<cez-unheard-of></cez-unheard-of><cez-hours-card center-id="sample-2020"></cez-hours-card>');
    await whenReady(page, 'cez-hours-card');
    expect(asked.join()).not.toContain('unheard-of');
    expect(complaints).toEqual([]);
  });

  test('asks for the data of each tag once, beside the code and not after it', async ({ page, open, library, api, asked, complaints }) => {
    await page.route('**/widgets/**/chunks/core.js', async (route) => {
      await expect.poll(() => count(asked, 'centers?brand=cez-rp') + count(asked, 'centers/sample-2020')).toBe(2);
      await route.continue();
    });
    await open(loader(library, `${api}/`, 'data-brand="cez-rp"'), '<cez-center-finder></cez-center-finder><cez-hours-card center-id="sample-2020"></cez-hours-card>');
    await whenReady(page, 'cez-center-finder');
    await expect(page.locator('cez-center-finder').getByRole('listitem').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(count(asked, 'centers?brand=cez-rp')).toBe(1);
    expect(count(asked, 'centers/sample-2020')).toBe(1);
    expect(count(asked, 'chunks/core.js')).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('adds no hint that the page has already', async ({ page, open, library, api, asked }) => {
    const hints = `<link rel="modulepreload" href="${library}/chunks/core.js"><link rel="preload" as="fetch" crossorigin href="${api}/centers?brand=cez-bg">`;
    await open(hints + loader(library, api), '<cez-center-finder></cez-center-finder>');
    await whenReady(page, 'cez-center-finder');
    expect(await page.locator('link[rel=preload]').count()).toBe(2);
    expect(await page.locator('link[rel=modulepreload][href$="core.js"]').count()).toBe(1);
    expect(count(asked, 'centers?brand=cez-bg')).toBe(1);
  });

  test('lets an attribute and cez-config win over its own settings', async ({ page, open, library, api, asked }) => {
    await open(loader(library, 'http://localhost:9/v1'), `<cez-config api="${api}" brand="cez-rp"><cez-center-finder></cez-center-finder></cez-config>`);
    await whenReady(page, 'cez-center-finder');
    await expect.poll(() => count(asked, 'centers?brand=cez-rp')).toBe(1);
  });

  test('tries a tag that failed again when it appears again, and says so once', async ({ page, open, library, api, complaints }) => {
    let blocked = true;
    await page.route('**/widgets/hours-card.js', (route) => (blocked ? route.abort() : route.continue()));
    await open(loader(library, api), '<cez-hours-card center-id="sample-2020"><p>Обадете се</p></cez-hours-card>');
    const told = (): string[] => complaints.filter((text) => text.includes('<cez-hours-card> did not load'));
    await expect.poll(() => told().length).toBe(1);
    await expect(page.getByText('Обадете се')).toBeVisible();
    await page.evaluate(() => document.body.append(document.createElement('cez-hours-card')));
    await page.waitForTimeout(200);
    expect(told()).toHaveLength(1);
    blocked = false;
    await page.evaluate(() => document.body.append(document.createElement('cez-hours-card')));
    await whenReady(page, 'cez-hours-card');
  });

  test('may be loaded twice', async ({ page, open, library, api, asked, complaints }) => {
    const second = `<script type="module" src="${library}/cez.js?again" data-api="${api}"></script>`;
    await open(loader(library, api) + second, '<cez-center-finder></cez-center-finder>');
    await whenReady(page, 'cez-center-finder');
    await page.waitForLoadState('networkidle');
    expect(count(asked, 'centers?brand=cez-bg')).toBe(1);
    expect(complaints).toEqual([]);
  });
});

test('a site script registers its whole set under its own brand', async ({ page, open, library, api, asked }) => {
  await open(`<script type="module" src="${library}/sites/cez-rp.js" data-api="${api}"></script>`, '<cez-center-finder></cez-center-finder>');
  for (const tag of ['cez-center-finder', 'cez-hours-card', 'cez-config']) await whenReady(page, tag);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.startsWith('centers?'))).toEqual(['centers?brand=cez-rp']);
});

for (const importMap of [true, false]) {
  test(`the snippet ${importMap ? 'with' : 'without'} an import map keeps to the policy it prints`, async ({ page, open, library, api, complaints }) => {
    const text = snippet({ base: library, api, center: 'sample-2020', importMap }, dist);
    const policy = /^Content-Security-Policy: (.*)$/m.exec(text)![1]!;
    const [head, body] = text.split('<!-- In <body>');
    await open(head!, `<!-- ${body!}`, { 'content-security-policy': policy });
    await expect(page.locator('cez-center-finder').getByRole('listitem').first()).toBeVisible();
    for (const widget of await page.locator(':is(cez-center-finder, cez-outages)').all()) await widget.locator('.map').scrollIntoViewIfNeeded();
    await page.waitForFunction(() => [...document.body.children].filter(({ localName }) => localName.startsWith('cez-')).every((tag) => tag.matches(':state(ready)')));
    await page.waitForLoadState('networkidle');
    expect(complaints).toEqual([]);
  });
}

const scripts = Object.keys(JSON.parse(readFileSync(resolve(dist, 'integrity.json'), 'utf8')) as Record<string, string>).filter((file) => file.endsWith('.js'));

/** Serves `file` with a space more, which leaves it a script that would run. */
async function flip(page: Page, file: string): Promise<void> {
  await page.route(`**/${file}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'cache-control': 'no-store' }, body: `${await response.text()} ` });
  });
}

test('behind the import map of the snippet no changed file runs, whichever it is; the page and its own words stay', async ({ page, open, library, api }) => {
  const text = snippet({ base: library, api, tags: 'hours-card', center: 'sample-2020' }, dist);
  const [head = ''] = text.split('<!-- In <body>');
  /** What asking for a file by hand brings; `cez.js` is asked for by its script tag. */
  const ask = (file: string): Promise<string> => page.evaluate((address) => import(address).then(() => 'runs', () => 'refused'), `${library}/${file}`);
  for (const file of scripts) {
    await flip(page, file);
    await open(head, '<cez-hours-card center-id="sample-2020"><p>Обадете се</p></cez-hours-card>');
    expect.soft(await ask(file), file).toBe('refused');
    await page.unroute(`**/${file}`);
  }
  // Whole, the same files run.
  await open(head, '');
  for (const file of scripts) expect.soft(await ask(file), file).toBe('runs');

  for (const file of ['cez.js', 'chunks/core.js', 'widgets/hours-card.js']) {
    await flip(page, file);
    await open(head, '<h1>Страницата</h1><cez-hours-card center-id="sample-2020"><p>Обадете се</p></cez-hours-card>');
    await page.waitForLoadState('networkidle');
    expect(await defined(page, 'cez-hours-card'), file).toBe(false);
    await expect(page.getByText('Обадете се')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Страницата' })).toBeVisible();
    await page.unroute(`**/${file}`);
  }
});

test('without the import map the entry alone is covered, as the docs say', async ({ page, open, library, api }) => {
  const text = snippet({ base: library, api, tags: 'hours-card', center: 'sample-2020', importMap: false }, dist);
  const [head = ''] = text.split('<!-- In <body>');
  const card = '<cez-hours-card center-id="sample-2020"><p>Обадете се</p></cez-hours-card>';
  await flip(page, 'cez.js');
  await open(head, card);
  await page.waitForLoadState('networkidle');
  expect(await defined(page, 'cez-hours-card')).toBe(false);
  await page.unroute('**/cez.js');
  await flip(page, 'chunks/qr-code.js');
  await open(head, card);
  await whenReady(page, 'cez-hours-card');
  expect(await page.evaluate((address) => import(address).then(() => 'runs', () => 'refused'), `${library}/chunks/qr-code.js`)).toBe('runs');
});
