/**
 * Customers, what they owe, their meters, and what they declare; failed attempts and the secrets
 * behind the limits. Dates are texts `YYYY-MM-DD`, since drivers turn a `date` into an instant of
 * their own zone. Money is in cents.
 */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.js';

export async function createCustomers(db: Kysely<Tables>): Promise<void> {
  await sql`create table customers (
    client_number text primary key,
    authorization_code text not null,
    brand text not null,
    place text not null,
    credit_cents integer not null default 0,
    pay_url text,
    sample boolean not null
  )`.execute(db);
  await sql`create table invoices (
    id text primary key,
    client_number text not null references customers on delete cascade,
    period_from text not null,
    period_to text not null,
    issued_on text not null,
    due_date text not null,
    amount_cents integer not null,
    paid_cents integer not null,
    reading text not null
  )`.execute(db);
  await sql`create index invoices_of_customer on invoices (client_number, due_date)`.execute(db);
  await sql`create table payments (
    client_number text not null references customers on delete cascade,
    paid_on text not null,
    amount_cents integer not null
  )`.execute(db);
  await sql`create index payments_of_customer on payments (client_number, paid_on)`.execute(db);
  await sql`create table metering_points (
    meter_id text primary key,
    client_number text not null references customers on delete cascade,
    meter_number text not null
  )`.execute(db);
  await sql`create index metering_points_of_customer on metering_points (client_number)`.execute(db);
  // The lowest plausible value is the last one: an equal reading is right, a vacant home has it every month.
  await sql`create table registers (
    meter_id text not null references metering_points on delete cascade,
    code text not null,
    rank integer not null,
    name jsonb not null,
    digits integer not null,
    last_value text not null,
    last_read_at text not null,
    plausible_max text not null,
    primary key (meter_id, code)
  )`.execute(db);
  // The key stands on the submission's own row, so the two are committed together or not at all.
  await sql`create table readings (
    reference text primary key,
    idempotency_key text not null unique,
    fingerprint text not null,
    answer text not null,
    meter_id text not null references metering_points,
    read_at text not null,
    registers jsonb not null,
    explanation text,
    status text not null,
    replaces text references readings,
    superseded boolean not null default false,
    received_at timestamptz not null
  )`.execute(db);
  await sql`create index readings_of_meter on readings (meter_id, read_at)`.execute(db);
  await sql`create table reading_windows (
    from_date text primary key,
    through_date text not null,
    reason jsonb,
    sample boolean not null
  )`.execute(db);

  // Addresses and client numbers only as keyed hashes: enough to count by, nothing to read.
  await sql`create table failed_attempts (
    at timestamptz not null,
    address text not null,
    client_number text not null
  )`.execute(db);
  await sql`create index failed_attempts_at on failed_attempts (at)`.execute(db);
  await sql`create index failed_attempts_of_address on failed_attempts (address, at)`.execute(db);
  await sql`create index failed_attempts_of_client_number on failed_attempts (client_number, at)`.execute(db);
  await sql`create table used_challenges (
    challenge text primary key,
    expires_at timestamptz not null
  )`.execute(db);
  await sql`create table secrets (
    name text primary key,
    value text not null
  )`.execute(db);

  await sql`insert into changes (resource, version, changed_at) values
    ('reading-window', 0, date_trunc('milliseconds', now()))`.execute(db);
}
