import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Api, NOW, onBothDatabases, type Answer } from '../support/api.js';
import { OWES, OWES_NOTHING, solve } from '../support/customers.js';

const MINUTE_MS = 60_000;
const PROXY = '192.0.2.250';

onBothDatabases((place) => {
  let api: Api;
  /** A second process on the same database, where two can share one. */
  let other: Api;
  beforeAll(async () => {
    const shared = await place();
    api = await Api.open(shared, { trustProxy: [PROXY] });
    other = 'databaseUrl' in shared ? await Api.open(shared, { trustProxy: [PROXY] }) : api;
  });
  afterEach(async () => {
    wait(0);
    for (const table of ['failed_attempts', 'used_challenges'] as const) await api.context.db.deleteFrom(table).execute();
  });
  afterAll(async () => {
    await api.close();
    if (other !== api) await other.close();
  });

  const wait = (minutes: number) => {
    const now = new Date(NOW.getTime() + minutes * MINUTE_MS);
    api.clock.now = now;
    other.clock.now = now;
  };
  let attempts = 0;
  const nextNumber = () => String(900_000_000_000 + (attempts += 1));

  interface From {
    address?: string;
    proof?: { clientNumber: string; authorizationCode: string };
    challenge?: string;
    forwardedFor?: string;
    by?: Api;
    route?: string;
  }
  /** One attempt; with a number nobody has unless told otherwise. */
  const ask = (from: From = {}): Promise<Answer> =>
    (from.by ?? api).post(from.route ?? '/v1/balance-lookups', from.proof ?? { clientNumber: nextNumber(), authorizationCode: 'WRONG1' }, {
      address: from.address ?? '203.0.113.5',
      headers: {
        ...(from.challenge === undefined ? {} : { challenge: from.challenge }),
        ...(from.forwardedFor === undefined ? {} : { 'x-forwarded-for': from.forwardedFor }),
      },
    });
  const askTimes = async (count: number, from: (index: number) => From = () => ({})) => {
    const statuses: number[] = [];
    for (let index = 0; index < count; index += 1) statuses.push((await ask(from(index))).status);
    return statuses;
  };
  const times = (count: number, status: number) => new Array<number>(count).fill(status);
  const wrongCode = { ...OWES, authorizationCode: 'WRONG1' };

  describe('an address', () => {
    it('may be wrong ten times in fifteen minutes', async () => {
      expect(await askTimes(12)).toEqual([...times(10, 404), ...times(2, 403)]);
      expect((await ask({ proof: OWES })).status).toBe(403);
      expect((await ask({ address: '203.0.113.6' })).status).toBe(404);
      wait(15);
      expect((await ask()).status).toBe(404);
    });

    it('has its failures counted over the last fifteen minutes, whenever those begin', async () => {
      await askTimes(9);
      wait(14);
      expect((await ask()).status).toBe(404);
      expect((await ask()).status).toBe(403);
      wait(15);
      expect(await askTimes(10)).toEqual([...times(9, 404), 403]);
    });

    it('is free to be right', async () => {
      expect(await askTimes(30, () => ({ proof: OWES }))).toEqual(times(30, 200));
      expect(await askTimes(2)).toEqual(times(2, 404));
    });

    it('is a whole network of IPv6', async () => {
      expect(await askTimes(11, (index) => ({ address: `2001:db8:0:7:${index}::1` }))).toEqual([...times(10, 404), 403]);
      expect((await ask({ address: '2001:db8:0:8::1' })).status).toBe(404);
    });

    it('is not what a stranger says it is', async () => {
      expect(await askTimes(11, (index) => ({ forwardedFor: `198.51.100.${index}` }))).toEqual([...times(10, 404), 403]);
    });

    it('is what a proxy on the list says, and not what was said to the proxy', async () => {
      const through = (index: number) => ({ address: PROXY, forwardedFor: `198.51.100.${index}, 203.0.113.9` });
      expect(await askTimes(11, through)).toEqual([...times(10, 404), 403]);
      expect((await ask({ address: PROXY, forwardedFor: '203.0.113.10' })).status).toBe(404);
    });

    it('waits past sixty failures, and is told how long', async () => {
      for (let index = 0; index < 60; index += 1) await fail('203.0.113.5', new Date(NOW.getTime() + index * 1000));
      wait(1);
      const solved = await ask({ proof: OWES });
      expect([solved.status, solved.json()['code'], solved.headers['retry-after']]).toEqual([429, 'too-many-requests', '840']);
      wait(15);
      expect((await ask({ proof: OWES })).status).toBe(403);
      wait(16);
      expect((await ask({ proof: OWES })).status).toBe(200);
    });

    /** A failure of the past, as the API itself would have counted it. */
    async function fail(address: string, at: Date): Promise<void> {
      const hash = await addressHash(address);
      await api.context.db.insertInto('failed_attempts').values({ at, address: hash, client_number: `${attempts++}` }).execute();
    }
    const hashes = new Map<string, string>();
    async function addressHash(address: string): Promise<string> {
      const known = hashes.get(address);
      if (known !== undefined) return known;
      await ask({ address });
      const { address: hash } = await api.context.db.selectFrom('failed_attempts').select('address').executeTakeFirstOrThrow();
      await api.context.db.deleteFrom('failed_attempts').execute();
      hashes.set(address, hash);
      return hash;
    }
  });

  describe('a client number', () => {
    it.each([
      ['a customer has', wrongCode],
      ['nobody has', { clientNumber: '999999999999', authorizationCode: 'WRONG1' }],
    ])('that %s may be tried five times a day, from wherever', async (_whose, proof) => {
      expect(await askTimes(7, (index) => ({ proof, address: `198.51.100.${index}` }))).toEqual([...times(5, 404), ...times(2, 403)]);
      expect((await ask({ address: '198.51.100.99' })).status).toBe(404);
      wait(24 * 60 - 1);
      expect((await ask({ proof })).status).toBe(403);
      wait(24 * 60);
      expect((await ask({ proof })).status).toBe(404);
    });

    it('is one however it is typed', async () => {
      const spellings = ['310000000011', '3100 0000 0011', '31ОООООООО11', '310-000-000-011', '３１0000000011', '310000000011 '];
      const typed = (index: number) => ({ proof: { ...wrongCode, clientNumber: spellings[index] ?? '' }, address: `198.51.100.${index}` });
      expect(await askTimes(6, typed)).toEqual([...times(5, 404), 403]);
    });

    it('never keeps its customer out', async () => {
      for (let index = 0; index < 12; index += 1) {
        const asked = await ask({ proof: wrongCode, address: `198.51.100.${index}` });
        if (index >= 5) await ask({ proof: wrongCode, address: `198.51.100.${index}`, challenge: solve(asked) });
      }
      const challenge = solve(await ask({ proof: OWES }));
      expect((await ask({ proof: OWES, challenge })).status).toBe(200);
    });
  });

  it('all together may be wrong five hundred times in fifteen minutes', async () => {
    const rows = Array.from({ length: 499 }, (_, index) => ({ at: NOW, address: `a${index}`, client_number: `n${index}` }));
    await api.context.db.insertInto('failed_attempts').values(rows).execute();
    expect((await ask({ proof: OWES })).status).toBe(200);
    expect((await ask({ address: '198.51.100.1' })).status).toBe(404);
    const asked = await ask({ address: '198.51.100.2', proof: OWES });
    expect(asked.status).toBe(403);
    expect((await ask({ address: '198.51.100.2', proof: OWES, challenge: solve(asked) })).status).toBe(200);
    wait(15);
    expect((await ask({ proof: OWES })).status).toBe(200);
  });

  describe('many at once', () => {
    const atOnce = async (count: number, from: (index: number) => From) => {
      const answers = await Promise.all(Array.from({ length: count }, (_, index) => ask({ by: index % 2 ? other : api, ...from(index) })));
      return answers.map(({ status }) => status).sort();
    };

    it('get no further than many in turn, by address', async () => {
      expect(await atOnce(40, () => ({}))).toEqual([...times(30, 403), ...times(10, 404)]);
    });

    it('get no further than many in turn, by client number', async () => {
      expect(await atOnce(40, (index) => ({ proof: wrongCode, address: `198.51.100.${index}` }))).toEqual([...times(35, 403), ...times(5, 404)]);
    });

    it('get no further than many in turn, all together', async () => {
      const rows = Array.from({ length: 490 }, (_, index) => ({ at: NOW, address: `a${index}`, client_number: `n${index}` }));
      await api.context.db.insertInto('failed_attempts').values(rows).execute();
      expect(await atOnce(40, (index) => ({ address: `198.51.100.${index}` }))).toEqual([...times(30, 403), ...times(10, 404)]);
    });

    it('are all served when they are right', async () => {
      expect(await atOnce(40, (index) => ({ proof: index % 2 ? OWES : OWES_NOTHING }))).toEqual(times(40, 200));
    });

    it('use a solved challenge once', async () => {
      await askTimes(10);
      const challenge = solve(await ask());
      expect(await atOnce(10, () => ({ proof: OWES, challenge }))).toEqual([200, ...times(9, 403)]);
    });
  });

  describe('a challenge', () => {
    let asked: Answer;
    const askForOne = async () => {
      await askTimes(10);
      asked = await ask({ proof: OWES });
      return solve(asked);
    };

    it('is a proof of work that a browser does in a moment', async () => {
      await askForOne();
      expect(asked.json()).toMatchObject({ code: 'challenge-required', challenge: { algorithm: 'SHA-256', maxNumber: 100_000 } });
      expect(asked.headers['cache-control']).toBe('no-store');
    });

    it('lets one attempt pass, right or wrong', async () => {
      const challenge = await askForOne();
      expect((await ask({ proof: OWES, challenge })).status).toBe(200);
      expect((await ask({ proof: OWES, challenge })).status).toBe(403);
      const second = solve(await ask());
      expect((await ask({ challenge: second })).status).toBe(404);
      expect((await ask({ proof: OWES, challenge: second })).status).toBe(403);
    });

    it('is good for five minutes, on the route that asked for it', async () => {
      const challenge = await askForOne();
      expect((await ask({ proof: OWES, challenge, route: '/v1/metering-points' })).status).toBe(403);
      wait(5);
      expect((await ask({ proof: OWES, challenge })).status).toBe(403);
      wait(4);
      expect((await ask({ proof: OWES, challenge })).status).toBe(200);
    });

    it('is not used up while it is not needed', async () => {
      const challenge = await askForOne();
      expect((await ask({ proof: OWES, challenge, address: '198.51.100.1' })).status).toBe(200);
      expect((await ask({ proof: OWES, challenge })).status).toBe(200);
    });

    it('cannot be made up', async () => {
      const solved = JSON.parse(atob(await askForOne())) as { number: number; salt: string; signature: string; challenge: string };
      const later = solved.salt.replace(/expires=\d+/, 'expires=4000000000');
      const forged: unknown[] = [
        { ...solved, number: solved.number + 1 },
        { ...solved, number: String(solved.number) },
        { ...solved, salt: later },
        { ...solved, signature: solved.signature.replace(/^./, (first) => (first === '0' ? '1' : '0')) },
        { ...solved, algorithm: 'SHA-1' },
        { ...solved, salt: null },
        null,
        [],
        'x',
      ];
      for (const payload of forged) expect((await ask({ proof: OWES, challenge: btoa(JSON.stringify(payload)) })).status).toBe(403);
      for (const challenge of ['', '!', 'x'.repeat(4096)]) expect((await ask({ proof: OWES, challenge })).status).toBe(403);
    });
  });

  it('keeps no address and no client number, and forgets after a day', async () => {
    await ask({ proof: wrongCode, address: '203.0.113.77' });
    const rows = await api.context.db.selectFrom('failed_attempts').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/310000000011|203\.0\.113\.77/);
    wait(3 * 24 * 60);
    await ask();
    expect(await api.context.db.selectFrom('failed_attempts').selectAll().execute()).toHaveLength(1);
  });
});
