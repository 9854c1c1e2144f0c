/**
 * What people come for when the lights are out, on the grid operator's site: is it known, when will it be over,
 * whom to call; and what is left of it when the network goes, too.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './stack.js';
import { stop } from './tab-walk.js';

const widget = (page: Page): Locator => page.locator('cez-outages');
const answer = (page: Page): Locator => widget(page).locator('.answer').first();
const field = (page: Page): Locator => widget(page).locator('#query');

test.afterEach(({ stack }) => stack.mend());

test('from the start of the page to what is known of a town takes ten key presses, all of them seen', async ({ page }) => {
  await page.goto('/cez-rp/outages/');
  await expect(widget(page).locator('[part=row]').first()).toBeVisible();
  for (const key of ['Tab', 'Enter', 'Tab', 'Tab', 'Tab', 'v', 'r', 'a', 'ArrowDown', 'Enter']) {
    // A customer reads what the typing brought before the next press.
    if (key === 'ArrowDown') await expect(widget(page).locator('[role=option]').first()).toHaveText(/Враца/);
    await page.keyboard.press(key);
    const here = await stop(page);
    if (here && key !== 'Enter') expect.soft(here.visible, `after ${key}: ${here.name}`).toBe(true);
  }
  await expect(answer(page)).toBeFocused();
  await expect(answer(page)).toHaveText(/^Част от Враца е без ток\. Очаква се към/);
});

test('a saved place is asked for at the next visit, and its link leads others there', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/cez-rp/outages/');
  await field(page).fill('Vratsa');
  await field(page).press('Enter');
  await widget(page).getByRole('button', { name: 'Запазете мястото' }).click();
  await page.reload();
  await expect(answer(page)).toHaveText(/^Част от Враца/);
  await widget(page).getByRole('button', { name: 'Копирайте връзка' }).click();
  await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
  await expect(answer(page)).toHaveText(/^Част от Враца/);
  expect(new URL(page.url()).searchParams.get('cez-place')).toBe('Враца');
});

test('with the network cut after one look-up, the page as its host keeps it shows the last answer, its age and whom to call', async ({ page, context, stack }) => {
  await page.goto('/cez-rp/outages/');
  await field(page).fill('Враца');
  await field(page).press('Enter');
  await expect(answer(page)).toHaveText(/^Част от Враца/);
  const known = await answer(page).innerText();
  // A host that keeps its page for bad days, by a service worker or otherwise. Chromium takes such a page for one from elsewhere.
  await context.grantPermissions(['local-network-access']);
  await context.route(`${stack.site}/**`, async (route) => {
    const kept = await fetch(route.request().url());
    await route.fulfill({ status: kept.status, headers: Object.fromEntries([...kept.headers].filter(([name]) => name !== 'content-encoding')), body: Buffer.from(await kept.arrayBuffer()) });
  });
  await context.setOffline(true);
  await page.reload();
  await expect(answer(page)).toContainText(known);
  await expect(answer(page)).toHaveText(/^Към \d+:\d\d\sч\.: /);
  await expect(widget(page)).toContainText('Това е последният отговор, запазен на устройството.');
  await expect(widget(page).getByRole('link', { name: '0700 10 010' })).toHaveAttribute('href', 'tel:070010010');
  await expect(widget(page)).not.toContainText('няма известн');

  await context.setOffline(false);
  await widget(page).getByRole('button', { name: 'Обновете' }).click();
  await expect(answer(page)).toHaveText(known);
  await expect(widget(page).locator('[part=row]').nth(5)).toBeVisible();
});

for (const fault of ['html-200', 'portal-redirect', 'empty-200']) {
  test(`${fault} in place of the list is never told as no outages`, async ({ page, stack }) => {
    await stack.breakWith(fault);
    await page.goto('/cez-rp/outages/?cez-place=Мездра');
    await expect(widget(page).locator('[part=error]')).toBeVisible();
    await expect(answer(page)).toHaveText('Сега не можем да кажем дали има прекъсване.');
    await expect(widget(page)).not.toContainText('няма известн');
    await expect(page.locator('cez-outages > p').first()).toBeVisible();
  });
}

test('the map adds areas and markers, and no request before it is there', async ({ page, stack }) => {
  const before = (await stack.asked()).length;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/cez-rp/outages/');
  await expect(widget(page).locator('[part=row]').first()).toBeVisible();
  const asked = async (): Promise<string[]> => (await stack.asked()).slice(before).filter((request) => request.includes('areas'));
  expect(await asked()).toEqual([]);
  await widget(page).locator('.map').scrollIntoViewIfNeeded();
  await expect(widget(page).locator('.map-zoom')).toBeVisible();
  await expect.poll(asked).toEqual(['GET /v1/outages/areas']);
});
