/** Notices and contacts as customers meet them: what an operator writes, what is left when nothing answers, what ad blockers would hide. */
import { execFileSync } from 'node:child_process';
import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { contactsOf, noticeOf, test, visit, writeTags } from './visit.js';

const HOUR_MS = 3_600_000;

/** Writes a notice as an operator's system does, with a key and the ETag of what it changes. */
class Operator {
  readonly #key: string;

  constructor(
    private readonly request: APIRequestContext,
    private readonly api: string,
  ) {
    const made = execFileSync(process.execPath, ['--import', 'tsx', 'demo/api/key-command.ts', 'journey'], { encoding: 'utf8', env: { ...process.env, DATA_DIR: process.env['DATA_DIR'] || '.cache/e2e-data' } });
    this.#key = made.trim().split('\n').at(-1)!;
  }

  async #headers(path: string): Promise<Record<string, string>> {
    const { etag } = (await this.request.get(path, { headers: { 'cache-control': 'no-cache', 'accept-encoding': 'identity' } })).headers();
    return { authorization: `Bearer ${this.#key}`, ...(etag && { 'if-match': etag }) };
  }

  async write(id: string, notice: object): Promise<number> {
    const path = `${this.api}/notices/${id}`;
    return (await this.request.put(path, { headers: await this.#headers(path), data: notice })).status();
  }

  async withdraw(id: string): Promise<number> {
    const path = `${this.api}/notices/${id}`;
    return (await this.request.delete(path, { headers: await this.#headers(path) })).status();
  }
}

const titleOf = (page: Page) => noticeOf(page).getByRole('heading');
const own = (page: Page) => page.getByText('Авария или няма ток?');

test('what an operator writes is on the page of the place, is put away for good, and comes back when it is changed', async ({ page, request }) => {
  await writeTags(page, { now: null, service: 'reading' });
  const api = /data-api="([^"]*)"/.exec(await (await request.get('/cez-bg/')).text())![1]!;
  const operator = new Operator(request, api);
  const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
  const notice = {
    brands: ['cez-bg'], severity: 'info', title: { bg: 'Пробно съобщение за Своге', en: null }, text: { bg: 'Проверката трае час.', en: null },
    link: { url: 'https://www.cez-rp.bg/', text: { bg: 'Прекъсванията в Своге', en: null } }, validFrom: at(-60_000), validThrough: at(HOUR_MS), places: ['Своге'], services: [], dismissible: true,
  };
  expect(await operator.write('journey', notice)).toBe(201);
  try {
    await visit(page, '/cez-bg/services/?cez-place=Своге');
    await expect(titleOf(page)).toHaveText('Пробно съобщение за Своге');
    await expect(own(page)).toBeHidden();
    await expect(noticeOf(page).getByRole('link')).toHaveAttribute('href', `https://www.cez-rp.bg/?cez-place=${encodeURIComponent('Своге')}`);
    await noticeOf(page).getByRole('button', { name: 'Скрий съобщението' }).click();
    await expect(page.getByText('Пробно съобщение')).toHaveCount(0);
    await page.reload();
    await expect(titleOf(page)).toBeVisible();
    await expect(page.getByText('Пробно съобщение')).toHaveCount(0);

    expect(await operator.write('journey', { ...notice, title: { bg: 'Пробно съобщение, променено', en: null } })).toBe(200);
    // The answer of a moment ago may be told for a quarter of a minute.
    await expect(async () => {
      await page.reload();
      await expect(titleOf(page)).toHaveText('Пробно съобщение, променено', { timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
  } finally {
    expect(await operator.withdraw('journey')).toBe(204);
  }
});

test('when nothing answers there is the emergency line, and nobody is told of notices', async ({ page }) => {
  await page.route('**/v1/**', (route) => route.abort());
  await page.goto('/cez-bg/contacts/');
  await expect(contactsOf(page).locator('.urgent').getByRole('link', { name: '0700 10 010' })).toHaveAttribute('href', 'tel:070010010');
  await expect(contactsOf(page).locator('[part=error]')).toContainText('Не успяхме да заредим другите начини за връзка.');
  await expect(page.getByText('С писмо:')).toBeVisible();
  await page.goto('/cez-bg/services/');
  await page.waitForFunction(() => document.querySelector('cez-notice')!.matches(':state(ready)'));
  await expect(own(page)).toBeVisible();
  await expect(noticeOf(page)).not.toContainText('не');
});

test('a library that does not come leaves the page’s own lines', async ({ page }) => {
  await page.route('**/cez.js', (route) => route.abort());
  for (const [path, line] of [['/cez-bg/contacts/', 'Аварии и въпроси:'], ['/cez-rp/en/contacts/', 'Faults, day and night:'], ['/cez-bg/', 'Авария или няма ток?'], ['/cez-rp/', 'Паднал проводник?']] as const) {
    await page.goto(path);
    await expect(page.getByText(line)).toBeVisible();
  }
});

test('contacts that are there lead to the right company without a network', async ({ page, context }) => {
  await visit(page, '/cez-bg/contacts/');
  await context.setOffline(true);
  await contactsOf(page).getByRole('button', { name: 'Показания и електромер' }).click();
  await expect(contactsOf(page).locator('[part=row]').filter({ hasText: 'www.cez-rp.bg' })).toBeVisible();
  await expect(contactsOf(page)).toContainText('ЧЕЗ Разпределение');
});

/** Words in the lists of ad blockers, and generic selectors of the same kind. */
const BLOCKED = /^(ads?|adverts?|advertisement|banners?|sponsor(ed)?|promo(tion)?s?|popups?|popovers?|cookies?|consent|gdpr|newsletters?|social|share|tracking)$/i;
const HIDDEN = '.alert, .alert-warning, .alert-info, .banner, .notification-bar, .notice-bar, .site-notice, .cookie-notice, .message-bar, .announcement, .announcement-bar, .overlay, .modal, .popup, .toast, .social-links, .contact-widget, [class*="ad-"], [class^="ad_"], [id^="ad-"], [id*="banner"], [class*="banner"], [class*="cookie"], [class*="newsletter"], [class*="popup"], [class*="sponsor"], [class*="promo"], [class*="adbox"], [class*="adsense"], [data-ad], [data-banner]';

test('ad blockers find nothing to hide', async ({ page }) => {
  for (const path of ['/cez-bg/services/', '/cez-bg/contacts/', '/cez-rp/']) {
    await writeTags(page, { now: null });
    await visit(page, path);
    const { words, hidden, files } = await page.evaluate((selector) => {
      const words = new Set<string>();
      const hidden: string[] = [];
      const walk = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          if (element.localName.startsWith('cez-') || root instanceof ShadowRoot) {
            for (const name of [element.localName, element.id, ...element.classList, ...element.part]) name.split(/[-_]/).forEach((word) => words.add(word));
            if (element.matches(selector)) hidden.push(element.outerHTML.slice(0, 80));
          }
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      walk(document);
      return { words: [...words], hidden, files: performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((name) => /widgets|v1/.test(name)) };
    }, HIDDEN);
    expect(words.length).toBeGreaterThan(10);
    expect([...words, ...files.flatMap((file) => file.split(/[/.\-_]/))].filter((word) => BLOCKED.test(word))).toEqual([]);
    expect(hidden).toEqual([]);
  }
});
