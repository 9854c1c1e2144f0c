/** What operators tell from day to day: notices, and how many people are in the centers and wait. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.js';

export async function createOperators(db: Kysely<Tables>): Promise<void> {
  await sql`create table notices (
    id text primary key,
    body jsonb not null,
    sample boolean not null,
    updated_at timestamptz not null
  )`.execute(db);
  await sql`create table occupancy_counts (
    center_id text not null,
    at timestamptz not null,
    inside integer not null,
    waiting integer not null,
    sample boolean not null,
    primary key (center_id, at)
  )`.execute(db);
  await sql`create index occupancy_counts_at on occupancy_counts ("at")`.execute(db);

  await sql`insert into changes (resource, version, changed_at) values
    ('notices', 0, date_trunc('milliseconds', now())),
    ('occupancy', 0, date_trunc('milliseconds', now()))`.execute(db);
}
