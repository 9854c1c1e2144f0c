import { assert, expect, fixture } from '@open-wc/testing';
import { html, nothing, type TemplateResult } from 'lit';
import '../../src/define.js';
import { center, centers, hours, WORKDAYS } from '../support/centers.js';
import '../support/console-guard.js';
import { newCustomer } from '../support/customers.js';
import { outage, outages, planned } from '../support/outages.js';
import { until } from '../support/device-clock.js';
import { deviceAt } from '../support/device-position.js';
import { apiUrl, faultyUrl, Line, refusedUrl, testNow, type Fault } from '../support/environment.js';
import { json, onward, wrapFetch } from '../support/page-fetch.js';
import { all, choose, parts, textOf, the, type } from '../support/screen.js';
import { closeAll } from '../support/tab.js';

type Language = 'bg' | 'en';
type Widget = HTMLElement & { api: string | null; refresh(): Promise<void> };
/** A state: what is put on the page, and how a customer gets from there to it. */
type State = [sentence: string, template: TemplateResult, reach?: (widget: Widget, language: Language) => Promise<unknown>];

const has = (widget: HTMLElement, part: string): Promise<number> => until(() => parts(widget, part).length, `there is a ${part}`);
const unfold = async (widget: HTMLElement): Promise<void> => {
  await has(widget, 'answer');
  for (const fold of all(widget, 'button').filter(({ localName }) => localName === 'summary')) fold.click();
  await until(() => parts(widget, 'row').length === 7);
};
const renovation = [{ validFrom: '2026-03-09', validThrough: '2026-04-05', reason: { bg: 'ремонт', en: 'renovation' } }];
const temporary = [{ validFrom: '2026-03-09', validThrough: '2026-04-05', dayOfWeek: WORKDAYS, opens: '09:00', closes: '15:00' }];
const unknown = center({ openingHoursSpecification: null, position: null, phone: null, desks: null, admittedAtOnce: null, services: [], cashDesk: null, cashDeskHours: null, measures: [], documents: [] });
const card = (differs: Parameters<typeof center>[0], now = testNow): TemplateResult => html`<cez-hours-card .center=${center(differs)} now=${now}></cez-hours-card>`;
const finder = (given: unknown, map = 'none'): TemplateResult => html`<cez-center-finder map=${map} .centers=${given} now=${testNow}></cez-center-finder>`;
const registerFinder = html`<cez-center-finder map="none" api=${apiUrl} now=${testNow}></cez-center-finder>`;

const outagesOf = (given: unknown, place = '', map = 'none'): TemplateResult => html`<cez-outages map=${map} .outages=${given} place=${place || nothing} now=${testNow}></cez-outages>`;
const apiOutages = (place = '', api = apiUrl): TemplateResult => html`<cez-outages map="none" api=${api} place=${place || nothing} now=${testNow}></cez-outages>`;
/** Chooses to ask by client number, and asks. */
const sendOutageNumber = async (widget: Widget, number: string, shows: string): Promise<unknown> => {
  await has(widget, 'row');
  all(widget, 'button').find(({ ariaPressed }) => ariaPressed === 'false')!.click();
  await until(() => widget.shadowRoot!.querySelector('[name=clientNumber]'));
  sendForm(widget, { clientNumber: number });
  return until(() => widget.shadowRoot!.querySelector(shows));
};

const balance = (api = apiUrl): TemplateResult => html`<cez-balance-checker api=${api} now=${testNow}></cez-balance-checker>`;
const unfoldAll = async (widget: HTMLElement): Promise<void> => {
  await until(() => all(widget, 'button').length);
  for (const fold of all(widget, 'button').filter(({ localName }) => localName === 'summary')) fold.click();
};
const sendBalance = async (widget: Widget, number: string, code: string, shows = 'error'): Promise<unknown> => {
  const field = (name: string): HTMLElement => widget.shadowRoot!.querySelector(`[name=${name}]`)!;
  await until(() => field('clientNumber'));
  type(field('clientNumber'), number);
  type(field('authorizationCode'), code);
  widget.shadowRoot!.querySelector<HTMLElement>('[type=submit]')!.click();
  return has(widget, shows);
};
const sendNumber = async (widget: Widget, number: string, shows: string): Promise<unknown> => {
  type(await until(() => widget.shadowRoot!.querySelector<HTMLElement>('[name=clientNumber]')), number);
  widget.shadowRoot!.querySelector<HTMLElement>('[type=submit]')!.click();
  return has(widget, shows);
};

