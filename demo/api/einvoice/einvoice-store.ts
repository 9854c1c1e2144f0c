/**
 * Requests for the e-invoice in the database. Of one customer at most one awaits its confirmation and
 * at most one is active; who changes either holds the customer's row. A token of a mail is kept as its
 * hash, and is good for what its request is.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Schemas } from '../contract.js';
import { dropMails } from '../mail/outbox.js';
import type { BoundSubmission, Submission } from '../submissions/submission.js';
import type { Tables } from '../tables.js';

type EinvoiceRequest = Selectable<Tables['einvoice_requests']>;

/** A request with a token that is told in its next mail and nowhere else. */
export interface TokenedRequest {
  request: EinvoiceRequest;
  token: string;
}

/** Longer than a mail is tried, so that even the last one sent leaves days to confirm. */
const CONFIRM_MS = 7 * 24 * 60 * 60 * 1000;
const BETWEEN_MAILS_MS = 60_000;

/** What mails about a customer's e-invoice are about. */
export const matterOf = (clientNumber: string): string => `einvoice ${clientNumber}`;

export const expiryFrom = (at: Date): Date => new Date(at.getTime() + CONFIRM_MS);

export function readBoundRequest(db: Kysely<Tables>, key: string): Promise<BoundSubmission | undefined> {
  return db.selectFrom('einvoice_requests').select(['fingerprint', 'answer']).where('idempotency_key', '=', key).executeTakeFirst();
}

/** Stores a request with its answer, and the consent given with it; takes the place of one that still awaits. */
export async function storeRequest(
  db: Kysely<Tables>,
  { key, fingerprint }: Submission,
  { clientNumber, email, consentVersion }: Schemas['EinvoiceRequest'],
  receipt: Schemas['EinvoiceReceipt'],
  at: Date,
): Promise<TokenedRequest> {
  const { reference, state } = receipt;
  await lockCustomer(db, clientNumber);
  await endRequests(db, clientNumber, [state], 'superseded');
  const request = await db
    .insertInto('einvoice_requests')
    .values({
      reference,
      idempotency_key: key,
      fingerprint,
      answer: JSON.stringify(receipt),
      client_number: clientNumber,
      email,
      state,
      received_at: at,
      expires_at: new Date(receipt.expiresAt),
      mailed_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await db
    .insertInto('consents')
    .values({ client_number: clientNumber, purpose: 'einvoice', version: consentVersion, given_at: at, reference })
    .execute();
  return { request, token: await newToken(db, reference) };
}

/**
 * A fresh token for a request that awaits, whose time starts anew; tokens sent before stay good, since
 * mails overtake each other. Null if nothing awaits under this reference; the time to wait if the last
 * mail is too recent.
 */
export async function renewRequest(
  db: Kysely<Tables>,
  { reference, clientNumber, at }: { reference: string; clientNumber: string; at: Date },
): Promise<TokenedRequest | { waitMs: number } | null> {
  await lockCustomer(db, clientNumber);
  const request = await db.selectFrom('einvoice_requests').selectAll().where('reference', '=', reference).executeTakeFirst();
  if (request?.client_number !== clientNumber || !awaits(request, at)) return null;
  const waitMs = request.mailed_at.getTime() + BETWEEN_MAILS_MS - at.getTime();
  if (waitMs > 0) return { waitMs };
  const renewed = { mailed_at: at, expires_at: expiryFrom(at) };
  await db.updateTable('einvoice_requests').set(renewed).where('reference', '=', reference).execute();
  return { request: { ...request, ...renewed }, token: await newToken(db, reference) };
}

/** Makes the request of this token active, in place of an earlier one; false if the token is not good. */
export async function confirmRequest(db: Kysely<Tables>, token: string, at: Date): Promise<boolean> {
  const request = await lockRequestOf(db, token);
  if (request?.state === 'active') return true;
  if (request === null || !awaits(request, at)) return false;
  await endRequests(db, request.client_number, ['active'], 'superseded');
  await setState(db, request, 'active');
  return true;
}

/**
 * Refuses or ends the request of this token, and no other: who refuses a mail sent to a wrong address
 * must not end what the customer has. False if the token is not good; once more is fine.
 */
export async function cancelRequest(db: Kysely<Tables>, token: string, at: Date): Promise<boolean> {
  const request = await lockRequestOf(db, token);
  if (request?.state === 'cancelled') return true;
  if (request === null || (request.state !== 'active' && !awaits(request, at))) return false;
  await setState(db, request, 'cancelled');
  return true;
}

/** Ends whatever a customer has asked for. */
export async function cancelRequests(db: Kysely<Tables>, clientNumber: string): Promise<void> {
  await lockCustomer(db, clientNumber);
  await endRequests(db, clientNumber, ['awaiting-confirmation', 'active'], 'cancelled');
  await dropMails(db, matterOf(clientNumber));
}

function awaits({ state, expires_at }: EinvoiceRequest, at: Date): boolean {
  return state === 'awaiting-confirmation' && at < expires_at;
}

async function setState(db: Kysely<Tables>, request: EinvoiceRequest, state: 'active' | 'cancelled'): Promise<void> {
  await db.updateTable('einvoice_requests').set({ state }).where('reference', '=', request.reference).execute();
  await dropMails(db, matterOf(request.client_number));
}

async function endRequests(
  db: Kysely<Tables>,
  clientNumber: string,
  states: ReadonlyArray<EinvoiceRequest['state']>,
  end: 'superseded' | 'cancelled',
): Promise<void> {
  await db.updateTable('einvoice_requests').set({ state: end }).where('client_number', '=', clientNumber).where('state', 'in', states).execute();
}

async function lockCustomer(db: Kysely<Tables>, clientNumber: string): Promise<void> {
  await db.selectFrom('customers').select('client_number').where('client_number', '=', clientNumber).forUpdate().execute();
}

/** The request a token belongs to, read once nobody else can change it. */
async function lockRequestOf(db: Kysely<Tables>, token: string): Promise<EinvoiceRequest | null> {
  const reference = await db.selectFrom('einvoice_tokens').select('reference').where('hash', '=', hashOf(token)).executeTakeFirst();
  if (reference === undefined) return null;
  const read = () =>
    db.selectFrom('einvoice_requests').selectAll().where('reference', '=', reference.reference).executeTakeFirstOrThrow();
  await lockCustomer(db, (await read()).client_number);
  return read();
}

async function newToken(db: Kysely<Tables>, reference: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await db.insertInto('einvoice_tokens').values({ hash: hashOf(token), reference }).execute();
  return token;
}

// A plain hash is enough: a token holds 256 random bits, so there is nothing to guess.
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
