import { assert, expect, fixture, nextFrame } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/widgets/einvoice-form/define.js';
import type { EinvoiceForm } from '../../../src/widgets/einvoice-form/einvoice-form.js';
import '../../support/console-guard.js';
import { makeOlder, newCustomer, storedEinvoices, type Customer } from '../../support/customers.js';
import { DeviceClock, until } from '../../support/device-clock.js';
import { apiUrl, Line, testNow } from '../../support/environment.js';
import { mailsTo, tokenFor } from '../../support/mailbox.js';
import { all, drawn, eventsOf, focused, listen, parts, partTexts, textOf, the, type } from '../../support/screen.js';
import { closeAll, deviceContent } from '../../support/tab.js';

const WEEK_S = 7 * 86_400;
let customer: Customer;
let email: string;
beforeEach(async () => {
  customer = await newCustomer();
  email = `ime.${customer.clientNumber}@example.bg`;
});
afterEach(closeAll);

const show = async (api = apiUrl, language = 'bg'): Promise<EinvoiceForm> => {
  const form = await fixture<EinvoiceForm>(html`<cez-einvoice-form api=${api} lang=${language} now=${testNow}></cez-einvoice-form>`);
  await until(() => textOf(form));
  return form;
};
const field = (form: EinvoiceForm, name: string): HTMLInputElement => form.shadowRoot!.querySelector(`[name=${name}]`)!;
const press = (form: EinvoiceForm, name: string): void => the(form, 'button', name).click();
const links = (form: EinvoiceForm): string[] => all(form, 'link').filter((link) => link.closest('.summary ul')).map(({ textContent }) => textContent);
const shown = (form: EinvoiceForm, words: string): Promise<boolean> => until(() => textOf(form).includes(words), `“${words}” is shown`);
const answerOf = (form: EinvoiceForm): string => partTexts(form, 'answer').join();

function fill(form: EinvoiceForm, differs: Partial<Record<'clientNumber' | 'authorizationCode' | 'email', string>> = {}): void {
  const typed = { clientNumber: customer.clientNumber, authorizationCode: customer.authorizationCode, email, ...differs };
  const drawnFields = [...form.shadowRoot!.querySelectorAll('input')];
  for (const input of drawnFields.filter(({ name }) => name in typed)) type(input, typed[input.name as keyof typeof typed]);
  drawnFields.find(({ type: kind, checked }) => kind === 'checkbox' && !checked)?.click();
}
const submit = (form: EinvoiceForm): void => form.shadowRoot!.querySelector<HTMLElement>('[type=submit]')!.click();

async function received(form: EinvoiceForm): Promise<EinvoiceForm> {
  fill(form);
  submit(form);
  await until(() => answerOf(form), 'the request was received');
  return form;
}

/** The page as the link of a mail opens it. */
async function opened(token: string, api = apiUrl): Promise<EinvoiceForm> {
  const url = new URL(location.href);
  url.searchParams.set('cez-einvoice-token', token);
  history.replaceState({ of: 'the page' }, '', url);
  return show(api);
}

describe('rendering', () => {
  it('asks for three things and, apart from them, for a consent that nobody has ticked beforehand', async () => {
    const form = await show();
    const inputs = [...form.shadowRoot!.querySelectorAll('input')];
    assert.deepEqual(inputs.map(({ type: kind, name }) => [kind, name]), [['text', 'clientNumber'], ['text', 'authorizationCode'], ['email', 'email'], ['checkbox', 'consent']]);
    assert.equal(field(form, 'email').autocomplete, 'email');
    assert.isFalse(field(form, 'consent').checked);
    assert.include(textOf(form), 'Докато не потвърдите от имейла си, фактурите остават на хартия.');
  });

  it('says what is done with personal data, and leads to the page’s own notice', async () => {
    const form = await fixture<EinvoiceForm>(html`<cez-einvoice-form api=${apiUrl}><a slot="privacy" href="#privacy">Пълният текст</a></cez-einvoice-form>`);
    assert.isFalse(form.firstElementChild!.checkVisibility());
    press(form, 'Какви данни обработваме и защо');
    await until(() => form.firstElementChild!.checkVisibility());
    assert.include(textOf(form), 'Оторизационният код служи само за проверка');
  });

  it('speaks English', async () => {
    const form = await show(apiUrl, 'en');
    await shown(form, 'Ask for the e-invoice');
    submit(form);
    await until(() => links(form).length);
    assert.equal(links(form).at(-1), 'Tick the box to say that you have read the information about your personal data.');
  });
});

