/** The demo's pages without a mouse: how far it is to a center, what is seen on the way, and that nothing holds the focus. */
import { expect, type Page } from '@playwright/test';
import { tooSmall } from './looks.js';
import { stop, walk } from './tab-walk.js';
import { cardOf, finderOf, nameButtons, test, visit, WORKDAY, writeTags } from './visit.js';

const isLetter = (key: string): boolean => key.length === 1;

for (const { path, keys, words } of [
  { path: '/cez-bg/centers/', keys: ['Tab', 'Enter', 'Tab', 'Tab', 'в', 'р', 'а', 'Enter', 'Enter'], words: 'Център Враца' },
  { path: '/cez-bg/en/centers/', keys: ['Tab', 'Enter', 'Tab', 'Tab', 'v', 'r', 'a', 'Enter', 'Enter'], words: 'Center Vratsa' },
  { path: '/cez-rp/centers/', keys: ['Tab', 'Enter', 'Tab', 'п', 'е', 'р', 'ArrowDown', 'Enter', 'Enter', 'Enter'], words: 'Център Перник' },
]) {
  test(`${path}: from the start of the page to a center’s details takes ${keys.length} key presses, all of them seen`, async ({ page }) => {
    expect(keys.length).toBeLessThanOrEqual(12);
    await writeTags(page, { now: WORKDAY, map: 'none' });
    await visit(page, path);
    for (const key of keys) {
      if (key.length > 1) await page.keyboard.press(key);
      else await page.keyboard.type(key);
      // A customer reads what the typing brought before the next press.
      if (key === keys.findLast(isLetter)) await expect(nameButtons(page).first()).toHaveText(words);
      const here = await stop(page);
      if (here) expect.soft(here.visible, `after ${key}: ${here.name}`).toBe(true);
    }
    await expect(cardOf(page).getByRole('heading', { name: words })).toBeFocused();
    await expect(cardOf(page).locator('.answer')).toBeVisible();
  });
}

for (const path of ['/cez-bg/contacts/', '/cez-bg/centers/sofia/', '/cez-bg/centers/', '/cez-bg/en/centers/', '/cez-bg/centers/?cez-center=sample-vratsa', '/cez-bg/notice-2020/', '/cez-rp/centers/', '/cez-rp/en/', '/cez-rp/outages/?cez-place=Враца']) {
  test(`${path}: Tab goes through the page and back, and every stop is seen`, async ({ page }) => {
    await writeTags(page, { now: WORKDAY });
    await visit(page, path);
    // The map comes with its own stops when it comes into view: let it be there before they are counted.
    for (const map of await page.locator(':is(cez-center-finder, cez-outages):not([map]) .map').all()) {
      await map.scrollIntoViewIfNeeded();
      await map.locator('.map-zoom').waitFor();
    }
    const forth = await walk(page, 'Tab');
    expect(forth.filter(({ visible }) => !visible).map(({ name }) => name)).toEqual([]);
    expect(forth.some(({ tag }) => tag)).toBe(true);
    expect(forth.filter(({ inMap }) => inMap).length).toBeLessThanOrEqual(4);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const back = await walk(page, 'Shift+Tab');
    expect(back.map(({ name }) => name).reverse()).toEqual(forth.map(({ name }) => name));
  });
}

test('Esc leads from the details back to the row, and from the suggestions to what was typed', async ({ page }) => {
  await writeTags(page, { now: WORKDAY, map: 'none' });
  await visit(page, '/cez-bg/centers/');
  const field = finderOf(page).getByRole('combobox').first();
  await field.pressSequentially('вра');
  await expect(finderOf(page).locator('[role=option]').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(finderOf(page).locator('[role=option]')).toHaveCount(0);
  await expect(field).toHaveValue('вра');
  await expect(nameButtons(page).first()).toHaveText('Център Враца');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(cardOf(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(nameButtons(page).first()).toBeFocused();
});

const cut = (page: Page): Promise<unknown> => page.route('**/v1/centers**', (route) => route.abort());
for (const [state, path, attributes, arrange] of [
  ['the list', '/cez-bg/centers/', {}, null],
  ['a place without a center', '/cez-bg/en/centers/?cez-place=Своге', {}, null],
  ['a chosen center', '/cez-bg/centers/?cez-center=sample-vratsa', {}, null],
  ['an error', '/cez-bg/centers/', {}, cut],
  ['a card with its temporary regime', '/cez-bg/notice-2020/', { now: '2020-04-30T12:00+03:00' }, null],
  ['a compact card', '/cez-bg/', {}, null],
  ['a card that failed', '/cez-bg/', {}, cut],
  ['a notice to read on and to put away', '/cez-bg/services/', { now: null, place: 'Враца' }, null],
  ['the contacts', '/cez-rp/contacts/', {}, null],
] as const) {
  test(`${state}: a finger hits every control at 320 px`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await writeTags(page, { now: WORKDAY, ...attributes });
    await arrange?.(page);
    await visit(page, path);
    expect(await tooSmall(page, 'cez-center-finder, cez-hours-card, cez-notice, cez-contacts')).toEqual([]);
  });
}
