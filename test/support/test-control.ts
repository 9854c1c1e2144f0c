/**
 * What a test does to the API behind its back: makes a customer nobody else uses, with as many meters as
 * wanted, and tells what was stored: `/customers/{meters}`, `/readings/{meterId}`, `/einvoices/{clientNumber}`; makes a request for the e-invoice
 * older by so many seconds: `/older/{reference}/{seconds}`.
 */
import { createServer, type Server } from 'node:http';
import type { Kysely } from 'kysely';
import type { Tables } from '../../demo/api/tables.js';

const DIALS = [
  { code: 'day', name: { bg: 'Дневна', en: 'Day' }, last_value: '012345', plausible_max: '013245' },
  { code: 'night', name: { bg: 'Нощна', en: 'Night' }, last_value: '006789', plausible_max: '007289' },
];
let customers = 0;

/** A customer with meters of two registers, last read on `readAt`. */
async function newCustomer(db: Kysely<Tables>, readAt: string, meters: number): Promise<unknown> {
  const clientNumber = String(319_000_000_000 + ++customers);
  const authorizationCode = `T${String(customers).padStart(5, '0')}`;
  const meterIds = [...Array(meters).keys()].map((meter) => `test-meter-${customers}-${meter}`);
  await db.insertInto('customers').values({ client_number: clientNumber, authorization_code: authorizationCode, brand: 'cez-bg', place: 'Враца', pay_url: null, credit_cents: 0, sample: false }).execute();
  await db.insertInto('metering_points').values(meterIds.map((meterId, meter) => ({ meter_id: meterId, client_number: clientNumber, meter_number: `000120${customers}${meter}` }))).execute();
  await db
    .insertInto('registers')
    .values(meterIds.flatMap((meterId) => DIALS.map(({ name, ...dial }, rank) => ({ ...dial, name: JSON.stringify(name), meter_id: meterId, rank, digits: 6, last_read_at: readAt }))))
    .execute();
  return { clientNumber, authorizationCode, meterId: meterIds[0] };
}

const references = (rows: { reference: string }[]): string[] => rows.map(({ reference }) => reference);

/** References of the rows of a meter or of a customer, oldest first. */
const stored = {
  readings: async (db: Kysely<Tables>, meterId: string): Promise<string[]> =>
    references(await db.selectFrom('readings').select('reference').where('meter_id', '=', meterId).orderBy('received_at').execute()),
  einvoices: async (db: Kysely<Tables>, clientNumber: string): Promise<string[]> =>
    references(await db.selectFrom('einvoice_requests').select('reference').where('client_number', '=', clientNumber).orderBy('received_at').execute()),
};

async function makeOlder(db: Kysely<Tables>, reference: string, seconds: number): Promise<unknown> {
  const { mailed_at, expires_at } = await db.selectFrom('einvoice_requests').selectAll().where('reference', '=', reference).executeTakeFirstOrThrow();
  const earlier = (at: Date): Date => new Date(at.getTime() - seconds * 1000);
  await db.updateTable('einvoice_requests').set({ mailed_at: earlier(mailed_at), expires_at: earlier(expires_at) }).where('reference', '=', reference).execute();
  return reference;
}

export function testControl(db: Kysely<Tables>, lastReadAt: string): Server {
  return createServer((request, response) => {
    const [, what, id = '', seconds] = (request.url ?? '').split('/');
    const answer = what === 'customers' ? newCustomer(db, lastReadAt, Number(id) || 1) : what === 'older' ? makeOlder(db, id, Number(seconds)) : stored[what as keyof typeof stored](db, id);
    answer.then(
      (body) => response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error: unknown) => response.writeHead(500, { 'access-control-allow-origin': '*' }).end(String(error)),
    );
  });
}
