import { assert, aTimeout, fixture } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, nothing } from 'lit';
import type { CenterFinder } from '../../../src/widgets/center-finder/center-finder.js';
import '../../../src/widgets/center-finder/define.js';
import { center, centers, EVERY_DAY, hours } from '../../support/centers.js';
import '../../support/console-guard.js';
import { pause, until } from '../../support/device-clock.js';
import { deviceAt } from '../../support/device-position.js';
import { apiUrl, Line, testNow } from '../../support/environment.js';
import { json, onward, wrapFetch } from '../../support/page-fetch.js';
import { all, choose, drawn, eventsOf, focused, listen, nodesOf, partTexts, parts, textOf, the, type } from '../../support/screen.js';

interface Settings {
  api?: string;
  centers?: unknown;
  map?: string;
  width?: string;
  lang?: string;
}

async function show({ api, centers: given = null, map = 'none', width = '60em', lang = 'bg' }: Settings = {}): Promise<CenterFinder> {
  const page = await fixture<HTMLElement>(html`<div style="inline-size: ${width}">
    <cez-center-finder api=${api ?? (given ? nothing : apiUrl)} .centers=${given} map=${map} now=${testNow} lang=${lang}></cez-center-finder>
  </div>`);
  const finder = page.querySelector('cez-center-finder')!;
  await until(() => parts(finder, 'answer').length);
  return finder;
}

const names = (finder: CenterFinder): string[] => parts(finder, 'row').map((row) => row.querySelector('button')!.textContent);
const answerOf = (finder: CenterFinder): string => partTexts(finder, 'answer')[0] ?? '';
const answers = (finder: CenterFinder, words: string): Promise<boolean> => until(() => answerOf(finder).includes(words), `the finder says “${words}”`);
const field = (finder: CenterFinder): HTMLInputElement => the(finder, 'combobox') as HTMLInputElement;
const options = (finder: CenterFinder): string[] => all(finder, 'option').map(({ innerText }) => innerText.trim());
const presses = (finder: CenterFinder, name: string): void => the(finder, 'button', name).click();
/** As a customer who waits for the suggestions before going on. */
async function typeTown(finder: CenterFinder, text: string): Promise<void> {
  field(finder).focus();
  await until(() => {
    type(field(finder), text);
    return all(finder, 'option').length;
  }, `“${text}” is suggested`);
  await drawn(finder);
}
const sofia = { lat: 42.6977, lng: 23.3219 };
const vidin = { lat: 43.9916, lng: 22.8824 };

