/** Centers in the database. */
import type { Kysely } from 'kysely';
import type { Schemas } from '../contract.js';
import type { CenterBody, Tables } from '../tables.js';
import { toCenter } from './center-body.js';

type Center = Schemas['Center'];

const sortKey = ({ name, id }: Center): string => `${name.bg}\n${id}`;

export async function readCenters(db: Kysely<Tables>): Promise<Center[]> {
  const rows = await db.selectFrom('centers').selectAll().execute();
  const centers = rows.map((row) => toCenter(row.id, row.body, row.updated_at));
  // Sorted here, since databases differ in collation and an ETag must not. Cyrillic code points are in alphabetical order.
  return centers.sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

export async function readCenter(db: Kysely<Tables>, id: string): Promise<Center | null> {
  const row = await db.selectFrom('centers').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toCenter(row.id, row.body, row.updated_at);
}

export async function upsertCenters(
  db: Kysely<Tables>,
  centers: ReadonlyArray<{ id: string; body: CenterBody }>,
  at: Date,
): Promise<void> {
  if (centers.length === 0) return;
  await db
    .insertInto('centers')
    .values(centers.map(({ id, body }) => ({ id, body: JSON.stringify(body), sample: body.sample, updated_at: at })))
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        body: row.ref('excluded.body'),
        sample: row.ref('excluded.sample'),
        updated_at: row.ref('excluded.updated_at'),
      })),
    )
    .execute();
}

/** Whether a center says just what the body says, whenever it was written. */
export function hasContent(center: Center, body: CenterBody): boolean {
  return JSON.stringify(toCenter(center.id, body, new Date(center.updatedAt))) === JSON.stringify(center);
}
