import { assert, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/widgets/reading-form/define.js';
import type { ReadingForm } from '../../../src/widgets/reading-form/reading-form.js';
import '../../support/console-guard.js';
import { newCustomer, storedReadings, type Customer } from '../../support/customers.js';
import { until } from '../../support/device-clock.js';
import { apiUrl, faultyUrl, Line, testNow, type Fault } from '../../support/environment.js';
import { json, onward, wrapFetch } from '../../support/page-fetch.js';
import { all, drawn, elementsOf, eventsOf, focused, listen, parts, partTexts, squeeze, textOf, the, type } from '../../support/screen.js';
import { closeAll, deviceContent } from '../../support/tab.js';

const CONTINUE = 'Продължете';
const SEND = 'Изпратете показанията';
const ABOVE = '+2 140 кВтч за 31 дни; обичайно е до 900.';

afterEach(closeAll);

const show = (api = apiUrl, { now = testNow, language = 'bg' } = {}): Promise<ReadingForm> =>
  fixture<ReadingForm>(html`<cez-reading-form api=${api} lang=${language} now=${now}></cez-reading-form>`);
const field = (form: ReadingForm, name: string): HTMLInputElement => form.shadowRoot!.querySelector(`[name="${name}"]`)!;
const has = (form: ReadingForm, name: string): boolean => form.shadowRoot!.querySelector(`[name="${name}"]`) !== null;
const day = (form: ReadingForm): HTMLInputElement => field(form, 'register-0-0');
const night = (form: ReadingForm): HTMLInputElement => field(form, 'register-0-1');
const words = (form: ReadingForm): string => textOf(form).replaceAll('\u00a0', ' ');
const says = (form: ReadingForm, sentence: string): Promise<boolean> =>
  until(() => words(form).includes(sentence)).catch(() => {
    throw new Error(`“${sentence}” is not said in: ${words(form)}`);
  });
const press = (form: ReadingForm, name: string): void => the(form, 'button', name).click();
const answer = (form: ReadingForm, label: string): HTMLElement => elementsOf(form).find((element) => element.localName === 'label' && element.textContent.trim().startsWith(label))!;

/** Gives number and code and waits for the meter. */
async function enter(form: ReadingForm, { clientNumber, authorizationCode }: Customer): Promise<void> {
  await until(() => field(form, 'clientNumber'));
  type(field(form, 'clientNumber'), clientNumber);
  type(field(form, 'authorizationCode'), authorizationCode);
  press(form, CONTINUE);
  await says(form, 'Показания на електромера');
}

/** At the meter of a customer of one's own. */
async function atMeter(customer: Customer, api = apiUrl, settings = {}): Promise<ReadingForm> {
  const form = await show(api, settings);
  await enter(form, customer);
  return form;
}

/** Types the readings and goes on. */
async function read(form: ReadingForm, values: [day: string, night: string] = ['12400', '6800'], goOn = CONTINUE): Promise<void> {
  type(day(form), values[0]);
  type(night(form), values[1]);
  press(form, goOn);
  await drawn(form);
}

async function atCheck(customer: Customer, api = apiUrl, values?: [string, string]): Promise<ReadingForm> {
  const form = await atMeter(customer, api);
  await read(form, values);
  await says(form, 'Проверете и изпратете');
  return form;
}

async function declared(customer: Customer, api = apiUrl): Promise<ReadingForm> {
  const form = await atCheck(customer, api);
  press(form, SEND);
  await says(form, 'Показанията са приети');
  return form;
}

/** The declarations that are sent from now on, as the API gets them. */
function sentBodies(): Record<string, unknown>[] {
  const bodies: Record<string, unknown>[] = [];
  wrapFetch((url, init) => {
    if (url.endsWith('/readings')) bodies.push(JSON.parse(init.body as string) as Record<string, unknown>);
    return onward(url, init);
  });
  return bodies;
}

describe('the first step', () => {
  it('says until when readings are taken, asks for number and code, and names the steps', async () => {
    const form = await show();
    await says(form, 'Показания се приемат до петък, 17 април, включително.');
    await says(form, 'Смяна на цените на тока');
    assert.deepEqual([...form.shadowRoot!.querySelectorAll('label')].map(({ textContent }) => textContent), ['Клиентски номер', 'Оторизационен код']);
    assert.equal(form.shadowRoot!.querySelector('[aria-current=step]')!.textContent, 'Номера');
  });

  it('tells an unknown pair, keeps both, and takes the pair once it is right', async () => {
    const customer = await newCustomer();
    const form = await show();
    await until(() => field(form, 'clientNumber'));
    type(field(form, 'clientNumber'), customer.clientNumber);
    type(field(form, 'authorizationCode'), 'WRONG1');
    press(form, CONTINUE);
    await says(form, 'Не открихме клиент с този номер и код.');
    assert.deepEqual([field(form, 'clientNumber').value, field(form, 'authorizationCode').value], [customer.clientNumber, 'WRONG1']);
    await enter(form, customer);
    assert.notInclude(words(form), 'Не открихме');
  });

  it('says that there is no meter under a number', async () => {
    const customer = await newCustomer();
    wrapFetch((url, init) => (url.endsWith('/metering-points') ? json({ meteringPoints: [] }, {}, 200, url) : onward(url, init)));
    const form = await show();
    await until(() => has(form, 'clientNumber'));
    type(field(form, 'clientNumber'), customer.clientNumber);
    type(field(form, 'authorizationCode'), customer.authorizationCode);
    press(form, CONTINUE);
    await says(form, 'За този клиентски номер няма електромер, за който да подадете показания.');
  });

  it('is where reset() leads, with everything empty', async () => {
    const form = await atCheck(await newCustomer());
    form.reset();
    await until(() => has(form, 'clientNumber'));
    assert.deepEqual([field(form, 'clientNumber').value, field(form, 'authorizationCode').value], ['', '']);
    await enter(form, await newCustomer());
    assert.equal(day(form).value, '');
  });

  it('says so where the line is down, and asks again on the press', async () => {
    const customer = await newCustomer();
    const line = new Line();
    const form = await show(line.url);
    await until(() => field(form, 'clientNumber'));
    await line.breakWith('http-429');
    type(field(form, 'clientNumber'), customer.clientNumber);
    type(field(form, 'authorizationCode'), customer.authorizationCode);
    press(form, CONTINUE);
    await says(form, 'Твърде много опити.');
    await line.mend();
    press(form, 'Опитайте отново');
    await says(form, 'Показания на електромера');
  });
});

describe('the meter', () => {
  let customer: Customer;
  before(async () => (customer = await newCustomer()));

  it('shows for each register what was read last and what is expected, before anything is typed', async () => {
    const form = await atMeter(customer);
    await says(form, 'Дневна Последно отчетено: 012345 на 15 февруари. Сега очакваме от 012345 до 013245.');
    await says(form, 'Нощна Последно отчетено: 006789 на 15 февруари. Сега очакваме от 006789 до 007289.');
    assert.match(words(form), /Електромер •+\d{4}/);
    assert.equal(focused()?.textContent, 'Показания на електромера');
  });

  it('tells as one types what was used since', async () => {
    const form = await atMeter(customer);
    const used = new Map([['12345', 'Без промяна от 15 февруари. Приемаме и това.'], ['12559', '+214 кВтч от 15 февруари'], ['12 559', '+214 кВтч от 15 февруари'], ['14485', '+2 140 кВтч от 15 февруари']]);
    for (const [typed, line] of used) {
      type(day(form), typed);
      await says(form, line);
    }
    type(day(form), '12');
    await drawn(form);
    assert.notInclude(words(form), 'от 15 февруари Нощна');
    assert.notInclude(words(form), 'по-ниско');
  });

  it('is one native field a register, with the zeros in front drawn and not typed', async () => {
    const form = await atMeter(customer);
    assert.lengthOf(form.shadowRoot!.querySelectorAll('.register input'), 2);
    type(day(form), '12400');
    await drawn(form);
    assert.equal(day(form).value, '12400');
    assert.equal(form.shadowRoot!.querySelector('.boxes')!.textContent.trim(), '0');
  });

  it('takes a reading however it is typed', async () => {
    const form = await atMeter(customer);
    for (const typed of ['12400', '012400', '12 400', '12.400', '12-400', '1 2 4 0 0', '12400 кВтч']) {
      await read(form, [typed, '6800']);
      await says(form, 'Дневна 12 400 кВтч +55 кВтч от 15 февруари');
      press(form, 'Назад');
      await until(() => day(form));
    }
  });

  it('says what is wrong with a reading, in the summary and at the field, and keeps everything', async () => {
    const form = await atMeter(customer);
    const wrong = new Map([
      ['', 'Въведете показанието „Дневна“.'],
      ['абв', 'В показанието „Дневна“ има знаци, които не са цифри. Въведете само цифрите.'],
      ['0124006', 'Показанието „Дневна“ има най-много 6 цифри, а Вие въведохте 7. Пропуснете цифрите след запетаята.'],
    ]);
    for (const [typed, told] of wrong) {
      await read(form, [typed, '6800']);
      await until(() => focused()?.part.contains('error'));
      assert.deepEqual(all(form, 'link').map(({ textContent }) => squeeze(textContent)), [told]);
      the(form, 'link').click();
      assert.equal(focused(), day(form));
      assert.deepEqual([day(form).value, night(form).value], [typed, '6800']);
      assert.equal(day(form).ariaInvalid, 'true');
    }
  });

  it('asks before it leaves out what stands behind a comma', async () => {
    const form = await atMeter(customer);
    await read(form, ['12400,6', '6800']);
    await says(form, 'Показанието „Дневна“ става 12 400. Ако е така, продължете.');
    assert.equal(day(form).value, '12400,6');
    press(form, CONTINUE);
    await says(form, 'Дневна 12 400 кВтч');
  });

  it('is shown how it is read', async () => {
    const form = await atMeter(customer);
    press(form, 'Как да отчета електромера?');
    await says(form, 'Червените цифри не се пишат.');
    await says(form, 'Нулите отпред може да пропуснете.');
  });

  it('is chosen where there are several, and each keeps its readings', async () => {
    const several = await newCustomer(2);
    const form = await atMeter(several);
    assert.isNull(form.shadowRoot!.querySelector('.register'));
    press(form, CONTINUE);
    await says(form, 'Изберете електромера, който отчитате.');
    const [first, second] = [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('[name=meter]')] as [HTMLInputElement, HTMLInputElement];
    first.click();
    await until(() => day(form));
    type(day(form), '12400');
    await drawn(form);
    second.click();
    await until(() => field(form, 'register-1-0'));
    assert.equal(field(form, 'register-1-0').value, '');
    first.click();
    await until(() => day(form));
    assert.equal(day(form).value, '12400');
  });
});

describe('a reading that is not expected', () => {
  let customer: Customer;
  beforeEach(async () => (customer = await newCustomer()));

  it('is a question with its sum and four answers, none of them chosen', async () => {
    const form = await atMeter(customer);
    await read(form, ['14485', '6800']);
    await says(form, `${ABOVE} Как е правилно?`);
    const choices = [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('[name=explanation]')];
    assert.deepEqual(choices.map(({ checked, labels }) => [checked, labels![0]!.querySelector('span > span')!.textContent]), [
      [false, 'Сгреших при въвеждането'], [false, 'Броячът се е превъртял'], [false, 'Електромерът е сменен'], [false, 'Показанието е вярно'],
    ]);
    press(form, CONTINUE);
    await until(() => focused()?.part.contains('error'));
    assert.include(words(form), 'Отговорете какво се е случило с показанието „Дневна“.');
    assert.notInclude(words(form), 'Проверете и изпратете');
  });

  for (const [label, explanation] of [['Броячът се е превъртял', 'rolled-over'], ['Електромерът е сменен', 'meter-replaced'], ['Показанието е вярно', 'confirmed']] as const) {
    it(`that is explained by “${label}” is sent as ${explanation}`, async () => {
      const sent = sentBodies();
      const form = await atMeter(customer);
      await read(form, ['14485', '6800']);
      await says(form, ABOVE);
      answer(form, label).click();
      press(form, CONTINUE);
      await says(form, `Отговорихте ${label}`);
      press(form, SEND);
      await says(form, 'Показанията са получени');
      assert.include(words(form), 'Ще ги прегледаме, защото се различават от очакваното.');
      assert.deepEqual(sent, [{ ...customer, registers: [{ code: 'day', value: '014485' }, { code: 'night', value: '006800' }], readAt: '2026-03-18', explanation }]);
    });
  }

  it('that was typed wrong leads back to the field', async () => {
    const form = await atMeter(customer);
    await read(form, ['14485', '6800']);
    await says(form, ABOVE);
    answer(form, 'Сгреших при въвеждането').click();
    press(form, CONTINUE);
    await until(() => focused() === day(form));
    assert.notInclude(words(form), 'Как е правилно?');
    assert.equal(day(form).value, '14485');
    assert.equal(getSelection()?.toString() || day(form).value.slice(day(form).selectionStart!, day(form).selectionEnd!), '14485');
    await read(form);
    await says(form, 'Проверете и изпратете');
  });

  it('shows the sum of a dial that rolled over', async () => {
    const form = await atMeter(customer);
    await read(form, ['45', '6800']);
    await says(form, 'Показанието е с 12 300 кВтч по-ниско от последното.');
    await says(form, 'След 999 999 броячът започва отначало. 1 000 000 − 12 345 + 45 = 987 700 кВтч');
  });

  it('in both registers is one question, with both sums', async () => {
    const form = await atMeter(customer);
    await read(form, ['14485', '120']);
    await says(form, ABOVE);
    await says(form, 'Показанието е с 6 669 кВтч по-ниско от последното.');
    await says(form, 'Нощна: 1 000 000 − 6 789 + 120 = 993 331 кВтч');
    assert.lengthOf(form.shadowRoot!.querySelectorAll('[name=explanation]'), 4);
  });

  it('loses its answer with its value', async () => {
    const form = await atMeter(customer);
    await read(form, ['14485', '6800']);
    await says(form, ABOVE);
    answer(form, 'Показанието е вярно').click();
    type(day(form), '14486');
    await drawn(form);
    assert.notInclude(words(form), 'Как е правилно?');
    press(form, CONTINUE);
    await says(form, '+2 141 кВтч за 31 дни; обичайно е до 900.');
    assert.isNull(form.shadowRoot!.querySelector('[name=explanation]:checked'));
  });

  it('equal to the last one is no question', async () => {
    const form = await atCheck(customer, apiUrl, ['12345', '6789']);
    press(form, SEND);
    await says(form, 'Показанията са приети');
  });
});

describe('the reading date', () => {
  let customer: Customer;
  before(async () => (customer = await newCustomer()));

  it('is today unless something else is typed', async () => {
    const form = await atMeter(customer);
    assert.equal(field(form, 'readAt').value, '18.03.2026');
  });

  it('is taken however it is typed', async () => {
    const form = await atMeter(customer);
    for (const typed of ['17.03.2026', '17.3.', '17 март', 'вторник, 17 март', '2026-03-17', 'вчера']) {
      type(field(form, 'readAt'), typed);
      await read(form);
      await says(form, 'Дата на отчитане 17 март');
      press(form, 'Назад');
      await until(() => day(form));
      assert.equal(field(form, 'readAt').value, typed);
    }
  });

  it('that is wrong is told in words of its own', async () => {
    const form = await atMeter(customer);
    const wrong = new Map([
      ['', 'Въведете датата на отчитане.'],
      ['31.02.2026', 'Не разпознахме датата. Напишете я например така: 18.03.2026.'],
      ['19.03.2026', 'Датата на отчитане още не е дошла. Въведете днешната или по-ранна.'],
      ['14.02.2026', 'Последният отчет е от 15 февруари. Въведете тази дата или по-късна.'],
    ]);
    for (const [typed, told] of wrong) {
      type(field(form, 'readAt'), typed);
      await read(form);
      await says(form, told);
      assert.deepEqual(all(form, 'link').map(({ textContent }) => squeeze(textContent)), [told]);
    }
  });

  it('before the window is asked about once', async () => {
    const form = await atMeter(customer);
    type(field(form, 'readAt'), '10 март');
    await read(form);
    await says(form, 'Показания се приемат от 12 март, а датата на отчитане е по-ранна. Ако е вярна, продължете.');
    press(form, CONTINUE);
    await says(form, 'Дата на отчитане 10 март');
  });
});

describe('the check', () => {
  it('lists what will be sent and leads to each field, with everything kept', async () => {
    const form = await atCheck(await newCustomer());
    assert.lengthOf(partTexts(form, 'row'), 5);
    press(form, 'Променете: Нощна');
    await until(() => focused() === night(form));
    assert.equal(day(form).value, '12400');
    press(form, CONTINUE);
    await says(form, 'Проверете и изпратете');
    press(form, 'Назад');
    await until(() => night(form));
    press(form, 'Назад');
    await until(() => field(form, 'clientNumber'));
    press(form, CONTINUE);
    await until(() => day(form));
    assert.deepEqual([day(form).value, night(form).value], ['12400', '6800']);
  });

  it('keeps numbers and code out of attributes and of the markup', async () => {
    const customer = await newCustomer();
    const form = await atCheck(customer);
    const markup = form.outerHTML + form.shadowRoot!.innerHTML;
    assert.notInclude(markup, customer.clientNumber);
    assert.notInclude(markup, customer.authorizationCode);
  });

  it('sends nothing if the page objects', async () => {
    const customer = await newCustomer();
    const form = await atCheck(customer);
    form.addEventListener('cez-submit', (event) => event.preventDefault());
    press(form, SEND);
    await drawn(form);
    assert.isEmpty(await storedReadings(customer.meterId));
    assert.include(words(form), 'Проверете и изпратете');
  });

  it('sends once however often somebody presses', async () => {
    const customer = await newCustomer();
    const line = new Line();
    const form = await atCheck(customer, line.url);
    await line.breakWith('late');
    const button = the(form, 'button', SEND);
    for (let times = 0; times < 20; times++) button.click();
    await says(form, 'Показанията са приети');
    assert.lengthOf((await line.asked()).filter((request) => request.endsWith('/readings')), 1);
    assert.lengthOf(await storedReadings(customer.meterId), 1);
  });
});

describe('a page that is left', () => {
  it('shows no number and no meter on coming back, but the readings once the customer is known again', async () => {
    const customer = await newCustomer();
    const form = await atMeter(customer);
    type(day(form), '12400');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await until(() => has(form, 'clientNumber'));
    assert.deepEqual([field(form, 'clientNumber').value, field(form, 'authorizationCode').value], ['', '']);
    await enter(form, customer);
    assert.equal(day(form).value, '12400');
  });

  it('shows the readings of one customer to no other', async () => {
    const form = await atMeter(await newCustomer());
    type(day(form), '12400');
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await until(() => has(form, 'clientNumber'));
    await enter(form, await newCustomer());
    assert.equal(day(form).value, '');
  });
});

describe('the receipt', () => {
  it('shows the number large, what happens next, and tells the page', async () => {
    const events = eventsOf('cez-submit', 'cez-reading-received');
    const customer = await newCustomer();
    const form = await declared(customer);
    const [reference] = await storedReadings(customer.meterId);
    assert.include(partTexts(form, 'answer')[0], `Вх. № ${reference}`);
    assert.include(words(form), 'Самоотчетът не отменя месечния отчет.');
    await until(() => focused()?.part.contains('answer'));
    assert.deepEqual(events, [{ type: 'cez-submit', detail: null }, { type: 'cez-reading-received', detail: { reference } }]);
    assert.isEmpty(await deviceContent());
  });

  it('is printed on the press', async () => {
    const form = await declared(await newCustomer());
    let printed = 0;
    const { print } = window;
    window.print = () => printed++;
    press(form, 'Отпечатайте');
    window.print = print;
    assert.equal(printed, 1);
  });

  it('leads to a correction on the same day', async () => {
    const sent = sentBodies();
    const customer = await newCustomer();
    const form = await declared(customer);
    const [reference] = await storedReadings(customer.meterId);
    press(form, 'Поправете показанията');
    await says(form, `Поправяте показание № ${reference}.`);
    assert.equal(day(form).value, '12400');
    await read(form, ['12401', '6800']);
    await says(form, 'Проверете и изпратете');
    press(form, SEND);
    await says(form, 'Показанията са приети');
    assert.equal(sent[1]!['replaces'], reference);
    assert.lengthOf(await storedReadings(customer.meterId), 2);
  });

  it('offers no correction on the day after', async () => {
    const form = await declared(await newCustomer());
    form.now = '2026-03-19T10:00:00+02:00';
    await drawn(form);
    assert.notInclude(words(form), 'Поправете показанията');
  });

  it('leads to other readings', async () => {
    const form = await declared(await newCustomer());
    press(form, 'Подайте други показания');
    await until(() => field(form, 'clientNumber'));
    assert.equal(field(form, 'clientNumber').value, '');
    const other = await declaredOtherMeter();
    assert.isNull(other.shadowRoot!.querySelector('[name=meter]:checked'));
  });

  it('goes when the page is left', async () => {
    const form = await declared(await newCustomer());
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await until(() => field(form, 'clientNumber'));
    assert.equal(field(form, 'clientNumber').value, '');
    assert.notInclude(words(form), 'Вх. №');
  });
});

async function declaredOtherMeter(): Promise<ReadingForm> {
  const form = await atMeter(await newCustomer(2));
  form.shadowRoot!.querySelector<HTMLInputElement>('[name=meter]')!.click();
  await until(() => day(form));
  await read(form);
  await says(form, 'Проверете и изпратете');
  press(form, SEND);
  await says(form, 'Показанията са приети');
  press(form, 'Подайте други показания');
  await says(form, 'Кой електромер отчитате?');
  return form;
}

describe('a refusal', () => {
  it('of a second reading for the same day leads to a correction where the page knows the first', async () => {
    const sent = sentBodies();
    const customer = await newCustomer();
    const form = await declared(customer);
    const [reference] = await storedReadings(customer.meterId);
    press(form, 'Подайте други показания');
    await enter(form, customer);
    await read(form, ['12450', '6800']);
    await says(form, 'Проверете и изпратете');
    press(form, SEND);
    await says(form, `За 18 март вече подадохте показание № ${reference}.`);
    press(form, 'Поправете подаденото');
    await says(form, `Поправяте показание № ${reference}.`);
    press(form, CONTINUE);
    await says(form, 'Проверете и изпратете');
    press(form, SEND);
    await says(form, 'Показанията са приети');
    assert.equal(sent[2]!['replaces'], reference);
  });

  it('of a second reading for the same day says what to do where the first is not known', async () => {
    const customer = await newCustomer();
    (await declared(customer)).remove();
    const form = await atCheck(customer);
    press(form, SEND);
    await says(form, 'За 18 март вече има подадено показание. Въведете друга дата или се обадете на 0700 10 010.');
    assert.equal(day(form).value, '12400');
    assert.notInclude(words(form), 'Поправете подаденото');
  });

  it('because of a later reading stands at the date', async () => {
    const customer = await newCustomer();
    const form = await declared(customer);
    press(form, 'Подайте други показания');
    await enter(form, customer);
    type(field(form, 'readAt'), 'вчера');
    await read(form);
    await says(form, 'Проверете и изпратете');
    press(form, SEND);
    await says(form, 'Вече има показание с по-късна дата.');
    the(form, 'link').click();
    assert.equal(focused(), field(form, 'readAt'));
  });

  it('by a clock that is a day behind stands at the date', async () => {
    const form = await atMeter(await newCustomer(), apiUrl, { now: '2026-03-19T10:00:00+02:00' });
    await read(form);
    await says(form, 'Проверете и изпратете');
    press(form, SEND);
    await says(form, 'Датата на отчитане още не е дошла.');
    assert.equal(field(form, 'readAt').value, '19.03.2026');
  });

  /** Faults at the sending, and what the customer is told. */
  const told: [Fault, sentence: string][] = [
    ['above-range', 'Показанието е извън очакваното. Как е правилно?'],
    ['value-refused', 'Показанието „Дневна“ не беше прието.'],
    ['window-closed', 'Срокът за показания изтече, преди да ги изпратите.'],
    ['not-recognized', 'Не открихме клиент с този номер и код.'],
    ['http-401', 'Не успяхме да приемем заявката.'],
  ];
  for (const [fault, sentence] of told) {
    it(`“${fault}” says: ${sentence}`, async () => {
      const customer = await newCustomer();
      const line = new Line();
      const form = await atCheck(customer, line.url);
      await line.breakWith(fault);
      press(form, SEND);
      await says(form, sentence);
      await until(() => focused()?.part.contains('error'));
      if (fault === 'not-recognized') assert.deepEqual([field(form, 'clientNumber').value, field(form, 'authorizationCode').value], [customer.clientNumber, customer.authorizationCode]);
      if (has(form, 'register-0-0')) assert.deepEqual([day(form).value, night(form).value], ['12400', '6800']);
      assert.isEmpty(await storedReadings(customer.meterId));
    });
  }

  it('because of a value that the API did not expect is lifted by an answer', async () => {
    const customer = await newCustomer();
    const line = new Line();
    const sent = sentBodies();
    const form = await atCheck(customer, line.url);
    await line.breakWith('above-range');
    press(form, SEND);
    await says(form, 'Как е правилно?');
    await line.mend();
    answer(form, 'Показанието е вярно').click();
    press(form, CONTINUE);
    await says(form, 'Проверете и изпратете');
    press(form, SEND);
    await says(form, 'Показанията са приети');
    assert.equal(sent.at(-1)!['explanation'], 'confirmed');
  });
});

describe('a bad line', () => {
  let customer: Customer;
  let line: Line;
  beforeEach(async () => {
    customer = await newCustomer();
    line = new Line();
  });

  /** Readings that were sent over a line with this fault. */
  async function sentOver(fault: Fault): Promise<ReadingForm> {
    const form = await atCheck(customer, line.url);
    await line.breakWith(fault);
    press(form, SEND);
    await until(() => parts(form, 'status').length && !words(form).includes('Изпращаме'), 'it is known where they are');
    return form;
  }

  it('keeps the readings here, says so, and sends them on the press', async () => {
    const heard = listen();
    const form = await sentOver('http-429');
    await until(() => focused()?.textContent.includes('Заявката е запазена на това устройство.'), 'it is read out with the focus');
    assert.isFalse(heard.said.some((sentence) => sentence.startsWith('Заявката е запазена')), 'and once only');
    assert.notInclude(words(form), SEND);
    await line.mend();
    press(form, 'Изпратете сега');
    assert.equal(focused()?.className, 'pending', 'the button goes, the focus stays near');
    await says(form, 'Показанията са приети');
    assert.lengthOf(await storedReadings(customer.meterId), 1);
  });

  it('says when nobody knows whether they arrived, and counts them once', async () => {
    const form = await sentOver('lost');
    assert.include(words(form), 'Не знаем дали заявката стигна.');
    await line.mend();
    press(form, 'Изпратете сега');
    await says(form, 'Показанията са приети');
    const [reference] = await storedReadings(customer.meterId);
    assert.lengthOf(await storedReadings(customer.meterId), 1);
    assert.include(partTexts(form, 'answer')[0], reference);
  });

  it('is over: they are sent by themselves, without taking the focus from elsewhere', async () => {
    const heard = listen();
    const form = await sentOver('lost');
    const elsewhere = await fixture<HTMLInputElement>(html`<input />`);
    elsewhere.focus();
    await line.mend();
    dispatchEvent(new Event('online'));
    await says(form, 'Показанията са приети');
    assert.equal(focused(), elsewhere);
    await until(() => heard.said.includes('Показанията са приети'));
  });

  it('lets them be deleted, with everything typed still there', async () => {
    const form = await sentOver('http-429');
    press(form, 'Изтрийте заявката');
    await until(() => all(form, 'button', SEND).length);
    assert.include(words(form), 'Дневна 12 400 кВтч');
    await line.mend();
    press(form, SEND);
    await says(form, 'Показанията са приети');
    assert.lengthOf(await storedReadings(customer.meterId), 1);
  });

  /** What the next visit to the page shows. */
  async function nextVisit(fault: Fault): Promise<ReadingForm> {
    (await sentOver(fault)).remove();
    await line.mend();
    const form = await show(line.url);
    await says(form, 'На това устройство чака заявка, попълнена');
    return form;
  }

  it('leaves them to the next visit, which sends them with the code', async () => {
    const form = await nextVisit('lost');
    assert.notInclude(form.shadowRoot!.innerHTML, customer.clientNumber);
    press(form, 'Изпратете сега');
    await says(form, 'Въведете оторизационния код от фактурата.');
    type(field(form, 'authorizationCode'), 'WRONG1');
    press(form, 'Изпратете сега');
    await says(form, 'Не открихме клиент с този номер и код.');
    type(field(form, 'authorizationCode'), customer.authorizationCode);
    press(form, 'Изпратете сега');
    await says(form, 'Показанията са приети');
    assert.lengthOf(await storedReadings(customer.meterId), 1);
    assert.isEmpty(await deviceContent());
  });

  it('leaves them to the next visit, which may delete them', async () => {
    const form = await nextVisit('http-429');
    press(form, 'Изтрийте заявката');
    await until(() => field(form, 'clientNumber'));
    assert.isEmpty(await deviceContent());
    assert.isEmpty(await storedReadings(customer.meterId));
  });

  it('leaves them waiting while others are declared', async () => {
    const form = await nextVisit('http-429');
    press(form, 'Подайте други показания');
    const other = await newCustomer();
    await enter(form, other);
    await read(form);
    await says(form, 'Проверете и изпратете');
    press(form, SEND);
    await says(form, 'Показанията са приети');
    assert.lengthOf(await storedReadings(other.meterId), 1);
    assert.lengthOf(await deviceContent(), 1);
  });

  it('brings them back into the form if they are refused on the next visit', async () => {
    const form = await nextVisit('http-429');
    wrapFetch((url, init) => (url.endsWith('/readings') ? onward(url.replace(line.url, faultyUrl('above-range')), init) : onward(url, init)));
    type(field(form, 'authorizationCode'), customer.authorizationCode);
    press(form, 'Изпратете сега');
    await says(form, 'Как е правилно?');
    assert.deepEqual([day(form).value, night(form).value, field(form, 'readAt').value], ['012400', '006800', '18.03.2026']);
  });
});

describe('the window', () => {
  const at: [sentence: string, now: string, told: string][] = [
    ['an open one', '2026-03-18T10:00:00+02:00', 'Показания се приемат до петък, 17 април, включително.'],
    ['one that closes soon', '2026-04-15T10:00:00+03:00', 'Показания се приемат до петък, 17 април, включително.'],
    ['the last day', '2026-04-17T23:59:00+03:00', 'Днес е последният ден, в който се приемат показания.'],
    ['a closed one', '2026-04-18T00:01:00+03:00', 'В момента не се приемат показания. Следващият срок е от 10 юни до 16 юни.'],
    ['the next one', '2026-06-10T10:00:00+03:00', 'Показания се приемат до вторник, 16 юни, включително.'],
    ['none that is known', '2026-06-17T10:00:00+03:00', 'Следващият срок още не е обявен.'],
  ];
  for (const [sentence, now, told] of at) {
    it(`is told for ${sentence}`, async () => {
      const form = await show(apiUrl, { now });
      await says(form, told);
      const isClosed = told.includes('не се приемат') || told.includes('не е обявен');
      assert.equal(has(form, 'clientNumber'), !isClosed);
    });
  }

  it('that comes next goes into the calendar', async () => {
    const form = await show(apiUrl, { now: '2026-05-01T10:00:00+03:00' });
    await says(form, 'Следващият срок');
    const { click } = HTMLAnchorElement.prototype;
    const files: string[] = [];
    HTMLAnchorElement.prototype.click = function () {
      void fetch(this.href).then(async (response) => files.push(await response.text()));
    };
    press(form, 'Добавете в календара');
    const file = await until(() => files[0]);
    HTMLAnchorElement.prototype.click = click;
    for (const line of ['DTSTART;VALUE=DATE:20260610', 'DTEND;VALUE=DATE:20260617', 'SUMMARY:Показания на електромера']) assert.include(file, line);
  });

  it('that is not known is said so, and readings can be declared', async () => {
    const customer = await newCustomer();
    const line = new Line();
    await line.breakWith('html-as-json');
    const form = await show(line.url);
    await says(form, 'Не успяхме да проверим дали днес се приемат показания.');
    await line.mend();
    await enter(form, customer);
    await read(form);
    await says(form, 'Проверете и изпратете');
  });
});

describe('in English', () => {
  it('a reading is declared from the first step to the number', async () => {
    const { clientNumber, authorizationCode } = await newCustomer();
    const form = await show(apiUrl, { language: 'en' });
    await says(form, 'Readings are accepted until the end of Friday, 17 April.');
    type(field(form, 'clientNumber'), clientNumber);
    type(field(form, 'authorizationCode'), authorizationCode);
    press(form, 'Continue');
    await says(form, 'Last reading: 012345 on 15 February.');
    await read(form, ['14485', '6800'], 'Continue');
    await says(form, '+2,140 kWh in 31 days; usual is up to 900.');
    answer(form, 'The reading is right').click();
    press(form, 'Continue');
    await says(form, 'Check and send');
    press(form, 'Send the readings');
    await says(form, 'Your readings are received');
  });
});
