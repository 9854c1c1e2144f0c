import { describe, expect, it } from 'vitest';
import { judge, checkOrder, checkRegisters } from '../../../../demo/api/readings/reading-rules.js';
import type { ProblemError } from '../../../../demo/api/problems.js';
import type { components } from '../../../../src/api/schema.js';

type Declaration = components['schemas']['ReadingDeclaration'];

const register = (code: string, last: string, max: string) => ({
  code,
  name: { bg: code, en: null },
  digits: 6,
  lastReading: { value: last, readAt: '2026-10-23' },
  plausible: { min: last, max },
});
const REGISTERS = [register('day', '012345', '013245'), register('night', '006789', '007289')];

const declare = (day: string, night: string, explanation?: Declaration['explanation']): Declaration => ({
  clientNumber: '310000000044',
  authorizationCode: 'CEZ044',
  meterId: 'meter',
  registers: [{ code: 'day', value: day }, { code: 'night', value: night }],
  readAt: '2026-11-23',
  ...(explanation === undefined ? {} : { explanation }),
});

/** The problem's code and those of its fields; the status if there is no problem. */
function outcome(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    const { code, errors } = error as ProblemError;
    return [code, ...(errors ?? []).map((field) => `${field.pointer} ${field.code}`)];
  }
}

const judged = (...reading: Parameters<typeof declare>) => outcome(() => judge(declare(...reading), REGISTERS));

describe('the values of a reading', () => {
  it.each([
    ['012345', '006789'],
    ['013245', '007289'],
    ['12346', '6790'],
  ])('are accepted within the range, both ends included: %s and %s', (day, night) => {
    expect(judged(day, night)).toBe('accepted');
    expect(judged(day, night, 'confirmed')).toBe('accepted');
  });

  it('are refused below the last ones and above what is plausible, each in its place', () => {
    expect(judged('012344', '006789')).toEqual(['less-than-previous', '/registers/0/value less-than-previous']);
    expect(judged('012345', '007290')).toEqual(['above-range', '/registers/1/value above-range']);
    expect(judged('013246', '006788')).toEqual([
      'above-range',
      '/registers/0/value above-range',
      '/registers/1/value less-than-previous',
    ]);
  });

  it.each(['rolled-over', 'meter-replaced', 'confirmed'] as const)('pass for review when the customer says %s', (explanation) => {
    expect(judged('000012', '006789', explanation)).toBe('in-review');
    expect(judged('999999', '006789', explanation)).toBe('in-review');
  });

  it.each(['rolled-over', 'meter-replaced'] as const)('are looked at when the customer says %s, even if they look right', (explanation) => {
    expect(judged('012400', '006800', explanation)).toBe('in-review');
  });
});

describe('the registers of a reading', () => {
  const checked = (registers: Array<{ code: string; value: string }>) => outcome(() => checkRegisters(registers, REGISTERS));

  it('are those of the meter, in any order', () => {
    expect(checked([{ code: 'night', value: '1' }, { code: 'day', value: '999999' }])).toBeUndefined();
  });

  it.each([
    ['one is missing', [{ code: 'day', value: '1' }], ['invalid', '/registers required']],
    ['one is not of the meter', [{ code: 'day', value: '1' }, { code: 'peak', value: '1' }], ['invalid', '/registers/1/code range', '/registers required']],
    ['one comes twice', [{ code: 'day', value: '1' }, { code: 'night', value: '1' }, { code: 'day', value: '2' }], ['invalid', '/registers/2/code range']],
    ['a value has more digits than the dial', [{ code: 'day', value: '0012345' }, { code: 'night', value: '1' }], ['invalid', '/registers/0/value range']],
  ])('are refused when %s', (_name, registers, expected) => {
    expect(checked(registers)).toEqual(expected);
  });
});

describe('the order of readings', () => {
  const standing = (readAt: string) => ({ reference: readAt, readAt, receivedOn: readAt });
  const ordered = (readAt: string, ...others: string[]) => outcome(() => checkOrder(readAt, others.map(standing), REGISTERS));

  it('goes forward in time', () => {
    expect(ordered('2026-11-23', '2026-11-22')).toBeUndefined();
    expect(ordered('2026-11-23', '2026-11-22', '2026-11-23')).toEqual(['duplicate', '/readAt duplicate']);
    expect(ordered('2026-11-21', '2026-11-22')).toEqual(['later-reading-exists', '/readAt later-reading-exists']);
  });

  it('begins with the day of the last reading', () => {
    expect(ordered('2026-10-23')).toBeUndefined();
    expect(ordered('2026-10-22')).toEqual(['later-reading-exists', '/readAt later-reading-exists']);
  });
});
