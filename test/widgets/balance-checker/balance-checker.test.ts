import { assert, fixture } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/widgets/balance-checker/define.js';
import type { BalanceChecker } from '../../../src/widgets/balance-checker/balance-checker.js';
import '../../support/console-guard.js';
import { DeviceClock, until } from '../../support/device-clock.js';
import { deviceAt } from '../../support/device-position.js';
import { apiUrl, Line, refusedUrl, testNow } from '../../support/environment.js';
import { all, drawn, eventsOf, focused, listen, parts, partTexts, textOf, the, type } from '../../support/screen.js';

const OVERDUE = ['310000000011', 'CEZ011'] as const;
const NOTHING = ['310000000022', 'CEZ022'] as const;
const CREDIT = ['310000000033', 'CEZ033'] as const;

const show = (api = apiUrl, language = 'bg'): Promise<BalanceChecker> =>
  fixture<BalanceChecker>(html`<cez-balance-checker api=${api} lang=${language} now=${testNow}></cez-balance-checker>`);
const field = (checker: BalanceChecker, name: string): HTMLInputElement => checker.shadowRoot!.querySelector(`[name=${name}]`)!;

function send(checker: BalanceChecker, number: string, code: string): void {
  type(field(checker, 'clientNumber'), number);
  type(field(checker, 'authorizationCode'), code);
  checker.shadowRoot!.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
}

async function asked(number: string, code: string, checker?: BalanceChecker): Promise<BalanceChecker> {
  const shown = checker ?? (await show());
  await drawn(shown);
  send(shown, number, code);
  await until(() => parts(shown, 'answer').length, 'an answer is shown');
  return shown;
}
const answerOf = (checker: BalanceChecker): string => partTexts(checker, 'answer').join().replaceAll('\u00a0', ' ');

describe('rendering', () => {
  it('asks for number and code, and shows where they stand', async () => {
    const checker = await show();
    assert.deepEqual([...checker.shadowRoot!.querySelectorAll('label')].map(({ textContent }) => textContent), ['Клиентски номер', 'Оторизационен код']);
    the(checker, 'button', 'Къде да ги намеря?').click();
    await until(() => textOf(checker).includes('долу вляво. Ако нямате фактура'));
  });

  it('keeps its number out of attributes and of the markup', async () => {
    const checker = await asked(...OVERDUE);
    const markup = checker.outerHTML + checker.shadowRoot!.innerHTML;
    assert.notInclude(markup, OVERDUE[0]);
    assert.notInclude(markup, OVERDUE[1]);
    assert.include(textOf(checker), '••••••••0011');
  });
});

describe('states', () => {
  it('says what is owed, what of it is overdue, and lists the invoices', async () => {
    const shown = eventsOf('cez-balance-shown', 'cez-outcome');
    const checker = await asked(...OVERDUE);
    assert.match(answerOf(checker), /^Дължите \d+,\d\d €$/);
    assert.match(partTexts(checker, 'status').join(), /^Просрочени са \d+,\d\d\s€\.$/);
    assert.equal(parts(checker, 'row').length, 2);
    assert.match(parts(checker, 'row')[0]!.innerText, /просрочена/);
    assert.include(textOf(checker), 'Останалите 42,36 € платете до 29 март.');
    assert.include(textOf(checker), 'Към 18 март');
    assert.deepEqual(shown.map(({ type, detail }) => [type, detail]), [['cez-outcome', { outcome: 'found' }], ['cez-balance-shown', { state: 'overdue' }]]);
  });

  it('says in words that nothing is owed', async () => {
    const checker = await asked(...NOTHING);
    assert.equal(answerOf(checker), 'Не дължите нищо');
    assert.include(textOf(checker), 'Нямате непогасени задължения.');
    assert.notInclude(textOf(checker), 'Как да платите');
  });

  it('says in words that too much was paid', async () => {
    assert.match(answerOf(await asked(...CREDIT)), /^Не дължите нищо\. Надплатили сте \d+,\d\d €$/);
  });

  it('speaks English', async () => {
    const checker = await show(apiUrl, 'en');
    await until(() => textOf(checker).includes('Bill check'));
    await asked(...OVERDUE, checker);
    assert.match(answerOf(checker), /^You owe €\d+\.\d\d$/);
  });

  it('says the same of an unknown number and of a wrong code, and keeps what was typed', async () => {
    const told: string[] = [];
    for (const [number, code] of [['310000000099', 'CEZ099'], [OVERDUE[0], 'CEZ999']] as const) {
      const checker = await show();
      send(checker, number, code);
      told.push(await until(() => partTexts(checker, 'error')[0]));
      await until(() => focused()?.part.contains('error'));
      assert.equal(field(checker, 'clientNumber').value, number);
      assert.equal(field(checker, 'authorizationCode').value, code);
    }
    assert.include(told[0], 'Не открихме клиент с този номер и код.');
    assert.equal(told[0], told[1]);
  });

  it('tells an API that does not answer from nothing owed, and asks again on the press', async () => {
    const line = new Line();
    await line.breakWith('http-503');
    const checker = await show(line.url);
    const clock = new DeviceClock();
    send(checker, ...NOTHING);
    await clock.passUntil(() => partTexts(checker, 'error')[0]?.includes('Услугата временно не е достъпна.'));
    DeviceClock.restore();
    assert.include(textOf(checker), 'Въведеното остава тук.');
    await line.mend();
    the(checker, 'button', 'Опитайте отново').click();
    await until(() => parts(checker, 'answer').length);
    assert.equal(answerOf(checker), 'Не дължите нищо');
  });

  it('says so where nobody listens', async () => {
    const checker = await show(refusedUrl);
    const clock = new DeviceClock();
    send(checker, ...NOTHING);
    await clock.passUntil(() => partTexts(checker, 'error')[0]?.includes('Може да попитате и по телефона'));
  });

  it('sends nothing if the page objects', async () => {
    const line = new Line();
    const checker = await show(line.url);
    checker.addEventListener('cez-submit', (event) => event.preventDefault());
    send(checker, ...NOTHING);
    await drawn(checker);
    assert.deepEqual((await line.asked()).filter((request) => request.startsWith('POST')), []);
  });
});

