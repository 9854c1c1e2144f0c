/** Writes past counts of the sample centers, one an hour, for the four weeks before today. */
import { sql, type Kysely } from 'kysely';
import { instantAt } from '../../../src/model/zoned-time.js';
import { recordChange } from '../changes.js';
import type { Schemas } from '../contract.js';
import { oldestKept } from '../occupancy/occupancy-store.js';
import type { Tables } from '../tables.js';
import { dayAfter, sofiaDate } from './dates.js';
import { sampleCount } from './occupancy.js';

const DAYS = 28;
const MINUTE_OF_COUNT = 20;

export async function seedOccupancy(db: Kysely<Tables>, centers: ReadonlyArray<Schemas['Center']>, now: Date): Promise<void> {
  const counts = pastCounts(centers, sofiaDate(now));
  const last = counts.at(-1);
  if (last === undefined) return;
  const held = await db.selectFrom('occupancy_counts').select('at').where('center_id', '=', last.center_id).where('at', '=', new Date(last.at)).execute();
  if (held.length > 0) return;
  await sql`insert into occupancy_counts (center_id, "at", inside, waiting, sample)
    select center_id, "at", inside, waiting, true
    from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as count(center_id text, "at" timestamptz, inside integer, waiting integer)
    on conflict do nothing`.execute(db);
  await db.deleteFrom('occupancy_counts').where('at', '<', oldestKept(now)).execute();
  await recordChange(db, 'occupancy', now);
}

function pastCounts(centers: ReadonlyArray<Schemas['Center']>, today: string) {
  const counts = [];
  for (let day = -DAYS; day < 0; day += 1) {
    for (let hour = 8; hour < 20; hour += 1) {
      const instant = instantAt(dayAfter(today, day), hour * 60 + MINUTE_OF_COUNT);
      for (const center of centers) {
        const count = sampleCount(center, instant);
        if (count !== null) counts.push({ center_id: center.id, at: instant.toISOString(), ...count });
      }
    }
  }
  return counts;
}
