import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Api } from '../support/api.js';
import { clear, minute, write } from '../support/outages.js';

/** RFC 5545 read plainly: unfold, split at the first colon, undo the escapes; the last one of a name counts. */
function read(file: string): Record<string, string> {
  const lines = file.replace(/\r\n /g, '').split('\r\n').filter(Boolean);
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).replace(/\\([nN\\;,])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))];
    }),
  );
}

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
