/**
 * A meter reading as people type it, and the sums a good clerk does with it: what was used since the last
 * reading, what is usual, what a dial has counted that went past its highest number. Assumes nothing from
 * these sums. A dial has at most 12 digits, which a number holds exactly.
 */
import type { Register } from './wire.js';

export type TypedReading =
  /** Nothing, or nothing that reads as a number. */
  | { state: 'missing' | 'no-number' }
  /** More digits than the dial has; often those after the comma are among them. */
  | { state: 'too-long'; digits: number }
  /** `value` has as many digits as the dial. `cut`: digits after a decimal mark were left out of it. */
  | { state: 'whole' | 'cut'; value: string };

/**
 * The whole kWh meant by `typed`, however they are spaced or dotted. One comma, or one dot that does not part
 * thousands, begins the digits that do not count.
 */
export function readTyped(typed: string, digits: number): TypedReading {
  const text = typed
    .normalize('NFKC')
    .replace(/\s*(к\s*вт\W*ч|kw\W*h)\W*$/i, '')
    .replace(/(\d)[\s'’_‐-―-]+(?=[\d.,])/g, '$1')
    .replace(/([.,])\s+(?=\d)/g, '$1')
    .trim()
    .replace(/[.,]+$/, '');
  if (!text) return { state: 'missing' };
  if (!/^\d[\d.,]*$/.test(text)) return { state: 'no-number' };
  const [, whole = text, mark = '', fraction = ''] = /^(.*\d)([.,])(\d+)$/.exec(text) ?? [];
  const isAlone = text.indexOf(mark) === text.lastIndexOf(mark);
  const isCut = mark !== '' && isAlone && !(mark === '.' && fraction.length === 3 && whole.length <= 3);
  const value = (isCut ? whole : text).replace(/[.,]/g, '');
  if (value.length > digits) return { state: 'too-long', digits: value.length };
  return { state: isCut ? 'cut' : 'whole', value: value.padStart(digits, '0') };
}

/** How a value stands to what is plausible. Equal to the last one is plausible: nobody was at home. */
export function standing({ lastReading, plausible }: Register, value: string): 'plausible' | 'lower' | 'above' {
  if (Number(value) < Number(lastReading.value)) return 'lower';
  return Number(value) > Number(plausible.max) ? 'above' : 'plausible';
}

/** kWh since the last reading; negative where the value is lower. */
export const usedSince = ({ lastReading }: Register, value: string): number => Number(value) - Number(lastReading.value);

/** The first number a dial cannot show: 1 000 000 for six digits. */
export const dialEnd = ({ digits }: Register): number => 10 ** digits;

/** kWh since the last reading, if the dial went past its highest number once. */
export const usedPastEnd = (register: Register, value: string): number => dialEnd(register) + usedSince(register, value);

/** What was usually used by now, from the plausible values; null where these lie below the last reading. */
export function usualUse({ lastReading, plausible }: Register): { min: number; max: number } | null {
  const [min, max] = [plausible.min, plausible.max].map((value) => Number(value) - Number(lastReading.value)) as [number, number];
  return max < 0 ? null : { min: Math.max(0, min), max };
}
