/** What a center's facts are called: days off, how many people are let in, the cash desk. */
import type { CentersKey } from '../../i18n/bg/centers.js';
import type { CommonKey } from '../../i18n/bg/common.js';
import type { HoursCardKey } from '../../i18n/bg/hours-card.js';
import { dateText } from '../../i18n/format.js';
import type { Words } from '../../i18n/words.js';
import { usualWeek } from '../../model/announced-changes.js';
import type { DayHours } from '../../model/opening-hours.js';
import type { Center } from '../../model/wire.js';
import { weekText } from '../../ui/hours-text.js';

type CenterWords = Words<CommonKey | CentersKey | HoursCardKey>;

/** Weeks before a temporary regime begins in which it is announced. */
export const ANNOUNCED_WEEKS = 3;

export const holidaysText = (words: CenterWords, days: readonly DayHours[], today: string): string =>
  days.map(({ date, holiday }) => words.t('holidayItem', { date: dateText(words, date, today), name: words.pick(holiday!) })).join(', ');

export function admissionText(words: CenterWords, { admittedAtOnce, desks }: Center): string {
  const count = admittedAtOnce ?? desks;
  if (!count) return words.t(count === 0 ? 'admittedNone' : 'admittedUnknown');
  return `${words.t(count === desks ? 'admittedPerDesk' : 'admitted', { count })} ${words.t('waitPatiently')}`;
}

/** The desk's hours are its usual ones, so they are not told while the center itself keeps others (`changed`). */
export function cashText(words: CenterWords, { cashDesk, cashDeskHours }: Center, changed: boolean, today: string): string {
  if (!cashDeskHours?.length || changed) return words.t(cashDesk || cashDeskHours?.length ? 'cashYes' : cashDesk === null ? 'cashUnknown' : 'cashNo');
  return words.t('cashHours', { hours: weekText(words, usualWeek({ openingHoursSpecification: cashDeskHours }, today)) });
}
