/** Secrets that all processes on one database share: made once, by whoever comes first. */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';

export async function sharedSecret(db: Kysely<Tables>, name: string): Promise<string> {
  const value = randomBytes(32).toString('base64url');
  await db.insertInto('secrets').values({ name, value }).onConflict((conflict) => conflict.doNothing()).execute();
  return (await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirstOrThrow()).value;
}