describe('what was typed', () => {
  it('is told to be missing, in the order of the fields, and cleared as it is put right', async () => {
    const form = await show();
    submit(form);
    await until(() => focused()?.part.contains('error'));
    assert.deepEqual(links(form), [
      'Въведете клиентския номер от фактурата.', 'Въведете оторизационния код от фактурата.', 'Въведете имейла, на който искате фактурите.', 'Отбележете, че сте запознати с информацията за личните Ви данни.',
    ]);
    the(form, 'link', links(form).at(-1)).click();
    assert.equal(focused(), field(form, 'consent'));
    assert.equal(field(form, 'consent').ariaInvalid, 'true');
    fill(form);
    await drawn(form);
    assert.isEmpty(parts(form, 'error'));
  });

  it('asks about a slip in a well-known domain once, and sends the address when it is pressed again', async () => {
    const form = await show();
    fill(form, { email: 'ime@avb.bg' });
    submit(form);
    await until(() => links(form).length);
    assert.deepEqual(links(form), ['Написахте avb.bg. Имахте предвид abv.bg?']);
    assert.equal(field(form, 'email').ariaInvalid, null);
    submit(form);
    await until(() => answerOf(form));
    assert.include(answerOf(form), 'i…@avb.bg');
  });

  it('is changed to what was meant with one press, or left with another', async () => {
    const form = await show();
    fill(form, { email: 'ime@gmial.com' });
    submit(form);
    await until(() => links(form).length);
    press(form, 'Имейлът е верен');
    await drawn(form);
    assert.isEmpty(links(form));
    type(field(form, 'email'), 'ime@gmail.con');
    submit(form);
    await until(() => links(form).length);
    press(form, 'Поправете на gmail.com');
    await drawn(form);
    assert.equal(field(form, 'email').value, 'ime@gmail.com');
    assert.equal(focused(), field(form, 'email'));
    assert.isEmpty(parts(form, 'error'));
  });

  it('is put right where only one thing can be meant', async () => {
    const form = await show();
    fill(form, { email: 'ime@abv,bg' });
    submit(form);
    await until(() => links(form).length);
    assert.isEmpty(all(form, 'button', 'Имейлът е верен'));
    press(form, 'Поправете на abv.bg');
    await drawn(form);
    assert.equal(field(form, 'email').value, 'ime@abv.bg');
  });

  it('is refused by the API at its own field', async () => {
    const form = await show();
    fill(form, { email: '.ime@abv.bg' });
    submit(form);
    await until(() => links(form).length);
    assert.deepEqual(links(form), ['В имейла има грешка. Проверете го знак по знак.']);
    assert.equal(focused()?.part.value, 'error');
    assert.equal(field(form, 'email').ariaInvalid, 'true');
    assert.notInclude(textOf(form), 'Не успяхме да приемем');
    type(field(form, 'email'), email);
    await drawn(form);
    assert.isEmpty(parts(form, 'error'));
  });

  it('is told not to be a customer’s, and stays', async () => {
    const form = await show();
    fill(form, { authorizationCode: 'WRONG1' });
    submit(form);
    await shown(form, 'Не открихме клиент с този номер и код.');
    assert.equal(field(form, 'email').value, email);
    assert.isTrue(field(form, 'consent').checked);
    assert.isEmpty(await deviceContent());
  });
});

