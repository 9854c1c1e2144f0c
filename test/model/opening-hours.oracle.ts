/**
 * A second reading of the rules of opening hours, written to be plainly right and not fast: clock changes from Temporal's
 * zone data, holidays from the table worked out by hand, every day painted minute by minute, and the next change found
 * by walking on minute by minute. Holds for 2018–2034. Shares no code with the model.
 */
import { Temporal } from '@js-temporal/polyfill';
import { daysOff } from './holidays.fixture.js';

export interface Regular {
  dayOfWeek: string[];
  opens: string;
  closes: string;
  validFrom?: string;
  validThrough?: string;
}
export interface Special {
  validFrom: string;
  validThrough: string;
  dayOfWeek?: string[];
  opens?: string;
  closes?: string;
}
export interface Schedule {
  openingHoursSpecification: Regular[] | null;
  specialOpeningHoursSpecification: Special[];
  followsPublicHolidays: boolean;
}
type State = 'open' | 'closed' | 'unknown';
type Decider = 'regular' | 'special' | 'holiday';
interface Painted {
  /** 1 where open, for minutes 0 to 2879 from the day's midnight: the second half is what runs past midnight. */
  open: Uint8Array | null;
  by: Decider;
}

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MINUTE = 60_000;

const holidays = new Set(Object.entries(daysOff).flatMap(([year, { off }]) => off.split(' ').map((date) => `${year}-${date}`)));

/** Minutes ahead of UTC in every hour from 1 June 2016 on; the clocks change on the hour. */
const firstHour = Date.UTC(2016, 5, 1) / 36e5;
const ahead = new Uint8Array(20 * 366 * 24);
for (let at = Temporal.ZonedDateTime.from('2016-06-01T03:00[Europe/Sofia]'); at.year < 2036; at = at.getTimeZoneTransition('next')!)
  ahead.fill(at.offsetNanoseconds / 6e10, at.epochMilliseconds / 36e5 - firstHour);

const dates = new Map<number, { date: string; name: string }>();
const calendar = (day: number): { date: string; name: string } => {
  if (!dates.has(day)) {
    const date = Temporal.PlainDate.from('1970-01-01').add({ days: day });
    dates.set(day, { date: date.toString(), name: NAMES[date.dayOfWeek - 1]! });
  }
  return dates.get(day)!;
};

const clock = (time: string): number => {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
};

function paint(schedule: Schedule, day: number): Painted {
  const { date, name } = calendar(day);
  const covering = schedule.specialOpeningHoursSpecification
    .filter((special) => special.validFrom <= date && date <= special.validThrough)
    .map((special) => ({ special, days: (Date.parse(special.validThrough) - Date.parse(special.validFrom)) / 864e5 }));
  const fewest = Math.min(...covering.map(({ days }) => days));
  const short = covering.filter(({ days }) => days === fewest).map(({ special }) => special);
  const latest = short.map(({ validFrom }) => validFrom).sort().at(-1);
  const winners = short.filter(({ validFrom }) => validFrom === latest);
  const regular = schedule.openingHoursSpecification;

  if (!winners.length && regular === null) return { open: null, by: 'regular' };
  const justThisDate = winners.some(({ validFrom, validThrough }) => validFrom === date && validThrough === date);
  if (schedule.followsPublicHolidays && holidays.has(date) && !justThisDate) return { open: new Uint8Array(2880), by: 'holiday' };

  let entries: { dayOfWeek?: string[]; opens?: string; closes?: string }[] = winners;
  if (!winners.length) {
    const valid = regular!.filter(({ validFrom, validThrough }) => (!validFrom || validFrom <= date) && (!validThrough || date <= validThrough));
    if (regular!.length && !valid.length) return { open: null, by: 'regular' };
    entries = valid;
  }
  const open = new Uint8Array(2880);
  for (const { dayOfWeek, opens, closes } of entries) {
    if (opens === undefined || closes === undefined || (dayOfWeek && !dayOfWeek.includes(name))) continue;
    const last = clock(closes) < clock(opens) ? clock(closes) + 1440 : clock(closes);
    open.fill(1, clock(opens), last);
  }
  return { open, by: winners.length ? 'special' : 'regular' };
}

/** State, decider and next change of a schedule at an instant. */
export function readSlowly(schedule: Schedule, now: Date): { state: State; nextChange: Date | null; by: Decider | undefined } {
  const painted = new Map<number, Painted>();
  const dayAt = (day: number): Painted => {
    if (!painted.has(day)) painted.set(day, paint(schedule, day));
    return painted.get(day)!;
  };
  let day = -1;
  let today: Painted;
  let yesterday: Painted;
  let decider: Decider | undefined;
  const look = (instant: number): State => {
    const wall = instant + ahead[Math.floor(instant / 60) - firstHour]!;
    if (Math.floor(wall / 1440) !== day) {
      day = Math.floor(wall / 1440);
      today = dayAt(day);
      yesterday = dayAt(day - 1);
    }
    const minute = wall - day * 1440;
    decider = today.open?.[minute] ? today.by : yesterday.open?.[minute + 1440] ? yesterday.by : undefined;
    if (decider) return 'open';
    if (!today.open) return 'unknown';
    decider = today.by;
    return 'closed';
  };

  const start = Math.floor(now.getTime() / MINUTE);
  const state = look(start);
  const by = decider;
  const limit = now.getTime() + 366 * 24 * 60 * MINUTE;
  for (let instant = start + 1; instant * MINUTE <= limit; instant++) {
    if (look(instant) !== state) return { state, nextChange: new Date(instant * MINUTE), by };
  }
  return { state, nextChange: null, by };
}
