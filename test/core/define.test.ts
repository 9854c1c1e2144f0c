import { assert } from '@open-wc/testing';
import { define } from '../../src/core/define.js';
import { VERSION } from '../../src/core/version.js';
import { consoleLines } from '../support/console-guard.js';
import { eventsOf } from '../support/screen.js';

let count = 0;
const tag = (): string => `test-defined-${++count}`;
const element = (version?: string) => class extends HTMLElement { static version = version; };

describe('registering a tag', () => {
  it('happens once, also when asked twice', () => {
    const [name, own] = [tag(), element(VERSION)];
    define(name, own);
    define(name, own);
    assert.isTrue(customElements.get(name) === own);
  });

  it('lets a second copy of the same version pass in silence', () => {
    const name = tag();
    const conflicts = eventsOf('cez-version-conflict');
    define(name, element(VERSION));
    define(name, element(VERSION));
    assert.isEmpty(conflicts);
  });

  for (const [who, version, loaded] of [['another version', '0.0.1', '0.0.1'], ['somebody else’s class', undefined, 'unknown']] as const) {
    it(`leaves the tag to ${who} that came first, and tells it`, () => {
      const [name, first] = [tag(), element(version)];
      const conflicts = eventsOf('cez-version-conflict');
      customElements.define(name, first);
      define(name, element(VERSION));
      assert.isTrue(customElements.get(name) === first);
      assert.deepEqual(conflicts, [{ type: 'cez-version-conflict', detail: { tag: name, loaded, ignored: VERSION } }]);
      const lines = consoleLines();
      assert.lengthOf(lines, 1);
      for (const word of [`<${name}>`, loaded, VERSION]) assert.include(lines[0], word);
    });
  }
});
