/**
 * Writes an iCalendar file (RFC 5545) that any calendar program opens. Knows dates, instants and plain text; instants
 * are told in UTC, which needs no time zone described, unless one is handed in.
 */

export interface CalendarEvent {
  /** The same for the same thing in every file, so that a later file changes the entry and does not add another. */
  uid: string;
  /** Rises with every change, 0 to 2 147 483 647; default 0. */
  sequence?: number;
  summary: string;
  description?: string;
  location?: string;
  /** First day of whole days ('YYYY-MM-DD'), or an instant. */
  start: string | Date;
  /** Last day, included, or the instant of the end; the same kind as `start`. null: nobody knows. */
  end: string | Date | null;
  /** It will not take place. */
  cancelled?: boolean;
  /** The calendar reminds of it so many minutes before (RFC 5545, 3.6.6). */
  remindMinutes?: number;
}

/** A time zone to tell instants in. */
export interface CalendarZone {
  id: string;
  /** Its description, as lines of the file. */
  lines: readonly string[];
  /** '20200526T100000', or null for an instant that only UTC can tell. */
  show(instant: Date): string | null;
}

/** '20200526T070000Z' (RFC 5545, 3.3.5, form 2). */
const instant = (moment: Date): string => moment.toISOString().replace(/[-:]|\.\d+/g, '');

/** '20200526'; `later` days after. */
const day = (date: string, later: number): string =>
  new Date(Date.parse(date) + later * 864e5).toISOString().slice(0, 10).replace(/-/g, '');

const time = (name: string, value: string | Date, zone: CalendarZone | undefined, later = 0): string => {
  if (!(value instanceof Date)) return `${name};VALUE=DATE:${day(value, later)}`;
  const shown = zone?.show(value);
  return shown ? `${name};TZID=${zone!.id}:${shown}` : `${name}:${instant(value)}`;
};

/** RFC 5545, 3.3.11: backslash, semicolon, comma and line breaks are escaped; other control characters have no place. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');

/** RFC 5545, 3.1: no line is longer than 75 octets; a break never falls inside a character. */
const folded = (line: string): string => {
  const encoder = new TextEncoder();
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
};

/** The file's text, with CRLF line ends; `stamp` is the instant at which it is made. */
export const calendarFile = (events: readonly CalendarEvent[], stamp: Date, zone?: CalendarZone): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//CEZ//widgets//BG',
    ...(zone?.lines ?? []),
    ...events.flatMap(({ uid, sequence = 0, summary, description, location, start, end, cancelled, remindMinutes }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(uid)}`,
      `DTSTAMP:${instant(stamp)}`,
      `SEQUENCE:${sequence}`,
      time('DTSTART', start, zone),
      // The end of whole days is the first day after them (RFC 5545, 3.6.1).
      ...(end === null ? [] : [time('DTEND', end, zone, 1)]),
      `SUMMARY:${escaped(summary)}`,
      ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
      ...(location ? [`LOCATION:${escaped(location)}`] : []),
      'TRANSP:TRANSPARENT',
      ...(cancelled ? ['STATUS:CANCELLED'] : []),
      ...(remindMinutes ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:-PT${remindMinutes}M`, `DESCRIPTION:${escaped(summary)}`, 'END:VALARM'] : []),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
