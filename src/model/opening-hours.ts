/**
 * When a center is open: schema.org opening hours read by the wall clock of Europe/Sofia, special hours over
 * regular ones, public holidays over both. Knows nothing of texts, screens or the present moment.
 *
 * It trusts no field, and nothing is ever "closed" by guess. An entry that cannot be read makes its days unknown
 * outside the hours that other entries give; if it does not even say which days, every day it may mean.
 * A special entry without readable dates has no place and is passed over. Where it is not said whether a center
 * follows the public holidays, it is unknown whether the hours of those days hold.
 */
import { holidayOn } from './holidays.js';
import type { OpeningHoursSpecification, SpecialOpeningHoursSpecification, Text } from './wire.js';
import { dateOf, dayNumber, offsetAt, wallMinutes, weekdayOfDay } from './zoned-time.js';

/** What is read of a center; the rest of it is left alone. */
export interface HoursSource {
  /** null: unknown; []: closed. */
  readonly openingHoursSpecification?: readonly OpeningHoursSpecification[] | null;
  readonly specialOpeningHoursSpecification?: readonly SpecialOpeningHoursSpecification[] | null;
  readonly followsPublicHolidays?: boolean | null;
}

export interface Interval {
  /** 'HH:MM' */
  opens: string;
  /** 'HH:MM' up to '24:00'; earlier than `opens`: on the day after. */
  closes: string;
  /** The same in minutes since the midnight on which the day began; `to` may pass 1440. */
  from: number;
  to: number;
}

interface Name {
  bg: string;
  en: string;
}

export interface DayHours {
  /** 'YYYY-MM-DD' */
  date: string;
  /** In order; [] = closed, null = unknown. */
  intervals: Interval[] | null;
  /** Something about the day could not be read: outside `intervals` it is unknown. */
  unsure: boolean;
  /** What decides the day. */
  source: 'regular' | 'special' | 'holiday';
  /** Why the special hours hold. */
  reason?: Text;
  /** The public holiday on this date, whether or not it closes the center. */
  holiday: Name | undefined;
}

export interface OpeningStatus {
  state: 'open' | 'closed' | 'unknown';
  /** The next instant at which `state` changes; null if none within 366 days. */
  nextChange: Date | null;
  /** What decides; absent if unknown. */
  reason?: DayHours['source'];
  /** The holiday that closes the center. */
  holiday?: Name;
}

/** What an entry may be when it comes from outside. */
type Entry = { [key in keyof SpecialOpeningHoursSpecification]?: unknown } | null | undefined;

