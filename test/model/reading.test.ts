// Readings as people type them, and the sums of the clerk: every case a customer met, and random ones
// against plain arithmetic.

import { describe, expect, it } from 'vitest';
import { dialEnd, readTyped, standing, usedPastEnd, usedSince, usualUse } from '../../src/model/reading.js';
import type { Register } from '../../src/model/wire.js';

const register = (last: string, min: string, max: string): Register => ({
  code: 'day', name: { bg: 'Дневна', en: 'Day' }, digits: last.length, lastReading: { value: last, readAt: '2026-02-15' }, plausible: { min, max },
});

describe('a typed reading', () => {
  it.each([
    '12345', '012345', ' 12345 ', '12 345', '12\u00a0345', '12\u202f345', '1 2 3 4 5', '12.345', '012.345', '12-345', '12–345', '12’345', "12'345", '1.2.3.4.5', '12,34,5',
    '12345.', '12345,', '１２３４５', '12345 кВтч', '12345кВтч', '12 345 квтч.', '12345 кВт.ч', '12345 кВт·ч', '12345 kWh', '12. 345', '12345 KWH',
  ])('“%s” means 12 345 kWh', (typed) => {
    expect(readTyped(typed, 6)).toEqual({ state: 'whole', value: '012345' });
  });

  it.each([
    ['12345,6', '012345'], ['12345.6', '012345'], ['12 345,6', '012345'], ['12.345,6', '012345'], ['12,345.6', '012345'], ['12345,67', '012345'],
    ['12345.678', '012345'], ['12345,0', '012345'], ['12345, 6', '012345'], ['12,345', '000012'], ['12.34', '000012'], ['1.234.567,8', null], ['12345,6 кВтч', '012345'],
  ])('“%s” has digits that do not count', (typed, value) => {
    expect(readTyped(typed, 6)).toEqual(value ? { state: 'cut', value } : { state: 'too-long', digits: 7 });
  });

  it.each(['', '   ', 'кВтч', ' , '])('“%s” is nothing', (typed) => {
    expect(readTyped(typed, 6).state).toBe('missing');
  });

  it.each(['abc', '12a45', '-5', '+5', ',5', '1/2', '12:34', '½', '12 345 лева'])('“%s” is no number', (typed) => {
    expect(readTyped(typed, 6).state).toBe('no-number');
  });

  it.each([
    ['1234567', 6, 7], ['0123456', 6, 7], ['12.345.678', 6, 8], ['123456,7', 5, 6],
  ])('“%s” is too long for %i digits', (typed, digits, count) => {
    expect(readTyped(typed, digits)).toEqual({ state: 'too-long', digits: count });
  });

  it('fits dials of one to twelve digits, with or without leading zeros', () => {
    for (let digits = 1; digits <= 12; digits++) {
      const nines = '9'.repeat(digits);
      expect(readTyped(nines, digits)).toEqual({ state: 'whole', value: nines });
      expect(readTyped('7', digits)).toEqual({ state: 'whole', value: '7'.padStart(digits, '0') });
      expect(readTyped('0'.repeat(digits), digits)).toEqual({ state: 'whole', value: '0'.repeat(digits) });
    }
  });
});

describe('the sums', () => {
  it.each([
    // last, min, max, value: standing, used, past the end
    ['012345', '012345', '013245', '012345', 'plausible', 0, 1_000_000],
    ['012345', '012345', '013245', '012559', 'plausible', 214, 1_000_214],
    ['012345', '012345', '013245', '013245', 'plausible', 900, 1_000_900],
    ['012345', '012345', '013245', '013246', 'above', 901, 1_000_901],
    ['012345', '012345', '013245', '014485', 'above', 2140, 1_002_140],
    ['012345', '012345', '013245', '012344', 'lower', -1, 999_999],
    ['999950', '999950', '999999', '000120', 'lower', -999_830, 170],
    // Less than usual is still right: the home may be vacant.
    ['012345', '012605', '012755', '012345', 'plausible', 0, 1_000_000],
    ['999999999999', '999999999999', '999999999999', '000000000001', 'lower', -999_999_999_998, 2],
    ['9', '9', '9', '0', 'lower', -9, 1],
  ])('of %s (plausible %s to %s) and %s', (last, min, max, value, stands, used, pastEnd) => {
    const dial = register(last, min, max);
    expect([standing(dial, value), usedSince(dial, value), usedPastEnd(dial, value)]).toEqual([stands, used, pastEnd]);
  });

  it.each([
    ['012345', '012605', '012755', { min: 260, max: 410 }],
    ['012345', '012345', '013245', { min: 0, max: 900 }],
    ['012345', '012000', '013245', { min: 0, max: 900 }],
    ['012345', '012000', '012100', null],
  ])('of what is usual after %s, plausible from %s to %s', (last, min, max, usual) => {
    expect(usualUse(register(last, min, max))).toEqual(usual);
  });

  it('are exact for any dial', () => {
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 2000; round++) {
      const digits = 1 + random(12);
      const make = (): string => Array.from({ length: digits }, () => random(10)).join('');
      const [last, value] = [make(), make()];
      const dial = register(last, last, '9'.repeat(digits));
      expect(dialEnd(dial)).toBe(Number(`1${'0'.repeat(digits)}`));
      expect(BigInt(usedSince(dial, value))).toBe(BigInt(value) - BigInt(last));
      expect(BigInt(usedPastEnd(dial, value))).toBe(10n ** BigInt(digits) + BigInt(value) - BigInt(last));
    }
  });
});