const reading = (api = apiUrl, now = testNow): TemplateResult => html`<cez-reading-form api=${api} now=${now}></cez-reading-form>`;
const sendForm = (widget: Widget, values: Record<string, string>): void => {
  for (const name of Object.keys(values)) type(widget.shadowRoot!.querySelector<HTMLElement>(`[name="${name}"]`)!, values[name]!);
  widget.shadowRoot!.querySelector<HTMLElement>('[type=submit]')!.click();
};
/** Types these readings at the meter of a customer of one's own, and waits until a part is there. */
const readMeter = async (widget: Widget, values: Record<string, string>, shows: string): Promise<unknown> => {
  const { clientNumber, authorizationCode } = await newCustomer();
  await until(() => widget.shadowRoot!.querySelector('[name=clientNumber]'));
  sendForm(widget, { clientNumber, authorizationCode });
  await until(() => widget.shadowRoot!.querySelector('[name=readAt]'));
  await unfoldAll(widget);
  sendForm(widget, values);
  return has(widget, shows);
};
const expected = { 'register-0-0': '12 400', 'register-0-1': '6800' };
const sendReadings = async (widget: Widget, shows: string, fault?: Fault): Promise<unknown> => {
  const line = new Line();
  widget.api = line.url;
  await readMeter(widget, expected, 'row');
  if (fault) await line.breakWith(fault);
  parts(widget, 'action').find(({ classList }) => classList.contains('primary'))!.click();
  return has(widget, shows);
};

const einvoice = (api = apiUrl): TemplateResult => html`<cez-einvoice-form api=${api} now=${testNow}></cez-einvoice-form>`;
const sendEinvoice = async (widget: Widget, number: string, email: string, code = '', shows = 'error'): Promise<unknown> => {
  const field = (name: string): HTMLInputElement => widget.shadowRoot!.querySelector(`[name=${name}]`)!;
  await until(() => field('email'));
  for (const [name, value] of [['clientNumber', number], ['authorizationCode', code], ['email', email]] as const) type(field(name), value);
  if (shows !== 'error') field('consent').click();
  widget.shadowRoot!.querySelector<HTMLElement>('[type=submit]')!.click();
  return has(widget, shows);
};
/** As a page does that a mail has opened. */
const openEinvoiceLink = async (widget: Widget): Promise<void> => {
  const url = new URL(location.href);
  url.searchParams.set('cez-einvoice-token', 'of-a-mail-nobody-has-sent');
  history.replaceState(null, '', url);
  const { parentNode } = widget;
  widget.remove();
  parentNode!.append(widget);
  await until(() => all(widget, 'button').length === 2);
};

const published = { id: 'works', severity: 'info', title: { bg: 'Ремонт на мрежата', en: 'Works on the grid' }, text: { bg: 'Възможни са прекъсвания.', en: 'Interruptions are possible.' }, link: { url: 'https://example.bg/', text: { bg: 'Вижте графика', en: 'See the plan' } }, validFrom: '2026-03-01', validThrough: '2026-03-31', updatedAt: '1' };
const notice = (differs: object): TemplateResult => html`<cez-notice .notices=${{ notices: [{ ...published, ...differs }] }} now=${testNow}></cez-notice>`;

