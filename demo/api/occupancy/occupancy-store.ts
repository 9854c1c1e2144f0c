/**
 * How many people were in a center and how many waited, count by count, for some weeks. The latest
 * count is what is so now; the past ones say which hours of the week are quiet.
 */
import { sql, type Kysely } from 'kysely';
import { WEEKDAYS } from '../../../src/model/opening-hours.js';
import type { Schemas } from '../contract.js';
import type { Tables } from '../tables.js';

type Occupancy = Schemas['Occupancy'];
type Count = Tables['occupancy_counts'];

const KEPT_MS = 8 * 7 * 86_400_000;

/** Counts before this instant are dropped. */
export function oldestKept(now: Date): Date {
  return new Date(now.getTime() - KEPT_MS);
}

/** The latest count of each center that has one, or of one center alone. */
export async function readOccupancy(db: Kysely<Tables>, centerId?: string): Promise<Occupancy[]> {
  const rows = await db
    .selectFrom('centers')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('occupancy_counts')
          .selectAll()
          .whereRef('center_id', '=', 'centers.id')
          .whereRef('occupancy_counts.sample', '=', 'centers.sample')
          .orderBy('at', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select(['center_id', 'inside', 'waiting', 'at'])
    .$if(centerId !== undefined, (query) => query.where('centers.id', '=', centerId ?? ''))
    .execute();
  return rows
    .map(({ center_id, inside, waiting, at }) => ({ centerId: center_id, inside, waiting, at: at.toISOString() }))
    .sort((one, other) => (one.centerId < other.centerId ? -1 : 1));
}

/** A count in place of one at the same instant, if there is one. */
export async function storeCount(db: Kysely<Tables>, count: Count, now: Date): Promise<void> {
  const { inside, waiting, sample } = count;
  await db
    .insertInto('occupancy_counts')
    .values(count)
    .onConflict((conflict) => conflict.columns(['center_id', 'at']).doUpdateSet({ inside, waiting, sample }))
    .execute();
  await db.deleteFrom('occupancy_counts').where('at', '<', oldestKept(now)).execute();
}

/** People waiting by weekday and hour of Bulgaria, over the counts kept; null if there is no such center. */
export async function readQuietHours(db: Kysely<Tables>, centerId: string, now: Date): Promise<Schemas['QuietHours'] | null> {
  const center = await db.selectFrom('centers').select('sample').where('id', '=', centerId).executeTakeFirst();
  if (center === undefined) return null;
  const { rows } = await sql<{ weekday: number; hour: number; waiting: number; counts: number }>`
    select extract(isodow from wall)::int as weekday, extract(hour from wall)::int as hour,
      percentile_cont(0.5) within group (order by waiting) as waiting, count(*)::int as counts
    from (
      select "at" at time zone 'Europe/Sofia' as wall, waiting from occupancy_counts
      where center_id = ${centerId} and sample = ${center.sample} and "at" >= ${oldestKept(now)}
    ) as kept
    group by weekday, hour order by weekday, hour`.execute(db);
  return {
    hours: rows.map(({ weekday, ...hour }) => ({ dayOfWeek: WEEKDAYS[weekday - 1] as Schemas['DayOfWeek'], ...hour })),
  };
}
