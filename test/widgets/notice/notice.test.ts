import { assert, fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { Notice as Published } from '../../../src/model/wire.js';
import '../../../src/widgets/notice/define.js';
import type { Notice } from '../../../src/widgets/notice/notice.js';
import '../../support/console-guard.js';
import { DeviceClock, until } from '../../support/device-clock.js';
import { apiUrl, faultyUrl, Line, refusedUrl, testNow } from '../../support/environment.js';
import { all, drawn, eventsOf, fallbackDrawn, focused, listen, partTexts, textOf, the } from '../../support/screen.js';

/** A Wednesday in Sofia, in winter time. */
const at = (time: string, date = '2026-03-18'): string => `${date}T${time}+02:00`;
const both = (bg: string, en: string | null = null): Published['title'] => ({ bg, en });
let versions = 0;
const notice = (differs: Partial<Published> = {}): Published => ({
  id: 'works', brands: ['cez-bg', 'cez-rp'], severity: 'info', title: both('Ремонт на мрежата', 'Works on the grid'), text: both('Възможни са прекъсвания.', 'Interruptions are possible.'), link: null,
  validFrom: at('08:00'), validThrough: at('16:30'), places: [], services: [], dismissible: true, updatedAt: `version ${versions++}`, ...differs,
});

async function show(notices: Published[], { now = at('10:00'), place = null, service = null, lang = 'bg', line = '' }: { now?: string | null; place?: string | null; service?: string | null; lang?: string; line?: string } = {}): Promise<Notice> {
  const element = await fixture<Notice>(html`<cez-notice .notices=${{ notices }} .now=${now} .place=${place} .service=${service} lang=${lang}>${line ? html`<p>${line}</p>` : ''}</cez-notice>`);
  await drawn(element);
  return element;
}
const titleOf = (element: Notice): string => partTexts(element, 'answer').join();
const region = (element: Notice): HTMLElement | null => element.shadowRoot!.querySelector('section');
const width = (element: HTMLElement, pixels: number): void => element.style.setProperty('inline-size', `${pixels}px`);

function choosePlace(place: string | null): void {
  const url = new URL(location.href);
  if (place === null) url.searchParams.delete('cez-place');
  else url.searchParams.set('cez-place', place);
  history.replaceState(null, '', url);
}

afterEach(() => {
  localStorage.removeItem('cez-notices-dismissed');
  choosePlace(null);
});

describe('rendering', () => {
  it('says what, for whom, until when and where to read on, in a region with a name', async () => {
    const element = await show([notice({ places: ['Враца', 'Мездра'], link: { url: 'https://example.bg/works', text: both('Вижте графика') } })]);
    assert.equal(region(element)!.getAttribute('aria-label'), 'Съобщение');
    assert.isNull(element.shadowRoot!.querySelector('[role=alert], [aria-live]'));
    assert.equal(textOf(element), 'Съобщение Ремонт на мрежата Скрий съобщението Възможни са прекъсвания. За Враца, Мездра · Важи днес до 16:30 ч. Вижте графика');
  });

  it('speaks English', async () => {
    const element = await show([notice({ places: ['Враца'] })], { lang: 'en' });
    await until(() => textOf(element) === 'Notice Works on the grid Hide this notice Interruptions are possible. For Vratsa · Valid today until 16:30');
  });

  it('counts places that are too many to name', async () => {
    assert.include(textOf(await show([notice({ places: ['А', 'Б', 'В', 'Г', 'Д', 'Е', 'Ж'] })])), 'За А, Б, В, Г, Д и още 2 · ');
  });

  for (const [validThrough, words] of [
    [at('16:30'), 'Важи днес до 16:30 ч.'], [at('09:00', '2026-03-20'), 'Важи до 20 март, 9:00 ч.'], [at('00:00', '2026-03-20'), 'Важи до 19 март включително'],
    [at('00:00', '2026-03-19'), 'Важи до 18 март включително'], [at('00:00', '2027-01-01'), 'Важи до 31 декември включително'], [at('12:00', '2027-01-01'), 'Важи до 1 януари 2027 г., 12:00 ч.'],
  ] as const) {
    it(`says until when: ${words}`, async () => assert.include(textOf(await show([notice({ validThrough })])), words));
  }

  it('tells severities by icon and word, not by colour alone', async () => {
    const seen = new Set<string>();
    for (const [severity, words] of [['info', 'Съобщение'], ['warning', 'Важно съобщение'], ['emergency', 'Спешно съобщение']] as const) {
      const element = await show([notice({ severity })]);
      assert.deepEqual(partTexts(element, 'status'), [words]);
      seen.add(element.shadowRoot!.querySelector('path')!.getAttribute('d')!);
    }
    assert.equal(seen.size, 3);
  });

  it('shows one, the most severe', async () => {
    const element = await show([notice({ id: 'a', severity: 'info', title: both('Първо') }), notice({ id: 'b', severity: 'emergency', title: both('Второ') }), notice({ id: 'c', severity: 'warning', title: both('Трето') })]);
    assert.deepEqual(partTexts(element, 'answer'), ['Второ']);
  });

  it('is only its title in a narrow column, until somebody reads on', async () => {
    const element = await show([notice()]);
    width(element, 320);
    await until(() => !textOf(element).includes('прекъсвания'));
    const read = the(element, 'button', 'Прочетете');
    assert.equal(read.ariaExpanded, 'false');
    read.click();
    await drawn(element);
    assert.equal(read.ariaExpanded, 'true');
    assert.include(textOf(element), 'Възможни са прекъсвания. Важи днес');
    element.reset();
    await drawn(element);
    assert.notInclude(textOf(element), 'прекъсвания');
    width(element, 800);
    await until(() => textOf(element).includes('прекъсвания'));
    assert.isEmpty(all(element, 'button', 'Прочетете'));
  });

  it('shows hostile words as words, and makes no link of what is none', async () => {
    const element = await show([notice({ title: both('<img src=x onerror=alert(1)>'), link: { url: 'javascript:alert(1)', text: both('Натиснете') } })]);
    assert.include(textOf(element), '<img src=x onerror=alert(1)>');
    assert.isEmpty(all(element, 'link'));
  });
});

describe('targets', () => {
  const local = notice({ id: 'local', title: both('За Враца'), places: ['Враца'] });
  const paying = notice({ id: 'paying', title: both('За плащане'), services: ['payment'] });
  const general = notice({ id: 'general', title: both('За всички'), validFrom: at('07:00') });
  for (const [sentence, where, title] of [
    ['of the place before those for everywhere', { place: 'гр. Враца' }, 'За Враца'],
    ['of the service before those for all', { place: 'Перник', service: 'payment' }, 'За плащане'],
    ['for everywhere in another place and for another service', { place: 'Перник', service: 'sms' }, 'За всички'],
    ['for everywhere first where neither is known', {}, 'За всички'],
  ] as const) {
    it(`shows the notice ${sentence}`, async () => assert.equal(titleOf(await show([local, paying, general], where)), title));
  }

  it('takes the place from the page’s address, in the first tag only, and from its attribute later', async () => {
    choosePlace('Враца');
    const page = await fixture(html`<div><cez-notice no-url place="Перник" .notices=${{ notices: [local] }} now=${at('10:00')}></cez-notice><cez-notice place="Перник" .notices=${{ notices: [local] }} now=${at('10:00')}></cez-notice></div>`);
    const [other, first] = [...page.querySelectorAll('cez-notice')] as [Notice, Notice];
    await drawn(first);
    assert.deepEqual([titleOf(other), titleOf(first)], ['', 'За Враца']);
    other.place = 'Враца';
    await drawn(other);
    assert.equal(titleOf(other), 'За Враца');
  });

  for (const [sentence, url, where, places, href] of [
    ['of the reader', 'https://example.bg/outages?a=1#list', 'Враца', [], 'https://example.bg/outages?a=1&cez-place=%D0%92%D1%80%D0%B0%D1%86%D0%B0#list'],
    ['of the notice, if it is one', 'https://example.bg/outages', null, ['Враца'], 'https://example.bg/outages?cez-place=%D0%92%D1%80%D0%B0%D1%86%D0%B0'],
    ['of nobody, if it names several', 'https://example.bg/outages', null, ['Враца', 'Мездра'], 'https://example.bg/outages'],
    ['that the link has already', 'https://example.bg/?cez-place=X', 'Враца', [], 'https://example.bg/?cez-place=X'],
    ['of nobody on the phone', 'tel:070010010', 'Враца', [], 'tel:070010010'],
  ] as const) {
    it(`leads to the widget with the place ${sentence}`, async () => {
      const element = await show([notice({ places: [...places], link: { url, text: both('Прекъсвания') } })], { place: where });
      assert.equal(the(element, 'link', 'Прекъсвания').getAttribute('href'), href);
    });
  }

  it('asks the API for the notices of its brand', async () => {
    const element = await fixture<Notice>(html`<cez-notice api=${apiUrl} brand="cez-rp" place="Враца" now=${testNow}></cez-notice>`);
    await until(() => titleOf(element));
    assert.include(titleOf(element), 'ремонтираме мрежата във Враца');
  });
});

describe('time', () => {
  it('appears and ends by itself at the instant, and is announced when it appears', async () => {
    const clock = new DeviceClock(at('07:59:30'));
    const { said } = listen();
    const element = await show([notice({ severity: 'warning' })], { now: null });
    assert.equal(titleOf(element), '');
    await clock.pass(31_000);
    await drawn(element);
    assert.equal(titleOf(element), 'Ремонт на мрежата');
    assert.deepEqual(said, ['Важно съобщение: Ремонт на мрежата']);
    await clock.pass(9 * 3_600_000);
    await drawn(element);
    assert.equal(titleOf(element), '');
  });

  it('is not announced when it is there from the start', async () => {
    const { said } = listen();
    const element = await show([notice()]);
    element.requestUpdate();
    await drawn(element);
    assert.isEmpty(said);
  });

  it('is previewed at a moment, wherever the visitor is', async () => {
    for (const [now, title] of [['2026-03-18T00:59-05:00', ''], ['2026-03-18T01:00-05:00', 'Ремонт на мрежата'], ['2026-03-18T16:29:59+02:00', 'Ремонт на мрежата'], ['2026-03-19T01:30+11:00', '']] as const) {
      assert.equal(titleOf(await show([notice()], { now })), title, now);
    }
  });
});

describe('putting away', () => {
  it('hides it for good in this version, tells the page, and shows the next', async () => {
    const events = eventsOf('cez-notice-dismiss');
    const { said } = listen();
    const shown = notice({ severity: 'warning', title: both('Първо') });
    const next = notice({ id: 'next', title: both('Второ') });
    const element = await show([shown, next]);
    the(element, 'button', 'Скрий съобщението').click();
    await until(() => titleOf(element) === 'Второ');
    assert.deepEqual(events, [{ type: 'cez-notice-dismiss', detail: { noticeId: 'works' } }]);
    assert.equal(focused()?.textContent, 'Второ');
    assert.deepEqual(said, ['Съобщението е скрито.']);
    assert.equal(titleOf(await show([shown])), '');
    assert.equal(titleOf(await show([{ ...shown, updatedAt: 'later' }])), 'Първо');
  });

  it('hides it in every tag of the page, and in other tabs', async () => {
    const shown = notice();
    const [one, other] = [await show([shown]), await show([shown])];
    the(one, 'button', 'Скрий съобщението').click();
    await until(() => !titleOf(one) && !titleOf(other));
    const version = notice();
    const third = await show([version]);
    localStorage.setItem('cez-notices-dismissed', new URLSearchParams({ works: version.updatedAt }).toString());
    dispatchEvent(new StorageEvent('storage', { key: 'cez-notices-dismissed' }));
    await until(() => !titleOf(third));
  });

  it('is remembered as long as the page where storage is refused', async () => {
    const { getItem, setItem } = Storage.prototype;
    const refuse = (): never => {
      throw new DOMException('No', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse });
    try {
      const shown = notice();
      const element = await show([shown]);
      the(element, 'button', 'Скрий съобщението').click();
      await until(() => !titleOf(element));
      assert.equal(titleOf(await show([shown])), '');
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem });
    }
  });

  it('is not offered where the notice must stay', async () => {
    const shown = notice({ dismissible: false });
    localStorage.setItem('cez-notices-dismissed', new URLSearchParams({ works: shown.updatedAt }).toString());
    const element = await show([shown]);
    assert.equal(titleOf(element), 'Ремонт на мрежата');
    assert.isEmpty(all(element, 'button'));
  });
});

