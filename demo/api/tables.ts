/**
 * The tables as Kysely sees them. A center's fields stay one document, as the contract has them:
 * nothing asks the database for a part of one.
 */
import type { ColumnType, Generated } from 'kysely';
import type { Schemas } from './contract.js';

/** A JSON column: read as a value, written as text so that both drivers do the same. */
type Json<T> = ColumnType<T, string, string>;

/** A center without what the table keeps beside it. */
export type CenterBody = Omit<Schemas['Center'], 'id' | 'updatedAt'>;

/** A notice without what the table keeps beside it. */
export type NoticeBody = Omit<Schemas['Notice'], 'id' | 'updatedAt'>;

/** An outage as it was written; the status is left to the clock. */
export type OutageBody = Omit<Schemas['Outage'], 'id' | 'status' | 'updatedAt'>;

/** GeoJSON, so longitude first. */
export type OutageArea =
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] };

export type Resource = 'centers' | 'places' | 'contacts' | 'reading-window' | 'outages' | 'notices' | 'occupancy';

export interface Tables {
  centers: { id: string; body: Json<CenterBody>; sample: boolean; updated_at: Date };
  places: {
    name: string;
    kind: Schemas['PlaceKind'];
    municipality: string;
    oblast: string;
    lat: number | null;
    lng: number | null;
    operator: Schemas['GridCompany'];
    sample: boolean;
  };
  notices: { id: string; body: Json<NoticeBody>; sample: boolean; updated_at: Date };
  /** The counts of the last weeks; the latest one is what is so now. */
  occupancy_counts: {
    center_id: string;
    at: Date;
    inside: number;
    waiting: number;
    /** Of a sample center: not to be told of an own one that takes its place. */
    sample: boolean;
  };
  outages: {
    id: string;
    body: Json<OutageBody>;
    area: Json<OutageArea> | null;
    /** Where it is known from; what the feed no longer names is over, what an operator wrote is not. */
    source: 'feed' | 'operator' | 'sample';
    /** When the end it has now was first told. */
    end_announced_at: Date;
    restored_at: Date | null;
    updated_at: Date;
  };
  /** Whom an outage of a part of a place affects; of an outage without rows that is not known. */
  outage_clients: { outage_id: string; client_number: string };
  /** One row while a feed is configured; the processes on one database take turns by it. */
  outage_feed: {
    name: 'feed';
    due_at: Date;
    failures: number;
    /** When it was last read well, and until when that is new enough not to be told. */
    read_at: Date | null;
    good_until: Date | null;
  };
  contacts: { id: string; rank: number; body: Json<Omit<Schemas['Contact'], 'id'>> };
  /** One row per resource, touched in the transaction that changes it. */
  changes: { resource: Resource; version: number; changed_at: Date };
  api_keys: { hash: string; name: string; created_at: Date };
  audit_log: {
    id: Generated<number>;
    at: Date;
    actor: string;
    action: string;
    target: string;
    body: Json<unknown> | null;
  };
  customers: {
    client_number: string;
    authorization_code: string;
    brand: Schemas['Brand'];
    place: string;
    oblast: string | null;
    credit_cents: number;
    pay_url: string | null;
    sample: boolean;
  };
  invoices: {
    id: string;
    client_number: string;
    period_from: string;
    period_to: string;
    issued_on: string;
    due_date: string;
    amount_cents: number;
    paid_cents: number;
    reading: Schemas['Invoice']['reading'];
  };
  payments: { client_number: string; paid_on: string; amount_cents: number };
  metering_points: { meter_id: string; client_number: string; meter_number: string };
  registers: {
    meter_id: string;
    code: string;
    rank: number;
    name: Json<Schemas['Text']>;
    digits: number;
    last_value: string;
    last_read_at: string;
    plausible_max: string;
  };
  /** What customers declared; it waits here for the operator's own system. */
  readings: {
    reference: string;
    idempotency_key: string;
    fingerprint: string;
    answer: string;
    meter_id: string;
    read_at: string;
    registers: Json<Schemas['ReadingDeclaration']['registers']>;
    explanation: Schemas['ReadingDeclaration']['explanation'] | null;
    status: Schemas['ReadingReceipt']['status'];
    replaces: string | null;
    /** Corrected by a later one that `replaces` it. */
    superseded: Generated<boolean>;
    received_at: Date;
  };
  reading_windows: { from_date: string; through_date: string; reason: Json<Schemas['Text']> | null; sample: boolean };
  failed_attempts: { at: Date; address: string; client_number: string };
  used_challenges: { challenge: string; expires_at: Date };
  secrets: { name: string; value: string };
  /** Mails that wait to be sent; a row goes with its sending. */
  mails: {
    id: string;
    /** What it tells about; a later mail about the same takes its place. */
    about: string;
    recipient: string;
    subject: string;
    text: string;
    html: string;
    created_at: Date;
    /** The next turn, or the end of the lease of who sends it now. */
    due_at: Date;
    attempts: number;
  };
  /** Where mails arrive while no mail server is set. */
  mailbox: {
    number: Generated<number>;
    id: string;
    sender: string;
    recipient: string;
    subject: string;
    text: string;
    arrived_at: Date;
  };
  einvoice_requests: {
    reference: string;
    idempotency_key: string;
    fingerprint: string;
    answer: string;
    client_number: string;
    email: string;
    state: 'awaiting-confirmation' | 'active' | 'superseded' | 'cancelled';
    received_at: Date;
    expires_at: Date;
    mailed_at: Date;
  };
  einvoice_tokens: { hash: string; reference: string };
  /** What was agreed to, by the date of its text; kept apart from the request it came with. */
  consents: {
    id: Generated<number>;
    client_number: string;
    purpose: 'einvoice';
    version: string;
    given_at: Date;
    reference: string;
  };
  migrations: { name: string; applied_at: Date };
}
