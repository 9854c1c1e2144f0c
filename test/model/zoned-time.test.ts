import { Temporal } from '@js-temporal/polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, instantAt, mondayOf, wallClock, weekdayOf } from '../../src/model/zoned-time.js';

const HALF_HOUR = 18e5;
const zone = 'Europe/Sofia';
const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'short' });

describe('wall clock', () => {
  it.each([1997, 2020, 2026, 2027, 2028])('agrees with Intl in every half hour of %i', (year) => {
    const end = Date.UTC(year + 1, 0, 2);
    const wrong: string[] = [];
    for (let instant = Date.UTC(year - 1, 11, 31); instant < end; instant += HALF_HOUR) {
      const { date, minutes } = wallClock(new Date(instant));
      const clock = `${date}, ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      if (format.format(instant) !== clock) wrong.push(`${new Date(instant).toISOString()}: ${clock}`);
    }
    expect(wrong).toEqual([]);
  });

  it('rounds seconds down', () => {
    expect(wallClock(new Date('2026-11-24T21:59:59.999Z'))).toEqual({ date: '2026-11-24', minutes: 1439 });
  });

  it('knows every change of the clocks until 2060', () => {
    let change = Temporal.Instant.from('1996-12-01T00:00Z').toZonedDateTimeISO(zone);
    for (;;) {
      const next = change.getTimeZoneTransition('next');
      if (!next || next.year > 2060) break;
      change = next;
      for (const step of [-1, 0]) {
        const moment = change.add({ minutes: step });
        expect(wallClock(new Date(moment.epochMilliseconds)), moment.toString()).toEqual({
          date: moment.toPlainDate().toString(),
          minutes: moment.hour * 60 + moment.minute,
        });
      }
    }
    expect(change.year).toBeGreaterThan(2035);
  });
});

describe('instant of a wall-clock time', () => {
  const temporal = (date: string, minutes: number): number =>
    Temporal.PlainDate.from(date)
      .toPlainDateTime('00:00')
      .add({ minutes })
      .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;

  it.each(['2020-03-29', '2024-10-27', '2025-03-30', '2025-10-26', '2026-03-29', '2026-06-01', '2026-10-25', '2026-12-31'])(
    'agrees with Temporal in every five minutes of %s',
    (date) => {
      for (let minutes = -60; minutes < 1560; minutes += 5) {
        expect(+instantAt(date, minutes), `${date} ${minutes}`).toBe(temporal(date, minutes));
      }
    },
  );

  it('takes the first of two equal hours, and leaps over the missing one', () => {
    expect(instantAt('2026-10-25', 210).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(instantAt('2026-03-29', 210).toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
});

describe('dates', () => {
  it('agree with Temporal on weekdays, sums and differences', () => {
    const start = Temporal.PlainDate.from('1965-02-20');
    for (let step = 0; step < 40_000; step += 7) {
      const date = start.add({ days: step });
      expect(addDays('1965-02-20', step)).toBe(date.toString());
      expect(daysBetween('1965-02-20', date.toString())).toBe(step);
      expect(weekdayOf(date.add({ days: step % 5 }).toString())).toBe(date.add({ days: step % 5 }).dayOfWeek - 1);
    }
  });

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('the Monday of %s is %s', (date, monday) => {
    expect(mondayOf(date)).toBe(monday);
  });

  it('go back over the end of a leap February', () => {
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2028-03-01', '2028-02-28')).toBe(-2);
  });
});
