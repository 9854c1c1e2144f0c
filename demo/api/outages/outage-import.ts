/**
 * Loads the operator's feed, all in one transaction: what it names is written, what it no longer names
 * has its power back, sample outages make way. Bad rows are told and left out, since the others matter
 * to somebody without light; a feed with nothing good in it changes nothing. The same feed twice
 * changes nothing either.
 */
import type { Kysely } from 'kysely';
import { recordWrites, type AuditEntry } from '../audit-log.js';
import { lockForWriting, recordChange } from '../changes.js';
import { CellFault } from '../import/cells.js';
import { inBatches } from '../import/batches.js';
import { readPlaces } from '../places/place-store.js';
import { samplePlaces } from '../sample/places.js';
import type { Tables } from '../tables.js';
import { readFeed, UnreadableFeedError, type FeedEvent, type FeedFault } from './feed-file.js';
import { areaOf, coarse, roundArea } from './outage-area.js';
import { checkOutage, isOutageId, type OutageDraft } from './outage-body.js';
import type { StoredOutage } from './outage-clock.js';
import { isChange, readOutagesFor, removeSampleOutages, writeOutages, type OutageWrite } from './outage-store.js';
import { PlaceFinder, type FoundPlace } from './place-finder.js';

export interface OutageImport {
  /** The file's name or the site's, for the audit log. */
  source: string;
  bytes: Uint8Array;
}

export interface OutageCounts {
  added: number;
  changed: number;
  unchanged: number;
  /** No longer in the feed. */
  restored: number;
  removedSamples: number;
}

export interface OutageImportReport {
  rows: number;
  faults: Array<Omit<FeedFault, 'id'>>;
  notes: string[];
  /** Why nothing was changed; null if the feed was loaded. */
  refused: string | null;
  counts: OutageCounts | null;
}

/** More than the farthest home, so that the edge of an area tells none. */
const MARGIN_METRES = 300;
const STEP_METRES = 100;
const LEAST_METRES = 500;

export async function importOutages(db: Kysely<Tables>, { source, bytes }: OutageImport, at: Date): Promise<OutageImportReport> {
  let feed: ReturnType<typeof readFeed>;
  try {
    feed = readFeed(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableFeedError)) throw error;
    return { rows: 0, faults: [], notes: [], refused: error.message, counts: null };
  }
  const { rows, events, faults } = feed;
  return db.transaction().execute(async (transaction) => {
    await lockForWriting(transaction, 'outages');
    const register = await readPlaces(transaction);
    // Before an operator has a register of places, the towns of the demo are better than none.
    const finder = new PlaceFinder(register.length > 0 ? register : samplePlaces());
    const held = new Map((await readOutagesFor(transaction, events.map(({ id }) => id))).map((outage) => [outage.id, outage]));
    const notes: string[] = [];
    const named: OutageWrite[] = [];
    for (const event of events) {
      try {
        named.push(toWrite(event, finder, held.get(event.id) ?? null, notes));
      } catch (error) {
        if (!(error instanceof CellFault)) throw error;
        faults.push({ row: event.row, id: event.id, reason: error.message });
      }
    }
    const report = { rows, faults: faults.map(({ row, reason }) => ({ row, reason })), notes };
    if (named.length === 0 && faults.length > 0) return { ...report, refused: 'none of its rows can be used', counts: null };

    const over = vanished([...held.values()], named, faults, notes);
    const writes = [...named.filter((write) => isChange(write, at)), ...over];
    const removedSamples = await removeSampleOutages(transaction);
    await writeOutages(transaction, writes, at);
    const audit: AuditEntry[] = writes.map(({ id, draft, before }) => {
      return { at, actor: `import of ${source}`, action: before === null ? 'create' : 'change', target: `outages/${id}`, body: draft };
    });
    await inBatches(audit, (batch) => recordWrites(transaction, batch));
    if (writes.length > 0 || removedSamples > 0) await recordChange(transaction, 'outages', at);
    const added = writes.filter(({ before }) => before === null).length;
    const changed = writes.length - over.length - added;
    return {
      ...report,
      refused: null,
      counts: { added, changed, unchanged: named.length - added - changed, restored: over.length, removedSamples },
    };
  });
}

/** What the feed does not know, such as the cause, stays as it is known. */
function toWrite(event: FeedEvent, finder: PlaceFinder, before: StoredOutage | null, notes: string[]): OutageWrite {
  if (!isOutageId(event.id)) throw new CellFault('ceo cannot be an id: up to 80 Latin letters, digits, dots, dashes and underscores');
  const [name, ...others] = event.names;
  if (name === undefined) throw new CellFault('city_name is missing');
  const first = finder.find(name, event);
  const middle = event.middle ?? first.place?.position ?? null;
  const found = [first, ...others.map((other) => finder.find(other, { middle, oblast: event.oblast }))];
  for (const { name, municipality, oblast } of found.filter(({ place }) => place === null)) {
    notes.push(`${event.id}: ${name} is not in the register of places; taken to be in ${municipality}, ${oblast}, as its nearest neighbour.`);
  }
  const known = before?.source === 'sample' ? null : before;
  const where = whereabouts(event, first);
  const draft: OutageDraft = {
    kind: event.kind,
    // It does not say, and names single homes.
    scope: known?.body.scope ?? 'part',
    oblast: first.oblast,
    municipality: first.municipality,
    places: [...new Set(found.map(({ name }) => name))],
    start: event.start.toISOString(),
    end: event.end?.toISOString() ?? null,
    endHistory: known?.body.endHistory ?? [],
    status: 'active',
    cause: known?.body.cause ?? null,
    customersAffected: known?.body.customersAffected ?? null,
    position: where.position,
    sequence: known?.body.sequence ?? 0,
  };
  const checked = checkOutage(draft);
  if ('errors' in checked) throw new CellFault(checked.errors.map(({ pointer, reason }) => `${pointer.slice(1)}: ${reason}`).join('; '));
  const places = found.flatMap(({ place }) => (place === null ? [] : [place]));
  return { id: event.id, draft: checked.body, before: known, source: 'feed', area: where.area ?? areaOf(checked.body, places) };
}

/** In a village all of it, since a part would tell homes; in a town, or a place we do not know, a wide round. */
function whereabouts({ middle, homes, reach }: FeedEvent, { place }: FoundPlace): Pick<OutageWrite, 'area'> & Pick<OutageDraft, 'position'> {
  if (place?.kind === 'village' && place.position !== null) {
    return { position: place.position, area: areaOf({ scope: 'whole', oblast: place.oblast, places: [place.name], position: null }, [place]) };
  }
  if (middle === null) return { position: place?.position ?? null, area: null };
  const metres = homes > 1 ? Math.ceil((reach + MARGIN_METRES) / STEP_METRES) * STEP_METRES : LEAST_METRES;
  return { position: coarse(middle), area: roundArea(middle, Math.max(LEAST_METRES, metres)) };
}

/** Outages of the feed that it no longer names, closed. */
function vanished(held: readonly StoredOutage[], named: readonly OutageWrite[], faults: readonly FeedFault[], notes: string[]): OutageWrite[] {
  const seen = new Set([...named.map(({ id }) => id), ...faults.map(({ id }) => id)]);
  const gone = held.filter(({ id, source, restoredAt }) => source === 'feed' && restoredAt === null && !seen.has(id));
  if (gone.length > 0 && seen.has(null)) {
    notes.push('Nothing was closed: a bad row without ceo may be any of the outages that seem to be over.');
    return [];
  }
  return gone.map((before) => {
    return { id: before.id, draft: { ...before.body, status: 'restored' }, before, source: 'feed', area: before.area };
  });
}
