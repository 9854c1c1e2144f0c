/**
 * Five hundred ways of typing a client number or an authorization code, made by rules with a seed, and what
 * must not pass for one.
 */
import { describe, expect, it } from 'vitest';
import { authorizationCodeOf, clientNumberOf, groupedClientNumber, hasLettersForDigits, typedLength, typedNumberLength } from '../../src/model/client-number.js';
import { seededRandom } from './typing.js';

const random = seededRandom(170077);
const below = (limit: number): number => Math.floor(random() * limit);
const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!;
const maybe = (chance: number): boolean => random() < chance;
const signsOf = (text: string): string[] => Array.from(text);
const many = (length: number, signs: string): string => Array.from({ length }, () => oneOf(signsOf(signs))).join('');

/** What separates groups: spaces of each kind, dashes of each kind, dots, and signs that nobody sees. */
const SEPARATORS = [
  ' ', '  ', '\t', '\n', '\u00a0', '\u2007', '\u2009', '\u202f', '\u3000',
  '-', '\u2010', '\u2011', '–', '—', '\u2212', ' - ', '.', ',', '·', '/', '\\', '_', '|', "'", '’',
  '\u00ad', '\u200b', '\u200e', '\u202d', '\u2060', '\ufeff',
] as const;
const QUOTES = [['', ''], [' ', ' '], ['\u00a0', '\n'], ['„', '“'], ['"', '"'], ['(', ')'], ['', '.'], ['\u202d', '\u202c']] as const;
const NUMBER_NAMES = [
  '№', '№ ', 'No ', 'No. ', '#', 'Кл. № ', 'кл.номер ', 'Кл. н-р: ', 'КН: ', 'Клиентски номер ', 'Клиентски номер: ', 'клиентски № ', 'КЛИЕНТСКИ НОМЕР\n',
  'ОТ ', 'Client number: ', 'client no ', 'Клиентски номер：',
] as const;
const CODE_NAMES = ['Код: ', 'код:', 'Оторизационен код: ', 'ОТОРИЗАЦИОНЕН КОД:\n', 'Code: ', 'Authorisation code: ', 'Код：'] as const;
const NAMED = 1 / 4;

/** Cyrillic letters that look like these Latin ones, small and capital. */
const LOOK_ALIKES: Record<string, string> = { A: 'Аа', B: 'Вв', C: 'Сс', E: 'Ее', H: 'Нн', I: 'Іі', J: 'Јј', K: 'Кк', M: 'Мм', O: 'Оо', P: 'Рр', S: 'Ѕѕ', T: 'Тт', X: 'Хх', Y: 'Уу' };

/** The same sign as an East Asian keyboard, or a copied table, has it. */
const wide = (sign: string): string => (/[!-~]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign);

/** Cut into groups as people cut: by one length throughout, or anywhere; one separator throughout, or mixed. */
function grouped(text: string): string {
  const [length, usual] = [oneOf([2, 3, 4, 6, text.length]), oneOf(SEPARATORS)];
  const [anywhere, mixed] = [maybe(0.3), maybe(0.2)];
  return signsOf(text).map((sign, index) => (index > 0 && (anywhere ? maybe(0.3) : index % length === 0) ? (mixed ? oneOf(SEPARATORS) : usual) : '') + sign).join('');
}

function typedNumber(number: string): string {
  const zero = maybe(0.3) ? oneOf(['O', 'o', 'О', 'о']) : '0';
  // With words before it a first zero cannot be told from a letter of the words.
  const named = maybe(NAMED) && !number.startsWith('0');
  const signs = signsOf(number).map((digit) => (digit === '0' && maybe(0.7) ? zero : digit));
  const text = grouped((maybe(0.15) ? signs.map(wide) : signs).join(''));
  const [before, after] = oneOf(QUOTES);
  return before + (named ? oneOf(NUMBER_NAMES) : '') + text + after;
}

function typedCode(code: string): string {
  const [small, alike] = [maybe(0.4), maybe(0.5)];
  const signs = signsOf(code).map((sign) => {
    const alikes = alike && maybe(0.8) ? LOOK_ALIKES[sign] : undefined;
    if (alikes) return alikes.charAt(small ? 1 : 0);
    return small ? sign.toLowerCase() : sign;
  });
  const text = grouped((maybe(0.15) ? signs.map(wide) : signs).join(''));
  const [before, after] = oneOf(QUOTES);
  return before + (maybe(NAMED) ? oneOf(CODE_NAMES) : '') + text + after;
}

/** `count` ways of typing, each different. */
function variants(count: number, make: () => string, type: (meant: string) => string): Map<string, string> {
  const made = new Map<string, string>();
  while (made.size < count) {
    const meant = make();
    const typed = type(meant);
    // What one writes down is not what a test is about.
    if (typed !== meant) made.set(typed, meant);
  }
  return made;
}