describe('a request', () => {
  it('is received: where to look, until when, under which number, and what comes next', async () => {
    const events = eventsOf('cez-submit', 'cez-einvoice-received');
    const form = await received(await show());
    assert.equal(answerOf(form), 'Проверете пощата си: i…@example.bg');
    await until(() => focused()?.part.contains('answer'));
    assert.include(textOf(form), 'Отворете имейла от нас и потвърдете до сряда, 25 март, 10:00 ч.');
    assert.include(textOf(form), 'Докато не потвърдите, фактурите идват на хартия.');
    const reference = (await storedEinvoices(customer.clientNumber))[0]!;
    assert.include(textOf(form), reference);
    assert.deepEqual(events, [{ type: 'cez-submit', detail: null }, { type: 'cez-einvoice-received', detail: { reference } }]);
    assert.include((await mailsTo(email))[0]!.text, reference);
  });

  it('leaves number, code and address neither in the markup nor on the device', async () => {
    const form = await received(await show());
    const markup = form.outerHTML + form.shadowRoot!.innerHTML + location.href + document.title;
    for (const secret of [customer.clientNumber, customer.authorizationCode, email]) assert.notInclude(markup, secret);
    assert.isEmpty(await deviceContent());
  });

  it('is not sent if the page objects', async () => {
    const line = new Line();
    const form = await show(line.url);
    form.addEventListener('cez-submit', (event) => event.preventDefault());
    fill(form);
    submit(form);
    await drawn(form);
    assert.isEmpty(await line.asked());
  });

  it('to a wrong address is corrected with everything still there', async () => {
    const form = await received(await show());
    press(form, 'Поправете адреса');
    await until(() => field(form, 'email'));
    await until(() => focused() === field(form, 'email'));
    assert.equal(field(form, 'email').value, email);
    type(field(form, 'email'), `second.${email}`);
    submit(form);
    await until(() => answerOf(form).includes('s…@'));
    await mailsTo(`second.${email}`);
    assert.lengthOf(await storedEinvoices(customer.clientNumber), 2);
  });

  it('that cannot be sent is kept, and sent with a press once the line is back', async () => {
    const line = new Line();
    await line.breakWith('http-429');
    const form = await show(line.url);
    fill(form);
    submit(form);
    await shown(form, 'Заявката е запазена на това устройство.');
    await until(() => focused()?.matches('.state'));
    assert.isNull(field(form, 'email'));
    await line.mend();
    press(form, 'Изпратете сега');
    await until(() => answerOf(form), 'the request was received');
    await until(() => focused()?.part.contains('answer'));
  });

  it('of an earlier visit asks for the code alone, forgives a wrong one, and holds up no other', async () => {
    const line = new Line();
    await line.breakWith('http-429');
    const before = await show(line.url);
    fill(before);
    submit(before);
    await shown(before, 'Заявката е запазена на това устройство.');
    before.remove();
    await line.mend();
    const form = await show(line.url);
    await shown(form, 'Заявката е за имейл i…@example.bg.');
    assert.deepEqual([...form.shadowRoot!.querySelectorAll('input')].map(({ name }) => name), ['authorizationCode']);
    fill(form, { authorizationCode: 'WRONG1' });
    submit(form);
    await shown(form, 'Не открихме клиент с този номер и код.');
    press(form, 'Подайте друга заявка');
    await until(() => field(form, 'email'), 'the whole form is there');
    fill(form);
    submit(form);
    await until(() => answerOf(form), 'the request was received');
    assert.lengthOf(await storedEinvoices(customer.clientNumber), 1);
  });
});

describe('another mail', () => {
  /** A receipt, and the minute after it has passed for the device and the API. */
  async function aMinuteLater(): Promise<EinvoiceForm> {
    const clock = new DeviceClock();
    const form = await received(await show());
    await makeOlder((await storedEinvoices(customer.clientNumber))[0]!, 60);
    await clock.pass(60_000);
    await drawn(form);
    DeviceClock.restore();
    return form;
  }

  it('is sent after a minute; a press before it is told so, and the button keeps the focus', async () => {
    const { said } = listen();
    const form = await received(await show());
    const button = the(form, 'button', 'Изпратете имейла отново');
    assert.equal(button.ariaDisabled, 'true');
    button.focus();
    button.click();
    await until(() => said.includes('Току-що изпратихме имейл. Нов може да поискате след минута.'));
    assert.equal(focused(), button);
    assert.lengthOf(await mailsTo(email), 1);
  });

  it('brings a link that is good', async () => {
    const { said } = listen();
    const form = await aMinuteLater();
    const button = the(form, 'button', 'Изпратете имейла отново');
    assert.equal(button.ariaDisabled, null);
    button.click();
    await shown(form, 'Изпратихме нов имейл.');
    assert.notInclude(textOf(form), 'до сряда');
    await until(() => said.some((words) => words.startsWith('Изпратихме нов имейл.')));
    await mailsTo(email, 2);
    const link = await opened(await tokenFor(email));
    press(link, 'Да, потвърждавам');
    await until(() => answerOf(link) === 'Електронната фактура е активна');
  });

  it('needs number and code again once the page was left', async () => {
    const form = await aMinuteLater();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    press(form, 'Изпратете имейла отново');
    await shown(form, 'Първо въведете отново номера и кода от фактурата.');
    await until(() => focused() === field(form, 'clientNumber'));
    fill(form, { authorizationCode: 'WRONG1' });
    submit(form);
    await shown(form, 'Не открихме клиент с този номер и код.');
    await until(() => focused()?.matches('.summary'));
    fill(form);
    submit(form);
    await shown(form, 'Изпратихме нов имейл.');
    assert.isNull(field(form, 'clientNumber'));
  });

  it('is refused for a request that is done with, and says what it may be', async () => {
    const form = await aMinuteLater();
    await makeOlder((await storedEinvoices(customer.clientNumber))[0]!, WEEK_S);
    press(form, 'Изпратете имейла отново');
    await shown(form, 'Тази заявка вече е потвърдена, отказана или изтекла.');
  });
});

