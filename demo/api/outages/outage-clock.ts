/**
 * What the clock alone tells of an outage: its status, whether it is listed, and the instants at which
 * either changes. Knows no clock itself; the time is handed in.
 */
import type { Schemas } from '../contract.js';
import type { OutageArea, OutageBody, Tables } from '../tables.js';
import { complete } from './outage-body.js';

type Outage = Schemas['Outage'];

/** An outage with what its table keeps beside it. */
export interface StoredOutage {
  id: string;
  body: OutageBody;
  area: OutageArea | null;
  source: Tables['outages']['source'];
  endAnnouncedAt: Date;
  restoredAt: Date | null;
  updatedAt: Date;
}

const DAY_MS = 86_400_000;
/** How long before its start an outage is listed, and how long after the power is back. */
const ANNOUNCED_MS = 14 * DAY_MS;
export const RESTORED_MS = DAY_MS;

export function statusAt({ body, restoredAt }: StoredOutage, now: Date): Outage['status'] {
  if (restoredAt !== null) return 'restored';
  if (now < new Date(body.start)) return 'upcoming';
  return body.end !== null && now >= new Date(body.end) ? 'overdue' : 'active';
}

export function isListed({ body, restoredAt }: StoredOutage, now: Date): boolean {
  if (restoredAt !== null) return now.getTime() < restoredAt.getTime() + RESTORED_MS;
  return now.getTime() >= Date.parse(body.start) - ANNOUNCED_MS;
}

/** The instants at which a list with the outage in it changes by itself, in no order. */
export function stepsOf(outage: StoredOutage): number[] {
  if (outage.restoredAt !== null) return [outage.restoredAt.getTime() + RESTORED_MS];
  return [Date.parse(outage.body.start) - ANNOUNCED_MS, ...statusSteps(outage)];
}

function statusSteps({ body, restoredAt }: StoredOutage): number[] {
  if (restoredAt !== null) return [];
  return [body.start, body.end].flatMap((instant) => (instant === null ? [] : [Date.parse(instant)]));
}

/** The contract's `Outage`. A status that changed with time counts as an update. */
export function toOutage(outage: StoredOutage, now: Date): Outage {
  const past = statusSteps(outage).filter((step) => step <= now.getTime());
  return {
    id: outage.id,
    ...complete(outage.body),
    status: statusAt(outage, now),
    updatedAt: new Date(Math.max(outage.updatedAt.getTime(), ...past)).toISOString(),
  };
}
