/**
 * Submissions that count once, however often they are sent. The key stands on the submission's own
 * row (`idempotency_key text unique`, `fingerprint`, `answer`), so that a key is bound if and only if
 * something was stored. Knows keys, fingerprints and replays; what is stored is handed in.
 */
import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problems.js';
import type { Tables } from '../tables.js';

export interface Submission {
  key: string;
  /** Of the folded body without the authorization code. */
  fingerprint: string;
}

/** What the row of a bound key holds. */
export interface BoundSubmission {
  fingerprint: string;
  /** The body of the first answer, byte for byte. */
  answer: string;
}

export interface Receipt {
  answer: string;
  replayed: boolean;
}

const LONGEST_KEY = 255;
/** Class of the advisory locks on keys. */
const LOCK = 4;

/** The key of a request; throws `idempotency-key-missing`. Ask for it before anything is looked up. */
export function submissionKey(request: FastifyRequest): string {
  const key = String(request.headers['idempotency-key'] ?? '').trim();
  if (key === '') throw new ProblemError('idempotency-key-missing');
  if (key.length > LONGEST_KEY) throw new ProblemError('bad-request', `An Idempotency-Key holds at most ${LONGEST_KEY} characters.`);
  return key;
}

/** A submission of a body whose number and code are folded and found right. */
export function submissionOf(key: string, body: { authorizationCode: string }): Submission {
  const told = Object.fromEntries(Object.entries(body).filter(([field]) => field !== 'authorizationCode'));
  return { key, fingerprint: createHash('sha256').update(canonical(told)).digest('base64url') };
}

/**
 * Stores a submission, or finds that its key is bound: to this body, then it is a replay; to another
 * one, then `idempotency-key-reused`. `bound` reads the row of a key. `store` runs in the same
 * transaction, writes the row with key, fingerprint and answer, and gives the answer; a refusal is
 * thrown, stores nothing and leaves the key free. Twins wait for each other.
 */
export async function receiveOnce(
  db: Kysely<Tables>,
  submission: Submission,
  bound: (db: Kysely<Tables>, key: string) => Promise<BoundSubmission | undefined>,
  store: (db: Kysely<Tables>) => Promise<string>,
): Promise<Receipt> {
  return db.transaction().execute(async (transaction) => {
    // The unique key alone would let a twin's rules be judged before its first half is committed.
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)}, hashtext(${submission.key}))`.execute(transaction);
    const before = await bound(transaction, submission.key);
    if (before === undefined) return { answer: await store(transaction), replayed: false };
    if (before.fingerprint !== submission.fingerprint) throw new ProblemError('idempotency-key-reused');
    return { answer: before.answer, replayed: true };
  });
}

export function sendReceipt(reply: FastifyReply, { answer, replayed }: Receipt): FastifyReply {
  if (replayed) reply.header('idempotency-replayed', 'true');
  return reply.code(201).header('content-type', 'application/json; charset=utf-8').send(answer);
}

/** The same text for the same value, in whatever order its fields were written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join(',')}}`;
}
