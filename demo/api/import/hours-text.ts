/**
 * Opening hours as people write them in a table cell: "пн–пт 8:30–16:30; сб 9:00–13:00",
 * "Mon-Fri 8-12, 13-17", "всеки ден 24 часа". Gives the contract's entries, or says what it does
 * not understand. Refuses to guess: a cell that is half understood is a fault.
 */
import type { Schemas } from '../contract.js';
import { quote } from '../contract.js';

type Day = Schemas['DayOfWeek'];
type Hours = Schemas['OpeningHoursSpecification'];

export type HoursText = { hours: Hours[] | null } | { fault: string };

const WEEK: readonly Day[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const DAY_WORDS: ReadonlyArray<readonly string[]> = [
  ['понеделник', 'пон', 'пн', 'monday', 'mon', 'mo'],
  ['вторник', 'вто', 'вт', 'tuesday', 'tues', 'tue', 'tu'],
  ['сряда', 'сря', 'ср', 'wednesday', 'wed', 'we'],
  ['четвъртък', 'четв', 'чет', 'чт', 'thursday', 'thurs', 'thu', 'th'],
  ['петък', 'пет', 'пт', 'friday', 'fri', 'fr'],
  ['събота', 'съб', 'сб', 'saturday', 'sat', 'sa'],
  ['неделя', 'нед', 'нд', 'sunday', 'sun', 'su'],
];

const DAY_GROUPS: Record<string, readonly Day[]> = {
  'работни дни': WEEK.slice(0, 5),
  'делнични дни': WEEK.slice(0, 5),
  weekdays: WEEK.slice(0, 5),
  'всеки ден': WEEK,
  ежедневно: WEEK,
  'every day': WEEK,
  daily: WEEK,
};

const UNKNOWN_WORDS = ['', '-', '?', 'неизвестно', 'няма данни', 'unknown'];
const CLOSED_WORDS = ['затворено', 'затворен', 'почивен ден', 'почивни дни', 'почива', 'closed'];
const ALL_DAY_WORDS = ['денонощно', '24 часа', '24 h', '24h', '24/7', 'all day'];

type Token =
  | { kind: 'days'; days: readonly Day[]; range: boolean }
  | { kind: 'time'; minutes: number }
  | { kind: 'dash' | 'closed' | 'allDay' };

/** Reads a cell. Empty or "unknown": null. "closed": an empty list. */
export function parseHours(text: string): HoursText {
  const cell = text.trim().toLowerCase();
  if (UNKNOWN_WORDS.includes(cell)) return { hours: null };
  if (CLOSED_WORDS.includes(cell)) return { hours: [] };
  try {
    return { hours: collect(tokenize(cell)) };
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: `the hours ${quote(text)} are not understood: ${error.message}` };
    throw error;
  }
}

/** Whether the cell says that there are no hours at all. */
export function saysClosed(text: string): boolean {
  return CLOSED_WORDS.includes(text.trim().toLowerCase());
}

function tokenize(cell: string): Token[] {
  const tokens: Token[] = [];
  let rest = cell;
  const take = (length: number) => {
    rest = rest.slice(length);
  };
  while (rest !== '') {
    const skipped = /^(?:[\s,;:/]+|(?:и|and|от|from|ч\.?|часа|h)(?![\p{L}\d])\.?)/u.exec(rest);
    const dash = /^(?:[-–—]+|(?:до|to)(?!\p{L}))/u.exec(rest);
    const time = /^(\d{1,2})(?:[:.](\d{2}))?(?!\d)/.exec(rest);
    const word = /^\p{L}+/u.exec(rest)?.[0] ?? '';
    const phrase = startOf(rest, [...CLOSED_WORDS, ...ALL_DAY_WORDS, ...Object.keys(DAY_GROUPS)]);
    const day = DAY_WORDS.findIndex((words) => words.includes(word));
    if (phrase !== null) {
      if (CLOSED_WORDS.includes(phrase)) tokens.push({ kind: 'closed' });
      else if (ALL_DAY_WORDS.includes(phrase)) tokens.push({ kind: 'allDay' });
      else tokens.push({ kind: 'days', days: DAY_GROUPS[phrase] ?? [], range: false });
      take(phrase.length);
    } else if (skipped !== null) {
      take(skipped[0].length);
    } else if (dash !== null) {
      tokens.push({ kind: 'dash' });
      take(dash[0].length);
    } else if (time !== null) {
      tokens.push({ kind: 'time', minutes: minutesOf(time) });
      take(time[0].length);
    } else if (day >= 0) {
      tokens.push({ kind: 'days', days: WEEK.slice(day, day + 1), range: true });
      take(word.length + (rest[word.length] === '.' ? 1 : 0));
    } else {
      throw new SyntaxError(`${quote(word === '' ? (rest[0] ?? '') : word)} is neither a day nor an hour`);
    }
  }
  return tokens;
}

