/** Random schedules and instants from a seed: the same seed, the same cases. */
import type { Regular, Schedule, Special } from './opening-hours.oracle.js';

const DAY = 864e5;
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WORKDAYS = NAMES.slice(0, 5);
/** 01:00 UTC of both clock changes of three years. */
export const CLOCK_CHANGES = ['2024-03-31', '2024-10-27', '2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25'].map((date) => Date.parse(`${date}T01:00Z`));
const NEAR_HOLIDAYS = ['2024-05-06', '2021-05-04', '2020-05-25', '2025-12-31', '2022-12-27', '2026-04-10'].map((date) => Date.parse(date));

/** Numbers from 0 to 1, evenly spread (Mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Case {
  schedule: Schedule;
  now: Date;
}

export function* randomCases(seed: number, count: number): Generator<Case> {
  const next = numbers(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const chance = (share: number): boolean => next() < share;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const time = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const date = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

  const days = (): string[] => (chance(0.5) ? WORKDAYS : NAMES.filter(() => chance(0.5)));
  const hours = (): { opens: string; closes: string } => {
    const opens = chance(0.7) ? 420 + below(20) * 30 : chance(0.5) ? below(288) * 5 : below(1440);
    const closes = chance(0.7) ? Math.min(1440, opens + 30 + below(20) * 30) : chance(0.3) ? 1440 : below(1440);
    return { opens: time(opens), closes: time(closes) };
  };

  for (let index = 0; index < count; index++) {
    const around = chance(0.3) ? pick(CLOCK_CHANGES) : chance(0.3) ? pick(NEAR_HOLIDAYS) : Date.UTC(2018, 0, 5) + below(15 * 365) * DAY;
    const spread = chance(0.5) ? 8 * 36e5 : 3 * DAY;
    const now = new Date(around + Math.floor((next() - 0.5) * spread));

    const regular = (): Regular[] =>
      [...Array(1 + below(4)).keys()].flatMap(() => {
        const entry: Regular = { dayOfWeek: days(), ...hours() };
        if (chance(0.2)) entry.validFrom = date(+now + (below(60) - 50) * DAY);
        if (chance(0.2)) entry.validThrough = date(+now + (below(60) - 10) * DAY);
        // A second entry for the same days: split hours, often adjoining.
        const second = chance(0.3) ? [{ ...entry, opens: entry.closes === '24:00' ? '20:00' : entry.closes, closes: hours().closes }] : [];
        return [entry, ...second];
      });
    const special = (): Special => {
      const from = +now + (below(24) - 14) * DAY;
      const entry: Special = { validFrom: date(from), validThrough: date(from + (chance(0.4) ? 0 : below(chance(0.8) ? 12 : 60)) * DAY) };
      if (chance(0.4)) entry.dayOfWeek = days();
      if (chance(0.6)) Object.assign(entry, hours());
      return entry;
    };
    const specials = [...Array(chance(0.4) ? 0 : 1 + below(4)).keys()].map(special);
    // The same range once more: its hours add up.
    if (specials[0] && chance(0.2)) specials.push({ ...special(), validFrom: specials[0].validFrom, validThrough: specials[0].validThrough });

    yield {
      schedule: {
        openingHoursSpecification: chance(0.05) ? null : chance(0.03) ? [] : regular(),
        specialOpeningHoursSpecification: specials,
        followsPublicHolidays: chance(0.7),
      },
      now,
    };
  }
}
