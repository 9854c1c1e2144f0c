/**
 * Every state of the forms and of the outages, in the order in which one customer could come through them, on the
 * demo's pages. What is looked for in each is the business of the specs.
 */
import type { Locator, Page } from '@playwright/test';
import { balanceChecker } from '../../src/i18n/bg/balance-checker.js';
import { common } from '../../src/i18n/bg/common.js';
import { einvoiceForm } from '../../src/i18n/bg/einvoice-form.js';
import { forms } from '../../src/i18n/bg/forms.js';
import { outages } from '../../src/i18n/bg/outages.js';
import { places } from '../../src/i18n/bg/places.js';
import { readingForm } from '../../src/i18n/bg/reading-form.js';
import { smsSignup } from '../../src/i18n/bg/sms-signup.js';
import { submissions } from '../../src/i18n/bg/submissions.js';
import { texts as english } from '../../src/i18n/en/index.js';
import { secondsUntil } from './sped-up-time.js';
import type { Customer, Stack } from './stack.js';

export type Language = 'bg' | 'en';

const bulgarian = { ...common, ...forms, ...submissions, ...balanceChecker, ...readingForm, ...einvoiceForm, ...smsSignup, ...places, ...outages };
type Key = keyof typeof bulgarian;

export interface Walk {
  page: Page;
  stack: Stack;
  customer: Customer;
  lang: Language;
  widget: Locator;
  /** Fills in number and code, the customer's own unless told otherwise. */
  prove: (number?: string, code?: string) => Promise<void>;
  /** Presses the filled button. */
  next: () => Promise<void>;
  /** Presses the button of this text. */
  press: (key: Key) => Promise<void>;
}

export interface State {
  name: string;
  reach: (walk: Walk) => Promise<unknown>;
  /** What proves that the state is there. */
  shows: string;
  /** Also walked through with Tab. */
  walked?: true;
}

export interface Journey {
  name: string;
  tag: string;
  /** The supplier's, unless told otherwise. */
  site?: 'cez-bg' | 'cez-rp';
  path: string;
  /** Further attributes of the tag. */
  attributes?: Record<string, string>;
  /** The moment the page shows; the API's own unless told otherwise. */
  now?: string;
  states: readonly State[];
}

const unfold = ({ widget }: Walk): Promise<void> => widget.locator('details').evaluateAll((folds: HTMLDetailsElement[]) => folds.forEach((fold) => (fold.open = true)));
const fill = ({ widget }: Walk, name: string, value: string): Promise<void> => widget.locator(`[name=${name}]`).fill(value);
const fillReadings = async (walk: Walk, day: string): Promise<void> => {
  await fill(walk, 'register-0-0', day);
  await fill(walk, 'register-0-1', '006800');
};
const askPlace = async ({ widget }: Walk, name: string): Promise<void> => {
  await widget.locator('#query').fill(name);
  await widget.locator('#query').press('Enter');
};
/** The page of the e-invoice with the link of a mail. */
const openLink = ({ page, lang }: Walk, search: string): Promise<unknown> => page.goto(`/cez-bg/${lang === 'en' ? 'en/' : ''}einvoice/${search}`);

