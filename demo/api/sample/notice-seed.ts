/**
 * Writes the sample notices: all of them at first, afterwards anew dated those that are still there.
 * Leaves alone what an operator wrote, and does not bring back what an operator deleted.
 */
import type { Kysely } from 'kysely';
import { recordChange } from '../changes.js';
import { hasContent, readNotice, writeNotice } from '../notices/notice-store.js';
import type { Tables } from '../tables.js';
import { sofiaDate } from './dates.js';
import { sampleNotices } from './notices.js';

/** `isDemo`: the samples may be put where there were never any notices. */
export async function seedNotices(db: Kysely<Tables>, isDemo: boolean, now: Date): Promise<void> {
  const { version } = await db.selectFrom('changes').select('version').where('resource', '=', 'notices').executeTakeFirstOrThrow();
  const rows = await db.selectFrom('notices').select(['id', 'sample']).execute();
  const samples = new Set(rows.filter(({ sample }) => sample).map(({ id }) => id));
  let changed = false;
  for (const { id, body } of sampleNotices(sofiaDate(now))) {
    if (!samples.has(id) && !(isDemo && version === 0)) continue;
    const held = await readNotice(db, id);
    if (held !== null && hasContent(held, body)) continue;
    await writeNotice(db, id, body, now, true);
    changed = true;
  }
  if (changed) await recordChange(db, 'notices', now);
}
