import { assert } from '@open-wc/testing';
import { ApiFailure, getJson, type FailureCode } from '../../src/api/client.js';
import '../support/console-guard.js';
import { DeviceClock, pause, until } from '../support/device-clock.js';
import { apiUrl, Line, refusedUrl, type Fault } from '../support/environment.js';
import { json, onward, wrapFetch } from '../support/page-fetch.js';

const never = new AbortController().signal;

/** What came of a request: 'answered' or the failure's code; undefined while it is on its way. */
function outcomeOf(request: Promise<unknown>): { code?: string; failure?: ApiFailure } {
  const outcome: { code?: string; failure?: ApiFailure } = {};
  request.then(
    () => (outcome.code = 'answered'),
    (failure: unknown) => Object.assign(outcome, { code: (failure as ApiFailure).code, failure }),
  );
  return outcome;
}

let addresses = 0;
const freshUrl = (): string => `https://api.example.bg/v1/centers?test=${++addresses}`;

/** Counts requests and answers them by `answer`. */
function serve(answer: (count: number) => Response | Promise<Response>): { count: number } {
  const served = { count: 0 };
  wrapFetch(() => answer(++served.count));
  return served;
}

describe('sharing', () => {
  it('makes one request for ten askers of one address', async () => {
    const line = new Line();
    const answers = await Promise.all([...Array(10).keys()].map(() => getJson(`${line.url}/centers`, never)));
    assert.deepEqual(await line.asked(), ['GET /v1/centers']);
    for (const answer of answers) assert.equal(answer, answers[0]);
  });

  it('shares an answer for a minute and no longer', async () => {
    const clock = new DeviceClock();
    const served = serve(() => json({}));
    const url = freshUrl();
    for (const [ms, count] of [[0, 1], [59_000, 1], [2_000, 2]] as const) {
      await clock.pass(ms);
      await getJson(url, never);
      assert.equal(served.count, count);
    }
  });

  it('asks past its memory on reload, and shares that request too', async () => {
    const line = new Line();
    await getJson(`${line.url}/centers`, never);
    await Promise.all([getJson(`${line.url}/centers`, never, true), getJson(`${line.url}/centers`, never, true)]);
    assert.lengthOf(await line.asked(), 2);
  });

  it('never keeps a failure', async () => {
    const line = new Line();
    await line.breakWith('http-429');
    const first = outcomeOf(getJson(`${line.url}/centers`, never));
    await until(() => first.code);
    await line.mend();
    await getJson(`${line.url}/centers`, never);
  });

  it('goes on for the others when one leaves, and stops when the last one leaves', async () => {
    const signals: AbortSignal[] = [];
    wrapFetch((_url, { signal }) => {
      signals.push(signal!);
      return new Promise(() => {});
    });
    const [first, second] = [new AbortController(), new AbortController()];
    const url = freshUrl();
    const left: unknown[] = [];
    for (const { signal } of [first, second]) getJson(url, signal).catch((reason: unknown) => left.push(reason));
    first.abort('gone');
    await pause(0);
    assert.deepEqual([signals.length, signals[0]!.aborted, left], [1, false, ['gone']]);
    second.abort('gone too');
    await pause(0);
    assert.deepEqual([signals[0]!.aborted, left], [true, ['gone', 'gone too']]);
  });

  it('asks anew after everybody left in the middle', async () => {
    const line = new Line();
    const leaving = new AbortController();
    const first = outcomeOf(getJson(`${line.url}/centers`, leaving.signal));
    leaving.abort();
    await getJson(`${line.url}/centers`, never);
    assert.notInstanceOf(first.failure, ApiFailure);
  });
});

describe('meaning of faults', () => {
  const codes: [Fault, FailureCode, retryable: boolean][] = [
    ['http-503', 'unavailable', true],
    ['http-503-no-cors', 'unavailable', true],
    ['http-500', 'unavailable', true],
    ['http-429', 'unavailable', true],
    ['not-found', 'not-found', false],
    ['html-200', 'bad-response', true],
    ['html-as-json', 'bad-response', true],
    ['portal-redirect', 'unavailable', true],
    ['empty-200', 'bad-response', true],
    ['no-content', 'bad-response', true],
    ['cut-json', 'bad-response', true],
    ['cut', 'bad-response', true],
    ['reset', 'unavailable', true],
    ['drip', 'timeout', true],
    ['slow', 'timeout', true],
  ];
  for (const [fault, code, retryable] of codes) {
    it(`tells ${fault} as ${code}, and answers when it is over`, async () => {
      const clock = new DeviceClock();
      const line = new Line();
      await line.breakWith(fault);
      const outcome = outcomeOf(getJson(`${line.url}/centers`, never));
      await clock.passUntil(() => outcome.code);
      assert.deepEqual([outcome.code, outcome.failure?.retryable], [code, retryable]);
      await line.mend();
      assert.property(await getJson(`${line.url}/centers`, never), 'centers');
    });
  }

  it('tells a refused connection as unavailable, and as offline where the device says so', async () => {
    const clock = new DeviceClock();
    const refused = outcomeOf(getJson(`${refusedUrl}/centers`, never));
    await clock.passUntil(() => refused.code);
    assert.equal(refused.code, 'unavailable');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    const offline = outcomeOf(getJson(`${refusedUrl}/centers`, never));
    await clock.passUntil(() => offline.code);
    Reflect.deleteProperty(navigator, 'onLine');
    assert.equal(offline.code, 'offline');
  });

  for (const [status, code] of [[400, 'rejected'], [403, 'rejected'], [404, 'not-found'], [410, 'not-found']] as const) {
    it(`asks once where the answer is ${status}, and tells it as ${code}`, async () => {
      const served = serve(() => json({}, {}, status));
      const outcome = outcomeOf(getJson(freshUrl(), never));
      await until(() => outcome.code);
      assert.deepEqual([outcome.code, served.count], [code, 1]);
    });
  }

  it('waits for an answer that is late', async () => {
    const line = new Line();
    await line.breakWith('late');
    assert.property(await getJson(`${line.url}/centers`, never), 'centers');
  });

  it('reads no answer that is too long, whatever it says of its length', async () => {
    const clock = new DeviceClock();
    const line = new Line();
    await line.breakWith('huge');
    const outcome = outcomeOf(getJson(`${line.url}/centers`, never));
    await clock.passUntil(() => outcome.code, 'it is given up', 20);
    assert.equal(outcome.code, 'bad-response');
  });
});

