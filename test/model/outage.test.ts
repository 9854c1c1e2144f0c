import { describe, expect, it } from 'vitest';
import { byUrgency, causeOf, customersOf, isOld, readHandedOutages, readOutages, spelled, statusAt, type Outage } from '../../src/model/outage.js';
import { outage, outageList, planned } from '../support/outages.js';

const at = (clock: string): number => Date.parse(`2026-03-18T${clock}:00+02:00`);
const read = (...raw: unknown[]): readonly Outage[] => readOutages({ outages: raw, updatedAt: '2026-03-18T10:00:00+02:00' })!.outages;
const one = (differs: Parameters<typeof outage>[0] = {}): Outage => read(outage(differs))[0]!;

describe('outages from outside', () => {
  it('come through with their times read', () => {
    expect(one({ endHistory: [{ end: '2026-03-18T14:00:00+02:00', announcedAt: '2026-03-18T09:20:00+02:00' }] })).toMatchObject({
      id: 'fault-vratsa', kind: 'unplanned', part: true, places: ['Враца'], start: at('09:10'), end: at('16:30'), earlierEnds: [at('14:00')], restored: false, sequence: 0,
    });
    expect(causeOf(one())).toEqual({ bg: 'повреден кабел', en: 'a damaged cable' });
    expect(customersOf(one())).toBe('51-200');
  });

  it.each<[string, Record<string, unknown>, Partial<Outage>]>([
    ['an end', { end: 'soon' }, { end: null }],
    ['a scope', { scope: 7 }, { part: true }],
    ['a history', { endHistory: [null, { end: null }, { end: 'x' }, 5] }, { earlierEnds: [] }],
    ['a position', { position: { lat: 'x', lng: 1e9 } }, { position: null }],
    ['a sequence', { sequence: 1.5 }, { sequence: 0 }],
    ['a status', { status: {} }, { restored: false }],
    ['an oblast', { oblast: null }, { oblast: '' }],
  ])('without %s that can be read make none up', (_what, broken, expected) => {
    expect(read({ ...outage(), ...broken })[0]).toMatchObject(expected);
  });

  it.each<[string, unknown]>([
    ['an id', { ...outage(), id: '' }], ['a kind', { ...outage(), kind: 'other' }], ['a start', { ...outage(), start: 'x' }],
    ['places', { ...outage(), places: 'Враца' }], ['readable places', { ...outage(), places: ['Враца', null] }], ['any place', { ...outage(), places: [], municipality: '' }], ['anything', null],
  ])('without %s are left out, and the list says that it has a hole', (_what, raw) => {
    const list = readOutages({ outages: [planned(), raw], updatedAt: '2026-03-18T10:00:00+02:00' })!;
    expect(list.outages.map(({ id }) => id)).toEqual(['planned-roman']);
    expect(list.whole).toBe(false);
  });

  it('are taken once, and in the order of oblast, municipality and place', () => {
    const ids = read(outage({ id: 'c', oblast: 'Перник' }), outage({ id: 'b', municipality: 'Мездра' }), outage({ id: 'a' }), outage({ id: 'a', oblast: 'Видин' })).map(({ id }) => id);
    expect(ids).toEqual(['a', 'b', 'c']);
  });

  it.each([[null], [{}], [[]], [[outage()]], [{ outages: {}, updatedAt: '2026-03-18T10:00:00Z' }], [{ outages: [] }], [{ outages: [], updatedAt: 'now' }], ['<h1>Wi-Fi</h1>'], [7]])('are none in %j', (raw) => {
    expect(readOutages(raw)).toBeNull();
  });

  it('may be handed in without the time of the list', () => {
    expect(readHandedOutages([outage()])).toMatchObject({ asOf: null, whole: true });
    expect(readHandedOutages(outageList([outage()]))).toMatchObject({ asOf: at('09:59'), whole: true });
  });

  it.each<[string, Record<string, string>, number | null, string]>([
    ['its last change', {}, null, '09:59'],
    ['the instant at which it was given, if that is later', {}, at('10:30'), '10:30'],
    ['its last change, if that is later', {}, at('08:00'), '09:59'],
    ['the last look at a source that is silent now', { asOf: '2026-03-18T08:00:00+02:00' }, at('10:30'), '08:00'],
  ])('are as of %s', (_what, told, givenAt, clock) => {
    expect(readOutages({ ...outageList([]), ...told }, givenAt)?.asOf).toBe(at(clock));
  });
});

describe('a name', () => {
  it.each([['БУСМАНЦИ', 'Бусманци'], ['С. ГОРНА МАЛИНА', 'с. Горна Малина'], ['ГР. НОВИ ИСКЪР', 'гр. Нови Искър'], ['Долна баня', 'Долна баня'], ['Ъ', 'Ъ'], ['', '']])('%j is spelled %j', (shouted, spoken) => {
    expect(spelled(shouted)).toBe(spoken);
  });
});

describe('status', () => {
  it.each<[string, Parameters<typeof outage>[0], string]>([
    ['09:09', {}, 'upcoming'], ['09:10', {}, 'active'], ['16:29', {}, 'active'], ['16:30', {}, 'overdue'],
    ['23:59', { end: null }, 'active'], ['09:00', { status: 'restored' }, 'restored'],
    // The clock knows better than a status that has grown old on the way.
    ['17:00', { status: 'upcoming' }, 'overdue'], ['10:00', { status: 'overdue' }, 'active'],
  ])('at %s of %j is %s', (clock, differs, status) => {
    expect(statusAt(one(differs), at(clock))).toBe(status);
  });

  it('puts those without power first, then what is to come, then what is over', () => {
    const list = read(outage({ id: 'over', oblast: 'А', status: 'restored' }), planned({ id: 'later', oblast: 'Б' }), outage({ id: 'late', oblast: 'В', end: '2026-03-18T09:30:00+02:00' }), outage({ id: 'now', oblast: 'Г' }));
    expect(byUrgency(list, at('10:00')).map(({ id }) => id)).toEqual(['late', 'now', 'later', 'over']);
  });

  it('calls a list old after a quarter of an hour', () => {
    expect(isOld(at('10:00'), at('10:15'))).toBe(false);
    expect(isOld(at('10:00'), at('10:15') + 1)).toBe(true);
    expect(isOld(at('10:00'), at('09:00'))).toBe(false);
    expect(isOld(null, at('10:00'))).toBe(false);
  });
});
