import { assert, fixture } from '@open-wc/testing';
import { html, nothing } from 'lit';
import type { Outage } from '../../../src/model/wire.js';
import type { Outages } from '../../../src/widgets/outages/outages.js';
import '../../../src/widgets/outages/define.js';
import '../../support/console-guard.js';
import { DeviceClock, pause, until } from '../../support/device-clock.js';
import { apiUrl, Line, testNow } from '../../support/environment.js';
import { outage, outageList, outages, planned } from '../../support/outages.js';
import { json, onward, wrapFetch } from '../../support/page-fetch.js';
import { all, choose, drawn, elementsOf, eventsOf, fallbackDrawn, focused, listen, nodesOf, partTexts, parts, textOf, the, type } from '../../support/screen.js';

interface Settings {
  outages?: unknown;
  api?: string;
  place?: string;
  map?: string;
  lang?: string;
  now?: string;
  fallback?: boolean;
}

async function place({ outages: given = null, api, place: wanted, map = 'none', lang = 'bg', now = testNow, fallback = false }: Settings): Promise<Outages> {
  const page = await fixture<HTMLElement>(html`<div style="inline-size: 40em">
    <cez-outages api=${api ?? nothing} .outages=${given} place=${wanted ?? nothing} map=${map} now=${now} lang=${lang}>${fallback ? html`<p>0700 10 010</p>` : nothing}</cez-outages>
  </div>`);
  return page.querySelector('cez-outages')!;
}
async function show(settings: Settings): Promise<Outages> {
  const shown = await place(settings);
  await until(() => parts(shown, 'answer').length);
  return shown;
}

/** An API that has this list; all else it answers itself. */
function apiWith(list: () => unknown): string {
  const line = new Line();
  wrapFetch((url, init) => (url === `${line.url}/outages` ? json(list(), {}, 200, url) : onward(url, init)));
  return line.url;
}

const answerOf = (shown: Outages): string => partTexts(shown, 'answer')[0] ?? '';
const says = (shown: Outages, words: string): Promise<boolean> => until(() => answerOf(shown).includes(words), `“${words}” is said, not “${answerOf(shown)}”`);
const rowsOf = (shown: Outages): string[] => partTexts(shown, 'row');
const field = (shown: Outages): HTMLInputElement => shown.shadowRoot!.querySelector('#query')!;
/** As a customer who types and presses Enter. */
function ask(shown: Outages, text: string): void {
  type(field(shown), text);
  field(shown).form!.requestSubmit();
}
const byNumber = async (shown: Outages, number: string): Promise<void> => {
  the(shown, 'button', 'По клиентски номер').click();
  type(await until(() => shown.shadowRoot!.querySelector<HTMLElement>('[name=clientNumber]')), number);
  shown.shadowRoot!.querySelector<HTMLElement>('[type=submit]')!.click();
};
const iconOf = (shown: Outages): string => parts(shown, 'answer')[0]!.querySelector('path')!.getAttribute('d')!;

afterEach(() => localStorage.clear());

