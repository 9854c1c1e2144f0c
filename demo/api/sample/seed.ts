/**
 * Fills an empty database with the sample register and customers, and dates the samples that are
 * there anew. Touches nothing an operator wrote or a customer submitted.
 */
import type { Kysely } from 'kysely';
import { hasContent, readCenters, upsertCenters } from '../centers/center-store.js';
import { lockForWriting, recordChange } from '../changes.js';
import { CONTACTS } from '../contacts/contacts.js';
import { replaceContacts } from '../contacts/contact-store.js';
import { readPlaces, upsertPlaces } from '../places/place-store.js';
import type { Tables } from '../tables.js';
import { sampleCenters } from './centers.js';
import { seedCustomers, seedReadingWindows } from './customer-seed.js';
import { sofiaDate } from './dates.js';
import { seedNotices } from './notice-seed.js';
import { seedOccupancy } from './occupancy-seed.js';
import { seedOutages } from './outage-seed.js';
import { samplePlaces } from './places.js';

export async function seed(db: Kysely<Tables>, now: Date): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const resource of ['centers', 'contacts', 'places', 'reading-window', 'outages', 'notices', 'occupancy'] as const) {
      await lockForWriting(transaction, resource);
    }
    await replaceContacts(transaction, CONTACTS, now);

    const held = new Map((await readCenters(transaction)).map((center) => [center.id, center]));
    const isEmpty = held.size === 0 && (await readPlaces(transaction)).length === 0;
    const due = sampleCenters(now).filter(({ id, body }) => {
      const before = held.get(id);
      return before === undefined ? isEmpty : before.sample && !hasContent(before, body);
    });
    if (due.length > 0) {
      await upsertCenters(transaction, due, now);
      await recordChange(transaction, 'centers', now);
    }
    if (isEmpty) {
      await upsertPlaces(transaction, samplePlaces());
      await recordChange(transaction, 'places', now);
    }
    // A database of an earlier version has the sample register, but no customers yet.
    const isDemo = isEmpty || [...held.values()].some(({ sample }) => sample);
    await seedCustomers(transaction, sofiaDate(now), isDemo);
    await seedReadingWindows(transaction, sofiaDate(now), isDemo, now);
    await seedOutages(transaction, isDemo, now);
    await seedNotices(transaction, isDemo, now);
    await seedOccupancy(transaction, (await readCenters(transaction)).filter(({ sample }) => sample), now);
  });
}
