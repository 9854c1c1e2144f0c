/** A customer looks up what is owed, on the demo sites, against the real API. */
import { expect, type Page } from '@playwright/test';
import { test } from './visit.js';

const checkerOf = (page: Page) => page.locator('cez-balance-checker');

async function open(page: Page, path = '/cez-bg/balance/'): Promise<void> {
  await page.goto(path);
  await expect(checkerOf(page).getByRole('textbox').first()).toBeVisible();
}

test('by keyboard alone: a wrong code first, then the right one, then away with it', async ({ page, complaints }) => {
  await open(page);
  await checkerOf(page).getByLabel('Клиентски номер').focus();
  await page.keyboard.type('3100 0000 0011');
  await page.keyboard.press('Tab');
  await page.keyboard.type('сеZ 0');
  await page.keyboard.press('Enter');
  const fault = checkerOf(page).getByRole('link', { name: 'Кодът се състои от 6 букви и цифри. Въведохте 4 знака.' });
  await expect(fault).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(checkerOf(page).getByLabel('Оторизационен код')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('11');
  await page.keyboard.press('Enter');
  await expect(checkerOf(page).locator('[part=answer]')).toContainText('Дължите');
  await expect(checkerOf(page).locator('[part=answer]')).toBeFocused();
  await expect(checkerOf(page).locator('[part=row]')).toHaveCount(2);
  await checkerOf(page).getByRole('button', { name: 'Скрийте сега' }).press('Enter');
  await expect(checkerOf(page).getByLabel('Клиентски номер')).toHaveValue('');
  expect(complaints).toEqual([]);
});

test('with the network cut: told so, nothing typed is lost, and it works when the network is back', async ({ page, context }) => {
  await open(page, '/cez-bg/en/balance/');
  await checkerOf(page).getByLabel('Client number').fill('310000000022');
  await checkerOf(page).getByLabel('Authorisation code').fill('CEZ022');
  await context.setOffline(true);
  await checkerOf(page).getByRole('button', { name: 'Check the bill' }).click();
  await expect(checkerOf(page).getByText('That did not work')).toBeVisible({ timeout: 12_000 });
  await expect(checkerOf(page).getByLabel('Client number')).toHaveValue('310000000022');
  await context.setOffline(false);
  await checkerOf(page).getByRole('button', { name: 'Try again' }).click();
  await expect(checkerOf(page).locator('[part=answer]')).toContainText('You owe nothing');
});

test('going back to the page shows an empty form', async ({ page }) => {
  await open(page);
  await checkerOf(page).getByLabel('Клиентски номер').fill('310000000022');
  await checkerOf(page).getByLabel('Оторизационен код').fill('CEZ022');
  await checkerOf(page).getByRole('button', { name: 'Проверете сметката' }).click();
  await expect(checkerOf(page).locator('[part=answer]')).toContainText('Не дължите нищо');
  await page.goto('/cez-bg/services/');
  await page.goBack();
  await expect(checkerOf(page).getByLabel('Клиентски номер')).toHaveValue('');
  await expect(checkerOf(page).locator('[part=answer]')).toHaveCount(0);
});
