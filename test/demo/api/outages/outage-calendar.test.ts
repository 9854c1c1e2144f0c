import ICAL from 'ical.js';
import ical from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Api } from '../support/api.js';
import { clear, minute, write } from '../support/outages.js';

/** RFC 5545 read plainly: unfold, split at the first colon, undo the escapes; the last one of a name counts, the reminder left out. */
function read(file: string): Record<string, string> {
  const lines = file.replace(/\r\n /g, '').replace(/BEGIN:VALARM[^]*?END:VALARM/, '').split('\r\n').filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).replace(/\\([nN\\;,])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))];
    }),
  );
}

interface Entry {
  uid: string;
  sequence: number;
  summary: string;
  start: string;
  end: string;
  /** When the reminder rings. */
  reminder: string;
}

/** The one event of a file, as three programs that know nothing of each other read it. */
const readers: Record<string, (file: string) => Entry> = {
  'ical.js': (file) => {
    const calendar = ICAL.Component.fromString(file);
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    const component = calendar.getFirstSubcomponent('vevent')!;
    const { uid, sequence, summary, startDate, endDate } = new ICAL.Event(component);
    const reminder = startDate.clone();
    reminder.addDuration(component.getFirstSubcomponent('valarm')!.getFirstPropertyValue('trigger') as ICAL.Duration);
    return { uid, sequence, summary, start: startDate.toJSDate().toISOString(), end: endDate.toJSDate().toISOString(), reminder: reminder.toJSDate().toISOString() };
  },
  'node-ical': (file) => {
    const event = Object.values(ical.sync.parseICS(file)).find((part) => part.type === 'VEVENT') as ical.VEvent;
    const { trigger } = (event.alarms as unknown as { trigger: string }[])[0]!;
    const minutes = Number(/^-PT(\d+)M$/.exec(trigger)![1]);
    return { uid: event.uid, sequence: Number(event.sequence), summary: event.summary, start: event.start.toISOString(), end: event.end.toISOString(), reminder: new Date(Number(event.start) - minutes * 60_000).toISOString() };
  },
  'ts-ics': (file) => {
    const event = convertIcsCalendar(undefined, file).events![0]!;
    const { trigger } = event.alarms![0]!;
    if (trigger.type !== 'relative') throw new Error('The reminder is no time before the start');
    const minutes = trigger.value.minutes ?? 0;
    return { uid: event.uid, sequence: event.sequence ?? 0, summary: event.summary, start: event.start.date.toISOString(), end: event.end!.date.toISOString(), reminder: new Date(Number(event.start.date) - minutes * 60_000).toISOString() };
  },
};

describe('the calendar entry of an outage', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open({ memory: true });
  });
  beforeEach(async () => {
    wait(0);
    await clear(api);
  });
  afterAll(() => api.close());

  const wait = (minutes: number) => (api.clock.now = new Date(minute(minutes)));
  const entry = async (id: string) => read((await api.get(`/v1/outages/${id}.ics`)).text);
  const works = { kind: 'planned', scope: 'part', start: minute(24 * 60), end: minute(26 * 60), cause: { bg: 'подмяна, ремонт; друго', en: null } } as const;

  it('says what, where and when, by the clocks of Bulgaria', async () => {
    await write(api, 'works', works);
    const answer = await api.get('/v1/outages/works.ics');
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(answer.text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n[^]*BEGIN:VTIMEZONE\r\nTZID:Europe\/Sofia\r\n[^]*END:VTIMEZONE\r\nBEGIN:VEVENT\r\n[^]*END:VCALENDAR\r\n$/);
    expect(read(answer.text)).toMatchObject({
      UID: 'outage-works@cez-widgets',
      SEQUENCE: '0',
      DTSTAMP: '20261123T080000Z',
      'DTSTART;TZID=Europe/Sofia': '20261124T100000',
      'DTEND;TZID=Europe/Sofia': '20261124T120000',
      SUMMARY: 'Планирано прекъсване на тока: част от Враца',
      LOCATION: 'Враца, община Враца, област Враца',
      DESCRIPTION: 'Причина: подмяна, ремонт; друго\nОчакваният час може да се промени.\nДенонощна телефонна линия: 0700 10 010.',
    });
  });

  it('moves with the cut, under the same name and a higher sequence', async () => {
    await write(api, 'works', works);
    wait(10);
    await write(api, 'works', { ...works, end: minute(28 * 60) });
    expect(await entry('works')).toMatchObject({ UID: 'outage-works@cez-widgets', SEQUENCE: '1', DTSTAMP: '20261123T081000Z', 'DTEND;TZID=Europe/Sofia': '20261124T140000' });
  });

  for (const [name, readFile] of Object.entries(readers)) {
    it(`is read by ${name}, which takes a cut that moved for the same one, later`, async () => {
      await write(api, 'works', works);
      const before = readFile((await api.get('/v1/outages/works.ics')).text);
      expect(before).toEqual({
        uid: 'outage-works@cez-widgets', sequence: 0, summary: 'Планирано прекъсване на тока: част от Враца',
        start: new Date(works.start).toISOString(), end: new Date(works.end).toISOString(), reminder: '2026-11-24T06:00:00.000Z',
      });
      wait(10);
      await write(api, 'works', { ...works, end: minute(28 * 60) });
      expect(readFile((await api.get('/v1/outages/works.ics')).text)).toEqual({ ...before, sequence: 1, end: new Date(minute(28 * 60)).toISOString() });
    });
  }

  it('is called off with works that do not begin', async () => {
    await write(api, 'works', works);
    await write(api, 'works', { ...works, status: 'restored' });
    expect(await entry('works')).toMatchObject({ STATUS: 'CANCELLED', SEQUENCE: '1', 'DTSTART;TZID=Europe/Sofia': '20261124T100000' });
  });

  it('ends when the power is back', async () => {
    await write(api, 'fault');
    wait(20);
    await write(api, 'fault', { status: 'restored' });
    const file = await entry('fault');
    expect([file['DTEND;TZID=Europe/Sofia'], file['STATUS']]).toEqual(['20261123T102000', undefined]);
  });

  it('has no end where none is known, and tells in UTC what the wall clock shows twice', async () => {
    await write(api, 'night', { start: '2026-10-25T00:30:00Z', end: '2026-10-25T01:30:00Z' });
    expect(await entry('night')).toMatchObject({ DTSTART: '20261025T003000Z', DTEND: '20261025T013000Z' });
    await write(api, 'storm', { end: null });
    expect(Object.keys(await entry('storm')).filter((name) => name.startsWith('DTEND'))).toEqual([]);
  });

  it('is the same file until the outage changes', async () => {
    await write(api, 'fault');
    const { headers } = await api.get('/v1/outages/fault.ics');
    wait(61);
    expect((await api.get('/v1/outages/fault.ics', { 'if-none-match': headers['etag'] ?? '' })).status).toBe(304);
  });
});
