/**
 * A customer registers a client number by SMS on the demo sites: on a phone, beside a desktop, by keyboard,
 * and where a part or all of the script does not arrive. The number is looked for where it must not be.
 */
import { expect, type Page } from '@playwright/test';
import decodeQr from 'qr/decode.js';
import { test } from './visit.js';

/** Stands nowhere else on the pages. */
const NUMBER = '310000471193';
const signupOf = (page: Page) => page.locator('cez-sms-signup');
const codeOf = (page: Page) => signupOf(page).getByRole('img', { name: 'QR код със съобщението' });

async function prepare(page: Page): Promise<void> {
  await page.goto('/cez-bg/sms/');
  await signupOf(page).getByLabel('Клиентски номер').fill('3100 0047 1193');
  await signupOf(page).getByRole('button', { name: 'Към съобщението' }).click();
  await expect(signupOf(page).getByRole('heading', { name: 'Съобщението Ви е готово' })).toBeFocused();
}

/** What a camera reads from the screen. */
async function scan(page: Page): Promise<string> {
  await expect(codeOf(page).locator('path')).toBeAttached();
  const png = (await codeOf(page).screenshot()).toString('base64');
  const reader = await page.context().newPage();
  const { width, height, data } = await reader.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    return { width: bitmap.width, height: bitmap.height, data: [...context.getImageData(0, 0, bitmap.width, bitmap.height).data] };
  }, png);
  await reader.close();
  return decodeQr({ width, height, data: Uint8Array.from(data) });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('one button opens the message, and its address is the only place where the number goes', async ({ page, context, complaints }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.goto('/cez-bg/services/');
    await page.getByRole('link', { name: 'Сметката по SMS' }).tap();
    await expect(page).toHaveURL(/\/cez-bg\/sms\/$/);
    await signupOf(page).getByLabel('Клиентски номер').fill('3100 0047 1193');
    await signupOf(page).getByRole('button', { name: 'Към съобщението' }).tap();
    const button = signupOf(page).getByRole('button', { name: 'Отворете съобщението' });
    await expect(button).toBeInViewport();
    expect(asked.filter((request) => request.includes(NUMBER) || request.includes('qr-code'))).toEqual([]);
    await button.tap();
    await expect.poll(() => asked.filter((request) => request.includes(NUMBER))).toEqual([`sms:170077?&body=${NUMBER} `]);

    // The page is still there, for a phone that opened nothing.
    await signupOf(page).getByText('Ще изпратите от друг телефон?').tap();
    await expect(codeOf(page).locator('path')).toBeAttached();
    const left = await page.evaluate(async () => [document.title, location.href, JSON.stringify(history.state), JSON.stringify([localStorage, sessionStorage, await indexedDB.databases(), performance.getEntries()]), document.documentElement.outerHTML].join('\n'));
    expect(left).not.toContain(NUMBER);
    expect(await context.cookies()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`on a desktop in ${colorScheme} the code on the screen is read by a phone’s camera`, async ({ page, complaints }) => {
    await page.emulateMedia({ colorScheme });
    await prepare(page);
    expect(await scan(page)).toBe(`SMSTO:170077:${NUMBER}`);
    expect(complaints).toEqual([]);
  });
}

test('by keyboard alone: typed, copied, another number', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/cez-bg/en/sms/');
  await signupOf(page).getByLabel('Client number').focus();
  await page.keyboard.type('3100-0047-1193');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(signupOf(page).getByRole('button', { name: 'Copy the digits' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(signupOf(page).getByRole('button', { name: 'Copied' })).toBeFocused();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(NUMBER);
  await page.keyboard.press('Tab');
  await expect(signupOf(page).getByRole('button', { name: 'Open the message' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(signupOf(page).getByLabel('Client number')).toBeFocused();
  await expect(signupOf(page).getByLabel('Client number')).toHaveValue('3100-0047-1193');
});

test('the message is there without the file that draws the code, and the code on a further press', async ({ page }) => {
  await page.route('**/chunks/qr-code.js', (route) => route.abort(), { times: 1 });
  await prepare(page);
  await expect(signupOf(page).getByText('Кодът не се зареди.')).toBeVisible();
  await expect(signupOf(page).locator('[part=answer]')).toContainText('170077');
  await signupOf(page).getByRole('button', { name: 'Опитайте отново' }).click();
  expect(await scan(page)).toBe(`SMSTO:170077:${NUMBER}`);
});

test('going back to the page shows an empty form', async ({ page }) => {
  await prepare(page);
  await page.goto('/cez-bg/services/');
  await page.goBack();
  await expect(signupOf(page).getByLabel('Клиентски номер')).toHaveValue('');
});

test('without scripts the page says the same', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  for (const [path, words] of [['/cez-bg/sms/', ['12-те цифри на клиентския си номер', 'smetka', 'Отговорите са безплатни']], ['/cez-bg/en/sms/', ['12 digits of your client number', 'smetka', 'Answers are free']]] as const) {
    await page.goto(path);
    for (const word of words) await expect(signupOf(page).getByText(word)).toBeVisible();
    await expect(signupOf(page).getByRole('link', { name: '0700 10 010' })).toBeVisible();
  }
  await context.close();
});
