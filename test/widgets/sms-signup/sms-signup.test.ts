import { assert, fixture } from '@open-wc/testing';
import { html } from 'lit';
import decodeQr from 'qr/decode.js';
import '../../../src/widgets/sms-signup/define.js';
import type { SmsSignup } from '../../../src/widgets/sms-signup/sms-signup.js';
import '../../support/console-guard.js';
import { until } from '../../support/device-clock.js';
import { Line } from '../../support/environment.js';
import { wrapFetch } from '../../support/page-fetch.js';
import { all, drawn, elementsOf, eventsOf, focused, listen, parts, partTexts, textOf, the, type } from '../../support/screen.js';

const NUMBER = '310000000011';

/** The device as its media queries tell it; `onPhone` in a test, and a desktop with a mouse in the next. */
const { matchMedia } = window;
const onPhone = (): void => {
  window.matchMedia = (query) => Object.defineProperty(matchMedia.call(window, query), 'matches', { value: query === '(pointer: coarse) and (hover: none)' });
};

/** Messages that were opened on this device, by their addresses. */
const opened: string[] = [];
const { click } = HTMLElement.prototype;
HTMLElement.prototype.click = function () {
  if (this instanceof HTMLAnchorElement && this.protocol === 'sms:') opened.push(this.href);
  else click.call(this);
};
afterEach(() => {
  window.matchMedia = matchMedia;
  opened.length = 0;
});

const show = (language = 'bg'): Promise<SmsSignup> => fixture<SmsSignup>(html`<cez-sms-signup lang=${language}></cez-sms-signup>`);
const field = (signup: SmsSignup): HTMLInputElement => signup.shadowRoot!.querySelector('[name=clientNumber]')!;

async function send(signup: SmsSignup, number: string): Promise<void> {
  type(field(signup), number);
  the(signup, 'button', 'Към съобщението').click();
  await drawn(signup);
}
async function prepared(number = NUMBER): Promise<SmsSignup> {
  const signup = await show();
  await send(signup, number);
  await until(() => parts(signup, 'answer').length, 'the message is shown');
  return signup;
}
const message = (signup: SmsSignup): string => parts(signup, 'answer')[0]!.innerText.replace(/\s+/g, ' ').trim();
const picture = (signup: SmsSignup): SVGElement | null => signup.shadowRoot!.querySelector('svg[role=img]');

/** What a camera reads from the code as the browser draws it. */
async function scanned(signup: SmsSignup): Promise<string> {
  const path = await until(() => picture(signup)?.querySelector('path')?.getAttribute('d'), 'a code is drawn');
  const size = Number(picture(signup)!.getAttribute('viewBox')!.split(' ')[2]) * 8;
  const context = Object.assign(document.createElement('canvas'), { width: size, height: size }).getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size, size);
  context.fillStyle = '#000';
  context.scale(8, 8);
  context.fill(new Path2D(path));
  return decodeQr({ width: size, height: size, data: context.getImageData(0, 0, size, size).data });
}

describe('rendering', () => {
  it('says what it does, what it costs and how it goes on before it asks for the number', async () => {
    const text = textOf(await show());
    for (const words of ['С един SMS до 170077', 'по тарифата на Вашия оператор. Отговорите са безплатни.', 'думата smetka , с латински букви', 'до пет клиентски номера', 'попитайте на 0700 10 010']) assert.include(text, words);
  });

  it('shows where the number stands on the invoice', async () => {
    const signup = await show();
    the(signup, 'button', 'Къде да го намеря?').click();
    await until(() => textOf(signup).includes('в горната част на всяка фактура'));
    assert.notInclude(textOf(signup), 'Оторизационен код');
  });

  it('tells an example by what the answers contain, and says that their words are not known', async () => {
    const signup = await show();
    the(signup, 'button', 'Пример за разговора').click();
    await until(() => textOf(signup).includes('Показваме какво има в отговорите, а не точните им думи.'));
    assert.include(textOf(signup), 'Вие : smetka 170077 : Отговор с дължимата сума');
  });

  it('speaks English', async () => {
    const signup = await show('en');
    await until(() => textOf(signup).includes('Register with one SMS'));
    assert.include(textOf(signup), 'in Latin letters, to 170077');
  });

  it('keeps digits and the word to send from being translated', async () => {
    const signup = await prepared();
    const kept = elementsOf(signup).filter(({ translate, textContent }) => !translate && textContent !== '').map(({ textContent }) => textContent.trim());
    assert.includeMembers(kept, [NUMBER, 'smetka']);
  });
});