describe('rendering', () => {
  it('lists what, where and until when, those without power first', async () => {
    const shown = await show({ outages: [planned(), outage(), outage({ id: 'over', places: ['Видин'], municipality: 'Видин', oblast: 'Видин', status: 'restored', updatedAt: '2026-03-18T09:50:00+02:00' })] });
    assert.equal(answerOf(shown), '3 прекъсвания');
    assert.deepEqual(rowsOf(shown), [
      'Авария Част от Враца Без ток от 9:10 ч. Очаква се към 16:30 ч. община Враца, област Враца',
      'Планирано Роман, Кунино Без ток от 19 март, 9:00 ч. до 16:30 ч. община Роман, област Враца',
      'Възстановено Видин Токът е възстановен към 9:50 ч. община Видин, област Видин',
    ].map((row) => row.replace('Възстановено Видин', 'Възстановено Част от Видин')));
  });

  const ends: [sentence: string, differs: Partial<Outage>, words: string][] = [
    ['without an end', { end: null }, 'Без ток от 9:10 ч. Още няма обявен час.'],
    ['whose end has passed', { end: '2026-03-18T09:30:00+02:00' }, 'Без ток от 9:10 ч. Очакваше се към 9:30 ч., нов час няма.'],
    ['that began yesterday and ends tomorrow', { start: '2026-03-17T22:00:00+02:00', end: '2026-03-19T08:00:00+02:00' }, 'Без ток от 17 март, 22:00 ч. Очаква се към 19 март, 8:00 ч.'],
    ['of planned work now', { kind: 'planned', start: '2026-03-18T09:00:00+02:00' }, 'Без ток сега, от 9:00 ч. до 16:30 ч.'],
  ];
  for (const [sentence, differs, words] of ends) {
    it(`says of an outage ${sentence} what is known of its end`, async () => {
      assert.include(rowsOf(await show({ outages: [outage(differs)] }))[0], words);
    });
  }

  it('strikes through the ends that have moved, and says so to those who do not see it', async () => {
    const endHistory = ['12:00', '14:00'].map((clock) => ({ end: `2026-03-18T${clock}:00+02:00`, announcedAt: '2026-03-18T09:20:00+02:00' }));
    const shown = await show({ outages: [outage({ endHistory })] });
    assert.deepEqual([...shown.shadowRoot!.querySelectorAll<HTMLElement>('s')].map(({ innerText }) => innerText.replace('\u00a0', ' ')), ['12:00 ч.', '14:00 ч.']);
    assert.include(textOf(shown), 'Часът се промени: беше 12:00 ч. → беше 14:00 ч. → сега е 16:30 ч.');
  });

  it('reads names that an operator’s system shouts', async () => {
    const shown = await show({ outages: [outage({ places: ['ГОРНА МАЛИНА'], municipality: 'ГОРНА МАЛИНА', oblast: 'СОФИЙСКА' })] });
    assert.include(rowsOf(shown)[0], 'Част от Горна Малина');
    assert.include(rowsOf(shown)[0], 'област Софийска');
  });

  it('opens cause, number of customers, all places and the explanation of switching on a press', async () => {
    const events = eventsOf('cez-outage-select');
    const shown = await show({ outages: [outage({ kind: 'switching', scope: 'whole', places: ['А', 'Б', 'В', 'Г', 'Д'] })] });
    assert.include(rowsOf(shown)[0], 'А, Б, В и още 2');
    the(shown, 'button', 'А, Б, В и още 2').click();
    await drawn(shown);
    for (const words of ['за по-малко от 5 минути', 'Причина: повреден кабел.', 'Засегнати клиенти: от 51 до 200.', 'Населени места: А, Б, В, Г, Д.']) assert.include(textOf(shown), words);
    assert.deepEqual(events, [{ type: 'cez-outage-select', detail: { outageId: 'fault-vratsa' } }]);
  });

  it('filters by kind and by region, and leads out of what fits nothing', async () => {
    const found = eventsOf('cez-search');
    const shown = await show({ outages: outages(30) });
    the(shown, 'button', 'Аварии').click();
    await until(() => found.length === 1);
    choose(shown.shadowRoot!.querySelector('select')!, 'Цялата област (6)');
    await until(() => found.length === 2);
    assert.deepEqual(found.map(({ detail }) => detail), [{ resultCount: 10 }, { resultCount: 2 }]);
    assert.include(rowsOf(shown)[0], 'област Видин');
    shown.outages = [planned()];
    await says(shown, 'Няма прекъсвания от избраните.');
    the(shown, 'button', 'Покажи всички').click();
    await says(shown, '1 прекъсване');
  });

  it('shows the first twenty of 20 000, few nodes, and more on a press', async () => {
    const shown = await show({ outages: outages(20_000) });
    assert.equal(answerOf(shown), '20000 прекъсвания');
    assert.lengthOf(rowsOf(shown), 20);
    assert.isAtMost(nodesOf(shown).filter((node) => node.nodeType !== Node.COMMENT_NODE).length, 900);
    the(shown, 'button', 'Покажи още').click();
    await until(() => rowsOf(shown).length === 40);
    await until(() => focused()?.closest('li') === parts(shown, 'row')[20]);
  });

  it('speaks English', async () => {
    const shown = await show({ outages: [outage(), planned()], lang: 'en', place: 'Враца' });
    await says(shown, 'Part of Vratsa is without power. It is expected back at about 16:30.');
    assert.notMatch(textOf(shown).replace('Враца', ''), /[а-я]/i);
  });

  it('says that a list may have holes', async () => {
    assert.include(textOf(await show({ outages: [outage(), { id: 'x' }] })), 'Може да има прекъсвания, които не показваме.');
    assert.include(answerOf(await show({ outages: [{ id: 'x' }] })), 'Сега не можем да кажем');
  });

  it('replaces what a translator left, when the fact has changed', async () => {
    const shown = await show({ outages: [outage()], place: 'Враца' });
    const told = parts(shown, 'answer')[0]!.querySelector('span:not(.status)')!;
    told.replaceChildren(document.createRange().createContextualFragment('<font></font>'));
    shown.outages = [outage({ status: 'restored' })];
    await says(shown, 'Токът е възстановен');
  });
});

