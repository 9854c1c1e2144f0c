/**
 * What customers come for, on both companies' sites: the nearest center, whether it is open, its hours in
 * ordinary and in other times; and what they see when the network or the API fails them.
 */
import { expect, type Page, type Route } from '@playwright/test';
import { cardOf, finderOf, nameButtons, NIGHT, ready, rowsOf, test, visit, WORKDAY, writeTags } from './visit.js';

const field = (page: Page) => finderOf(page).getByRole('combobox').first();
const answer = (page: Page) => finderOf(page).locator('.answer').first();
const centers = '**/v1/centers?**';
const defined = (page: Page) => page.waitForFunction(() => Boolean(customElements.get('cez-center-finder')));
const infoLine = (page: Page) => finderOf(page).locator('[part=error] a[href="tel:070010010"]');

test.describe('finding a center', () => {
  for (const { path, typed, first, says } of [
    { path: '/cez-bg/centers/', typed: 'Враца', first: 'Център Враца', says: '3 центъра' },
    { path: '/cez-bg/centers/', typed: 'Vratsa', first: 'Център Враца', says: '3 центъра' },
    { path: '/cez-bg/centers/', typed: 'vraca', first: 'Център Враца', says: '3 центъра' },
    { path: '/cez-bg/centers/', typed: 'вестител 18', first: 'Център Враца', says: '1 център' },
    { path: '/cez-rp/centers/', typed: 'Радомир', first: 'Център Радомир', says: '1 център' },
    { path: '/cez-rp/centers/', typed: 'razlog', first: 'Център Разлог', says: '1 център' },
    { path: '/cez-bg/en/centers/', typed: 'Враца', first: 'Center Vratsa', says: '3 centers' },
    { path: '/cez-bg/en/centers/', typed: 'Vratsa', first: 'Center Vratsa', says: '3 centers' },
    { path: '/cez-bg/centers/', typed: 'Своге', first: 'Център Костинброд', says: 'В Своге няма център.' },
    { path: '/cez-rp/en/', typed: 'svoge', first: 'Center Kostinbrod', says: 'There is no center in Svoge.' },
  ]) {
    test(`“${typed}” on ${path} leads to ${first}`, async ({ page }) => {
      await writeTags(page, { now: WORKDAY });
      await visit(page, path);
      await field(page).fill(typed);
      await expect(answer(page)).toContainText(says);
      await expect(nameButtons(page).first()).toHaveText(first);
      await nameButtons(page).first().click();
      await expect(cardOf(page).getByRole('heading', { name: first })).toBeFocused();
      await expect(cardOf(page).locator('.answer')).toBeVisible();
    });
  }

  test('the supplier’s site shows the supplier’s centers, the operator’s its own', async ({ page }) => {
    for (const [path, place, says] of [['/cez-bg/centers/', 'Радомир', 'В Радомир няма център.'], ['/cez-rp/centers/', 'Козлодуй', 'В Козлодуй няма център.']] as const) {
      await visit(page, path);
      await field(page).fill(place);
      await expect(answer(page)).toContainText(says);
    }
  });

  test('map and list are one selection', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await writeTags(page, { now: WORKDAY });
    await visit(page, '/cez-bg/centers/');
    await finderOf(page).locator('.map').scrollIntoViewIfNeeded();
    await finderOf(page).locator('.map-zoom').waitFor();
    const pin = finderOf(page).locator('.map-pin');
    await field(page).fill('Козлодуй');
    await nameButtons(page).first().click();
    await expect(pin).toHaveText('Център Козлодуй');
    const { x, y } = await pin.evaluate((element) => element.getBoundingClientRect());
    await expect(cardOf(page).getByRole('heading', { name: 'Център Козлодуй' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(pin).toBeHidden();
    await field(page).fill('');
    await expect(answer(page)).toHaveText('30 центъра');
    // The map draws after the list: it has followed once the marker answers to the mouse.
    await expect(async () => {
      await page.mouse.move(x + 1, y);
      await page.mouse.move(x, y);
      await expect(finderOf(page).locator('.map-over')).toHaveAttribute('title', 'Център Козлодуй', { timeout: 500 });
    }).toPass();
    await page.mouse.click(x, y);
    await expect(cardOf(page).getByRole('heading', { name: 'Център Козлодуй' })).toBeFocused();
    await expect(pin).toHaveText('Център Козлодуй');
  });

  test('“open now” leaves the open ones, and at night leads back to all', async ({ page }) => {
    await writeTags(page, { now: '2026-03-21T11:00+02:00' });
    await visit(page, '/cez-bg/centers/');
    const openNow = finderOf(page).getByRole('button', { name: 'Отворени сега' });
    await openNow.click();
    await expect(nameButtons(page)).toHaveText(['Център Плевен', 'Център София – Център'], { ignoreCase: false });
    await expect(rowsOf(page).locator('.ok')).toHaveCount(2);
    await finderOf(page).evaluate((finder, night) => finder.setAttribute('now', night), NIGHT);
    await expect(answer(page)).toHaveText('Няма център, който да отговаря на избраното.');
    await finderOf(page).getByRole('button', { name: 'Премахни филтрите' }).click();
    await expect(openNow).toHaveAttribute('aria-pressed', 'false');
    await expect(answer(page)).toHaveText('30 центъра');
  });

  test('an address of the page opens a center, another one a place', async ({ page }) => {
    await writeTags(page, { now: WORKDAY });
    await visit(page, '/cez-bg/centers/?cez-center=sample-vidin');
    await expect(cardOf(page).getByRole('heading', { name: 'Център Видин' })).toBeVisible();
    await visit(page, '/cez-bg/en/centers/?cez-place=Монтана');
    await expect(nameButtons(page).first()).toHaveText('Center Montana');
    await visit(page, '/cez-bg/centers/?cez-center=nowhere');
    await expect(answer(page)).toHaveText('30 центъра');
  });

  test.describe('near me', () => {
    test.use({ geolocation: { latitude: 43.2, longitude: 23.55 } });

    test('puts the nearest first once the position is allowed', async ({ page, context }) => {
      await context.grantPermissions(['geolocation']);
      await writeTags(page, { now: WORKDAY });
      await visit(page, '/cez-bg/centers/');
      await finderOf(page).getByRole('button', { name: 'Близо до мен' }).click();
      await expect(nameButtons(page).first()).toHaveText('Център Враца');
      await expect(answer(page)).toHaveText(/^30 центъра, най-близък: Център Враца, 1[,.]\d км от Вас$/);
      await finderOf(page).getByLabel('Разстояние').selectOption('25');
      await expect(nameButtons(page)).toHaveText(['Център Враца', 'Център Мездра']);
    });

    test('says so where the position is refused, and the list stays', async ({ page, context }) => {
      await context.clearPermissions();
      await visit(page, '/cez-rp/centers/');
      await finderOf(page).getByRole('button', { name: 'Близо до мен' }).click();
      await expect(finderOf(page)).toContainText('Достъпът до местоположението е отказан. Потърсете по населено място.');
      await expect(nameButtons(page).first()).toBeVisible();
      await field(page).fill('Перник');
      await expect(nameButtons(page).first()).toHaveText('Център Перник');
    });
  });
});

test.describe('the hours of the notice of 26 May 2020', () => {
  const days = (page: Page, card: number) => cardOf(page).nth(card).locator('tbody tr');
  const open = (page: Page, card: number) => cardOf(page).nth(card).locator('summary').first().click();

  test('@zone the temporary regime is in force on 30 April, usual hours are back on 26 May', async ({ page }) => {
    await visit(page, '/cez-bg/notice-2020/');
    const [before, after] = [cardOf(page).first(), cardOf(page).nth(1)];
    await expect(before.locator('.answer')).toHaveText('Отворено до 15:00 ч.');
    await expect(before).toContainText('Временно работно време от 16 март до 25 май');
    await expect(before).toContainText('пн–пт 9:00–15:00 · сб, нд затворено');
    await expect(before).toContainText('17 април (Велики петък), 20 април (Великденски понеделник), 1 май (Ден на труда)');
    await expect(before).toContainText('Обичайното работно време се връща във вторник, 26 май.');
    await expect(after.locator('.answer')).toHaveText('Отворено до 17:00 ч.');
    await expect(after).not.toContainText('Временно');
    await open(page, 1);
    await expect(days(page, 1).nth(1)).toContainText(/вторник, 26 май\s*днес\s*8:30–17:00/);
  });

  for (const [moment, row, says] of [
    ['2020-03-13T12:00+02:00', 4, /13 март.*8:30–17:00/s],
    ['2020-03-16T12:00+02:00', 0, /16 март.*9:00–15:00/s],
    ['2020-04-17T12:00+03:00', 4, /17 април.*затворено.*Велики петък/s],
    ['2020-04-20T12:00+03:00', 0, /20 април.*затворено.*Великденски понеделник/s],
    ['2020-05-01T12:00+03:00', 4, /1 май.*затворено.*Ден на труда/s],
    ['2020-05-22T12:00+03:00', 4, /22 май.*9:00–15:00/s],
    ['2020-05-25T12:00+03:00', 0, /25 май.*затворено/s],
    ['2020-05-26T12:00+03:00', 1, /26 май.*8:30–17:00/s],
  ] as const) {
    test(`${moment.slice(0, 10)} reads ${says.source}`, async ({ page }) => {
      await writeTags(page, { now: moment });
      await visit(page, '/cez-bg/notice-2020/');
      await open(page, 0);
      await expect(days(page, 0).nth(row)).toHaveText(says);
      await expect(cardOf(page).first().locator('.answer')).toHaveText(says.source.includes('затворено') ? /^Затворено/ : /^Отворено до/);
    });
  }
});

for (const [moment, center, says] of [
  [WORKDAY, 'sample-vratsa', 'Отворено до 16:30 ч.'],
  ['2026-03-29T09:45+03:00', 'sample-open-on-holidays', 'Отваря след 15 минути'],
  ['2026-10-25T10:00+02:00', 'sample-open-on-holidays', 'Отворено до 16:00 ч.'],
  ['2026-03-03T10:00+02:00', 'sample-vratsa', 'Затворено: Ден на Освобождението'],
] as const) {
  test(`@zone wherever the visitor is, ${center} says “${says}” at ${moment}`, async ({ page }) => {
    await writeTags(page, { now: moment, 'center-id': center });
    await visit(page, '/cez-bg/');
    await expect(cardOf(page).locator('.answer')).toHaveText(says);
  });
}

test.describe('when the network fails', () => {
  test('a page that stands goes on working without it: search, choice, details', async ({ page, context }) => {
    await writeTags(page, { now: WORKDAY });
    await visit(page, '/cez-bg/centers/');
    await field(page).fill('Вид');
    await expect(nameButtons(page).first()).toHaveText('Център Видин');
    await nameButtons(page).first().hover();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await field(page).fill('Враца');
    await expect(nameButtons(page).first()).toHaveText('Център Враца');
    await nameButtons(page).first().click();
    await expect(cardOf(page).locator('.answer')).toHaveText('Отворено до 16:30 ч.');
  });

  for (const [name, fail, says, heal] of [
    ['cut before the data', (page: Page) => page.route(centers, async (route) => { await defined(page); await page.context().setOffline(true); await route.abort('internetdisconnected'); }), 'Няма връзка с интернет.', (page: Page) => page.context().setOffline(false)],
    ['an API that cannot be reached', (page: Page) => page.route(centers, (route) => route.abort('connectionrefused')), 'Услугата временно не е достъпна.', null],
    ['a page of HTML in place of data', (page: Page) => page.route(centers, (route) => answerWith(route, 200, 'text/html', '<h1>Вход в мрежата</h1>')), 'Услугата временно не е достъпна.', null],
    ['a 503 of a proxy without the headers of the API', (page: Page) => page.route(centers, (route) => route.fulfill({ status: 503, body: 'Down' })), 'Услугата временно не е достъпна.', null],
    ['half an answer', (page: Page) => page.route(centers, (route) => answerWith(route, 200, 'application/json', '{"centers": [{"id":')), 'Услугата временно не е достъпна.', null],
  ] as const) {
    test(`${name}: said in words, with the info line and the page’s own content; then a further try brings the list`, async ({ page }) => {
      await fail(page);
      await visit(page, '/cez-bg/centers/');
      await expect(finderOf(page).locator('[part=error]')).toContainText(says);
      await expect(infoLine(page)).toBeVisible();
      await expect(page.getByText('Центрове има в София, Благоевград')).toBeVisible();
      await page.unroute(centers);
      await heal?.(page);
      await finderOf(page).getByRole('button', { name: 'Опитайте отново' }).click();
      await expect(answer(page)).toHaveText('30 центъра');
      await expect(finderOf(page).locator('[part=error]')).toHaveCount(0);
      await expect(page.getByText('Центрове има в София, Благоевград')).toBeHidden();
    });
  }

  test('a slow answer: the page’s own content stays until the list is there', async ({ page }) => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(centers, async (route) => { await held; await route.continue(); });
    await page.goto('/cez-bg/centers/');
    await defined(page);
    await expect(page.getByText('Центрове има в София, Благоевград')).toBeVisible();
    release();
    await ready(page);
    await expect(answer(page)).toHaveText('30 центъра');
    await expect(page.getByText('Центрове има в София, Благоевград')).toBeHidden();
  });

  test('a library that does not come leaves the page’s own content', async ({ page }) => {
    await page.route('**/cez.js', (route) => route.abort());
    await page.goto('/cez-bg/notice-2020/');
    await expect(page.getByText('понеделник – петък, 9:00–15:00 ч.')).toBeVisible();
  });
});

/** An answer that the page may read. */
const answerWith = (route: Route, status: number, contentType: string, body: string): Promise<void> => route.fulfill({ status, contentType, body, headers: { 'access-control-allow-origin': '*' } });