export const journeys: readonly Journey[] = [
  {
    name: 'balance', tag: 'cez-balance-checker', path: 'balance/',
    states: [
      { name: 'the form, unfolded', reach: unfold, shows: 'details[open]', walked: true },
      { name: 'nothing typed', reach: ({ next }) => next(), shows: '.summary', walked: true },
      { name: 'not recognized', reach: async ({ stack, prove, next }) => { await stack.breakWith('not-recognized'); await prove(); await next(); }, shows: '.summary p + p' },
      { name: 'no answer', reach: async ({ stack, next }) => { await stack.breakWith('http-500'); await next(); }, shows: '.summary button', walked: true },
      { name: 'overdue', reach: async ({ stack, prove, next }) => { await stack.mend(); await prove('310000000011', 'CEZ011'); await next(); }, shows: '.answer', walked: true },
      { name: 'about to be hidden', reach: ({ page }) => page.clock.fastForward('04:00'), shows: '.warned' },
      { name: 'hidden', reach: ({ page }) => page.clock.fastForward('01:00'), shows: 'form > .band' },
      { name: 'credit', reach: async ({ prove, next }) => { await prove('310000000033', 'CEZ033'); await next(); }, shows: '.answer' },
    ],
  },
  {
    name: 'reading', tag: 'cez-reading-form', path: 'readings/',
    states: [
      { name: 'numbers, unfolded', reach: unfold, shows: 'details[open]' },
      { name: 'nothing typed', reach: ({ next }) => next(), shows: '.summary' },
      { name: 'the meter, unfolded', reach: async (walk) => { await walk.prove(); await walk.next(); await walk.widget.locator('[name=register-0-0]').waitFor(); await unfold(walk); }, shows: 'details[open]', walked: true },
      { name: 'no reading typed', reach: ({ next }) => next(), shows: '.summary' },
      { name: 'an unexpected reading', reach: async (walk) => { await fillReadings(walk, '14485'); await walk.next(); }, shows: '[name=explanation]', walked: true },
      { name: 'to check', reach: async ({ widget, next }) => { await widget.locator('[name=explanation]').last().check(); await next(); }, shows: 'dl', walked: true },
      { name: 'nobody knows whether it arrived', reach: async ({ stack, next }) => { await stack.breakWith('lost'); await next(); }, shows: '.submission button', walked: true },
      { name: 'left by an earlier visit', reach: ({ page }) => page.reload(), shows: '[name=authorizationCode]', walked: true },
      { name: 'a wrong code for it', reach: async (walk) => { await walk.stack.breakWith('not-recognized'); await fill(walk, 'authorizationCode', 'WRONG1'); await walk.next(); }, shows: '.summary' },
      { name: 'received', reach: async (walk) => { await walk.stack.mend(); await fill(walk, 'authorizationCode', walk.customer.authorizationCode); await walk.next(); }, shows: '.answer', walked: true },
    ],
  },
  { name: 'reading-closed', tag: 'cez-reading-form', path: 'readings/', now: '2026-05-01T10:00+03:00', states: [{ name: 'readings are not taken', reach: () => Promise.resolve(), shows: '.answer', walked: true }] },
  {
    name: 'einvoice', tag: 'cez-einvoice-form', path: 'einvoice/',
    states: [
      { name: 'the form, unfolded', reach: unfold, shows: 'details[open]', walked: true },
      { name: 'nothing typed', reach: ({ next }) => next(), shows: '.summary', walked: true },
      { name: 'a doubtful address', reach: async (walk) => { await walk.prove(); await fill(walk, 'email', 'ime@avb.bg'); await walk.widget.locator('[name=consent]').check(); await walk.next(); }, shows: '.doubtful button', walked: true },
      { name: 'kept, the API is busy', reach: async (walk) => { await walk.stack.breakWith('http-429'); await walk.press('emailKeep'); await walk.next(); }, shows: '.submission button', walked: true },
      { name: 'awaits its confirmation', reach: async ({ stack, press }) => { await stack.mend(); await press('submissionRetry'); }, shows: '.answer', walked: true },
      { name: 'the link of the mail', reach: async (walk) => openLink(walk, new URL(await walk.stack.mailedPath(), walk.stack.site).search), shows: '.lead', walked: true },
      { name: 'active', reach: ({ next }) => next(), shows: '.answer' },
      { name: 'back to paper', reach: ({ press }) => press('einvoiceToPaper'), shows: 'form', walked: true },
      { name: 'back to paper, nothing typed', reach: ({ next }) => next(), shows: '.summary' },
      { name: 'on paper', reach: async ({ prove, next }) => { await prove(); await next(); }, shows: '.answer' },
      { name: 'a link that is no longer good', reach: async (walk) => { await openLink(walk, `?cez-einvoice-token=${'x'.repeat(43)}`); await walk.next(); }, shows: '.answer' },
    ],
  },
  {
    name: 'sms', tag: 'cez-sms-signup', path: 'sms/',
    states: [
      { name: 'the form, unfolded', reach: unfold, shows: 'details[open]', walked: true },
      { name: 'too short', reach: async (walk) => { await fill(walk, 'clientNumber', '31000'); await walk.next(); }, shows: '.summary' },
      { name: 'the message', reach: async ({ widget, customer, next }) => { await widget.locator('[name=clientNumber]').fill(customer.clientNumber); await next(); }, shows: '.qr path', walked: true },
    ],
  },
  {
    name: 'outages', tag: 'cez-outages', site: 'cez-rp', path: 'outages/', attributes: { map: 'press' },
    states: [
      { name: 'the list, an outage unfolded', reach: ({ widget }) => widget.locator('.name').first().click(), shows: '.details', walked: true },
      { name: 'the list, few', reach: ({ widget }) => widget.locator('.list .chip').last().click(), shows: '.chip[aria-pressed=true]' },
      { name: 'an outage in a place', reach: (walk) => askPlace(walk, 'Враца'), shows: '.result .found', walked: true },
      { name: 'power is back', reach: (walk) => askPlace(walk, 'Козлодуй'), shows: '.result .ok' },
      { name: 'a place that is not known', reach: (walk) => askPlace(walk, 'Вратца'), shows: '.result li button', walked: true },
      { name: 'another grid', reach: (walk) => askPlace(walk, 'Пловдив'), shows: '.result .answer:has(.quiet):not(:has(~ ul))' },
      { name: 'by client number, unfolded', reach: async (walk) => { await walk.press('byNumber'); await walk.widget.locator('[name=clientNumber]').waitFor(); await unfold(walk); }, shows: '.where[open]', walked: true },
      { name: 'too short', reach: async (walk) => { await fill(walk, 'clientNumber', '31000'); await walk.next(); }, shows: '.summary' },
      { name: 'an outage at the address, and the neighbours have no power either', reach: async (walk) => { await fill(walk, 'clientNumber', '310000000055'); await walk.next(); await walk.widget.locator('.result .found').waitFor(); await walk.widget.locator('[name=neighbours][value=no]').check(); }, shows: '.report', walked: true },
      { name: 'a number that is not known', reach: async (walk) => { await fill(walk, 'clientNumber', '310000000099'); await walk.next(); }, shows: '.result .quiet' },
      { name: 'not refreshed', reach: async ({ stack, widget, press }) => { await press('byPlace'); await stack.breakWith('http-500'); await widget.evaluate((tag: HTMLElement & { refresh?: () => Promise<void> }) => void tag.refresh?.()); }, shows: '.age button' },
      { name: 'the last answer, kept', reach: ({ page }) => page.reload(), shows: '.result .soon', walked: true },
      { name: 'nothing kept of a place', reach: (walk) => askPlace(walk, 'Видин'), shows: '.failure' },
    ],
  },
];

