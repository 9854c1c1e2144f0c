/**
 * Bulgaria's days off by law: Labour Code art. 154 para 1 (public holidays), para 2 (since 1 January 2017 a holiday
 * on Saturday or Sunday, the Easter days apart, is made up for on the first working day after it), and what the
 * Council of Ministers adds by decision for one year (para 3), kept as data.
 * 1 November is a day off for schools only, so it is not here. Before 2017 the days are listed without the working
 * days that were moved then. The calendar of Easter is right from 1900 to 2099.
 */
import { dateOf, dayNumber, weekdayOfDay } from './zoned-time.js';

export interface PublicHoliday {
  /** 'YYYY-MM-DD' */
  date: string;
  /** Two holidays on one date share it: „Гергьовден и Великденски понеделник“. */
  name: { bg: string; en: string };
  kind: 'holiday' | 'substitute' | 'extra';
}

type Row = readonly [day: string, bg: string, en: string];

const FIXED: readonly Row[] = [
  ['01-01', 'Нова година', 'New Year’s Day'],
  ['03-03', 'Ден на Освобождението', 'Liberation Day'],
  ['05-01', 'Ден на труда', 'Labour Day'],
  ['05-06', 'Гергьовден', 'St George’s Day'],
  ['05-24', 'Ден на Кирил и Методий', 'Cyril and Methodius Day'],
  ['09-06', 'Ден на Съединението', 'Unification Day'],
  ['09-22', 'Ден на Независимостта', 'Independence Day'],
  ['12-24', 'Бъдни вечер', 'Christmas Eve'],
  ['12-25', 'Рождество Христово', 'Christmas Day'],
  ['12-26', 'Рождество Христово', 'Second Day of Christmas'],
];

/** Decisions of the Council of Ministers; these two are of 19 November 2025. */
const EXTRA: readonly Row[] = [
  ['2025-12-31', 'Въвеждане на еврото', 'Introduction of the euro'],
  ['2026-01-02', 'Въвеждане на еврото', 'Introduction of the euro'],
];

/** The days off of one year (1900–2099), sorted, one entry a date. */
export const publicHolidays = (year: number): PublicHoliday[] => {
  const found: PublicHoliday[] = [];
  const at = (date: string): PublicHoliday | undefined => found.find((holiday) => holiday.date === date);
  const add = (day: number, kind: PublicHoliday['kind'], bg: string, en: string): void => {
    const date = dateOf(day);
    const twin = at(date);
    if (twin) twin.name = { bg: `${twin.name.bg} и ${bg}`, en: `${twin.name.en} and ${en}` };
    else found.push({ date, name: { bg, en }, kind });
  };
  const fixed = FIXED.map(([day, bg, en]) => [dayNumber(`${year}-${day}`), bg, en] as const);
  for (const [day, bg, en] of fixed) add(day, 'holiday', bg, en);

  // Orthodox Easter by Meeus' Julian algorithm; 4 April is the Julian 22 March, the earliest Easter there is.
  const moon = (19 * (year % 19) + 15) % 30;
  const easter = dayNumber(`${year}-04-04`) + moon + ((2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7);
  add(easter - 2, 'holiday', 'Велики петък', 'Good Friday');
  add(easter - 1, 'holiday', 'Велика събота', 'Holy Saturday');
  add(easter, 'holiday', 'Великден', 'Easter Sunday');
  add(easter + 1, 'holiday', 'Великденски понеделник', 'Easter Monday');

  for (const [date, bg, en] of EXTRA) if (parseInt(date) === year) add(dayNumber(date), 'extra', bg, en);
  if (year > 2016)
    for (const [holiday, bg, en] of fixed) {
      let day = holiday;
      if (weekdayOfDay(day) > 4) {
        // What is off already is no working day, so the substitute moves on: 25 and 26 December give 27 and 28.
        while (weekdayOfDay(day) > 4 || at(dateOf(day))) day++;
        add(day, 'substitute', bg + ' (почивен ден)', en + ' (day off)');
      }
    }
  return found.sort((a, b) => (a.date < b.date ? -1 : 1));
};

const years: Record<number, PublicHoliday[]> = {};

/** The day off on a date from 1900 on, if it is one; undefined also for what is not a date. */
export const holidayOn = (date: string): PublicHoliday | undefined => {
  const year = parseInt(date);
  if (dayNumber(date) >= -25567) return (years[year] ??= publicHolidays(year)).find((holiday) => holiday.date === date);
  return;
};

/** Whether a date is a day off of any of the three kinds. */
export const isPublicHoliday = (date: string): boolean => !!holidayOn(date);
