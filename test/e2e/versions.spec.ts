/**
 * One page, several hands: two copies of the library, somebody else's element under our name, pages that are swapped
 * and morphed, tags that are moved about with a map open.
 */
import { expect, type Page } from '@playwright/test';
import { OTHER_VERSION } from '../../demo/hosts/serve.js';
import { test } from './dated-stack.js';
import { VERSION_OF_PACKAGE as VERSION } from './package-version.js';
import { inPageCache, leaveAndReturn } from './stack.js';
import { tagScripts } from './tag-scripts.js';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const OTHER = `/hosts/widgets/${OTHER_VERSION}`;
const scriptOf = (tag: string) => tagScripts.find((script) => script.tag === tag)!;
const widgetOf = (page: Page, tag: string) => page.locator(`cez-${tag}`);

async function useTag(page: Page, tag: string): Promise<void> {
  await scriptOf(tag).use(page, widgetOf(page, tag));
}

/** A page with this tag and no script of ours yet; tells of conflicts in `conflicts`. */
async function bare(page: Page, tag: string): Promise<{ own: string; add: (path: string) => Promise<void>; conflicts: () => Promise<unknown[]> }> {
  await page.route('**/cez.js', (route) => route.abort(), { times: 1 });
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    document.addEventListener('cez-version-conflict', ({ detail }) => told.push(detail));
  });
  await page.goto(`/hosts/quiet/?tag=${tag}`);
  const own = (await page.locator('script[src$="cez.js"]').getAttribute('src'))!.replace('/cez.js', '');
  const api = (await page.locator('script[data-api]').getAttribute('data-api'))!;
  return {
    own,
    add: (path) =>
      page.evaluate(([src, to]) => new Promise<void>((resolve, reject) => {
        const script = Object.assign(document.createElement('script'), { type: 'module', src: `${src}?again`, onload: () => resolve(), onerror: reject });
        script.dataset['api'] = to;
        document.head.append(script);
      }), [path, api] as const),
    conflicts: () => page.evaluate(() => (window as unknown as { told: unknown[] }).told),
  };
}

const versionOf = (page: Page, tag: string) => page.evaluate((name) => (customElements.get(`cez-${name}`) as { version?: string } | undefined)?.version, tag);

