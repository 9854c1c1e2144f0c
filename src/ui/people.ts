/** How many people are in a center and before its door, with the time of the count: so that nobody waits outside to find out. */
import type { CentersKey } from '../i18n/bg/centers.js';
import type { CommonKey } from '../i18n/bg/common.js';
import { clockText } from '../i18n/format.js';
import type { Words } from '../i18n/words.js';
import { isCurrent, type PeopleCount } from '../model/occupancy.js';
import { openingState } from '../model/opening-hours.js';
import type { Center } from '../model/wire.js';
import { wallClock } from '../model/zoned-time.js';

/** Empty where nobody counts, and while the center is closed. A count that has grown old is told to be not known. */
export function peopleText(words: Words<CommonKey | CentersKey>, center: Center, counted: PeopleCount | undefined, now: Date): string {
  if (!counted || openingState(center, now) === 'closed') return '';
  if (!isCurrent(counted, now)) return words.t('peopleUnknown');
  const { admittedAtOnce: of } = center;
  const { inside: count, waiting, at } = counted;
  const inside = count === 0 ? words.t('insideNone') : words.t(of === null ? 'inside' : 'insideOf', { count, of: of ?? '' });
  return words.t('peopleNow', { inside, waiting: waiting ? words.t('waiting', { count: waiting }) : words.t('waitingNone'), time: clockText(words, wallClock(at).minutes) });
}
