/**
 * Outages with what is kept beside them, whom a part of a place leaves without power, and how the
 * reading of the operator's feed stands. The status of an outage is not stored: the clock tells it.
 */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.js';

export async function createOutages(db: Kysely<Tables>): Promise<void> {
  await sql`create table outages (
    id text primary key,
    body jsonb not null,
    area jsonb,
    source text not null,
    end_announced_at timestamptz not null,
    restored_at timestamptz,
    updated_at timestamptz not null
  )`.execute(db);
  await sql`create index outages_by_restoration on outages (restored_at)`.execute(db);
  await sql`create table outage_clients (
    outage_id text not null references outages on delete cascade,
    client_number text not null,
    primary key (client_number, outage_id)
  )`.execute(db);
  await sql`create index outage_clients_by_outage on outage_clients (outage_id)`.execute(db);
  await sql`create table outage_feed (
    name text primary key,
    due_at timestamptz not null,
    failures integer not null,
    read_at timestamptz,
    good_until timestamptz
  )`.execute(db);
  // Names of villages come several times over; null where nobody told.
  await sql`alter table customers add column oblast text`.execute(db);

  await sql`insert into changes (resource, version, changed_at) values
    ('outages', 0, date_trunc('milliseconds', now()))`.execute(db);
}
