import { assert, fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { CezElement } from '../../../src/core/element.js';
import '../../../src/widgets/services/define.js';
import type { Services } from '../../../src/widgets/services/services.js';
import { consoleLines } from '../../support/console-guard.js';
import { until } from '../../support/device-clock.js';
import { apiUrl, testNow } from '../../support/environment.js';
import { all, drawn, eventsOf, focused, parts, partTexts, squeeze, textOf, the, type } from '../../support/screen.js';

const NUMBER = '310000000011';
const TITLES = {
  balance: 'Проверете сметката си', reading: 'Декларирайте показания', einvoice: 'Заявете електронна фактура', sms: 'Следете сметката по SMS', outages: 'Проверете защо няма ток', centers: 'Намерете център',
};
type Name = keyof typeof TITLES;
const TAGS: Record<Name, string> = { balance: 'cez-balance-checker', reading: 'cez-reading-form', einvoice: 'cez-einvoice-form', sms: 'cez-sms-signup', outages: 'cez-outages', centers: 'cez-center-finder' };

async function show(attributes: { brand?: string; open?: string; carry?: boolean } = {}): Promise<Services> {
  const { brand = 'cez-bg', open = null, carry = false } = attributes;
  const element = await fixture<Services>(html`<cez-services api=${apiUrl} brand=${brand} .open=${open} ?carry=${carry} now=${testNow}></cez-services>`);
  await drawn(element);
  return element;
}
const entry = (element: Services, name: Name): HTMLElement => all(element, 'button').find((button) => squeeze(button.textContent).startsWith(TITLES[name]))!;
const formOf = (element: Services, name: Name): CezElement | null => element.shadowRoot!.querySelector<CezElement>(TAGS[name]);
/** Opens a service and waits until it is there. */
async function open(element: Services, name: Name): Promise<CezElement> {
  entry(element, name).click();
  await until(() => formOf(element, name)?.shadowRoot?.querySelector('h3'));
  return formOf(element, name)!;
}
const field = (form: CezElement, name = 'clientNumber'): HTMLInputElement => form.shadowRoot!.querySelector<HTMLInputElement>(`[name=${name}]`)!;
const numberIn = async (element: Services, name: Name): Promise<string> => field(await open(element, name)).value;

describe('services that were not opened', () => {
  it('are rows that say what each is for, and load nothing', async () => {
    const element = await show();
    assert.deepEqual(partTexts(element, 'row').map((row) => row.split(' ').slice(0, 2).join(' ')), ['Проверете сметката', 'Декларирайте показания', 'Заявете електронна', 'Следете сметката', 'Проверете защо', 'Намерете център']);
    assert.include(textOf(element), 'Фактурата идва безплатно по имейл вместо на хартия.');
    for (const tag of Object.values(TAGS)) assert.isUndefined(customElements.get(tag), tag);
  });

  it('are links where they are the other company’s', async () => {
    const element = await show({ brand: 'cez-rp' });
    const opens = all(element, 'button').map((button) => button.ariaExpanded);
    const links = all(element, 'link').map((link) => [squeeze(link.textContent), link.getAttribute('href')]);
    assert.deepEqual(opens, ['false', 'false', 'false']);
    assert.isTrue(partTexts(element, 'row')[0]!.startsWith(TITLES.outages));
    assert.deepEqual(links, (['balance', 'einvoice', 'sms'] as const).map((name) => [`${TITLES[name]} При доставчика Ви, на сайта cez.bg`, 'https://www.cez.bg/']));
  });
});

describe('a service that is opened', () => {
  it('is loaded, comes below its row and takes the focus; closed, the focus is on its row again', async () => {
    const element = await show();
    const ready = eventsOf('cez-ready');
    for (const name of ['balance', 'reading'] as const) {
      const form = await open(element, name);
      await until(() => focused()?.localName === 'h3');
      assert.strictEqual(element.shadowRoot!.activeElement, form);
      assert.strictEqual(form.closest('li'), entry(element, name).closest('li'));
      assert.equal(entry(element, name).ariaExpanded, 'true');
    }
    // One at a time.
    assert.isNull(formOf(element, 'balance'));
    the(element, 'button', 'Затворете').click();
    await until(() => focused() === entry(element, 'reading'));
    assert.isNull(formOf(element, 'reading'));
    await open(element, 'reading');
    entry(element, 'reading').click();
    await until(() => focused() === entry(element, 'reading') && !formOf(element, 'reading'));
    assert.isEmpty(ready, 'the page hears of the tag’s own first words only');
  });

  it('has the settings of the tag, also later', async () => {
    const element = await show({ brand: 'cez-rp', open: 'reading' });
    await until(() => formOf(element, 'reading'));
    const form = formOf(element, 'reading')!;
    await until(() => textOf(form).includes('Деклариране на показания'));
    assert.deepEqual([form.api, form.brand, form.headingLevel, form.now], [apiUrl, 'cez-rp', 3, testNow]);
    element.lang = 'en';
    await until(() => textOf(form).includes('Declare meter readings'));
    assert.include(textOf(element), 'What would you like to do?');
  });

  it('keeps what was typed while another is looked at; a look-up’s answer goes', async () => {
    const element = await show();
    type(field(await open(element, 'einvoice'), 'email'), 'ime@abv.bg');
    type(field(await open(element, 'balance')), NUMBER);
    assert.equal(field(await open(element, 'einvoice'), 'email').value, 'ime@abv.bg');
    assert.equal(await numberIn(element, 'balance'), '');
  });
});

describe('what is open at first', () => {
  const address = location.href;
  afterEach(() => history.replaceState(null, '', address));
  const expanded = (element: Services): string[] => all(element, 'button').filter(({ ariaExpanded }) => ariaExpanded === 'true').map((button) => squeeze(button.textContent));

  it('is what the page’s author names, and follows the attribute', async () => {
    const element = await show({ open: 'sms' });
    assert.isTrue(expanded(element)[0]!.startsWith(TITLES.sms));
    element.open = null;
    await drawn(element);
    assert.isEmpty(expanded(element));
    assert.notStrictEqual(element.shadowRoot!.activeElement, entry(element, 'sms'), 'nobody pressed, so the focus stays where it is');
  });

  it('is none for a name that opens on the other site, with a word to the web team', async () => {
    assert.isEmpty(expanded(await show({ brand: 'cez-rp', open: 'balance' })));
    assert.deepEqual(consoleLines(), ['<cez-services> open="balance" is not a service that opens here; write outages, reading, centers. Opening none.']);
  });

  it('is what the page’s address names, before the attribute, for the first tag without no-url', async () => {
    history.replaceState(null, '', '?cez-service=einvoice&cez-place=Мездра');
    const page = await fixture(html`<div>${[true, false, false].map((noUrl) => html`<cez-services api=${apiUrl} open="sms" ?no-url=${noUrl}></cez-services>`)}</div>`);
    const opened = [...page.querySelectorAll('cez-services')].map((element) => expanded(element)[0]?.slice(0, 14));
    assert.deepEqual(opened, ['Следете сметка', 'Заявете електр', 'Следете сметка']);
    const [, first] = page.querySelectorAll('cez-services');
    assert.equal((await open(first!, 'centers') as CezElement & { query: string }).query, 'Мездра');
    history.replaceState(null, '', '?cez-service=nothing');
    assert.isEmpty(expanded(await show()));
  });
});

describe('carry', () => {
  it('is off: every service asks for itself', async () => {
    const element = await show();
    type(field(await open(element, 'sms')), NUMBER);
    assert.equal(await numberIn(element, 'balance'), '');
    assert.notInclude(textOf(element), 'се предлагат и в другите');
  });

  it('offers a whole number in the others, and puts it nowhere else', async () => {
    const element = await show({ carry: true });
    assert.include(textOf(element), 'Номер или място, въведени в една услуга, се предлагат и в другите');
    const sms = field(await open(element, 'sms'));
    type(sms, '3100 0000');
    type(sms, '3100 0000 0011');
    for (const name of ['balance', 'reading', 'einvoice'] as const) assert.equal(await numberIn(element, name), NUMBER, name);
    const outages = await open(element, 'outages');
    the(outages, 'button', 'По клиентски номер').click();
    await until(() => field(outages));
    assert.equal(field(outages).value, NUMBER);
    const markup = [element, ...element.shadowRoot!.querySelectorAll('*')].map((node) => node.outerHTML + (node.shadowRoot?.innerHTML ?? '')).join('');
    assert.notInclude(`${markup} ${location.href} ${JSON.stringify([localStorage, sessionStorage])}`, NUMBER);
  });

  it('writes over nothing that was typed, and never offers the code', async () => {
    const element = await show({ carry: true });
    const einvoice = await open(element, 'einvoice');
    type(field(einvoice), '310000000022');
    type(field(einvoice, 'authorizationCode'), 'CEZ022');
    const balance = await open(element, 'balance');
    assert.deepEqual([field(balance).value, field(balance, 'authorizationCode').value], ['310000000022', '']);
    type(field(balance), NUMBER);
    assert.equal(await numberIn(element, 'einvoice'), '310000000022');
  });

  it('forgets when a form is emptied, the tag is reset or taken off the page, the page is left, or carry is taken away', async () => {
    const ways: [sentence: string, way: (element: Services, form: CezElement & { reset(): void }) => unknown][] = [
      ['emptied', (_, form) => form.reset()],
      ['reset', (element) => element.reset()],
      ['off the page', (element) => { const page = element.parentElement!; element.remove(); page.append(element); }],
      ['left', () => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))],
      ['without carry', (element) => void (element.carry = false)],
    ];
    for (const [sentence, way] of ways) {
      const element = await show({ carry: true });
      const form = await open(element, 'sms');
      type(field(form), NUMBER);
      way(element, form as CezElement & { reset(): void });
      await drawn(element);
      assert.equal(await numberIn(element, 'balance'), '', sentence);
      element.remove();
    }
  });

  it('offers a place asked about among the outages to the finder of centers, and back', async () => {
    const element = await show({ carry: true });
    const query = (form: CezElement): string => form.shadowRoot!.querySelector<HTMLInputElement>('#query')!.value;
    const outages = await open(element, 'outages');
    type(outages.shadowRoot!.querySelector<HTMLElement>('#query')!, 'Враца');
    outages.shadowRoot!.querySelector<HTMLFormElement>('.place-form')!.requestSubmit();
    const finder = await open(element, 'centers');
    await until(() => parts(finder, 'row').length);
    assert.equal(query(finder), 'Враца');
    type(finder.shadowRoot!.querySelector<HTMLElement>('#query')!, 'Мездра');
    await until(() => all(finder, 'option').length);
    all(finder, 'option')[0]!.click();
    assert.equal(query(await open(element, 'outages')), 'Мездра');
    localStorage.clear();
  });
});
