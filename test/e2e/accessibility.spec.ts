/**
 * Every state of the finder, the card, the notice and the contacts on the demo's pages: axe, reflow at 320 px, the reader's own text size and text
 * spacing, light and dark, Bulgarian and English.
 */
import { expect, type Page } from '@playwright/test';
import { crowded, faults, spaceText } from './looks.js';
import { cardOf, contactsOf, finderOf, nameButtons, NIGHT, noticeOf, test, visit, WORKDAY, writeTags } from './visit.js';

const TAGS = 'cez-center-finder, cez-hours-card, cez-notice, cez-contacts';
const WIDE = { width: 1280, height: 900 };
/** 1280 px at 400 %. */
const NARROW = { width: 320, height: 640 };

interface State {
  name: string;
  /** The page, by language. */
  bg: string;
  en?: string;
  attributes?: Record<string, string | null>;
  /** False empties the tag, so that its own waiting state shows. */
  fallback?: false;
  narrow?: true;
  before?: (page: Page) => Promise<unknown>;
  act?: (page: Page) => Promise<unknown>;
  /** What proves that the state is there. */
  shows: string;
}

const api = '**/v1/centers**';
const search = (page: Page) => finderOf(page).getByRole('combobox').first();
const finderPage = { bg: '/cez-bg/centers/', en: '/cez-bg/en/centers/' };
const cardPage = { bg: '/cez-bg/', en: '/cez-bg/en/' };
const card = (centerId: string, now = WORKDAY): Pick<State, 'bg' | 'en' | 'attributes'> => ({ ...cardPage, attributes: { compact: null, now, 'center-id': centerId } });
const unfold = (page: Page) => cardOf(page).evaluateAll((cards) => cards.forEach((one) => one.shadowRoot!.querySelectorAll('details').forEach((fold) => (fold.open = true))));
const hold = (page: Page) => page.route(api, () => undefined);
const cut = (page: Page) => page.route(api, (route) => route.abort());

const contactsPage = { bg: '/cez-bg/contacts/', en: '/cez-rp/en/contacts/' };
/** The sample notices are valid today. */
const noticePage = (attributes: State['attributes']): Pick<State, 'bg' | 'en' | 'attributes'> => ({ bg: '/cez-bg/services/', en: '/cez-bg/en/services/', attributes: { now: null, ...attributes } });
const manyFaults = JSON.stringify({ outages: Array(40).fill({ kind: 'unplanned', status: 'active' }) });

