import { describe, expect, it } from 'vitest';
import { readOutages, type OutageList } from '../../src/model/outage.js';
import { outagesIn, placeAnswer, restoredAt } from '../../src/model/outage-place.js';
import { placeLabel, findPlace } from '../../src/model/place-search.js';
import type { Outage } from '../../src/model/wire.js';
import { outage, outageList, planned } from '../support/outages.js';

const now = Date.parse('2026-03-18T10:00:00+02:00');
const listOf = (...outages: Outage[]): OutageList => readOutages(outageList(outages))!;
const vratsa = { name: 'Враца', municipality: 'Враца', oblast: 'Враца' };
const banya = { name: 'Баня', municipality: 'Разлог', oblast: 'Благоевград' };
const idsIn = (place: typeof vratsa, namesakes: boolean, ...outages: Outage[]): string[] => outagesIn(listOf(...outages).outages, place, namesakes).map(({ id }) => id);

describe('outages in a place', () => {
  it.each([['Враца'], ['ВРАЦА'], ['гр. Враца'], ['ГР. ВРАЦА'], ['град Враца']])('are found under %j', (written) => {
    expect(idsIn(vratsa, false, outage({ places: ['Мездра', written] }))).toEqual(['fault-vratsa']);
  });

  it.each([['Вратца'], ['Враца-изток'], ['Долна Враца']])('are not found under %j', (written) => {
    expect(idsIn(vratsa, false, outage({ places: [written] }))).toEqual([]);
  });

  it('are those of its own municipality where another place has its name', () => {
    const there = outage({ id: 'karlovo', places: ['Баня'], municipality: 'Карлово', oblast: 'Пловдив' });
    const here = outage({ id: 'razlog', places: ['Баня'], municipality: 'община Разлог', oblast: 'Благоевград' });
    expect(idsIn(banya, true, there, here)).toEqual(['razlog']);
  });

  it('are found for a name that only one place has, however the operator calls its municipality', () => {
    expect(idsIn(vratsa, false, outage({ municipality: 'Столична' }))).toEqual(['fault-vratsa']);
  });

  it('are also those of the whole municipality', () => {
    expect(idsIn(vratsa, false, outage({ places: [] }), planned({ places: [] }))).toEqual(['fault-vratsa']);
  });
});

describe('what can be said of a place', () => {
  const over = outage({ id: 'over', status: 'restored' });
  it.each<[string, Outage[], boolean, boolean, string]>([
    ['with an outage', [outage()], true, false, 'found'],
    ['with one to come', [planned()], true, false, 'found'],
    ['with none', [], true, false, 'nothing-now'],
    ['where power is back', [over], true, false, 'nothing-now'],
    ['with none in a list with a hole', [], false, false, 'unavailable'],
    ['with an outage in a list with a hole', [outage()], false, false, 'found'],
    ['with none in a list that could not be refreshed', [], true, true, 'stale'],
    ['with an outage in a list that could not be refreshed', [outage()], true, true, 'stale'],
  ])('%s', (_what, raw, whole, failed, outcome) => {
    const { outages, asOf } = listOf(...raw);
    expect(placeAnswer(outages, { asOf, whole }, now, failed).outcome).toBe(outcome);
  });

  it('is stale in a list of an hour ago, whatever stands in it', () => {
    expect(placeAnswer([], { asOf: now - 3_600_000, whole: true }, now, false).outcome).toBe('stale');
  });

  it('begins with what is the case now, then the next, and keeps what is over apart, the latest first', () => {
    const { outages } = listOf(
      over, outage({ id: 'later over', status: 'restored', end: '2026-03-18T09:50:00+02:00' }), planned({ id: 'tomorrow' }),
      planned({ id: 'today', start: '2026-03-18T12:00:00+02:00' }), outage({ id: 'now' }),
    );
    const answer = placeAnswer(outages, { asOf: now, whole: true }, now, false);
    expect(answer.outages.map(({ id }) => id)).toEqual(['now', 'today', 'tomorrow']);
    expect(answer.restored.map(({ id }) => id)).toEqual(['over', 'later over']);
  });

  it('tells that power was back at the announced end, or when the word came before it', () => {
    const [early] = listOf(outage({ status: 'restored', updatedAt: '2026-03-18T12:00:00+02:00' })).outages;
    const [late] = listOf(outage({ status: 'restored', end: '2026-03-18T09:40:00+02:00', updatedAt: '2026-03-18T09:45:00+02:00' })).outages;
    expect(restoredAt(early!)).toBe(Date.parse('2026-03-18T12:00:00+02:00'));
    expect(restoredAt(late!)).toBe(Date.parse('2026-03-18T09:40:00+02:00'));
  });
});

describe('the label of a place', () => {
  const places = [
    { name: 'Враца', kind: 'city', municipality: 'Враца', oblast: 'Враца' },
    { name: 'Баня', kind: 'village', municipality: 'Разлог', oblast: 'Благоевград' },
    { name: 'Баня', kind: 'village', municipality: 'Карлово', oblast: 'Пловдив' },
    { name: 'Искър', kind: 'town', municipality: 'Искър', oblast: 'Плевен' },
    { name: 'Искър', kind: 'village', municipality: 'Вълчи дол', oblast: 'Варна' },
  ] as const;
  it.each([[0, 'Враца'], [1, 'Баня, Разлог'], [2, 'Баня, Карлово'], [3, 'Искър'], [4, 'Искър, Вълчи дол']])('of number %i is %j, and finds it again', (index, label) => {
    expect(placeLabel(places, places[index]!)).toBe(label);
    expect(findPlace(places, label)).toBe(places[index]);
  });
});
