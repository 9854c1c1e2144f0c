import { assert } from '@open-wc/testing';
import { announce, prepareAnnouncer } from '../../src/core/announcer.js';
import '../support/console-guard.js';
import { DeviceClock, pause } from '../support/device-clock.js';
import { listen } from '../support/screen.js';

const regions = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('body > [aria-live=polite]')];

describe('announcer', () => {
  it('has one region in the page, before its first message, out of sight but not hidden', () => {
    prepareAnnouncer();
    prepareAnnouncer();
    assert.lengthOf(regions(), 1);
    assert.equal(regions()[0]!.textContent, '');
    assert.isTrue(regions()[0]!.checkVisibility());
    assert.isAtMost(regions()[0]!.getBoundingClientRect().width, 1);
  });

  it('says a message once in its language, and again only after three seconds', async () => {
    const clock = new DeviceClock();
    const heard = listen();
    announce('5 центъра', 'bg');
    announce('5 центъра', 'bg');
    announce('5 centers', 'en');
    await clock.pass(3_100);
    announce('5 centers', 'en');
    await pause(0);
    assert.deepEqual(heard.said, ['5 центъра', '5 centers', '5 centers']);
    assert.deepEqual(heard.languages, ['bg', 'en', 'en']);
  });

  it('comes back when the page has emptied its body', async () => {
    const heard = listen();
    regions().forEach((region) => region.remove());
    announce('6 центъра', 'bg');
    await pause(0);
    assert.lengthOf(regions(), 1);
    assert.equal(heard.said.at(-1) ?? regions()[0]!.textContent, '6 центъра');
  });
});
