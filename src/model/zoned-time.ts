/**
 * The wall clock of Europe/Sofia, by own arithmetic, and plain calendar dates ('YYYY-MM-DD').
 * It knows one zone and one rule: UTC+2, in summer UTC+3, changed at 01:00 UTC on the last Sundays of
 * March and October (Directive 2000/84/EC; the same instants in Bulgaria's decrees since 1997).
 * So it holds from 1997 on and until the rule is abolished. It never reads the clock: instants are handed in.
 */

const DAY = 864e5;
const MINUTE = 6e4;

/** 01:00 UTC on the last Sunday of a month of 31 days (0 = January). */
const lastSunday = (year: number, month: number): number => {
  const last = Date.UTC(year, month, 31, 1);
  return last - new Date(last).getUTCDay() * DAY;
};

/** Begin and end of each summer time asked for; thousands of centers ask about the same. */
const summers: Record<number, readonly [begin: number, end: number]> = {};

/** Minutes that Sofia is ahead of UTC at an instant (milliseconds): 120 or 180. */
export const offsetAt = (instant: number): number => {
  const year = new Date(instant).getUTCFullYear();
  const [begin, end] = (summers[year] ??= [lastSunday(year, 2), lastSunday(year, 9)]);
  return instant >= begin && instant < end ? 180 : 120;
};

/** Days since 1970-01-01; NaN for anything that is not a date 'YYYY-MM-DD'. */
export const dayNumber = (date: unknown): number =>
  typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) / DAY : NaN;

/** The date of a day number. Throws RangeError for NaN. */
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The weekday of a day number, 0 = Monday. */
export const weekdayOfDay = (day: number): number => ((day % 7) + 10) % 7;

/** The weekday of a date, 0 = Monday. */
export const weekdayOf = (date: string): number => weekdayOfDay(dayNumber(date));

export const addDays = (date: string, days: number): string => dateOf(dayNumber(date) + days);

/** The Monday of the week that holds a date. */
export const mondayOf = (date: string): string => addDays(date, -weekdayOf(date));

/** Days from one date to another, negative if `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Whole minutes that the wall clock shows at an instant (milliseconds), counted from 1970-01-01 00:00. */
export const wallMinutes = (instant: number): number => Math.floor(instant / MINUTE) + offsetAt(instant);

/** What calendar and clock in Sofia show at an instant: the date and the whole minutes since its midnight. */
export const wallClock = (instant: Date): { date: string; minutes: number } => {
  const wall = wallMinutes(+instant);
  const day = Math.floor(wall / 1440);
  return { date: dateOf(day), minutes: wall - day * 1440 };
};

/**
 * The instant at which the wall clock shows that date and minute (which may lie outside 0..1439).
 * In the hour that comes twice, the first; in the hour that is skipped, as much later as the clock jumps.
 */
export const instantAt = (date: string, minutes: number): Date => {
  const wall = dayNumber(date) * 1440 + minutes;
  const summer = (wall - 180) * MINUTE;
  return new Date(offsetAt(summer) > 120 ? summer : (wall - 120) * MINUTE);
};
