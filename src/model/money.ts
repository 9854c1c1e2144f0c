/**
 * Amounts as the API gives them, a decimal text and a currency. Counted in whole cents, since 0.1 + 0.2 of a
 * float is no amount anybody owes.
 */
import type { Money } from './wire.js';

/** Cents of '37.91' and the like, or null for what is no amount. */
export function centsOf(money: unknown): number | null {
  const value = (money as Partial<Money> | null)?.value;
  const [, sign, whole = '', cents = ''] = typeof value === 'string' ? (/^(-?)(\d{1,12})\.(\d{2})$/.exec(value) ?? []) : [];
  if (!whole) return null;
  const amount = Number(whole) * 100 + Number(cents);
  return sign ? -amount : amount;
}