describe('rendering', () => {
  it('lists centers with status, next change, address and mark of sample data', async () => {
    const finder = await show({ centers: [center()] });
    assert.deepEqual(partTexts(finder, 'answer'), ['1 център']);
    assert.deepEqual(partTexts(finder, 'row'), ['Център Враца Отворено до 16:30 ч. ул. „Вестител“ 18, 3000 Враца примерни данни']);
  });

  it('counts all and shows the first twenty, in either brand', async () => {
    const finder = await show();
    assert.equal(answerOf(finder), `${answerOf(finder).split(' ')[0]!} центъра`);
    assert.lengthOf(names(finder), 20);
    const before = answerOf(finder);
    finder.brand = 'cez-rp';
    await until(() => answerOf(finder) !== before && answerOf(finder).endsWith('центъра'));
  });

  it('shows more on a press, and takes the focus to the first new row', async () => {
    const finder = await show({ centers: centers(2000) });
    assert.isAtMost(nodesOf(finder).filter((node) => node.nodeType !== Node.COMMENT_NODE).length, 900);
    presses(finder, 'Покажи още');
    await until(() => names(finder).length === 40);
    await until(() => focused()?.textContent === names(finder)[20]);
  });

  it('speaks English', async () => {
    const finder = await show({ centers: centers(), lang: 'en' });
    assert.equal(answerOf(finder), '5 centers');
    for (const words of ['Find a center', 'Open until 16:30', 'ul. „Vestitel“ 18, 3000 Vratsa']) assert.include(textOf(finder), words);
    assert.notMatch(textOf(finder).replace('Враца', ''), /[а-я]/i);
  });

  it('gives search engines its centers, each once', async () => {
    const finder = await show({ centers: centers() });
    finder.jsonLd = true;
    const blocks = () => [...document.head.querySelectorAll('script[type="application/ld+json"]')];
    await until(() => blocks().length === 5);
    await finder.refresh();
    assert.equal(blocks().length, 5);
    blocks().forEach((block) => block.remove());
  });

  it('makes no request for centers it is given', async () => {
    const line = new Line();
    await show({ api: line.url, centers: centers() });
    assert.isEmpty(await line.asked());
  });

  it('shares one request among ten finders', async () => {
    const line = new Line();
    const page = await fixture(html`<div>${Array(10).fill(html`<cez-center-finder map="none" api=${line.url}></cez-center-finder>`)}</div>`);
    for (const finder of page.querySelectorAll('cez-center-finder')) await answers(finder, 'центъра');
    assert.sameMembers(await line.asked(), ['GET /v1/centers?brand=cez-bg', 'GET /v1/occupancy']);
  });

  it('tells in the rows and in the chosen center how many people are there now', async () => {
    const counted = { occupancy: [{ centerId: 'sample-vratsa', inside: 4, waiting: 3, at: '2026-03-18T09:55:00+02:00' }] };
    wrapFetch((url, init) => (url.endsWith('/occupancy') ? json(counted) : onward(url, init)));
    const line = new Line();
    const finder = await show({ api: line.url });
    const words = 'Вътре са 4 от 5, чакат 3, към 9:55 ч.';
    await until(() => partTexts(finder, 'row').filter((row) => row.includes(words)).length === 1);
    presses(finder, 'Център Враца');
    await until(() => textOf(finder).startsWith('Намерете център Назад') && textOf(finder).includes(words));
    the(finder, 'button', 'Кога се чака най-малко').click();
    await until(async () => (await line.asked()).includes('GET /v1/centers/sample-vratsa/quiet-hours'));
  });
});

describe('search', () => {
  const queries: [typed: string, first: string][] = [
    ['Враца', 'Център Враца'],
    ['враца', 'Център Враца'],
    ['Vratsa', 'Център Враца'],
    ['vraca', 'Център Враца'],
    ['вратца', 'Център Враца'],
    ['гр. Ловеч', 'Център Ловеч'],
    ['Pleven', 'Център Плевен'],
    ['4erven brqg', 'Център Червен бряг'],
    ['Благоевгад', 'Център Благоевград'],
    ['Gotse Delchev', 'Център Гоце Делчев'],
    ['Малинов храст', 'Център Берковица'],
    ['Люлин', 'Център София – Люлин'],
  ];
  let finder: CenterFinder;
  for (const [typed, first] of queries) {
    it(`finds ${first} by “${typed}”`, async () => {
      finder = await show();
      type(field(finder), typed);
      await until(() => names(finder)[0] === first, `${first} is first`);
    });
  }

  it('starts with the query of the page author, and follows it', async () => {
    const finder = await show({ centers: centers() });
    finder.query = 'Монтана';
    await until(() => names(finder).join() === 'Център Монтана');
    assert.equal(field(finder).value, 'Монтана');
  });

  it('says that nothing fits, and leads back to all', async () => {
    const finder = await show({ centers: centers() });
    type(field(finder), 'Атлантида');
    await answers(finder, 'Не намерихме център за „Атлантида“.');
    assert.equal(names(finder).length, 0);
    presses(finder, 'Изчисти');
    await answers(finder, '5 центъра');
    assert.equal(field(finder).value, '');
  });

  it('shows the nearest centers to a place that has none', async () => {
    const finder = await show();
    type(field(finder), 'Своге');
    await answers(finder, 'В Своге няма център.');
    assert.match(answerOf(finder), /най-близък: Център (Костинброд|София – Надежда), [\d,]+ км от Своге$/);
  });

  it('names the company of a place that another one serves', async () => {
    const finder = await show();
    type(field(finder), 'Plovdiv');
    await answers(finder, 'Пловдив се обслужва от EVN България.');
    assert.isNotEmpty(names(finder));
  });
});

