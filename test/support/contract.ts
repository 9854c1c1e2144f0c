/** What every tag that shows something must keep, whatever it shows. */
import { assert, fixture } from '@open-wc/testing';
import { html, unsafeStatic } from 'lit/static-html.js';
import { registry, settingsChanged } from '../../src/core/registry.js';
import { configure } from '../../src/core/settings.js';
import { VERSION } from '../../src/core/version.js';
import { consoleLines } from './console-guard.js';
import { until } from './device-clock.js';
import { faultyUrl, Line, refusedUrl } from './environment.js';
import { all, drawn, eventsOf, fallbackDrawn, focused, parts, partTexts, textOf } from './screen.js';

export interface Tag {
  name: string;
  /** Attributes that make it ask the API. */
  attributes: string;
  /**
   * When it asks the API: as soon as it knows where (default), also if it can do without the answer; when a customer sends
   * something; or never, in which case it needs none.
   */
  asks?: 'at-once' | 'at-once-if-it-can' | 'when-sent' | 'never';
  /** Requests it makes at load, one by default. */
  requests?: number;
  /** Key of a text that it shows without an API; by default the one that says so. Null: it says nothing of itself. */
  text?: string | null;
  /** Words it shows before any answer. */
  lead?: string;
  /** Words for an answer that is none. */
  failure?: string;
  /** Words it shows with its data. */
  words: { bg: string; en: string };
  /** A value for each own property. */
  properties: Record<string, unknown>;
  /** Wrong attributes: name, value, a word of the fix. */
  wrong: [name: string, value: string, fix: string][];
}

interface Element extends HTMLElement {
  updateComplete: Promise<boolean>;
  requestUpdate(): void;
  version: string;
  refresh(): Promise<void>;
  reset(): void;
}

const raw = (markup: string): Promise<HTMLElement> => fixture(html`${unsafeStatic(markup)}`);

/** The colour of the widget's main control, or of its links where it has none, which is the brand's. */
function colour(element: Element): string {
  const styles = parts(element, 'action').map((action) => getComputedStyle(action));
  return styles.map(({ backgroundColor }) => backgroundColor).find((background) => background !== 'rgba(0, 0, 0, 0)') ?? styles[0]?.color ?? '';
}

