import { assert, aTimeout, fixture } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { registry } from '../../src/core/registry.js';
import { configure } from '../../src/core/settings.js';
import '../../src/define.js';
import { balanceChecker } from '../../src/i18n/bg/balance-checker.js';
import { centerFinder } from '../../src/i18n/bg/center-finder.js';
import { centers } from '../../src/i18n/bg/centers.js';
import { common } from '../../src/i18n/bg/common.js';
import { contacts } from '../../src/i18n/bg/contacts.js';
import { einvoiceForm } from '../../src/i18n/bg/einvoice-form.js';
import { forms } from '../../src/i18n/bg/forms.js';
import { hoursCard } from '../../src/i18n/bg/hours-card.js';
import { notice } from '../../src/i18n/bg/notice.js';
import { outages } from '../../src/i18n/bg/outages.js';
import { places } from '../../src/i18n/bg/places.js';
import { readingForm } from '../../src/i18n/bg/reading-form.js';
import { services } from '../../src/i18n/bg/services.js';
import { smsSignup } from '../../src/i18n/bg/sms-signup.js';
import { submissions } from '../../src/i18n/bg/submissions.js';
import * as english from '../../src/i18n/en/index.js';
import { center } from '../support/centers.js';
import { outage, planned } from '../support/outages.js';
import '../support/console-guard.js';
import { until } from '../support/device-clock.js';
import { faultyUrl, refusedUrl, testNow } from '../support/environment.js';
import { all, elementsOf, textOf } from '../support/screen.js';

const catalogues: Record<string, string>[] = [common, centers, forms, submissions, hoursCard, places, centerFinder, outages, balanceChecker, readingForm, einvoiceForm, smsSignup, notice, contacts, services];
const bulgarian: Record<string, string> = Object.assign({}, ...catalogues) as Record<string, string>;
const texts: Record<string, string> = english.texts;
const placesIn = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
/** Names and addresses that are written in Latin letters in Bulgarian too. */
const LATIN = /\b((ime@)?[a-z]+\.(bg|com)|SMS|smetka|QR|PDF|EVN|Vratsa|Natural Earth|Ctrl|JSON|GeoJSON)\b/g;

type Rule = (bg: string, en: string) => string | boolean | RegExpExecArray | null;
/** Keys whose texts break a rule, with what breaks it. */
const faults = (rule: Rule): string[] =>
  Object.keys(bulgarian).flatMap((key) => {
    const fault = rule(bulgarian[key]!, texts[key] ?? '');
    return fault ? [`${key}: ${fault.toString()}`] : [];
  });
const said = (text: string): string => text.replace(/\{\w+\}/g, '').replace(/[\w-]+=/g, '');

describe('messages', () => {
  it('have the same keys in both languages', () => assert.sameMembers(Object.keys(texts), Object.keys(bulgarian)));

  // English texts lie in one chunk, and a page replaces texts by their keys, whichever tag shows them.
  it('mean one thing by one key', () => {
    for (const catalogue of catalogues) for (const key of Object.keys(catalogue)) assert.equal(catalogue[key], bulgarian[key], key);
  });

  const rules: [sentence: string, rule: Rule][] = [
    ['are never empty', (bg, en) => !bg.trim() || !en.trim()],
    ['have the same places to fill in', (bg, en) => placesIn(bg).join() !== placesIn(en).join() && en],
    ['have lists of the same length', (bg, en) => bg.split(',').length > 4 && bg.split(',').length !== en.split(',').length && en],
    ['are in Bulgarian letters where they are Bulgarian', (bg) => /[a-z]+|[іїєґыэё]+|(?<=\p{L})ѝ|ѝ(?=\p{L})/iu.exec(said(bg).replace(LATIN, ''))],
    ['are in Latin letters where they are English', (_, en) => /[а-я]+/i.exec(said(en).replace('Враца', ''))],
    ['mix no alphabets in a word', (bg, en) => /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u.exec(`${said(bg)} ${said(en)}`)],
  ];
  for (const [sentence, rule] of rules) it(sentence, () => assert.isEmpty(faults(rule)));
});

