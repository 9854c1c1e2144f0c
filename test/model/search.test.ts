import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareSearch, searchCenters } from '../../src/model/search.js';
import { PLACE_NAMES } from './place-names.js';
import { sampleCenters } from '../../demo/api/sample/centers.js';
import { REGISTER_QUERIES, SAMPLE_QUERIES, SHARED_QUERIES } from './search-queries.js';
import { SEARCH_REGISTER } from './search-register.js';

const at = (place: string, street = '', more: object = {}) => ({ address: { place, street }, ...more });
const places = (centers: readonly { address: { place: string } }[]): string[] => centers.map((center) => center.address.place);

describe('searchCenters', () => {
  const sample = sampleCenters(new Date('2026-11-22T10:00:00+02:00')).map(({ id, body }) => ({ id, ...body }));
  it.each([
    ['the sample register of the demo', sample, [...SHARED_QUERIES, ...SAMPLE_QUERIES]],
    ['a register with traps', SEARCH_REGISTER, [...SHARED_QUERIES, ...REGISTER_QUERIES]],
  ])('brings the expected center first for at least 98 % of what people type, over %s', (register, centers, queries) => {
    const missed = queries.filter(([query, place, street]) => {
      const first = searchCenters<{ address: { place: string; street: string } }>(centers, query)[0];
      return first?.address.place !== place || !first.address.street.includes(street ?? '');
    });
    const right = queries.length - missed.length;
    console.info(`${register}: expected center first for ${right} of ${queries.length}; missed: ${missed.map(([query]) => query).join(', ') || 'none'}`);
    expect(queries.length).toBeGreaterThanOrEqual(140);
    expect(right / queries.length).toBeGreaterThanOrEqual(0.98);
  });

  it('gives all in the order given for a blank query', () => {
    for (const blank of ['', '   ', '\u00a0', '–', '„“', 'ЧЕЗ', 'офис'])
      expect(searchCenters(SEARCH_REGISTER, blank)).toEqual(SEARCH_REGISTER);
  });

  it('gives nothing if nothing fits, and changes nothing in the list given', () => {
    const given = [...SEARCH_REGISTER];
    expect(searchCenters(SEARCH_REGISTER, 'Мадрид')).toEqual([]);
    expect(searchCenters([], 'Враца')).toEqual([]);
    expect(SEARCH_REGISTER).toEqual(given);
  });

  it('puts the town of that name before centers in its oblast and on streets called after it', () => {
    expect(places(searchCenters(SEARCH_REGISTER, 'враца'))).toEqual([
      'Враца', 'Мездра', 'Козлодуй', 'Бяла Слатина', 'Оряхово', 'София',
    ]);
  });

  it('puts the street first when a street is asked for', () => {
    expect(places(searchCenters(SEARCH_REGISTER, 'ул. Враца'))[0]).toBe('София');
  });

  it('orders whole name, beginning, word inside, slip', () => {
    const centers = [at('Горна Баня'), at('Банянци'), at('Баня'), at('Бяня')];
    expect(places(searchCenters(centers, 'баня'))).toEqual(['Баня', 'Банянци', 'Горна Баня']);
    expect(places(searchCenters([at('Бяня'), at('Горна Бяня')], 'баня'))).toEqual(['Бяня', 'Горна Бяня']);
  });

  it('keeps the order given among equals', () => {
    const centers = [3, 1, 2].map((id) => at('Лом', '', { id: `lom-${id}` }));
    expect(searchCenters(centers, 'lom')).toEqual(centers);
  });

  it('looks for slips only where nothing fits as typed', () => {
    expect(places(searchCenters([at('Роман'), at('Романи'), at('Ромен')], 'роман'))).toEqual(['Роман', 'Романи']);
  });

  it('forgives no wrong letter in words of three', () => {
    expect(searchCenters([at('Лом')], 'лон')).toEqual([]);
    expect(searchCenters([at('Лом')], 'ло')).toHaveLength(1);
  });

  it('keeps й and и apart in short words', () => {
    const centers = [at('Рай'), at('Раи')];
    expect(places(searchCenters(centers, 'рай'))).toEqual(['Рай']);
    expect(places(searchCenters(centers, 'раи'))).toEqual(['Раи']);
    expect(places(searchCenters(centers, 'раи\u0306'))).toEqual(['Рай']);
  });

  it('does not take towns that sound alike for one another', () => {
    for (const center of SEARCH_REGISTER)
      expect(new Set(places(searchCenters(SEARCH_REGISTER, center.address.place).slice(0, 1)))).toEqual(new Set([center.address.place]));
    expect(places(searchCenters([at('Лом'), at('Ловеч'), at('Плевен'), at('Перник')], 'lovec'))).toEqual(['Ловеч']);
  });

  it('needs every word to fit', () => {
    expect(searchCenters(SEARCH_REGISTER, 'враца видин')).toEqual([]);
    expect(searchCenters(SEARCH_REGISTER, 'каса банско')).toEqual([]);
  });

  it('finds a cash desk where there is one or nobody denies it, and no other', () => {
    const desks = [true, null, false].map((cashDesk) => at('Лом', '', { cashDesk, services: ['payment'] }));
    expect(searchCenters(desks, 'каса')).toEqual(desks.slice(0, 2));
    expect(searchCenters(desks, 'плащане')).toEqual(desks);
  });

  it('lives with centers that lack fields or hold wrong ones', () => {
    const broken: unknown[] = [
      null, undefined, 7, 'Лом', [], {}, { name: null }, { address: null }, { address: { place: 5, street: {} } },
      { services: 'payment' }, { services: [null, 3, 'constructor', '__proto__'] }, { name: { bg: 'Лом' }, address: [] },
    ];
    for (const query of ['лом', 'каса', 'plashtane', 'ул. лом', 'constructor', 'лоом лоом'])
      expect(() => searchCenters(broken as object[], query), query).not.toThrow();
    expect(searchCenters(broken as object[], 'лом')).toEqual([broken.at(-1)]);
    expect(searchCenters(broken as object[], '')).toHaveLength(broken.length);
  });

  it('survives every query, and answers each at once', () => {
    const hostile = [
      'а'.repeat(1_000_000), ' '.repeat(1_000_000), '(a+)+$'.repeat(1000), '\\', '[', '.*', '^$', '(?=', '\ud800', '\udc00в\ud83d', '😀', '٣', 'İ',
      '\u0306', 'sht'.repeat(300), 'ya'.repeat(300), '4'.repeat(500), 'а б в г д е ж з и к л', '__proto__', 'constructor', '\n\n', '# враца', '@',
    ];
    for (const query of hostile) {
      const start = performance.now();
      expect(() => searchCenters(SEARCH_REGISTER, query)).not.toThrow();
      expect(performance.now() - start, query.slice(0, 20)).toBeLessThan(250);
    }
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string(), fc.stringMatching(/^[а-яa-z0-9 .]{0,40}$/)), (query) => {
        const found = searchCenters(SEARCH_REGISTER, query);
        expect(found.length).toBeLessThanOrEqual(SEARCH_REGISTER.length);
        expect(new Set(found).size).toBe(found.length);
      }),
      { seed: 1970, numRuns: 2000 },
    );
  });
});

