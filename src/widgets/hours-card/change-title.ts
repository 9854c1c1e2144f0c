/** What a temporary change is called: in force or to come, closed or with other hours, for one day or many. */
import type { CommonKey } from '../../i18n/bg/common.js';
import type { HoursCardKey } from '../../i18n/bg/hours-card.js';
import { dateText } from '../../i18n/format.js';
import type { Words } from '../../i18n/words.js';
import type { AnnouncedChange } from '../../model/announced-changes.js';

export function changeTitle(words: Words<HoursCardKey | CommonKey>, { validFrom, validThrough, closed }: AnnouncedChange, today: string): string {
  const values = { from: dateText(words, validFrom, today), date: dateText(words, validThrough, today) };
  if (validFrom === validThrough) return words.t(closed ? 'closedOn' : 'temporaryOn', values);
  if (!closed) return words.t('temporaryFrom', values);
  return words.t(validFrom <= today ? 'closedUntil' : 'closedFrom', values);
}
