/** Hands a temporary change of hours to the customer's calendar. */
import type { AnnouncedChange } from '../../model/announced-changes.js';
import type { Center } from '../../model/wire.js';
import { saveCalendar } from '../../ui/save-calendar.js';

/** `summary` is the title in the calendar; the days are whole ones, in Sofia's calendar. */
export function saveChange(center: Center, { validFrom, validThrough }: AnnouncedChange, summary: string, now: Date): void {
  const { street, place } = center.address;
  const event = {
    uid: `${center.id}-${validFrom}@cez-widgets`,
    sequence: Math.floor(Date.parse(center.updatedAt) / 1000) || 0,
    start: validFrom,
    end: validThrough,
    summary,
    location: [street, place].filter(Boolean).join(', '),
  };
  saveCalendar(event, center.id, now);
}
