/**
 * An outage as a file for the customer's calendar: one entry under a name that stays, so that a cut
 * which moves changes the entry and does not add another. In Bulgarian, as the names of places are.
 */
import { calendarFile } from '../../../src/model/calendar-file.js';
import { sofiaTimeZone } from '../../../src/model/sofia-time-zone.js';
import type { Schemas } from '../contract.js';
import type { StoredOutage } from './outage-clock.js';

const TITLES: Record<Schemas['OutageKind'], string> = {
  planned: 'Планирано прекъсване на тока',
  unplanned: 'Непланирано прекъсване на тока',
  switching: 'Превключване в мрежата, без ток под 5 минути',
};

/** In time to save one's work, put food away and call the neighbours. */
const REMIND_MINUTES = 120;

export function outageCalendar({ id, body, restoredAt, updatedAt }: StoredOutage): string {
  const { kind, scope, oblast, municipality, places, cause, sequence } = body;
  const start = new Date(body.start);
  const end = body.end === null ? null : new Date(body.end);
  const cancelled = restoredAt !== null && restoredAt <= start;
  const where = places.join(', ');
  const event = {
    uid: `outage-${id}@cez-widgets`,
    sequence,
    summary: `${TITLES[kind]}: ${scope === 'part' ? 'част от ' : ''}${where}`,
    description: [
      ...(cause === null ? [] : [`Причина: ${cause.bg}`]),
      ...(cancelled ? ['Прекъсването е отменено.'] : []),
      ...(restoredAt === null ? ['Очакваният час може да се промени.'] : []),
      'Денонощна телефонна линия: 0700 10 010.',
    ].join('\n'),
    location: `${where}, община ${municipality}, област ${oblast}`,
    start,
    end: restoredAt !== null && !cancelled ? restoredAt : end,
    cancelled,
    ...(kind === 'planned' && !cancelled ? { remindMinutes: REMIND_MINUTES } : {}),
  };
  return calendarFile([event], updatedAt, sofiaTimeZone);
}