describe('suggestions', () => {
  it('open while typing and tell it by ARIA', async () => {
    const finder = await show();
    const told = ['aria-expanded', 'aria-controls', 'aria-autocomplete'].map((name) => field(finder).getAttribute(name));
    assert.deepEqual(told, ['false', 'suggestions', 'list']);
    await typeTown(finder, 'вид');
    assert.include(options(finder)[0], 'Видин');
    assert.isAtMost(options(finder).length, 6);
    assert.equal(field(finder).ariaExpanded, 'true');
    assert.isFalse(field(finder).hasAttribute('aria-activedescendant'));
  });

  it('are walked by the arrow keys, round and past both ends', async () => {
    const finder = await show();
    await typeTown(finder, 'бо');
    const count = options(finder).length;
    const active = (): number => {
      const marked = all(finder, 'option').findIndex(({ ariaSelected }) => ariaSelected === 'true');
      const told = field(finder).getAttribute('aria-activedescendant');
      assert.equal(told ?? '', marked < 0 ? '' : all(finder, 'option')[marked]!.id);
      return marked;
    };
    for (const [key, place] of [['ArrowDown', 0], ['ArrowDown', 1], ['ArrowUp', 0], ['ArrowUp', -1], ['ArrowUp', count - 1], ['ArrowDown', -1]] as const) {
      await sendKeys({ press: key });
      await drawn(finder);
      assert.equal(active(), place, key);
    }
    assert.equal(field(finder).value, 'бо');
  });

  it('chosen by Enter sort by distance from the town', async () => {
    const finder = await show();
    await typeTown(finder, 'vidi');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await answers(finder, 'най-близък: Център Видин, 50 м от Видин');
    assert.equal(field(finder).value, 'Видин');
    assert.equal(all(finder, 'option').length, 0);
    assert.deepEqual(names(finder).slice(0, 3), ['Център Видин', 'Център Лом', 'Център Белоградчик'].sort((a, b) => names(finder).indexOf(a) - names(finder).indexOf(b)));
    const km = parts(finder, 'row').map((row) => Number.parseFloat(/([\d,]+) км/.exec(row.textContent)?.[1]?.replace(',', '.') ?? '0'));
    assert.deepEqual(km, [...km].sort((a, b) => a - b));
  });

  it('chosen by the pointer do the same, and the field keeps the focus', async () => {
    const finder = await show();
    await typeTown(finder, 'Мездра');
    const [option] = all(finder, 'option');
    assert.isFalse(option!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true })));
    option!.click();
    await answers(finder, 'от Мездра');
    assert.isTrue(focused() === field(finder));
  });

  it('close by Escape and by leaving, and the text stays', async () => {
    const finder = await show();
    for (const way of ['Escape', 'leaving']) {
      await typeTown(finder, 'вид');
      if (way === 'Escape') await sendKeys({ press: way });
      else field(finder).blur();
      await until(() => field(finder).ariaExpanded === 'false');
      assert.equal(field(finder).value, 'вид');
      assert.equal(all(finder, 'option').length, 0);
    }
  });

  it('fail in silence: the search goes on without them', async () => {
    const events = eventsOf('cez-error');
    wrapFetch((url) => (url.includes('/places') ? json({}, {}, 404) : json({ centers: centers() })));
    const finder = await show({ api: '/without-places' });
    type(field(finder), 'видин');
    await until(() => names(finder).join() === 'Център Видин');
    assert.isEmpty(events);
  });
});

