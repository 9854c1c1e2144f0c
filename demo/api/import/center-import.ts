/** Checks rows of centers against the contract and writes those that differ from what is there. */
import type { Kysely } from 'kysely';
import { recordWrites, type AuditEntry } from '../audit-log.js';
import { checkCenter, complete } from '../centers/center-body.js';
import { hasContent, readCenters, upsertCenters } from '../centers/center-store.js';
import { recordChange } from '../changes.js';
import { quote, schemaErrors, type Schemas } from '../contract.js';
import type { CenterBody, Tables } from '../tables.js';
import { removeSampleNotices } from '../notices/notice-store.js';
import { inBatches } from './batches.js';
import type { ImportCounts, ImportTask } from './register-import.js';
import type { Fault, Row } from './rows.js';

export async function importCenters(
  db: Kysely<Tables>,
  rows: readonly Row[],
  { at, actor, removeMissing, partial }: ImportTask,
  faults: Fault[],
): Promise<ImportCounts> {
  const before = new Map((await readCenters(db)).map((center) => [center.id, center]));
  const lineOf = new Map<string, number>();
  const writes: Array<{ id: string; body: CenterBody }> = [];
  const audit: AuditEntry[] = [];
  const counts: ImportCounts = { added: 0, changed: 0, unchanged: 0, removed: 0, removedSamples: 0 };

  for (const { line, fields, faults: unread } of rows) {
    const { id, ...input } = fields;
    const reasons = [...unread];
    if (typeof id !== 'string' || id === '') reasons.push('id is missing');
    else if (schemaErrors('Id', id).length > 0) {
      reasons.push(`id: ${quote(id)} is not up to 80 Latin letters, digits, dots, dashes and underscores`);
    } else if (lineOf.has(id)) reasons.push(`id: ${quote(id)} is on line ${lineOf.get(id)} already`);
    const key = typeof id === 'string' ? id : '';
    // Also of a bad row: its center is in the file, so it is not one to remove.
    if (!lineOf.has(key)) lineOf.set(key, line);

    const known = before.get(key);
    const said = partial ? { ...unsaid(known), ...input } : input;
    const checked = unread.length > 0 ? { errors: [] } : checkCenter(said);
    if ('errors' in checked) reasons.push(...checked.errors.map(({ pointer, reason }) => `${pointer.slice(1)}: ${reason}`));
    if (reasons.length > 0 || 'errors' in checked) {
      faults.push({ line, reason: reasons.join('; ') });
      continue;
    }

    if (known !== undefined && hasContent(known, checked.body)) {
      counts.unchanged += 1;
      continue;
    }
    writes.push({ id: key, body: checked.body });
    audit.push({ at, actor, action: known ? 'change' : 'create', target: `centers/${key}`, body: checked.body });
    counts[known ? 'changed' : 'added'] += 1;
  }

  const gone = [...before.values()].filter((center) => !lineOf.has(center.id) && (center.sample || removeMissing));
  for (const center of gone) {
    audit.push({ at, actor, action: 'remove', target: `centers/${center.id}`, body: null });
  }
  counts.removed = gone.length;
  counts.removedSamples = gone.filter((center) => center.sample).length;

  await inBatches(writes, (batch) => upsertCenters(db, batch, at));
  await inBatches(gone, async (batch) => {
    await db.deleteFrom('centers').where('id', 'in', batch.map((center) => center.id)).execute();
  });
  await inBatches(audit, (batch) => recordWrites(db, batch));
  if (audit.length > 0) await recordChange(db, 'centers', at);
  // A register of their own: from now on people may take what they read for true.
  if (counts.removedSamples > 0) await removeSampleNotices(db, at);
  return counts;
}

/** What holds where a row says nothing: what is known of an own center; both brands for a new one. */
function unsaid(known: Schemas['Center'] | undefined): Partial<Schemas['CenterInput']> {
  if (known === undefined || known.sample) return { brands: ['cez-bg', 'cez-rp'] };
  const held = complete(known);
  // As many as there are desks is the default; it must follow when the number of desks changes.
  return held.admittedAtOnce === held.desks ? { ...held, admittedAtOnce: null } : held;
}