describe('the message', () => {
  it('is shown as a phone shows it, in groups that are copied without spaces, and has the focus', async () => {
    const signup = await prepared();
    assert.equal(message(signup), 'До 170077 310000000011');
    const groups = [...parts(signup, 'answer')[0]!.querySelectorAll('span')].map((group) => group.getBoundingClientRect());
    assert.lengthOf(groups, 3);
    assert.isAbove(groups[1]!.left - groups[0]!.right, 4);
    assert.equal(focused()?.textContent, 'Съобщението Ви е готово');
  });

  it('is made of any way of typing the number', async () => {
    for (const typed of ['3100 0000 0011', '3100-0000-0011', '31оо ОООО OO11', ' Клиентски № 310000000011 ']) assert.include(message(await prepared(typed)), NUMBER);
  });

  it('opens on a phone by one filled button, by a link made on the press', async () => {
    onPhone();
    const signup = await prepared();
    assert.isEmpty(opened);
    assert.notInclude(signup.shadowRoot!.innerHTML, 'sms:');
    the(signup, 'button', 'Отворете съобщението').click();
    assert.deepEqual(opened, ['sms:170077?&body=310000000011']);
    assert.notInclude(signup.shadowRoot!.innerHTML, 'sms:');
    assert.deepEqual(elementsOf(signup).filter((element) => element.matches('.primary')).map(({ textContent }) => textContent), ['Отворете съобщението']);
  });

  it('offers a phone the code for another one, drawn when it is asked for', async () => {
    onPhone();
    const signup = await prepared();
    assert.notExists(picture(signup)!.querySelector('path'));
    the(signup, 'button', 'Ще изпратите от друг телефон?').click();
    assert.equal(await scanned(signup), 'SMSTO:170077:310000000011');
  });

  it('is a code to scan on a desktop, and can be opened there too', async () => {
    const signup = await prepared();
    assert.equal(await scanned(signup), 'SMSTO:170077:310000000011');
    assert.equal(picture(signup)!.ariaLabel, 'QR код със съобщението');
    the(signup, 'button', 'Отворете съобщението').click();
    assert.deepEqual(opened, ['sms:170077?&body=310000000011']);
  });

  it('is read by a camera in light and dark: black on white, with the quiet zone', async () => {
    const page = await fixture<HTMLElement>(html`<div style="color-scheme: dark"><cez-sms-signup></cez-sms-signup></div>`);
    const signup = page.querySelector('cez-sms-signup')!;
    await send(signup, NUMBER);
    await scanned(signup);
    const { fill, backgroundColor } = getComputedStyle(picture(signup)!);
    assert.deepEqual([fill, backgroundColor], ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    const { x, y, width } = picture(signup)!.querySelector('path')!.getBBox();
    assert.deepEqual([x, y, width], [4, 4, 25]);
  });

  it('is copied as twelve digits, and the copying is told', async () => {
    const heard = listen();
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) } });
    const signup = await prepared();
    the(signup, 'button', 'Копирайте цифрите').click();
    await until(() => heard.said.includes('Копирано'));
    Reflect.deleteProperty(navigator, 'clipboard');
    assert.deepEqual(copied, [NUMBER]);
  });

  it('gives way to the form for another number, with what was typed', async () => {
    const signup = await prepared();
    the(signup, 'button', 'Друг клиентски номер').click();
    await until(() => focused() === field(signup));
    assert.equal(field(signup).value, NUMBER);
    await send(signup, '310000000022');
    assert.equal(await scanned(signup), 'SMSTO:170077:310000000022');
    assert.include(message(signup), '310000000022');
  });
});

describe('what was typed', () => {
  it('is told to be missing or too short, beside the field and in the summary', async () => {
    for (const [typed, told] of [['', 'Въведете клиентския номер от фактурата.'], ['Кл. № 3100 0000 001', 'Клиентският номер се състои от точно 12 цифри. Въведохте 11 знака.']] as const) {
      const signup = await show();
      await send(signup, typed);
      assert.include(partTexts(signup, 'error').join(), told);
      assert.isTrue(focused()?.part.contains('error'));
      the(signup, 'link', told).click();
      assert.equal(focused()?.id, 'clientNumber');
      assert.equal(field(signup).getAttribute('aria-describedby'), 'clientNumber-hint clientNumber-fault');
      assert.isEmpty(parts(signup, 'answer'));
    }
  });

  it('is neither masked nor filtered', async () => {
    const signup = await show();
    type(field(signup), 'кл.№ 31 / 0000-0000 11 x');
    await drawn(signup);
    assert.equal(field(signup).value, 'кл.№ 31 / 0000-0000 11 x');
  });
});

describe('privacy', () => {
  it('asks nobody, keeps nothing and tells nothing', async () => {
    const asked: string[] = [];
    wrapFetch((url) => {
      asked.push(url);
      throw new TypeError('Nobody is to be asked.');
    });
    const events = eventsOf('cez-ready', 'cez-submit', 'cez-error', 'cez-outcome');
    const stored = (): number => localStorage.length + sessionStorage.length;
    const [before, address] = [stored(), location.href];
    const line = new Line();
    const signup = await fixture<SmsSignup>(html`<cez-sms-signup api=${line.url}></cez-sms-signup>`);
    await send(signup, NUMBER);
    await scanned(signup);
    the(signup, 'button', 'Отворете съобщението').click();
    await signup.refresh();
    assert.deepEqual(asked, []);
    assert.deepEqual(events, [{ type: 'cez-ready', detail: null }]);
    assert.deepEqual([stored(), location.href], [before, address]);
    assert.notInclude(signup.outerHTML + signup.shadowRoot!.innerHTML, NUMBER);
    assert.notInclude(performance.getEntries().map(({ name }) => name).join(), NUMBER);
  });

  it('forgets the number on reset(), on leaving the page and on leaving the document', async () => {
    const ways: ((signup: SmsSignup) => unknown)[] = [
      (signup) => signup.reset(),
      () => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
      (signup) => {
        const { parentNode } = signup;
        signup.remove();
        parentNode!.append(signup);
      },
    ];
    for (const leave of ways) {
      const signup = await prepared();
      leave(signup);
      await drawn(signup);
      assert.isEmpty(parts(signup, 'answer'));
      assert.equal(field(signup).value, '');
      assert.notInclude(signup.shadowRoot!.textContent, '0011');
      assert.lengthOf(all(signup, 'button', 'Към съобщението'), 1);
    }
  });
});