describe('without a notice', () => {
  for (const [sentence, template, code] of [
    ['there is none', html`<cez-notice .notices=${{ notices: [] }}><p>Авария? 0700 10 010</p></cez-notice>`, null],
    ['none is valid', html`<cez-notice .notices=${{ notices: [notice()] }} now=${at('20:00')}><p>Авария? 0700 10 010</p></cez-notice>`, null],
    ['nobody answers', html`<cez-notice api=${refusedUrl}><p>Авария? 0700 10 010</p></cez-notice>`, 'unavailable'],
    ['the answer is none', html`<cez-notice api=${faultyUrl('wrong-shape')}><p>Авария? 0700 10 010</p></cez-notice>`, 'bad-response'],
    ['what was handed in is none', html`<cez-notice .notices=${7}><p>Авария? 0700 10 010</p></cez-notice>`, 'bad-response'],
  ] as const) {
    it(`says nothing of itself when ${sentence}: the page’s own line stays`, async () => {
      const ready = eventsOf('cez-ready');
      const errors = eventsOf('cez-error');
      const element = await fixture<Notice>(template);
      await until(() => ready.length);
      assert.equal(textOf(element), '');
      assert.isTrue(fallbackDrawn(element));
      assert.deepEqual(errors.map(({ detail }) => (detail as { code: string }).code), code ? [code] : []);
    });
  }

  it('keeps the last notice when a refresh fails', async () => {
    const line = new Line();
    const element = await fixture<Notice>(html`<cez-notice api=${line.url} place="Перник" now=${testNow}><p>Авария? 0700 10 010</p></cez-notice>`);
    await until(() => titleOf(element));
    await line.breakWith('http-429');
    await element.refresh();
    assert.include(titleOf(element), 'Перник');
    assert.isFalse(fallbackDrawn(element));
  });
});
