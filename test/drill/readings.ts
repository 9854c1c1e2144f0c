/** Readings that drills send: customers with a meter for each of them, and the count of what came of them. */
import type { components } from '../../src/api/schema.js';
import { numbers, report, type Stand } from './stand.js';

type Schemas = components['schemas'];

const METERS_A_CUSTOMER = 100;
const TODAY = new Date().toISOString().slice(0, 10);

/** Customers with a hundred meters each: one meter for one submission. */
export async function prepareMeters(stand: Stand, meters: number): Promise<void> {
  const { db, close } = await stand.open();
  for (const customer of numbers(Math.ceil(meters / METERS_A_CUSTOMER))) {
    const proof = proofOf(customer * METERS_A_CUSTOMER);
    await db
      .insertInto('customers')
      .values({ client_number: proof.clientNumber, authorization_code: proof.authorizationCode, brand: 'cez-bg', place: 'София', credit_cents: 0, pay_url: null, sample: false })
      .execute();
    const ids = numbers(METERS_A_CUSTOMER).map((meter) => `meter-${customer * METERS_A_CUSTOMER + meter}`);
    await db.insertInto('metering_points').values(ids.map((id) => ({ meter_id: id, client_number: proof.clientNumber, meter_number: '1' }))).execute();
    await db
      .insertInto('registers')
      .values(ids.map((id) => ({
        meter_id: id, code: 'single', rank: 0, name: '{"bg":"Една скала","en":null}', digits: 6,
        last_value: '000000', last_read_at: '2020-01-01', plausible_max: '999999',
      })))
      .execute();
  }
  await db
    .insertInto('reading_windows')
    .values({ from_date: '2020-01-01', through_date: '2999-12-31', reason: null, sample: false })
    .execute();
  await close();
}

function proofOf(submission: number): Schemas['ClientProof'] {
  const customer = Math.floor(submission / METERS_A_CUSTOMER);
  return { clientNumber: String(700_000_000_000 + customer), authorizationCode: 'DRILL1' };
}

export interface Told {
  status: number;
  text: string;
  replayed: boolean;
}

export async function submit(address: string, submission: number, patienceMs = 60_000): Promise<Told> {
  const response = await fetch(`${address}/v1/readings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `key-${submission}` },
    body: JSON.stringify({
      ...proofOf(submission),
      meterId: `meter-${submission}`,
      registers: [{ code: 'single', value: String(submission % 1_000_000) }],
      readAt: TODAY,
    }),
    signal: AbortSignal.timeout(patienceMs),
  });
  const text = await response.text();
  return { status: response.status, text, replayed: response.headers.has('idempotency-replayed') };
}

/** Compares what is stored with the first answer that each submission was told. */
export async function countReadings(stand: Stand, told: ReadonlyMap<number, string>): Promise<void> {
  const { db, close } = await stand.open();
  const rows = await db.selectFrom('readings').select(['idempotency_key', 'meter_id', 'answer']).execute();
  await close();
  const meters = new Set(rows.map((row) => row.meter_id));
  const stored = new Map(rows.map((row) => [row.idempotency_key, row.answer]));
  const lost = [...told].filter(([submission, answer]) => stored.get(`key-${submission}`) !== answer);
  report('rows', rows.length, rows.length === told.size);
  report('submissions stored twice', rows.length - meters.size, rows.length === meters.size);
  report('submissions told as received and not stored so', lost.length, lost.length === 0);
}
