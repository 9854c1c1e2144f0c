/**
 * Hours in the short form of door signs: „пн–пт 8:30–16:30 · сб 9:00–13:00 · нд затворено“.
 * Groups the days and sets the marks; the words are handed in, so it knows no language.
 */
import type { DayHours } from './opening-hours.js';
import { weekdayOf } from './zoned-time.js';

type Day = Pick<DayHours, 'date' | 'intervals'>;

export interface DayGroup {
  /** First and last weekday of the run, 0 = Monday. */
  from: number;
  to: number;
  /** [] = closed, null = unknown. */
  intervals: DayHours['intervals'];
}

export interface ShortHoursWords {
  /** Seven short names, Monday first. */
  days: readonly string[];
  closed: string;
  unknown: string;
}

/** '8:30–12:00, 13:00–17:00'; empty if there are none. */
export const intervalsText = (intervals: readonly { opens: string; closes: string }[]): string =>
  intervals.map(({ opens, closes }) => `${opens}–${closes}`.replace(/\b0(?=\d:)/g, '')).join(', ');

const sameHours = (a: DayHours['intervals'], b: DayHours['intervals']): boolean =>
  a && b ? intervalsText(a) === intervalsText(b) : a === b;

/** Runs of neighbouring days with the same hours, in the order of the days given. */
export const groupDays = (week: readonly Day[]): DayGroup[] => {
  const groups: DayGroup[] = [];
  for (const { date, intervals } of week) {
    const day = weekdayOf(date);
    const last = groups.at(-1);
    if (last && last.to === day - 1 && sameHours(last.intervals, intervals)) last.to = day;
    else groups.push({ from: day, to: day, intervals });
  }
  return groups;
};

/** The short form of some days, usually seven from Monday on. Two days are named one by one: „сб, нд затворено“. */
export const shortHours = (week: readonly Day[], { days, closed, unknown }: ShortHoursWords): string =>
  groupDays(week)
    .map(({ from, to, intervals }) => {
      const names = [days[from], days[to]].slice(0, to - from + 1).join(to > from + 1 ? '–' : ', ');
      return `${names} ${intervals ? intervalsText(intervals) || closed : unknown}`;
    })
    .join(' · ');
