/**
 * What a page's owner is promised: the library keeps to the strictest policy, asks nobody else, leaves nothing
 * behind on the device or in the page, and does not make the page jump. The sites' own policy is the one under test.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { OUR_GLOBALS, surroundings } from './surroundings.js';
import { cardOf, finderOf, nameButtons, ready, test, visit, WORKDAY, writeTags } from './visit.js';

/** Search, town, filters, map, choice, calendar and the way back. */
async function useEverything(page: Page): Promise<void> {
  const finder = finderOf(page);
  await finder.locator('.map').scrollIntoViewIfNeeded();
  await finder.locator('.map-zoom button').first().click();
  const field = finder.getByRole('combobox').first();
  await field.pressSequentially('сво');
  await finder.locator('[role=option]').first().click();
  await finder.locator('.filters select').nth(1).selectOption('50');
  await finder.locator('.chip').first().click();
  await finder.locator('.chip').first().click();
  await field.fill('Дупница');
  await nameButtons(page).first().click();
  for (const fold of await cardOf(page).locator('summary').all()) await fold.click();
  const saved = page.waitForEvent('download');
  await cardOf(page).locator('.band button').click();
  expect((await saved).suggestedFilename()).toBe('sample-temporary-regime.ics');
  await page.keyboard.press('Escape');
  await field.fill('');
  await expect(nameButtons(page)).toHaveCount(20);
}

/** A minute of today at which the sample regime is in force; it is dated anew at each start. */
const today = new Date().toISOString();

for (const path of ['/cez-bg/centers/', '/cez-bg/en/centers/', '/cez-rp/centers/']) {
  test(`${path} in full use: no violation, no line on the console, no other origin, nothing kept`, async ({ page, context, baseURL, complaints }) => {
    const origins = new Set<string>();
    context.on('request', (request) => origins.add(new URL(request.url()).origin));
    await writeTags(page, { now: today, 'json-ld': '' });
    await visit(page, path);
    await useEverything(page);
    await expect(page.locator('script[type="application/ld+json"]').first()).toBeAttached();
    await page.waitForLoadState('networkidle');

    expect(complaints).toEqual([]);
    const api = await page.locator('script[data-api]').getAttribute('data-api');
    expect([...origins].filter((origin) => origin !== 'null').sort()).toEqual([new URL(baseURL!).origin, new URL(api!).origin].sort());
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length])).toEqual([0, 0, 0, 0]);
  });
}

test('the pages of the cards keep to the policy too', async ({ page, complaints }) => {
  for (const path of ['/cez-bg/', '/cez-bg/centers/sofia/', '/cez-bg/notice-2020/', '/cez-rp/', '/cez-rp/en/']) {
    await visit(page, path);
    for (const fold of await cardOf(page).locator('summary').all()) await fold.click();
    await page.waitForLoadState('networkidle');
    expect(complaints, path).toEqual([]);
  }
});

test('the policy is in force: a style attribute and a string of HTML are refused', async ({ page, complaints }) => {
  await visit(page, '/cez-bg/');
  const refused = await page.evaluate(() => {
    document.body.setAttribute('style', 'margin: 1px');
    try {
      document.body.insertAdjacentHTML('beforeend', '<i></i>');
      return false;
    } catch {
      return true;
    }
  });
  expect(refused).toBe(true);
  await expect.poll(() => complaints.length).toBeGreaterThanOrEqual(1);
});

test('with tiles the page asks their origin too, and none beside it', async ({ page, request, baseURL, complaints }) => {
  const tiles = 'https://tiles.example';
  const html = await (await request.get('/cez-bg/')).text();
  const library = new URL(/src="([^"]*)cez\.js"/.exec(html)![1]!, baseURL).href;
  const api = /data-api="([^"]*)"/.exec(html)![1]!;
  const [site, answers] = [new URL(library).origin, new URL(api).origin];
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await page.route(`${tiles}/**`, (route) => route.fulfill({ contentType: 'image/png', body: pixel }));
  const policy = `default-src 'none'; script-src ${site}; style-src 'self' ${site}; img-src ${tiles}; connect-src ${answers}; require-trusted-types-for 'script'; trusted-types lit-html cez`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
    response.end(`<!doctype html><html lang="bg"><head><title>Страница</title><link rel="icon" href="${tiles}/icon.png"><link rel="stylesheet" href="${library}cez.css"><script type="module" src="${library}cez.js" data-api="${api}"></script></head><body><cez-center-finder tiles="${tiles}/{z}/{x}/{y}.png" attribution="© Карти" now="${WORKDAY}"></cez-center-finder></body></html>`);
  });
  await once(server.listen(0, 'localhost'), 'listening');
  try {
    const own = `http://localhost:${(server.address() as AddressInfo).port}`;
    const origins = new Set<string>();
    page.on('request', (asked) => origins.add(new URL(asked.url()).origin));
    await visit(page, `${own}/`);
    await expect(finderOf(page).locator('.leaflet-tile-loaded').first()).toBeAttached();
    await finderOf(page).locator('.map-zoom button').first().click();
    await nameButtons(page).first().click();
    await expect(finderOf(page).locator('.map-pin')).toBeAttached();
    await page.waitForLoadState('networkidle');
    await expect(finderOf(page).locator('.map-credits')).toHaveText('© Карти');
    expect(complaints).toEqual([]);
    expect([...origins].filter((origin) => origin !== 'null').sort()).toEqual([own, site, answers, tiles].sort());
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('the page’s globals gain Lit’s four names and one symbol, its prototypes nothing', async ({ page, browser, baseURL }) => {
  const bare = await browser.newPage({ baseURL: baseURL! });
  await bare.route('**/cez.js', (route) => route.abort());
  await bare.goto('/cez-bg/centers/');
  const before = await surroundings(bare);
  await bare.close();
  await writeTags(page, { now: today, 'json-ld': '' });
  await visit(page, '/cez-bg/centers/');
  await useEverything(page);
  const after = await surroundings(page);
  expect(after.globals.filter((name) => !before.globals.includes(name))).toEqual(OUR_GLOBALS);
  expect(after.prototypes).toEqual(before.prototypes);
});

for (const path of ['/cez-bg/', '/cez-bg/centers/', '/cez-bg/centers/sofia/', '/cez-bg/notice-2020/', '/cez-bg/contacts/', '/cez-bg/balance/', '/cez-bg/readings/', '/cez-bg/einvoice/', '/cez-bg/sms/', '/cez-bg/services/', '/cez-rp/centers/', '/cez-rp/outages/', '/cez-rp/en/']) {
  for (const width of [390, 1280]) {
    test(`${path} at ${width} px does not jump when its tags fill`, async ({ page }) => {
      await page.setViewportSize({ width, height: 844 });
      // The page is painted before the tags have anything to show, which is when it could jump.
      let release = (): void => undefined;
      const painted = new Promise<void>((resolve) => (release = resolve));
      await page.route(/\/v1\/(centers|outages|contacts|notices|reading-window)/, async (route) => { await painted; await route.continue(); });
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
      release();
      await ready(page);
      await page.waitForLoadState('networkidle');
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => resolve((list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]).reduce((sum, entry) => sum + (entry.hadRecentInput ? 0 : entry.value), 0))).observe({ type: 'layout-shift', buffered: true });
            // No entry at all is no shift at all.
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 100, 0)));
          }),
      );
      expect(shift).toBeLessThanOrEqual(0.02);
    });
  }
}