const anyNumber = (): string => oneOf(['30', '31', '52', '53', '54', '00', '10']) + many(10, '000123456789');
const anyCode = (): string => many(6, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
/** Signs as their code points, since half of them cannot be seen. */
const visible = (typed: string): string => `${typed} [${signsOf(typed).map((sign) => sign.codePointAt(0)!.toString(16)).join(' ')}]`;
const faults = (made: Map<string, string>, read: (typed: string) => string | null): string[] =>
  [...made].filter(([typed, meant]) => read(typed) !== meant).map(([typed, meant]) => `${visible(typed)} is ${String(read(typed))}, not ${meant}`);

describe('a client number', () => {
  it('is read in 300 ways of typing', () => {
    expect(faults(variants(300, anyNumber, typedNumber), clientNumberOf)).toEqual([]);
  });

  it.each([
    ['3100 0000 0011', '310000000011'],
    ['31OOOOOOOO11', '310000000011'],
    ['31оооооооо11', '310000000011'],
    ['О10000000011', '010000000011'],
    ['310-000-000-011', '310000000011'],
    ['３１００００００００１１', '310000000011'],
    ['Клиентски № 3100 0000 0011', '310000000011'],
    ['310000000011\r\n', '310000000011'],
    ['³¹⁰⁰⁰⁰⁰⁰⁰⁰¹¹', '310000000011'],
  ])('is found in “%s”', (typed, number) => {
    expect(clientNumberOf(typed)).toBe(number);
  });

  it('is not found in 200 that have a digit too few or too many, or a letter among the digits', () => {
    const wrong = variants(200, anyNumber, (number) => {
      const at = 1 + below(11);
      const slips = [number.slice(0, at) + number.slice(at + 1), number.slice(0, at) + many(1 + below(3), '123456789') + number.slice(at), number.slice(0, at) + many(1, 'ABCDEFXЗБЯЖШ') + number.slice(at + 1)];
      return typedNumber(oneOf(slips));
    });
    expect([...wrong.keys()].filter((typed) => clientNumberOf(typed) !== null).map(visible)).toEqual([]);
  });

  it.each(['', ' ', '-', 'Клиентски номер', '000', 'OOOOOOOOOOO', '31000000001', '3100000000112', '31000000001A', '310000000011 310000000022', '310000000011 кВтч', 'BG80BNBG96611020345678', 'ivan123456789012@example.bg', '😀'.repeat(12)])('is not “%s”', (typed) => {
    expect(clientNumberOf(typed)).toBeNull();
  });

  it('is counted without separators and without the words before it', () => {
    for (const [typed, length] of [['3100 0000 001', 11], ['Кл. № 3100-0000-001', 11], ['31OO OOOO OO112', 13], ['310000000A', 10], ['Номер', 0], ['', 0]] as const) {
      expect([typed, typedNumberLength(typed)]).toEqual([typed, length]);
    }
  });

  it('tells letters from digits that are too few', () => {
    for (const typed of ['номер', 'abc', 'З10000000011', 'l10000000011', '31000000001A', 'Кл. № 3100 0000 00Я1']) expect([typed, hasLettersForDigits(typed)]).toEqual([typed, true]);
    for (const typed of ['31000', 'Кл. № 3100-0000-001', '31OO OOOO OO11', '3100000000112']) expect([typed, hasLettersForDigits(typed)]).toEqual([typed, false]);
  });

  it('is told in groups of four that do not part, and can be typed back as told', () => {
    expect(groupedClientNumber('310000000011')).toBe('3100\u00a00000\u00a00011');
    for (const number of variants(50, anyNumber, typedNumber).values()) expect(clientNumberOf(groupedClientNumber(number))).toBe(number);
  });
});

describe('an authorization code', () => {
  it('is read in 200 ways of typing', () => {
    expect(faults(variants(200, anyCode, typedCode), authorizationCodeOf)).toEqual([]);
  });

  it.each([
    ['cez011', 'CEZ011'],
    ['СЕZ 011', 'CEZ011'],
    ['сеz-011', 'CEZ011'],
    ['ВКМНРТ', 'BKMHPT'],
    ['ＣＥＺ０１１', 'CEZ011'],
    ['CEZ:011', 'CEZ011'],
    ['Оторизационен код: CEZ011', 'CEZ011'],
    ['ОО0ОО0', 'OO0OO0'],
  ])('is found in “%s”', (typed, code) => {
    expect(authorizationCodeOf(typed)).toBe(code);
  });

  it('is not found in 100 that have a sign too few or too many, or a letter no Latin one looks like', () => {
    const wrong = variants(100, anyCode, (code) => {
      const at = below(6);
      return typedCode(oneOf([code.slice(0, at) + code.slice(at + 1), code.slice(0, at) + many(1 + below(3), 'ABC123') + code.slice(at), code.slice(0, at) + many(1, 'БЯЖШЩЮЙФЦЧ') + code.slice(at + 1)]));
    });
    expect([...wrong.keys()].filter((typed) => authorizationCodeOf(typed) !== null).map(visible)).toEqual([]);
  });

  it.each(['', '      ', '------', 'CEZ01', 'CEZ0111', 'ЦЕЗ011', 'CEZ01é', 'код', '😀'])('is not “%s”', (typed) => {
    expect(authorizationCodeOf(typed)).toBeNull();
  });

  it('is counted without separators', () => {
    expect([typedLength('CEZ 01'), typedLength('с-е-z'), typedLength('')]).toEqual([5, 3, 0]);
  });
});
