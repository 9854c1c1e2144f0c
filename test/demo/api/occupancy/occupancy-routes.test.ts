import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Api, NOW, onBothDatabases } from '../support/api.js';
import type { components } from '../../../../src/api/schema.js';

type Schemas = components['schemas'];

const WEEK_MS = 7 * 86_400_000;

const CENTER = {
  brands: ['cez-bg'],
  name: { bg: 'Център Проба', en: null },
  address: { street: 'ул. „Проба“ 1', place: 'Враца', municipality: 'Враца', oblast: 'Враца', postalCode: null },
};

/** The instant that many minutes after the tests' moment. */
const minutes = (count: number): string => new Date(NOW.getTime() + count * 60_000).toISOString();

onBothDatabases((place) => {
  let api: Api;
  let operator: Record<string, string>;
  beforeAll(async () => {
    api = await Api.open(await place());
    operator = await api.operatorHeaders('door');
  });
  afterAll(() => api.close());

  const open = (id: string, sample = false, headers: Record<string, string> = {}) =>
    api.send('PUT', `/v1/centers/${id}`, { body: { ...CENTER, sample }, headers: { ...operator, ...headers } });
  const tell = (id: string, body: unknown) => api.send('PUT', `/v1/centers/${id}/occupancy`, { body, headers: operator });
  const count = (waiting: number, at: string) => ({ inside: 4, waiting, at });
  const now = async (id: string) =>
    (await api.get('/v1/occupancy')).json<Schemas['OccupancyList']>().occupancy.filter(({ centerId }) => centerId === id);
  const quiet = async (id: string) => (await api.get(`/v1/centers/${id}/quiet-hours`)).json<Schemas['QuietHours']>().hours;

  describe('a count', () => {
    it('is told to everybody at once, and only the latest', async () => {
      await open('counted');
      expect(await now('counted')).toEqual([]);
      const first = await tell('counted', count(3, minutes(-10)));
      expect([first.status, first.json()]).toEqual([201, { centerId: 'counted', ...count(3, minutes(-10)) }]);
      expect(await now('counted')).toEqual([first.json()]);
      const { headers } = await api.get('/v1/occupancy');
      expect((await tell('counted', count(1, minutes(0)))).status).toBe(200);
      expect((await api.get('/v1/occupancy', { 'if-none-match': headers['etag'] ?? '' })).status).toBe(200);
      expect(await now('counted')).toEqual([{ centerId: 'counted', ...count(1, minutes(0)) }]);
    });

    it('that comes late is kept, but does not stand for now', async () => {
      await open('late');
      await tell('late', count(0, minutes(-1)));
      const late = await tell('late', count(7, minutes(-30)));
      expect([late.status, late.json()]).toEqual([200, { centerId: 'late', ...count(0, minutes(-1)) }]);
      expect(await quiet('late')).toEqual([{ dayOfWeek: 'Monday', hour: 9, waiting: 3.5, counts: 2 }]);
    });

    it('corrects another of the same instant', async () => {
      await open('corrected');
      await tell('corrected', count(8, minutes(0)));
      await tell('corrected', count(2, '2026-11-23T10:00:00+02:00'));
      expect(await now('corrected')).toEqual([{ centerId: 'corrected', ...count(2, minutes(0)) }]);
      expect(await quiet('corrected')).toEqual([{ dayOfWeek: 'Monday', hour: 10, waiting: 2, counts: 1 }]);
    });

    it('stands in the audit log', async () => {
      await open('audited');
      await tell('audited', count(5, minutes(-2)));
      const rows = await api.context.db.selectFrom('audit_log').selectAll().where('target', '=', 'centers/audited/occupancy').execute();
      expect(rows).toMatchObject([{ actor: 'door', action: 'create', body: count(5, minutes(-2)) }]);
    });

    it.each<[string, unknown, unknown]>([
      ['without those who wait', { inside: 4, at: minutes(0) }, { pointer: '/waiting', code: 'required' }],
      ['of fewer than none', count(-1, minutes(0)), { pointer: '/waiting', code: 'range' }],
      ['of half a person', count(1.5, minutes(0)), { pointer: '/waiting', code: 'format' }],
      ['without an offset', count(1, '2026-11-23T10:00:00'), { pointer: '/at', code: 'format' }],
      ['of the future', count(1, minutes(10)), { pointer: '/at', code: 'range' }],
      ['older than what is kept', count(1, new Date(NOW.getTime() - 8 * WEEK_MS - 1).toISOString()), { pointer: '/at', code: 'range' }],
    ])('%s is refused', async (_name, body, error) => {
      const answer = await tell('sample-vratsa', body);
      expect([answer.status, answer.json()['code']]).toEqual([422, 'invalid']);
      expect(answer.json<{ errors: unknown[] }>().errors).toContainEqual(error);
    });

    it('of no center, or from a stranger, is refused', async () => {
      expect((await tell('nowhere', count(1, minutes(0)))).status).toBe(404);
      const answer = await api.send('PUT', '/v1/centers/sample-vratsa/occupancy', { body: '{broken' });
      expect([answer.status, answer.json()['code']]).toEqual([401, 'unauthorized']);
    });
  });

  describe('quiet hours', () => {
    it('are medians by weekday and hour of the clock in Bulgaria, also over its change', async () => {
      await open('quiet');
      // Mondays at 10:30, one of them in summer time; a Tuesday at 9:59 and at 10:00.
      for (const [waiting, at] of [
        [9, '2026-10-19T10:30:00+03:00'],
        [1, '2026-10-26T10:30:00+02:00'],
        [2, '2026-11-16T10:30:00+02:00'],
        [6, '2026-11-17T09:59:59+02:00'],
        [0, '2026-11-17T10:00:00+02:00'],
        [3, '2026-11-17T10:20:00+02:00'],
      ] as const) {
        await tell('quiet', count(waiting, at));
      }
      expect(await quiet('quiet')).toEqual([
        { dayOfWeek: 'Monday', hour: 10, waiting: 2, counts: 3 },
        { dayOfWeek: 'Tuesday', hour: 9, waiting: 6, counts: 1 },
        { dayOfWeek: 'Tuesday', hour: 10, waiting: 1.5, counts: 2 },
      ]);
    });

    it('forget what is older than eight weeks', async () => {
      await open('forgetting');
      await tell('forgetting', count(9, minutes(-60)));
      api.clock.now = new Date(NOW.getTime() + 8 * WEEK_MS);
      await tell('forgetting', count(1, api.clock.now.toISOString()));
      expect(await quiet('forgetting')).toEqual([{ dayOfWeek: 'Monday', hour: 10, waiting: 1, counts: 1 }]);
      const rows = await api.context.db.selectFrom('occupancy_counts').select('at').where('at', '<', NOW).execute();
      api.clock.now = NOW;
      expect(rows).toEqual([]);
    });

    it('are none where nobody counts, and not found where there is no center', async () => {
      await open('uncounted');
      expect(await quiet('uncounted')).toEqual([]);
      expect((await api.get('/v1/centers/nowhere/quiet-hours')).status).toBe(404);
    });

    it('and counts of a sample do not pass to the center that takes its place', async () => {
      const { headers } = await open('taken', true);
      await tell('taken', count(3, minutes(-5)));
      expect([(await now('taken')).length, (await quiet('taken')).length]).toEqual([1, 1]);
      await open('taken', false, { 'if-match': headers['etag'] ?? '' });
      expect([await now('taken'), await quiet('taken')]).toEqual([[], []]);
    });
  });
});
