/** Places in the database. A place is known by its name, kind, municipality and oblast. */
import type { Kysely } from 'kysely';
import type { Schemas } from '../contract.js';
import type { Tables } from '../tables.js';

export type StoredPlace = Schemas['Place'] & { sample: boolean };

export async function readPlaces(db: Kysely<Tables>): Promise<StoredPlace[]> {
  const rows = await db.selectFrom('places').selectAll().execute();
  const places = rows.map(
    ({ name, kind, municipality, oblast, lat, lng, operator, sample }): StoredPlace => ({
      name,
      kind,
      municipality,
      oblast,
      position: lat === null || lng === null ? null : { lat, lng },
      operator,
      sample,
    }),
  );
  // Sorted here, since databases differ in collation and an ETag must not.
  return places.sort((one, other) => (keyOfPlace(one) < keyOfPlace(other) ? -1 : 1));
}

/** The contract's `Place`, without what the table keeps beside it. */
export function toPlace({ name, kind, municipality, oblast, position, operator }: StoredPlace): Schemas['Place'] {
  return { name, kind, municipality, oblast, position, operator };
}

export async function upsertPlaces(db: Kysely<Tables>, places: readonly StoredPlace[]): Promise<void> {
  if (places.length === 0) return;
  await db
    .insertInto('places')
    .values(places.map(({ position, ...place }) => ({ ...place, lat: position?.lat ?? null, lng: position?.lng ?? null })))
    .onConflict((conflict) =>
      conflict.columns(['name', 'municipality', 'oblast', 'kind']).doUpdateSet((row) => ({
        lat: row.ref('excluded.lat'),
        lng: row.ref('excluded.lng'),
        operator: row.ref('excluded.operator'),
        sample: row.ref('excluded.sample'),
      })),
    )
    .execute();
}

export async function removePlaces(db: Kysely<Tables>, places: readonly StoredPlace[]): Promise<void> {
  for (const { name, kind, municipality, oblast } of places) {
    await db
      .deleteFrom('places')
      .where('name', '=', name)
      .where('kind', '=', kind)
      .where('municipality', '=', municipality)
      .where('oblast', '=', oblast)
      .execute();
  }
}

export function keyOfPlace({ name, oblast, municipality, kind }: Schemas['Place']): string {
  return [name, oblast, municipality, kind].join('\n');
}