/** schema.org's names, Monday first. */
export const WEEKDAYS: readonly unknown[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const list = (value: unknown): unknown[] | null => (Array.isArray(value) ? value : null);

/** Minutes since midnight of 'HH:MM', NaN for anything else. */
const minutesOf = (time: unknown): number =>
  typeof time === 'string' && /^\d\d:[0-5]\d$/.test(time) ? parseInt(time) * 60 + +time.slice(3) : NaN;

/** Date and holiday of a day, remembered, as thousands of centers ask about the same few days. */
const calendar: Record<number, Pick<DayHours, 'date' | 'holiday'>> = {};
const calendarOn = (day: number): (typeof calendar)[0] => {
  const date = dateOf(day);
  return (calendar[day] = { date, holiday: holidayOn(date)?.name });
};

const hoursOnDay = (center: HoursSource, day: number): DayHours => {
  let entries = list(center.openingHoursSpecification) as Entry[] | null;
  // Of the special entries whose range holds the day, the shortest decide; among these, those that begin last.
  let best = Infinity;
  for (const entry of (list(center.specialOpeningHoursSpecification) ?? []) as Entry[]) {
    const from = dayNumber(entry?.validFrom);
    const through = dayNumber(entry?.validThrough);
    const rank = (through - from) * 1e5 - from;
    if (from <= day && day <= through && rank <= best) {
      entries = rank < best ? [entry] : [...entries!, entry];
      best = rank;
    }
  }
  const special = best < Infinity;
  const { date, holiday } = calendar[day] ?? calendarOn(day);
  const hours: DayHours = { date, intervals: null, unsure: true, source: special ? 'special' : 'regular', holiday };
  if (!entries) return hours;

  // A special entry for exactly that one date (its rank is below zero) stands above the holiday.
  const off = holiday && best > 0 ? center.followsPublicHolidays : false;
  if (off === true) {
    hours.source = 'holiday';
    entries = [];
  }
  const intervals: Interval[] = [];
  let valid = !entries.length;
  let unsure = false;
  for (const entry of entries) {
    const { validFrom, validThrough, dayOfWeek, opens, closes, reason } = entry ?? {};
    const start = validFrom == null ? day : dayNumber(validFrom);
    const end = validThrough == null ? day : dayNumber(validThrough);
    if (start > day || end < day) continue;
    valid = true;
    if (special && reason) hours.reason = reason as Text;
    if (special && opens == null) continue;
    const names = list(special ? (dayOfWeek ?? WEEKDAYS) : dayOfWeek);
    if (names?.includes(WEEKDAYS[weekdayOfDay(day)])) {
      const from = minutesOf(opens);
      const until = minutesOf(closes);
      const to = until < from ? until + 1440 : until;
      if (!(from < 1440 && until <= 1440 && start <= end)) unsure = true;
      else if (from < to) intervals.push({ opens, closes, from, to } as Interval);
    } else if (!names?.every((name) => WEEKDAYS.includes(name))) unsure = true;
  }
  // Whether the hours hold on a holiday is unknown if nobody says so, unless there are none.
  if (valid && (off === false || !intervals[0])) {
    hours.unsure = unsure;
    if (intervals[0] || !unsure) hours.intervals = intervals.sort((a, b) => a.from - b.from);
  }
  return hours;
};

/** The hours of one date ('YYYY-MM-DD'). Throws RangeError if it is not a date. */
export const hoursOn = (center: HoursSource, date: string): DayHours => hoursOnDay(center, dayNumber(date));

/** The hours of `days` dates, the first of them `date`. */
export const openingWeek = (center: HoursSource, date: string, days = 7): DayHours[] => {
  const first = dayNumber(date);
  return [...Array(days).keys()].map((index) => hoursOnDay(center, first + index));
};

const covers = (hours: DayHours, minutes: number): boolean | undefined =>
  hours.intervals?.some(({ from, to }) => from <= minutes && minutes < to);

/** The state alone, for many centers at once: it does not look for the next change. */
export const openingState = (center: HoursSource, now: Date): OpeningStatus['state'] => {
  const wall = wallMinutes(+now);
  const day = Math.floor(wall / 1440);
  const minutes = wall - day * 1440;
  const today = hoursOnDay(center, day);
  if (covers(today, minutes) || covers(hoursOnDay(center, day - 1), minutes + 1440)) return 'open';
  return today.unsure ? 'unknown' : 'closed';
};

/** Whether a center is open at an instant, what decides it, and when that changes. */
export const openingStatus = (center: HoursSource, now: Date): OpeningStatus => {
  const status: OpeningStatus = { state: 'unknown', nextChange: null };
  const wall = wallMinutes(+now);
  const first = Math.floor(wall / 1440);
  if (isNaN(first)) return status;

  let before: DayHours;
  let today = hoursOnDay(center, first - 1);
  let opener: DayHours | undefined;
  // Hours past midnight belong to the day on which they began, whatever the next day is.
  const stateAt = (minutes: number): OpeningStatus['state'] => {
    opener = covers(today, minutes) ? today : covers(before, minutes + 1440) ? before : undefined;
    return opener ? 'open' : today.unsure ? 'unknown' : 'closed';
  };

  let next = Infinity;
  for (let day = first; day <= first + 366 && next === Infinity; day++) {
    before = today;
    today = hoursOnDay(center, day);
    if (day === first) {
      status.state = stateAt(wall - day * 1440);
      const { source, holiday } = opener ?? today;
      if (status.state !== 'unknown') {
        status.reason = source;
        if (source === 'holiday') status.holiday = holiday!;
      }
      // Where nothing is said of any day, nothing changes.
      if (!center.openingHoursSpecification?.length && !center.specialOpeningHoursSpecification?.length) break;
    }
    // The state can change at midnight, where hours begin or end, and where the clock jumps: to 4:00 or to 3:00.
    const edges = [0, 180, 240];
    today.intervals?.forEach(({ from, to }) => edges.push(from, to));
    before.intervals?.forEach(({ to }) => edges.push(to - 1440));
    for (const edge of edges)
      if (edge >= 0 && edge < 1440 && stateAt(edge) !== status.state)
        for (const offset of [120, 180]) {
          const instant = (day * 1440 + edge - offset) * 6e4;
          if (instant > +now && instant < next && offsetAt(instant) === offset) next = instant;
        }
  }
  if (next <= +now + 366 * 864e5) status.nextChange = new Date(next);
  return status;
};
