/**
 * A date as people type it: every form in which the widgets show one, and how it is written on paper here.
 * The names of the months are handed in; whether the date suits is for others to say.
 */
import { addDays, dateOf, dayNumber, daysBetween } from './zoned-time.js';

/** Engines read 31 February as 3 March. */
function realOrNull(date: string): string | null {
  const day = dayNumber(date);
  return !Number.isNaN(day) && dateOf(day) === date ? date : null;
}

const two = (part: string | number): string => String(part).padStart(2, '0');

/** Number of the month whose name begins with what was typed, or NaN. */
function monthOf(typed: string, months: readonly string[]): number {
  const index = months.findIndex((name) => typed.length >= 3 && name.toLowerCase().startsWith(typed));
  return index < 0 ? NaN : (index % 12) + 1;
}

/** A date without a year farther ahead than this is one of last year, typed in January. */
const FAR_AHEAD_DAYS = 183;

/** Without a year it is this one, as where a date is shown without. */
function dated(day: string, month: string | number, year: string | undefined, today: string): string | null {
  const inYear = (each: string | number): string => `${each}-${two(month)}-${two(day)}`;
  if (year) return realOrNull(inYear(year.length === 2 ? `20${year}` : year));
  const thisYear = Number(today.slice(0, 4));
  const date = inYear(thisYear);
  return realOrNull(daysBetween(today, date) > FAR_AHEAD_DAYS ? inYear(thisYear - 1) : date);
}

/**
 * 'YYYY-MM-DD' of „22.11.2026“, „22.11.“, „22 ноември 2026 г.“, „неделя, 22 ноември“, „вчера“ and the like;
 * null for what is no date. `months` begins with January, in one language after another.
 */
export function typedDate(typed: string, today: string, months: readonly string[]): string | null {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (/^(днес|today)$/.test(text)) return today;
  if (/^(вчера|yesterday)$/.test(text)) return addDays(today, -1);
  const [, isoYear, isoMonth = '', isoDay = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (isoYear) return dated(isoDay, isoMonth, isoYear, today);
  const [, day = '', month = '', year] = /^\D*(\d{1,2})(?:-?[врмт]и|st|nd|rd|th)?[\s./-]+(\d{1,2}|\p{L}{3,})(?:[\s.,/-]+(\d{4}|\d{2}))?[\s.]*(?:г|година)?\.?$/u.exec(text) ?? [];
  return day ? dated(day, /\d/.test(month) ? month : monthOf(month, months), year, today) : null;
}

/** '22.11.2026', which both languages read alike. */
export function numericDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}.${month}.${year}`;
}
