/** A tag that nobody has told where its data are: it says so to the web team once, and to the page as an error. */
import { assert, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/widgets/center-finder/define.js';
import '../../src/widgets/hours-card/define.js';
import { configure } from '../../src/core/settings.js';
import { consoleLines } from '../support/console-guard.js';
import { eventsOf } from '../support/screen.js';

const details = (events: readonly { detail: unknown }[]): unknown[] => events.map(({ detail }) => detail);

describe('a tag without settings', () => {
  it('asks for the address of the API, in one line for each kind of tag', async () => {
    const errors = eventsOf('cez-error');
    await fixture(html`<div><cez-hours-card center-id="a"></cez-hours-card><cez-hours-card center-id="b"></cez-hours-card><cez-center-finder></cez-center-finder></div>`);
    assert.deepEqual(details(errors), [1, 2, 3].map(() => ({ code: 'config', retryable: false })));
    const lines = consoleLines();
    assert.lengthOf(lines, 2);
    for (const line of lines) assert.match(line, /^<cez-(hours-card|center-finder)> needs the address of the API: api="https/);
  });

  it('asks a card for the center it should show', async () => {
    configure({ api: 'https://api.example.bg/v1' });
    const errors = eventsOf('cez-error');
    await fixture(html`<cez-hours-card></cez-hours-card>`);
    assert.deepEqual(details(errors), [{ code: 'config', retryable: false }]);
    assert.deepEqual(consoleLines(), ['<cez-hours-card> needs a center-id.']);
  });

  it('tells of data handed in that cannot be read', async () => {
    const errors = eventsOf('cez-error');
    await fixture(html`<cez-center-finder .centers=${'none'}></cez-center-finder>`);
    assert.deepEqual(details(errors), [{ code: 'bad-response', retryable: false }]);
  });
});
