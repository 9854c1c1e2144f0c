import { assert, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/define.js';
import '../support/console-guard.js';
import { DeviceClock, until } from '../support/device-clock.js';
import { Line, testNow, type Fault } from '../support/environment.js';
import { all, eventsOf, parts, textOf, the } from '../support/screen.js';

const tags = [
  { tag: 'cez-hours-card', template: (api: string) => html`<cez-hours-card api=${api} center-id="sample-vratsa"></cez-hours-card>`, code: 'not-found', words: 'Не намерихме такъв център.', found: 'Център Враца' },
  { tag: 'cez-center-finder', template: (api: string) => html`<cez-center-finder api=${api} map="none"></cez-center-finder>`, code: 'not-found', words: 'временно не е достъпна', found: 'Център Враца' },
  { tag: 'cez-outages', template: (api: string) => html`<cez-outages api=${api} map="none" now=${testNow}></cez-outages>`, code: 'not-found', words: 'временно не е достъпна', found: 'Част от Враца' },
];
const faults: [Fault, code: string, words: string][] = [
  ['http-503', 'unavailable', 'временно не е достъпна'],
  ['http-503-no-cors', 'unavailable', 'временно не е достъпна'],
  ['http-500', 'unavailable', 'временно не е достъпна'],
  ['http-429', 'unavailable', 'временно не е достъпна'],
  ['html-200', 'bad-response', 'временно не е достъпна'],
  ['html-as-json', 'bad-response', 'временно не е достъпна'],
  ['portal-redirect', 'unavailable', 'временно не е достъпна'],
  ['empty-200', 'bad-response', 'временно не е достъпна'],
  ['no-content', 'bad-response', 'временно не е достъпна'],
  ['wrong-shape', 'bad-response', 'временно не е достъпна'],
  ['null-200', 'bad-response', 'временно не е достъпна'],
  ['cut-json', 'bad-response', 'временно не е достъпна'],
  ['cut', 'bad-response', 'временно не е достъпна'],
  ['reset', 'unavailable', 'временно не е достъпна'],
  ['drip', 'timeout', 'отговорът не пристигна'],
  ['slow', 'timeout', 'отговорът не пристигна'],
];

/** What a customer reads out on the phone. */
const NUMBERS: Record<string, number> = { timeout: 12, unavailable: 21, 'bad-response': 22 };

for (const { tag, template, code, words, found } of tags) {
  describe(`<${tag}> on a bad line`, () => {
    for (const [fault, failure, sentence] of faults) {
      it(`says what ${fault} means, with a phone number, and recovers by its button`, async () => {
        const clock = new DeviceClock();
        const events = eventsOf('cez-error');
        const line = new Line();
        await line.breakWith(fault);
        const widget = await fixture<HTMLElement>(template(line.url));
        await clock.passUntil(() => parts(widget, 'error').length);
        assert.deepEqual(events, [{ type: 'cez-error', detail: { code: failure, retryable: true } }]);
        assert.include(textOf(widget), sentence);
        assert.include(textOf(widget), `0700 10 010 (грешка ${NUMBERS[failure]})`);
        assert.equal(the(widget, 'link', '0700 10 010').getAttribute('href'), 'tel:070010010');
        assert.notMatch(textOf(widget), /Затворено|няма публикувани|няма известн/);
        await line.mend();
        the(widget, 'button', 'Опитайте отново').click();
        await clock.passUntil(() => parts(widget, 'answer').length && !parts(widget, 'error').length);
        assert.include(textOf(widget), found);
      });
    }

    it('says that the device is offline', async () => {
      const clock = new DeviceClock();
      const line = new Line();
      await line.breakWith('reset');
      Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
      const widget = await fixture<HTMLElement>(template(line.url));
      await clock.passUntil(() => parts(widget, 'error').length);
      Reflect.deleteProperty(navigator, 'onLine');
      assert.include(textOf(widget), 'Няма връзка с интернет.');
    });

    it('says what not-found means', async () => {
      const events = eventsOf('cez-error');
      const line = new Line();
      await line.breakWith('not-found');
      const widget = await fixture<HTMLElement>(template(line.url));
      await until(() => events.length && parts(widget, 'error').length);
      assert.deepEqual(events, [{ type: 'cez-error', detail: { code, retryable: false } }]);
      assert.include(textOf(widget), words);
      assert.equal(all(widget, 'button', 'Опитайте отново').length, 0);
    });
  });
}

