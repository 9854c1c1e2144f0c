import { describe, expect, it } from 'vitest';
import { findPlace, searchPlaces, type SearchablePlace } from '../../src/model/place-search.js';
import { toLatin } from '../../src/model/transliteration.js';
import { PLACE_NAMES } from './place-names.js';
import { informalLatin, oneSlip, seededRandom } from './typing.js';

const place = (name: string, kind: SearchablePlace['kind'], municipality = name, oblast = municipality): SearchablePlace => ({
  name,
  kind,
  municipality,
  oblast,
});

const PLACES = [
  place('Баня', 'village', 'Карлово', 'Пловдив'),
  place('Баня', 'village', 'Разлог', 'Благоевград'),
  place('Искър', 'village', 'Вълчи дол', 'Варна'),
  place('Искър', 'town', 'Искър', 'Плевен'),
  place('Нови Искър', 'town', 'Столична', 'София (столица)'),
  place('Враца', 'city'),
  place('Враняк', 'village', 'Бяла Слатина', 'Враца'),
  place('Врабево', 'village', 'Троян', 'Ловеч'),
  place('Вран кон', 'town', 'Омуртаг', 'Търговище'),
  place('Ново село', 'village', 'Ново село', 'Видин'),
];
const found = (query: string, limit = 10): string[] => searchPlaces(PLACES, query, limit).map((hit) => `${hit.name}, ${hit.oblast}`);

describe('searchPlaces', () => {
  it('suggests a city before a town before villages while the name is being typed', () => {
    expect(found('вра')).toEqual(['Враца, Враца', 'Вран кон, Търговище', 'Враняк, Враца', 'Врабево, Ловеч']);
  });

  it('suggests a name as typed before longer names that hold it', () => {
    expect(found('искър')).toEqual(['Искър, Плевен', 'Искър, Варна', 'Нови Искър, София (столица)']);
  });

  it('does not suggest a village for the name of its municipality or oblast alone', () => {
    expect(found('враца')).toEqual(['Враца, Враца']);
    expect(found('разлог')).toEqual([]);
  });

  it('takes municipality or oblast as a further word', () => {
    expect(found('Баня, общ. Разлог')).toEqual(['Баня, Благоевград']);
    expect(found('karlovo banq')).toEqual(['Баня, Пловдив']);
  });

  it('gives no more than asked for, and nothing for a blank query', () => {
    expect(found('вра', 2)).toHaveLength(2);
    expect(found('  „“ ')).toEqual([]);
  });

  it('keeps й and и apart', () => {
    const both = [place('Рай', 'village'), place('Раи', 'village')];
    expect(searchPlaces(both, 'рай', 5).map((hit) => hit.name)).toEqual(['Рай']);
    expect(searchPlaces(both, 'раи', 5).map((hit) => hit.name)).toEqual(['Раи']);
  });
});

describe('findPlace', () => {
  it.each([
    ['враца', 'Враца', 'Враца'],
    ['гр. ВРАЦА', 'Враца', 'Враца'],
    ['vratca', 'Враца', 'Враца'],
    ['Искър', 'Искър', 'Плевен'],
    ['с. Искър', 'Искър', 'Варна'],
    ['гр. Искър', 'Искър', 'Плевен'],
    ['novo selo', 'Ново село', 'Видин'],
    ['novoselo', 'Ново село', 'Видин'],
    ['Баня, общ. Карлово', 'Баня', 'Пловдив'],
    ['Баня, обл. Благоевград', 'Баня', 'Благоевград'],
  ])('takes „%s“ for %s in oblast %s', (query, name, oblast) => {
    expect(findPlace(PLACES, query)).toMatchObject({ name, oblast });
  });

  it.each(['', 'вра', 'врацца', 'Баня', 'гр. Баня', 'Мадрид', 'Карлово'])('is not sure about „%s“', (query) => {
    expect(findPlace(PLACES, query)).toBeNull();
  });
});

describe('the reading of real place names', () => {
  const places = PLACE_NAMES.map((name) => place(name, 'town', '', ''));
  const random = seededRandom(20200526);
  const ways: Record<string, (name: string) => string[]> = {
    Cyrillic: (name) => [name.toLowerCase(), name.toUpperCase()],
    'official Latin': (name) => [toLatin(name)],
    'informal Latin': informalLatin,
    'one slip': (name) =>
      name.length < 4 ? [] : [oneSlip(name.toLowerCase(), random), oneSlip(toLatin(name).toLowerCase(), random, 'abcdefghijklmnopqrstuvwxyz')],
  };

  it('finds them in at least 98 % of all typings, in the first three in 99 % of those', () => {
    let typings = 0;
    let recalled = 0;
    let inThree = 0;
    for (const [way, type] of Object.entries(ways)) {
      let ofWay = 0;
      let foundOfWay = 0;
      for (const name of PLACE_NAMES)
        for (const query of type(name)) {
          const at = searchPlaces(places, query, places.length).findIndex((hit) => hit.name === name);
          ofWay++;
          if (at >= 0) foundOfWay++;
          if (at >= 0 && at < 3) inThree++;
        }
      console.info(`${way}: ${foundOfWay} of ${ofWay} found`);
      expect(foundOfWay / ofWay, way).toBeGreaterThanOrEqual(way === 'one slip' ? 0.96 : 1);
      typings += ofWay;
      recalled += foundOfWay;
    }
    console.info(`all: recall ${((100 * recalled) / typings).toFixed(2)} %, in the first three ${((100 * inThree) / recalled).toFixed(2)} % of ${PLACE_NAMES.length} names, ${typings} typings`);
    expect(PLACE_NAMES.length).toBeGreaterThanOrEqual(300);
    expect(new Set(PLACE_NAMES).size).toBe(PLACE_NAMES.length);
    expect(recalled / typings).toBeGreaterThanOrEqual(0.98);
    expect(inThree / typings).toBeGreaterThanOrEqual(0.99);
  });

  it('takes a whole name for another one in less than 1 % of its typings', () => {
    let typings = 0;
    let taken = 0;
    for (const name of PLACE_NAMES)
      for (const query of [name, toLatin(name), ...informalLatin(name)]) {
        typings++;
        if (findPlace(places, query)?.name !== name) taken++;
      }
    console.info(`collisions: ${taken} of ${typings}`);
    expect(taken / typings).toBeLessThan(0.01);
  });
});
