import { describe, expect, it } from 'vitest';
import { readMeteringPoints, readReadingReceipt } from '../../src/model/metering-point.js';

const register = { code: 'day', name: { bg: 'Дневна', en: 'Day' }, digits: 6, lastReading: { value: '012345', readAt: '2026-02-15' }, plausible: { min: '012345', max: '013245' } };
const point = { meterId: 'm1', meterNumber: '••••1744', registers: [register] };

describe('meters of an answer', () => {
  it('are taken as they are, also if there is none', () => {
    expect(readMeteringPoints({ meteringPoints: [point] })).toEqual([point]);
    expect(readMeteringPoints({ meteringPoints: [] })).toEqual([]);
  });

  it.each([
    null, 7, {}, { meteringPoints: {} }, { meteringPoints: [null] },
    ...[{ meterId: '' }, { meterNumber: 7 }, { registers: [] }, { registers: [null] }].map((differs) => ({ meteringPoints: [{ ...point, ...differs }] })),
    ...[{ code: '' }, { name: 'day' }, { digits: 0 }, { digits: 13 }, { digits: 1.5 }, { lastReading: null }, { lastReading: { value: '-1', readAt: '2026-02-15' } }, { lastReading: { value: '1', readAt: 'May' } }, { plausible: { min: '1', max: 'many' } }]
      .map((differs) => ({ meteringPoints: [{ ...point, registers: [register, { ...register, ...differs }] }] })),
  ])('are none at all if a part cannot be read: %j', (raw) => {
    expect(readMeteringPoints(raw)).toBeNull();
  });
});

describe('a receipt', () => {
  const receipt = { reference: 'R-1', receivedAt: '2026-03-18T10:00:00+02:00', status: 'accepted' };

  it('has a reference, a time and a status', () => {
    expect(readReadingReceipt(receipt)).toEqual(receipt);
  });

  it.each([null, 'R-1', {}, { ...receipt, reference: '' }, { ...receipt, receivedAt: 'now' }, { ...receipt, status: 'lost' }])('is not %j', (raw) => {
    expect(readReadingReceipt(raw)).toBeNull();
  });
});