describe('near me', () => {
  it('asks the device on a press only, and sorts by distance', async () => {
    const device = deviceAt(vidin);
    const finder = await show({ centers: centers() });
    assert.equal(device.asked, 0);
    presses(finder, 'Близо до мен');
    await answers(finder, '5 центъра, най-близък: Център Видин, 50 м от Вас');
    assert.deepEqual(names(finder), ['Център Видин', 'Център Монтана', 'Център Враца', 'Център Мездра', 'Център Плевен']);
    assert.equal(device.asked, 1);
  });

  for (const [answer, words] of [['denied', 'Достъпът до местоположението е отказан.'], ['timeout', 'Не успяхме да определим къде сте.']] as const) {
    it(`says in words that the position is ${answer === 'denied' ? 'denied' : 'not found'}, aloud too, and keeps the list`, async () => {
      deviceAt(answer);
      const heard = listen();
      const finder = await show({ centers: centers() });
      presses(finder, 'Близо до мен');
      await until(() => textOf(finder).includes(words));
      assert.lengthOf(names(finder), 5);
      await pause(0);
      assert.lengthOf(heard.said, 1);
      assert.include(heard.said[0], words);
    });
  }

  it('says that it looks', async () => {
    deviceAt('silent');
    const finder = await show({ centers: centers() });
    presses(finder, 'Близо до мен');
    await until(() => textOf(finder).includes('Търсим къде сте…'));
  });

  it('puts centers without a position last', async () => {
    deviceAt(vidin);
    const finder = await show({ centers: [center({ id: 'lost', name: { bg: 'Без място', en: null }, position: null }), ...centers()] });
    presses(finder, 'Близо до мен');
    await answers(finder, 'от Вас');
    assert.equal(names(finder).at(-1), 'Без място');
  });
});

describe('filters', () => {
  const varied = [
    center({ id: 'a', name: { bg: 'А', en: null } }),
    center({ id: 'b', name: { bg: 'Б', en: null }, cashDesk: false }),
    center({ id: 'c', name: { bg: 'В', en: null }, cashDesk: null, services: ['contract'] }),
    center({ id: 'd', name: { bg: 'Г', en: null }, openingHoursSpecification: [], services: ['contract', 'payment'] }),
    center({ id: 'e', name: { bg: 'Д', en: null }, openingHoursSpecification: null }),
  ];

  it('work together, and tell their state', async () => {
    const finder = await show({ centers: varied });
    const leaves = (expected: string): Promise<boolean> => until(() => names(finder).join('') === expected, `${expected} are left of ${names(finder).join('')}`);
    presses(finder, 'Отворени сега');
    await leaves('АБВ');
    assert.equal(the(finder, 'button', 'Отворени сега').ariaPressed, 'true');
    presses(finder, 'С каса');
    await leaves('А');
    presses(finder, 'Отворени сега');
    await leaves('АГД');
    choose(the(finder, 'select', 'Услуга'), 'договор');
    await leaves('Г');
    presses(finder, 'С каса');
    await leaves('ВГ');
    choose(the(finder, 'select', 'Услуга'), 'Всички услуги');
    await leaves('АБВГД');
  });

  it('say that they leave nothing, and can all be removed at once', async () => {
    const finder = await show({ centers: varied });
    presses(finder, 'Отворени сега');
    choose(the(finder, 'select', 'Услуга'), 'жалба');
    await answers(finder, 'Няма център, който да отговаря на избраното.');
    presses(finder, 'Премахни филтрите');
    await answers(finder, '5 центъра');
  });

  it('start as the page author wants, and follow', async () => {
    const finder = await show({ centers: varied });
    Object.assign(finder, { openNow: true, service: 'payment' });
    await until(() => names(finder).join('') === 'АБ');
    assert.equal((the(finder, 'select', 'Услуга') as HTMLSelectElement).value, 'payment');
  });

  it('offer a distance once there is somewhere to measure from, and the nearest where none is near', async () => {
    deviceAt(sofia);
    const finder = await show({ centers: centers() });
    assert.equal(all(finder, 'select', 'Разстояние').length, 0);
    presses(finder, 'Близо до мен');
    await until(() => all(finder, 'select', 'Разстояние').length);
    choose(the(finder, 'select', 'Разстояние'), 'до 100 км');
    await until(() => names(finder).length === 3);
    choose(the(finder, 'select', 'Разстояние'), 'до 10 км');
    await answers(finder, 'Няма център в радиус от 10 км от Вас. Най-близкият е Център Мездра, на 59 км.');
    presses(finder, 'Покажи най-близките');
    await answers(finder, '5 центъра');
  });
});

