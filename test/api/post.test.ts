import { assert } from '@open-wc/testing';
import fc from 'fast-check';
import { ApiFailure, type FailureCode } from '../../src/api/client.js';
import { postJson } from '../../src/api/post.js';
import '../support/console-guard.js';
import { newCustomer, readingOf, storedReadings } from '../support/customers.js';
import { DeviceClock, pause, until } from '../support/device-clock.js';
import { apiUrl, limitedUrl, Line, refusedUrl, type Fault } from '../support/environment.js';
import { json, onward, wrapFetch } from '../support/page-fetch.js';

const never = new AbortController().signal;
const overdue = { clientNumber: '310000000011', authorizationCode: 'CEZ011' };
const balances = (base: string): string => `${base}/balance-lookups`;

interface Outcome {
  code?: string;
  failure?: ApiFailure;
  answer?: unknown;
}

/** What came of a request: 'answered' or the failure's code; undefined while it is on its way. */
function outcomeOf(request: Promise<unknown>): Outcome {
  const outcome: Outcome = {};
  request.then(
    (answer) => Object.assign(outcome, { code: 'answered', answer }),
    (failure: unknown) => Object.assign(outcome, { code: (failure as ApiFailure).code, failure }),
  );
  return outcome;
}

describe('a look-up', () => {
  it('brings the answer', async () => {
    assert.include(await postJson(balances(apiUrl), overdue, { signal: never }), { clientNumber: '••••••••0011' });
  });

  it('sends no cookie and no address of the page, follows no redirect and outlives the page', async () => {
    let asked: RequestInit = {};
    wrapFetch((url, init) => onward(url, (asked = init)));
    await postJson(balances(apiUrl), overdue, { signal: never });
    assert.include(asked, { method: 'POST', mode: 'cors', credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', keepalive: true });
    assert.notProperty(asked.headers, 'idempotency-key');
  });

  it('tells a wrong pair apart, in the words of the API, and asks once', async () => {
    const line = new Line();
    const outcome = outcomeOf(postJson(balances(line.url), { ...overdue, authorizationCode: 'CEZ012' }, { signal: never }));
    await until(() => outcome.code);
    assert.deepInclude(outcome.failure, { code: 'not-found', problem: { code: 'not-recognized', errors: [] } });
    assert.deepEqual(await line.asked(), ['POST /v1/balance-lookups']);
  });

  it('tells which field the API refuses', async () => {
    const outcome = outcomeOf(postJson(balances(apiUrl), { clientNumber: '310000000011' }, { signal: never }));
    await until(() => outcome.code);
    assert.deepInclude(outcome.failure, { code: 'rejected', problem: { code: 'invalid', errors: [{ pointer: '/authorizationCode', code: 'required' }] } });
  });

  it('ends with its signal, also on a page that loses the signal', async () => {
    wrapFetch(() => new Promise(() => {}));
    const leaving = new AbortController();
    const asked = postJson(balances(apiUrl), overdue, { signal: leaving.signal }).catch((reason: unknown) => reason);
    leaving.abort('gone');
    assert.equal(await asked, 'gone');
  });
});

describe('meaning of faults', () => {
  const faults: [Fault, FailureCode][] = [
    ['black-hole', 'timeout'],
    ['reset', 'unavailable'],
    ['cut', 'bad-response'],
    ['short', 'bad-response'],
    ['cut-chunk', 'bad-response'],
    ['slow', 'timeout'],
    ['drip', 'timeout'],
    ['cut-json', 'bad-response'],
    ['portal-redirect', 'unavailable'],
    ['html-200', 'bad-response'],
    ['html-as-json', 'bad-response'],
    ['empty-200', 'bad-response'],
    ['huge', 'bad-response'],
    ['no-content', 'bad-response'],
    ['not-modified', 'bad-response'],
    ['http-422', 'rejected'],
    ['http-422-malformed', 'bad-response'],
    ['http-422-cut', 'bad-response'],
    ['http-401', 'rejected'],
    ['http-403-html', 'bad-response'],
    ['http-404-html', 'bad-response'],
    ['not-recognized', 'not-found'],
    ['http-410', 'not-found'],
    ['http-409', 'rejected'],
    ['http-409-wait', 'unavailable'],
    ['http-429', 'unavailable'],
    ['http-429-date', 'unavailable'],
    ['http-429-none', 'unavailable'],
    ['http-429-99999', 'unavailable'],
    ['http-429-negative', 'unavailable'],
    ['http-500', 'unavailable'],
    ['http-502', 'unavailable'],
    ['http-503', 'unavailable'],
    ['http-503-no-cors', 'unavailable'],
  ];
  for (const [fault, code] of faults) {
    it(`tells ${fault} as ${code}, and answers when it is over`, async () => {
      const clock = new DeviceClock();
      const line = new Line();
      await line.breakWith(fault);
      const outcome = outcomeOf(postJson(balances(line.url), overdue, { signal: never }));
      await clock.passUntil(() => outcome.code, fault, code === 'timeout' ? 3_000 : 250);
      assert.equal(outcome.code, code);
      assert.isAtMost((await line.asked()).length, 3);
      await line.mend();
      assert.property(await postJson(balances(line.url), overdue, { signal: never }), 'totalDue');
    });
  }

  it('reads no more of a problem than it can trust', async () => {
    const line = new Line();
    await line.breakWith('http-422');
    const outcome = outcomeOf(postJson(balances(line.url), overdue, { signal: never }));
    await until(() => outcome.code);
    assert.deepEqual(outcome.failure!.problem, { code: 'invalid', errors: [{ pointer: '/clientNumber', code: 'format' }] });
  });

  it('is always one of the few, whatever comes back', async () => {
    const problems = fc.record({ code: fc.anything(), errors: fc.anything(), challenge: fc.anything() }, { requiredKeys: [] });
    const challenged = fc.record({ code: fc.constant('challenge-required'), challenge: fc.record({ algorithm: fc.constant('SHA-256'), salt: fc.anything(), challenge: fc.anything(), maxNumber: fc.oneof(fc.nat(20), fc.string()) }) });
    const bodies = fc.oneof(fc.json(), fc.string(), fc.oneof(problems, challenged).map((problem) => JSON.stringify(problem)));
    const types = fc.constantFrom('application/json', 'application/problem+json; charset=utf-8', 'text/html', 'application/x-json');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(200, 201, 202, 203, 206, 400, 401, 403, 404, 409, 422, 429, 451, 500, 599), types, bodies, async (status, type, body) => {
        wrapFetch(() => json(body, { 'content-type': type }, status));
        const outcome = await postJson(balances(apiUrl), overdue, { signal: never, tries: 1 }).then(() => 'answered', (failure: unknown) => failure);
        if (outcome === 'answered') return status === 202 || (status < 202 && type !== 'text/html');
        return outcome instanceof ApiFailure && (outcome.problem === null || typeof outcome.problem.code === 'string');
      }),
      { numRuns: 2_000, seed: 20_261_124 },
    );
  });

  for (const [fault, minutes] of [['http-429', 2], ['http-429-date', 2], ['http-429-99999', 10]] as const) {
    it(`tells when ${fault} will be over`, async () => {
      const line = new Line();
      await line.breakWith(fault);
      const outcome = outcomeOf(postJson(balances(line.url), overdue, { signal: never }));
      await until(() => outcome.code);
      assert.approximately(outcome.failure!.retryAt - Date.now(), minutes * 60_000, 5_000);
      assert.lengthOf(await line.asked(), 1);
    });
  }

  it('tells a refused connection, and answers when it is over', async () => {
    const clock = new DeviceClock();
    let base = refusedUrl;
    wrapFetch((url, init) => onward(url.replace(apiUrl, base), init));
    const outcome = outcomeOf(postJson(balances(apiUrl), overdue, { signal: never }));
    await clock.passUntil(() => outcome.code);
    assert.equal(outcome.code, 'unavailable');
    base = apiUrl;
    assert.property(await postJson(balances(apiUrl), overdue, { signal: never }), 'totalDue');
  });
});

