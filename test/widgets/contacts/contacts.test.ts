import { assert, fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { Contact } from '../../../src/model/wire.js';
import '../../../src/widgets/contacts/define.js';
import type { Contacts } from '../../../src/widgets/contacts/contacts.js';
import { EVERY_DAY, hours, WORKDAYS } from '../../support/centers.js';
import '../../support/console-guard.js';
import { DeviceClock, until } from '../../support/device-clock.js';
import { apiUrl, faultyUrl, Line, refusedUrl, type Fault } from '../../support/environment.js';
import { json, onward, wrapFetch } from '../../support/page-fetch.js';
import { all, drawn, eventsOf, fallbackDrawn, listen, partTexts, parts, textOf, the } from '../../support/screen.js';

/** A Wednesday in Sofia, in winter time. */
const at = (time: string, date = '2026-03-18'): string => `${date}T${time}+02:00`;
const contact = (id: string, differs: Partial<Contact> & Record<string, unknown> = {}): Contact => ({
  id, brands: ['cez-bg', 'cez-rp'], kind: 'phone', purpose: { bg: `За ${id}`, en: `For ${id}` }, label: { bg: 'Линия', en: 'Line' }, value: '02 000 00 00', url: 'tel:020000000',
  openingHoursSpecification: hours(WORKDAYS, ['08:30', '17:00']), cost: null, emergency: false, ...differs,
});

async function show(contacts: Contact[], now: string | null = at('10:00'), brand = 'cez-bg'): Promise<Contacts> {
  const element = await fixture<Contacts>(html`<cez-contacts .contacts=${{ contacts }} .now=${now} brand=${brand}></cez-contacts>`);
  await drawn(element);
  return element;
}
async function fromApi(brand: string, lang = 'bg'): Promise<Contacts> {
  const element = await fixture<Contacts>(html`<cez-contacts api=${apiUrl} brand=${brand} lang=${lang}></cez-contacts>`);
  await until(() => parts(element, 'row').length);
  return element;
}
const rowsOf = (element: Contacts): string[] => partTexts(element, 'row');
const purposes = (element: Contacts): string[] => parts(element, 'row').map((row) => row.querySelector('p')!.textContent);
const call = (element: Contacts): HTMLElement => parts(element, 'action')[0]!;

describe('the emergency line', () => {
  const deaf: [sentence: string, template: ReturnType<typeof html>][] = [
    ['while nobody has answered', html`<cez-contacts api=${faultyUrl('slow')}></cez-contacts>`],
    ['when nobody answers', html`<cez-contacts api=${refusedUrl}></cez-contacts>`],
    ['when the answer is none', html`<cez-contacts api=${faultyUrl('wrong-shape')}></cez-contacts>`],
    ['without an API', html`<cez-contacts></cez-contacts>`],
    ['beside what the page says', html`<cez-contacts api=${faultyUrl('slow')}><p>Страницата</p></cez-contacts>`],
    ['when nothing is published', html`<cez-contacts .contacts=${{ contacts: [] }}></cez-contacts>`],
  ];
  for (const [sentence, template] of deaf) {
    it(`is there at once ${sentence}`, async () => {
      const element = await fixture<Contacts>(template);
      await drawn(element);
      assert.deepEqual([call(element).textContent, call(element).getAttribute('href')], ['0700 10 010', 'tel:070010010']);
      assert.include(textOf(element), 'Няма ток или виждате опасност? 0700 10 010 Копирайте номера Денонощно, в менюто изберете 3.');
      assert.equal(the(element, 'link', '112').getAttribute('href'), 'tel:112');
    });
  }

  it('is the one of the feed as soon as that is there', async () => {
    const line = contact('faults', { emergency: true, value: '02 111 11 11', url: 'tel:021111111', cost: { bg: 'Безплатно.', en: null } });
    const element = await show([contact('office'), line]);
    assert.equal(call(element).getAttribute('href'), 'tel:021111111');
    assert.include(textOf(element), '02 111 11 11 Копирайте номера Линия. Безплатно. При опасност за живота: 112');
    assert.deepEqual(purposes(element), ['За office']);
  });

  it('can be copied, without a clipboard too', async () => {
    const element = await fixture<Contacts>(html`<cez-contacts></cez-contacts>`);
    const { said } = listen();
    let copied = '';
    Object.defineProperty(document, 'execCommand', { configurable: true, value: () => ((copied = getSelection()!.toString() || (document.activeElement as HTMLTextAreaElement).value), true) });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    all(element, 'button', 'Копирайте номера')[0]!.click();
    await until(() => said.length);
    Reflect.deleteProperty(document, 'execCommand');
    Reflect.deleteProperty(navigator, 'clipboard');
    assert.deepEqual([copied, said], ['0700 10 010', ['Копирано']]);
  });

  it('points to the page’s own look-up of outages, else to the operator’s site', async () => {
    const named = await fixture<Contacts>(html`<cez-contacts api=${apiUrl}><a slot="outages" href="/outages/">Прекъсвания</a></cez-contacts>`);
    await until(() => parts(named, 'row').length);
    assert.isTrue(named.firstElementChild!.checkVisibility());
    assert.isEmpty(all(named, 'link', 'Вижте известните прекъсвания').filter((link) => link.checkVisibility()));
    assert.equal(the(await fromApi('cez-bg'), 'link', 'Вижте известните прекъсвания').getAttribute('href'), 'https://www.cez-rp.bg/');
  });
});

describe('the channels', () => {
  it('come in one order, with what each is for, where, when and for how much', async () => {
    const element = await fromApi('cez-bg');
    assert.deepEqual(rowsOf(element), [
      'Въпроси, сметки и показания 0700 10 010 Копирайте номера Денонощна телефонна линия Работи сега денонощно Обаждането се таксува според тарифния Ви план.',
      'Проверка на сметката и напомняне по SMS 170077 Копирайте номера SMS с 12-те цифри на клиентския номер Регистрацията струва колкото един обикновен SMS. Отговорите са безплатни.',
      'Въпроси и заявления zaklienta@cez.bg Копирайте адреса Електронна поща',
      'Сметки, договори и услуги www.cez.bg ЧЕЗ Електро България',
      'Новини за клиентите @cezelectrobg ЧЕЗ Електро във Facebook',
      'Новини за клиентите @www.cez.bg ЧЕЗ във Facebook',
    ]);
    const hrefs = parts(element, 'row').map((row) => row.querySelector('a')!.getAttribute('href'));
    assert.deepEqual(hrefs.slice(0, 4), ['tel:070010010', 'sms:170077', 'mailto:zaklienta@cez.bg', 'https://www.cez.bg/']);
  });

  it('speak English', async () => {
    const element = await fromApi('cez-rp', 'en');
    assert.match(rowsOf(element)[0]!, /^Questions, bills and readings 0700 10 010 Copy the number 24-hour phone line Available now day and night/);
    assert.notMatch(textOf(element), /[а-я]/i);
  });

  const statuses: [sentence: string, differs: Parameters<typeof contact>[1], now: string, words: string][] = [
    ['works until this evening', {}, at('10:00'), 'Работи до 17:00 ч. пн–пт 8:30–17:00 · сб, нд затворено'],
    ['is closed until tomorrow', {}, at('18:00'), 'Сега не работи Отваря утре в 8:30 ч. · пн–пт 8:30–17:00 · сб, нд затворено'],
    ['works, wherever the visitor is', {}, '2026-03-18T04:00-05:00', 'Работи до 17:00 ч.'],
    ['is there day and night, on holidays too', { openingHoursSpecification: hours(EVERY_DAY, ['00:00', '24:00']) }, at('10:00', '2026-12-25'), 'Работи сега денонощно'],
    ['says nothing of holidays', {}, at('10:00', '2026-12-25'), 'Няма данни за работното време'],
    ['has no known hours', { openingHoursSpecification: null }, at('10:00'), 'Няма данни за работното време'],
    ['has other hours next week', { openingHoursSpecification: [{ ...hours(EVERY_DAY, ['08:00', '20:00'])[0]!, validThrough: '2026-03-22' }, { ...hours(WORKDAYS, ['09:00', '12:00'])[0]!, validFrom: '2026-03-23' }] }, at('10:00'), 'пн–нд 8:00–20:00 Следващата седмица: пн–пт 9:00–12:00 · сб, нд затворено'],
    ['has an exception of a page’s own data', { specialOpeningHoursSpecification: [{ validFrom: '2026-03-26', validThrough: '2026-03-26' }] }, at('10:00'), 'Следващата седмица: пн–ср 8:30–17:00 · чт затворено'],
  ];
  for (const [sentence, differs, now, words] of statuses) {
    it(`tell of a line that ${sentence}`, async () => assert.include(rowsOf(await show([contact('line', differs)], now))[0], words));
  }

  it('say nothing of hours where nobody has to be there', async () => {
    assert.equal(rowsOf(await show([contact('mail', { kind: 'email', value: 'a@b.bg', url: 'mailto:a@b.bg', openingHoursSpecification: null })]))[0], 'За mail a@b.bg Копирайте адреса Линия');
  });

  it('move down while they do not answer, at the very instant', async () => {
    const clock = new DeviceClock(at('16:59'));
    const element = await show([contact('office'), contact('line', { openingHoursSpecification: hours(EVERY_DAY, ['00:00', '24:00']) }), contact('web', { kind: 'web', openingHoursSpecification: null })], null);
    assert.deepEqual(purposes(element), ['За office', 'За line', 'За web']);
    await clock.pass(61_000);
    await drawn(element);
    assert.deepEqual(purposes(element), ['За line', 'За web', 'За office']);
    assert.include(rowsOf(element)[2], 'Отваря утре в 8:30 ч.');
  });

  it('open no address that runs code', async () => {
    const element = await show([contact('bad', { url: 'javascript:alert(1)' }), contact('none', { url: '' })]);
    assert.isEmpty(parts(element, 'row').flatMap((row) => [...row.querySelectorAll('a')]));
    assert.include(rowsOf(element)[0], '02 000 00 00');
  });
});

describe('the question', () => {
  for (const [brand, topic, answer, site] of [
    ['cez-bg', 'Показания и електромер', 'Показанията и електромерът са при мрежовия оператор, ЧЕЗ Разпределение. По телефона изберете 2.', 'www.cez-rp.bg'],
    ['cez-rp', 'Сметка и договор', 'Сметките, плащанията и договорите са при доставчика Ви, ЧЕЗ Електро.', 'www.cez.bg'],
    ['cez-bg', 'Няма ток', 'С авариите се занимава мрежовият оператор, ЧЕЗ Разпределение.', 'www.cez-rp.bg'],
  ] as const) {
    it(`leads from ${brand} to who answers for “${topic}”, without a further request`, async () => {
      const { said } = listen();
      const element = await fromApi(brand);
      const before = rowsOf(element);
      wrapFetch(() => Promise.reject(new TypeError('offline')));
      the(element, 'button', topic).click();
      await drawn(element);
      assert.deepEqual(partTexts(element, 'answer'), [answer]);
      assert.deepEqual(said, [answer]);
      assert.include(rowsOf(element).join(), site);
      assert.equal(the(element, 'button', topic).ariaPressed, 'true');
      the(element, 'button', topic).click();
      await drawn(element);
      assert.deepEqual(rowsOf(element), before);
      the(element, 'button', topic).click();
      element.reset();
      await drawn(element);
      assert.deepEqual(rowsOf(element), before);
    });
  }
});

describe('a wave of faults', () => {
  const outages = (count: number): object[] =>
    [...Array(count + 6).keys()].map((id) => ({ id, kind: id < count + 3 ? 'unplanned' : 'planned', status: id < count ? (id % 2 ? 'active' : 'overdue') : id < count + 3 ? 'restored' : 'active' }));
  async function during(answer: (url: string) => Response | Promise<Response>): Promise<Contacts> {
    let asked = 0;
    wrapFetch(async (url, init) => {
      if (!url.includes('/outages')) return onward(url, init);
      const response = await answer(url);
      asked++;
      return response;
    });
    const element = await fixture<Contacts>(html`<cez-contacts api=${new Line().url}><a slot="outages" href="/outages/">Прекъсвания</a></cez-contacts>`);
    await until(() => asked && parts(element, 'row').length);
    await drawn(element);
    return element;
  }
  const isBefore = (one: Element, other: Element): boolean => Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);

  it('sends customers to the look-up first, and leaves the phone where it can be found', async () => {
    const element = await during(() => json({ outages: outages(12) }));
    await until(() => partTexts(element, 'answer')[0] === 'Сега са известни 12 аварии.');
    assert.isTrue(isBefore(element.shadowRoot!.querySelector('slot[name=outages]')!, call(element)));
    assert.isFalse(call(element).classList.contains('primary'));
  });

  const calm: [sentence: string, answer: () => Response][] = [
    ['on an ordinary day', () => json({ outages: outages(9) })],
    ['when the outages cannot be had', () => json({}, {}, 404)],
    ['when the answer is none', () => json('null')],
  ];
  for (const [sentence, answer] of calm) {
    it(`is not told ${sentence}`, async () => {
      const events = eventsOf('cez-error', 'cez-outcome');
      const element = await during(answer);
      assert.isEmpty(parts(element, 'answer'));
      assert.isTrue(isBefore(call(element), element.shadowRoot!.querySelector('slot[name=outages]')!));
      assert.deepEqual(events, [{ type: 'cez-outcome', detail: { outcome: 'found' } }]);
    });
  }
});

