/**
 * Outages in the database: reading them, and writing them so that no end once told is forgotten.
 * Says neither to the audit log nor to the public answers what was written; the writer does.
 */
import type { Kysely, Selectable } from 'kysely';
import type { Schemas } from '../contract.js';
import { inBatches } from '../import/batches.js';
import { readPlaces } from '../places/place-store.js';
import type { OutageArea, Tables } from '../tables.js';
import { areaOf } from './outage-area.js';
import { complete, hasContent, isTold, type OutageDraft } from './outage-body.js';
import { toOutage, type StoredOutage } from './outage-clock.js';

type Outage = Schemas['Outage'];

export interface OutageWrite {
  id: string;
  draft: OutageDraft;
  before: StoredOutage | null;
  source: StoredOutage['source'];
  area: OutageArea | null;
}

/** All that are not over, and those whose power is back since an instant. */
export async function readOutages(db: Kysely<Tables>, restoredSince: Date): Promise<StoredOutage[]> {
  const rows = await db
    .selectFrom('outages')
    .selectAll()
    .where((row) => row.or([row('restored_at', 'is', null), row('restored_at', '>', restoredSince)]))
    .execute();
  return rows.map(toStored);
}

/** All that the feed may change: those it names, and those of it that are not over. */
export async function readOutagesFor(db: Kysely<Tables>, ids: readonly string[]): Promise<StoredOutage[]> {
  const open = await db.selectFrom('outages').selectAll().where('source', '=', 'feed').where('restored_at', 'is', null).execute();
  const rows = new Map(open.map((row) => [row.id, row]));
  await inBatches(ids.filter((id) => !rows.has(id)), async (batch) => {
    for (const row of await db.selectFrom('outages').selectAll().where('id', 'in', batch).execute()) rows.set(row.id, row);
  });
  return [...rows.values()].map(toStored);
}

export async function readSampleOutages(db: Kysely<Tables>): Promise<StoredOutage[]> {
  return (await db.selectFrom('outages').selectAll().where('source', '=', 'sample').execute()).map(toStored);
}

/** Gives how many there were. */
export async function removeSampleOutages(db: Kysely<Tables>): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('outages').where('source', '=', 'sample').executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** When the power last came back before an instant, or at it. */
export async function readLastRestored(db: Kysely<Tables>, until: Date): Promise<Date | null> {
  const { last } = await db
    .selectFrom('outages')
    .select(({ fn }) => fn.max<Date | null>('restored_at').as('last'))
    .where('restored_at', '<=', until)
    .executeTakeFirstOrThrow();
  return last;
}

export async function readStoredOutage(db: Kysely<Tables>, id: string): Promise<StoredOutage | null> {
  const row = await db.selectFrom('outages').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toStored(row);
}

/** As the public reads it at an instant. */
export async function readOutage(db: Kysely<Tables>, id: string, now: Date): Promise<Outage | null> {
  const stored = await readStoredOutage(db, id);
  return stored && toOutage(stored, now);
}

/** Writes one outage as an operator tells it. The caller has locked `outages` for writing. */
export async function putOutage(db: Kysely<Tables>, id: string, draft: OutageDraft, at: Date): Promise<void> {
  const before = await readStoredOutage(db, id);
  const area = areaOf(draft, await readPlaces(db));
  // What the feed names stays the feed's to end.
  const source = before?.source === 'feed' ? 'feed' : 'operator';
  await writeOutages(db, [{ id, draft, before, source, area }], at);
}

export async function writeOutages(db: Kysely<Tables>, writes: readonly OutageWrite[], at: Date): Promise<void> {
  await storeOutages(db, writes.map((write) => revised(write, at)));
}

/** Makes outages exactly these, whatever was there. */
export async function storeOutages(db: Kysely<Tables>, outages: readonly StoredOutage[]): Promise<void> {
  await inBatches(outages, async (batch) => {
    await db
      .insertInto('outages')
      .values(batch.map(toRow))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({
          body: row.ref('excluded.body'),
          area: row.ref('excluded.area'),
          source: row.ref('excluded.source'),
          end_announced_at: row.ref('excluded.end_announced_at'),
          restored_at: row.ref('excluded.restored_at'),
          updated_at: row.ref('excluded.updated_at'),
        })),
      )
      .execute();
  });
}

/** Whether a write would change anything. */
export function isChange({ draft, before, source, area }: OutageWrite, at: Date): boolean {
  if (before === null || before.source !== source) return true;
  return !hasContent(toOutage(before, at), draft) || JSON.stringify(before.area) !== JSON.stringify(area);
}

/**
 * What a write makes of what was there: the end that it moves and all ends told before stay in the
 * history, whether the writer knows of them or not, and the sequence rises.
 */
function revised({ id, draft, before, source, area }: OutageWrite, at: Date): StoredOutage {
  const { status, ...told } = draft;
  const moved = before !== null && before.body.end !== draft.end;
  const held = before === null ? [] : complete(before.body).endHistory;
  const added = draft.endHistory.filter((entry) => !isTold(held, entry));
  // That no end was known yet is nothing that moved; that it is no longer known is.
  if (moved && (before.body.end !== null || held.length > 0) && !added.some(({ end }) => end === before.body.end)) {
    added.push({ end: before.body.end, announcedAt: before.endAnnouncedAt.toISOString() });
  }
  const history = [...held, ...added];
  history.sort((one, other) => (one.announcedAt < other.announcedAt ? -1 : 1));
  return {
    id,
    body: { ...complete(told), endHistory: history, sequence: before === null ? draft.sequence : Math.max(draft.sequence, before.body.sequence + 1) },
    area,
    source,
    endAnnouncedAt: before === null || moved ? at : before.endAnnouncedAt,
    restoredAt: status === 'restored' ? (before?.restoredAt ?? at) : null,
    updatedAt: at,
  };
}

function toRow({ id, body, area, source, endAnnouncedAt, restoredAt, updatedAt }: StoredOutage) {
  return {
    id,
    body: JSON.stringify(body),
    area: area === null ? null : JSON.stringify(area),
    source,
    end_announced_at: endAnnouncedAt,
    restored_at: restoredAt,
    updated_at: updatedAt,
  };
}

function toStored(row: Selectable<Tables['outages']>): StoredOutage {
  return {
    id: row.id,
    body: row.body,
    area: row.area && ({ type: row.area.type, coordinates: row.area.coordinates } as OutageArea),
    source: row.source,
    endAnnouncedAt: row.end_announced_at,
    restoredAt: row.restored_at,
    updatedAt: row.updated_at,
  };
}
