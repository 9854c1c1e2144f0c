/** Content that a server put into the tags (`npm run prerender`): read without a script, replaced with no jump, and the same facts. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page } from '@playwright/test';
import { ready, test } from './visit.js';

/** In the morning, so that no words depend on the minute. */
const NOW = `${new Date().toISOString().slice(0, 10)}T10:00+02:00`;
/** Which tag, of what, and which of its lines the tag itself tells only after a press. */
const cases: [tag: string, options: string[], pressed: RegExp][] = [
  ['cez-hours-card', ['--tags', 'hours-card', '--center', 'sample-temporary-regime'], /^$/],
  ['cez-center-finder', ['--tags', 'center-finder'], /^$|^(Тази седмица|Телефон): /],
  ['cez-notice', ['--tags', 'notice'], /^$/],
];

/** A page of a host that renders on a server, with text before and after the tag. */
async function withHost(page: Page, library: string, api: string, content: string, visit: (address: string) => Promise<void>): Promise<void> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="bg"><head><meta name="viewport" content="width=device-width"><title>Страница</title><link rel="stylesheet" href="${library}cez.css"><script type="module" src="${library}cez.js" data-api="${api}"></script></head><body><h1>Страница</h1>${content}<p>След него.</p></body></html>`);
  });
  await once(server.listen(0, 'localhost'), 'listening');
  try {
    await visit(`http://localhost:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

for (const [tag, options, pressed] of cases) {
  test(`${tag} replaces what a server wrote into it, without a jump, and says the same`, async ({ page, request, baseURL }) => {
    const html = await (await request.get('/cez-bg/')).text();
    const library = new URL(/src="([^"]*)cez\.js"/.exec(html)![1]!, baseURL).href;
    const api = /data-api="([^"]*)"/.exec(html)![1]!;
    const written = execFileSync(process.execPath, ['scripts/prerender.mjs', '--api', api, '--now', NOW, ...options], { encoding: 'utf8' });
    await withHost(page, library, api, written.replace(`<${tag}`, `$& now="${NOW}"`), async (address) => {
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        let release = (): void => undefined;
        const painted = new Promise<void>((resolve) => (release = resolve));
        await page.route(/\/v1\/(centers|notices)/, async (route) => { await painted; await route.continue(); });
        await page.goto(address);
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
        const heading = page.locator(`${tag} > :is(h2, p)`).first();
        await expect(heading).toBeVisible();
        const lines = (await page.locator(tag).innerText()).split('\n');
        await page.evaluate(() => {
          Object.assign(globalThis, { shift: 0 });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) (globalThis as unknown as { shift: number }).shift += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
        });
        release();
        await ready(page);
        await page.waitForLoadState('networkidle');
        await expect(heading).toBeHidden();
        expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift), `${width} px`).toBeLessThanOrEqual(0.02);
        await page.unroute(/\/v1\/(centers|notices)/);

        for (const more of await page.locator(tag).locator('button.more').all()) await more.click();
        const shown = (await page.locator(`${tag} .root`).textContent())!.replace(/\s+/g, ' ');
        const facts = lines.filter((line) => !pressed.test(line)).flatMap((line) => line.replace(/^Към .*?ч\.: | \(примерни данни\)$| \d{4} г\.(?! \d)/g, '').split(/\. (?=[А-Я])/));
        expect(facts.length).toBeGreaterThan(3);
        expect(facts.filter((fact) => !shown.includes(fact))).toEqual([]);
      }
    });
  });
}