describe('the deadline', () => {
  it('is fifteen seconds a try, headers and body together', async () => {
    const clock = new DeviceClock();
    const line = new Line();
    await line.breakWith('drip');
    // A page's wrapper that loses the signal.
    wrapFetch((url, init) => onward(url, { ...init, signal: null }));
    const outcome = outcomeOf(postJson(balances(line.url), overdue, { signal: never, tries: 1 }));
    await pause(100);
    await clock.pass(14_900);
    assert.isUndefined(outcome.code);
    await clock.pass(200);
    await until(() => outcome.code === 'timeout');
    await line.mend();
  });
});

describe('a submission', () => {
  it('carries its key, and counts once however often the answer is lost', async () => {
    const clock = new DeviceClock();
    const customer = await newCustomer();
    const line = new Line();
    await line.breakWith('lost');
    const send = (): Promise<unknown> => postJson(`${line.url}/readings`, readingOf(customer), { signal: never, key: `key-${customer.meterId}` });
    const outcome = outcomeOf(send());
    await clock.passUntil(() => outcome.code);
    assert.equal(outcome.code, 'unavailable');
    // Browsers repeat on their own what a kept connection lost.
    assert.isAtLeast((await line.asked()).length, 3);
    await line.mend();
    const receipt = (await send()) as { reference: string };
    assert.deepEqual(await storedReadings(customer.meterId), [receipt.reference]);
  });

  it('arrives whole from pages whose libraries write JSON of their own', async () => {
    const customer = await newCustomer();
    const prototypes = [Array.prototype, Object.prototype] as { toJSON?: unknown; extra?: unknown }[];
    for (const prototype of prototypes) Object.assign(prototype, { toJSON: () => 'spoiled', extra: () => 1 });
    const { keys } = Object;
    Object.keys = (value: object): string[] => {
      const all: string[] = [];
      for (const key in value) all.push(key);
      return all;
    };
    try {
      await postJson(`${apiUrl}/readings`, readingOf(customer), { signal: never, key: `key-${customer.meterId}` });
    } finally {
      Object.keys = keys;
      for (const prototype of prototypes) {
        delete prototype.toJSON;
        delete prototype.extra;
      }
    }
    assert.lengthOf(await storedReadings(customer.meterId), 1);
  });
});

