/** What a notice says beside its own words: how grave it is, where it holds, and until when. */
import type { CommonKey } from '../../i18n/bg/common.js';
import type { NoticeKey } from '../../i18n/bg/notice.js';
import { clockText, dateText } from '../../i18n/format.js';
import type { Words } from '../../i18n/words.js';
import { addDays, wallClock } from '../../model/zoned-time.js';

type NoticeWords = Words<CommonKey | NoticeKey>;

export const SEVERITY_NAMES = { info: 'noticeInfo', warning: 'noticeWarning', emergency: 'noticeEmergency' } as const;
/** More places than these are counted. */
const NAMED_PLACES = 5;

export function placesText(words: NoticeWords, places: readonly string[]): string {
  const named = places.slice(0, NAMED_PLACES).map((place) => words.place(place)).join(', ');
  const n = places.length - NAMED_PLACES;
  return n > 0 ? words.t('noticeMorePlaces', { places: named, n }) : named;
}

/** A notice that ends at midnight holds for the whole day before. `today` is '' where the reader's day is not known. */
export function untilText(words: NoticeWords, through: Date, today: string): string {
  const { date, minutes } = wallClock(through);
  const time = clockText(words, minutes);
  if (minutes === 0) return words.t('noticeUntilDay', { date: dateText(words, addDays(date, -1), today) });
  return words.t(date === today ? 'noticeUntilToday' : 'noticeUntilMoment', { date: dateText(words, date, today), time });
}
