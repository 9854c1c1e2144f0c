import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsOf } from '../../src/model/money.js';

describe('cents of an amount', () => {
  it('are exact for any sum', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (cents) => {
        const digits = String(Math.abs(cents)).padStart(3, '0');
        const value = `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(centsOf({ value, currency: 'EUR' })).toBe(cents);
      }),
      { numRuns: 20_000, seed: 20_201_126 },
    );
  });

  it.each([null, undefined, 5, '5.00', {}, { value: 5 }, { value: '5' }, { value: '5.0' }, { value: '5,00' }, { value: '' }, { value: 'NaN' }])('of %j are not guessed', (money) => {
    expect(centsOf(money)).toBeNull();
  });
});
