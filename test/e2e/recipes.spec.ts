/**
 * What the docs tell web teams to copy, copied: README's own lines into a page that is empty but for its title, the script
 * for tag managers, the map after consent, and the events forwarded to statistics.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { finderOf, nameButtons, test, visit, WORKDAY, writeTags } from './visit.js';

const root = join(import.meta.dirname, '../..');
const forwarder = join(root, 'docs/recipes/forward-events.js');

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const EXAMPLE = /https:\/\/static\.example\.bg\/cez-widgets\/[\d.]+/g;

/** Opens a page that is empty but for its title and these lines, on an origin of its own. */
async function open(page: Page, lines: string, use: (fill: (text: string) => string) => Promise<void>): Promise<void> {
  const { baseURL } = test.info().project.use;
  const demo = await (await page.request.get('/cez-bg/')).text();
  const library = new URL(/src="([^"]*)\/cez\.js"/.exec(demo)![1]!, baseURL).href;
  const api = /data-api="([^"]*)"/.exec(demo)![1]!;
  const fill = (text: string): string => text.replace(EXAMPLE, library).replaceAll('https://api.example.bg/v1', api);
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><title>Страница</title><link rel="icon" href="data:,">${fill(lines)}`));
  await once(server.listen(0, 'localhost'), 'listening');
  try {
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await use(fill);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('README’s two lines and a tag in an empty page: a working finder', async ({ page, complaints }) => {
  const lines = /```html\n([^]*?)```/.exec(read('README.md'))![1]!;
  await open(page, lines, async (fill) => {
    expect(fill(lines)).not.toContain('example.bg');
    await expect(nameButtons(page)).toHaveCount(20);
    await finderOf(page).getByRole('combobox').first().fill('Vidin');
    await nameButtons(page).first().click();
    await expect(finderOf(page).locator('cez-hours-card').getByRole('heading')).toHaveText('Център Видин');
    expect(complaints).toEqual([]);
  });
});

test('the script for tag managers brings the library with its settings', async ({ page, complaints }) => {
  const script = /var script[^]*?appendChild\(script\);/.exec(read('stories/docs/recipes.mdx'))![0];
  await open(page, '<cez-hours-card center-id="sample-vratsa"></cez-hours-card>', async (fill) => {
    await page.evaluate(fill(script));
    await expect(page.locator('cez-hours-card').getByRole('heading')).toHaveText('Център Враца');
    expect(complaints).toEqual([]);
  });
});

test('a map that waits for consent comes with the callback of the recipe', async ({ page }) => {
  await writeTags(page, { now: WORKDAY, map: 'press' });
  await visit(page, '/cez-bg/centers/');
  await expect(finderOf(page).locator('.map-zoom')).toHaveCount(0);
  await page.evaluate(() => {
    for (const tag of document.querySelectorAll('cez-center-finder, cez-outages')) tag.setAttribute('map', 'auto');
  });
  await finderOf(page).locator('.map').scrollIntoViewIfNeeded();
  await expect(finderOf(page).locator('.map-zoom')).toBeVisible();
});

/** What both kinds of statistics were told: type and value. */
const told = (page: Page): Promise<{ layer: string[]; matomo: string[] }> =>
  page.evaluate(() => {
    const { dataLayer, _paq } = window as unknown as { dataLayer: Record<string, string>[]; _paq: string[][] };
    return { layer: dataLayer.map(({ event, cezTag, cezValue }) => `${cezTag} ${event} ${cezValue}`), matomo: _paq.map(([, tag, type, value]) => `${tag} ${type} ${value}`) };
  });

test('statistics are told what was done, and nothing of the customer', async ({ page }) => {
  await page.addInitScript('window.dataLayer = []; window._paq = []');
  await page.addInitScript({ path: forwarder });
  await writeTags(page, { now: WORKDAY });
  await visit(page, '/cez-bg/centers/');
  await finderOf(page).getByRole('combobox').first().fill('Видин');
  await nameButtons(page).first().click();
  await expect.poll(async () => (await told(page)).layer.at(-1)).toBe('cez-center-finder cez-center-select sample-vidin');
  const finder = await told(page);
  expect(finder.matomo).toEqual(finder.layer);

  await page.goto('/cez-bg/balance/');
  const form = page.locator('cez-balance-checker');
  await form.locator('[name=clientNumber]').fill('310000000011');
  await form.locator('[name=authorizationCode]').fill('CEZ011');
  await form.locator('[type=submit]').click();
  await expect(form.locator('.answer')).toBeVisible();
  const { layer, matomo } = await told(page);
  expect(layer.filter((line) => line.startsWith('cez-balance-checker'))).toEqual(['cez-balance-checker cez-submit ', 'cez-balance-checker cez-outcome found', 'cez-balance-checker cez-balance-shown ']);
  expect(layer.join()).not.toMatch(/310000000011|CEZ011|overdue/);
  expect(matomo).toEqual(layer);
});
