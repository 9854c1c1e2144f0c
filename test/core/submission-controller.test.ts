import { assert } from '@open-wc/testing';
import { showForm, type BareForm } from '../support/bare-form.js';
import '../support/console-guard.js';
import { newCustomer, readingOf, storedReadings, type Customer } from '../support/customers.js';
import { DeviceClock, pause, until } from '../support/device-clock.js';
import { apiUrl, Line, refusedUrl, type Fault } from '../support/environment.js';
import { onward, wrapFetch } from '../support/page-fetch.js';
import { age, closeAll, delayWords, deviceContent, openTab, wipeDevice } from '../support/tab.js';

let customer: Customer;
let line: Line;
let url: string;
beforeEach(async () => {
  customer = await newCustomer();
  line = new Line();
  url = `${line.url}/readings`;
});
afterEach(closeAll);

const stateOf = ({ submission }: BareForm): string => submission.state;
const sent = async (): Promise<number> => (await line.asked()).length;

/** Sends the reading and waits for what comes of it. */
async function submit(form: BareForm): Promise<void> {
  await form.submission.submit(url, readingOf(customer));
  await form.updateComplete;
}

/** The reading is with the API, once, the form shows its reference, and the device has forgotten it. */
async function assertReceived(form: BareForm): Promise<void> {
  await until(() => stateOf(form) === 'received', 'the form has its answer');
  assert.deepEqual(await storedReadings(customer.meterId), [form.submission.receipt]);
  assert.isFalse(form.submission.busy);
  await form.updateComplete;
  assert.isEmpty(await deviceContent());
}

describe('a submission', () => {
  it('is kept, sent, received and forgotten', async () => {
    const form = showForm();
    await form.updateComplete;
    await submit(form);
    await assertReceived(form);
    assert.deepEqual([form.states, form.settled, form.submission.stored], [['idle', 'sending', 'received'], 1, true]);
    assert.equal(await sent(), 1);
  });

  it('is kept without the code, from before it is sent until the answer', async () => {
    const form = showForm();
    let kept: Record<string, unknown>[] = [];
    let key: unknown;
    wrapFetch(async (target, init) => {
      kept = await deviceContent();
      key = (init.headers as Record<string, string>)['idempotency-key'];
      return onward(target, init);
    });
    await submit(form);
    const { authorizationCode, ...body } = readingOf(customer);
    assert.deepEqual(kept.map(({ createdAt: _at, ...rest }) => rest), [{ key, widget: 'reading', url, body }]);
    assert.notInclude(JSON.stringify(kept), authorizationCode);
    await assertReceived(form);
  });

  it('is sent once however often somebody presses', async () => {
    await line.breakWith('late');
    const form = showForm();
    const presses = [...Array(20).keys()].map(() => submit(form));
    assert.isTrue(form.submission.busy);
    await Promise.all(presses);
    assert.equal(await sent(), 1);
    await assertReceived(form);
  });

  it('says that it takes long', async () => {
    const clock = new DeviceClock();
    wrapFetch(() => new Promise(() => {}));
    const form = showForm();
    void submit(form);
    await clock.pass(3_900);
    assert.isFalse(form.submission.slow);
    await clock.pass(200);
    assert.isTrue(form.submission.slow);
    await form.submission.forget();
    assert.isFalse(form.submission.slow);
  });

  it('that is refused is not kept; corrected, it is a new one', async () => {
    const form = showForm();
    await form.submission.submit(url, readingOf(customer, '012000'));
    assert.deepEqual([stateOf(form), form.settled], ['refused', 1]);
    assert.deepEqual(form.submission.failure!.problem, { code: 'less-than-previous', errors: [{ pointer: '/registers/0/value', code: 'less-than-previous' }] });
    assert.isEmpty(await deviceContent());
    await submit(form);
    assert.isNull(form.submission.failure);
    await assertReceived(form);
  });

  it('goes on when the form leaves the page', async () => {
    await line.breakWith('late');
    const form = showForm();
    const sending = submit(form);
    await until(() => form.submission.state === 'sending');
    form.remove();
    await sending;
    await assertReceived(form);
  });

  it('can be deleted, and is not sent any more', async () => {
    await line.breakWith('lost');
    const form = showForm();
    await submit(form);
    assert.equal(stateOf(form), 'unknown');
    const before = await sent();
    await form.submission.forget();
    assert.deepEqual([stateOf(form), await deviceContent()], ['idle', []]);
    dispatchEvent(new Event('online'));
    await pause(50);
    assert.equal(await sent(), before);
  });

  it('can be deleted while it is on its way', async () => {
    await line.breakWith('slow');
    const form = showForm();
    const sending = submit(form);
    await until(() => stateOf(form) === 'sending');
    await form.submission.forget();
    await sending;
    assert.deepEqual([stateOf(form), form.submission.busy, await deviceContent()], ['idle', false, []]);
  });
});