describe('a chosen center', () => {
  const chooses = async (finder: CenterFinder, name: string): Promise<void> => {
    presses(finder, name);
    await until(() => focused()?.matches('h3') && focused()?.textContent === name, `the focus is on ${name}`);
  };

  it('opens in place of the list, with the focus on its heading, and tells it', async () => {
    const events = eventsOf('cez-ready', 'cez-error', 'cez-center-select');
    const finder = await show({ centers: centers() });
    await chooses(finder, 'Център Монтана');
    assert.deepEqual(events.map(({ type, detail }) => [type, detail]), [['cez-ready', null], ['cez-center-select', { centerId: 'montana' }]]);
    assert.equal(names(finder).length, 0);
    assert.include(textOf(finder), 'Едновременно влизат до 5 клиенти');
  });

  for (const way of ['Escape', 'the button']) {
    it(`closes by ${way}, and the focus returns to its row`, async () => {
      const finder = await show({ centers: centers(60) });
      presses(finder, 'Покажи още');
      await until(() => names(finder).length === 40);
      const name = names(finder)[33]!;
      await chooses(finder, name);
      if (way === 'Escape') await sendKeys({ press: way });
      else presses(finder, 'Назад към списъка');
      await until(() => focused()?.textContent === name && focused()?.closest('[part=row]'));
      assert.lengthOf(names(finder), 40);
    });
  }

  it('is chosen by keyboard alone, in few presses', async () => {
    const finder = await show({ centers: centers() });
    field(finder).focus();
    type(field(finder), 'плевен');
    await until(() => names(finder).join() === 'Център Плевен');
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Enter' });
    await until(() => focused()?.textContent === 'Център Плевен');
    await sendKeys({ press: 'Enter' });
    await until(() => focused()?.matches('h3'));
  });

  it('that is closed offers the nearest open one', async () => {
    const [vratsa, mezdra, montana] = centers();
    const finder = await show({ centers: [{ ...vratsa, openingHoursSpecification: [] }, { ...mezdra, openingHoursSpecification: [] }, montana] });
    await chooses(finder, 'Център Враца');
    assert.include(textOf(finder), 'Докато е затворено, най-близкият отворен център е Център Монтана, на 35 км.');
    presses(finder, 'Покажи Център Монтана');
    await until(() => focused()?.textContent === 'Център Монтана');
    assert.notInclude(textOf(finder), 'Докато е затворено');
  });

  it('is the one of center-id, also later; one that is not there leaves the list', async () => {
    const finder = await show({ centers: centers() });
    for (const [id, words] of [['vidin', 'Назад към списъка'], ['nowhere', '5 центъра'], ['pleven', 'Център Плевен']] as const) {
      finder.centerId = id;
      await until(() => textOf(finder).includes(words));
    }
  });

  describe('by the page’s address', () => {
    const before = location.href;
    const address = (name: string, value: string): void => {
      const url = new URL(before);
      url.searchParams.set(name, value);
      history.replaceState(null, '', url);
    };
    afterEach(() => history.replaceState(null, '', before));

    it('is opened by the first finder that does not say no-url', async () => {
      address('cez-center', 'vidin');
      const page = await fixture(html`<div>${[true, false, false].map((noUrl) => html`<cez-center-finder map="none" ?no-url=${noUrl} center-id="pleven" .centers=${centers()} now=${testNow}></cez-center-finder>`)}</div>`);
      const shown = [...page.querySelectorAll('cez-center-finder')];
      for (const [index, name] of ['Плевен', 'Видин', 'Плевен'].entries()) await until(() => textOf(shown[index]!).includes(`Център ${name}`));
      assert.include(location.search, 'cez-center=vidin');
    });

    it('is searched for by a place', async () => {
      address('cez-place', 'Видин');
      const finder = await fixture<CenterFinder>(html`<cez-center-finder map="none" .centers=${centers()} now=${testNow}></cez-center-finder>`);
      await until(() => names(finder).join() === 'Център Видин');
      assert.equal(field(finder).value, 'Видин');
    });
  });
});

