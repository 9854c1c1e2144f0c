/** Operators' keys. A key is shown once, when made; the database holds its hash alone. */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { ProblemError } from './problems.js';
import type { Tables } from './tables.js';

/** Makes a key under a name; the name is what the audit log shows. */
export async function createApiKey(db: Kysely<Tables>, name: string, at: Date): Promise<string> {
  const key = `cez_${randomBytes(32).toString('base64url')}`;
  await db.insertInto('api_keys').values({ hash: hashOf(key), name, created_at: at }).execute();
  return key;
}

/** Name of the operator whose key a request carries; a 401 problem if it carries none. */
export async function operatorOf(db: Kysely<Tables>, request: FastifyRequest): Promise<string> {
  const key = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (key === undefined) throw new ProblemError('unauthorized');
  const row = await db.selectFrom('api_keys').select('name').where('hash', '=', hashOf(key)).executeTakeFirst();
  if (row === undefined) throw new ProblemError('unauthorized');
  return row.name;
}

// A plain hash is enough: a key holds 256 random bits, so there is nothing to guess.
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
