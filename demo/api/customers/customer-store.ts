/** Customers in the database, found by number and code. */
import { timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Schemas } from '../contract.js';
import type { Tables } from '../tables.js';

export interface Customer {
  clientNumber: string;
  brand: Schemas['Brand'];
  place: string;
  creditCents: number;
  payUrl: string | null;
}

/** Compared with when there is no such customer, so that it takes as long; no code is like it. */
const NO_CODE = '------';

/**
 * The customer whose number and code these are, both folded; null for a wrong pair of either kind,
 * after the same work: an aggregate gives one row, of one column, also where there is no customer.
 */
export async function findCustomer(db: Kysely<Tables>, proof: Schemas['ClientProof']): Promise<Customer | null> {
  const { code } = await db
    .selectFrom('customers')
    .select(({ fn }) => fn.max<string | null>('authorization_code').as('code'))
    .where('client_number', '=', proof.clientNumber)
    .executeTakeFirstOrThrow();
  return isEqual(code ?? NO_CODE, proof.authorizationCode) ? readCustomer(db, proof.clientNumber) : null;
}

async function readCustomer(db: Kysely<Tables>, clientNumber: string): Promise<Customer> {
  const row = await db.selectFrom('customers').selectAll().where('client_number', '=', clientNumber).executeTakeFirstOrThrow();
  return {
    clientNumber: row.client_number,
    brand: row.brand,
    place: row.place,
    creditCents: row.credit_cents,
    payUrl: row.pay_url,
  };
}

function isEqual(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

/** A number with all but its last four digits hidden. */
export function masked(number: string): string {
  return number.slice(-4).padStart(number.length, '•');
}