describe('a bad line', () => {
  /** Faults, and what a form knows of its submission after three tries. */
  const faults: [Fault, state: 'unknown' | 'kept' | 'refused'][] = [
    ['black-hole', 'unknown'],
    ['reset', 'unknown'],
    ['cut', 'unknown'],
    ['slow', 'unknown'],
    ['drip', 'unknown'],
    ['short', 'unknown'],
    ['cut-chunk', 'unknown'],
    ['cut-json', 'unknown'],
    ['portal-redirect', 'unknown'],
    ['html-200', 'unknown'],
    ['html-as-json', 'unknown'],
    ['empty-200', 'unknown'],
    ['wrong-shape', 'unknown'],
    ['null-200', 'unknown'],
    ['huge', 'unknown'],
    ['deep', 'unknown'],
    ['no-content', 'unknown'],
    ['http-422', 'refused'],
    ['http-422-malformed', 'unknown'],
    ['http-401', 'refused'],
    ['http-403-html', 'unknown'],
    ['http-404-html', 'unknown'],
    ['not-recognized', 'refused'],
    ['http-410', 'refused'],
    ['http-409', 'refused'],
    ['http-409-wait', 'kept'],
    ['http-429', 'kept'],
    ['http-429-date', 'kept'],
    ['http-429-none', 'unknown'],
    ['http-429-99999', 'kept'],
    ['http-429-negative', 'kept'],
    ['http-500', 'unknown'],
    ['http-502', 'unknown'],
    ['http-503', 'kept'],
    ['http-503-no-cors', 'unknown'],
    ['lost', 'unknown'],
    ['not-modified', 'unknown'],
  ];
  for (const [fault, state] of faults) {
    it(`leaves it ${state} after ${fault}, and it counts once when that is over`, async () => {
      let asked = 0;
      wrapFetch((target, init) => {
        asked++;
        return onward(target, init);
      });
      await line.breakWith(fault);
      const form = showForm();
      const clock = new DeviceClock();
      void submit(form);
      await until(() => asked);
      await clock.passUntil(() => !form.submission.busy && stateOf(form) !== 'idle', fault, /^(black-hole|slow|drip)$/.test(fault) ? 3_000 : 250);
      assert.equal(stateOf(form), state);
      assert.isAtMost(asked, 3);
      assert.lengthOf(await deviceContent(), state === 'refused' ? 0 : 1);
      await line.mend();
      DeviceClock.restore();
      await (state === 'refused' ? submit(form) : form.submission.retry());
      await assertReceived(form);
    });
  }

  it('leaves it kept while the device is offline, and sends when it is back', async () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    wrapFetch((target, init) => onward(navigator.onLine ? target : target.replace(line.url, refusedUrl), init));
    const clock = new DeviceClock();
    const form = showForm();
    void submit(form);
    await clock.passUntil(() => stateOf(form) === 'kept');
    Reflect.deleteProperty(navigator, 'onLine');
    DeviceClock.restore();
    dispatchEvent(new Event('online'));
    await assertReceived(form);
  });
});

