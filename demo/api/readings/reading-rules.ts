/**
 * When a declared reading is right, when it is refused, and when a person must look. Pure: what is
 * known of the meter is handed in. Refuses to guess: a dial that rolled over or a new meter is said
 * by the customer, never assumed.
 */
import type { Schemas } from '../contract.js';
import { ProblemError, type ProblemField } from '../problems.js';

type Declaration = Schemas['ReadingDeclaration'];
type Register = Schemas['Register'];

/** A declaration that still stands: not corrected by a later one. */
export interface StandingReading {
  reference: string;
  readAt: string;
  /** The day it came in, in Bulgaria. */
  receivedOn: string;
}

/** Throws `future-date` for a day that has not begun in Bulgaria. */
export function checkDate(readAt: string, today: string): void {
  if (readAt > today) throw refusal('future-date', '/readAt');
}

export function checkWindow(window: Schemas['ReadingWindow']): void {
  if (!window.open) throw refusal('window-closed', '/readAt');
}

/** Throws `invalid` unless each register of the meter, and no other, has one value that fits its dial. */
export function checkRegisters(declared: Declaration['registers'], registers: readonly Register[]): void {
  const errors: ProblemField[] = [];
  for (const [index, { code, value }] of declared.entries()) {
    const register = registers.find((item) => item.code === code);
    const isRepeated = declared.findIndex((item) => item.code === code) < index;
    if (register === undefined || isRepeated) errors.push({ pointer: `/registers/${index}/code`, code: 'range' });
    else if (value.length > register.digits) errors.push({ pointer: `/registers/${index}/value`, code: 'range' });
  }
  const isComplete = registers.every(({ code }) => declared.some((item) => item.code === code));
  if (!isComplete) errors.push({ pointer: '/registers', code: 'required' });
  if (errors.length > 0) throw new ProblemError('invalid', undefined, errors);
}

/** The declaration that this one corrects, which must stand and have come in on the same day; null if none. */
export function correctedBy({ replaces }: Declaration, standing: readonly StandingReading[], today: string): StandingReading | null {
  if (replaces === undefined) return null;
  const corrected = standing.find(({ reference }) => reference === replaces);
  if (corrected === undefined || corrected.receivedOn !== today) {
    throw new ProblemError('invalid', undefined, [{ pointer: '/replaces', code: 'range' }]);
  }
  return corrected;
}

/** Throws `duplicate` or `later-reading-exists`; `others` are the declarations that would stand beside this one. */
export function checkOrder(readAt: string, others: readonly StandingReading[], registers: readonly Register[]): void {
  if (others.some((other) => other.readAt === readAt)) throw refusal('duplicate', '/readAt');
  const isLate =
    others.some((other) => other.readAt > readAt) || registers.some(({ lastReading }) => lastReading.readAt > readAt);
  if (isLate) throw refusal('later-reading-exists', '/readAt');
}

/**
 * Holds the values against what the customer was shown before typing. A value below the last one or
 * above the plausible ones passes with any explanation, since a person reads it; of the explanations,
 * `confirmed` alone asks for nobody when there is nothing to confirm.
 */
export function judge({ registers: declared, explanation }: Declaration, registers: readonly Register[]): Schemas['ReadingReceipt']['status'] {
  const errors: Array<{ pointer: string; code: 'less-than-previous' | 'above-range' }> = [];
  for (const [index, { code, value }] of declared.entries()) {
    const register = registers.find((item) => item.code === code);
    if (register === undefined) continue;
    const pointer = `/registers/${index}/value`;
    if (Number(value) < Number(register.lastReading.value)) errors.push({ pointer, code: 'less-than-previous' });
    else if (Number(value) > Number(register.plausible.max)) errors.push({ pointer, code: 'above-range' });
  }
  const [first] = errors;
  if (first !== undefined && explanation === undefined) throw new ProblemError(first.code, undefined, errors);
  return first !== undefined || (explanation !== undefined && explanation !== 'confirmed') ? 'in-review' : 'accepted';
}

function refusal(code: 'future-date' | 'window-closed' | 'duplicate' | 'later-reading-exists', pointer: string): ProblemError {
  return new ProblemError(code, undefined, [{ pointer, code }]);
}
