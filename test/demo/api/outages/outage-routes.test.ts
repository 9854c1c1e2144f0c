import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { components } from '../../../../src/api/schema.js';
import { etagOf } from '../../../../demo/api/public-answers.js';
import { Api, onBothDatabases } from '../support/api.js';
import { clear, INPUT, list, minute, one, write, type OutageList } from '../support/outages.js';

type Schemas = components['schemas'];

const DAY = 24 * 60;

onBothDatabases((place) => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open(await place());
  });
  beforeEach(async () => {
    wait(0);
    await clear(api);
  });
  afterAll(() => api.close());

  const wait = (minutes: number) => (api.clock.now = new Date(minute(minutes)));
  const ids = async (query = '') => (await list(api, query)).map(({ id }) => id);

  describe('an outage in the list', () => {
    it('comes, begins, is late, ends and goes by the clock alone, each time as a change', async () => {
      await write(api, 'works', { kind: 'planned', start: minute(15 * DAY), end: minute(15 * DAY + 60) });
      const seen: unknown[] = [];
      const look = async (minutes: number) => {
        wait(minutes);
        const answer = await api.get('/v1/outages');
        const { outages, updatedAt } = answer.json<OutageList>();
        seen.push([minutes, outages[0]?.status ?? null, updatedAt]);
        return answer.headers['etag'] ?? '';
      };
      const etags = [
        await look(DAY - 1),
        await look(DAY),
        await look(15 * DAY - 1),
        await look(15 * DAY),
        await look(15 * DAY + 59),
        await look(15 * DAY + 60),
      ];
      await write(api, 'works', { kind: 'planned', start: minute(15 * DAY), end: minute(15 * DAY + 60), status: 'restored' });
      etags.push(await look(15 * DAY + 60), await look(16 * DAY + 59), await look(16 * DAY + 60));
      expect(seen).toEqual([
        [DAY - 1, null, minute(0)],
        [DAY, 'upcoming', minute(DAY)],
        [15 * DAY - 1, 'upcoming', minute(DAY)],
        [15 * DAY, 'active', minute(15 * DAY)],
        [15 * DAY + 59, 'active', minute(15 * DAY)],
        [15 * DAY + 60, 'overdue', minute(15 * DAY + 60)],
        [15 * DAY + 60, 'restored', minute(15 * DAY + 60)],
        [16 * DAY + 59, 'restored', minute(15 * DAY + 60)],
        [16 * DAY + 60, null, minute(16 * DAY + 60)],
      ]);
      expect(etags.map((etag, index) => etag !== etags[index - 1])).toEqual([true, true, false, true, false, true, true, false, true]);
    });

    it('is not modified between two of its changes', async () => {
      await write(api, 'fault');
      const { headers } = await api.get('/v1/outages');
      wait(59);
      const held = { 'if-none-match': headers['etag'] ?? '' };
      expect((await api.get('/v1/outages', held)).status).toBe(304);
      wait(60);
      expect((await api.get('/v1/outages', held)).status).toBe(200);
    });

    it('has no end that could pass where none is known', async () => {
      await write(api, 'storm', { end: null });
      wait(5 * DAY);
      expect(await list(api)).toMatchObject([{ status: 'active', end: null, updatedAt: minute(0) }]);
    });

    it('stands by its start', async () => {
      await write(api, 'b', { start: minute(-10) });
      await write(api, 'a', { start: minute(-10) });
      await write(api, 'c', { start: minute(-20) });
      expect(await ids()).toEqual(['c', 'a', 'b']);
    });

    it('is found by oblast, place and kind', async () => {
      await write(api, 'vratsa');
      await write(api, 'two', { places: ['Мездра', 'Роман'], kind: 'planned' });
      await write(api, 'namesake', { oblast: 'Видин', places: ['Враца'], kind: 'switching' });
      const answers = await Promise.all(
        ['?place=Враца', '?place=Роман', '?oblast=Враца', '?oblast=Видин&place=Враца', '?kind=switching', '?kind=planned&oblast=Видин'].map((query) => ids(encodeURI(query))),
      );
      expect(answers).toEqual([['namesake', 'vratsa'], ['two'], ['two', 'vratsa'], ['namesake'], ['namesake'], []]);
    });

    it.each(['?kind=fault', '?place=', `?oblast=${'x'.repeat(101)}`, '?place=a&place=b'])('is not guessed at for %s', async (query) => {
      const answer = await api.get(`/v1/outages${query}`);
      expect([answer.status, answer.json()['code']]).toEqual([400, 'bad-request']);
    });

    it('may be told to caches for a quarter of a minute, other lists for a minute', async () => {
      const headers = await Promise.all(
        ['/v1/outages', '/v1/outages?place=x', '/v1/outages/areas', '/v1/centers'].map(async (path) => (await api.get(path)).headers['cache-control']),
      );
      const seconds = (each: number) => `public, max-age=${each}, stale-while-revalidate=60, stale-if-error=86400`;
      expect(headers).toEqual([seconds(15), seconds(15), seconds(15), seconds(60)]);
    });

    it('leaves it to the register whether a place is known', async () => {
      const { places } = (await api.get('/v1/places')).json<{ places: Schemas['Place'][] }>();
      const known = (name: string) => places.some((each) => each.name === name);
      expect(await Promise.all(['Мездра', 'Нищонево'].map(async (name) => [known(name), await ids(encodeURI(`?place=${name}`))]))).toEqual([[true, []], [false, []]]);
    });
  });

  describe('one outage', () => {
    it('has a strong ETag that follows its status', async () => {
      await write(api, 'fault');
      const before = await api.get('/v1/outages/fault', { 'accept-encoding': 'br' });
      expect(before.headers['etag']).toMatch(/^"[\w-]{27}-br"$/);
      const plain = await api.get('/v1/outages/fault');
      expect(plain.headers['etag']).toBe(etagOf(plain.text));
      expect(plain.json()).toEqual({ ...INPUT, id: 'fault', status: 'active', updatedAt: minute(0) });
      wait(60);
      expect(await one(api, 'fault')).toMatchObject({ status: 'overdue', updatedAt: minute(60) });
      expect((await api.get('/v1/outages/fault', { 'if-none-match': plain.headers['etag'] ?? '' })).status).toBe(200);
    });

    it('is read by its id before it is listed and after', async () => {
      await write(api, 'far', { start: minute(30 * DAY), end: null });
      await write(api, 'over', { status: 'restored' });
      wait(2 * DAY);
      expect(await ids()).toEqual([]);
      expect([(await one(api, 'far')).status, (await one(api, 'over')).status]).toEqual(['upcoming', 'restored']);
    });

    it.each(['absent', 'areas.ics', 'absent.ics', '%D0%B0', '..%2fcenters'])('is not found under %s', async (id) => {
      const answer = await api.get(`/v1/outages/${id}`);
      expect([answer.status, answer.json()['code']]).toEqual([404, 'not-found']);
    });
  });

  describe('a write', () => {
    it('keeps every end once told, with when it was told, and counts', async () => {
      await write(api, 'fault', { end: minute(60) });
      wait(10);
      await write(api, 'fault', { end: minute(90) });
      wait(20);
      // Of the ends before it knows nothing.
      await write(api, 'fault', { end: minute(120), cause: null });
      expect(await one(api, 'fault')).toMatchObject({
        end: minute(120),
        endHistory: [{ end: minute(60), announcedAt: minute(0) }, { end: minute(90), announcedAt: minute(10) }],
        sequence: 2,
        cause: null,
        updatedAt: minute(20),
      });
    });

    it('may tell the history itself', async () => {
      await write(api, 'fault', { end: minute(60) });
      wait(10);
      const told = [{ end: minute(60), announcedAt: '2026-11-23T09:30:00+02:00' }];
      await write(api, 'fault', { end: minute(90), endHistory: told, sequence: 7 });
      expect(await one(api, 'fault')).toMatchObject({ endHistory: [{ end: minute(60), announcedAt: '2026-11-23T07:30:00.000Z' }], sequence: 7 });
    });

    it('takes an end back, but no first end for a moved one', async () => {
      await write(api, 'storm', { end: null });
      await write(api, 'storm', { end: minute(60) });
      expect(await one(api, 'storm')).toMatchObject({ endHistory: [], sequence: 1 });
      wait(5);
      await write(api, 'storm', { end: null });
      await write(api, 'storm', { end: minute(90) });
      expect((await one(api, 'storm')).endHistory.map(({ end }) => end)).toEqual([minute(60), null]);
    });

    it('closes an outage, and opens it again', async () => {
      await write(api, 'fault');
      await write(api, 'fault', { status: 'restored' });
      expect(await list(api)).toMatchObject([{ status: 'restored', sequence: 1 }]);
      await write(api, 'fault', { status: 'upcoming' });
      expect(await list(api)).toMatchObject([{ status: 'active', sequence: 2, endHistory: [] }]);
    });

    it('is in the next answer, whichever was asked before', async () => {
      const paths = ['/v1/outages', encodeURI('/v1/outages?place=Враца'), '/v1/outages/areas', '/v1/outages/fault.ics'];
      await write(api, 'fault');
      const before = await Promise.all(paths.map(async (path) => (await api.get(path)).headers['etag']));
      await write(api, 'fault', { end: minute(90), scope: 'part' });
      const after = await Promise.all(paths.map(async (path) => (await api.get(path)).headers['etag']));
      expect(after.filter((etag, index) => etag === before[index])).toEqual([]);
    });
  });

  describe('the areas', () => {
    const areas = async () => (await api.get('/v1/outages/areas')).json<Schemas['OutageAreas']>().features;

    it('are closed rings of four decimals around the places, or around a wide middle of a part', async () => {
      await write(api, 'village', { oblast: 'Видин', municipality: 'Ружинци', places: ['Ружинци', 'Дреновец'], position: null });
      await write(api, 'part', { scope: 'part', position: { lat: 43.20123, lng: 23.55321 } });
      await write(api, 'unknown', { places: ['Нищонево'], position: null });
      const features = await areas();
      expect(features.map(({ id, geometry, properties }) => [id, geometry.type, properties])).toEqual([
        ['part', 'Polygon', { kind: 'unplanned', status: 'active' }],
        ['village', 'MultiPolygon', { kind: 'unplanned', status: 'active' }],
      ]);
      const rings = features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)) as number[][][][];
      expect(rings).toHaveLength(3);
      for (const [ring = []] of rings) {
        expect(ring[0]).toEqual(ring.at(-1));
        for (const degrees of ring.flat()) expect(String(degrees)).toMatch(/^\d\d(\.\d{1,4})?$/);
        const [lng, lat] = [0, 1].map((axis) => ring.map((corner) => corner[axis] ?? 0));
        // At least a kilometre wide: a quarter, not a home.
        expect(Math.max(...(lat ?? [])) - Math.min(...(lat ?? []))).toBeGreaterThan(0.009);
        expect(Math.max(...(lng ?? [])) - Math.min(...(lng ?? []))).toBeGreaterThan(0.012);
      }
    });

    it('go with the list', async () => {
      await write(api, 'fault', { status: 'restored' });
      wait(DAY);
      expect(await areas()).toEqual([]);
    });
  });

  it('answers many questions from one reading of the database', async () => {
    await write(api, 'fault');
    await api.get('/v1/outages');
    // Behind the server's back: nobody said that anything changed.
    await api.context.db.deleteFrom('outages').execute();
    wait(60);
    expect((await list(api)).map(({ status }) => status)).toEqual(['overdue']);
    expect(await ids(encodeURI('?oblast=Враца'))).toEqual(['fault']);
  });
});
