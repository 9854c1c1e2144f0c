/**
 * Writes the sample outages where no outage ever was, and dates anew those that are still there. Leaves
 * alone what the feed or an operator wrote.
 */
import type { Kysely } from 'kysely';
import { recordChange } from '../changes.js';
import { readSampleOutages, storeOutages } from '../outages/outage-store.js';
import type { Tables } from '../tables.js';
import { sampleOutages } from './outages.js';

/** `isDemo`: the samples may be put where no outage was written yet. */
export async function seedOutages(db: Kysely<Tables>, isDemo: boolean, now: Date): Promise<void> {
  const { version } = await db.selectFrom('changes').select('version').where('resource', '=', 'outages').executeTakeFirstOrThrow();
  const isNew = version === 0 && isDemo;
  const held = new Map((await readSampleOutages(db)).map((outage) => [outage.id, outage]));
  const due = sampleOutages(now).flatMap(({ outage, clients }) => {
    const before = held.get(outage.id);
    if (before === undefined) return isNew ? [{ outage, clients }] : [];
    if (before.body.start === outage.body.start) return [];
    // In a calendar, too, the later date is to win.
    return [{ outage: { ...outage, body: { ...outage.body, sequence: before.body.sequence + 1 } }, clients }];
  });
  if (due.length === 0) return;
  await storeOutages(db, due.map(({ outage }) => outage));
  const links = due.flatMap(({ outage, clients }) => clients.map((client_number) => ({ outage_id: outage.id, client_number })));
  if (links.length > 0) await db.insertInto('outage_clients').values(links).onConflict((conflict) => conflict.doNothing()).execute();
  await recordChange(db, 'outages', now);
}
