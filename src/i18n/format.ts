/**
 * Dates and times as they are read here, the same bytes in every browser: `Intl` differs between engines and
 * their ages, and costs the first customer 70 ms on a slow phone.
 */
import { wallClock, weekdayOf, addDays } from '../model/zoned-time.js';
import type { CommonKey } from './bg/common.js';
import type { Words } from './words.js';

/** A clock time in a sentence: '16:30 ч.'. */
export function clockText(words: Words<CommonKey>, minutes: number): string {
  const time = `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, '0')}`;
  return words.t('clock', { time });
}

/** '26 май', with the year only where it is not the one of `today`. */
export function dateText(words: Words<CommonKey>, date: string, today: string): string {
  const [year = '', month, day] = date.split('-');
  const name = words.list('months')[Number(month) - 1] ?? '';
  return words.t(date.slice(0, 4) === today.slice(0, 4) ? 'dayMonth' : 'dayMonthYear', { day: Number(day), month: name, year });
}

/** 'вторник, 26 май'; in a sentence 'във вторник, 26 май'. */
export const weekdayDateText = (words: Words<CommonKey>, date: string, today: string, names: 'days' | 'onDays' = 'days'): string =>
  `${words.list(names)[weekdayOf(date)]}, ${dateText(words, date, today)}`;

/** When something happens, seen from `now`: 'в 13:00 ч.', 'утре в 8:30 ч.', 'във вторник в 8:30 ч.', 'на 25 май в 8:30 ч.'. */
export function momentText(words: Words<CommonKey>, moment: Date, now: Date): string {
  const { date, minutes } = wallClock(moment);
  const today = wallClock(now).date;
  const time = clockText(words, minutes);
  if (date === today) return words.t('at', { time });
  if (date === addDays(today, 1)) return words.t('tomorrowAt', { time });
  if (date < addDays(today, 7)) return words.t('onDayAt', { day: words.list('onDays')[weekdayOf(date)] ?? '', time });
  return words.t('onDateAt', { date: dateText(words, date, today), time });
}
