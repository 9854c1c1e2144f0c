import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Api, NOW, onBothDatabases } from '../support/api.js';
import type { components } from '../../../../src/api/schema.js';

type Schemas = components['schemas'];
type Outage = Schemas['Outage'];

const hours = (count: number): string => new Date(NOW.getTime() + count * 3_600_000).toISOString();

const INPUT: Schemas['OutageInput'] = {
  kind: 'unplanned',
  scope: 'part',
  oblast: 'Враца',
  municipality: 'Враца',
  places: ['Враца'],
  start: hours(-1),
  end: hours(2),
  endHistory: [],
  status: 'active',
  cause: { bg: 'паднало дърво', en: 'a fallen tree' },
  customersAffected: '51-200',
  position: null,
  sequence: 0,
};

onBothDatabases((place) => {
  let api: Api;
  let operator: Record<string, string>;
  beforeAll(async () => {
    api = await Api.open(await place());
    operator = await api.operatorHeaders('control room');
  });
  afterAll(() => api.close());

  const put = (id: string, body: unknown, headers: Record<string, string> = {}) =>
    api.send('PUT', `/v1/outages/${id}`, { body, headers: { ...operator, ...headers } });
  const listed = async (id: string) => (await api.get('/v1/outages')).json<Schemas['OutageList']>().outages.find((outage) => outage.id === id);

  describe('an operator', () => {
    it('tells an outage, which is in the lists at once', async () => {
      expect(await listed('told')).toBeUndefined();
      const created = await put('told', INPUT);
      expect([created.status, created.headers['location']]).toEqual([201, '/v1/outages/told']);
      expect(created.json()).toEqual({ id: 'told', ...INPUT, updatedAt: expect.any(String) as string });
      const read = await api.get('/v1/outages/told');
      expect([read.text, read.headers['etag']]).toEqual([created.text, created.headers['etag']]);
      expect(await listed('told')).toEqual(created.json());
    });

    it('moves its end, and the end told before is not forgotten', async () => {
      const { headers } = await put('moved', INPUT);
      const later = { ...INPUT, end: hours(5) };
      expect((await put('moved', later)).json()['code']).toBe('precondition-required');
      expect((await put('moved', later, { 'if-match': '"old"' })).json()['code']).toBe('precondition-failed');
      const moved = await put('moved', later, { 'if-match': headers['etag'] ?? '' });
      expect([moved.status, moved.json<Outage>()]).toMatchObject([
        200,
        { end: hours(5), endHistory: [{ end: hours(2), announcedAt: NOW.toISOString() }], sequence: 1 },
      ]);
      // As read, and without the history: neither is a change.
      const asRead = Object.fromEntries(Object.entries(moved.json<Outage>()).filter(([name]) => name !== 'id' && name !== 'updatedAt'));
      for (const body of [asRead, later]) {
        const same = await put('moved', body, { 'if-match': moved.headers['etag'] ?? '' });
        expect([same.status, same.text]).toEqual([200, moved.text]);
      }
      const rows = await api.context.db.selectFrom('audit_log').selectAll().where('target', '=', 'outages/moved').orderBy('id').execute();
      expect(rows).toMatchObject([
        { actor: 'control room', action: 'create', body: { end: hours(2) } },
        { actor: 'control room', action: 'change', body: { end: hours(5) } },
      ]);
    });

    it('does not change what time has changed unseen', async () => {
      const { headers } = await put('overdue', INPUT);
      api.clock.now = new Date(hours(3));
      const restored = { ...INPUT, status: 'restored' };
      expect((await put('overdue', restored, { 'if-match': headers['etag'] ?? '' })).status).toBe(412);
      const seen = await api.get('/v1/outages/overdue');
      expect(seen.json<Outage>().status).toBe('overdue');
      const answer = await put('overdue', restored, { 'if-match': seen.headers['etag'] ?? '' });
      api.clock.now = NOW;
      expect([answer.status, answer.json<Outage>().status]).toEqual([200, 'restored']);
    });

    it.each<[string, unknown, unknown]>([
      ['without a start', { ...INPUT, start: undefined }, { pointer: '/start', code: 'required' }],
      ['that ends before it begins', { ...INPUT, end: hours(-2) }, { pointer: '/end', code: 'range' }],
      ['with an exact number of customers', { ...INPUT, customersAffected: 73 }, { pointer: '/customersAffected', code: 'format' }],
      ['with swapped degrees', { ...INPUT, position: { lat: 23.5, lng: 43.2 } }, { pointer: '/position', code: 'range' }],
    ])('is told what is wrong with an outage %s', async (_name, body, error) => {
      const answer = await put('bad', body);
      expect([answer.status, answer.json()['code']]).toEqual([422, 'invalid']);
      expect(answer.json<{ errors: unknown[] }>().errors).toContainEqual(error);
      expect((await api.get('/v1/outages/bad')).status).toBe(404);
    });

    it('is known by a key alone, and gives none of the names that mean something else', async () => {
      expect((await api.send('PUT', '/v1/outages/told', { body: '{broken' })).status).toBe(401);
      for (const id of ['areas', 'told.ics']) expect((await put(id, INPUT)).status).toBe(404);
      expect((await put('%D0%B0', INPUT)).status).toBe(400);
    });
  });
});