test.describe('two copies of the library', () => {
  for (const [first, second, kept, ignored] of [['own', 'other', VERSION, OTHER_VERSION], ['other', 'own', OTHER_VERSION, VERSION]] as const) {
    test(`${kept} before ${ignored}: the first one stays and works, told once with both versions`, async ({ page, complaints }) => {
      const { own, add, conflicts } = await bare(page, 'center-finder');
      const folders = { own, other: OTHER };
      await add(`${folders[first]}/sites/cez-bg.js`);
      await page.waitForFunction(() => customElements.get('cez-sms-signup'));
      complaints.splice(0);
      await add(`${folders[second]}/sites/cez-bg.js`);
      await expect.poll(async () => (await conflicts()).length).toBeGreaterThanOrEqual(8);
      await page.waitForLoadState('networkidle');
      const told = (await conflicts()) as { tag: string; loaded: string; ignored: string }[];
      expect(new Set(told.map(({ tag }) => tag)).size).toBe(told.length);
      for (const { loaded, ignored: lost } of told) expect([loaded, lost]).toEqual([kept, ignored]);
      expect(complaints).toEqual(told.map(({ tag }) => `<${tag}> is already registered in version ${kept}; version ${ignored} is ignored. Load one version on the page.`));
      expect(await versionOf(page, 'center-finder')).toBe(kept);
      await useTag(page, 'center-finder');
    });
  }

  test('at once, in a race: each tag is of one of them, and all work', async ({ page, complaints }) => {
    const { own, add, conflicts } = await bare(page, 'center-finder');
    complaints.splice(0);
    await Promise.all([add(`${own}/cez.js`), add(`${OTHER}/cez.js`)]);
    await expect.poll(conflicts).toHaveLength(1);
    await useTag(page, 'center-finder');
    expect(complaints).toHaveLength(1);
  });

  test('the same version from two addresses: nobody hears of it', async ({ page, complaints }) => {
    const { own, add, conflicts } = await bare(page, 'hours-card');
    complaints.splice(0);
    await page.route('**/copy/**', async (route) => route.fulfill({ response: await route.fetch({ url: route.request().url().replace('/copy', '') }) }));
    await add(`${own}/cez.js`);
    await add(`/copy${own}/cez.js`);
    await useTag(page, 'hours-card');
    await page.waitForLoadState('networkidle');
    expect(await conflicts()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('the tags that the first one lacks come from the second, and the two work together', async ({ page, complaints }) => {
    const { own, add, conflicts } = await bare(page, 'center-finder');
    await add(`${OTHER}/widgets/hours-card.js`);
    complaints.splice(0);
    await add(`${own}/sites/cez-bg.js`);
    // The finder opens a card, which is the other copy's.
    await useTag(page, 'center-finder');
    expect([await versionOf(page, 'hours-card'), await versionOf(page, 'center-finder'), await versionOf(page, 'sms-signup')]).toEqual([OTHER_VERSION, VERSION, VERSION]);
    expect(await conflicts()).toEqual([{ tag: 'cez-hours-card', loaded: OTHER_VERSION, ignored: VERSION }]);
    expect(complaints).toHaveLength(1);
  });
});

test('somebody else’s element under our name keeps it, is told of, and no other tag suffers', async ({ page, complaints }) => {
  const { own, add, conflicts } = await bare(page, 'outages');
  await page.evaluate(() => {
    customElements.define('cez-hours-card', class extends HTMLElement {});
    document.querySelector('#place')!.append(document.createElement('cez-hours-card'));
  });
  complaints.splice(0);
  await add(`${own}/cez.js`);
  await useTag(page, 'outages');
  expect(await conflicts()).toEqual([{ tag: 'cez-hours-card', loaded: 'unknown', ignored: VERSION }]);
  expect(complaints).toHaveLength(1);
});

test('a page that is morphed by its server leaves a tag in use as it is', async ({ page, complaints }) => {
  await page.goto('/hosts/h21/?tag=center-finder');
  await page.locator('html[data-settled]').waitFor();
  await useTag(page, 'center-finder');
  await page.evaluate(() => new Promise((resolve) => {
    document.querySelector('cez-center-finder')!.className = 'not the server’s';
    addEventListener('turbo:load', resolve, { once: true });
    (window as unknown as { Turbo: { visit(address: string, how: object): void } }).Turbo.visit(location.href, { action: 'replace' });
  }));
  await expect(widgetOf(page, 'center-finder')).not.toHaveClass(/server/);
  await expect(widgetOf(page, 'center-finder').locator('cez-hours-card').getByRole('heading', { name: 'Център Враца' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('thirty soft navigations, each with a new tag: one request, no error', async ({ page, stack, complaints }) => {
  await page.goto('/hosts/h21/?tag=center-finder');
  await page.locator('html[data-settled]').waitFor();
  const before = (await stack.asked()).length;
  for (let visit = 0; visit < 30; visit++) {
    await page.evaluate((number) => new Promise((resolve) => {
      addEventListener('turbo:load', resolve, { once: true });
      (window as unknown as { Turbo: { visit(address: string): void } }).Turbo.visit(`${location.pathname}?tag=center-finder&${number}`);
    }), visit);
  }
  await useTag(page, 'center-finder');
  const asked = (await stack.asked()).slice(before).filter((request) => request.includes('/centers'));
  expect(asked.length).toBeLessThanOrEqual(1);
  // Turbo tells of its own visits that were overtaken.
  expect(complaints.filter((line) => line !== 'signal is aborted without reason')).toEqual([]);
});

for (const { tag, use, finish } of tagScripts.filter(({ tag }) => !/checker|form|signup/.test(tag))) {
  test.extend(inPageCache)(`cez-${tag} comes back from memory as it was left, and goes on`, { tag: tag === 'center-finder' ? [] : '@drill' }, async ({ page, stack, complaints }) => {
    await page.goto(`/hosts/quiet/?tag=${tag}`);
    await use(page, widgetOf(page, tag));
    const left = await widgetOf(page, tag).innerText();
    await leaveAndReturn(page, '/hosts/h20/');
    expect(await widgetOf(page, tag).innerText()).toBe(left);
    await finish?.(page, widgetOf(page, tag), await stack.newCustomer());
    expect(complaints).toEqual([]);
  });
}

for (const tag of ['center-finder', 'outages']) {
  test(`cez-${tag} is moved, taken out and put back two hundred times with its map open: one request each, no error, no more than 1 MB`, { tag: '@drill' }, async ({ page, stack, complaints }) => {
    const before = (await stack.asked()).length;
    await page.goto(`/hosts/quiet/?tag=${tag}`);
    await useTag(page, tag);
    if (tag === 'center-finder') {
      await page.keyboard.press('Escape');
      await widgetOf(page, tag).getByRole('button', { name: 'Карта', exact: true }).click();
    }
    await expect(widgetOf(page, tag).locator('.map-zoom')).toBeVisible();
    await page.waitForLoadState('networkidle');
    const asked = (await stack.asked()).slice(before).filter((request) => request.startsWith('GET'));
    expect(new Set(asked).size).toBe(asked.length);
    const devTools = await page.context().newCDPSession(page);
    const move = (times: number): Promise<void> =>
      widgetOf(page, tag).evaluate(async (element, count) => {
        const place = document.querySelector('#place')!;
        const places = [document.createElement('div'), document.createElement('div')];
        place.append(...places);
        const drawn = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        for (let time = 0; time < count; time++) {
          if (time % 3 === 0) element.remove();
          const target = places[time % 2]! as HTMLElement & { moveBefore?(node: Node, before: null): void };
          if (time % 3 === 1 && target.moveBefore) target.moveBefore(element, null);
          else target.append(element);
          await drawn();
        }
        place.append(element);
        places.forEach((one) => one.remove());
        await drawn();
      }, times);
    const heap = async (): Promise<number> => {
      await page.waitForTimeout(200);
      await devTools.send('HeapProfiler.collectGarbage');
      await devTools.send('HeapProfiler.collectGarbage');
      return (await devTools.send('Runtime.getHeapUsage')).usedSize;
    };
    await move(20);
    const start = await heap();
    await move(200);
    const grown = (await heap()) - start;
    expect(grown).toBeLessThanOrEqual(1_000_000);
    await expect(widgetOf(page, tag).locator('.map-zoom')).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect((await stack.asked()).slice(before).filter((request) => request.startsWith('GET')).sort()).toEqual(asked.sort());
    expect(complaints).toEqual([]);
  });
}
