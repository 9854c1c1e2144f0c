import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { seed } from '../../../../demo/api/sample/seed.js';
import type { components } from '../../../../src/api/schema.js';
import { Api, NOW, onBothDatabases, type Answer } from '../support/api.js';
import { day, ONE_REGISTER, OWES, TWO_REGISTERS, VACANT_HOME } from '../support/customers.js';

type Schemas = components['schemas'];

const WINDOW_FROM = -6;
const WINDOW_THROUGH = 30;

onBothDatabases((place) => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open(await place());
  });
  // A database takes longer to make than to empty.
  afterEach(async () => {
    api.clock.now = NOW;
    for (const table of ['readings', 'failed_attempts'] as const) await api.context.db.deleteFrom(table).execute();
    await seed(api.context.db, NOW);
    api.context.changes.forget();
  });
  afterAll(() => api.close());

  const reading = (differs: object = {}) => ({
    ...ONE_REGISTER,
    meterId: 'sample-meter-55',
    registers: [{ code: 'single', value: '023500' }],
    readAt: day(0),
    ...differs,
  });
  const value = (text: string) => ({ registers: [{ code: 'single', value: text }] });
  const send = (body: unknown, key: string = randomUUID()) => api.post('/v1/readings', body, { headers: { 'idempotency-key': key } });
  const stored = () => api.context.db.selectFrom('readings').selectAll().orderBy('received_at').execute();
  const told = (answer: Answer) => {
    const { code, errors = [] } = answer.json<Schemas['ReadingProblem']>();
    return [answer.status, code, ...errors.map((error) => `${error.pointer} ${error.code}`)];
  };
  const referenceOf = (answer: Answer) => answer.json<Schemas['ReadingReceipt']>().reference;

  describe('a reading', () => {
    it('is received under a reference that can be read out', async () => {
      const answer = await send(reading());
      expect([answer.status, answer.json()]).toEqual([
        201,
        {
          reference: expect.stringMatching(/^[ABCEHKMPTX2-79]{4}(-[ABCEHKMPTX2-79]{4}){2}$/) as string,
          receivedAt: NOW.toISOString(),
          status: 'accepted',
        },
      ]);
      expect(answer.headers['idempotency-replayed']).toBeUndefined();
      expect(await stored()).toMatchObject([{ meter_id: 'sample-meter-55', read_at: day(0), status: 'accepted', explanation: null }]);
    });

    it('takes all registers of the meter at once', async () => {
      const registers = [{ code: 'day', value: '013245' }, { code: 'night', value: '006789' }];
      const body = { ...TWO_REGISTERS, meterId: 'sample-meter-44', readAt: day(-1), registers };
      expect((await send(body)).status).toBe(201);
      expect((await stored())[0]?.registers).toEqual(registers);
    });

    it('may equal the last one', async () => {
      const answer = await send({ ...VACANT_HOME, meterId: 'sample-meter-66', readAt: day(0), ...value('004321') });
      expect(answer.json()).toMatchObject({ status: 'accepted' });
    });

    it('leaves what the operator recorded as it was, until the operator takes it', async () => {
      const before = await api.post('/v1/metering-points', ONE_REGISTER);
      await send(reading());
      expect((await api.post('/v1/metering-points', ONE_REGISTER)).text).toBe(before.text);
    });

    it.each(['rolled-over', 'meter-replaced', 'confirmed'])('below the last or above the range passes for review with %s', async (explanation) => {
      expect(told(await send(reading(value('000012'))))).toEqual([422, 'less-than-previous', '/registers/0/value less-than-previous']);
      expect(told(await send(reading(value('023867'))))).toEqual([422, 'above-range', '/registers/0/value above-range']);
      expect(await stored()).toEqual([]);
      expect((await send(reading({ ...value('000012'), explanation, readAt: day(-1) }))).json()).toMatchObject({ status: 'in-review' });
      expect((await send(reading({ ...value('023867'), explanation }))).json()).toMatchObject({ status: 'in-review' });
    });

    it('is of a day that has come, by the calendar of Bulgaria', async () => {
      expect(told(await send(reading({ readAt: day(1) })))).toEqual([422, 'future-date', '/readAt future-date']);
      api.clock.now = new Date(`${day(0)}T22:00:00Z`);
      expect((await send(reading({ readAt: day(1) }))).status).toBe(201);
    });

    it('is taken while the window is open', async () => {
      for (const closed of [WINDOW_FROM - 1, WINDOW_THROUGH + 1]) {
        api.clock.now = new Date(`${day(closed)}T10:00:00Z`);
        expect(told(await send(reading({ readAt: day(-20) })))).toEqual([422, 'window-closed', '/readAt window-closed']);
      }
      api.clock.now = new Date(`${day(WINDOW_THROUGH)}T21:59:00Z`);
      expect((await send(reading())).status).toBe(201);
    });

    it('is of a meter of the customer', async () => {
      for (const meterId of ['sample-meter-44', 'nothing']) {
        expect(told(await send(reading({ meterId })))).toEqual([422, 'invalid', '/meterId range']);
      }
    });

    it.each([
      [{ registers: [] }, '/registers range'],
      [{ ...value('23 500') }, '/registers/0/value format'],
      [{ ...value('') }, '/registers/0/value format'],
      [{ readAt: '2026-02-30' }, '/readAt format'],
      [{ explanation: 'because' }, '/explanation format'],
      [{ clientNumber: '1' }, '/clientNumber format'],
    ])('is refused where it is wrong: %j', async (differs, error) => {
      expect(told(await send(reading(differs)))).toEqual([422, 'invalid', error]);
    });

    it('is refused to whoever does not know the code', async () => {
      expect(told(await send(reading({ authorizationCode: 'CEZ044' })))).toEqual([404, 'not-recognized']);
      expect(await stored()).toEqual([]);
    });

    it('comes once for a date, and in order', async () => {
      expect((await send(reading({ readAt: day(-1) }))).status).toBe(201);
      expect(told(await send(reading({ readAt: day(-1) })))).toEqual([409, 'duplicate', '/readAt duplicate']);
      expect(told(await send(reading({ readAt: day(-2) })))).toEqual([409, 'later-reading-exists', '/readAt later-reading-exists']);
      expect(told(await send(reading({ readAt: day(-32) })))).toEqual([409, 'later-reading-exists', '/readAt later-reading-exists']);
      expect((await send(reading())).status).toBe(201);
    });

    it('outlives a new start of the demo, which dates the samples anew', async () => {
      const reference = referenceOf(await send(reading()));
      await seed(api.context.db, new Date(`${day(2)}T08:00:00Z`));
      expect((await stored()).map((row) => row.reference)).toEqual([reference]);
    });
  });

  describe('a correction', () => {
    it('takes the place of the reading it names, on the same day', async () => {
      const first = referenceOf(await send(reading()));
      const second = await send(reading({ ...value('023555'), replaces: first }));
      expect(second.status).toBe(201);
      expect((await stored()).map((row) => [row.reference, row.superseded, row.replaces]).sort()).toEqual(
        [[first, true, null], [referenceOf(second), false, first]].sort(),
      );
      expect((await send(reading({ readAt: day(-1), replaces: referenceOf(second) }))).status).toBe(201);
    });

    it('is refused for what cannot be corrected', async () => {
      const first = referenceOf(await send(reading()));
      const other = referenceOf(await send({ ...VACANT_HOME, meterId: 'sample-meter-66', readAt: day(0), ...value('004321') }));
      for (const replaces of ['AAAA-2222-BBBB', other]) {
        expect(told(await send(reading({ replaces })))).toEqual([422, 'invalid', '/replaces range']);
      }
      await send(reading({ ...value('023555'), replaces: first }));
      expect(told(await send(reading({ ...value('023666'), replaces: first })))).toEqual([422, 'invalid', '/replaces range']);
      api.clock.now = new Date(`${day(0)}T22:00:00Z`);
      const last = (await stored()).find((row) => row.replaces === first)?.reference;
      expect(told(await send(reading({ replaces: last })))).toEqual([422, 'invalid', '/replaces range']);
    });
  });

  describe('an idempotency key', () => {
    it('is needed, before anything is looked up', async () => {
      expect(told(await api.post('/v1/readings', {}))).toEqual([400, 'idempotency-key-missing']);
      expect(told(await send(reading(), '  '))).toEqual([400, 'idempotency-key-missing']);
      expect(told(await send(reading(), 'k'.repeat(256)))).toEqual([400, 'bad-request']);
    });

    it('brings the first answer again, byte for byte', async () => {
      const first = await send(reading(), 'key');
      api.clock.now = new Date(`${day(6)}T08:00:00Z`);
      // Typed differently, written in another order, with the window closed since: the same submission.
      const { readAt, registers, meterId } = reading();
      const again = await send({ readAt, registers, meterId, authorizationCode: 'сez 055', clientNumber: '3100 0000 0055' }, 'key');
      expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([201, first.text, 'true']);
      expect(await stored()).toHaveLength(1);
    });

    it('brings nothing to whoever does not know the code', async () => {
      await send(reading(), 'key');
      expect(told(await send(reading({ authorizationCode: 'CEZ044' }), 'key'))).toEqual([404, 'not-recognized']);
    });

    it('is bound to its body', async () => {
      await send(reading(), 'key');
      expect(told(await send(reading(value('023501')), 'key'))).toEqual([422, 'idempotency-key-reused']);
      expect(told(await send({ ...OWES, meterId: 'sample-meter-11', readAt: day(0), ...value('045300') }, 'key'))).toEqual([422, 'idempotency-key-reused']);
    });

    it('stays free after a refusal', async () => {
      expect((await send(reading(value('1')), 'key')).status).toBe(422);
      expect((await send(reading({ authorizationCode: 'WRONG1' }), 'key')).status).toBe(404);
      expect((await send(reading(), 'key')).status).toBe(201);
    });

    it('stores one row for twenty customers who press ten times each, forty at a time', async () => {
      await api.context.db
        .insertInto('metering_points')
        .values(numbers(20).map((index) => ({ meter_id: `meter-${index}`, client_number: ONE_REGISTER.clientNumber, meter_number: '1' })))
        .execute();
      await api.context.db
        .insertInto('registers')
        .values(numbers(20).map((index) => ({
          meter_id: `meter-${index}`, code: 'single', rank: 0, name: '{"bg":"Т","en":null}', digits: 6,
          last_value: '000000', last_read_at: day(-31), plausible_max: '999999',
        })))
        .execute();
      const presses = numbers(200).map((index) => index % 20);
      const answers = new Map<number, Answer[]>(numbers(20).map((index) => [index, []]));
      await Promise.all(
        numbers(40).map(async () => {
          for (let index = presses.pop(); index !== undefined; index = presses.pop()) {
            answers.get(index)?.push(await send(reading({ meterId: `meter-${index}` }), `key-${index}`));
          }
        }),
      );
      for (const ofOneKey of answers.values()) {
        expect(new Set(ofOneKey.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
        expect(ofOneKey.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
      }
      expect(await stored()).toHaveLength(20);
    });

    it('lets one of many win, when they differ in keys or in bodies', async () => {
      const differInKey = await Promise.all(numbers(10).map(() => send(reading())));
      expect(differInKey.map(({ status }) => status).sort()).toEqual([201, ...new Array<number>(9).fill(409)]);
      const differInBody = await Promise.all(
        numbers(10).map((index) => send({ ...OWES, meterId: 'sample-meter-11', readAt: day(0), ...value(String(45300 + index)) }, 'key')),
      );
      expect(differInBody.map(({ status }) => status).sort()).toEqual([201, ...new Array<number>(9).fill(422)]);
      expect(await stored()).toHaveLength(2);
    });
  });

  describe('the reading window', () => {
    const windowOn = async (offset: number) => {
      api.clock.now = new Date(`${day(offset)}T10:00:00Z`);
      return (await api.get('/v1/reading-window')).json<Schemas['ReadingWindow']>();
    };

    it('is open in the demo, and says until when and when it opens again', async () => {
      const next = { from: day(84), through: day(90) };
      const reason = { bg: 'Смяна на цените на тока', en: 'Change of electricity prices' };
      expect(await windowOn(0)).toEqual({ open: true, from: day(WINDOW_FROM), through: day(WINDOW_THROUGH), reason, next });
      expect((await windowOn(WINDOW_THROUGH)).open).toBe(true);
      expect(await windowOn(WINDOW_THROUGH + 1)).toEqual({ open: false, from: null, through: null, reason: null, next });
      expect(await windowOn(90)).toMatchObject({ open: true, next: null });
    });

    it('is open after each new start, whenever that is', async () => {
      await seed(api.context.db, new Date(`${day(50)}T08:00:00Z`));
      api.context.changes.forget();
      expect(await windowOn(50)).toMatchObject({ open: true, from: day(44) });
    });

    it('is a public answer like others', async () => {
      const { headers } = await api.get('/v1/reading-window', { origin: 'https://elsewhere.example' });
      expect(headers['access-control-allow-origin']).toBe('*');
      expect((await api.get('/v1/reading-window', { 'if-none-match': headers['etag'] ?? '' })).status).toBe(304);
    });
  });
});

function numbers(count: number): number[] {
  return [...new Array(count).keys()];
}
