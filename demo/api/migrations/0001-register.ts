/** The register: centers, places, contacts; who may write it, and what was written. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.js';

export async function createRegister(db: Kysely<Tables>): Promise<void> {
  await sql`create table centers (
    id text primary key,
    body jsonb not null,
    sample boolean not null,
    updated_at timestamptz not null
  )`.execute(db);
  await sql`create table places (
    name text not null,
    kind text not null,
    municipality text not null,
    oblast text not null,
    lat double precision,
    lng double precision,
    operator text not null,
    sample boolean not null,
    primary key (name, municipality, oblast, kind)
  )`.execute(db);
  await sql`create table contacts (
    id text primary key,
    rank integer not null,
    body jsonb not null
  )`.execute(db);
  await sql`create table changes (
    resource text primary key,
    version integer not null,
    changed_at timestamptz not null
  )`.execute(db);
  await sql`create table api_keys (
    hash text primary key,
    name text not null,
    created_at timestamptz not null
  )`.execute(db);
  await sql`create table audit_log (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    target text not null,
    body jsonb
  )`.execute(db);
  await sql`insert into changes (resource, version, changed_at) values
    ('centers', 0, date_trunc('milliseconds', now())),
    ('places', 0, date_trunc('milliseconds', now())),
    ('contacts', 0, date_trunc('milliseconds', now()))`.execute(db);
}
