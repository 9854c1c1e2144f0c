/** As many outages as a drill wants, in the places of the demo, written past the API before it starts. */
import { recordChange } from '../../demo/api/changes.js';
import type { StoredOutage } from '../../demo/api/outages/outage-clock.js';
import { storeOutages } from '../../demo/api/outages/outage-store.js';
import { samplePlaces } from '../../demo/api/sample/places.js';
import { numbers, seededRandom, type Stand } from './stand.js';

const KINDS = ['unplanned', 'planned', 'switching'] as const;
const HOUR_MS = 3_600_000;

export const outageId = (index: number): string => `drill-${index}`;

/** Leaves these alone in the database, each with an end that lies after any drill. */
export async function fillOutages(stand: Stand, count: number): Promise<void> {
  const now = new Date();
  const random = seededRandom(11);
  const places = samplePlaces();
  const outages = numbers(count).map((index): StoredOutage => {
    const { name, municipality, oblast, position } = places[Math.floor(random() * places.length)]!;
    return {
      id: outageId(index),
      body: {
        kind: KINDS[index % KINDS.length]!, scope: 'part', oblast, municipality, places: [name],
        start: new Date(now.getTime() - Math.floor(random() * 300) * 60_000).toISOString(),
        end: new Date(now.getTime() + 12 * HOUR_MS + Math.floor(random() * 600) * 60_000).toISOString(),
        endHistory: [], cause: { bg: 'силен вятър (примерни данни)', en: 'strong wind (sample data)' },
        customersAffected: '51-200', position, sequence: 0,
      },
      area: null, source: 'operator', endAnnouncedAt: now, restoredAt: null, updatedAt: now,
    };
  });
  const { db, close } = await stand.open();
  await db.deleteFrom('outages').execute();
  await storeOutages(db, outages);
  await recordChange(db, 'outages', now);
  await close();
}