describe('a challenge', () => {
  it('is solved on the way', async () => {
    const customer = await newCustomer();
    const statuses: number[] = [];
    wrapFetch(async (url, init) => {
      const response = await onward(url, init);
      statuses.push(response.status);
      return response;
    });
    for (let times = 0; times < 5; times++) {
      const wrong = outcomeOf(postJson(balances(limitedUrl), { ...customer, meterId: undefined, authorizationCode: 'WRONG1' }, { signal: never }));
      await until(() => wrong.code === 'not-found');
    }
    statuses.length = 0;
    assert.property(await postJson(balances(limitedUrl), { ...customer, meterId: undefined }, { signal: never }), 'totalDue');
    assert.deepEqual(statuses, [403, 200]);
  });

  it('asks for no more work than twice', async () => {
    const challenge = { algorithm: 'SHA-256', challenge: '5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9', salt: '', signature: '', maxNumber: 1 };
    let asked = 0;
    wrapFetch(() => {
      asked++;
      return json({ code: 'challenge-required', challenge }, {}, 403);
    });
    const outcome = outcomeOf(postJson(balances(apiUrl), overdue, { signal: never }));
    await until(() => outcome.code);
    assert.deepInclude(outcome.failure, { code: 'rejected', problem: { code: 'challenge-required', errors: [] } });
    assert.equal(asked, 3);
  });

  it('that has no answer is a refusal', async () => {
    for (const challenge of [null, 7, { algorithm: 'MD5' }, { algorithm: 'SHA-256', challenge: 'ab', salt: 'x', maxNumber: 2000 }]) {
      wrapFetch(() => json({ code: 'challenge-required', challenge }, {}, 403));
      const outcome = outcomeOf(postJson(balances(apiUrl), overdue, { signal: never }));
      await until(() => outcome.code);
      assert.equal(outcome.code, 'rejected');
    }
  });

  it('is left when nobody waits for it any more', async () => {
    wrapFetch(() => json({ code: 'challenge-required', challenge: { algorithm: 'SHA-256', challenge: 'ab', salt: 'x', maxNumber: 1e12 } }, {}, 403));
    const leaving = new AbortController();
    const asked = postJson(balances(apiUrl), overdue, { signal: leaving.signal }).catch((reason: unknown) => reason);
    setTimeout(() => leaving.abort('gone'), 50);
    assert.equal(await asked, 'gone');
  });
});
