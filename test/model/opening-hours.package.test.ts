/**
 * The same hours told to another library, `opening_hours`: usual weeks and public holidays, which it is given date by
 * date, as its own table of Bulgarian holidays is not that of the law. It reads the clock of the process.
 */
import OpeningHours from 'opening_hours';
import { describe, expect, it } from 'vitest';
import { openingStatus, type HoursSource } from '../../src/model/opening-hours.js';
import { daysOff } from './holidays.fixture.js';
import { inZone } from './in-zone.js';
import { randomCases } from './opening-hours.cases.js';
import type { Regular } from './opening-hours.oracle.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const holidays = (from: number, through: number): string[] =>
  Object.entries(daysOff)
    .filter(([year]) => from <= Number(year) && Number(year) <= through)
    .flatMap(([year, { off }]) => off.split(' ').map((date) => `${year} ${MONTHS[Number(date.slice(0, 2)) - 1]} ${date.slice(3)} off`));

/** 'Mo,We 08:30-12:00,13:00-17:00', a rule for each weekday, so that none replaces another. */
const weekRules = (entries: Regular[]): string[] =>
  ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].flatMap((day) => {
    const hours = entries.filter(({ dayOfWeek }) => dayOfWeek.includes(day)).map(({ opens, closes }) => `${opens}-${closes}`);
    return hours.length ? [`${day.slice(0, 2)} ${hours.join()}`] : [];
  });

describe('opening status beside the package opening_hours', () => {
  inZone('Europe/Sofia');

  it('is the same in 400 random weeks with public holidays, seed 154', () => {
    const differences: unknown[] = [];
    let compared = 0;
    for (const { schedule, now } of randomCases(154, 1000)) {
      // What it says in another way is left out: hours past midnight, which a holiday cuts short there.
      const entries = (schedule.openingHoursSpecification ?? [])
        .filter(({ opens, closes }) => opens < closes)
        .map(({ dayOfWeek, opens, closes }) => ({ dayOfWeek, opens, closes }));
      const rules = weekRules(entries);
      if (!rules.length || now.getFullYear() < 2018 || compared === 400) continue;
      compared++;
      const off = schedule.followsPublicHolidays ? holidays(now.getFullYear(), now.getFullYear() + 1) : [];
      const other = new OpeningHours([...rules, ...off].join('; '));
      const center = { ...schedule, openingHoursSpecification: entries, specialOpeningHoursSpecification: [] } as HoursSource;
      const { state, nextChange } = openingStatus(center, now);
      const expected = { state: other.getState(now) ? 'open' : 'closed', nextChange: other.getNextChange(now) ?? null };
      if (state !== expected.state || nextChange?.getTime() !== expected.nextChange?.getTime())
        differences.push({ now, rules, off: off.length > 0, state, nextChange, expected });
    }
    expect(compared).toBe(400);
    expect(differences.slice(0, 3), `${differences.length} differences`).toEqual([]);
  });
});
