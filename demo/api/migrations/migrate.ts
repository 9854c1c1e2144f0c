/**
 * Brings the tables up to date, forward only, all steps in one transaction and one process at a
 * time. Steps it does not know are those of a newer version and left alone, so that an older server
 * still runs beside it.
 */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import { createRegister } from './0001-register.js';
import { createCustomers } from './0002-customers.js';
import { createEinvoice } from './0003-einvoice.js';
import { createOutages } from './0004-outages.js';
import { createOperators } from './0005-operators.js';

const STEPS: ReadonlyArray<{ name: string; up(db: Kysely<Tables>): Promise<void> }> = [
  { name: '0001-register', up: createRegister },
  { name: '0002-customers', up: createCustomers },
  { name: '0003-einvoice', up: createEinvoice },
  { name: '0004-outages', up: createOutages },
  { name: '0005-operators', up: createOperators },
];

// Any constant will do, as long as it is always this one.
const ADVISORY_LOCK = 20_260_526;

export async function migrate(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(ADVISORY_LOCK)})`.execute(transaction);
    await sql`create table if not exists migrations (
      name text primary key,
      applied_at timestamptz not null default now()
    )`.execute(transaction);
    const rows = await transaction.selectFrom('migrations').select('name').execute();
    const applied = new Set(rows.map((row) => row.name));
    for (const step of STEPS) {
      if (applied.has(step.name)) continue;
      await step.up(transaction);
      await transaction.insertInto('migrations').values({ name: step.name, applied_at: new Date() }).execute();
    }
  });
}
