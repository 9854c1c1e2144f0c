/**
 * Writes the sample customers and reading windows: all of them at first, afterwards anew dated those
 * that are still there. Leaves alone what customers submitted, and what is no sample.
 */
import type { Kysely } from 'kysely';
import { recordChange } from '../changes.js';
import type { Tables } from '../tables.js';
import { sampleCustomers, sampleWindows, type SampleCustomer } from './customers.js';

/** `isDemo`: the samples may be put where there are no customers yet. */
export async function seedCustomers(db: Kysely<Tables>, today: string, isDemo: boolean): Promise<void> {
  const held = await db.selectFrom('customers').select(['client_number', 'sample']).execute();
  const isNew = held.length === 0 && isDemo;
  const samples = new Set(held.filter(({ sample }) => sample).map(({ client_number }) => client_number));
  for (const sample of sampleCustomers(today)) {
    if (isNew || samples.has(sample.customer.client_number)) await writeSample(db, sample);
  }
}

async function writeSample(db: Kysely<Tables>, { customer, invoices, payments, meter, registers }: SampleCustomer): Promise<void> {
  const number = customer.client_number;
  await db
    .insertInto('customers')
    .values(customer)
    .onConflict((conflict) => conflict.column('client_number').doUpdateSet(customer))
    .execute();
  await db.deleteFrom('invoices').where('client_number', '=', number).execute();
  await db.deleteFrom('payments').where('client_number', '=', number).execute();
  if (invoices.length > 0) await db.insertInto('invoices').values(invoices).execute();
  if (payments.length > 0) await db.insertInto('payments').values(payments).execute();
  // Declared readings stand on the meter, so it stays where it is.
  await db.insertInto('metering_points').values(meter).onConflict((conflict) => conflict.doNothing()).execute();
  await db.deleteFrom('registers').where('meter_id', '=', meter.meter_id).execute();
  await db.insertInto('registers').values(registers).execute();
}

export async function seedReadingWindows(db: Kysely<Tables>, today: string, isDemo: boolean, now: Date): Promise<void> {
  const held = await db.selectFrom('reading_windows').selectAll().execute();
  const isSample = held.length === 0 ? isDemo : held.every(({ sample }) => sample);
  const windows = sampleWindows(today);
  const isDated = windows.every(({ from_date }) => held.some((window) => window.from_date === from_date));
  if (!isSample || isDated) return;
  await db.deleteFrom('reading_windows').execute();
  await db.insertInto('reading_windows').values(windows).execute();
  await recordChange(db, 'reading-window', now);
}
