/**
 * What the API says is never code, nor is what a page writes into attributes: hostile strings in every field of every
 * answer and every attribute, on a page without any policy. Only in
 * `npm run drill -- strings`: there are five hundred of them, or as many as `STRINGS` says.
 */
import { expect, type Page } from '@playwright/test';
import { hostedTags } from '../../demo/hosts/tags.js';
import { test } from './dated-stack.js';
import { playHostileApi, type HostileApi } from './hostile-api.js';
import { hostileStrings } from './hostile-strings.js';

const strings = hostileStrings(Number(process.env['STRINGS'] ?? 500));

type Widget = HTMLElement & { refresh(): Promise<void>; reset(): void; updateComplete: Promise<boolean> };
declare global {
  var hostile: HostileApi;
}

/** How a tag is brought to ask for an answer and to show it: once more at each call, in the page. */
type Turn = (widget: Widget) => Promise<void>;

const REFRESH: Turn = async (widget) => {
  await widget.refresh();
  await widget.updateComplete;
  for (const fold of widget.shadowRoot!.querySelectorAll('details')) fold.open = true;
  widget.shadowRoot!.querySelector<HTMLElement>('[part~=row] .name')?.click();
  await widget.updateComplete;
};
/** Number and code, and whatever the form asks then, until it has nothing more to ask. */
const SEND: Turn = async (old) => {
  // What had no good answer waits on the device, and a form that has been used for it.
  await new Promise((resolve) => {
    const emptied = indexedDB.deleteDatabase('cez-outbox');
    emptied.onsuccess = emptied.onerror = emptied.onblocked = resolve;
  });
  const widget = old.cloneNode(true) as Widget;
  old.replaceWith(widget);
  const shadow = widget.shadowRoot!;
  const values: Record<string, string> = { ...hostile.customer, email: 'ime@abv.bg', 'register-0-0': '012400', 'register-0-1': '006800' };
  for (let step = 0; step < 5; step++) {
    for (let wait = 0; wait < 200 && !shadow.querySelector('button.primary, [part~=answer]'); wait++) await new Promise((resolve) => setTimeout(resolve, 5));
    for (const [name, value] of Object.entries(values)) {
      const field = shadow.querySelector<HTMLInputElement>(`[name=${name}]`);
      if (!field?.checkVisibility()) continue;
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    for (const box of shadow.querySelectorAll<HTMLInputElement>('[type=checkbox]')) if (!box.checked) box.click();
    const next = shadow.querySelector<HTMLElement>('button.primary');
    if (!next || shadow.querySelector('[part~=answer]')) break;
    next.click();
    // The API answers within these, or has answered before.
    for (let wait = 0; wait < 60 && next.isConnected && !shadow.querySelector('[part~=answer], .summary, .submission'); wait++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await widget.updateComplete;
    }
    if (hostile.given && shadow.querySelector('.summary, .submission')) break;
  }
};
const ASK_NUMBER: Turn = async (widget) => {
  const shadow = widget.shadowRoot!;
  shadow.querySelector<HTMLElement>('.switch button:last-child')!.click();
  for (let wait = 0; wait < 100 && !shadow.querySelector('[name=clientNumber]'); wait++) await new Promise((resolve) => setTimeout(resolve, 20));
  const field = shadow.querySelector<HTMLInputElement>('[name=clientNumber]')!;
  field.value = '310000000055';
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  const { answers } = hostile;
  field.form!.requestSubmit();
  for (let wait = 0; wait < 100 && hostile.answers === answers; wait++) await new Promise((resolve) => setTimeout(resolve, 10));
  await new Promise((resolve) => setTimeout(resolve, 20));
  await widget.updateComplete;
};

/** What is asked for once a page: another address of the API, a place typed, the map in sight, the quiet hours unfolded. */
const ASK_ANEW: Turn = async (widget) => {
  const shadow = widget.shadowRoot!;
  const { answers } = hostile;
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let wait = 0; wait < 60 && !isSo(); wait++) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  widget.reset();
  widget.setAttribute('api', document.querySelector<HTMLElement>('script[data-api]')!.dataset['api']!.replace('/line/', `/line${answers}/`));
  await until(() => hostile.answers > answers + (widget.localName === 'cez-hours-card' ? 1 : 0));
  await widget.updateComplete;
  for (const fold of shadow.querySelectorAll('details')) fold.open = true;
  const query = shadow.querySelector<HTMLInputElement>('[role=combobox]');
  query?.focus();
  for (const typed of query ? ['', 'Враца'] : []) {
    query!.value = typed;
    query!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  shadow.querySelector('.map')?.scrollIntoView();
  await until(() => hostile.given > 0 || hostile.spoiled.length === 0);
  await new Promise((resolve) => setTimeout(resolve, hostile.spoiled.length ? 20 : 3000));
  await widget.updateComplete;
};

interface Case {
  tag: string;
  /** Beginning of the fields it is about. */
  endpoints: RegExp;
  turn: Turn;
  /** What the page's address says, each time. */
  search?: string;
  /** How many of its fields at least may say anything: a case that shows none proves nothing, but for refusals, whose words are ours. */
  fields: number;
}

const cases: Case[] = [
  { tag: 'center-finder', endpoints: /^(centers|occupancy)\./, turn: REFRESH, fields: 1 },
  { tag: 'hours-card', endpoints: /^(centers\/|occupancy)/, turn: REFRESH, fields: 1 },
  { tag: 'notice', endpoints: /^notices\./, turn: REFRESH, fields: 1 },
  { tag: 'contacts', endpoints: /^(contacts|outages)\./, turn: REFRESH, fields: 1 },
  { tag: 'outages', endpoints: /^outages\./, turn: REFRESH, fields: 1 },
  { tag: 'outages', endpoints: /^(places|outages\/areas)\./, turn: ASK_ANEW, fields: 1 },
  { tag: 'hours-card', endpoints: /^centers\/\*\/quiet-hours\./, turn: ASK_ANEW, fields: 1 },
  { tag: 'outages', endpoints: /^outage-lookups\./, turn: ASK_NUMBER, fields: 1 },
  { tag: 'balance-checker', endpoints: /^balance-lookups\./, turn: SEND, fields: 1 },
  { tag: 'reading-form', endpoints: /^(metering-points|readings)\./, turn: SEND, fields: 1 },
  { tag: 'reading-form', endpoints: /^reading-window\./, turn: REFRESH, fields: 1 },
  { tag: 'einvoice-form', endpoints: /^einvoice-requests\./, turn: SEND, fields: 1 },
  // Nobody's link: what a refusal says.
  { tag: 'einvoice-form', endpoints: /^einvoice-confirmations\./, turn: SEND, search: `cez-einvoice-token=${'x'.repeat(43)}`, fields: 0 },
];

async function open(page: Page, tag: string): Promise<void> {
  await page.addInitScript(playHostileApi);
  await page.setViewportSize({ width: 1000, height: 2000 });
  // Nobody is there.
  await page.route((url) => url.hostname !== 'localhost', (route) => route.abort());
  await page.goto(`/hosts/quiet/?tag=${tag}`);
  await page.waitForFunction((name) => document.querySelector(name)?.matches(':state(ready)'), `cez-${tag}`);
}

/** Nothing ran, and nothing waits to be run. */
async function expectHarmless(page: Page): Promise<void> {
  await page.waitForTimeout(100);
  expect(await page.evaluate(() => hostile.executed)).toBe(0);
}

for (const { tag, endpoints, turn, search, fields } of cases) {
  test(`cez-${tag} shows what ${endpoints.source} answers, whatever it is, as text`, async ({ page, stack, complaints }) => {
    test.setTimeout(1_200_000);
    await open(page, tag);
    // The sample customer may have declared readings already.
    if (turn === SEND && tag !== 'balance-checker') await page.evaluate((customer) => Object.assign(hostile, { customer }), await stack.newCustomer());
    const result = await page.evaluate(
      async ([selector, pattern, texts, source, added]) => {
        const widget = (): Widget => document.querySelector(selector)!;
        const act = globalThis.eval(`(${source})`) as Turn;
        const found: string[] = [];
        let errors = 0;
        document.addEventListener('cez-error', () => errors++);
        /** How much there is to see. */
        const size = (): number => widget().shadowRoot!.querySelectorAll('*').length;
        const turn = async (fields: readonly string[], text: string): Promise<boolean> => {
          Object.assign(hostile, { spoiled: fields, text, given: 0 });
          errors = 0;
          if (!location.search.includes(added)) history.replaceState(null, '', `${location.search}&${added}`);
          await act(widget());
          found.push(...hostile.findings().map((finding) => `${fields.length === 1 ? fields[0]! : 'all'}: ${finding}`));
          if (hostile.given === 0 && fields.length) found.push(`${fields.join()} was never asked for`);
          return errors === 0;
        };
        await turn([], '');
        const whole = size();
        const wanted = [...hostile.fields].filter((field) => new RegExp(pattern).test(field));
        // Fields that may say anything are spoiled together; of the others one is enough to lose the answer.
        const free: string[] = [];
        const bound: string[] = [];
        for (const field of wanted) ((await turn([field], 'Ѫ')) && size() > whole * 0.8 ? free : bound).push(field);
        for (const text of texts) {
          await turn(free, text);
          for (const field of bound) await turn([field], text);
        }
        return { free, bound, found };
      },
      [`cez-${tag}`, endpoints.source, strings, turn.toString(), search ?? ''] as const,
    );
    expect([...new Set(result.found)]).toEqual([]);
    console.log(`${tag}: ${result.free.join()}${result.bound.length ? `; one by one ${result.bound.join()}` : ''}`);
    expect(result.free.length, result.free.join()).toBeGreaterThanOrEqual(fields);
    await expectHarmless(page);
    expect(complaints.filter((line) => !/^Failed to load resource/.test(line))).toEqual([]);
  });
}

for (const tag of hostedTags) {
  test(`cez-${tag} takes hostile attributes as text`, async ({ page }) => {
    test.setTimeout(600_000);
    await open(page, tag);
    const found = await page.evaluate(
      async ([selector, texts]) => {
        const widget = document.querySelector<Widget>(selector)!;
        const { observedAttributes } = customElements.get(selector) as unknown as { observedAttributes: string[] };
        const found: string[] = [];
        for (const name of observedAttributes) {
          const own = widget.getAttribute(name);
          for (const text of texts) {
            widget.setAttribute(name, text);
            await widget.updateComplete;
            found.push(...hostile.findings().map((finding) => `${name}: ${finding}`));
          }
          if (own === null) widget.removeAttribute(name);
          else widget.setAttribute(name, own);
          await widget.updateComplete;
        }
        return found;
      },
      [`cez-${tag}`, strings] as const,
    );
    expect([...new Set(found)]).toEqual([]);
    await expectHarmless(page);
  });
}
