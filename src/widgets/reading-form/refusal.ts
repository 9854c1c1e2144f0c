/** Where a refused declaration is put right: which step, which field, or in words for the whole of it. */
import { CLIENT_PROOF, type ClientProofName } from '../../forms/client-proof.js';
import { refusedFields } from '../../forms/refused-fields.js';
import type { ReadingFormKey } from '../../i18n/bg/reading-form.js';

export interface Refusal {
  step: 'who' | 'readings' | 'check';
  proof: ClientProofName[];
  /** Registers, by their place in the body, whose values were not expected or cannot be taken. */
  doubted: number[];
  refused: number[];
  /** What is wrong with the reading date. */
  date: ReadingFormKey | null;
  /** What is wrong with all of it; null where a field says it, or the failure of the sending does. */
  whole: ReadingFormKey | null;
}

interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string }[];
}

const DATES: Partial<Record<string, ReadingFormKey>> = { 'future-date': 'readingDateFuture', 'later-reading-exists': 'readingLater', duplicate: 'readingDuplicate' };

export function readRefusal(problem: Problem | null): Refusal {
  const code = problem?.code ?? '';
  const pointers = problem?.errors.map(({ pointer }) => pointer) ?? [];
  const refusal: Refusal = { step: 'readings', proof: [], doubted: [], refused: [], date: null, whole: null };
  const registers = pointers.flatMap((pointer) => /^\/registers\/(\d+)\/value$/.exec(pointer)?.[1] ?? []).map(Number);

  if (code === 'less-than-previous' || code === 'above-range') return { ...refusal, doubted: registers };
  if (DATES[code]) return { ...refusal, date: DATES[code] };
  if (code === 'not-recognized') return { ...refusal, step: 'who' };
  if (code === 'window-closed') return { ...refusal, step: 'check', whole: 'readingWindowClosed' };
  if (code !== 'invalid') return { ...refusal, step: 'check' };

  const proof = refusedFields(problem, CLIENT_PROOF);
  if (proof.length) return { ...refusal, step: 'who', proof };
  if (pointers.includes('/replaces')) return { ...refusal, step: 'check', whole: 'readingTooLateToCorrect' };
  if (registers.length) return { ...refusal, refused: registers };
  if (pointers.includes('/readAt')) return { ...refusal, date: 'readingDateWrong' };
  return { ...refusal, step: 'who', whole: 'readingMeterChanged' };
}
