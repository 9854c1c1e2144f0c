/**
 * The two numbers that prove a customer, as people type, dictate and paste them: the client number (12 digits,
 * top of the invoice) and the authorization code (6 letters or digits, lower left). There is no check digit
 * that anybody has documented, so none is checked. Used by the forms and by the API alike.
 */
export const CLIENT_NUMBER_LENGTH = 12;
export const AUTHORIZATION_CODE_LENGTH = 6;

/** Cyrillic capitals, and the Latin ones that look the same in print. */
const CYRILLIC = 'АВЕКМНОРСТУХЅІЈ';
const LATIN = 'ABEKMHOPCTYXSIJ';

/** Capital letters and digits of what was typed; spaces, dashes, dots and other separators are dropped. */
function folded(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\p{Script=Cyrillic}/gu, (letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter);
}

/** The same without the words that were copied with it, as in „Кл. № 3100…“. The letter O is a zero here, in either alphabet. */
const foldedNumber = (typed: string): string => folded(typed).replace(/^O*[^O\d]\D*/, '').replaceAll('O', '0');

const isCode = (code: string): boolean => /^[A-Z\d]{6}$/.test(code);

/** The 12 digits meant by `typed`, or null. */
export function clientNumberOf(typed: string): string | null {
  const digits = foldedNumber(typed);
  return /^\d{12}$/.test(digits) ? digits : null;
}

/** The 6 capital Latin letters or digits meant by `typed`, or null. Words that were copied with it end in a colon: „Код: ABC123“. */
export function authorizationCodeOf(typed: string): string | null {
  return [typed, typed.replace(/^.*[:：]/, '')].map(folded).find(isCode) ?? null;
}

/** How many letters and digits were typed, for „въведохте 11“. */
export const typedLength = (typed: string): number => folded(typed).length;

/** True if letters stand where digits should: in words alone, or among twelve signs. The letter O passes for a zero. */
export function hasLettersForDigits(typed: string): boolean {
  const signs = folded(typed);
  return /[^O\d]/.test(signs) && (signs.length === CLIENT_NUMBER_LENGTH || !/\d/.test(signs) || foldedNumber(typed).length === CLIENT_NUMBER_LENGTH);
}

/** The same for a client number, whose own words do not count. */
export const typedNumberLength = (typed: string): number => foldedNumber(typed).length;

/** A client number in groups of four, for reading aloud; the spaces do not break. */
export const groupedClientNumber = (number: string): string => number.replace(/(.{4})(?=.)/g, '$1\u00a0');