describe('a page’s own texts', () => {
  /** Every text marked; lists and pairs keep their form. */
  const marked = Object.fromEntries(
    Object.entries(bulgarian).map(([key, text]) => [key, text.split(',').length > 4 || text.includes('=') ? text.replace(/[^,=]+(?=,|$)/g, '§') : `§${placesIn(text).join('')}`]),
  );
  const nameless = center({
    name: { bg: 'N', en: null }, address: { street: 'S', place: 'P', municipality: 'M', oblast: 'O', postalCode: '1' },
    measures: [], documents: [], specialOpeningHoursSpecification: [{ validFrom: '2026-03-16', validThrough: '2026-04-20', dayOfWeek: ['Monday'], opens: '09:00', closes: '10:00' }],
    followsPublicHolidays: false,
  });
  const unknown = center({ ...nameless, openingHoursSpecification: null, specialOpeningHoursSpecification: [], desks: null, admittedAtOnce: null, services: [], cashDesk: null, cashDeskHours: null });
  const nowhere = { oblast: '1', municipality: '2', places: ['3'], cause: null };
  const states: [sentence: string, TemplateResult][] = [
    ['a card', html`<cez-hours-card .center=${nameless} now=${testNow}></cez-hours-card>`],
    ['a card that knows nothing', html`<cez-hours-card .center=${unknown} now=${testNow}></cez-hours-card>`],
    ['a compact card', html`<cez-hours-card compact .center=${nameless} now=${testNow}></cez-hours-card>`],
    ['a card without an API', html`<cez-hours-card></cez-hours-card>`],
    ['a card of an unknown center', html`<cez-hours-card api=${faultyUrl('not-found')} center-id="x"></cez-hours-card>`],
    ['a finder', html`<cez-center-finder map="press" .centers=${[nameless, unknown]} now=${testNow}></cez-center-finder>`],
    ['a finder with a chosen center', html`<cez-center-finder map="none" center-id=${unknown.id} .centers=${[nameless, unknown]} now=${testNow}></cez-center-finder>`],
    ['a finder without centers', html`<cez-center-finder map="none" .centers=${[]} now=${testNow}></cez-center-finder>`],
    ['a finder that finds nothing', html`<cez-center-finder map="none" .centers=${[nameless]} query="7777" now=${testNow}></cez-center-finder>`],
    ['a finder without an answer', html`<cez-center-finder map="none" api=${refusedUrl}></cez-center-finder>`],
    ['outages', html`<cez-outages map="press" .outages=${[outage(nowhere), planned(nowhere), outage({ ...nowhere, id: 's', kind: 'switching', status: 'restored' })]} now=${testNow}></cez-outages>`],
    ['outages of a place', html`<cez-outages map="none" place="3" .outages=${[outage({ ...nowhere, endHistory: [{ end: '2026-03-18T12:00+02:00', announcedAt: testNow }] })]} now=${testNow}></cez-outages>`],
    ['outages of an unknown place', html`<cez-outages map="none" place="7" .outages=${[]} now=${testNow}></cez-outages>`],
    ['outages without an answer', html`<cez-outages map="none" api=${refusedUrl}></cez-outages>`],
    ['an SMS sign-up', html`<cez-sms-signup></cez-sms-signup>`],
    ['the e-services', html`<cez-services api=${refusedUrl} carry></cez-services>`],
    ['the e-services of the grid operator', html`<cez-services api=${refusedUrl} brand="cez-rp" open="centers"></cez-services>`],
  ];
  const published = { id: 'n', severity: 'warning', title: 'T', text: 'X', link: { url: 'https://example.bg/', text: 'L' }, validFrom: '2026-03-01', validThrough: '2026-04-01', places: ['A', 'B', 'C', 'D', 'E', 'F'], updatedAt: '1' };
  const channel = { id: 'c', kind: 'phone', purpose: 'P', label: 'L', value: '1', url: 'tel:1', openingHoursSpecification: nameless.openingHoursSpecification };
  states.push(
    ['a notice', html`<cez-notice .notices=${{ notices: [published] }} now=${testNow}></cez-notice>`],
    ['contacts', html`<cez-contacts .contacts=${{ contacts: [channel, { ...channel, id: 'd', openingHoursSpecification: [] }, { ...channel, id: 'e', openingHoursSpecification: null }, { ...channel, id: 'f', kind: 'email' }, { ...channel, id: 'g', kind: 'web', brands: ['cez-rp'] }] }} brand="cez-rp" now=${testNow}></cez-contacts>`],
    ['contacts without an answer', html`<cez-contacts api=${refusedUrl}></cez-contacts>`],
  );
  before(() => configure({ messages: { bg: marked } }));
  after(() => void (registry.defaults = {}));

  for (const [sentence, template] of states) {
    it(`replace every word of ${sentence}`, async () => {
      const widget = await fixture<HTMLElement>(template);
      await until(() => textOf(widget).includes('§') && !textOf(widget).startsWith('§ §§'));
      all(widget, 'button').filter(({ localName }) => localName === 'summary').forEach((fold) => fold.click());
      await aTimeout(50);
      const labels = elementsOf(widget).map((element) => element.getAttribute('aria-label') ?? '');
      assert.notMatch(`${textOf(widget)} ${labels.join(' ')}`, /[а-яa-z]{2}/i);
    });
  }
});
