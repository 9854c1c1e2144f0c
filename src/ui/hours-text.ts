/** Opening hours as text: a day's, and a week's in the short form people write on a door. */
import type { CentersKey } from '../i18n/bg/centers.js';
import type { Words } from '../i18n/words.js';
import { intervalsText, shortHours } from '../model/hours-text.js';
import type { DayHours } from '../model/opening-hours.js';

/** '8:30–12:30, 13:00–16:30', 'затворено' or 'няма данни'. */
export function dayHoursText(words: Words<CentersKey>, intervals: DayHours['intervals']): string {
  return intervals ? intervalsText(intervals) || words.t('dayClosed') : words.t('dayUnknown');
}

/** 'пн–пт 8:30–16:30 · сб, нд затворено'. */
export function weekText(words: Words<CentersKey>, week: readonly DayHours[]): string {
  return shortHours(week, { days: words.list('daysShort'), closed: words.t('dayClosed'), unknown: words.t('dayUnknown') });
}
