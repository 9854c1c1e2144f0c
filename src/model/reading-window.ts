/**
 * When readings are taken, seen from a day of Bulgaria's calendar. The answer may be older than midnight, so
 * its dates say more than its word `open`; a date it does not give is not known, and no end is made up.
 */
import type { ReadingWindow, Text } from './wire.js';
import { daysBetween, dayNumber } from './zoned-time.js';

export interface DateRange {
  from: string;
  through: string;
}

export type WindowState =
  /** `from` and `through` (included) are null where unknown; `daysLeft` is 0 on the last day. */
  | { state: 'open'; from: string | null; through: string | null; daysLeft: number | null; reason: Text | null }
  | { state: 'closed'; next: DateRange | null };

/** From here on an end is near. */
export const CLOSING_SOON_DAYS = 3;

const isDate = (raw: unknown): raw is string => !Number.isNaN(dayNumber(raw));
const dateOrNull = (raw: unknown): string | null => (isDate(raw) ? raw : null);

/** The window of an answer; null if it does not say whether it is open. */
export function readReadingWindow(raw: unknown): ReadingWindow | null {
  const { open, from, through, reason, next } = (raw ?? {}) as Partial<ReadingWindow>;
  if (typeof open !== 'boolean') return null;
  return {
    open,
    from: dateOrNull(from),
    through: dateOrNull(through),
    reason: typeof reason?.bg === 'string' && reason.bg ? { bg: reason.bg, en: typeof reason.en === 'string' ? reason.en : null } : null,
    next: isDate(next?.from) && isDate(next.through) && next.from <= next.through ? { from: next.from, through: next.through } : null,
  };
}

export function windowOn({ open, from, through, reason, next }: ReadingWindow, today: string): WindowState {
  if (next && next.from <= today && today <= next.through) return { state: 'open', ...next, daysLeft: daysBetween(today, next.through), reason: null };
  const isOpen = open && (!from || from <= today) && (!through || today <= through);
  if (isOpen) return { state: 'open', from, through, daysLeft: through ? daysBetween(today, through) : null, reason };
  return { state: 'closed', next: next && next.from > today ? next : null };
}
