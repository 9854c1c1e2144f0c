import { Temporal } from '@js-temporal/polyfill';
import { describe, expect, it } from 'vitest';
import { holidayOn, isPublicHoliday, publicHolidays } from '../../src/model/holidays.js';
import { daysOff } from './holidays.fixture.js';

const years = Object.keys(daysOff).map(Number);
const dates = (year: number, list: string): string[] => list.split(' ').filter(Boolean).map((date) => `${year}-${date}`);

describe('days off by law', () => {
  it('covers nineteen years', () => {
    expect(years).toEqual([...Array(19).keys()].map((index) => 2017 + index));
  });

  it.each(years)('tells every date of %i off or not, as the law does', (year) => {
    const off = dates(year, daysOff[year]!.off);
    let date = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    for (; date.year === year; date = date.add({ days: 1 })) {
      expect(isPublicHoliday(date.toString()), date.toString()).toBe(off.includes(date.toString()));
    }
  });

  it.each(years)('lists %i sorted, each date once, substitutes and Easter in their places', (year) => {
    const list = publicHolidays(year);
    expect(list.map(({ date }) => date)).toEqual(dates(year, daysOff[year]!.off));
    expect(list.filter(({ kind }) => kind === 'substitute').map(({ date }) => date)).toEqual(dates(year, daysOff[year]!.substitutes));
    expect(holidayOn(`${year}-${daysOff[year]!.easter}`)?.name.en).toContain('Easter Sunday');
  });

  it('gives every day off a name in both languages', () => {
    for (const year of years)
      for (const { date, name } of publicHolidays(year)) {
        expect(name.bg, date).toMatch(/^[А-Яа-я(),\s]+$/);
        expect(name.en, date).toMatch(/^[A-Za-z’(),\s]+$/);
      }
  });
});

describe('single days', () => {
  it.each([
    ['2024-05-06', 'holiday', 'Гергьовден и Великденски понеделник', 'St George’s Day and Easter Monday'],
    ['2021-05-01', 'holiday', 'Ден на труда и Велика събота', 'Labour Day and Holy Saturday'],
    ['2021-05-04', 'substitute', 'Ден на труда (почивен ден)', 'Labour Day (day off)'],
    ['2022-12-27', 'substitute', 'Бъдни вечер (почивен ден)', 'Christmas Eve (day off)'],
    ['2025-12-31', 'extra', 'Въвеждане на еврото', 'Introduction of the euro'],
    ['2026-01-02', 'extra', 'Въвеждане на еврото', 'Introduction of the euro'],
    ['2020-04-17', 'holiday', 'Велики петък', 'Good Friday'],
    ['2020-04-20', 'holiday', 'Великденски понеделник', 'Easter Monday'],
    ['2020-05-25', 'substitute', 'Ден на Кирил и Методий (почивен ден)', 'Cyril and Methodius Day (day off)'],
  ] as const)('%s is %s: %s', (date, kind, bg, en) => {
    expect(holidayOn(date)).toEqual({ date, kind, name: { bg, en } });
  });

  it.each(['2016-05-03', '2016-12-27', '2016-12-28'])('has no substitute on %s, before the rule', (date) => {
    expect(isPublicHoliday(date)).toBe(false);
  });

  it.each(['2024-11-01', '2025-01-02', '2024-12-31', '2024-02-31', '2024-5-6', '2024', '', 'soon', '0005-01-01', '20240-01-01'])(
    'is no day off: %j',
    (date) => {
      expect(isPublicHoliday(date)).toBe(false);
    },
  );

  it('hands out lists that callers may change', () => {
    publicHolidays(2024).length = 0;
    publicHolidays(2024)[0]!.date = 'gone';
    expect(isPublicHoliday('2024-01-01')).toBe(true);
    expect(publicHolidays(2024)[0]!.date).toBe('2024-01-01');
  });
});

describe('Easter by another formula, to 2099', () => {
  it('falls where Gauss puts it', () => {
    for (let year = 1900; year <= 2099; year++) {
      const d = (19 * (year % 19) + 15) % 30;
      const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 6) % 7;
      const easter = Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: 21 + d + e + 13 });
      expect(holidayOn(easter.toString())?.name.en, String(year)).toContain('Easter Sunday');
    }
  });
});
