import { assert, fixture } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { renderErrorSummary } from '../../src/forms/error-summary.js';
import { renderField, renderSubmit } from '../../src/forms/field.js';
import { FormController } from '../../src/forms/form-controller.js';
import { forms } from '../../src/i18n/bg/forms.js';
import { Words } from '../../src/i18n/words.js';
import '../support/console-guard.js';
import { until } from '../support/device-clock.js';
import { all, focused, parts, textOf, the, type } from '../support/screen.js';

type Name = 'town' | 'street';

/** A form of two fields: the town is required and warns once of „Пловдив“; the street is required. */
class SampleForm extends LitElement {
  words = new Words('bg', forms);
  sent: Record<Name, string>[] = [];
  answer = (): Promise<void> => Promise.resolve();
  api: string | null = null;
  form: FormController<Name> = new FormController<Name>(this, {
    fields: () => ['town', 'street'],
    check: (name, value) => {
      if (!value) return { text: `Въведете ${name === 'town' ? 'града' : 'улицата'}.` };
      return name === 'town' && value === 'Пловдив' ? { text: 'Пловдив не е при нас. Сигурни ли сте?', passable: true } : null;
    },
    send: async () => {
      this.sent.push({ town: this.form.value('town'), street: this.form.value('street') });
      await this.answer();
    },
    api: () => this.api,
  });

  override render(): TemplateResult {
    return html`<form novalidate @submit=${this.form.onSubmit}>
      ${renderErrorSummary(this.words, this.form)}
      ${renderField(this.words, this.form, { name: 'town', label: 'Град', hint: 'Например Враца' })}
      ${renderField(this.words, this.form, { name: 'street', label: 'Улица' })}
      ${renderSubmit(this.words, this.form, 'Изпратете')}
    </form>`;
  }
}
customElements.define('sample-form', SampleForm);

const show = (): Promise<SampleForm> => fixture<SampleForm>(html`<sample-form></sample-form>`);
const field = (element: SampleForm, name: Name): HTMLInputElement => element.shadowRoot!.querySelector(`[name=${name}]`)!;
const press = (element: SampleForm): void => (element.shadowRoot!.querySelector('button[type=submit]') as HTMLButtonElement).click();
const summary = (element: SampleForm): HTMLElement | undefined => parts(element, 'error')[0];
const fill = (element: SampleForm, town: string, street: string): void => {
  type(field(element, 'town'), town);
  type(field(element, 'street'), street);
};

describe('faults', () => {
  it('are not told while somebody is typing or only looks', async () => {
    const element = await show();
    field(element, 'town').focus();
    type(field(element, 'town'), '');
    field(element, 'street').focus();
    await element.updateComplete;
    assert.isUndefined(summary(element));
    assert.equal(field(element, 'town').ariaInvalid, null);
  });

  it('are told on sending, in a summary that takes the focus, in the words of the fields', async () => {
    const element = await show();
    press(element);
    await until(() => focused()?.part.contains('error'));
    assert.deepEqual(all(element, 'link').map(({ textContent }) => textContent), ['Въведете града.', 'Въведете улицата.']);
    assert.equal(element.sent.length, 0);
    for (const name of ['town', 'street'] as const) {
      const input = field(element, name);
      assert.equal(input.ariaInvalid, 'true');
      const described = input.getAttribute('aria-describedby')!.split(' ').map((id) => element.shadowRoot!.getElementById(id)!.textContent);
      assert.include(described.join(' '), name === 'town' ? 'Въведете града.' : 'Въведете улицата.');
    }
  });

  it('are reached by the links of the summary', async () => {
    const element = await show();
    press(element);
    await until(() => summary(element));
    the(element, 'link', 'Въведете улицата.').click();
    assert.equal(focused()?.getAttribute('name'), 'street');
    assert.notInclude(location.href, 'street');
  });

  it('go as they are fixed, the others stay', async () => {
    const element = await show();
    press(element);
    await until(() => summary(element));
    type(field(element, 'town'), 'Враца');
    await element.updateComplete;
    assert.deepEqual(all(element, 'link').map(({ textContent }) => textContent), ['Въведете улицата.']);
    assert.equal(field(element, 'town').ariaInvalid, null);
    type(field(element, 'street'), 'Дунав');
    await element.updateComplete;
    assert.isUndefined(summary(element));
  });

  it('of the server stand at their field until it changes', async () => {
    const element = await show();
    fill(element, 'Враца', 'Дунав');
    await element.form.refuse([['street', () => 'Няма такава улица.']]);
    assert.equal(focused()?.part.contains('error'), true);
    assert.equal(the(element, 'link', 'Няма такава улица.').localName, 'a');
    type(field(element, 'street'), 'Дунавска');
    await element.updateComplete;
    assert.isUndefined(summary(element));
  });
});

