/**
 * Hands an outage to the customer's calendar, under the name that the API's own file has (`/outages/{id}.ics`):
 * added again after the cut has moved, it changes the entry. Told on the wall clock of Sofia.
 */
import type { Outage } from '../../model/outage.js';
import { sofiaTimeZone } from '../../model/sofia-time-zone.js';
import { saveCalendar } from '../../ui/save-calendar.js';

export function saveOutage({ id, sequence, start, end }: Outage, texts: { summary: string; description: string; location: string }, now: Date): void {
  const event = { uid: `outage-${id}@cez-widgets`, sequence, start: new Date(start), end: end === null ? null : new Date(end), ...texts };
  saveCalendar(event, `outage-${id}`, now, sofiaTimeZone);
}
