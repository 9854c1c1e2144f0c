import { assert, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/widgets/config/define.js';
import { Config } from '../../../src/widgets/config/config.js';
import '../../../src/widgets/hours-card/define.js';
import { VERSION } from '../../../src/core/version.js';
import { center } from '../../support/centers.js';
import '../../support/console-guard.js';
import { textOf } from '../../support/screen.js';
import { until } from '../../support/device-clock.js';

describe('cez-config', () => {
  it('tells its version on class and element', async () => {
    assert.equal(Config.version, VERSION);
    assert.equal((await fixture<Config>(html`<cez-config></cez-config>`)).version, VERSION);
  });

  it('draws no box, so that the page’s layout is as without it', async () => {
    const page = await fixture<HTMLElement>(html`<div style="display: grid"><cez-config><p>1</p><p>2</p></cez-config></div>`);
    const [first, second] = [...page.querySelectorAll('p')].map((paragraph) => paragraph.getBoundingClientRect().top);
    assert.isBelow(first!, second!);
    assert.equal(getComputedStyle(page.querySelector('cez-config')!).display, 'contents');
  });

  it('reaches tags in shadow trees inside it, and those moved into it', async () => {
    const page = await fixture<HTMLElement>(html`<div><cez-config lang="en"><section></section></cez-config></div>`);
    const card = Object.assign(document.createElement('cez-hours-card'), { center: center() });
    page.append(card);
    await until(() => textOf(card).includes('Център Враца'));
    page.querySelector('section')!.attachShadow({ mode: 'open' }).append(card);
    await until(() => textOf(card).includes('Center Vratsa'));
  });
});