describe('the link of the mail', () => {
  let token: string;
  beforeEach(async () => {
    const form = await received(await show());
    token = await tokenFor(email);
    form.remove();
  });

  it('leaves no token in the address, and confirms nothing by being opened', async () => {
    const line = new Line();
    const form = await opened(token, line.url);
    assert.notInclude(location.href, 'token');
    assert.deepEqual(history.state, { of: 'the page' });
    await shown(form, 'Искате ли фактурите да пристигат на имейла Ви вместо на хартия?');
    await nextFrame();
    assert.isEmpty(await line.asked());
    assert.notInclude(form.shadowRoot!.innerHTML, token);
  });

  it('confirms with a press, and again with another', async () => {
    for (let time = 0; time < 2; time++) {
      const form = await opened(token);
      press(form, 'Да, потвърждавам');
      await until(() => answerOf(form) === 'Електронната фактура е активна');
      await until(() => focused()?.part.contains('answer'));
      assert.include(textOf(form), 'до 24 часа след издаването, като файл PDF');
      await expect(form).to.be.accessible();
      form.remove();
    }
  });

  it('refuses what nobody asked for, and then is good for nothing', async () => {
    const form = await opened(token);
    press(form, 'Откажете електронната фактура');
    await until(() => answerOf(form) === 'Електронната фактура е отказана');
    const later = await opened(token);
    press(later, 'Да, потвърждавам');
    await until(() => answerOf(later) === 'Тази връзка вече не важи');
  });

  it('says so when it came too late, and leads to a new request', async () => {
    await makeOlder((await storedEinvoices(customer.clientNumber))[0]!, WEEK_S);
    const form = await opened(token);
    press(form, 'Да, потвърждавам');
    await until(() => answerOf(form) === 'Тази връзка вече не важи');
    press(form, 'Заявете отново');
    await until(() => field(form, 'email'));
    await until(() => focused()?.localName === 'h2');
  });

  it('says the same of a token that is cut', async () => {
    const form = await opened(token.slice(0, 5));
    press(form, 'Да, потвърждавам');
    await until(() => answerOf(form) === 'Тази връзка вече не важи');
  });

  it('keeps its token while the API does not answer', async () => {
    const line = new Line();
    await line.breakWith('http-429');
    const form = await opened(token, line.url);
    press(form, 'Да, потвърждавам');
    await until(() => parts(form, 'error').length);
    assert.include(textOf(form), 'Твърде много опити. Опитайте отново');
    assert.include(textOf(form), '0700 10 010');
    await line.mend();
    press(form, 'Да, потвърждавам');
    await until(() => answerOf(form) === 'Електронната фактура е активна');
  });

  it('belongs to the first tag of a page', async () => {
    const first = await opened(token);
    const second = await show();
    assert.include(textOf(first), 'Искате ли фактурите');
    assert.include(textOf(second), 'Заявете електронна фактура');
  });

  it('leads from the active e-invoice back to paper, with number and code', async () => {
    const form = await opened(token);
    press(form, 'Да, потвърждавам');
    await until(() => answerOf(form));
    press(form, 'Върнете се към хартия');
    await until(() => field(form, 'clientNumber'));
    fill(form);
    submit(form);
    await until(() => answerOf(form) === 'Фактурите Ви са на хартия');
    const later = await opened(token);
    press(later, 'Да, потвърждавам');
    await until(() => answerOf(later) === 'Тази връзка вече не важи');
  });
});

describe('the way back to paper', () => {
  const leave = async (form: EinvoiceForm): Promise<void> => {
    press(form, 'Върнете се към хартия');
    await shown(form, 'Обратно към хартиена фактура');
    await until(() => focused()?.textContent === 'Обратно към хартиена фактура');
  };

  it('asks for number and code alone, keeping what was typed', async () => {
    const form = await show();
    fill(form);
    await leave(form);
    assert.deepEqual([...form.shadowRoot!.querySelectorAll('input')].map(({ value }) => value), [customer.clientNumber, customer.authorizationCode]);
    submit(form);
    await until(() => answerOf(form) === 'Фактурите Ви са на хартия');
    press(form, 'Заявете електронна фактура');
    await until(() => field(form, 'email'));
    assert.equal(field(form, 'email').value, email);
  });

  it('says the same of an unknown number and of a wrong code', async () => {
    const told: string[] = [];
    for (const typed of [{ clientNumber: '319999999999' }, { authorizationCode: 'WRONG1' }]) {
      const form = await show();
      await leave(form);
      fill(form, typed);
      submit(form);
      told.push(await until(() => partTexts(form, 'error')[0]));
    }
    assert.include(told[0], 'Не открихме клиент с този номер и код.');
    assert.equal(told[0], told[1]);
  });

  it('can be left again', async () => {
    const form = await show();
    await leave(form);
    press(form, 'Назад към електронната фактура');
    await until(() => field(form, 'email'));
  });
});

describe('reset()', () => {
  it('empties the form and begins anew', async () => {
    const form = await received(await show());
    form.reset();
    await until(() => field(form, 'email'));
    assert.deepEqual([...form.shadowRoot!.querySelectorAll('input')].map(({ value, checked }) => [value, checked]), [['', false], ['', false], ['', false], ['on', false]]);
  });
});
