/** When readings are taken: windows of whole days, both ends included, by the calendar of Bulgaria. */
import type { Kysely } from 'kysely';
import type { Schemas } from '../contract.js';
import type { Tables } from '../tables.js';

export async function readReadingWindow(db: Kysely<Tables>, today: string): Promise<Schemas['ReadingWindow']> {
  const windows = await db
    .selectFrom('reading_windows')
    .selectAll()
    .where('through_date', '>=', today)
    .orderBy('from_date')
    .execute();
  const open = windows.find((window) => window.from_date <= today);
  const next = windows.find((window) => window.from_date > today);
  return {
    open: open !== undefined,
    from: open?.from_date ?? null,
    through: open?.through_date ?? null,
    reason: open?.reason ?? null,
    next: next === undefined ? null : { from: next.from_date, through: next.through_date },
  };
}