describe('the answer for a place', () => {
  const others = [outage({ id: 'else', places: ['Мездра'], municipality: 'Мездра' })];
  const five: [outcome: string, list: () => unknown, asked: string, words: string][] = [
    ['found', () => outageList([outage()]), 'Враца', 'Част от Враца е без ток. Очаква се към 16:30 ч.'],
    ['nothing-now', () => outageList(others), 'Враца', 'За Враца няма известно прекъсване.'],
    ['not-known', () => outageList(others), 'Атлантида', 'Не можем да кажем за това село или град: „Атлантида“ не е в списъка ни.'],
    ['unavailable', () => 'no list', 'Враца', 'Сега не можем да кажем дали има прекъсване.'],
    ['stale', () => outageList(others, '2026-03-18T09:30:00+02:00'), 'Враца', 'Към 9:30 ч. за Враца не беше известно прекъсване. По-нови данни нямаме.'],
  ];
  const icons = new Set<string>();
  for (const [outcome, list, asked, words] of five) {
    it(`is ${outcome} in words, icon and event of its own`, async () => {
      const outcomes = eventsOf('cez-outcome');
      const shown = await place({ api: apiWith(list), place: asked });
      await says(shown, words);
      await until(() => outcomes.length);
      assert.deepEqual(outcomes.map(({ detail }) => detail), [{ outcome }]);
      icons.add(iconOf(shown));
      assert.include(textOf(shown), '0700 10 010');
    });
  }
  it('has five icons for five outcomes', () => assert.equal(icons.size, 5));

  const typed: [text: string, words: string][] = [
    ['vratsa', 'Част от Враца'], ['ВРАЦА', 'Част от Враца'], ['гр. Враца', 'Част от Враца'], ['wraca', 'Част от Враца'], [' Мездра ', 'За Мездра няма'],
    ['Пловдив', 'Мрежата в Пловдив е на EVN България. За прекъсвания питайте там.'], ['Varna', 'Мрежата в Варна е на ЕНЕРГО-ПРО.'],
  ];
  it('is found however the place is typed, and points to the company whose grid it is', async () => {
    const shown = await show({ api: apiWith(() => outageList([outage()])) });
    for (const [text, words] of typed) {
      ask(shown, text);
      await says(shown, words);
    }
  });

  it('takes the focus', async () => {
    const shown = await show({ api: apiWith(() => outageList([outage()])) });
    ask(shown, 'Враца');
    await until(() => focused()?.part.contains('answer') && focused()?.textContent.includes('Част от Враца'));
  });

  it('asks what a slip has meant, and which of two is meant', async () => {
    const line = new Line();
    const banya = (municipality: string, oblast: string) => ({ name: 'Баня', kind: 'village', municipality, oblast, position: null, operator: 'cez-rp' });
    wrapFetch((url) => json(url.endsWith('/places') ? { places: [banya('Разлог', 'Благоевград'), banya('Карлово', 'Пловдив')] } : outageList([outage({ places: ['Баня'], municipality: 'Разлог', oblast: 'Благоевград' })]), {}, 200, url));
    const outcomes = eventsOf('cez-outcome');
    const shown = await show({ api: line.url, place: 'баня' });
    await says(shown, 'Има няколко места с това име. Кое е Вашето?');
    assert.isEmpty(outcomes);
    the(shown, 'button', 'Баня, община Разлог, област Благоевград').click();
    await says(shown, 'Част от Баня е без ток.');
    the(shown, 'button', 'Запазете мястото').click();
    assert.deepEqual(JSON.parse(localStorage.getItem('cez-outages-places')!), ['Баня, Разлог']);
    ask(shown, 'банъ');
    await says(shown, '„банъ“ не е в списъка ни');
    assert.equal(all(shown, 'button').filter(({ textContent }) => textContent.startsWith('Баня, община')).length, 2);
  });

  it('is there without the places, if the name is on the list as it was typed; if not, nothing is claimed', async () => {
    const line = new Line();
    wrapFetch((url) => (url.endsWith('/places') ? json('gone', {}, 410, url) : json(outageList([outage()]), {}, 200, url)));
    const shown = await show({ api: line.url, place: 'враца' });
    await says(shown, 'Част от враца е без ток.');
    ask(shown, 'Мездра');
    await says(shown, 'Сега не можем да кажем');
  });

  it('comes from the page’s address, before the attribute and what was saved', async () => {
    const api = apiWith(() => outageList([outage()]));
    localStorage.setItem('cez-outages-places', '["Мездра"]');
    await says(await show({ api }), 'За Мездра няма');
    await says(await show({ api, place: 'Видин' }), 'За Видин няма');
    const { href } = location;
    history.replaceState(null, '', '?cez-place=Враца');
    document.querySelectorAll('cez-outages').forEach((other) => other.remove());
    await says(await show({ api, place: 'Видин' }), 'Част от Враца');
    history.replaceState(null, '', href);
  });

  it('tells how to be sure where only a part is concerned', async () => {
    const shown = await show({ api: apiWith(() => outageList([outage()])), place: 'Враца' });
    await says(shown, 'Част от');
    assert.include(textOf(shown), 'За да сте сигурни, проверете по клиентски номер.');
    all(shown, 'button', 'По клиентски номер')[1]!.click();
    await until(() => focused()?.getAttribute('name') === 'clientNumber');
  });

  it('needs no request for outages that a page hands in', async () => {
    const line = new Line();
    await says(await show({ api: line.url, outages: [outage()], place: 'Враца' }), 'Част от Враца');
    assert.isEmpty(await line.asked());
    await says(await show({ outages: [outage()], place: 'Мездра' }), 'Не можем да кажем за това село');
  });
});

