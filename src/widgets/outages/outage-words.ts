/** Outages in sentences. A time that has passed is never told as one to come, and an end that nobody gave is not made up. */
import type { CommonKey } from '../../i18n/bg/common.js';
import type { OutagesKey } from '../../i18n/bg/outages.js';
import type { PlacesKey } from '../../i18n/bg/places.js';
import { clockText, dateText, momentText } from '../../i18n/format.js';
import type { Words } from '../../i18n/words.js';
import { restoredAt } from '../../model/outage-place.js';
import { statusAt, type Outage } from '../../model/outage.js';
import { wallClock } from '../../model/zoned-time.js';

export type OutageWords = Words<CommonKey | OutagesKey | PlacesKey>;

/** '16:30 ч.', on another day than `today` '19 март, 16:30 ч.'. */
export function timeText(words: OutageWords, instant: number, today: Date): string {
  const { date, minutes } = wallClock(new Date(instant));
  const { date: day } = wallClock(today);
  const time = clockText(words, minutes);
  return date === day ? time : words.t('onDateTime', { date: dateText(words, date, day), time });
}

/** What the outage means for a place, as the first line of an answer. */
export function answerText(words: OutageWords, outage: Outage, place: string, now: Date): string {
  const { kind, part, start, end } = outage;
  const where = part ? words.t('wherePart', { place }) : place;
  const until = end === null ? '' : timeText(words, end, now);
  switch (statusAt(outage, now.getTime())) {
    case 'restored': return words.t('powerIsBack', { time: timeText(words, restoredAt(outage), now) });
    case 'overdue': return words.t('outageOverdue', { where, end: until });
    case 'upcoming': {
      const moment = momentText(words, new Date(start), now);
      return end === null ? words.t('outageUpcomingNoEnd', { where, moment }) : words.t('outageUpcoming', { where, moment, end: timeText(words, end, new Date(start)) });
    }
    case 'active':
      if (kind === 'switching') return words.t('outageSwitching', { where });
      if (end === null) return words.t('outageNowNoEnd', { where });
      return words.t(kind === 'planned' ? 'outagePlannedNow' : 'outageNow', { where, end: until });
  }
}

/** From when until when, on a row. */
export function rowText(words: OutageWords, outage: Outage, now: Date): string {
  const start = timeText(words, outage.start, now);
  const end = outage.end === null ? null : timeText(words, outage.end, now);
  switch (statusAt(outage, now.getTime())) {
    case 'restored': return words.t('rowRestored', { time: timeText(words, restoredAt(outage), now) });
    case 'overdue': return words.t('rowOverdue', { start, end: end ?? '' });
    case 'upcoming': return end === null ? words.t('rowUpcomingNoEnd', { start }) : words.t('rowUpcoming', { start, end: timeText(words, outage.end!, new Date(outage.start)) });
    case 'active': return end === null ? words.t('rowNowNoEnd', { start }) : words.t(outage.kind === 'planned' ? 'rowPlannedNow' : 'rowNow', { start, end });
  }
}

/** 'Част от Враца', 'Мездра, Роман, Елисейна и още 4', 'община Своге'. */
export function whereText(words: OutageWords, { places, part, municipality }: Outage, most = 3): string {
  const names = places.map((name) => words.place(name));
  const few = names.slice(0, most).join(', ');
  const text = names.length > most ? words.t('morePlaces', { places: few, n: names.length - most }) : few;
  const place = text || words.t('wholeMunicipality', { municipality: words.place(municipality) });
  return part ? words.t('wherePart', { place }) : place;
}

/** 'община Мездра, област Враца', as far as it is known. */
export function regionText(words: OutageWords, { municipality, oblast, places }: Outage): string {
  const [inner, outer] = [words.place(municipality), words.place(oblast)];
  if (!outer) return inner && places.length ? words.t('wholeMunicipality', { municipality: inner }) : '';
  return inner ? words.t('inMunicipality', { municipality: inner, oblast: outer }) : outer;
}