export function keepsTheContract(tag: Tag): void {
  const { name, words, asks = 'at-once', text = 'configFault', requests = 1, lead = '', failure = 'временно не е достъпна' } = tag;
  const asksAtOnce = asks.startsWith('at-once');
  const requestsAtLoad = asksAtOnce ? requests : 0;
  /** Without an API it says so, unless it says nothing of itself. */
  const isUnset = (element: Element): boolean => (text === null ? textOf(element) === '' : textOf(element).includes('още не е настроена'));
  const open = (attributes: string, content = ''): string => `<${name} ${attributes} ${tag.attributes}>${content}</${name}>`;
  const shows = (element: Element, language: 'bg' | 'en' = 'bg'): Promise<boolean> => until(() => textOf(element).includes(words[language]), `<${name}> shows “${words[language]}”`);
  const place = async (attributes: string, content = ''): Promise<Element> => (await raw(open(attributes, content))) as Element;
  const filled = async (attributes = '', line = new Line(), language: 'bg' | 'en' = 'bg'): Promise<Element> => {
    const element = await place(`api="${line.url}" ${attributes}`);
    await shows(element, language);
    return element;
  };
  /** The tag inside two `cez-config` inside a `div`; the outermost is returned with it. */
  const nested = async (): Promise<{ page: HTMLElement; outer: HTMLElement; inner: HTMLElement; element: Element }> => {
    const page = await raw(`<div><cez-config><cez-config>${open('')}</cez-config></cez-config></div>`);
    const [outer, inner] = page.querySelectorAll<HTMLElement>('cez-config');
    return { page, outer: outer!, inner: inner!, element: page.querySelector<Element>(name)! };
  };

  describe(`<${name}> keeps the contract`, () => {
    afterEach(() => {
      registry.defaults = {};
      settingsChanged();
    });

    describe('rendering', () => {
      it('works without any attribute', async () => {
        const ready = eventsOf('cez-ready');
        const element = (await raw(`<${name}></${name}>`)) as Element;
        await until(() => ready.length);
        if (asks === 'never') {
          await shows(element);
          return;
        }
        assert.isTrue(isUnset(element));
        if (text !== null) assert.equal(all(element, 'link')[0]!.getAttribute('href'), 'tel:070010010');
      });

      it('tells its version on class and element', async () => {
        const element = (await raw(`<${name}></${name}>`)) as Element;
        assert.equal(element.version, VERSION);
        assert.equal((element.constructor as unknown as { version: string }).version, VERSION);
      });

      if (asks !== 'never') it('takes the API from its attribute, the nearest cez-config, configure(), in this order, also later', async () => {
        const [own, near, far, page] = [new Line(), new Line(), new Line(), new Line()];
        const { outer, inner, element } = await nested();
        await until(() => isUnset(element));
        const steps: [Line, () => void][] = [
          [page, () => configure({ api: page.url })],
          [far, () => outer.setAttribute('api', far.url)],
          [near, () => inner.setAttribute('api', `${near.url}/`)],
          [own, () => element.setAttribute('api', own.url)],
        ];
        for (const [line, change] of steps) {
          assert.isEmpty(await line.asked());
          change();
          await shows(element);
          for (let asked: string[] = []; asked.length < requestsAtLoad; asked = await line.asked());
        }
        for (const line of [own, near, far, page]) assert.lengthOf((await line.asked()).filter((request) => request.startsWith('GET /v1/')), requestsAtLoad);
      });

      it('takes the brand in the same order', async () => {
        configure({ api: new Line().url });
        const { outer, inner, element } = await nested();
        await shows(element);
        const supplier = colour(element);
        // A change of colour takes its time.
        const looks = (brand: string): Promise<boolean> => until(() => colour(element) !== '' && (colour(element) === supplier) === (brand === 'cez-bg'), `it looks like ${brand}`);
        configure({ brand: 'cez-rp' });
        await looks('cez-rp');
        outer.setAttribute('brand', 'cez-bg');
        await looks('cez-bg');
        inner.setAttribute('brand', 'cez-rp');
        await looks('cez-rp');
        element.setAttribute('brand', 'cez-bg');
        await looks('cez-bg');
        for (const place of [element, inner, outer]) place.removeAttribute('brand');
        await looks('cez-rp');
      });

      it('takes the language in the same order, before that of the page around it', async () => {
        configure({ api: new Line().url });
        const { page, outer, inner, element } = await nested();
        await shows(element, 'bg');
        page.lang = 'en-GB';
        await shows(element, 'en');
        page.lang = 'de';
        await shows(element, 'bg');
        configure({ lang: 'en' });
        await shows(element, 'en');
        outer.lang = 'bg';
        await shows(element, 'bg');
        inner.lang = 'en';
        await shows(element, 'en');
        element.lang = 'bg';
        await shows(element, 'bg');
        element.removeAttribute('lang');
        await shows(element, 'en');
      });

      if (text !== null) it('replaces texts of the page and of the tag, the tag’s first', async () => {
        configure({ messages: { bg: { [text]: 'Страницата' } } });
        const element = (await raw(`<${name}></${name}>`)) as Element & { messages: unknown };
        assert.include(textOf(element), 'Страницата');
        element.messages = { bg: { [text]: 'Тагът' } };
        await drawn(element);
        assert.include(textOf(element), 'Тагът');
        assert.notInclude(textOf(element), 'Страницата');
      });

      it('speaks the language it says', async () => {
        const element = await filled('lang="en"', new Line(), 'en');
        assert.equal(element.shadowRoot!.querySelector('[lang]')?.getAttribute('lang'), 'en');
      });

      it('hides with [hidden] and is a block otherwise, whatever the page’s styles for all elements', async () => {
        const page = await raw(`<div><style>${name}, * { display: inline }</style>${open('')}<${name} hidden></${name}></div>`);
        const [shown, hidden] = [...page.querySelectorAll(name)].map((element) => getComputedStyle(element).display);
        assert.deepEqual([shown, hidden], ['block', 'none']);
      });

      for (const level of [2, 3, 4, 5, 6]) {
        it(`puts its heading on level ${level}`, async () => {
          const element = await filled(`heading-level="${level}"`);
          assert.equal(element.shadowRoot!.querySelector('[tabindex="-1"]')!.localName, `h${level}`);
        });
      }

      for (const [attribute, value, fix] of tag.wrong) {
        it(`tells a wrong ${attribute}="${value}" in one line and uses the default`, async () => {
          const line = new Line();
          const element = await place(`api="${line.url}" ${attribute}="${value}"`);
          if (attribute === 'api') await until(() => isUnset(element));
          else await shows(element);
          element.requestUpdate();
          await drawn(element);
          const lines = consoleLines();
          assert.lengthOf(lines, 1);
          for (const word of [`<${name}>`, `${attribute}="${value}"`, fix]) assert.include(lines[0], word);
        });
      }
    });

    if (!asksAtOnce) describe('states', () => {
      it('takes the place of the page’s content as soon as it can be used', async () => {
        const page = await raw(`<div lang="en">${open(`api="${new Line().url}"`, '<p>Call 0700 10 010</p>')}</div>`);
        await shows(page.querySelector<Element>(name)!, 'en');
        assert.isFalse(fallbackDrawn(page.querySelector(name)!));
      });
    });
    else describe('states', () => {
      it('keeps the page’s content until it has its own', async () => {
        const element = await place(`api="${faultyUrl('late')}"`, '<p>Обадете се на 0700 10 010</p>');
        await drawn(element);
        assert.isTrue(fallbackDrawn(element));
        if (lead) assert.include(textOf(element), lead);
        else assert.equal(textOf(element), '');
        await shows(element);
        assert.isFalse(fallbackDrawn(element));
      });

      if (asks === 'at-once') it(`keeps the page’s content ${text === null ? 'in the place of' : 'beside'} the words of a failure`, async () => {
        const errors = eventsOf('cez-error');
        const element = await place(`api="${faultyUrl('html-as-json')}"`, '<p>Обадете се на 0700 10 010</p>');
        await until(() => errors.length);
        await drawn(element);
        assert.isTrue(fallbackDrawn(element));
        if (text === null) assert.equal(textOf(element), '');
        else assert.include(partTexts(element, 'error').join(), failure);
      });

      if (text !== null) it('reads well while it waits', async () => {
        const line = new Line();
        await line.breakWith('late');
        const element = await place(`api="${line.url}"`);
        assert.include(textOf(element), 'Зареждане…');
        await shows(element);
      });
    });

    describe('events', () => {
      it('says cez-ready once, through a shadow root of the page', async () => {
        const ready = eventsOf('cez-ready');
        const page = await raw('<div></div>');
        page.attachShadow({ mode: 'open' }).append(document.createRange().createContextualFragment(open(`api="${new Line().url}"`)));
        const element = page.shadowRoot!.querySelector<Element>(name)!;
        await shows(element);
        await element.refresh();
        element.lang = 'en';
        await shows(element, 'en');
        assert.deepEqual(ready, [{ type: 'cez-ready', detail: null }]);
      });

      if (asksAtOnce) it('tells an outcome for each look-up, and a failure with its code', async () => {
        const line = new Line();
        const events = eventsOf('cez-error', 'cez-outcome');
        const element = await filled('', line);
        await line.breakWith('http-429');
        await element.refresh();
        await line.mend();
        await element.refresh();
        assert.deepEqual(events, [
          { type: 'cez-outcome', detail: { outcome: 'found' } },
          { type: 'cez-error', detail: { code: 'unavailable', retryable: true } },
          { type: 'cez-outcome', detail: { outcome: 'stale' } },
          { type: 'cez-outcome', detail: { outcome: 'found' } },
        ]);
      });

      if (asksAtOnce) it('tells of a connection that is refused', async () => {
        const events = eventsOf('cez-error', 'cez-ready');
        const element = await place(`api="${refusedUrl}"`);
        await until(() => events.length === 2);
        assert.deepEqual(events[0], { type: 'cez-error', detail: { code: 'unavailable', retryable: true } });
        if (text !== null) assert.include(textOf(element), '0700 10 010');
      });
    });

    describe('keyboard', () => {
      it('takes the focus to its heading', async () => {
        const element = await filled();
        element.focus();
        assert.match(focused()?.localName ?? '', /^h2$/);
      });
    });

    describe('lifecycle', () => {
      it('writes nothing on its host', async () => {
        const element = await place(`api="${new Line().url}"`);
        const before = element.outerHTML;
        const written: MutationRecord[] = [];
        const observer = new MutationObserver((changes) => written.push(...changes));
        observer.observe(element, { attributes: true, childList: true });
        await shows(element);
        Object.assign(element, { brand: 'cez-rp', headingLevel: 3, now: '2026-03-18T10:00+02:00', ...tag.properties });
        await drawn(element);
        await element.refresh();
        element.reset();
        element.remove();
        observer.takeRecords().forEach((change) => written.push(change));
        assert.isEmpty(written);
        assert.equal(element.outerHTML, before);
      });

      if (asksAtOnce) it('asks anew on refresh()', async () => {
        const line = new Line();
        const element = await filled('', line);
        await line.answered(requestsAtLoad);
        await element.refresh();
        await line.answered(2 * requestsAtLoad);
        assert.lengthOf(await line.asked(), 2 * requestsAtLoad);
      });

      it('moves, leaves and returns a hundred times without a further request', async () => {
        const line = new Line();
        const page = await raw('<div><p></p><p></p></div>');
        const element = await filled('', line);
        // On its way, a request would be made again.
        await line.answered(requestsAtLoad);
        for (let time = 0; time < 100; time++) {
          page.children[time % 2]!.append(element);
          if (time % 3 === 0) element.remove();
          if (time % 5 === 0) await drawn(element);
        }
        page.append(element);
        await shows(element);
        assert.lengthOf(await line.asked(), requestsAtLoad);
      });

      it('shows the same in a hundred clones, by the same one request', async () => {
        const line = new Line();
        const element = await filled('', line);
        const page = await raw('<div></div>');
        for (let time = 0; time < 100; time++) page.append(element.cloneNode(true));
        for (const clone of page.querySelectorAll<Element>(name)) await shows(clone);
        assert.lengthOf(await line.asked(), requestsAtLoad);
      });

      if (asksAtOnce) it('comes back after leaving in the middle of a request', async () => {
        const line = new Line();
        await line.breakWith('late');
        const element = await place(`api="${line.url}"`);
        await drawn(element);
        const { parentNode } = element;
        element.remove();
        await line.mend();
        parentNode!.append(element);
        await shows(element);
      });

      it('takes properties that were set before it was upgraded', async () => {
        const line = new Line();
        const element = document.implementation.createHTMLDocument().createElement(name) as Element & { api: string };
        Object.assign(element, { api: line.url, ...tag.properties });
        (await raw('<div></div>')).append(element);
        if (asksAtOnce) await until(async () => (await line.asked()).length);
        else await shows(element);
        await drawn(element);
        assert.equal(element.api, line.url);
      });
    });
  });
}