describe('places of the customer', () => {
  it('are saved by choice, offered as buttons, asked for first the next time, and forgotten', async () => {
    const api = apiWith(() => outageList([outage()]));
    const shown = await show({ api, place: 'Враца' });
    await says(shown, 'Част от');
    assert.isNull(localStorage.getItem('cez-outages-places'));
    the(shown, 'button', 'Запазете мястото').click();
    ask(shown, 'Мездра');
    await says(shown, 'За Мездра');
    the(shown, 'button', 'Запазете мястото').click();
    await drawn(shown);
    const next = await show({ api });
    await says(next, 'Част от Враца');
    the(next, 'button', 'Мездра').click();
    await says(next, 'За Мездра');
    the(next, 'button', 'Забравете мястото').click();
    await until(() => !all(next, 'button', 'Мездра').length);
    assert.equal(localStorage.getItem('cez-outages-places'), '["Враца"]');
  });

  it('are not kept where the device refuses, and it says so', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const shown = await show({ api: apiWith(() => outageList([outage()])), place: 'Враца' });
    await says(shown, 'Част от');
    the(shown, 'button', 'Запазете мястото').click();
    await until(() => textOf(shown).includes('Браузърът не позволи'));
    Storage.prototype.setItem = setItem;
  });

  it('are in the link that is shared', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) } });
    const shown = await show({ outages: [outage()], place: 'Враца' });
    the(shown, 'button', 'Копирайте връзка').click();
    const link = await until(() => copied[0]);
    Reflect.deleteProperty(navigator, 'clipboard');
    assert.equal(new URL(link).searchParams.get('cez-place'), 'Враца');
  });
});

