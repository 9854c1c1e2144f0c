/** Puts the next window for readings into the customer's calendar. */
import type { DateRange } from '../../model/reading-window.js';
import { saveCalendar } from '../../ui/save-calendar.js';

/** `summary` is the title in the calendar; the days are whole ones, in Sofia's calendar. */
export function saveReminder({ from, through }: DateRange, summary: string, now: Date): void {
  saveCalendar({ uid: `readings-${from}@cez-widgets`, start: from, end: through, summary }, `readings-${from}`, now);
}
