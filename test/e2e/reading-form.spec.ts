/**
 * A customer declares readings on the demo sites: by keyboard alone with a reading that is not expected, on a
 * phone for a vacant home, without the script. Number and code are looked for where they must not be.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './visit.js';

const formOf = (page: Page) => page.locator('cez-reading-form');
const answerOf = (page: Page) => formOf(page).locator('[part=answer]');
const heading = (page: Page, name: string) => formOf(page).getByRole('heading', { name });

test('by keyboard alone: a reading that is not expected, explained, sent, corrected, nothing left behind', async ({ page, context, complaints }) => {
  const asked: string[] = [];
  page.on('request', (request) => request.resourceType() !== 'document' && asked.push(request.url()));
  await page.goto('/cez-bg/services/');
  await page.getByRole('link', { name: 'Декларирайте показания' }).click();
  await formOf(page).getByLabel('Клиентски номер').focus();
  await page.keyboard.type('3100 0000 0044');
  await page.keyboard.press('Tab');
  await page.keyboard.type('сеz 044');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Показания на електромера')).toBeFocused();

  await page.keyboard.press('Tab'); // the fold on how a meter is read
  await page.keyboard.press('Tab');
  await expect(formOf(page).getByLabel('Дневна')).toBeFocused();
  await page.keyboard.type('14 485');
  await page.keyboard.press('Tab');
  await page.keyboard.type('006800');
  await page.keyboard.press('Enter');
  await expect(formOf(page).locator('[part=error]')).toBeFocused();
  await expect(formOf(page).getByText('+2 140 кВтч за 31 дни; обичайно е до 900.')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(formOf(page).getByLabel('Сгреших при въвеждането')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(formOf(page).getByLabel('Показанието е вярно')).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Проверете и изпратете')).toBeFocused();
  await formOf(page).getByRole('button', { name: 'Изпратете показанията' }).press('Enter');
  await expect(answerOf(page)).toContainText('Показанията са получени');
  await expect(answerOf(page)).toBeFocused();

  await formOf(page).getByRole('button', { name: 'Поправете показанията' }).press('Enter');
  await expect(heading(page, 'Показания на електромера')).toBeFocused();
  await formOf(page).getByLabel('Дневна').fill('12559');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Проверете и изпратете')).toBeFocused();
  await formOf(page).getByRole('button', { name: 'Изпратете показанията' }).press('Enter');
  await expect(answerOf(page)).toContainText('Показанията са приети');

  const left = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('cez-outbox');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error!);
    });
    const waiting = await new Promise((resolve) => {
      const all = database.transaction('submissions').objectStore('submissions').getAll();
      all.onsuccess = () => resolve(all.result);
    });
    return [document.title, location.href, JSON.stringify([history.state, localStorage, sessionStorage, performance.getEntries(), waiting])].join('\n');
  });
  for (const [value, place] of [['310000000044', left], ['CEZ044', left], ['310000000044', asked.join()], ['CEZ044', asked.join()]] as const) expect(place).not.toContain(value);
  expect(await context.cookies()).toEqual([]);
  expect(complaints).toEqual([]);

  await page.goto('/cez-bg/services/');
  await page.goBack();
  await expect(formOf(page).getByLabel('Клиентски номер')).toHaveValue('');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

  test('the reading of a vacant home is taken, in English, on the grid operator’s site', async ({ page, complaints }) => {
    await page.goto('/cez-rp/en/');
    await page.getByRole('link', { name: 'Declare readings' }).tap();
    await formOf(page).getByLabel('Client number').fill('530000000066');
    await formOf(page).getByLabel('Authorisation code').fill('CEZ066');
    await formOf(page).getByRole('button', { name: 'Continue' }).tap();
    await formOf(page).getByLabel('Single rate').fill('4321');
    await expect(formOf(page).getByText(/^No change since .*\. We accept that too\.$/)).toBeVisible();
    await formOf(page).getByRole('button', { name: 'Continue' }).tap();
    await formOf(page).getByRole('button', { name: 'Send the readings' }).tap();
    await expect(answerOf(page)).toContainText('Your readings are accepted');
    await expect(answerOf(page)).toContainText('Ref. no.');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(complaints).toEqual([]);
  });
});

test('without its script the page says where readings are taken', async ({ page }) => {
  await page.route('**/widgets/reading-form.js', (route) => route.abort());
  await page.goto('/cez-rp/readings/');
  await expect(formOf(page).getByRole('link', { name: '0700 10 010' })).toBeVisible();
  await expect(formOf(page).getByText('Самоотчетът не отменя месечния отчет.')).toBeVisible();
});
