import { assert } from '@open-wc/testing';
import { LitElement } from 'lit';
import { LookupController } from '../../src/core/lookup-controller.js';
import '../support/console-guard.js';
import { newCustomer } from '../support/customers.js';
import { DeviceClock, pause, until } from '../support/device-clock.js';
import { apiUrl, Line } from '../support/environment.js';
import { wrapFetch } from '../support/page-fetch.js';
import { eventsOf } from '../support/screen.js';

/** Asks what is owed, and finds nothing where nothing is. */
class BareLookup extends LitElement {
  readonly lookup = new LookupController<string>(this, {
    read: (answer) => (answer as { totalDue?: { value: string } } | null)?.totalDue?.value ?? null,
    outcome: (value) => (value === '0.00' ? 'nothing-now' : 'found'),
  });
}
customElements.define('bare-lookup', BareLookup);

const url = `${apiUrl}/balance-lookups`;
const overdue = { clientNumber: '310000000011', authorizationCode: 'CEZ011' };

function show(): BareLookup {
  const element = new BareLookup();
  document.body.append(element);
  return element;
}
afterEach(() => {
  for (const element of document.querySelectorAll('bare-lookup')) element.remove();
});

describe('a look-up', () => {
  it('brings the value and tells its outcome', async () => {
    const { lookup } = show();
    const events = eventsOf('cez-outcome', 'cez-error');
    assert.equal(await lookup.ask(url, overdue), '80.27');
    assert.deepInclude(lookup, { value: '80.27', failure: null });
    const { clientNumber, authorizationCode } = await newCustomer();
    assert.equal(await lookup.ask(url, { clientNumber, authorizationCode }), '0.00');
    assert.deepEqual(events.map(({ detail }) => detail), [{ outcome: 'found' }, { outcome: 'nothing-now' }]);
  });

  it('tells a wrong pair as not known, and forgets the value before', async () => {
    const { lookup } = show();
    await lookup.ask(url, overdue);
    const events = eventsOf('cez-outcome', 'cez-error');
    assert.isNull(await lookup.ask(url, { ...overdue, authorizationCode: 'CEZ012' }));
    assert.isNull(lookup.value);
    assert.equal(lookup.failure!.problem!.code, 'not-recognized');
    assert.deepEqual(events.map(({ detail }) => detail), [{ code: 'not-found', retryable: false }, { outcome: 'not-known' }]);
  });

  for (const fault of ['wrong-shape', 'http-500', 'not-modified'] as const) {
    it(`tells ${fault} as unavailable, and answers when asked again`, async () => {
      const clock = new DeviceClock();
      const line = new Line();
      await line.breakWith(fault);
      const { lookup } = show();
      const events = eventsOf('cez-outcome');
      void lookup.ask(`${line.url}/balance-lookups`, overdue);
      await clock.passUntil(() => !lookup.busy);
      assert.deepEqual(events.map(({ detail }) => detail), [{ outcome: 'unavailable' }]);
      await line.mend();
      assert.equal(await lookup.ask(`${line.url}/balance-lookups`, overdue), '80.27');
      assert.isNull(lookup.failure);
    });
  }

  it('is asked once however often somebody presses', async () => {
    const line = new Line();
    await line.breakWith('late');
    const { lookup } = show();
    const answers = await Promise.all([...Array(20).keys()].map(() => lookup.ask(`${line.url}/balance-lookups`, overdue)));
    assert.deepEqual(new Set(answers), new Set(['80.27']));
    assert.lengthOf(await line.asked(), 1);
  });

  it('says that it takes long', async () => {
    const clock = new DeviceClock();
    wrapFetch(() => new Promise(() => {}));
    const { lookup } = show();
    void lookup.ask(url, overdue);
    await clock.pass(3_900);
    assert.isFalse(lookup.slow);
    await clock.pass(200);
    assert.isTrue(lookup.slow);
    lookup.clear();
    assert.isFalse(lookup.slow);
  });

  it('forgets all when cleared, and what was on its way', async () => {
    const { lookup } = show();
    const events = eventsOf('cez-outcome', 'cez-error');
    const asked = lookup.ask(url, overdue);
    lookup.clear();
    assert.isFalse(lookup.busy);
    assert.isNull(await asked);
    await lookup.ask(url, overdue);
    lookup.clear();
    assert.deepInclude(lookup, { value: null, failure: null });
    assert.lengthOf(events, 1);
  });

  it('ends with its widget', async () => {
    let signal: AbortSignal | null | undefined;
    wrapFetch((_url, init) => {
      ({ signal } = init);
      return new Promise(() => {});
    });
    const element = show();
    const events = eventsOf('cez-outcome', 'cez-error');
    void element.lookup.ask(url, overdue);
    await until(() => signal);
    element.remove();
    await pause(10);
    assert.isTrue(signal!.aborted);
    assert.deepEqual([element.lookup.busy, events], [false, []]);
  });
});
