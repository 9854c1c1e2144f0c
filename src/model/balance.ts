/**
 * The border for balances from the API. A sum that cannot be read is never taken for zero: then there is no
 * balance at all. Works out in which of four states an account is; adds no amounts up by itself.
 */
import { centsOf } from './money.js';
import type { Balance, Invoice } from './wire.js';

export type BalanceState = 'overdue' | 'owed' | 'credit' | 'nothing-owed';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const isDate = (raw: unknown): boolean => typeof raw === 'string' && DATE.test(raw);
const list = (raw: unknown): unknown[] => (Array.isArray(raw) ? raw : []);

function isInvoice(raw: unknown): raw is Invoice {
  const { id, period, issuedOn, dueDate, amount, paid } = (raw ?? {}) as Partial<Invoice>;
  return typeof id === 'string' && isDate(issuedOn) && isDate(dueDate) && isDate(period?.from) && isDate(period?.to) && centsOf(amount) !== null && centsOf(paid) !== null;
}

/** The balance of an answer; null if a part of it cannot be read, since half of a debt misleads. */
export function readBalance(raw: unknown): Balance | null {
  const balance = (raw ?? {}) as Partial<Balance>;
  const { totalDue, overdue, credit, asOf, lastPayment, nextDueDate } = balance;
  const sums = [totalDue, overdue, credit].every((sum) => centsOf(sum) !== null);
  const invoices = list(balance.invoices);
  if (!sums || typeof balance.clientNumber !== 'string' || Number.isNaN(Date.parse(String(asOf))) || !invoices.every(isInvoice)) return null;
  return {
    ...(balance as Balance),
    invoices,
    nextDueDate: isDate(nextDueDate) ? nextDueDate! : null,
    lastPayment: lastPayment && isDate(lastPayment.date) && centsOf(lastPayment.amount) !== null ? lastPayment : null,
  };
}

export function balanceState({ totalDue, overdue, credit }: Balance): BalanceState {
  if (centsOf(overdue)! > 0) return 'overdue';
  if (centsOf(totalDue)! > 0) return 'owed';
  return centsOf(credit)! > 0 ? 'credit' : 'nothing-owed';
}

/** Invoices with something left to pay, the earliest due first. */
export const unpaidInvoices = ({ invoices }: Balance): Invoice[] =>
  invoices.filter(({ amount, paid }) => centsOf(amount)! > centsOf(paid)!).sort((a, b) => a.dueDate.localeCompare(b.dueDate));
