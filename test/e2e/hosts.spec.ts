/**
 * Tags on pages that are hostile without meaning it: 24 of them, each tag used in each, its picture held against the
 * one from a quiet page, and what is the page's own looked over. Only in
 * `npm run drill -- hosts`: they are too many for every run.
 */
import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { hostedTags } from '../../demo/hosts/tags.js';
import { hostileHosts, type Host } from '../../demo/hosts/hosts.js';
import { test } from './dated-stack.js';
import { difference, pictureOf } from './pictures.js';
import { OUR_GLOBALS, surroundings, type Surroundings } from './surroundings.js';
import { tagScripts, type TagScript } from './tag-scripts.js';

const TALL = { width: 1000, height: 3000 };
const LOW = { width: 1000, height: 700 };
/** Hosts in which something lies over a tag or cuts it off: used as on a usual screen. */
const LOW_HOSTS = ['h9', 'h10'];
/** What h10 leaves of a tag, in px. */
const CUT = 400;

test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function enter(page: Page, host: string, tag: string): Promise<void> {
  await page.goto(`/hosts/${host}/?tag=${tag}`);
  if (host === 'h21') await page.locator('html[data-settled]').waitFor();
  await page.waitForFunction((name) => document.querySelector(name)?.matches(':state(ready)'), `cez-${tag}`);
}

/** How tags look on quiet pages, by host and tag. */
const quietPictures = new Map<string, string>();
/** What hosts have without us. */
const bareHosts = new Map<string, Surroundings>();

async function quietPicture(page: Page, { id, like = 'quiet' }: Host, { tag, use }: TagScript): Promise<string> {
  const forcedColors = id === 'h24' ? 'active' : 'none';
  const key = `${like} ${tag} ${forcedColors}`;
  let picture = quietPictures.get(key);
  if (picture === undefined) {
    await page.emulateMedia({ forcedColors });
    await page.setViewportSize(TALL);
    await enter(page, like, tag);
    await use(page, page.locator(`cez-${tag}`));
    picture = await pictureOf(page, page.locator(`cez-${tag}`));
    quietPictures.set(key, picture);
  }
  return picture;
}

async function bareHost(page: Page, { id }: Host, tag: string): Promise<Surroundings> {
  const known = bareHosts.get(id);
  if (known) return known;
  await page.route('**/cez.js', (route) => route.abort());
  await page.goto(`/hosts/${id}/?tag=${tag}`);
  if (id === 'h21') await page.locator('html[data-settled]').waitFor();
  const bare = await surroundings(page);
  await page.close();
  bareHosts.set(id, bare);
  return bare;
}

test('the page that tells the strict policy is sent with it', async ({ page }) => {
  const response = await page.goto('/hosts/h20/');
  const policy = response!.headers()['content-security-policy']!;
  await expect(page.locator('pre')).toHaveText(`Content-Security-Policy: ${policy}`);
  expect(policy).not.toContain('unsafe');
});

test('there is a script for each tag that stands in the hosts', () => {
  expect(tagScripts.map(({ tag }) => tag)).toEqual(hostedTags);
});

for (const { host, script } of hostileHosts.flatMap((host) => tagScripts.map((script) => ({ host, script })))) {
  const { id, title } = host;
  const { tag, use, finish } = script;
  test(`cez-${tag} in ${title}`, async ({ page, browser, context, stack, complaints }, info) => {
    const quiet = await quietPicture(page, host, script);
    const before = await bareHost(await context.newPage(), host, tag);
    const widget = page.locator(`cez-${tag}`);
    await page.setViewportSize(LOW_HOSTS.includes(id) ? LOW : TALL);
    complaints.splice(0);
    const origins = new Set<string>();
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    await enter(page, id, tag);
    await use(page, widget);
    await page.setViewportSize(TALL);
    if (id === 'h10') await page.locator('.cut').evaluate((cut) => cut.scrollTo(0, 0));
    const picture = await pictureOf(page, widget, id === 'h10' ? CUT : undefined);
    const { sizes, share } = await difference(browser, quiet, picture);
    if (id !== 'h10') expect.soft(sizes[1], 'size').toBe(sizes[0]);
    expect.soft(share, 'share of pixels that differ').toBeLessThanOrEqual(0.001);
    if (share > 0.001) for (const [name, base64] of [['quiet', quiet], ['host', picture]] as const) await writeFile(info.outputPath(`${name}.png`), base64, 'base64');
    await finish?.(page, widget, await stack.newCustomer());

    const after = await surroundings(page);
    expect.soft(after.globals.filter((name) => !before.globals.includes(name) && !OUR_GLOBALS.includes(name)), 'globals').toEqual([]);
    expect.soft(after.prototypes).toEqual(before.prototypes);
    expect.soft(after.styles).toEqual(before.styles);
    const told = complaints.filter((line) => id !== 'h23' || !line.includes('is already registered'));
    expect.soft(told).toEqual([]);
    expect.soft([...origins].filter((origin) => origin !== 'null').sort()).toEqual([stack.site, new URL(stack.api).origin].filter((origin) => origins.has(origin)).sort());
    expect.soft(await context.cookies()).toEqual([]);
  });
}
