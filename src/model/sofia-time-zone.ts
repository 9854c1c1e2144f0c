/**
 * Europe/Sofia as calendar files describe a zone (RFC 5545, 3.6.5), by the rule of `zoned-time.ts`; for
 * entries that are to keep their hour on the wall.
 */
import type { CalendarZone } from './calendar-file.js';
import { wallClock } from './zoned-time.js';

const HOUR = 36e5;

const rule = (name: string, from: string, to: string, begin: string, month: number, letters: string): string[] => [
  `BEGIN:${name}`,
  `DTSTART:${begin}`,
  `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`,
  `TZOFFSETFROM:${from}`,
  `TZOFFSETTO:${to}`,
  `TZNAME:${letters}`,
  `END:${name}`,
];

export const sofiaTimeZone: CalendarZone = {
  id: 'Europe/Sofia',
  lines: [
    'BEGIN:VTIMEZONE',
    'TZID:Europe/Sofia',
    ...rule('DAYLIGHT', '+0200', '+0300', '19970330T030000', 3, 'EEST'),
    ...rule('STANDARD', '+0300', '+0200', '19971026T040000', 10, 'EET'),
    'END:VTIMEZONE',
  ],
  /** null in the hour that comes twice: which of the two is meant, programs guess. */
  show(instant) {
    const { date, minutes } = wallClock(instant);
    if ([-HOUR, HOUR].some((other) => wallClock(new Date(+instant + other)).minutes === minutes)) return null;
    const two = (number: number): string => String(number).padStart(2, '0');
    return `${date.replace(/-/g, '')}T${two(Math.floor(minutes / 60))}${two(minutes % 60)}${two(instant.getUTCSeconds())}`;
  },
};