describe('without a network', () => {
  /** A first visit with the network, and the next one, minutes later, without. */
  async function visitTwice(next: Settings): Promise<{ shown: Outages; clock: DeviceClock; outcomes: { detail: unknown }[] }> {
    const api = apiWith(() => outageList([outage()]));
    const before = await show({ api, place: 'Враца' });
    await says(before, 'Част от Враца');
    before.remove();
    const clock = new DeviceClock();
    clock.sleep(120_000);
    wrapFetch(() => Promise.reject(new TypeError('Failed to fetch')));
    const outcomes = eventsOf('cez-outcome');
    return { shown: await place({ api, ...next }), clock, outcomes };
  }

  for (const asked of ['Враца', undefined]) {
    it(`shows the last answer ${asked ? 'for the place' : 'if none is asked for'}, with its age and the emergency line`, async () => {
      const { shown, clock, outcomes } = await visitTwice({ ...(asked && { place: asked }), now: '2026-03-18T14:20:00+02:00', fallback: true });
      await clock.passUntil(() => outcomes.length);
      assert.deepEqual(outcomes.map(({ detail }) => detail), [{ outcome: 'stale' }]);
      assert.equal(answerOf(shown), 'Към 9:59 ч.: Част от Враца е без ток. Очаква се към 16:30 ч.');
      for (const words of ['Това е последният отговор, запазен на устройството.', 'Данните са отпреди повече от 15 минути']) assert.include(textOf(shown), words);
      assert.equal(all(shown, 'link', '0700 10 010')[0]!.getAttribute('href'), 'tel:070010010');
      assert.isFalse(fallbackDrawn(shown));
    });
  }

  for (const [what, settings] of [['another place', { place: 'Мездра' }], ['two days ago', { place: 'Враца', now: '2026-03-20T10:00:00+02:00' }]] as const) {
    it(`claims nothing by an answer of ${what}`, async () => {
      const { shown, clock } = await visitTwice(settings);
      await clock.passUntil(() => parts(shown, 'error').length);
      assert.equal(answerOf(shown), 'Сега не можем да кажем дали има прекъсване.');
      assert.notInclude(textOf(shown), 'няма известн');
    });
  }

  it('shows the kept answer at once, and the new one when it comes', async () => {
    const { shown, clock } = await visitTwice({ place: 'Враца' });
    assert.include(answerOf(shown), 'Към 9:59 ч.: Част от Враца');
    assert.include(textOf(shown), 'Зареждане…');
    wrapFetch((url, init) => (url.endsWith('/outages') ? json(outageList([], '2026-03-18T10:00:00+02:00'), {}, 200, url) : onward(url, init)));
    await clock.passUntil(() => answerOf(shown) === 'За Враца няма известно прекъсване.');
  });
});

