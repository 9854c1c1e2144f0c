/** Who wrote what, and when. Written in the transaction of the write itself. */
import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

export interface AuditEntry {
  at: Date;
  /** Name of the operator's key, or of the command. */
  actor: string;
  action: 'create' | 'change' | 'remove';
  /** What was written, for instance `centers/vratsa`. */
  target: string;
  /** What it is now; null if it is gone. */
  body: unknown;
}

export async function recordWrites(db: Kysely<Tables>, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db
    .insertInto('audit_log')
    .values(entries.map((entry) => ({ ...entry, body: entry.body === null ? null : JSON.stringify(entry.body) })))
    .execute();
}