/** Goes through the states of a journey, and hands each to `look`. */
export async function travel({ tag, site = 'cez-bg', path, attributes = {}, now, states }: Journey, look: (state: State, walk: Walk) => Promise<void>, scene: Pick<Walk, 'page' | 'stack' | 'customer' | 'lang'> & { moment: string }): Promise<void> {
  const { page, customer, lang } = scene;
  const texts: Record<string, string | undefined> = lang === 'bg' ? bulgarian : english;
  const widget = page.locator(tag);
  const walk: Walk = {
    ...scene,
    widget,
    prove: async (number = customer.clientNumber, code = customer.authorizationCode) => {
      await widget.locator('[name=clientNumber]').fill(number);
      await widget.locator('[name=authorizationCode]').fill(code);
    },
    next: () => widget.locator('button.primary').filter({ visible: true }).first().click(),
    press: (key) => widget.getByRole('button', { name: texts[key]!, exact: true }).click(),
  };
  await page.clock.install({ time: new Date(scene.moment) });
  const set: Record<string, string> = { ...attributes, now: now ?? scene.moment };
  await page.addInitScript(
    ([selector, written]) => {
      const write = (): void => document.querySelectorAll(selector).forEach((element) => Object.keys(written).forEach((name) => element.setAttribute(name, written[name]!)));
      document.addEventListener('readystatechange', write, { once: true });
    },
    [tag, set] as const,
  );
  await page.goto(`/${site}/${lang === 'en' ? 'en/' : ''}${path}`);
  await widget.getByRole('heading').first().waitFor();
  for (const state of states) {
    await state.reach(walk);
    await secondsUntil(page, widget.locator(state.shows).filter({ visible: true }));
    await look(state, walk);
  }
}