describe('what awaits its answer', () => {
  /** A form whose answers are lost, and which knows it. */
  async function lost(): Promise<BareForm> {
    await line.breakWith('lost');
    const form = showForm();
    await submit(form);
    assert.equal(stateOf(form), 'unknown');
    return form;
  }

  it('is sent again by itself, once a round, the state unchanged meanwhile', async () => {
    const clock = new DeviceClock();
    let asked = 0;
    wrapFetch((target, init) => {
      asked++;
      return onward(target, init);
    });
    const form = showForm();
    await line.breakWith('http-500');
    void submit(form);
    await clock.passUntil(() => stateOf(form) === 'unknown');
    assert.equal(asked, 3);
    for (const [longest, count] of [[15_000, 4], [30_000, 5], [60_000, 6]] as const) {
      const since = Date.now();
      await clock.passUntil(() => asked === count, `${count} requests are made`, 2_500);
      assert.isAtLeast(Date.now() - since, longest / 2);
      assert.isAtMost(Date.now() - since, longest + 2_500);
      assert.equal(stateOf(form), 'unknown');
      assert.isFalse(form.submission.busy);
      await pause(50);
    }
    await line.mend();
    await clock.passUntil(() => asked === 7, 'the line is tried again', 2_500);
    await assertReceived(form);
    assert.deepEqual(form.states, ['idle', 'sending', 'unknown', 'received']);
  });

  it('is sent again when somebody looks at the page', async () => {
    const form = await lost();
    await line.mend();
    document.dispatchEvent(new Event('visibilitychange'));
    await assertReceived(form);
  });

  it('is not sent before the API wants to hear of it', async () => {
    const clock = new DeviceClock();
    await line.breakWith('http-429');
    const form = showForm();
    void submit(form);
    await until(() => stateOf(form) === 'kept' && !form.submission.busy);
    await line.mend();
    dispatchEvent(new Event('online'));
    await clock.pass(118_000);
    assert.equal(await sent(), 1);
    await clock.pass(3_000);
    await assertReceived(form);
  });

  it('does not hold up another one', async () => {
    const form = await lost();
    const [other, first] = [await newCustomer(), customer];
    await line.mend();
    await form.submission.submit(url, readingOf(other));
    customer = other;
    await until(() => stateOf(form) === 'received');
    assert.deepEqual(await storedReadings(other.meterId), [form.submission.receipt]);
    // The first one comes up when the second is done with.
    await form.submission.forget();
    assert.deepEqual([stateOf(form), form.submission.kept!.body['clientNumber']], ['kept', first.clientNumber]);
    customer = first;
    await form.submission.resend(url, first.authorizationCode);
    await assertReceived(form);
  });
});

describe('a later visit', () => {
  for (const fault of ['black-hole', 'lost'] as const) {
    it(`brings up what a closed tab left behind (${fault}), and sends it under its number`, async () => {
      await line.breakWith(fault);
      const tab = await openTab();
      void tab.form.submission.submit(url, readingOf(customer));
      await until(() => stateOf(tab.form) === 'sending');
      while (!(await sent()) && fault === 'lost') await pause(10);
      while (!(await deviceContent()).length) await pause(10);
      const stored = await storedReadings(customer.meterId);
      tab.close();
      await line.mend();
      const form = showForm();
      await until(() => stateOf(form) === 'kept');
      const { authorizationCode, ...body } = readingOf(customer);
      assert.deepEqual(form.submission.kept!.body, body);
      assert.approximately(form.submission.kept!.since.getTime(), Date.now(), 60_000);
      assert.isFalse(form.submission.knowsCode);
      await form.submission.resend(url, authorizationCode);
      await assertReceived(form);
      if (stored.length) assert.equal(form.submission.receipt, stored[0]);
    });
  }

  /** A form with what an earlier visit left behind. */
  async function leftBehind(): Promise<BareForm> {
    await line.breakWith('lost');
    const before = showForm();
    await submit(before);
    before.remove();
    await line.mend();
    const form = showForm();
    await until(() => stateOf(form) === 'kept');
    return form;
  }

  it('forgives a slip in the code', async () => {
    const form = await leftBehind();
    await form.submission.resend(url, 'WRONG1');
    assert.deepEqual([stateOf(form), form.submission.failure!.problem!.code], ['kept', 'not-recognized']);
    await form.submission.resend(url, customer.authorizationCode);
    await assertReceived(form);
  });

  it('takes the same reading typed anew for the one that was left', async () => {
    const form = await leftBehind();
    await submit(form);
    await assertReceived(form);
  });

  it('deletes what is older than three days, and says so once', async () => {
    const before = await leftBehind();
    before.remove();
    const since = before.submission.kept!.since.getTime();
    await age(73 * 3_600_000);
    const form = showForm();
    const expired = await until(() => form.submission.expired);
    assert.deepEqual([stateOf(form), expired.getTime()], ['idle', since - 73 * 3_600_000]);
    assert.isEmpty(await deviceContent());
    const later = showForm();
    await pause(50);
    assert.isNull(later.submission.expired);
  });

  it('deletes it also where the page was open for three days', async () => {
    const form = await leftBehind();
    const clock = new DeviceClock();
    clock.sleep(73 * 3_600_000);
    await form.submission.resend(url, customer.authorizationCode);
    assert.equal(stateOf(form), 'idle');
    assert.isNotNull(form.submission.expired);
    assert.isEmpty(await deviceContent());
  });
});