describe('states', () => {
  it('tells a register without centers from a failure', async () => {
    const events = eventsOf('cez-error', 'cez-outcome');
    wrapFetch(() => json({ centers: [], updatedAt: '2026-03-18T10:00:00+02:00' }));
    const finder = await show({ api: '/empty-register' });
    assert.equal(answerOf(finder), 'В момента няма публикувани центрове.');
    assert.deepEqual(events, [{ type: 'cez-outcome', detail: { outcome: 'nothing-now' } }]);
  });

  it('shows what can be read of a list with broken centers', async () => {
    const finder = await show({ centers: [null, 7, {}, { id: 'x' }, { id: 'y', name: 'Само име' }, center()] });
    assert.deepEqual(names(finder).sort(), ['Само име', 'Център Враца']);
    assert.include(textOf(finder), 'Няма данни за работното време Няма данни за адреса.');
    assert.notInclude(textOf(finder), 'Затворено');
  });

  it('keeps its list and says from when it is, if a refresh fails', async () => {
    const line = new Line();
    const finder = await show({ api: line.url });
    await line.breakWith('http-429');
    await finder.refresh();
    assert.match(textOf(finder), /Данните са от \d?\d:\d\d ч\. Не успяхме да ги обновим\./);
    assert.lengthOf(names(finder), 20);
  });

  it('survives a page translator: names, statuses and counts are never stale', async () => {
    deviceAt(vidin);
    const finder = await show({ centers: [center({ openingHoursSpecification: [] }), ...centers().slice(1)].map((each) => ({ ...each, followsPublicHolidays: false })) });
    const walker = document.createTreeWalker(finder.shadowRoot!, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(({ data }) => data.trim())) {
      const [font] = document.createRange().createContextualFragment('<font></font>').children;
      text.replaceWith(font!);
      font!.append(`<${text.data}>`);
    }
    the(finder, 'button', '<Близо до мен>').click();
    await answers(finder, '5 центъра, най-близък: Център Видин');
    assert.deepEqual(partTexts(finder, 'row').map((row) => row.replace(/^</, '').split(/[ >]/).slice(0, 2).join(' ')), ['Център Видин', 'Център Монтана', 'Център Враца', 'Център Мездра', 'Център Плевен']);
    assert.deepEqual(partTexts(finder, 'status').filter((status) => status === 'Затворено'), ['Затворено']);
    assert.equal(parts(finder, 'status').findIndex(({ textContent }) => textContent.includes('Затворено')), 2);
  });

  it('forgets search, filters and choice on reset()', async () => {
    const finder = await show({ centers: centers() });
    type(field(finder), 'видин');
    presses(finder, 'С каса');
    await until(() => names(finder).length === 1);
    presses(finder, 'Център Видин');
    await until(() => all(finder, 'button', 'Назад към списъка').length);
    finder.reset();
    await answers(finder, '5 центъра');
    assert.equal(field(finder).value, '');
    assert.equal(the(finder, 'button', 'С каса').ariaPressed, 'false');
  });

  it('tells minutes as they pass', async () => {
    const finder = await show({ centers: [center({ openingHoursSpecification: hours(EVERY_DAY, ['08:30', '16:30']) })] });
    finder.now = '2026-03-18T16:20:00+02:00';
    await until(() => partTexts(finder, 'status').join() === 'Затваря след 10 минути');
  });
});

