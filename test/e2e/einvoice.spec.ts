/**
 * A customer moves to the e-invoice on the demo sites and back: the mail is the one that the running API has
 * sent, read on the mailbox page. Number, code, address and token are looked for where they must not be.
 */
import { expect, type Page } from '@playwright/test';
import { test } from './visit.js';

const formOf = (page: Page) => page.locator('cez-einvoice-form');
const answerOf = (page: Page) => formOf(page).locator('[part=answer]');

/** Goes to the page that the newest mail to `email` links to. */
async function followLink(page: Page, email: string): Promise<string> {
  await page.goto('/mailbox/');
  const link = page.getByRole('article').filter({ hasText: email }).first().getByRole('link').first();
  const { search } = new URL((await link.getAttribute('href'))!);
  await page.goto(`/cez-bg/einvoice/${search}`);
  return search.slice('?cez-einvoice-token='.length);
}

test('by keyboard alone: asked for, confirmed with the link of the mail, nothing left behind', async ({ page, context, complaints }) => {
  const asked: string[] = [];
  page.on('request', (request) => request.resourceType() !== 'document' && asked.push(request.url()));
  await page.goto('/cez-bg/services/');
  await page.getByRole('link', { name: 'Електронна фактура' }).click();
  await formOf(page).getByLabel('Клиентски номер').focus();
  await page.keyboard.type('3100 0000 0011');
  await page.keyboard.press('Tab');
  await page.keyboard.type('сеz 011');
  await formOf(page).getByLabel('Електронна поща').focus();
  await page.keyboard.type('keyboard@avb.bg');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(formOf(page).getByRole('link', { name: 'Написахте avb.bg. Имахте предвид abv.bg?' })).toBeVisible();
  await formOf(page).getByRole('button', { name: 'Поправете на abv.bg' }).press('Enter');
  await expect(formOf(page).getByLabel('Електронна поща')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(answerOf(page)).toHaveText('Проверете пощата си: k…@abv.bg');
  await expect(answerOf(page)).toBeFocused();

  const token = await followLink(page, 'keyboard@abv.bg');
  await expect(formOf(page).getByText('Искате ли фактурите')).toBeVisible();
  await expect(page).toHaveURL(/\/cez-bg\/einvoice\/$/);
  await formOf(page).getByRole('button', { name: 'Да, потвърждавам' }).press('Enter');
  await expect(answerOf(page)).toHaveText('Електронната фактура е активна');
  await expect(answerOf(page)).toBeFocused();

  const kept = await page.evaluate(async () => {
    const rows: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name!);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of database.objectStoreNames) {
        const getting = database.transaction(store).objectStore(store).getAll();
        rows.push(await new Promise((resolve) => (getting.onsuccess = () => resolve(getting.result))));
      }
      database.close();
    }
    return JSON.stringify([rows, localStorage, sessionStorage, document.title, location.href, history.state, document.querySelector('cez-einvoice-form')!.shadowRoot!.innerHTML]);
  });
  for (const secret of ['310000000011', 'CEZ011', 'keyboard@', token]) {
    expect(kept).not.toContain(secret);
    expect(asked.filter((url) => url.includes(secret))).toEqual([]);
  }
  expect(await context.cookies()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('asked for without a network, sent when it is back, refused with the link, in English', async ({ page, context }) => {
  await page.goto('/cez-bg/en/einvoice/');
  await formOf(page).getByLabel('Client number').fill('310000000022');
  await formOf(page).getByLabel('Authorisation code').fill('CEZ022');
  await formOf(page).getByLabel('E-mail').fill('offline@example.bg');
  await formOf(page).getByRole('checkbox').check();
  await context.setOffline(true);
  await formOf(page).getByRole('button', { name: 'Ask for the e-invoice' }).click();
  await expect(formOf(page).getByText('Your request is kept on this device.')).toBeVisible({ timeout: 12_000 });
  await context.setOffline(false);
  await expect(answerOf(page)).toHaveText('Check your mail: o…@example.bg', { timeout: 12_000 });

  await followLink(page, 'offline@example.bg');
  await formOf(page).getByRole('button', { name: 'Откажете електронната фактура' }).click();
  await expect(answerOf(page)).toHaveText('Електронната фактура е отказана');
});

test('back to paper with number and code, and what the page says without its script', async ({ page, browser, baseURL }) => {
  await page.goto('/cez-bg/einvoice/');
  await formOf(page).getByRole('button', { name: 'Върнете се към хартия' }).click();
  await formOf(page).getByLabel('Клиентски номер').fill('310000000055');
  await formOf(page).getByLabel('Оторизационен код').fill('CEZ055');
  await formOf(page).getByRole('button', { name: 'Върнете хартиената фактура' }).click();
  await expect(answerOf(page)).toHaveText('Фактурите Ви са на хартия');

  const without = await browser.newPage({ javaScriptEnabled: false, baseURL: baseURL! });
  await without.goto('/cez-bg/einvoice/');
  await expect(formOf(without).getByRole('link', { name: '0700 10 010' })).toBeVisible();
  await without.close();
});
