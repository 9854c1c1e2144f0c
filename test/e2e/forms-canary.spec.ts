/**
 * A customer with marked values goes through every form of both sites and does all that can be done there. The
 * marks are then looked for wherever a page, a browser or a server leaves traces: they may be in bodies of
 * POSTs and in the database, and in the link that opens the SMS on a press.
 */
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { test } from './stack.js';

const EMAIL = 'kanarche.4711@abv.bg';
const READINGS = ['012987', '006891'] as const;

/** As a mark might be written: in an address, in groups, without its zeros. */
const spellings = (mark: string): string[] => [mark, mark.replace(/^0+/, ''), encodeURIComponent(mark), mark.replace(/(\d{4})(?=\d)/g, '$1 '), mark.replace(/(\d{4})(?=\d)/g, '$1\u00a0')].map((text) => text.toLowerCase());

interface Traces {
  /** Addresses, and headers that pages set. */
  requests: string[];
  events: string[];
  console: string[];
}

async function record(context: BrowserContext): Promise<Traces> {
  const traces: Traces = { requests: [], events: [], console: [] };
  context.on('request', (request) => traces.requests.push(request.url(), JSON.stringify(request.headers())));
  context.on('console', (message) => traces.console.push(message.text()));
  context.on('weberror', (error) => traces.console.push(String(error.error())));
  await context.exposeFunction('tellEvent', (event: string) => traces.events.push(event));
  await context.addInitScript(() => {
    const names = ['ready', 'error', 'outcome', 'submit', 'balance-shown', 'reading-received', 'einvoice-received', 'version-conflict'];
    const tell = ({ type, detail }: CustomEvent<unknown>): void => (window as unknown as { tellEvent: (event: string) => void }).tellEvent(`${type} ${JSON.stringify(detail)}`);
    for (const name of names) document.addEventListener(`cez-${name}`, tell as EventListener, true);
  });
  return traces;
}

/** What this page and the device hold now: addresses, titles, storage, markup, measurements, live regions. */
async function left(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  await session.detach();
  const inPage = await page.evaluate(async () => [
    document.title, location.href, JSON.stringify(history.state), document.documentElement.outerHTML, document.cookie,
    JSON.stringify(performance.getEntries()), JSON.stringify(localStorage), JSON.stringify(sessionStorage),
    ...(await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat(),
  ]);
  const stored = await page.context().storageState({ indexedDB: true });
  return [JSON.stringify(entries), ...inPage, JSON.stringify(stored)].join('\n');
}

test('marked values are found in bodies of POSTs and in the database, and nowhere else', async ({ stack, page, context, customer }) => {
  const traces = await record(context);
  const found: string[] = [];
  const note = async (): Promise<void> => void found.push(await left(page));
  const widget = (tag: string) => page.locator(`cez-${tag}`);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  const prove = async (tag: string): Promise<void> => {
    await widget(tag).locator('[name=clientNumber]').fill(customer.clientNumber);
    await widget(tag).locator('[name=authorizationCode]').fill(customer.authorizationCode);
  };
  const declare = async (): Promise<void> => {
    for (const [index, value] of READINGS.entries()) await widget('reading-form').locator(`[name=register-0-${index}]`).fill(value);
    await press('Продължете');
    await note();
    await press('Изпратете показанията');
    await expect(widget('reading-form').locator('[part=answer]')).toContainText('Вх. №');
    await note();
  };

  await page.goto('/cez-bg/balance/');
  await prove('balance-checker');
  await note();
  await press('Проверете сметката');
  await expect(widget('balance-checker').locator('[part=answer]')).toBeVisible();
  await note();
  await press('Скрийте сега');

  await page.goto('/cez-bg/readings/');
  await prove('reading-form');
  await press('Продължете');
  await declare();
  await press('Поправете показанията');
  await declare();

  await page.goto('/cez-bg/einvoice/');
  await prove('einvoice-form');
  await widget('einvoice-form').locator('[name=email]').fill(EMAIL);
  await widget('einvoice-form').locator('[name=consent]').check();
  await widget('einvoice-form').locator('button.primary').click();
  await expect(widget('einvoice-form').locator('[part=answer]')).toContainText('Проверете пощата си');
  await note();
  await expect.poll(() => stack.mailedPath()).toContain('cez-einvoice-token=');
  await page.goto(await stack.mailedPath());
  await widget('einvoice-form').locator('button.primary').click();
  await expect(widget('einvoice-form').locator('[part=answer]')).toHaveText('Електронната фактура е активна');
  await note();
  await press('Върнете се към хартия');
  await prove('einvoice-form');
  await widget('einvoice-form').locator('button.primary').click();
  await expect(widget('einvoice-form').locator('[part=answer]')).toBeVisible();
  await note();

  await page.goto('/cez-bg/sms/');
  await widget('sms-signup').locator('[name=clientNumber]').fill(customer.clientNumber);
  await press('Към съобщението');
  await expect(widget('sms-signup').locator('.qr path')).toBeAttached();
  await note();

  const other = await stack.newCustomer();
  await page.goto('/cez-rp/en/readings/');
  await widget('reading-form').locator('[name=clientNumber]').fill(other.clientNumber);
  await widget('reading-form').locator('[name=authorizationCode]').fill(other.authorizationCode);
  for (let step = 0; step < 2; step++) {
    await widget('reading-form').locator('button.primary').click();
    if (step === 0) for (const [index, value] of READINGS.entries()) await widget('reading-form').locator(`[name=register-0-${index}]`).fill(value);
  }
  await widget('reading-form').getByRole('button', { name: 'Send' }).click();
  await expect(widget('reading-form').locator('[part=answer]')).toBeVisible();
  await note();

  expect(await stack.stored(customer)).toMatchObject({ readings: [expect.any(String), expect.any(String)], einvoices: [expect.any(String)] });
  expect(traces.events.length).toBeGreaterThan(10);
  expect(stack.log).toContain('/v1/readings');
  const places = { ...traces, pages: found, log: [stack.log] };
  const marks = [customer.clientNumber, customer.authorizationCode, other.clientNumber, other.authorizationCode, EMAIL, ...READINGS];
  const leaks = Object.entries(places).flatMap(([place, texts]) =>
    texts.flatMap((text) => marks.filter((mark) => spellings(mark).some((spelling) => text.toLowerCase().includes(spelling))).map((mark) => `${mark} in ${place}`)),
  );
  expect(leaks).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test('the number is in the link that opens the SMS, and only while it is pressed', async ({ page, context, customer }) => {
    const traces = await record(context);
    await page.addInitScript(() => {
      HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement): void {
        Object.assign(window, { opened: this.href });
      };
    });
    await page.goto('/cez-bg/sms/');
    await page.locator('cez-sms-signup [name=clientNumber]').fill(customer.clientNumber);
    await page.getByRole('button', { name: 'Към съобщението' }).click();
    await page.getByRole('button', { name: 'Отворете съобщението', exact: true }).click();
    expect(await page.evaluate(() => (window as { opened?: string }).opened)).toBe(`sms:170077?&body=${customer.clientNumber}`);
    const text = [await left(page), ...traces.requests, ...traces.console].join('\n');
    expect(spellings(customer.clientNumber).filter((spelling) => text.includes(spelling))).toEqual([]);
  });
});
