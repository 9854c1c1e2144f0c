import { assert, fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { Center } from '../../../src/model/wire.js';
import '../../../src/widgets/hours-card/define.js';
import type { HoursCard } from '../../../src/widgets/hours-card/hours-card.js';
import { center, EVERY_DAY, hours, WORKDAYS } from '../../support/centers.js';
import '../../support/console-guard.js';
import { DeviceClock, pause, until } from '../../support/device-clock.js';
import { apiUrl, faultyUrl, Line, testNow } from '../../support/environment.js';
import { json, onward, wrapFetch } from '../../support/page-fetch.js';
import { all, drawn, eventsOf, partTexts, parts, textOf, the } from '../../support/screen.js';

/** A Wednesday in Sofia, in winter time. */
const at = (time: string, date = '2026-03-18'): string => `${date}T${time}+02:00`;

async function show(differs: Partial<Center>, now: string | null = at('10:00'), language = 'bg'): Promise<HoursCard> {
  const card = await fixture<HoursCard>(html`<cez-hours-card .center=${center(differs)} .now=${now} lang=${language}></cez-hours-card>`);
  await until(() => textOf(card));
  return card;
}

async function fromApi(id: string, now: string): Promise<HoursCard> {
  const card = await fixture<HoursCard>(html`<cez-hours-card api=${apiUrl} center-id=${id} now=${now}></cez-hours-card>`);
  await until(() => parts(card, 'answer').length);
  return card;
}

const answerOf = (card: HoursCard): string => partTexts(card, 'answer').join();
const look = (): boolean => document.dispatchEvent(new Event('visibilitychange'));

describe('rendering', () => {
  it('says all that is known of a center', async () => {
    const card = await show({});
    for (const words of [
      'Център Враца', 'примерни данни', 'ул. „Вестител“ 18, 3000 Враца', 'пн–пт 8:30–16:30 · сб, нд затворено',
      'Едновременно влизат до 5 клиенти, колкото са гишетата. Ако трябва да изчакате отвън, молим за търпение.', 'Касата обичайно работи: пн–пт 8:30–16:00 · сб, нд затворено',
    ]) assert.include(textOf(card), words);
    assert.equal(the(card, 'link', '092 00 00 00').getAttribute('href'), 'tel:092000000');
    assert.include(the(card, 'link', 'Упътване').getAttribute('href'), '43.21,23.5625');
    for (const [fold, words] of [['Услуги', 'плащане деклариране на показания'], ['Какво да носите', 'плащане Клиентски номер'], ['Мерки в центъра', 'Изчакване отвън']] as const) {
      assert.notInclude(textOf(card), words);
      the(card, 'button', fold).click();
      await until(() => textOf(card).includes(words));
    }
  });

  it('opens the week as a table with today marked', async () => {
    const card = await show({ openingHoursSpecification: hours(WORKDAYS, ['08:30', '12:30'], ['13:15', '17:00']) });
    assert.equal(all(card, 'row').length, 0);
    the(card, 'button', 'Цялата седмица').click();
    await until(() => all(card, 'row').length);
    assert.deepEqual(all(card, 'row').map((row) => row.innerText.replace(/\s+/g, ' ').trim()), [
      'понеделник, 16 март 8:30–12:30, 13:15–17:00', 'вторник, 17 март 8:30–12:30, 13:15–17:00', 'сряда, 18 март днес 8:30–12:30, 13:15–17:00',
      'четвъртък, 19 март 8:30–12:30, 13:15–17:00', 'петък, 20 март 8:30–12:30, 13:15–17:00', 'събота, 21 март затворено', 'неделя, 22 март затворено',
    ]);
    assert.deepEqual(all(card, 'row').map((row) => row.ariaCurrent), [null, null, 'date', null, null, null, null]);
    assert.equal(card.shadowRoot!.querySelector('time')!.dateTime, '2026-03-16');
  });

  it('says name, status and today’s hours when compact', async () => {
    const card = await show({});
    card.compact = true;
    await drawn(card);
    assert.equal(textOf(card), 'Център Враца примерни данни Отворено до 16:30 ч. днес: 8:30–16:30');
  });

  it('says how many people are admitted at once where they are fewer than the desks', async () => {
    assert.include(textOf(await show({ admittedAtOnce: 1 })), 'Едновременно влиза 1 клиент. ');
  });

  it('speaks English', async () => {
    const card = await show({}, at('17:00'), 'en');
    for (const words of ['Center Vratsa', 'Closed Opens tomorrow at 8:30', 'ul. „Vestitel“ 18, 3000 Vratsa', 'Mon–Fri 8:30–16:30 · Sat, Sun closed', 'Up to 5 customers are admitted at a time']) {
      assert.include(textOf(card), words);
    }
    assert.notMatch(textOf(card), /[а-я]/i);
  });

  it('gives search engines the center once, also where two cards show it', async () => {
    const page = await fixture(html`<div><cez-hours-card json-ld .center=${center()}></cez-hours-card><cez-hours-card json-ld .center=${center()}></cez-hours-card></div>`);
    const blocks = () => document.head.querySelectorAll('script[type="application/ld+json"]');
    await until(() => blocks().length);
    for (const card of page.querySelectorAll('cez-hours-card')) await drawn(card);
    assert.equal(blocks().length, 1);
    blocks()[0]!.remove();
  });
});

describe('status', () => {
  const lunch = { openingHoursSpecification: hours(WORKDAYS, ['08:30', '12:00'], ['13:00', '17:00']) };
  const always = { openingHoursSpecification: hours(EVERY_DAY, ['00:00', '24:00']), followsPublicHolidays: false };
  const late = { openingHoursSpecification: hours(EVERY_DAY, ['18:00', '02:00']) };
  const statuses: [sentence: string, differs: Partial<Center>, now: string, words: string][] = [
    ['open until', {}, at('10:00'), 'Отворено до 16:30 ч.'],
    ['open, wherever the visitor is', {}, '2026-03-18T03:00:00-05:00', 'Отворено до 16:30 ч.'],
    ['open, after the clocks went forward', {}, '2026-03-30T08:30+03:00', 'Отворено до 16:30 ч.'],
    ['closes in half an hour', {}, at('16:00'), 'Затваря след 30 минути'],
    ['closes in a minute', {}, at('16:29'), 'Затваря след 1 минута'],
    ['closed until later today', {}, at('07:00'), 'Затворено Отваря в 8:30 ч.'],
    ['opens soon', {}, at('08:10'), 'Отваря след 20 минути'],
    ['closed until tomorrow', {}, at('16:30'), 'Затворено Отваря утре в 8:30 ч.'],
    ['closed until a day of the week', {}, at('17:00', '2026-03-20'), 'Затворено Отваря в понеделник в 8:30 ч.'],
    ['open between the halves of split hours', lunch, at('11:00'), 'Отворено до 12:00 ч.'],
    ['closed at the lunch break', lunch, at('12:15'), 'Затворено Отваря в 13:00 ч.'],
    ['open past midnight', late, at('01:00'), 'Отворено до 2:00 ч.'],
    ['always open', always, at('10:00'), 'Отворено'],
    ['never open', { openingHoursSpecification: [] }, at('10:00'), 'Затворено'],
    ['closed on a holiday, by its name', {}, at('10:00', '2026-03-03'), 'Затворено: Ден на Освобождението Отваря утре в 8:30 ч.'],
    ['open on a holiday it does not follow', { followsPublicHolidays: false }, at('10:00', '2026-03-03'), 'Отворено до 16:30 ч.'],
    ['closed for a reason, with the date of opening', { specialOpeningHoursSpecification: [{ validFrom: '2026-03-02', validThrough: '2026-04-01', reason: { bg: 'ремонт', en: 'renovation' } }] }, at('10:00'), 'Затворено: ремонт Отваря на 2 април в 8:30 ч.'],
    ['unknown', { openingHoursSpecification: null }, at('10:00'), 'Няма данни за работното време Попитайте на 0700 10 010, преди да тръгнете.'],
    ['unknown, also on a holiday', { openingHoursSpecification: null }, at('10:00', '2026-03-03'), 'Няма данни за работното време'],
    ['unknown after the published hours ran out', { openingHoursSpecification: [{ ...hours(EVERY_DAY, ['08:30', '16:30'])[0]!, validThrough: '2026-03-01' }] }, at('10:00'), 'Няма данни за работното време'],
    ['unknown on a holiday of which nobody says whether it counts', { followsPublicHolidays: null as unknown as boolean }, at('10:00', '2026-03-03'), 'Няма данни за работното време'],
  ];
  for (const [sentence, differs, now, words] of statuses) {
    it(`tells a center that is ${sentence}`, async () => {
      const text = textOf(await show({ ...differs, sample: false }, now));
      assert.isTrue(text.startsWith(`Център Враца ${words} `), text);
      if (!words.includes('Затвор')) assert.notInclude(text, 'Затворено');
    });
  }

  it('has an icon and words, so that colour is not needed', async () => {
    const [status] = parts(await show({}), 'status');
    assert.equal(status!.querySelector('svg')!.getAttribute('aria-hidden'), 'true');
    assert.isNotEmpty(status!.textContent);
  });
});

describe('temporary hours', () => {
  const regime: Partial<Center> = {
    specialOpeningHoursSpecification: [{ validFrom: '2026-03-09', validThrough: '2026-04-05', dayOfWeek: WORKDAYS, opens: '09:00', closes: '15:00', reason: { bg: 'обучение', en: 'training' } }],
  };
  const renovation: Partial<Center> = { specialOpeningHoursSpecification: [{ validFrom: '2026-03-09', validThrough: '2026-04-05', reason: { bg: 'ремонт', en: 'renovation' } }] };
  const oneDay: Partial<Center> = { specialOpeningHoursSpecification: [{ validFrom: '2026-03-20', validThrough: '2026-03-20', opens: '08:30', closes: '12:00' }] };
  const cases: [sentence: string, differs: Partial<Center>, now: string, words: string[], never?: string][] = [
    ['in force, with the day the usual hours return', regime, at('14:00'), ['Отворено до 15:00 ч.', 'до 5 април', 'пн–пт 9:00–15:00 · сб, нд затворено', 'Причина: обучение.', 'Обичайното работно време се връща в понеделник, 6 април.'], '16:30 · '],
    ['three weeks before they begin', regime, at('16:15', '2026-02-18'), ['Затваря след 15 минути', 'Временно работно време от 9 март до 5 април', 'пн–пт 8:30–16:30']],
    ['not earlier', regime, at('10:00', '2026-02-13'), ['пн–пт 8:30–16:30'], 'Временно'],
    ['not after they ended', regime, at('16:00', '2026-04-06').replace('+02', '+03'), ['Затваря след 30 минути'], 'Временно'],
    ['as a closure with the day of reopening', renovation, at('10:00'), ['Временно затворен до 5 април', 'Причина: ремонт.', 'Отваря отново в понеделник, 6 април.'], 'Обичайното'],
    ['as a closure to come', renovation, at('10:00', '2026-03-02'), ['Отворено до 16:30 ч.', 'Ще бъде затворен от 9 март до 5 април']],
    ['that end in another year, in good punctuation', { specialOpeningHoursSpecification: [{ validFrom: '2026-03-09', validThrough: '2027-01-10' }] }, at('10:00'), ['Временно затворен до 10 януари 2027 г.', 'Отваря отново в понеделник, 11 януари 2027 г. '], '..'],
    ['of one day', oneDay, at('10:00'), ['Променено работно време на 20 март', 'Обичайното работно време се връща в понеделник, 23 март.']],
  ];
  for (const [sentence, differs, now, words, never] of cases) {
    it(`are told ${sentence}`, async () => {
      const text = textOf(await show(differs, now));
      for (const part of words) assert.include(text, part);
      if (never) assert.notInclude(text, never);
    });
  }

  it('go into the customer’s calendar as a file', async () => {
    const card = await show(regime);
    const links: HTMLAnchorElement[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      links.push(this);
    };
    the(card, 'button', 'В календара').click();
    const link = await until(() => links[0]).finally(() => (HTMLAnchorElement.prototype.click = click));
    assert.equal(link.download, 'vratsa.ics');
    const file = await (await fetch(link.href)).text();
    for (const line of ['BEGIN:VCALENDAR', 'DTSTART;VALUE=DATE:20260309', 'DTEND;VALUE=DATE:20260406', 'SUMMARY:Център Враца: Временно работно време']) assert.include(file, line);
  });
});

describe('the notice of 2020', () => {
  it('shows the temporary hours of spring 2020 and the holidays inside them', async () => {
    const card = await fromApi('sample-2020', '2020-04-30T12:00+03:00');
    assert.equal(answerOf(card), 'Отворено до 15:00 ч.');
    const text = textOf(card);
    for (const words of ['16 март до 25 май', 'пн–пт 9:00–15:00', 'Обичайното работно време се връща във вторник, 26 май.', 'Причина: извънредно положение.', '17 април', '20 април', '1 май']) assert.include(text, words);
    the(card, 'button', 'Цялата седмица').click();
    await until(() => all(card, 'row').length);
    const rows = partTexts(card, 'row');
    assert.include(rows[3], '9:00–15:00');
    assert.include(rows[4], 'затворено');
  });

  for (const date of ['2020-04-17', '2020-04-20', '2020-05-01']) {
    it(`is closed on ${date}, by the name of the holiday`, async () => {
      assert.match(answerOf(await fromApi('sample-2020', `${date}T12:00+03:00`)), /^Затворено: (Велик|Разпети|Ден на труда|Светъл)/);
    });
  }

  it('shows the usual hours again on 26 May', async () => {
    const card = await fromApi('sample-2020', '2020-05-26T10:00+03:00');
    assert.equal(answerOf(card), 'Отворено до 17:00 ч.');
    assert.include(textOf(card), 'вт–пт 8:30–17:00');
    assert.notInclude(textOf(card), 'Временно');
  });
});

describe('time', () => {
  it('counts the minutes down and changes at the very instant', async () => {
    const clock = new DeviceClock(at('15:58:30'));
    const card = await show({}, null);
    for (const [ms, words] of [
      [0, 'Отворено до 16:30 ч.'], [91_000, 'Затваря след 30 минути'], [60_000, 'Затваря след 29 минути'], [28 * 60_000, 'Затваря след 1 минута'], [60_000, 'Затворено'],
    ] as const) {
      await clock.pass(ms);
      await drawn(card);
      assert.equal(answerOf(card), words);
    }
  });

  it('is right as soon as it is looked at after sleep, and within a minute if it is not', async () => {
    const clock = new DeviceClock(at('10:00'));
    const card = await show({}, null);
    clock.sleep(7 * 3_600_000);
    assert.equal(answerOf(card), 'Отворено до 16:30 ч.');
    look();
    await drawn(card);
    assert.equal(answerOf(card), 'Затворено');
    clock.sleep(16 * 3_600_000);
    await clock.pass(60_000);
    await drawn(card);
    assert.equal(answerOf(card), 'Отворено до 16:30 ч.');
  });

  it('makes another day today at midnight, and lets a temporary regime lapse', async () => {
    const clock = new DeviceClock(at('23:58'));
    const regime = { ...hours(EVERY_DAY, ['09:00', '12:00'])[0]!, validFrom: '2026-03-16', validThrough: '2026-03-18' };
    const card = await show({ specialOpeningHoursSpecification: [regime] }, null);
    assert.include(textOf(card), 'Временно работно време');
    assert.include(textOf(card), 'утре в 8:30');
    await clock.pass(180_000);
    await drawn(card);
    assert.notInclude(textOf(card), 'Временно работно време');
    assert.include(textOf(card), 'Отваря в 8:30');
  });

  it('stands still in a preview', async () => {
    const clock = new DeviceClock(at('10:00'));
    const card = await show({}, at('10:00'));
    await clock.pass(12 * 3_600_000);
    look();
    await drawn(card);
    assert.equal(answerOf(card), 'Отворено до 16:30 ч.');
  });

  it('goes by the server where the device is three hours off, and by the device when that is put right', async () => {
    const clockTime = (offset: number): string => new Date(Date.now() + offset * 60_000).toLocaleTimeString('en-GB', { timeZone: 'Europe/Sofia', hour: '2-digit', minute: '2-digit' });
    const card = await show({ openingHoursSpecification: hours(EVERY_DAY, [clockTime(-90), clockTime(90)]), followsPublicHolidays: false }, null);
    assert.match(answerOf(card), /^Отворено/);
    const other = await fixture<HoursCard>(html`<cez-hours-card api=${faultyUrl('clock-3h')} center-id="sample-vratsa"></cez-hours-card>`);
    await until(() => answerOf(card) === 'Затворено');
    other.api = new Line().url;
    await until(() => answerOf(card).startsWith('Отворено'));
  });

  it('asks anew when it is looked at after more than a minute', async () => {
    const clock = new DeviceClock();
    let asked = 0;
    wrapFetch((url, init) => {
      asked += url.includes('/centers/') && init.method !== 'HEAD' ? 1 : 0;
      return onward(url, init);
    });
    const card = await fixture<HoursCard>(html`<cez-hours-card api=${new Line().url} center-id="sample-vratsa"></cez-hours-card>`);
    await until(() => answerOf(card));
    clock.sleep(50_000);
    look();
    assert.equal(asked, 1);
    clock.sleep(11_000);
    look();
    assert.equal(asked, 2);
    await until(() => answerOf(card));
  });
});

describe('states', () => {
  it('says that it still tries after four seconds', async () => {
    const clock = new DeviceClock();
    const card = await fixture<HoursCard>(html`<cez-hours-card api=${faultyUrl('slow')} center-id="sample-vratsa"></cez-hours-card>`);
    await clock.pass(4_100);
    await drawn(card);
    assert.equal(textOf(card), 'Връзката е бавна. Още опитваме.');
  });

  it('keeps what it knows and says from when, if a refresh fails', async () => {
    const clock = new DeviceClock();
    const line = new Line();
    const card = await fixture<HoursCard>(html`<cez-hours-card api=${line.url} center-id="sample-vratsa" now=${at('10:00')}></cez-hours-card>`);
    await until(() => answerOf(card));
    await line.breakWith('http-429');
    await card.refresh();
    assert.match(textOf(card), /Отворено до 16:30 ч\. Данните са от \d?\d:\d\d ч\. Не успяхме да ги обновим\./);
    await line.mend();
    await card.refresh();
    assert.notInclude(textOf(card), 'Не успяхме');
    await clock.pass(0);
  });

  it('says that a center is not known, without a retry', async () => {
    const events = eventsOf('cez-error', 'cez-outcome');
    const card = await fixture<HoursCard>(html`<cez-hours-card api=${apiUrl} center-id="nowhere"></cez-hours-card>`);
    await until(() => parts(card, 'error').length);
    assert.include(textOf(card), 'Не намерихме такъв център.');
    assert.equal(all(card, 'button').length, 0);
    assert.deepEqual(events, [
      { type: 'cez-error', detail: { code: 'not-found', retryable: false } },
      { type: 'cez-outcome', detail: { outcome: 'not-known' } },
    ]);
  });

  it('follows another center-id, and never shows the old center under it', async () => {
    const card = await fromApi('sample-vratsa', at('10:00'));
    card.centerId = 'sample-unknown-hours';
    await drawn(card);
    assert.notInclude(textOf(card), 'Враца');
    await until(() => textOf(card).includes('Център Белоградчик'));
    card.centerId = 'nowhere';
    await until(() => textOf(card).includes('Не намерихме такъв център.'));
  });

  it('makes no request for a center it is given', async () => {
    const line = new Line();
    const card = await fixture<HoursCard>(html`<cez-hours-card api=${line.url} center-id="sample-vidin" .center=${center()}></cez-hours-card>`);
    assert.include(textOf(card), 'Център Враца');
    assert.isEmpty(await line.asked());
  });

  it('takes its center from the page’s address, the first card only, unless no-url', async () => {
    const before = location.href;
    const address = new URL(before);
    address.searchParams.set('cez-center', 'sample-vidin');
    history.replaceState(null, '', address);
    const page = await fixture(html`<div>${[1, 2, 3].map((index) => html`<cez-hours-card ?no-url=${index === 1} api=${apiUrl}></cez-hours-card>`)}</div>`);
    const cards = [...page.querySelectorAll('cez-hours-card')];
    await until(() => textOf(cards[1]!).includes('Център Видин'));
    for (const card of [cards[0]!, cards[2]!]) assert.include(textOf(card), 'още не е настроена');
    history.replaceState(null, '', before);
  });

  it('survives a page translator: what changes is never stale', async () => {
    const card = await show({}, at('16:10'));
    const walker = document.createTreeWalker(card.shadowRoot!, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(({ data }) => data.trim())) {
      const [font] = document.createRange().createContextualFragment('<font></font>').children;
      text.replaceWith(font!);
      font!.append(`<${text.data}>`);
    }
    for (const [now, words] of [[at('16:20'), 'Затваря след 10 минути'], [at('17:00'), 'Затворено'], [at('10:00', '2026-03-03'), 'Затворено: Ден на Освобождението']] as const) {
      card.now = now;
      await drawn(card);
      assert.equal(answerOf(card), words);
      assert.notInclude(textOf(card), 'Отворено до');
    }
    card.center = center({ id: 'other', name: { bg: 'Център Лом', en: null }, address: { ...center({}).address, street: 'ул. „Друга“ 1', place: 'Лом' } });
    await drawn(card);
    assert.include(textOf(card), 'Център Лом');
    assert.notInclude(textOf(card), center({}).name.bg);
    assert.notInclude(textOf(card), 'Вестител');
  });

  it('folds everything on reset()', async () => {
    const card = await show({});
    all(card, 'button').forEach((fold) => fold.click());
    await until(() => textOf(card).includes('деклариране на показания'));
    card.reset();
    assert.notInclude(textOf(card), 'деклариране на показания');
  });
});

describe('broken data', () => {
  const nothing = { id: 'x', name: { bg: 'Център' } };
  const cases: [sentence: string, raw: unknown, words: string[]][] = [
    ['all but id and name missing', nothing, ['Няма данни за работното време', 'Няма данни за адреса.', 'Няма данни дали има каса.', 'Няма данни колко души се допускат едновременно.', '0700 10 010 денонощно']],
    ['nulls everywhere', { ...Object.fromEntries(Object.keys(center()).map((key) => [key, null])), ...nothing }, ['Няма данни за работното време', 'Няма данни за адреса.']],
    ['numbers everywhere', { ...Object.fromEntries(Object.keys(center()).map((key) => [key, 7])), ...nothing }, ['Няма данни за работното време', 'Едновременно влизат до 7 клиенти']],
    ['hours that cannot be read', { ...center(), openingHoursSpecification: hours(EVERY_DAY, ['8 am', '4 pm']) }, ['Няма данни за работното време']],
    ['hours without days', { ...center(), openingHoursSpecification: [{ opens: '08:30', closes: '16:30' }] }, ['Няма данни за работното време']],
    ['a special entry without dates', { ...center(), specialOpeningHoursSpecification: [{ opens: '09:00', closes: '10:00' }, null] }, ['Отворено до 16:30 ч.']],
    ['an impossible position', { ...center(), position: { lat: 430, lng: 'x' } }, ['Отворено до 16:30 ч.']],
    ['a name in English only', { ...center(), name: { bg: '', en: 'Center Vratsa' } }, ['Center Vratsa']],
    ['no id', { ...center(), id: null }, ['Услугата временно не е достъпна.', '0700 10 010']],
    ['no name', { ...center(), name: {} }, ['Услугата временно не е достъпна.', '0700 10 010']],
    ['no center at all', 'Враца', ['Услугата временно не е достъпна.', '0700 10 010']],
  ];
  for (const [sentence, raw, words] of cases) {
    it(`shows what can be read of a center with ${sentence}`, async () => {
      const card = await fixture<HoursCard>(html`<cez-hours-card .center=${raw} now=${at('10:00')}></cez-hours-card>`);
      for (const part of words) assert.include(textOf(card), part);
      assert.notInclude(textOf(card), 'Затворено');
      assert.notMatch(textOf(card), /undefined|null|NaN|\[object/);
    });
  }
});

describe('people', () => {
  const always = { openingHoursSpecification: hours(EVERY_DAY, ['00:00', '24:00']), followsPublicHolidays: false, sample: false };
  /** A card of a center with this count at 10:00, seen at `now`. */
  async function counted(differs: Partial<Center>, count: { inside: number; waiting: number } | null, now: string | null = at('10:05'), lang = 'bg'): Promise<HoursCard> {
    const occupancy = count ? [{ centerId: 'vratsa', ...count, at: at('10:00') }] : [];
    wrapFetch((url) => json(url.endsWith('/occupancy') ? { occupancy } : center({ ...always, ...differs })));
    const card = await fixture<HoursCard>(html`<cez-hours-card api="/counted/${crypto.randomUUID()}" center-id="vratsa" .now=${now} lang=${lang}></cez-hours-card>`);
    await until(() => parts(card, 'answer').length);
    await pause(20);
    return card;
  }
  const peopleIn = (card: HoursCard): string => (card.shadowRoot!.querySelector('.people')?.textContent ?? '').replace(/\s+/g, ' ').trim();

  const cases: [sentence: string, differs: Partial<Center>, count: { inside: number; waiting: number } | null, words: string][] = [
    ['inside and waiting', { admittedAtOnce: 4 }, { inside: 4, waiting: 3 }, 'Вътре са 4 от 4, чакат 3, към 10:00 ч.'],
    ['of one', { admittedAtOnce: 4 }, { inside: 1, waiting: 1 }, 'Вътре е 1 от 4, чака 1, към 10:00 ч.'],
    ['of none', { admittedAtOnce: 4 }, { inside: 0, waiting: 0 }, 'Вътре няма никого, никой не чака, към 10:00 ч.'],
    ['where it is not known how many may enter', { admittedAtOnce: null, desks: null }, { inside: 2, waiting: 0 }, 'Вътре са 2, никой не чака, към 10:00 ч.'],
    ['of a center that tells none', {}, null, ''],
    ['of a closed center', { openingHoursSpecification: [] }, { inside: 2, waiting: 2 }, ''],
  ];
  for (const [sentence, differs, count, words] of cases) {
    it(`tells the count ${sentence}`, async () => assert.equal(peopleIn(await counted(differs, count)), words));
  }

  it('speak English', async () => {
    assert.equal(peopleIn(await counted({ admittedAtOnce: 4 }, { inside: 4, waiting: 3 }, at('10:05'), 'en')), '4 of 4 inside, 3 waiting, as of 10:00');
  });

  it('are not known any more after a quarter of an hour, and are never none by guess', async () => {
    const clock = new DeviceClock(at('10:05'));
    const card = await counted({}, { inside: 4, waiting: 3 }, null);
    assert.include(peopleIn(card), 'чакат 3');
    await clock.pass(9 * 60_000 + 59_000);
    await drawn(card);
    assert.include(peopleIn(card), 'чакат 3');
    await clock.pass(2_000);
    await drawn(card);
    assert.equal(peopleIn(card), 'Няма данни колко души чакат сега.');
  });

  it('are asked for once a page, and not for a center handed in', async () => {
    const line = new Line();
    const page = await fixture(html`<div>${['sample-vratsa', 'sample-vidin', 'sample-vratsa'].map((id) => html`<cez-hours-card api=${line.url} center-id=${id} now=${testNow}></cez-hours-card>`)}</div>`);
    for (const card of page.querySelectorAll('cez-hours-card')) await until(() => parts(card, 'answer').length);
    const asked = await line.asked();
    assert.lengthOf(asked.filter((request) => request.endsWith('/occupancy')), 1);
    await show({});
    assert.lengthOf(await line.asked(), asked.length);
  });

  it('are no fault of the card when nobody tells them', async () => {
    const events = eventsOf('cez-error', 'cez-outcome');
    wrapFetch((url, init) => (url.endsWith('/occupancy') ? json({}, {}, 404) : onward(url, init)));
    const card = await fixture<HoursCard>(html`<cez-hours-card api=${new Line().url} center-id="sample-vratsa" now=${testNow}></cez-hours-card>`);
    await until(() => parts(card, 'answer').length);
    await card.refresh();
    assert.equal(peopleIn(card), '');
    assert.isEmpty(all(card, 'button', 'Кога се чака най-малко'));
    assert.deepEqual(events.map(({ type }) => type), ['cez-outcome', 'cez-outcome']);
  });

  const fold = (card: HoursCard): HTMLElement => the(card, 'button', 'Кога се чака най-малко');
  it('have their quiet hours as a picture and in words, loaded when somebody asks', async () => {
    const line = new Line();
    const card = await fixture<HoursCard>(html`<cez-hours-card api=${line.url} center-id="sample-vratsa" now=${testNow}></cez-hours-card>`);
    await until(() => all(card, 'button', 'Кога се чака най-малко').length);
    assert.notInclude((await line.asked()).join(), 'quiet-hours');
    fold(card).click();
    const picture = await until(() => card.shadowRoot!.querySelector('[role=img]'));
    assert.equal(picture.getAttribute('aria-label'), 'Колко души чакат по дни и часове. Същото с думи е под картината.');
    assert.equal(picture.querySelectorAll('path').length, 5);
    const days = [...card.shadowRoot!.querySelectorAll('.quiet-hours li')].map(({ textContent }) => textContent.trim());
    assert.lengthOf(days, 5);
    for (const day of days) assert.match(day, /^(понеделник|вторник|сряда|четвъртък|петък): (най-спокойно е \d+:00–\d+:00.* \((никой не чака|чака 1|чакат \d+)\), най-натоварено \d+:00–\d+:00.* \((чака 1|чакат \d+)\)|целия ден еднакво)$/);
    assert.equal(card.shadowRoot!.querySelector('.quiet-hours [aria-current]')!.textContent.trim().split(':')[0], 'сряда');
  });

  it('say that their quiet hours are missing, and load them on a press', async () => {
    const line = new Line();
    const card = await fixture<HoursCard>(html`<cez-hours-card api=${line.url} center-id="sample-vratsa" now=${testNow}></cez-hours-card>`);
    await until(() => all(card, 'button', 'Кога се чака най-малко').length);
    await line.breakWith('http-429');
    fold(card).click();
    await until(() => textOf(card).includes('Не успяхме да заредим обичайните часове.'));
    await line.mend();
    the(card, 'button', 'Опитайте отново').click();
    await until(() => card.shadowRoot!.querySelector('[role=img]'));
  });
});