const states: State[] = [
  { name: 'finder: list and map', ...finderPage, shows: '.map-zoom button' },
  { name: 'finder: suggestions open', ...finderPage, act: (page) => search(page).pressSequentially('вр'), shows: '[role=option]' },
  { name: 'finder: a suggestion chosen by keyboard', ...finderPage, act: async (page) => { await search(page).pressSequentially('вр'); await finderOf(page).locator('[role=option]').first().waitFor(); await page.keyboard.press('ArrowDown'); }, shows: '[role=option][aria-selected=true]' },
  { name: 'finder: a place without a center', ...finderPage, act: (page) => search(page).fill('Своге'), shows: '.filters select:nth-of-type(2)' },
  { name: 'finder: no match', ...finderPage, act: (page) => search(page).fill('щщщщщ'), shows: '.filters + button' },
  { name: 'finder: filtered out', ...finderPage, attributes: { now: NIGHT }, act: (page) => finderOf(page).locator('.chip').first().click(), shows: '.filters + button' },
  { name: 'finder: none in the radius', ...finderPage, act: async (page) => { await search(page).fill('Своге'); await finderOf(page).locator('select').nth(1).selectOption('10'); }, shows: '.filters + button' },
  { name: 'finder: position refused', ...finderPage, act: (page) => finderOf(page).locator('.primary').click(), shows: '.search + p' },
  { name: 'finder: chosen center', ...finderPage, act: (page) => nameButtons(page).first().click(), shows: 'cez-hours-card details' },
  { name: 'finder: chosen center closed, another open', ...finderPage, attributes: { now: '2026-03-21T11:00+02:00', 'center-id': 'sample-vratsa' }, shows: '.detail > .band' },
  { name: 'finder: map in the place of the list', ...finderPage, narrow: true, act: (page) => finderOf(page).locator('.switch button').last().click(), shows: '.map-zoom button' },
  { name: 'finder: map on a press', ...finderPage, attributes: { map: 'press' }, shows: '.offer button' },
  { name: 'finder: map that does not load', ...finderPage, before: (page) => page.route('**/chunks/map.js*', (route) => route.abort()), shows: '.offer p' },
  { name: 'finder: error', ...finderPage, before: cut, shows: '[part=error] button' },
  { name: 'finder: loading', ...finderPage, fallback: false, before: hold, shows: '[aria-busy=true] p' },
  { name: 'finder: loading, page’s own content', ...finderPage, before: hold, shows: 'p' },
  { name: 'card: open, all folds open', ...card('sample-saturday-hours'), act: unfold, shows: 'table' },
  { name: 'card: compact', ...cardPage, attributes: { now: WORKDAY }, shows: '.answer' },
  { name: 'card: unknown hours', ...card('sample-unknown-hours'), act: unfold, shows: '.quiet' },
  { name: 'card: closed', ...card('sample-split-hours', NIGHT), shows: '.shut' },
  { name: 'card: closes soon, a holiday ahead', ...card('sample-vidin', '2026-02-27T16:45+02:00'), shows: '.soon' },
  { name: 'card: temporary regime', ...card('sample-2020', '2020-04-30T12:00+03:00'), act: unfold, shows: '.band' },
  { name: 'card: no such center', ...card('nowhere'), shows: '[part=error]' },
  { name: 'card: error', ...card('sample-vratsa'), before: cut, shows: '[part=error] button' },
  { name: 'card: loading', ...card('sample-vratsa'), fallback: false, before: hold, shows: '[aria-busy=true] p' },
  { name: 'notice: urgent', ...noticePage({ place: 'Перник' }), shows: '.emergency' },
  { name: 'notice: to be put away', ...noticePage({ place: 'Враца' }), shows: '.warning .hide' },
  { name: 'notice: read on in a narrow column', ...noticePage({ place: 'Мездра', service: 'reading' }), narrow: true, act: (page) => noticeOf(page).locator('.fold').click(), shows: '.info .text' },
  { name: 'contacts: all', ...contactsPage, shows: '[part=row]' },
  { name: 'contacts: many faults, of the other company', ...contactsPage, before: (page) => page.route('**/v1/outages', (route) => route.fulfill({ contentType: 'application/json', headers: { 'access-control-allow-origin': '*' }, body: manyFaults })), act: (page) => contactsOf(page).locator('.chip').nth(1).click(), shows: '.urgent .answer' },
  { name: 'contacts: error', ...contactsPage, before: (page) => page.route('**/v1/contacts', (route) => route.abort()), shows: '[part=error] button' },
  { name: 'contacts: loading', ...contactsPage, fallback: false, before: (page) => page.route('**/v1/contacts', () => undefined), shows: '[aria-busy=true] p' },
  { name: 'notice of 2020', bg: '/cez-bg/notice-2020/', act: unfold, shows: 'table' },
];

// A colour on its way is not the one to measure.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

async function enter(page: Page, state: State, path: string): Promise<void> {
  await page.setViewportSize(state.narrow ? NARROW : WIDE);
  await writeTags(page, { now: WORKDAY, ...state.attributes }, state.fallback ?? true);
  await state.before?.(page);
  if (state.name.includes('loading')) await page.goto(path);
  else await visit(page, path);
  await state.act?.(page);
  await expect(page.locator(`:is(${TAGS}) ${state.shows}`).first()).toBeVisible();
}

// Half of all the work: shared among the workers.
test.describe.configure({ mode: 'parallel' });

for (const state of states) {
  for (const lang of ['bg', 'en'] as const) {
    const path = state[lang];
    if (!path) continue;
    test(`${state.name} (${lang})`, async ({ page, context }) => {
      await enter(page, state, path);
      // Colours depend neither on the language nor on the width. Words take more room in Bulgarian; in English the narrow
      // page is the one that may be too small.
      const inBulgarian = lang === 'bg';
      if (inBulgarian) expect.soft(await faults(page, TAGS)).toEqual([]);
      await page.setViewportSize(NARROW);
      if (!inBulgarian || !state.narrow) expect.soft(await faults(page, TAGS, 'layout'), '320 px').toEqual([]);
      if (inBulgarian) {
        await page.emulateMedia({ colorScheme: 'dark' });
        expect.soft(await faults(page, TAGS, 'contrast'), 'dark').toEqual([]);
      }
      expect.soft(await crowded(page, TAGS)).toEqual([]);
      await spaceText(page);
      expect.soft(await crowded(page, TAGS), 'with text spaced out').toEqual([]);
      if (!inBulgarian) return;
      await spaceText(page, false);
      await (await context.newCDPSession(page)).send('Page.setFontSizes', { fontSizes: { standard: 24 } });
      for (const root of await page.locator('cez-center-finder .root, cez-hours-card .root').all()) {
        expect.soft(await root.evaluate((element) => parseFloat(getComputedStyle(element).fontSize)), 'follows the size the reader has chosen').toBeGreaterThanOrEqual(24);
      }
      expect.soft(await crowded(page, TAGS), 'with text half as large again').toEqual([]);
    });
  }
}