describe('announcements and events', () => {
  it('say each result once, after the typing has paused, in the language of the words', async () => {
    const heard = listen();
    const events = eventsOf('cez-search');
    const finder = await show({ centers: centers() });
    await aTimeout(50);
    assert.isEmpty(heard.said);
    for (const text of ['м', 'ме', 'мез', 'мезд']) type(field(finder), text);
    await until(() => heard.said.length);
    presses(finder, 'Отворени сега');
    type(field(finder), '');
    await until(() => heard.said.length === 2);
    await aTimeout(800);
    assert.deepEqual(heard.said, ['1 център', '5 центъра']);
    assert.deepEqual(heard.languages, ['bg', 'bg']);
    assert.deepEqual(events, [{ type: 'cez-search', detail: { resultCount: 1 } }, { type: 'cez-search', detail: { resultCount: 5 } }]);
  });

  it('say the place and the distance that were measured', async () => {
    deviceAt(vidin);
    const heard = listen();
    const finder = await show({ centers: centers(), lang: 'en' });
    presses(finder, 'Near me');
    await until(() => heard.said.length);
    assert.deepEqual(heard.said, ['5 centers, nearest: Center Vidin, 50 m from you']);
    assert.deepEqual(heard.languages, ['en']);
  });
});

describe('map', () => {
  const drawing = (finder: CenterFinder): Promise<unknown> => until(() => finder.shadowRoot!.querySelector('[part=map] canvas'));
  const { getContext } = HTMLCanvasElement.prototype;
  afterEach(() => {
    HTMLCanvasElement.prototype.getContext = getContext;
  });

  it('is not there in mode none', async () => {
    const finder = await show({ centers: centers() });
    assert.equal(parts(finder, 'map').length, 0);
  });

  it('waits for a press in mode press', async () => {
    const finder = await show({ centers: centers(), map: 'press' });
    await aTimeout(200);
    assert.isNull(finder.shadowRoot!.querySelector('canvas'));
    presses(finder, 'Зареди картата');
    await drawing(finder);
  });

  it('comes by itself in mode auto, and goes and returns with the mode', async () => {
    const finder = await show({ centers: centers(), map: 'auto' });
    await drawing(finder);
    finder.map = 'none';
    await until(() => parts(finder, 'map').length === 0);
    finder.map = 'auto';
    await drawing(finder);
  });

  it('takes turns with the list in a narrow column', async () => {
    const finder = await show({ centers: centers(), map: 'press', width: '20em' });
    await until(() => all(finder, 'button', 'Карта').length);
    assert.equal(parts(finder, 'map').length, 0);
    presses(finder, 'Карта');
    await until(() => parts(finder, 'map').length);
    assert.equal(names(finder).length, 0);
    presses(finder, 'Списък');
    await until(() => names(finder).length === 5);
  });

  it('that cannot be drawn leaves the whole list, says so, and can be tried again', async () => {
    HTMLCanvasElement.prototype.getContext = () => {
      throw new Error('No drawing here');
    };
    const finder = await show({ centers: centers(), map: 'auto' });
    await until(() => textOf(finder).includes('Картата не можа да се зареди. Списъкът показва всичко.'));
    assert.lengthOf(names(finder), 5);
    HTMLCanvasElement.prototype.getContext = getContext;
    presses(finder, 'Опитайте отново');
    await drawing(finder);
    await until(() => !textOf(finder).includes('Картата не можа'));
  });
});
