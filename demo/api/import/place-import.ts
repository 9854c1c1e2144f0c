/** Checks rows of places against the contract and writes those that differ from what is there. */
import type { Kysely } from 'kysely';
import { recordWrites } from '../audit-log.js';
import { isInBulgaria } from '../centers/center-body.js';
import { recordChange } from '../changes.js';
import { schemaErrors, type Schemas } from '../contract.js';
import { keyOfPlace, readPlaces, removePlaces, upsertPlaces, type StoredPlace } from '../places/place-store.js';
import type { Tables } from '../tables.js';
import { inBatches } from './batches.js';
import type { ImportCounts, ImportTask } from './register-import.js';
import type { Fault, Row } from './rows.js';

export async function importPlaces(
  db: Kysely<Tables>,
  rows: readonly Row[],
  { at, actor, removeMissing }: ImportTask,
  faults: Fault[],
): Promise<ImportCounts> {
  const before = new Map((await readPlaces(db)).map((place) => [keyOfPlace(place), place]));
  const lineOf = new Map<string, number>();
  const writes: StoredPlace[] = [];
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, removed: 0, removedSamples: 0 };

  for (const { line, fields, faults: unread } of rows) {
    const place = { ...(fields as unknown as Schemas['Place']), sample: false };
    const key = keyOfPlace(place);
    const reasons = unread.length > 0 ? [...unread] : placeFaults(fields);
    const sameKeyLine = lineOf.get(key);
    if (reasons.length === 0 && sameKeyLine !== undefined) reasons.push(`the same place is on line ${sameKeyLine} already`);
    if (sameKeyLine === undefined) lineOf.set(key, line);
    if (reasons.length > 0) {
      faults.push({ line, reason: reasons.join('; ') });
      continue;
    }

    const known = before.get(key);
    if (known !== undefined && sameContent(known, place)) {
      counts.unchanged += 1;
      continue;
    }
    writes.push(place);
    counts[known ? 'changed' : 'added'] += 1;
  }

  const gone = [...before].filter(([key, place]) => !lineOf.has(key) && (place.sample || removeMissing)).map(([, place]) => place);
  counts.removed = gone.length;
  counts.removedSamples = gone.filter((place) => place.sample).length;

  await inBatches(writes, (batch) => upsertPlaces(db, batch));
  await inBatches(gone, (batch) => removePlaces(db, batch));
  if (writes.length > 0 || gone.length > 0) {
    await recordWrites(db, [{ at, actor, action: 'change', target: 'places', body: counts }]);
    await recordChange(db, 'places', at);
  }
  return counts;
}

function placeFaults(fields: Record<string, unknown>): string[] {
  const errors = schemaErrors('Place', fields).map(({ pointer, reason }) => `${pointer.slice(1)}: ${reason}`);
  if (errors.length > 0) return errors;
  const { position } = fields as unknown as Schemas['Place'];
  if (position === null || isInBulgaria(position)) return [];
  return [`position: ${position.lat}, ${position.lng} is not in Bulgaria`];
}

function sameContent(one: StoredPlace, other: StoredPlace): boolean {
  return (
    one.position?.lat === other.position?.lat &&
    one.position?.lng === other.position?.lng &&
    one.operator === other.operator &&
    one.sample === other.sample
  );
}
