import { describe, expect, it } from 'vitest';
import { sofiaTimeZone } from '../../src/model/sofia-time-zone.js';
import { calendarFile, type CalendarEvent } from '../../src/model/calendar-file.js';

const stamp = new Date('2026-11-24T10:00:00.500Z');
const closure: CalendarEvent = {
  uid: 'vratsa-2026-12-01@cez',
  sequence: 3,
  summary: 'Център Враца: затворен; ремонт, до петък \\ вижте\nсайта',
  location: 'ул. „Примерна“ 5, Враца',
  start: '2026-12-01',
  end: '2026-12-31',
};

/** RFC 5545 read plainly: unfold, split at the first colon, undo the escapes. */
function parse(file: string): [string, string][] {
  return file
    .replace(/\r\n /g, '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const colon = line.indexOf(':');
      const value = line.slice(colon + 1).replace(/\\([nN\\;,])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
      return [line.slice(0, colon), value];
    });
}

describe('a calendar file', () => {
  it('gives back what was put in', () => {
    expect(parse(calendarFile([closure], stamp))).toEqual([
      ['BEGIN', 'VCALENDAR'],
      ['VERSION', '2.0'],
      ['PRODID', '-//CEZ//widgets//BG'],
      ['BEGIN', 'VEVENT'],
      ['UID', closure.uid],
      ['DTSTAMP', '20261124T100000Z'],
      ['SEQUENCE', '3'],
      ['DTSTART;VALUE=DATE', '20261201'],
      ['DTEND;VALUE=DATE', '20270101'],
      ['SUMMARY', closure.summary],
      ['LOCATION', closure.location],
      ['TRANSP', 'TRANSPARENT'],
      ['END', 'VEVENT'],
      ['END', 'VCALENDAR'],
    ]);
  });

  it('holds instants in UTC', () => {
    const file = calendarFile([{ uid: 'a', summary: 'b', description: 'c', start: new Date('2026-06-01T05:30Z'), end: new Date('2026-06-01T13:30Z') }], stamp);
    expect(parse(file)).toEqual(expect.arrayContaining([['DTSTART', '20260601T053000Z'], ['DTEND', '20260601T133000Z'], ['SEQUENCE', '0'], ['DESCRIPTION', 'c']]));
  });

  it('tells instants by the clocks of a zone, except those that a clock shows twice', () => {
    const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Sofia', dateStyle: 'short', timeStyle: 'medium' });
    const shown = (at: number) => wall.format(at).replace(' ', 'T').replace(/[-:]/g, '');
    for (const begin of ['2026-03-28T22:00Z', '2026-10-24T22:00Z', '2026-07-01T00:00Z']) {
      for (let at = Date.parse(begin); at < Date.parse(begin) + 6 * 36e5; at += 10 * 6e4) {
        const isTwice = [-36e5, 36e5].some((other) => shown(at + other) === shown(at));
        expect(sofiaTimeZone.show(new Date(at))).toBe(isTwice ? null : shown(at));
      }
    }
    const start = new Date('2026-10-25T00:30Z');
    const file = calendarFile([{ uid: 'a', summary: 'b', start: new Date('2026-06-01T05:30:15Z'), end: start, cancelled: true }, { uid: 'b', summary: 'c', start, end: null }], stamp, sofiaTimeZone);
    const lines = parse(file).slice(parse(file).findIndex(([, value]) => value === 'VEVENT'));
    expect(lines.filter(([name]) => /^(DT(START|END)|STATUS)/.test(name))).toEqual([
      ['DTSTART;TZID=Europe/Sofia', '20260601T083015'],
      ['DTEND', '20261025T003000Z'],
      ['STATUS', 'CANCELLED'],
      ['DTSTART', '20261025T003000Z'],
    ]);
  });

  it('folds at 75 octets, never inside a character', () => {
    const summary = 'Център за обслужване на клиенти 😀 '.repeat(12);
    const file = calendarFile([{ ...closure, summary }, { ...closure, uid: 'b', summary: 'x'.repeat(400) }], stamp);
    for (const line of file.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\n\r�]/);
      expect(Buffer.from(line).toString()).toBe(line);
    }
    expect(parse(file).filter(([name]) => name === 'SUMMARY').map(([, value]) => value)).toEqual([summary, 'x'.repeat(400)]);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('reminds in time where that is asked for', () => {
    const reminding = parse(calendarFile([{ ...closure, remindMinutes: 90 }], stamp)).slice(12, -2);
    expect(reminding).toEqual([['BEGIN', 'VALARM'], ['ACTION', 'DISPLAY'], ['TRIGGER', '-PT90M'], ['DESCRIPTION', closure.summary], ['END', 'VALARM']]);
  });

  it('lets no text break out of its line', () => {
    const file = calendarFile([{ ...closure, summary: 'a\r\nBEGIN:VALARM\rX:1\u0000\u0007\tb', uid: 'u\nATTENDEE:x' }], stamp);
    expect(parse(file).map(([name]) => name)).not.toContain('ATTENDEE');
    expect(parse(file).find(([name]) => name === 'SUMMARY')?.[1]).toBe('a\nBEGIN:VALARM\nX:1\tb');
  });
});