describe('on a bad line', () => {
  for (const fault of ['http-503', 'html-as-json', 'cut', 'portal-redirect'] satisfies Fault[]) {
    it(`says what is missing after ${fault}, keeps the page’s own words, and recovers by its button`, async () => {
      const clock = new DeviceClock();
      const line = new Line();
      await line.breakWith(fault);
      const element = await fixture<Contacts>(html`<cez-contacts api=${line.url}><p>Пишете ни</p></cez-contacts>`);
      await clock.passUntil(() => parts(element, 'error').length);
      assert.include(partTexts(element, 'error')[0], 'Не успяхме да заредим другите начини за връзка.');
      assert.isTrue(fallbackDrawn(element));
      await line.mend();
      the(element, 'button', 'Опитайте отново').click();
      await clock.passUntil(() => parts(element, 'row').length);
      assert.isFalse(fallbackDrawn(element));
    });
  }

  it('says that the device is offline, and keeps what it has when it goes offline', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    const element = await fixture<Contacts>(html`<cez-contacts api=${refusedUrl}></cez-contacts>`);
    await until(() => parts(element, 'error').length);
    Reflect.deleteProperty(navigator, 'onLine');
    assert.include(partTexts(element, 'error')[0], 'Няма връзка с интернет. Не успяхме');
    const line = new Line();
    element.api = line.url;
    await until(() => parts(element, 'row').length);
    await line.breakWith('http-429');
    await element.refresh();
    assert.match(textOf(element), /Данните са от \d+:\d\d ч\. Не успяхме да ги обновим\./);
    assert.isNotEmpty(rowsOf(element));
  });

  it('tells an empty list from a missing one', async () => {
    const element = await show([]);
    assert.include(textOf(element), 'Други начини за връзка не са публикувани.');
    assert.isEmpty(parts(element, 'error'));
  });
});