function startOf(text: string, phrases: readonly string[]): string | null {
  const found = phrases.filter((phrase) => text.startsWith(phrase) && !/^[\p{L}\d]/u.test(text.slice(phrase.length)));
  return found.sort((one, other) => other.length - one.length)[0] ?? null;
}

function minutesOf([text, hour, minute]: RegExpExecArray): number {
  const minutes = Number(hour) * 60 + Number(minute ?? 0);
  if (Number(minute ?? 0) > 59 || minutes > 24 * 60) throw new SyntaxError(`${quote(text)} is not an hour`);
  return minutes;
}

function collect(tokens: readonly Token[]): Hours[] {
  /** Days that have the same interval, by the interval. */
  const intervals = new Map<string, { opens: string; closes: string; days: Set<Day> }>();
  const told = new Set<Day>();
  let index = 0;

  while (index < tokens.length) {
    const days = readDays();
    for (const day of days) {
      if (told.has(day)) throw new SyntaxError(`${day} is told twice`);
      told.add(day);
    }
    if (tokens[index]?.kind === 'closed') {
      index += 1;
      continue;
    }
    for (const { opens, closes } of readIntervals()) {
      const key = `${opens}-${closes}`;
      const interval = intervals.get(key) ?? { opens, closes, days: new Set<Day>() };
      for (const day of days) interval.days.add(day);
      intervals.set(key, interval);
    }
  }

  return [...intervals.values()].map(({ opens, closes, days }) => ({
    dayOfWeek: WEEK.filter((day) => days.has(day)),
    opens,
    closes,
  }));

  function readDays(): Day[] {
    const days: Day[] = [];
    for (let token = tokens[index]; token?.kind === 'days'; token = tokens[index]) {
      index += 1;
      const until = tokens[index + 1];
      if (token.range && tokens[index]?.kind === 'dash' && until?.kind === 'days' && until.range) {
        index += 2;
        const first = WEEK.indexOf(token.days[0] ?? 'Monday');
        const length = (WEEK.indexOf(until.days[0] ?? 'Monday') - first + 7) % 7;
        for (let step = 0; step <= length; step += 1) days.push(WEEK[(first + step) % 7] ?? 'Monday');
      } else {
        days.push(...token.days);
      }
    }
    if (days.length === 0) throw new SyntaxError('the days are missing');
    return days;
  }

  function readIntervals(): Array<{ opens: string; closes: string }> {
    const found: Array<{ opens: string; closes: string }> = [];
    if (tokens[index]?.kind === 'allDay') {
      index += 1;
      return [{ opens: '00:00', closes: '24:00' }];
    }
    for (let opens = tokens[index]; opens?.kind === 'time'; opens = tokens[index]) {
      const closes = tokens[index + 2];
      if (tokens[index + 1]?.kind !== 'dash' || closes?.kind !== 'time') {
        throw new SyntaxError(`after ${clock(opens.minutes)} the closing hour is missing`);
      }
      if (opens.minutes === 24 * 60) throw new SyntaxError('24:00 is not an opening hour');
      if (opens.minutes === closes.minutes) throw new SyntaxError(`it opens and closes at ${clock(opens.minutes)}`);
      found.push({ opens: clock(opens.minutes), closes: clock(closes.minutes) });
      index += 3;
    }
    if (found.length === 0) throw new SyntaxError('the hours are missing');
    return found;
  }
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