describe('a warning', () => {
  it('holds the form back once and passes when it is sent again unchanged', async () => {
    const element = await show();
    fill(element, 'Пловдив', 'Марица');
    press(element);
    await until(() => summary(element));
    assert.include(textOf(element), 'Моля, проверете още веднъж');
    assert.equal(element.sent.length, 0);
    assert.equal(field(element, 'town').ariaInvalid, null);
    press(element);
    await until(() => element.sent.length);
    assert.deepEqual(element.sent, [{ town: 'Пловдив', street: 'Марица' }]);
  });

  it('comes anew for a value it has not been told of', async () => {
    const element = await show();
    fill(element, 'Пловдив', '');
    press(element);
    await until(() => summary(element));
    type(field(element, 'town'), 'Враца');
    type(field(element, 'street'), 'Марица');
    press(element);
    await until(() => element.sent.length);
    assert.equal(element.sent[0]!.town, 'Враца');
  });
});

describe('a warning that was told', () => {
  it('is not shown of what is typed next, and comes back with the press', async () => {
    const element = await show();
    fill(element, 'Пловдив', 'Марица');
    press(element);
    await until(() => summary(element));
    type(field(element, 'town'), 'Враца');
    type(field(element, 'town'), 'Пловдив');
    await element.updateComplete;
    assert.isUndefined(summary(element));
  });

  it('passes with a word from elsewhere', async () => {
    const element = await show();
    fill(element, 'Пловдив', 'Марица');
    press(element);
    await until(() => summary(element));
    element.form.pass('town');
    await element.updateComplete;
    assert.isUndefined(summary(element));
    press(element);
    await until(() => element.sent.length);
  });
});

describe('sending', () => {
  it('takes what stands in the fields, also if a password manager put it there without a word', async () => {
    const element = await show();
    field(element, 'town').value = 'Враца';
    field(element, 'street').value = 'Дунав';
    press(element);
    await until(() => element.sent.length);
    assert.deepEqual(element.sent, [{ town: 'Враца', street: 'Дунав' }]);
  });

  it('happens once, however often it is pressed until the answer is in', async () => {
    const element = await show();
    let arrive = (): void => undefined;
    element.answer = () => new Promise((resolve) => (arrive = resolve));
    fill(element, 'Враца', 'Дунав');
    for (let presses = 0; presses < 20; presses++) press(element);
    element.shadowRoot!.querySelector('form')!.requestSubmit();
    await element.updateComplete;
    assert.equal(element.sent.length, 1);
    const button = the(element, 'button');
    assert.deepEqual([button.ariaDisabled, (button as HTMLButtonElement).disabled, button.textContent], ['true', false, 'Изпращаме…']);
    arrive();
    await until(() => button.ariaDisabled === null);
    press(element);
    await until(() => element.sent.length === 2);
    arrive();
  });

  it('is possible again after it failed, with everything still there', async () => {
    const element = await show();
    element.answer = () => Promise.reject(new Error('down'));
    fill(element, 'Враца', 'Дунав');
    await element.form.submit().catch(() => undefined);
    await element.updateComplete;
    assert.equal(field(element, 'town').value, 'Враца');
    assert.equal(the(element, 'button').textContent, 'Изпратете');
  });
});

describe('the line to the API', () => {
  const lines = (): string[] => [...document.head.querySelectorAll<HTMLLinkElement>('link[rel=preconnect]')].map(({ href }) => href);

  it('is opened by the first sign that is typed, once', async () => {
    const element = await show();
    element.api = 'https://api.example.bg/v1';
    field(element, 'town').focus();
    assert.isEmpty(lines());
    fill(element, 'Враца', 'Дунав');
    assert.deepEqual(lines(), ['https://api.example.bg/v1']);
    assert.equal(document.head.querySelector<HTMLLinkElement>('link[rel=preconnect]')!.crossOrigin, 'anonymous');
  });

  it('is of no use to a form that sends nothing', async () => {
    document.head.querySelector('link[rel=preconnect]')?.remove();
    fill(await show(), 'Враца', 'Дунав');
    assert.isEmpty(lines());
  });
});

describe('emptying', () => {
  it('leaves no value and no fault', async () => {
    const element = await show();
    type(field(element, 'town'), 'Враца');
    press(element);
    await until(() => summary(element));
    element.form.reset();
    await element.updateComplete;
    assert.equal(field(element, 'town').value, '');
    assert.isUndefined(summary(element));
  });
});
