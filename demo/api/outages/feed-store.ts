/**
 * How the reading of the operator's feed stands, in one row that all processes on one database share:
 * whose turn it is, and since when what is known is known.
 */
import type { Kysely } from 'kysely';
import { lockForWriting, recordChange } from '../changes.js';
import type { Tables } from '../tables.js';

export interface FeedStanding {
  /** When it was last read well; null if it never was. */
  readAt: Date | null;
  /** Until when that counts as new. */
  goodUntil: Date | null;
}

/** null: there is no feed. */
export async function readFeedStanding(db: Kysely<Tables>): Promise<FeedStanding | null> {
  const row = await db.selectFrom('outage_feed').select(['read_at', 'good_until']).executeTakeFirst();
  return row === undefined ? null : { readAt: row.read_at, goodUntil: row.good_until };
}

/** Says at the start of a process whether there is a feed; what is told of outages hangs on it. */
export async function setFeed(db: Kysely<Tables>, exists: boolean, at: Date): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await lockForWriting(transaction, 'outages');
    const existed = (await readFeedStanding(transaction)) !== null;
    // Whoever starts the process may have mended what failed.
    if (existed && exists) await transaction.updateTable('outage_feed').set({ due_at: at }).where('failures', '>', 0).execute();
    if (existed === exists) return;
    if (exists) await transaction.insertInto('outage_feed').values({ name: 'feed', due_at: at, failures: 0 }).execute();
    else await transaction.deleteFrom('outage_feed').execute();
    await recordChange(transaction, 'outages', at);
  });
}

/** Takes the turn if it has come, for this process alone until `until`; otherwise tells when it comes. */
export async function takeTurn(db: Kysely<Tables>, at: Date, until: Date): Promise<{ dueAt: Date } | 'taken'> {
  const taken = await db.updateTable('outage_feed').set({ due_at: until }).where('due_at', '<=', at).returning('name').executeTakeFirst();
  if (taken !== undefined) return 'taken';
  const row = await db.selectFrom('outage_feed').select('due_at').executeTakeFirst();
  // Another process says there is no feed; this one looks again after as long as a turn may take.
  return { dueAt: row?.due_at ?? until };
}

/**
 * Notes a good reading that began at `readAt`. Where the age of the list was told, or was about to be,
 * that is a change.
 */
export async function markRead(
  db: Kysely<Tables>,
  { readAt, roundMs, rounds }: { readAt: Date; roundMs: number; rounds: number },
  now: Date,
): Promise<Date> {
  const after = (count: number) => new Date(readAt.getTime() + count * roundMs);
  await db.transaction().execute(async (transaction) => {
    await lockForWriting(transaction, 'outages');
    const before = await readFeedStanding(transaction);
    await transaction.updateTable('outage_feed').set({ due_at: after(1), failures: 0, read_at: readAt, good_until: after(rounds) }).execute();
    const told = before?.goodUntil?.getTime() ?? -Infinity;
    if (told - roundMs / 2 <= now.getTime()) await recordChange(transaction, 'outages', now);
  });
  return after(1);
}

/** Puts the next turn off by as long as `delay` says for so many failures in a row. */
export async function markFailed(
  db: Kysely<Tables>,
  at: Date,
  delay: (failures: number) => number,
): Promise<{ failures: number; dueAt: Date }> {
  const row = await db.selectFrom('outage_feed').select('failures').executeTakeFirst();
  const failures = (row?.failures ?? 0) + 1;
  const dueAt = new Date(at.getTime() + delay(failures));
  await db.updateTable('outage_feed').set({ failures, due_at: dueAt }).execute();
  return { failures, dueAt };
}
