/** What a customer owes: the invoices that are not paid in full, and their sums on a day. */
import type { Kysely, Selectable } from 'kysely';
import type { Schemas } from '../contract.js';
import type { Tables } from '../tables.js';
import { masked, type Customer } from './customer-store.js';
import { euros } from './money.js';

type InvoiceRow = Selectable<Tables['invoices']>;

/** `today` is the day in Bulgaria at the instant `asOf`. */
export async function readBalance(
  db: Kysely<Tables>,
  customer: Customer,
  { asOf, today }: { asOf: Date; today: string },
): Promise<Schemas['Balance']> {
  const open = await db
    .selectFrom('invoices')
    .selectAll()
    .where('client_number', '=', customer.clientNumber)
    .whereRef('paid_cents', '<', 'amount_cents')
    .orderBy('due_date')
    .orderBy('id')
    .execute();
  const lastPayment = await db
    .selectFrom('payments')
    .selectAll()
    .where('client_number', '=', customer.clientNumber)
    .orderBy('paid_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    clientNumber: masked(customer.clientNumber),
    asOf: asOf.toISOString(),
    totalDue: euros(due(open)),
    overdue: euros(due(open.filter((invoice) => invoice.due_date < today))),
    credit: euros(customer.creditCents),
    nextDueDate: open.find((invoice) => invoice.due_date >= today)?.due_date ?? null,
    lastPayment: lastPayment === undefined ? null : { amount: euros(lastPayment.amount_cents), date: lastPayment.paid_on },
    payUrl: customer.payUrl,
    invoices: open.map(toInvoice),
  };
}

function due(invoices: readonly InvoiceRow[]): number {
  return invoices.reduce((sum, { amount_cents, paid_cents }) => sum + amount_cents - paid_cents, 0);
}

function toInvoice(row: InvoiceRow): Schemas['Invoice'] {
  return {
    id: row.id,
    period: { from: row.period_from, to: row.period_to },
    issuedOn: row.issued_on,
    dueDate: row.due_date,
    amount: euros(row.amount_cents),
    paid: euros(row.paid_cents),
    reading: row.reading,
  };
}