describe('prepareSearch', () => {
  it('goes through a list in slices and ends at its end', () => {
    const ends: number[] = [];
    for (let from = 0; from < SEARCH_REGISTER.length; ) ends.push((from = prepareSearch(SEARCH_REGISTER, from, 15)));
    expect(ends).toEqual([15, 30, SEARCH_REGISTER.length]);
    expect(prepareSearch([], 0, 15)).toBe(0);
  });

  it('keeps 2 000 centers quick to search and 20 000 workable', () => {
    const queries = ['в', 'вра', 'vratca', 'вртца', 'благоевгрд', 'qwertyuiop', 'каса враца', 'нищо такова', 'ul hristo botew'];
    for (const [count, limit] of [[2_000, 50], [20_000, 500]] as const) {
      const centers = Array.from({ length: count }, (_, index) => {
        const from = SEARCH_REGISTER[index % SEARCH_REGISTER.length]!;
        return { ...from, id: `c-${index}`, address: { ...from.address, place: PLACE_NAMES[index % PLACE_NAMES.length]! } };
      });
      prepareSearch(centers, 0, count);
      const best = queries.map((query) => {
        const times = Array.from({ length: 5 }, () => {
          const start = performance.now();
          searchCenters(centers, query);
          return performance.now() - start;
        });
        return Math.min(...times);
      });
      console.info(`${count} centers: ${queries.map((query, index) => `${query} ${best[index]!.toFixed(1)} ms`).join(', ')}`);
      expect(Math.max(...best)).toBeLessThan(limit);
    }
  });
});