describe('looking again by itself', () => {
  it('is one request for ten tags, about every minute, and none while the page is hidden', async () => {
    const asked: string[] = [];
    const line = new Line();
    wrapFetch((url) => {
      asked.push(url);
      return json(outageList([outage()]), {}, 200, url);
    });
    const clock = new DeviceClock();
    const page = await fixture(html`<div>${Array(10).fill(html`<cez-outages map="none" api=${line.url} now=${testNow}></cez-outages>`)}</div>`);
    await clock.passUntil(() => [...page.querySelectorAll('cez-outages')].every((shown) => parts(shown, 'answer').length));
    assert.lengthOf(asked, 1);
    await clock.pass(91_000);
    await until(() => asked.length >= 2);
    assert.isAtMost(asked.length, 4);
    Object.defineProperty(document, 'hidden', { configurable: true, value: true });
    document.dispatchEvent(new Event('visibilitychange'));
    const before = asked.length;
    await clock.pass(600_000);
    assert.lengthOf(asked, before);
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    await clock.passUntil(() => asked.length === before + 1);
    page.remove();
  });

  it('tells an answer that has changed, the page only of another outcome, and when power is back', async () => {
    const line = new Line();
    let list = outageList([outage()]);
    wrapFetch((url, init) => (url === `${line.url}/outages` ? json(list, {}, 200, url) : onward(url, init)));
    const heard = listen();
    const outcomes = eventsOf('cez-outcome');
    const clock = new DeviceClock();
    const shown = await place({ api: line.url, place: 'Враца' });
    await clock.passUntil(() => answerOf(shown).includes('Част от Враца'));
    list = outageList([outage({ end: '2026-03-18T18:00:00+02:00', endHistory: [{ end: '2026-03-18T16:30:00+02:00', announcedAt: '2026-03-18T10:00:00+02:00' }] })]);
    await clock.passUntil(() => answerOf(shown).includes('18:00'), 'the moved end is shown', 5_000);
    list = outageList([outage({ status: 'restored' })]);
    await clock.passUntil(() => answerOf(shown).includes('възстановен'), 'power is back', 5_000);
    assert.deepEqual(heard.said, ['Част от Враца е без ток. Очаква се към 18:00 ч.', 'Токът е възстановен към 9:20 ч.']);
    assert.deepEqual(outcomes.map(({ detail }) => (detail as { outcome: string }).outcome), ['found', 'nothing-now']);
    the(shown, 'button', 'Още нямате ток?').click();
    await until(() => focused()?.localName === 'summary');
  });

  it('is never overtaken by an older answer', async () => {
    const line = new Line();
    let list = outageList([outage()], '2026-03-18T09:59:30+02:00');
    wrapFetch((url) => json(list, {}, 200, url));
    const shown = await show({ api: line.url });
    list = outageList([], '2026-03-18T09:58:00+02:00');
    await shown.refresh();
    assert.equal(answerOf(shown), '1 прекъсване');
  });

  it('says how old the list is, and that it could not be refreshed', async () => {
    const line = new Line();
    let list: unknown = outageList([outage()]);
    wrapFetch((url) => json(list, {}, 200, url));
    const shown = await show({ api: line.url });
    assert.include(textOf(shown), 'Към 9:59 ч.');
    list = '<h1>Hotel Wi-Fi</h1>';
    const clock = new DeviceClock();
    void shown.refresh();
    await clock.passUntil(() => textOf(shown).includes('Не успяхме да обновим данните.'));
    assert.equal(answerOf(shown), '1 прекъсване');
    list = outageList([], '2026-03-18T10:00:00+02:00');
    the(shown, 'button', 'Обновете').click();
    await clock.passUntil(() => answerOf(shown) === 'В момента няма известни прекъсвания.');
  });
});

