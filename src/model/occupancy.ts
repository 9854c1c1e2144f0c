/**
 * People in the centers: the latest counts, which soon say nothing any more, and what past counts say of the week.
 * A center of which nobody tells a count is no empty one. Knows no screen and no words.
 */
import { count, fields, line, list } from './decode.js';
import { WEEKDAYS } from './opening-hours.js';

export interface PeopleCount {
  inside: number;
  waiting: number;
  at: Date;
}

/** A count says for so long how it is now. */
export const COUNT_LASTS_MS = 15 * 60_000;

/** The latest counts of an answer by center; null if it is none. */
export const readOccupancy = (answer: unknown): Map<string, PeopleCount> | null => {
  const { occupancy } = fields(answer);
  if (!Array.isArray(occupancy)) return null;
  const counts = new Map<string, PeopleCount>();
  for (const raw of occupancy) {
    const { centerId, ...told } = fields(raw);
    const inside = count(told.inside);
    const waiting = count(told.waiting);
    const at = new Date(line(told.at));
    if (line(centerId) && inside !== null && waiting !== null && !isNaN(+at)) counts.set(line(centerId), { inside, waiting, at });
  }
  return counts;
};

/** True while a count tells how it is now; a clock that is a little behind does not make it one of the future. */
export const isCurrent = ({ at }: PeopleCount, now: Date): boolean => Math.abs(+now - +at) < COUNT_LASTS_MS;

/** Median of the people waiting by weekday (0 = Monday) and hour; undefined where nobody has counted. */
export type QuietWeek = (number | undefined)[][];

/** Null if the answer is none. */
export const readQuietHours = (answer: unknown): QuietWeek | null => {
  const { hours } = fields(answer);
  if (!Array.isArray(hours)) return null;
  const week: QuietWeek = WEEKDAYS.map(() => []);
  for (const raw of list(hours)) {
    const { dayOfWeek, hour, waiting } = fields(raw);
    const at = count(hour);
    const day = week[WEEKDAYS.indexOf(dayOfWeek)];
    if (day && at !== null && at < 24 && typeof waiting === 'number' && waiting >= 0) day[at] = waiting;
  }
  return week;
};

/** Hours of one day, `to` not included. */
export interface Span {
  from: number;
  to: number;
  /** People waiting, whole ones: half a person waits like one. */
  waiting: number;
}

/** When the fewest and when the most wait on a day; null where nobody has counted, or where it is always alike. */
export const extremes = (day: QuietWeek[0]): { least: Span[]; most: Span[] } | null => {
  const counted = [...day.keys()].flatMap((hour) => (day[hour] === undefined ? [] : [{ from: hour, to: hour + 1, waiting: Math.ceil(day[hour]) }]));
  const amounts = counted.map(({ waiting }) => waiting);
  const [fewest, most] = [Math.min(...amounts), Math.max(...amounts)];
  if (!(fewest < most)) return null;
  return { least: joined(counted.filter(({ waiting }) => waiting === fewest)), most: joined(counted.filter(({ waiting }) => waiting === most)) };
};

/** Neighbouring hours as one span. */
const joined = (hours: readonly Span[]): Span[] => {
  const spans: Span[] = [];
  for (const hour of hours) {
    const last = spans.at(-1);
    if (last?.to === hour.from) last.to = hour.to;
    else spans.push({ ...hour });
  }
  return spans;
};