const states: State[] = [
  ['a card of an open center, all unfolded', card({}), unfold],
  ['a card of a closed center', card({}, '2026-03-18T17:00+02:00')],
  ['a card of a center that closes soon', card({}, '2026-03-18T16:20+02:00')],
  ['a card during temporary hours', card({ specialOpeningHoursSpecification: temporary })],
  ['a card of a center closed for works', card({ specialOpeningHoursSpecification: renovation })],
  ['a card on a holiday', card({}, '2026-03-03T10:00+02:00'), unfold],
  ['a card that knows nothing', card(unknown)],
  ['a compact card', html`<cez-hours-card compact .center=${center()} now=${testNow}></cez-hours-card>`],
  ['a card of the grid operator', html`<cez-hours-card brand="cez-rp" .center=${center()} now=${testNow}></cez-hours-card>`, unfold],
  ['a card that waits', html`<cez-hours-card api=${faultyUrl('slow')} center-id="sample-vratsa"></cez-hours-card>`],
  ['a card without an answer', html`<cez-hours-card api=${refusedUrl} center-id="sample-vratsa"></cez-hours-card>`, (widget) => has(widget, 'error')],
  ['a card of an unknown center', html`<cez-hours-card api=${apiUrl} center-id="nowhere"></cez-hours-card>`, (widget) => has(widget, 'error')],
  ['a card without an API', html`<cez-hours-card></cez-hours-card>`],
  ['a finder with the first rows', registerFinder, (widget) => has(widget, 'row')],
  ['a finder of the grid operator', html`<cez-center-finder brand="cez-rp" map="none" .centers=${centers()} now=${testNow}></cez-center-finder>`],
  ['a finder that waits', html`<cez-center-finder map="none" api=${faultyUrl('slow')}></cez-center-finder>`],
  ['a finder without an answer', html`<cez-center-finder map="none" api=${refusedUrl}></cez-center-finder>`, (widget) => has(widget, 'error')],
  ['a finder without centers', finder([])],
  ['a finder with suggestions, one of them meant', registerFinder, async (widget) => {
    await has(widget, 'row');
    await until(() => {
      type(the(widget, 'combobox'), 'бо');
      return all(widget, 'option').length;
    });
    the(widget, 'combobox').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    await until(() => all(widget, 'option')[0]?.ariaSelected === 'true');
  }],
  ['a finder that finds nothing', finder(centers()), async (widget) => {
    type(the(widget, 'combobox'), 'Атлантида');
    await until(() => textOf(widget).includes('Атлантида'));
  }],
  ['a finder with filters on', finder(centers()), async (widget, language) => {
    the(widget, 'button', language === 'bg' ? 'Отворени сега' : 'Open now').click();
    await until(() => all(widget, 'button').some(({ ariaPressed }) => ariaPressed === 'true'));
  }],
  ['a finder with distances, none near enough', finder(centers()), async (widget, language) => {
    deviceAt({ lat: 42.6977, lng: 23.3219 });
    the(widget, 'button', language === 'bg' ? 'Близо до мен' : 'Near me').click();
    await until(() => all(widget, 'select').length === 2);
    choose(the(widget, 'select', language === 'bg' ? 'Разстояние' : 'Distance'), language === 'bg' ? 'до 10 км' : 'within 10 km');
    await until(() => !parts(widget, 'row').length);
  }],
  ['a finder that may not know the position', finder(centers()), async (widget, language) => {
    deviceAt('denied');
    the(widget, 'button', language === 'bg' ? 'Близо до мен' : 'Near me').click();
    await until(() => /отказан|denied/.test(textOf(widget)));
  }],
  ['a finder with a chosen center', html`<cez-center-finder map="none" center-id="montana" .centers=${centers()} now=${testNow}></cez-center-finder>`, (widget) => until(() => all(widget, 'link').length)],
  ['a finder with a chosen closed center', html`<cez-center-finder map="none" center-id="vratsa" .centers=${[center({ openingHoursSpecification: [] }), ...centers().slice(1)]} now=${testNow}></cez-center-finder>`, (widget) => until(() => all(widget, 'link').length)],
  ['a finder that offers its map', finder(centers(), 'press')],
  ['a finder with its map', finder(centers(), 'auto'), (widget) => until(() => widget.shadowRoot!.querySelector('canvas'))],
  ['a finder that keeps an old list', html`<cez-center-finder map="none" api=${new Line().url} now=${testNow}></cez-center-finder>`, async (widget) => {
    await has(widget, 'row');
    const line = new Line();
    widget.api = line.url;
    await has(widget, 'row');
    await line.breakWith('http-429');
    await widget.refresh();
  }],
  ['outages, one of each unfolded', outagesOf([outage({ endHistory: [{ end: testNow, announcedAt: testNow }] }), planned(), outage({ id: 'over', status: 'restored' })]), async (widget) => {
    await has(widget, 'row');
    for (const index of [0, 1]) {
      widget.shadowRoot!.querySelectorAll<HTMLElement>('.name')[index]!.click();
      await until(() => widget.shadowRoot!.querySelectorAll('.name')[index]!.ariaExpanded === 'true');
    }
  }],
  ['outages of the grid operator, twenty of a hundred', html`<cez-outages brand="cez-rp" map="none" .outages=${outages(100)} now=${testNow}></cez-outages>`],
  ['no outages', outagesOf([])],
  ['outages that wait', html`<cez-outages map="none" api=${faultyUrl('slow')}></cez-outages>`],
  ['outages without an answer', html`<cez-outages map="none" api=${refusedUrl}></cez-outages>`, (widget) => has(widget, 'error')],
  ['outages with a map', outagesOf([outage()], '', 'auto'), (widget) => until(() => widget.shadowRoot!.querySelector('canvas'))],
  ['an outage in a place, and the check of the breakers', apiOutages('Враца'), async (widget) => {
    await until(() => widget.shadowRoot!.querySelector('.result .answer'));
    await unfoldAll(widget);
    await until(() => widget.shadowRoot!.querySelector('[name=neighbours]'));
    widget.shadowRoot!.querySelector<HTMLElement>('[value=no]')!.click();
    await until(() => widget.shadowRoot!.querySelector('.report'));
  }],
  ['no outage in a place', apiOutages('Мездра'), (widget) => until(() => widget.shadowRoot!.querySelector('.result .ok'))],
  ['a place where power is back', apiOutages('Козлодуй'), (widget) => until(() => widget.shadowRoot!.querySelector('.result .ok'))],
  ['a place that is not known, with what is near', apiOutages('Вратца'), (widget) => until(() => widget.shadowRoot!.querySelector('.result li button'))],
  ['a place of another grid', apiOutages('Пловдив'), (widget) => until(() => widget.shadowRoot!.querySelector('.result .quiet'))],
  ['an outage by client number', apiOutages(), (widget) => sendOutageNumber(widget, '310000000055', '.result .answer')],
  ['a client number that is not known', apiOutages(), (widget) => sendOutageNumber(widget, '310000000099', '.result .quiet')],
  ['a client number that is too short', apiOutages(), (widget) => sendOutageNumber(widget, '31000', '.summary')],
  ['a balance form', balance(), (widget) => unfoldAll(widget)],
  ['a balance form with faults', balance(), (widget) => sendBalance(widget, '31000', '')],
  ['a balance form of the grid operator', html`<cez-balance-checker brand="cez-rp" api=${apiUrl} now=${testNow}></cez-balance-checker>`],
  ['a balance form without an answer', balance(new Line().url), async (widget) => {
    const line = new Line();
    await line.breakWith('not-found');
    widget.api = line.url;
    await sendBalance(widget, '310000000011', 'CEZ011');
  }],
  ['a balance with an overdue sum', balance(), (widget) => sendBalance(widget, '310000000011', 'CEZ011', 'answer')],
  ['a balance with nothing owed', balance(), (widget) => sendBalance(widget, '310000000022', 'CEZ022', 'answer')],
  ['a form for the e-invoice, all unfolded', einvoice(), unfoldAll],
  ['a form for the e-invoice with faults', einvoice(), (widget) => sendEinvoice(widget, '31000', '')],
  ['a form for the e-invoice that asks about the address', einvoice(), (widget) => sendEinvoice(widget, '310000000011', 'ime@avb.bg')],
  ['a request for the e-invoice', einvoice(), async (widget) => {
    const { clientNumber, authorizationCode } = await newCustomer();
    return sendEinvoice(widget, clientNumber, 'ime@example.bg', authorizationCode, 'answer');
  }],
  ['a request for the e-invoice that waits', einvoice(faultyUrl('http-429')), async (widget) => {
    await sendEinvoice(widget, '310000000011', 'ime@example.bg', 'CEZ011', 'status');
  }],
  ['the link to the e-invoice', einvoice(), (widget) => openEinvoiceLink(widget)],
  ['an old link to the e-invoice', einvoice(), async (widget) => {
    await openEinvoiceLink(widget);
    all(widget, 'button')[0]!.click();
    await has(widget, 'answer');
  }],
  ['the way back to paper', einvoice(), (widget, language) => {
    the(widget, 'button', language === 'bg' ? 'Върнете се към хартия' : 'Go back to paper').click();
    return until(() => all(widget, 'heading').length === 2);
  }],
  ['a reading form with faults', reading(), async (widget) => {
    await until(() => widget.shadowRoot!.querySelector('[name=clientNumber]'));
    sendForm(widget, {});
    await has(widget, 'error');
    await unfoldAll(widget);
  }],
  ['a reading form while readings are not taken', reading(apiUrl, '2026-05-01T10:00+03:00'), (widget) => has(widget, 'answer')],
  ['a meter with a question and faults, all unfolded', reading(), (widget) => readMeter(widget, { 'register-0-0': '14485', 'register-0-1': '6800,5', readAt: '' }, 'error')],
  ['readings that wait', reading(), (widget) => sendReadings(widget, 'status', 'http-429')],
  ['readings of an earlier visit', reading(), async (widget) => {
    const page = widget.parentElement!;
    const earlier = page.appendChild(widget.cloneNode() as Widget);
    await sendReadings(earlier, 'status', 'http-429');
    earlier.remove();
    // Comes back to the page, where the readings wait.
    page.append(widget);
    await until(() => widget.shadowRoot!.querySelector('[name=authorizationCode]') && !widget.shadowRoot!.querySelector('[name=clientNumber]'));
  }],
  ['declared readings', reading(), (widget) => sendReadings(widget, 'answer')],
  ['a notice', notice({ severity: 'info' })],
  ['an important notice of the grid operator', html`<cez-notice brand="cez-rp" .notices=${{ notices: [{ ...published, severity: 'warning' }] }} now=${testNow}></cez-notice>`],
  ['an urgent notice that stays, read on', notice({ severity: 'emergency', dismissible: false, places: ['Враца', 'Мездра'] }), (widget) => {
    widget.shadowRoot!.querySelector<HTMLElement>('.fold')!.click();
    return until(() => textOf(widget).includes('31'));
  }],
  ['contacts', html`<cez-contacts api=${apiUrl} now=${testNow}></cez-contacts>`, (widget) => has(widget, 'row')],
  ['contacts of the other company', html`<cez-contacts api=${apiUrl} now=${testNow}></cez-contacts>`, async (widget) => {
    await has(widget, 'row');
    all(widget, 'button').find(({ ariaPressed }) => ariaPressed === 'false')!.click();
    await has(widget, 'answer');
  }],
  ['contacts, closed', html`<cez-contacts .contacts=${{ contacts: [{ id: 'line', kind: 'phone', purpose: { bg: 'Въпроси', en: 'Questions' }, value: '02 000 00 00', url: 'tel:020000000', openingHoursSpecification: hours(WORKDAYS, ['08:30', '17:00']) }] }} now="2026-03-21T10:00+02:00"></cez-contacts>`],
  ['contacts during a wave of faults', html`<cez-contacts now=${testNow}></cez-contacts>`, async (widget) => {
    wrapFetch((url, init) => (url.includes('/outages') ? json({ outages: Array(40).fill({ kind: 'unplanned', status: 'active' }) }) : onward(url, init)));
    widget.api = new Line().url;
    await has(widget, 'answer');
  }],
  ['contacts that wait', html`<cez-contacts api=${faultyUrl('slow')}></cez-contacts>`],
  ['contacts without an answer', html`<cez-contacts api=${refusedUrl}></cez-contacts>`, (widget) => has(widget, 'error')],
  ['the e-services', html`<cez-services api=${apiUrl} carry></cez-services>`],
  ['the e-services of the grid operator, one of them open', html`<cez-services api=${apiUrl} brand="cez-rp" open="reading" now=${testNow}></cez-services>`, (widget) => until(() => widget.shadowRoot!.querySelector('cez-reading-form')?.shadowRoot?.querySelector('form'))],
  ['an SMS sign-up, all unfolded', html`<cez-sms-signup></cez-sms-signup>`, unfoldAll],
  ['an SMS sign-up with a fault', html`<cez-sms-signup></cez-sms-signup>`, (widget) => sendNumber(widget, '31000', 'error')],
  ['an SMS with its code', html`<cez-sms-signup></cez-sms-signup>`, async (widget) => {
    await sendNumber(widget, '310000000011', 'answer');
    await until(() => widget.shadowRoot!.querySelector('[role=img] path'));
  }],
  ['an SMS on a phone, all unfolded', html`<cez-sms-signup></cez-sms-signup>`, async (widget) => {
    const { matchMedia } = window;
    window.matchMedia = (query) => Object.defineProperty(matchMedia.call(window, query), 'matches', { value: true });
    await sendNumber(widget, '310000000011', 'answer');
    window.matchMedia = matchMedia;
    await unfoldAll(widget);
    await until(() => widget.shadowRoot!.querySelector('[role=img] path'));
  }],
];

afterEach(closeAll);

// What axe reads is the same tree in every engine; where the engines differ is how it is laid out.
const looks = navigator.userAgent.includes('Chrome') ? ([['bg', 320], ['en', 1200]] as const) : ([['bg', 320]] as const);

for (const [language, width] of looks) {
  describe(`axe finds nothing in ${language} at ${width} px`, () => {
    for (const [sentence, template, reach] of states) {
      it(`in ${sentence}`, async () => {
        const page = await fixture<HTMLElement>(html`<div lang=${language} style="inline-size: ${width}px">${template}</div>`);
        const widget = page.firstElementChild as Widget;
        await until(() => textOf(widget));
        await reach?.(widget, language);
        await expect(widget).to.be.accessible();
        assert.isAtMost(widget.scrollWidth, width, 'nothing sticks out');
      });
    }
  });
}