describe('the answer for a client number', () => {
  const known: [number: string, outcome: string, words: RegExp][] = [
    ['3100 0000-0055', 'found', /^Част от Враца е без ток\. Очаква се към 11:15 ч\.$/],
    ['530000000066', 'found', /^Част от Монтана ще остане без ток утре в 9:00 ч\., до 16:30 ч\.$/],
    ['310000000022', 'nothing-now', /^За този клиентски номер няма известно прекъсване\.$/],
    ['310000000099', 'not-known', /^Не познаваме този клиентски номер\. Това не значи, че токът Ви не е прекъснат\.$/],
  ];
  for (const [number, outcome, words] of known) {
    it(`${number} is ${outcome}`, async () => {
      const shown = await show({ api: apiUrl });
      const outcomes = eventsOf('cez-outcome');
      await byNumber(shown, number);
      await until(() => focused()?.part.contains('answer'));
      assert.match(answerOf(shown), words);
      assert.deepEqual(outcomes.map(({ detail }) => detail), [{ outcome }]);
    });
  }

  it('is told apart from a line that is broken, and asked for again on the press', async () => {
    const line = new Line();
    const shown = await show({ api: line.url });
    await line.breakWith('html-as-json');
    const outcomes = eventsOf('cez-outcome');
    const clock = new DeviceClock();
    await byNumber(shown, '310000000022');
    await clock.passUntil(() => parts(shown, 'error').length);
    assert.deepEqual(outcomes.map(({ detail }) => detail), [{ outcome: 'unavailable' }]);
    for (const words of ['Сега не можем да кажем дали има прекъсване.', '0700 10 010']) assert.include(partTexts(shown, 'error')[0], words);
    assert.notInclude(textOf(shown), 'няма известно');
    await line.mend();
    the(shown, 'button', 'Опитайте отново').click();
    await clock.passUntil(() => answerOf(shown).startsWith('За този клиентски номер няма'));
  });

  it('says what is wrong with a number before it is sent', async () => {
    const line = new Line();
    const shown = await show({ api: line.url });
    await byNumber(shown, '31000');
    await until(() => focused()?.part.contains('error'));
    assert.include(textOf(shown), 'Въведохте 5 знака.');
    assert.isEmpty((await line.asked()).filter((request) => request.startsWith('POST')));
  });

  it('leaves the number in no address, no markup and on no device, and goes with the page', async () => {
    const shown = await show({ api: apiUrl });
    await byNumber(shown, '310000000055');
    await until(() => answerOf(shown).startsWith('Част от Враца'));
    the(shown, 'button', 'Нямате ток, а го няма в списъка?').click();
    elementsOf(shown).find((element) => element.localName === 'label' && element.textContent.trim() === 'Не')!.click();
    await until(() => textOf(shown).includes('Кажете клиентския номер: 3100 0000 0055.'));
    assert.notInclude(shown.outerHTML + location.href + JSON.stringify(localStorage) + JSON.stringify(sessionStorage), '0055');
    assert.isEmpty(performance.getEntriesByType('resource').filter(({ name }) => name.includes('0055')));
    assert.isNull(localStorage.getItem('cez-outages-answers'));
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await until(() => !textOf(shown).includes('0055'));
    assert.equal(shown.shadowRoot!.querySelector<HTMLInputElement>('[name=clientNumber]')!.value, '');
  });
});

describe('no power, and no word of it', () => {
  it('leads from the neighbours by way of the breakers to the line and what to tell it', async () => {
    const shown = await show({ outages: [outage()], place: 'Враца' });
    the(shown, 'button', 'Нямате ток, а го няма в списъка?').click();
    const pick = async (label: string): Promise<void> => {
      elementsOf(shown).filter((element) => element.localName === 'label' && element.textContent.trim() === label).at(-1)!.click();
      await drawn(shown);
    };
    await until(() => textOf(shown).includes('Имат ли ток съседите?'));
    await pick('Да');
    await pick('Не');
    assert.include(textOf(shown), 'повикайте електротехник');
    assert.notInclude(textOf(shown), 'Съобщете за прекъсването');
    await pick('Не знам');
    for (const words of ['изберете 3 и след това 2:', 'Кажете населеното място: Враца.', 'Пригответе клиентския номер']) assert.include(textOf(shown), words);
  });
});

