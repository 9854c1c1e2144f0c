import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { components } from '../../../../src/api/schema.js';
import { Api, NOW, onBothDatabases } from '../support/api.js';
import { solve } from '../support/customers.js';
import { clear, minute, write } from '../support/outages.js';

type Answer = components['schemas']['OutageLookupAnswer'];

const IN_SOFIA = '310000000011';
const IN_VRATSA = '310000000055';
const IN_MONTANA = '530000000066';
const UNKNOWN = '310000000099';

onBothDatabases((place) => {
  let api: Api;
  let log = '';
  beforeAll(async () => {
    api = await Api.open(await place(), { logger: { write: (line) => (log += line) } });
  });
  afterAll(() => api.close());

  const ask = (clientNumber: unknown, request: Parameters<Api['post']>[2] = {}) => api.post('/v1/outage-lookups', { clientNumber }, request);
  const found = async (clientNumber: string) => (await ask(clientNumber)).json<Answer>();
  const ids = async (clientNumber: string) => (await found(clientNumber)).outages.map(({ id }) => id);

  describe('the sample customers', () => {
    it('see an outage now whose end moved once, works tomorrow, or nothing', async () => {
      const now = await found(IN_VRATSA);
      expect(now).toMatchObject({ place: 'Враца', asOf: NOW.toISOString(), outages: [{ kind: 'unplanned', status: 'active', scope: 'part', places: ['Враца'] }] });
      expect([now.outages.length, now.outages[0]?.endHistory.length]).toEqual([1, 1]);
      const tomorrow = await found(IN_MONTANA);
      expect(tomorrow.outages).toMatchObject([{ kind: 'planned', status: 'upcoming', start: '2026-11-24T07:00:00.000Z' }]);
      expect(await found(IN_SOFIA)).toEqual({ outages: [], place: 'София', asOf: NOW.toISOString() });
    });

    it('are not the unknown, who is told so', async () => {
      const answer = await ask(UNKNOWN);
      expect([answer.status, answer.json()['code'], answer.headers['cache-control']]).toEqual([404, 'not-known', 'no-store']);
    });

    it('may type their number in groups', async () => {
      expect(await ids(' 3100 0000 0055 ')).toHaveLength(1);
    });
  });

  it.each([
    ['too few digits', { clientNumber: '31000000001' }, 422, 'invalid'],
    ['no number', {}, 422, 'invalid'],
    ['a number that is none', { clientNumber: 310000000011 }, 422, 'invalid'],
    ['a field more', { clientNumber: IN_SOFIA, place: 'София' }, 422, 'invalid'],
  ])('is refused with %s, and that is no attempt', async (_name, body, status, code) => {
    const answer = await api.post('/v1/outage-lookups', body);
    expect([answer.status, answer.json()['code']]).toEqual([status, code]);
    expect((await api.context.db.selectFrom('failed_attempts').selectAll().execute()).length).toBe(1);
  });

  describe('an outage affects', () => {
    beforeEach(() => clear(api));

    it('everybody in a place that is out as a whole, in that oblast', async () => {
      await write(api, 'whole');
      await write(api, 'namesake', { oblast: 'Видин', municipality: 'Видин' });
      await write(api, 'elsewhere', { places: ['Мездра'] });
      expect([await ids(IN_VRATSA), await ids(IN_MONTANA)]).toEqual([['whole'], []]);
    });

    it('in a part of a place those it is known to affect', async () => {
      await write(api, 'own', { scope: 'part' });
      await write(api, 'others', { scope: 'part', start: minute(-50) });
      const links = [{ outage_id: 'own', client_number: IN_VRATSA }, { outage_id: 'others', client_number: UNKNOWN }];
      await api.context.db.insertInto('outage_clients').values(links).execute();
      expect(await ids(IN_VRATSA)).toEqual(['own']);
    });

    it('in a part of a place perhaps anybody, where that is not known', async () => {
      await write(api, 'part', { scope: 'part' });
      expect((await found(IN_VRATSA)).outages).toMatchObject([{ id: 'part', scope: 'part' }]);
      expect(await ids(IN_SOFIA)).toEqual([]);
    });

    it('nobody any longer a day after the power is back', async () => {
      await write(api, 'over', { status: 'restored' });
      expect((await found(IN_VRATSA)).outages).toMatchObject([{ status: 'restored' }]);
      api.clock.now = new Date(minute(24 * 60));
      expect(await ids(IN_VRATSA)).toEqual([]);
      api.clock.now = NOW;
    });
  });

  describe('the limits', () => {
    const address = '203.0.113.77';
    const unknown = (index: number) => String(800_000_000_000 + index);

    it('count unknown numbers, then ask for a proof of work, and lock nobody out', async () => {
      for (let index = 0; index < 10; index += 1) {
        expect((await ask(IN_VRATSA, { address })).status).toBe(200);
        expect((await ask(unknown(index), { address })).status).toBe(404);
      }
      const refused = await ask(IN_VRATSA, { address });
      expect([refused.status, refused.json()['code']]).toEqual([403, 'challenge-required']);
      expect((await ask(IN_VRATSA, { address, headers: { challenge: solve(refused) } })).status).toBe(200);
      const again = await ask(unknown(11), { address });
      expect((await ask(unknown(11), { address, headers: { challenge: solve(again) } })).status).toBe(404);
    });

    it('count the guesses at one number from anywhere', async () => {
      const guess = (index: number) => ask('700000000001', { address: `198.51.100.${index}` });
      for (let index = 0; index < 5; index += 1) expect((await guess(index)).status).toBe(404);
      expect((await guess(6)).status).toBe(403);
    });
  });

  it('leaves no number in the log', () => {
    expect(log).toContain('"route":"/v1/outage-lookups"');
    for (const number of [IN_SOFIA, IN_VRATSA, IN_MONTANA, UNKNOWN, '700000000001']) expect(log).not.toContain(number);
  });
});
