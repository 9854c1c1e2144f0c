import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNT_LASTS_MS, extremes, isCurrent, readOccupancy, readQuietHours } from '../../src/model/occupancy.js';

const at = '2026-03-18T08:42:00Z';
const given = { centerId: 'vratsa', inside: 4, waiting: 3, at };
const counted = { inside: 4, waiting: 3, at: new Date(at) };

describe('counts from outside', () => {
  it('come through by center', () => {
    expect(readOccupancy({ occupancy: [given, { ...given, centerId: 'vidin', inside: 0 }] })).toEqual(new Map([['vratsa', counted], ['vidin', { ...counted, inside: 0 }]]));
  });

  it('are none where a number, the center or the time cannot be read: nothing is counted by guess', () => {
    for (const wrong of [{ inside: null }, { waiting: -1 }, { inside: 1.5 }, { at: 'now' }, { at: null }, { centerId: 7 }]) expect(readOccupancy({ occupancy: [{ ...given, ...wrong }, null] })?.size, JSON.stringify(wrong)).toBe(0);
    for (const answer of [null, [], { occupancy: {} }]) expect(readOccupancy(answer)).toBeNull();
  });

  it('tell how it is now for a quarter of an hour', () => {
    const after = (ms: number): boolean => isCurrent(counted, new Date(Date.parse(at) + ms));
    expect([-60_000, 0, COUNT_LASTS_MS - 1, COUNT_LASTS_MS, -COUNT_LASTS_MS].map(after)).toEqual([true, true, true, false, false]);
  });

  it('never throw, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (raw) => {
      readOccupancy({ occupancy: [raw] });
      readQuietHours({ hours: [raw] });
    }));
  });
});

describe('quiet hours', () => {
  const hour = (hour: unknown, waiting: unknown, dayOfWeek: unknown = 'Monday'): object => ({ dayOfWeek, hour, waiting, counts: 4 });

  it('come through by weekday and hour, what cannot be read as not counted', () => {
    const week = readQuietHours({ hours: [hour(8, 2), hour(9, 0.5), hour(10, -1), hour(24, 1), hour('9', 1), hour(8, 4, 'Sunday'), hour(8, 4, 'Someday'), null] })!;
    expect([week.map((day) => day.length), week[0]!.slice(8), week[6]![8]]).toEqual([[10, 0, 0, 0, 0, 0, 9], [2, 0.5], 4]);
    for (const answer of [null, [], { hours: 7 }]) expect(readQuietHours(answer)).toBeNull();
  });

  it.each<[sentence: string, waiting: (number | undefined)[], ends: unknown]>([
    ['apart', [2, 1, 1, 5, undefined, 1], { least: [{ from: 1, to: 3, waiting: 1 }, { from: 5, to: 6, waiting: 1 }], most: [{ from: 3, to: 4, waiting: 5 }] }],
    ['with half a person as one', [0, 0.5, 1.5], { least: [{ from: 0, to: 1, waiting: 0 }], most: [{ from: 2, to: 3, waiting: 2 }] }],
    ['not told where all is alike', [1, 1, undefined, 1], null],
    ['not told without counts', [], null],
  ])('are %s', (_sentence, waiting, ends) => expect(extremes(waiting)).toEqual(ends));
});
