/** The e-services in one place: without a mouse, from a link, with a number carried along, and when a service does not come. */
import { expect, type Page } from '@playwright/test';
import { crowded, faults, tooSmall } from './looks.js';
import { test, visit } from './visit.js';

// A colour on its way is not the one to measure.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const NUMBER = '310000000011';
const servicesOf = (page: Page) => page.locator('cez-services');
const entry = (page: Page, name: string) => servicesOf(page).getByRole('button', { name });
const field = (page: Page) => servicesOf(page).getByLabel('Клиентски номер');
const heading = (page: Page, name: string) => servicesOf(page).getByRole('heading', { name, exact: true });
const files = (page: Page): Promise<string[]> => page.evaluate(() => performance.getEntriesByType('resource').flatMap(({ name }) => /widgets\/[\w-]+\.js$/.exec(name)?.[0] ?? []));

test('without a mouse: a number is typed once, offered in the next service, and left nowhere', async ({ page, complaints }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await visit(page, '/cez-bg/services/');
  expect(await files(page)).not.toContain('widgets/sms-signup.js');
  await entry(page, 'Следете сметката по SMS').focus();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Регистрация с един SMS')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('3100 0000 0011');
  await entry(page, 'Проверете сметката си').focus();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Проверка на сметка')).toBeFocused();
  await expect(field(page)).toHaveValue(NUMBER);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('сеz 011');
  await page.keyboard.press('Enter');
  await expect(servicesOf(page).locator('[part=answer]')).toContainText('Дължите');
  // Back with the keyboard, too: the row that was pressed has the focus again.
  await servicesOf(page).getByRole('button', { name: 'Затворете' }).press('Enter');
  await expect(entry(page, 'Проверете сметката си')).toBeFocused();
  await expect(servicesOf(page)).not.toContainText('Дължите');
  const left = await page.evaluate(() => {
    const markup = (root: ParentNode): string => [...root.querySelectorAll('*')].map((element) => element.outerHTML + (element.shadowRoot ? markup(element.shadowRoot) : '')).join('');
    return [location.href, document.title, JSON.stringify([localStorage, sessionStorage, history.state as unknown]), markup(document)].join();
  });
  for (const mark of [NUMBER, '3100 0000 0011', '3100\u00a00000\u00a00011']) expect([left, ...asked].filter((text) => text.includes(mark))).toEqual([]);
  expect(new URL(page.url()).search).toBe('');
  expect(complaints).toEqual([]);
});

test('what was typed is gone with the page, also when it comes back from memory', async ({ page }) => {
  await visit(page, '/cez-bg/services/?cez-service=sms');
  await field(page).fill(NUMBER);
  await page.goto('/cez-bg/contacts/');
  await page.goBack();
  await expect(field(page)).toHaveValue('');
  await entry(page, 'Декларирайте показания').click();
  await expect(field(page)).toHaveValue('');
});

for (const [path, title] of [
  ['/cez-bg/services/?cez-service=balance', 'Проверка на сметка'],
  ['/cez-bg/en/services/?cez-service=einvoice', 'E-invoice'],
  ['/cez-rp/services/?cez-service=outages&cez-place=Враца', 'Прекъсвания на тока'],
  ['/cez-rp/en/services/?cez-service=reading', 'Declare meter readings'],
] as const) {
  test(`${path}: the service is open, loaded alone, and reads well on a phone, light and dark`, async ({ page, complaints }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await visit(page, path);
    await expect(servicesOf(page).getByRole('heading', { level: 3 }).first()).toContainText(title);
    await expect(servicesOf(page).locator('[aria-expanded=true]')).toHaveCount(1);
    if (path.includes('cez-place')) await expect(servicesOf(page).getByRole('combobox').first()).toHaveValue('Враца');
    expect((await files(page)).filter((file) => /checker|form|signup|outages|finder/.test(file))).toHaveLength(1);
    expect.soft(await faults(page, 'cez-services')).toEqual([]);
    expect.soft(await crowded(page, 'cez-services')).toEqual([]);
    expect.soft(await tooSmall(page, 'cez-services')).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await faults(page, 'cez-services', 'contrast'), 'dark').toEqual([]);
    expect(complaints).toEqual([]);
  });
}

test('a service that does not come is told with the number to call, and comes on another try; what is there works on', async ({ page, context }) => {
  await visit(page, '/cez-bg/services/');
  await entry(page, 'Проверете сметката си').click();
  await expect(heading(page, 'Проверка на сметка')).toBeFocused();
  await context.setOffline(true);
  await entry(page, 'Следете сметката по SMS').press('Enter');
  const error = servicesOf(page).locator('[part=error]');
  await expect(error).toContainText('Няма връзка с интернет. Тази услуга не можа да се зареди.');
  await expect(error.getByRole('link', { name: '0700 10 010' })).toHaveAttribute('href', 'tel:070010010');
  expect(await faults(page, 'cez-services')).toEqual([]);
  await error.getByRole('button', { name: 'Опитайте отново' }).press('Enter');
  await expect(error.getByRole('button')).toBeFocused();
  await context.setOffline(false);
  // A try that began without a network may end after it is back.
  await expect(async () => {
    await error.getByRole('button').press('Enter', { timeout: 500 });
    await expect(heading(page, 'Регистрация с един SMS')).toBeFocused({ timeout: 1000 });
  }).toPass({ timeout: 10_000 });
  await entry(page, 'Проверете сметката си').click();
  await expect(field(page)).toBeVisible();
});

test('the grid operator’s site leads to the supplier’s for what is not its own', async ({ page }) => {
  await visit(page, '/cez-rp/services/');
  await expect(servicesOf(page).getByRole('link')).toHaveCount(3);
  for (const link of await servicesOf(page).getByRole('link').all()) await expect(link).toHaveAttribute('href', 'https://www.cez.bg/');
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await tooSmall(page, 'cez-services')).toEqual([]);
});
