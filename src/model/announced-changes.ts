/**
 * What is going to be different: temporary hours and closures in force or coming, the week they stand in for,
 * and when a center opens again. Reads the same entries as `opening-hours.ts`; the words are others' work.
 */
import { hoursOn, openingWeek, type DayHours, type HoursSource } from './opening-hours.js';
import type { SpecialOpeningHoursSpecification, Text } from './wire.js';
import { addDays, dayNumber, mondayOf, weekdayOf } from './zoned-time.js';

export interface AnnouncedChange {
  /** First and last date, 'YYYY-MM-DD', both included. */
  validFrom: string;
  validThrough: string;
  /** It opens on none of its days. */
  closed: boolean;
  /** Its days as a week from Monday on, public holidays left aside; fewer than seven if it is shorter. */
  week: DayHours[];
  /** Public holidays on which it is closed although these hours would open it; of the first half year. */
  holidays: DayHours[];
  reason: Text | undefined;
  /** The first date after it on which the center opens by whatever hours; null if none in a year. */
  reopens: string | null;
  /** The first date after it on which the center opens by its usual hours; null if none in a year. */
  usualFrom: string | null;
}

/** A range longer than this is no longer temporary, and its holidays are no news. */
const HALF_YEAR = 183;

const firstOpen = (center: HoursSource, after: string, usual: boolean): string | null => {
  for (let ahead = 1; ahead <= 366; ahead++) {
    const { date, intervals, source } = hoursOn(center, addDays(after, ahead));
    if (intervals?.[0] && (!usual || source === 'regular')) return date;
  }
  return null;
};

/** The regular hours of the week that holds `date`, Monday first; holidays and special hours left aside. */
export const usualWeek = ({ openingHoursSpecification = null }: HoursSource, date: string): DayHours[] =>
  openingWeek({ openingHoursSpecification, followsPublicHolidays: false }, mondayOf(date));

/** The special ranges in force on `date` or beginning within `weeks` from it, in order. */
export const announcedChanges = (center: HoursSource, date: string, weeks: number): AnnouncedChange[] => {
  const today = dayNumber(date);
  const specials: unknown = center.specialOpeningHoursSpecification;
  const ranges = new Map<string, SpecialOpeningHoursSpecification[]>();
  for (const entry of Array.isArray(specials) ? (specials as (SpecialOpeningHoursSpecification | null)[]) : []) {
    const from = dayNumber(entry?.validFrom);
    const through = dayNumber(entry?.validThrough);
    const range = `${from} ${through}`;
    if (entry && from <= through && through >= today && from <= today + weeks * 7) ranges.set(range, [...(ranges.get(range) ?? []), entry]);
  }
  return [...ranges.values()]
    .map((entries) => {
      const { validFrom, validThrough } = entries[0]!;
      const length = dayNumber(validThrough) - dayNumber(validFrom) + 1;
      const alone: HoursSource = { specialOpeningHoursSpecification: entries, followsPublicHolidays: false };
      const week = openingWeek(alone, validFrom, Math.min(7, length));
      return {
        validFrom,
        validThrough,
        closed: week.every(({ intervals }) => intervals && !intervals[0]),
        week: week.sort((a, b) => weekdayOf(a.date) - weekdayOf(b.date)),
        holidays: openingWeek(center, validFrom, Math.min(HALF_YEAR, length)).filter(
          ({ date, source }) => source === 'holiday' && hoursOn(alone, date).intervals?.[0],
        ),
        reason: entries.find(({ reason }) => reason)?.reason,
        reopens: firstOpen(center, validThrough, false),
        usualFrom: firstOpen(center, validThrough, true),
      };
    })
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
};
