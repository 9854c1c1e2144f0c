import { describe, expect, it } from 'vitest';
import { groupDays, shortHours } from '../../src/model/hours-text.js';
import { openingWeek, type HoursSource } from '../../src/model/opening-hours.js';

const words = { days: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'нд'], closed: 'затворено', unknown: 'няма данни' };
const WORKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** The week from Monday, 23 November 2026. */
const short = (regular: unknown, specials: unknown = []): string =>
  shortHours(openingWeek({ openingHoursSpecification: regular, specialOpeningHoursSpecification: specials } as HoursSource, '2026-11-23'), words);

describe('the short form', () => {
  it.each([
    ['пн–пт 8:30–16:30 · сб 9:00–13:00 · нд затворено', [{ dayOfWeek: WORKDAYS, opens: '08:30', closes: '16:30' }, { dayOfWeek: ['Saturday'], opens: '09:00', closes: '13:00' }]],
    ['пн–пт 8:30–12:00, 13:00–17:00 · сб, нд затворено', [{ dayOfWeek: WORKDAYS, opens: '08:30', closes: '12:00' }, { dayOfWeek: WORKDAYS, opens: '13:00', closes: '17:00' }]],
    ['пн, вт 10:00–20:00 · ср–нд затворено', [{ dayOfWeek: ['Monday', 'Tuesday'], opens: '10:00', closes: '20:00' }]],
    ['пн затворено · вт 22:00–2:00 · ср затворено · чт 0:00–24:00 · пт–нд затворено', [{ dayOfWeek: ['Tuesday'], opens: '22:00', closes: '02:00' }, { dayOfWeek: ['Thursday'], opens: '00:00', closes: '24:00' }]],
    ['пн–нд затворено', []],
    ['пн–нд няма данни', null],
  ])('%s', (text, regular) => {
    expect(short(regular)).toBe(text);
  });

  it('says which days are unknown', () => {
    expect(short(null, [{ validFrom: '2026-11-25', validThrough: '2026-11-25', opens: '09:00', closes: '12:00' }])).toBe('пн, вт няма данни · ср 9:00–12:00 · чт–нд няма данни');
  });
});

it('does not join Sunday with the Monday after it', () => {
  const days = openingWeek({ openingHoursSpecification: [] }, '2026-11-28', 4);
  expect(groupDays(days).map(({ from, to }) => [from, to])).toEqual([
    [5, 6],
    [0, 1],
  ]);
});
