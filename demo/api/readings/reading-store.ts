/** Declared readings in the database. They wait there for the operator's own system. */
import type { Kysely } from 'kysely';
import { wallClock } from '../../../src/model/zoned-time.js';
import type { Schemas } from '../contract.js';
import type { BoundSubmission, Submission } from '../submissions/submission.js';
import type { Tables } from '../tables.js';
import type { StandingReading } from './reading-rules.js';

export function readBoundReading(db: Kysely<Tables>, key: string): Promise<BoundSubmission | undefined> {
  return db.selectFrom('readings').select(['fingerprint', 'answer']).where('idempotency_key', '=', key).executeTakeFirst();
}

/** The declarations of a meter that were not corrected. */
export async function readStanding(db: Kysely<Tables>, meterId: string): Promise<StandingReading[]> {
  const rows = await db
    .selectFrom('readings')
    .select(['reference', 'read_at', 'received_at'])
    .where('meter_id', '=', meterId)
    .where('superseded', '=', false)
    .execute();
  return rows.map(({ reference, read_at, received_at }) => ({
    reference,
    readAt: read_at,
    receivedOn: wallClock(received_at).date,
  }));
}

/** Writes a declaration and marks the one it corrects; gives the answer, which is kept with it. */
export async function storeReading(
  db: Kysely<Tables>,
  { key, fingerprint }: Submission,
  declaration: Schemas['ReadingDeclaration'],
  receipt: Schemas['ReadingReceipt'],
): Promise<string> {
  const answer = JSON.stringify(receipt);
  await db
    .insertInto('readings')
    .values({
      reference: receipt.reference,
      idempotency_key: key,
      fingerprint,
      answer,
      meter_id: declaration.meterId,
      read_at: declaration.readAt,
      registers: JSON.stringify(declaration.registers),
      explanation: declaration.explanation ?? null,
      status: receipt.status,
      replaces: declaration.replaces ?? null,
      received_at: new Date(receipt.receivedAt),
    })
    .execute();
  if (declaration.replaces !== undefined) {
    await db.updateTable('readings').set({ superseded: true }).where('reference', '=', declaration.replaces).execute();
  }
  return answer;
}