describe('retries', () => {
  const { random } = Math;
  afterEach(() => {
    Math.random = random;
  });

  it('come twice at most, after pauses as random as can be', async () => {
    const clock = new DeviceClock();
    Math.random = () => 0.999;
    const served = serve(() => json({}, {}, 500));
    const outcome = outcomeOf(getJson(freshUrl(), never));
    for (const [ms, count] of [[490, 1], [20, 2], [970, 2], [40, 3]] as const) {
      await clock.pass(ms);
      await until(() => served.count === count, `${count} requests are made`);
    }
    await until(() => outcome.code === 'unavailable');
    Math.random = () => 0;
    const url = freshUrl();
    const atOnce = outcomeOf(getJson(url, never));
    await clock.passUntil(() => atOnce.code);
    assert.equal(served.count, 6);
  });

  it('bring the answer when the fault was short', async () => {
    const clock = new DeviceClock();
    serve((count) => (count < 3 ? json('<h1>503</h1>', { 'content-type': 'text/html' }, 503) : json({ centers: [] })));
    const outcome = outcomeOf(getJson(freshUrl(), never));
    await clock.passUntil(() => outcome.code);
    assert.equal(outcome.code, 'answered');
  });

  const inSeconds = (seconds: number) => String(seconds);
  const asDate = (seconds: number) => new Date(Math.ceil(Date.now() / 1000 + seconds) * 1000).toUTCString();
  for (const [form, retryAfter] of [['seconds', inSeconds], ['a date', asDate]] as const) {
    it(`wait as long as Retry-After asks in ${form}`, async () => {
      const clock = new DeviceClock('2026-03-18T10:00:00Z');
      const served = serve((count) => (count === 1 ? json({}, { 'retry-after': retryAfter(3) }, 503) : json({})));
      const outcome = outcomeOf(getJson(freshUrl(), never));
      await clock.pass(2_900);
      assert.equal(served.count, 1);
      await clock.pass(200);
      await until(() => outcome.code === 'answered');
      assert.equal(served.count, 2);
    });

    it(`are left to the customer where Retry-After asks too much in ${form}`, async () => {
      new DeviceClock('2026-03-18T10:00:00Z');
      const served = serve(() => json({}, { 'retry-after': retryAfter(120) }, 429));
      const outcome = outcomeOf(getJson(freshUrl(), never));
      await until(() => outcome.code);
      assert.equal(served.count, 1);
      assert.equal(outcome.failure!.retryAt, Date.parse('2026-03-18T10:02:00Z'));
    });
  }

  it('pay no heed to a Retry-After that says nothing', async () => {
    const clock = new DeviceClock();
    const served = serve((count) => (count === 1 ? json({}, { 'retry-after': 'soon' }, 503) : json({})));
    const outcome = outcomeOf(getJson(freshUrl(), never));
    await clock.passUntil(() => outcome.code);
    assert.deepEqual([outcome.code, served.count], ['answered', 2]);
  });
});

describe('on pages that wrap fetch', () => {
  it('the deadline holds though the signal is lost', async () => {
    const clock = new DeviceClock();
    serve(() => new Promise(() => {}));
    const outcome = outcomeOf(getJson(freshUrl(), never));
    await clock.pass(5_900);
    assert.isUndefined(outcome.code);
    await clock.passUntil(() => outcome.code);
    assert.equal(outcome.code, 'timeout');
  });

  it('the deadline holds over a body that never ends, though the signal is lost', async () => {
    const clock = new DeviceClock();
    const line = new Line();
    await line.breakWith('drip');
    const bodies: Response[] = [];
    wrapFetch(async (url, init) => {
      const response = await onward(url, { ...init, signal: null });
      bodies.push(response);
      return response;
    });
    const outcome = outcomeOf(getJson(`${line.url}/centers`, never));
    await clock.passUntil(() => outcome.code);
    assert.equal(outcome.code, 'timeout');
    assert.isNotEmpty(bodies);
    await line.mend();
  });

  it('reads answers that are no streams', async () => {
    serve(() => Object.defineProperty(json({ centers: [] }), 'body', { value: undefined }));
    assert.deepEqual(await getJson(freshUrl(), never), { centers: [] });
  });

  it('asks in the way a preload hint does', async () => {
    let asked: RequestInit = {};
    wrapFetch((url, init) => onward(url, (asked = init)));
    await getJson(`${apiUrl}/centers?brand=cez-rp`, never);
    assert.include(asked, { mode: 'cors', credentials: 'same-origin', referrerPolicy: 'no-referrer' });
    assert.notProperty(asked, 'cache');
  });
});