describe('a planned outage', () => {
  it('goes into the customer’s calendar, and again after it has moved, under the same name', async () => {
    const shown = await show({ outages: [planned()] });
    const links: HTMLAnchorElement[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      links.push(this);
    };
    const fileOf = async (given: Outage): Promise<string> => {
      shown.outages = [given];
      await drawn(shown);
      if (!all(shown, 'button', 'В календара').length) the(shown, 'button', 'Роман, Кунино').click();
      await drawn(shown);
      links.length = 0;
      the(shown, 'button', 'В календара').click();
      return (await onward((await until(() => links[0])).href, {})).text();
    };
    const files = [await fileOf(planned()), await fileOf(planned({ end: '2026-03-19T18:00:00+02:00', sequence: 1 }))];
    HTMLAnchorElement.prototype.click = click;
    for (const [index, [sequence, end]] of [['0', '20260319T163000'], ['1', '20260319T180000']].entries()) {
      for (const line of ['UID:outage-planned-roman@cez-widgets', `SEQUENCE:${sequence}`, 'DTSTART;TZID=Europe/Sofia:20260319T090000', `DTEND;TZID=Europe/Sofia:${end}`, 'SUMMARY:Без ток: Роман\\, Кунино']) assert.include(files[index], line);
    }
  });
});

describe('the map', () => {
  const square = [[23.4, 43.1], [23.8, 43.1], [23.8, 43.3], [23.4, 43.3], [23.4, 43.1]];
  async function withMap(): Promise<{ shown: Outages; asked: string[] }> {
    const line = new Line();
    const asked: string[] = [];
    wrapFetch((url) => {
      asked.push(url.slice(line.url.length));
      return json(url.endsWith('/areas') ? { type: 'FeatureCollection', features: [{ type: 'Feature', id: 'fault-vratsa', geometry: { type: 'Polygon', coordinates: [square] }, properties: {} }] } : outageList([outage()]), {}, 200, url);
    });
    return { shown: await show({ api: line.url, map: 'press' }), asked };
  }
  const canvasOf = (shown: Outages): HTMLCanvasElement => shown.shadowRoot!.querySelector('.leaflet-overlay-pane canvas')!;

  it('asks for areas only once it is there, and adds no stop for the keyboard but its own three', async () => {
    const { shown, asked } = await withMap();
    assert.deepEqual(asked, ['/outages']);
    the(shown, 'button', 'Зареди картата').click();
    await until(() => asked.includes('/outages/areas'));
    const stops = elementsOf(shown).filter((element) => element.closest('.map') && element.tabIndex >= 0);
    assert.lengthOf(stops, 3);
    assert.include(textOf(shown), 'Мрежа: авария.');
  });

  it('opens the outage whose area is pressed, on the list', async () => {
    const { shown } = await withMap();
    the(shown, 'button', 'Зареди картата').click();
    const canvas = await until(() => canvasOf(shown));
    const isPainted = (): boolean => new Uint32Array(canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.buffer).filter(Boolean).length > 2_000;
    await until(isPainted, 'the area is painted');
    const root = shown.shadowRoot!.querySelector('.map-root')!;
    const { left, top, width, height } = root.getBoundingClientRect();
    // Beside the marker, which is in the middle of the only area.
    const init = { bubbles: true, composed: true, clientX: left + width / 2 + 40, clientY: top + height / 2, button: 0 };
    for (const name of ['mousedown', 'mouseup']) root.dispatchEvent(new MouseEvent(name, init));
    root.dispatchEvent(new PointerEvent('click', { ...init, pointerType: 'mouse' }));
    await until(() => focused()?.getAttribute('aria-expanded') === 'true');
    assert.equal(focused()?.textContent, 'Част от Враца');
  });
});

describe('lifecycle', () => {
  it('forgets place, filters and choice on reset()', async () => {
    const shown = await show({ outages: [outage(), planned()], place: 'Враца' });
    the(shown, 'button', 'Планирани').click();
    shown.reset();
    await says(shown, '2 прекъсвания');
    assert.equal(field(shown).value, '');
  });

  it('shows the kind that the page asks for', async () => {
    const shown = await show({ outages: [outage(), planned()] });
    shown.kind = 'planned';
    await says(shown, '1 прекъсване');
    await pause(0);
    assert.include(rowsOf(shown)[0], 'Планирано');
  });
});
