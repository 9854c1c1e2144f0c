import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../../../../src/api/schema.js';
import { Api, onBothDatabases, SITE } from '../support/api.js';
import { day, HAS_CREDIT, ONE_REGISTER, OWES, OWES_NOTHING, TWO_REGISTERS, VACANT_HOME } from '../support/customers.js';

type Schemas = components['schemas'];

const PROOF_ROUTES = ['/v1/balance-lookups', '/v1/metering-points'];

onBothDatabases((place) => {
  let api: Api;
  let log = '';
  beforeAll(async () => {
    api = await Api.open(await place(), { limitsOff: true, logger: { write: (line) => (log += line) } });
  });
  afterAll(() => api.close());

  const balanceOf = async (proof: object) => (await api.post('/v1/balance-lookups', proof)).json<Schemas['Balance']>();

  describe('a balance', () => {
    it('lists what is owed and says what is overdue', async () => {
      const balance = await balanceOf(OWES);
      expect(balance).toMatchObject({
        clientNumber: '••••••••0011',
        asOf: '2026-11-23T08:00:00.000Z',
        totalDue: { value: '80.27', currency: 'EUR' },
        overdue: { value: '37.91', currency: 'EUR' },
        credit: { value: '0.00', currency: 'EUR' },
        nextDueDate: day(11),
        lastPayment: { amount: { value: '41.07', currency: 'EUR' }, date: day(-55) },
      });
      expect(balance.invoices.map(({ dueDate, reading }) => [dueDate, reading])).toEqual([
        [day(-19), 'estimated'],
        [day(11), 'self-reported'],
      ]);
    });

    it('knows an invoice as overdue from the day after it was due', async () => {
      api.clock.now = new Date(`${day(11)}T21:59:00Z`);
      expect((await balanceOf(OWES)).overdue.value).toBe('37.91');
      api.clock.now = new Date(`${day(11)}T22:00:00Z`);
      expect(await balanceOf(OWES)).toMatchObject({ overdue: { value: '80.27' }, nextDueDate: null });
      api.clock.now = new Date('2026-11-23T08:00:00Z');
    });

    it('subtracts what was paid in part', async () => {
      await api.context.db.updateTable('invoices').set({ paid_cents: 1000 }).where('due_date', '=', day(-19)).execute();
      expect(await balanceOf(OWES)).toMatchObject({ totalDue: { value: '70.27' }, overdue: { value: '27.91' } });
      await api.context.db.updateTable('invoices').set({ paid_cents: 0 }).where('due_date', '=', day(-19)).execute();
    });

    it('has states for nothing owed and for credit', async () => {
      expect(await balanceOf(OWES_NOTHING)).toMatchObject({ totalDue: { value: '0.00' }, credit: { value: '0.00' }, invoices: [] });
      expect(await balanceOf(HAS_CREDIT)).toMatchObject({ totalDue: { value: '0.00' }, credit: { value: '15.60' }, invoices: [] });
    });
  });

  describe('metering points', () => {
    it('have one entry for each register, with its last reading and what is plausible', async () => {
      const { meteringPoints } = (await api.post('/v1/metering-points', TWO_REGISTERS)).json<Schemas['MeteringPointList']>();
      expect(meteringPoints).toEqual([
        {
          meterId: 'sample-meter-44',
          meterNumber: '••••••1744',
          registers: [
            {
              code: 'day',
              name: { bg: 'Дневна', en: 'Day' },
              digits: 6,
              lastReading: { value: '012345', readAt: day(-31) },
              plausible: { min: '012345', max: '013245' },
            },
            {
              code: 'night',
              name: { bg: 'Нощна', en: 'Night' },
              digits: 6,
              lastReading: { value: '006789', readAt: day(-31) },
              plausible: { min: '006789', max: '007289' },
            },
          ],
        },
      ]);
    });

    it.each([ONE_REGISTER, VACANT_HOME])('of $clientNumber have one register', async (proof) => {
      const { meteringPoints } = (await api.post('/v1/metering-points', proof)).json<Schemas['MeteringPointList']>();
      expect(meteringPoints.map(({ registers }) => registers.length)).toEqual([1]);
    });
  });

  describe('number and code', () => {
    it.each([
      ['3100 0000 0011', 'cez011'],
      ['310-000-000-011', ' CEZ 011 '],
      ['31О000000О11', 'СЕZ011'],
      ['３１００００００００１１', 'сеz011'],
      ['310000000011\u00a0', 'CEZ-011'],
    ])('are read as %s and %s are meant', async (clientNumber, authorizationCode) => {
      expect((await balanceOf({ clientNumber, authorizationCode })).clientNumber).toBe('••••••••0011');
    });

    it.each([
      [{}, [['/clientNumber', 'required'], ['/authorizationCode', 'required']]],
      [{ clientNumber: '31000000001', authorizationCode: 'CEZ01' }, [['/clientNumber', 'format'], ['/authorizationCode', 'format']]],
      [{ clientNumber: 310000000011, authorizationCode: 'CEZ011' }, [['/clientNumber', 'format']]],
      [{ ...OWES, clientNumber: '1'.repeat(41) }, [['/clientNumber', 'range']]],
      [{ ...OWES, authorizationCode: 'ЖЖЖ011' }, [['/authorizationCode', 'format']]],
      [{ ...OWES, name: 'x' }, [['/name', 'format']]],
      [[OWES], [['', 'format']]],
      [null, [['', 'format']]],
    ])('are refused with their place: %j', async (body, errors) => {
      for (const route of PROOF_ROUTES) {
        const answer = await api.post(route, body);
        expect([answer.status, answer.json()['code']]).toEqual([422, 'invalid']);
        expect(answer.json<Schemas['InvalidProblem']>().errors.map(({ pointer, code }) => [pointer, code])).toEqual(errors);
      }
    });

    it('are told wrong in the same bytes, whichever of the two is', async () => {
      for (const route of PROOF_ROUTES) {
        const unknown = await api.post(route, { clientNumber: '999999999999', authorizationCode: 'CEZ011' });
        const wrong = await api.post(route, { ...OWES, authorizationCode: 'CEZ022' });
        expect([unknown.status, unknown.json()['code']]).toEqual([404, 'not-recognized']);
        expect([wrong.status, wrong.text]).toEqual([unknown.status, unknown.text]);
        const told = ({ headers }: typeof wrong) => ({ ...headers, date: '' });
        expect(told(wrong)).toEqual(told(unknown));
      }
    });
  });

  it('counts no failures while the limits are off for measurements', async () => {
    for (let index = 0; index < 65; index += 1) await api.post('/v1/balance-lookups', { ...OWES, authorizationCode: 'CEZ022' });
    expect((await api.post('/v1/balance-lookups', OWES)).status).toBe(200);
    expect(await api.context.db.selectFrom('failed_attempts').selectAll().execute()).toEqual([]);
  });

  it('leaves nothing personal in the log and in the figures', async () => {
    const canaries = ['310000000044', 'CEZ044', 'sample-meter-44', '700000000042', 'CANARY', '••••••'];
    const body = { ...TWO_REGISTERS, meterId: 'sample-meter-44', registers: [{ code: 'day', value: '700000000042' }], readAt: day(0) };
    for (const route of [...PROOF_ROUTES, '/v1/readings', '/v1/readings?number=310000000044']) {
      for (const sent of [TWO_REGISTERS, body, { ...body, authorizationCode: 'CANARY' }, '{"310000000044" broken']) {
        await api.post(route, sent, { headers: { 'idempotency-key': 'CANARY', referer: 'http://x/?n=310000000044' } });
      }
    }
    const { text: figures } = await api.get('/metrics');
    expect(log).toContain('"route":"/v1/readings"');
    for (const canary of canaries) expect(log + figures).not.toContain(canary);
  });

  describe('personal answers', () => {
    it.each(['{"clientNumber":"310000000011"', '"310000000011"', ''])('refuse %j as a body', async (body) => {
      const answer = await api.post('/v1/balance-lookups', body);
      expect([400, 422]).toContain(answer.status);
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('refuse a body of %s', async (type) => {
      const answer = await api.post('/v1/balance-lookups', JSON.stringify(OWES), { headers: { 'content-type': type } });
      expect([answer.status, answer.json()['code']]).toEqual([415, 'unsupported-media-type']);
    });

    it('refuse a request without a body', async () => {
      expect((await api.send('POST', '/v1/balance-lookups')).status).toBe(415);
    });

    it('are for the configured origin alone, and for nobody to keep', async () => {
      for (const [origin, allowed] of [[SITE, SITE], ['https://elsewhere.example', undefined], ['null', undefined]] as const) {
        for (const body of [OWES, { ...OWES, authorizationCode: 'WRONG1' }]) {
          const { headers } = await api.post('/v1/balance-lookups', body, { headers: { origin } });
          expect(headers['access-control-allow-origin']).toBe(allowed);
          expect(headers['access-control-allow-credentials']).toBeUndefined();
          expect(headers['cache-control']).toBe('no-store');
          expect(headers['etag']).toBeUndefined();
        }
      }
    });
  });
});