describe('two tabs', () => {
  for (const wordTakes of [0, 300]) {
    it(`send one draft once, and both show its number, when word between them takes ${wordTakes} ms`, async () => {
      await line.breakWith('late');
      const tabs = await Promise.all([openTab(), openTab()]);
      for (const { form } of tabs) delayWords(form.ownerDocument.defaultView!, wordTakes);
      await Promise.all(tabs.map(({ form }) => form.submission.submit(url, readingOf(customer))));
      for (const { form } of tabs) {
        await assertReceived(form);
        assert.equal(form.settled, 1);
      }
      assert.equal(await sent(), 1);
    });
  }

  it('send one draft once also one after the other', async () => {
    const [first, second] = await Promise.all([openTab(), openTab()]);
    for (const { form } of [first, second]) {
      await form.submission.submit(url, readingOf(customer));
      await assertReceived(form);
    }
  });

  it('share the answer with the tab that waits for it', async () => {
    await line.breakWith('late');
    const tab = await openTab();
    void tab.form.submission.submit(url, readingOf(customer));
    while (!(await deviceContent()).length) await pause(5);
    const form = showForm();
    await assertReceived(form);
    await assertReceived(tab.form);
  });
});

describe('a device that refuses', () => {
  const spoilt: { what: string; spoil: () => () => void }[] = [
    { what: 'storage altogether', spoil: () => replace(globalThis, 'indexedDB', { get: () => { throw new DOMException('denied', 'SecurityError'); } }) },
    { what: 'to open it', spoil: () => replace(IDBFactory.prototype, 'open', { value: () => { throw new DOMException('denied', 'InvalidStateError'); } }) },
    { what: 'to store more', spoil: () => replace(IDBObjectStore.prototype, 'put', { value: () => { throw new DOMException('full', 'QuotaExceededError'); } }) },
    { what: 'to answer', spoil: () => replace(IDBFactory.prototype, 'open', { value: () => ({}) }) },
  ];
  function replace(owner: object, name: string, change: PropertyDescriptor): () => void {
    const own = Object.getOwnPropertyDescriptor(owner, name)!;
    Object.defineProperty(owner, name, { configurable: true, ...change });
    return () => Object.defineProperty(owner, name, own);
  }

  for (const { what, spoil } of spoilt) {
    it(`${what} still submits, and the form knows`, async () => {
      const restore = spoil();
      try {
        const clock = new DeviceClock();
        const form = showForm();
        void submit(form);
        await clock.passUntil(() => stateOf(form) === 'received');
        assert.deepEqual([stateOf(form), form.submission.stored], ['received', false]);
        assert.lengthOf(await storedReadings(customer.meterId), 1);
      } finally {
        restore();
      }
    });
  }

  it('storage keeps it in memory until the answer', async () => {
    const restore = spoilt[1]!.spoil();
    try {
      await line.breakWith('lost');
      const form = showForm();
      await submit(form);
      assert.equal(stateOf(form), 'unknown');
      await line.mend();
      await form.submission.retry();
      assert.deepEqual(await storedReadings(customer.meterId), [form.submission.receipt]);
    } finally {
      restore();
    }
  });

  it('nothing, but is wiped on the way, gets its answer too', async () => {
    await line.breakWith('late');
    const form = showForm();
    const sending = submit(form);
    while (!(await sent())) await pause(5);
    await wipeDevice();
    await sending;
    await assertReceived(form);
  });

  it('locks and channels, as http pages do, still counts once', async () => {
    const restores = [replace(Navigator.prototype, 'locks', { value: undefined }), replace(globalThis, 'BroadcastChannel', { value: undefined })];
    try {
      const forms = [showForm(), showForm()];
      await Promise.all(forms.map(submit));
      for (const form of forms) await assertReceived(form);
    } finally {
      for (const restore of restores) restore();
    }
  });
});

it('needs no API on this origin', async () => {
  const form = showForm();
  await form.submission.submit(`${apiUrl}/readings`, readingOf(customer));
  await assertReceived(form);
});
