/** Requests for the e-invoice, the consents given with them, and the mails they send. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.js';

export async function createEinvoice(db: Kysely<Tables>): Promise<void> {
  await sql`create table mails (
    id uuid primary key,
    about text not null,
    recipient text not null,
    subject text not null,
    text text not null,
    html text not null,
    created_at timestamptz not null,
    due_at timestamptz not null,
    attempts integer not null
  )`.execute(db);
  await sql`create index mails_by_turn on mails (due_at)`.execute(db);
  await sql`create index mails_by_matter on mails (about)`.execute(db);
  await sql`create table mailbox (
    number integer generated always as identity primary key,
    id uuid not null unique,
    sender text not null,
    recipient text not null,
    subject text not null,
    text text not null,
    arrived_at timestamptz not null
  )`.execute(db);

  await sql`create table einvoice_requests (
    reference text primary key,
    idempotency_key text not null unique,
    fingerprint text not null,
    answer text not null,
    client_number text not null,
    email text not null,
    state text not null,
    received_at timestamptz not null,
    expires_at timestamptz not null,
    mailed_at timestamptz not null
  )`.execute(db);
  await sql`create unique index einvoice_one_awaits on einvoice_requests (client_number)
    where state = 'awaiting-confirmation'`.execute(db);
  await sql`create unique index einvoice_one_is_active on einvoice_requests (client_number)
    where state = 'active'`.execute(db);
  await sql`create table einvoice_tokens (
    hash text primary key,
    reference text not null references einvoice_requests
  )`.execute(db);
  await sql`create table consents (
    id bigint generated always as identity primary key,
    client_number text not null,
    purpose text not null,
    version text not null,
    given_at timestamptz not null,
    reference text not null
  )`.execute(db);
}