describe('what was typed', () => {
  it('is taken with spaces, dashes and look-alike letters', async () => {
    assert.equal(answerOf(await asked('3100 0000-0022', ' сеz 022')), 'Не дължите нищо');
  });

  it('is told to be too short, in both fields', async () => {
    const checker = await show();
    send(checker, '31000', '');
    await until(() => parts(checker, 'error').length);
    assert.deepEqual(all(checker, 'link').map(({ textContent }) => textContent), [
      'Клиентският номер се състои от точно 12 цифри. Въведохте 5 знака.', 'Въведете оторизационния код от фактурата.',
    ]);
  });
});

describe('letters that are none of the code', () => {
  it('are told as such, not counted', async () => {
    const checker = await show();
    send(checker, '31000000002Ж', 'ЩЮЯ022');
    await until(() => parts(checker, 'error').length);
    assert.deepEqual(all(checker, 'link').map(({ textContent }) => textContent), [
      'Клиентският номер е само от цифри, без букви.', 'Кодът е само от латински букви и цифри. Въведете го, както е на фактурата.',
    ]);
  });
});

describe('the balance on screen', () => {
  it('takes the focus to its answer', async () => {
    const checker = await asked(...NOTHING);
    await until(() => focused()?.part.contains('answer'));
    assert.equal(checker.shadowRoot!.activeElement?.part.value, 'answer');
  });

  it('goes with a press, and the form is empty', async () => {
    const checker = await asked(...NOTHING);
    the(checker, 'button', 'Скрийте сега').click();
    await until(() => !parts(checker, 'answer').length);
    assert.deepEqual([field(checker, 'clientNumber').value, field(checker, 'authorizationCode').value], ['', '']);
    await until(() => focused()?.localName === 'h2');
  });

  it('goes when the page is left, so that going back shows an empty form', async () => {
    const checker = await asked(...NOTHING);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await until(() => !parts(checker, 'answer').length);
    assert.equal(field(checker, 'clientNumber').value, '');
  });

  it('goes after five minutes in which nobody acts, with a warning that can be answered', async () => {
    const heard = listen();
    const checker = await show();
    const clock = new DeviceClock();
    await asked(...NOTHING, checker);
    await clock.pass(3.9 * 60_000);
    assert.notInclude(textOf(checker), 'Ще скрием данните');
    await clock.pass(0.2 * 60_000);
    await drawn(checker);
    the(checker, 'button', 'Останете').click();
    await clock.pass(2 * 60_000);
    assert.equal(parts(checker, 'answer').length, 1);
    await clock.pass(3.1 * 60_000);
    await drawn(checker);
    assert.equal(parts(checker, 'answer').length, 0);
    assert.include(textOf(checker), 'Скрихме данните за сметката');
    assert.deepEqual(heard.said, [
      'Ще скрием данните след минута, защото не действате.', 'Ще скрием данните след минута, защото не действате.', 'Скрихме данните за сметката, защото не действахте пет минути.',
    ]);
  });

  it('stays while somebody acts', async () => {
    const checker = await show();
    const clock = new DeviceClock();
    await asked(...NOTHING, checker);
    for (let minutes = 0; minutes < 8; minutes++) {
      await clock.pass(60_000);
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    }
    assert.equal(parts(checker, 'answer').length, 1);
  });

  it('is gone when a device wakes that slept past the end', async () => {
    const checker = await show();
    const clock = new DeviceClock();
    await asked(...NOTHING, checker);
    clock.sleep(60 * 60_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => !parts(checker, 'answer').length);
  });

  it('leads to the nearest cash desk, open ones first', async () => {
    deviceAt({ lat: 43.2, lng: 23.55 });
    const checker = await asked(...OVERDUE);
    the(checker, 'button', 'Покажете най-близката каса').click();
    await until(() => textOf(checker).includes('от Вас'));
    assert.include(textOf(checker), 'Център Враца');
    assert.include(textOf(checker), 'примерни данни');
  });
});

describe('a new value on a translated page', () => {
  it('replaces what the translator left', async () => {
    const checker = await asked(...NOTHING);
    const told = parts(checker, 'answer')[0]!.querySelector('span:not(.status)')!;
    const translated = document.createElement('span'); // Chrome writes a <font>
    translated.textContent = 'You owe nothing';
    told.replaceChildren(translated);
    the(checker, 'button', 'Скрийте сега').click();
    await until(() => !parts(checker, 'answer').length);
    await asked(...CREDIT, checker);
    assert.match(answerOf(checker), /Надплатили сте/);
  });
});
