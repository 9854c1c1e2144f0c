import { describe, expect, it } from 'vitest';
import { announcedChanges, usualWeek } from '../../src/model/announced-changes.js';
import type { HoursSource } from '../../src/model/opening-hours.js';

const WORKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const usual = { dayOfWeek: WORKDAYS, opens: '08:30', closes: '16:30' };
const center = (specials: unknown, regular: unknown = [usual]): HoursSource =>
  ({ openingHoursSpecification: regular, specialOpeningHoursSpecification: specials, followsPublicHolidays: true }) as HoursSource;
const regime = { validFrom: '2020-03-16', validThrough: '2020-05-25', dayOfWeek: WORKDAYS, opens: '09:00', closes: '15:00', reason: { bg: 'Мерки', en: null } };

describe('a temporary regime', () => {
  it('tells its week, its reason and the first day of usual hours', () => {
    const [change, ...others] = announcedChanges(center([regime]), '2020-04-30', 3);
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      validFrom: '2020-03-16',
      validThrough: '2020-05-25',
      closed: false,
      reason: { bg: 'Мерки', en: null },
      reopens: '2020-05-26',
      usualFrom: '2020-05-26',
    });
    expect(change!.week.map(({ intervals }) => intervals?.[0]?.opens)).toEqual(['09:00', '09:00', '09:00', '09:00', '09:00', undefined, undefined]);
  });

  it.each([
    ['2020-02-23', 0],
    ['2020-02-24', 1],
    ['2020-05-25', 1],
    ['2020-05-26', 0],
  ])('is told on %s, three weeks ahead and until its end: %i', (date, count) => {
    expect(announcedChanges(center([regime]), date, 3)).toHaveLength(count);
  });
});

describe('a closure', () => {
  const closure = { validFrom: '2026-11-02', validThrough: '2026-12-23' };

  it('reopens on the first working day, past the holidays', () => {
    expect(announcedChanges(center([closure]), '2026-11-24', 2)[0]).toMatchObject({ closed: true, reopens: '2026-12-29', usualFrom: '2026-12-29' });
  });

  it('reopens by temporary hours before the usual ones return', () => {
    const after = { validFrom: '2027-01-01', validThrough: '2027-01-31', opens: '10:00', closes: '12:00' };
    const lasting = { ...closure, validThrough: '2026-12-31' };
    expect(announcedChanges(center([after, lasting]), '2026-12-24', 2)).toMatchObject([
      { validFrom: '2026-11-02', closed: true, reopens: '2027-01-02', usualFrom: '2027-02-01' },
      { validFrom: '2027-01-01', closed: false, reopens: '2027-02-01', usualFrom: '2027-02-01' },
    ]);
  });

  it('has no return in sight where the usual hours are unknown', () => {
    expect(announcedChanges(center([closure], null), '2026-11-24', 2)[0]).toMatchObject({ reopens: null, usualFrom: null });
  });
});

describe('short ranges', () => {
  it('have only their own days, from Monday on', () => {
    const days = { validFrom: '2026-11-27', validThrough: '2026-11-30', opens: '10:00', closes: '12:00' };
    expect(announcedChanges(center([days]), '2026-11-24', 1)[0]!.week.map(({ date }) => date)).toEqual(['2026-11-30', '2026-11-27', '2026-11-28', '2026-11-29']);
  });

  it('are one change if entries share them', () => {
    const split = { validFrom: '2026-11-27', validThrough: '2026-11-27', opens: '10:00', closes: '12:00' };
    const changes = announcedChanges(center([split, { ...split, opens: '13:00', closes: '14:00' }]), '2026-11-24', 1);
    expect(changes.map(({ week }) => week[0]!.intervals!.length)).toEqual([2]);
  });
});

it.each([[null], ['soon'], [[null, {}, 5, { validFrom: '2026-12-02', validThrough: '2026-12-01' }]]])('finds no change in %j', (specials) => {
  expect(announcedChanges(center(specials), '2026-11-24', 3)).toEqual([]);
});

it('keeps usual hours free of holidays and special hours', () => {
  const week = usualWeek(center([{ validFrom: '2026-12-21', validThrough: '2026-12-31' }]), '2026-12-25');
  expect(week.map(({ date, intervals }) => `${date} ${intervals!.length}`)).toEqual([
    '2026-12-21 1',
    '2026-12-22 1',
    '2026-12-23 1',
    '2026-12-24 1',
    '2026-12-25 1',
    '2026-12-26 0',
    '2026-12-27 0',
  ]);
});
