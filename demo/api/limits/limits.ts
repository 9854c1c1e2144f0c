/**
 * How often one may be wrong. Counts failed attempts by address, by client number and all together,
 * in the database, so that several processes share them; past a limit an attempt needs a proof of
 * work. Knows nothing of customers: what an attempt checks is handed in.
 */
import { createHmac } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problems.js';
import type { Tables } from '../tables.js';
import { addressGroup } from './address-group.js';
import { Challenges, type SolvedChallenge } from './challenges.js';
import { sharedSecret } from './secrets.js';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;
const BY_ADDRESS = 10;
const BY_CLIENT_NUMBER = 5;
const BY_ALL = 500;
/**
 * Past so many the address has to wait. Only the address: if the other two limits could refuse, a
 * stranger could lock out a customer, or everybody.
 */
const TOO_MANY_BY_ADDRESS = 6 * BY_ADDRESS;

/** Classes of advisory locks; taken in this order, so that no two attempts wait for each other. */
const LOCK = { address: 1, clientNumber: 2, all: 3 };

interface Attempt {
  route: string;
  /** Keyed hashes. */
  address: string;
  clientNumber: string;
  solved: SolvedChallenge | null;
}

interface Standing {
  pastLimit: boolean;
  /** When the address may come again; null if it may now. */
  waitUntil: Date | null;
}

export class Limits {
  readonly #db: Kysely<Tables>;
  readonly #now: () => Date;
  readonly #off: boolean;
  readonly #hashKey: string;
  readonly #challenges: Challenges;
  #sweptAt = 0;

  private constructor(db: Kysely<Tables>, now: () => Date, off: boolean, hashKey: string, challengeKey: string) {
    this.#db = db;
    this.#now = now;
    this.#off = off;
    this.#hashKey = hashKey;
    this.#challenges = new Challenges(challengeKey);
  }

  static async open(db: Kysely<Tables>, now: () => Date, off = false): Promise<Limits> {
    return new Limits(db, now, off, await sharedSecret(db, 'failed-attempts'), await sharedSecret(db, 'challenges'));
  }

  /**
   * Runs `check` if the limits allow, and counts a failure if it finds nothing (null). Throws
   * `challenge-required` or `too-many-requests` without having checked. Attempts of one address, and
   * those on one client number, run one after the other, so that many at once get no further than
   * many in turn. `check` must do the same work whether or not it finds anything.
   */
  async attempt<T>(
    request: FastifyRequest,
    clientNumber: string,
    check: (db: Kysely<Tables>) => Promise<T | null>,
  ): Promise<T | null> {
    if (this.#off) return check(this.#db);
    const route = request.routeOptions.url ?? '';
    const attempt: Attempt = {
      route,
      address: this.#hash(addressGroup(request.ip)),
      clientNumber: this.#hash(clientNumber),
      solved: await this.#challenges.solvedBy(request.headers['challenge'], route, this.#now()),
    };
    // First without locks: a flood is refused without holding connections.
    await this.#admit(this.#db, attempt);
    const found = await this.#db.transaction().execute(async (transaction) => {
      await lock(transaction, LOCK.address, attempt.address);
      await lock(transaction, LOCK.clientNumber, attempt.clientNumber);
      const pastLimit = await this.#admit(transaction, attempt);
      if (pastLimit) await this.#use(transaction, attempt);
      const result = await check(transaction);
      if (result !== null) return result;
      await lock(transaction, LOCK.all, '');
      if (!pastLimit) await this.#admit(transaction, attempt);
      const { address, clientNumber: hash } = attempt;
      await transaction.insertInto('failed_attempts').values({ at: this.#now(), address, client_number: hash }).execute();
      return null;
    });
    if (found === null) await this.#sweep();
    return found;
  }

  /** Throws unless the attempt may go on; true if it goes on by its solved challenge alone. */
  async #admit(db: Kysely<Tables>, attempt: Attempt): Promise<boolean> {
    const { pastLimit, waitUntil } = await this.#standing(db, attempt);
    if (waitUntil !== null) {
      const retryAfterSeconds = Math.max(1, Math.ceil((waitUntil.getTime() - this.#now().getTime()) / 1000));
      throw new ProblemError('too-many-requests', undefined, undefined, { retryAfterSeconds });
    }
    if (pastLimit && attempt.solved === null) throw await this.#challengeRequired(attempt);
    return pastLimit;
  }

  /** No count goes further than its limit, so a flood of failures makes no attempt slower. */
  async #standing(db: Kysely<Tables>, { address, clientNumber }: Attempt): Promise<Standing> {
    const now = this.#now().getTime();
    const quarter = new Date(now - QUARTER_MS);
    const day = new Date(now - DAY_MS);
    const { rows } = await sql<{ by_address: boolean; by_client_number: boolean; by_all: boolean; waits_for: Date | null }>`select
      exists (select from failed_attempts where address = ${address} and at > ${quarter} offset ${BY_ADDRESS - 1}) as by_address,
      exists (select from failed_attempts where client_number = ${clientNumber} and at > ${day} offset ${BY_CLIENT_NUMBER - 1}) as by_client_number,
      exists (select from failed_attempts where at > ${quarter} offset ${BY_ALL - 1}) as by_all,
      (select at from failed_attempts where address = ${address} and at > ${quarter}
        order by at desc offset ${TOO_MANY_BY_ADDRESS - 1} limit 1) as waits_for`.execute(db);
    const [row] = rows;
    if (row === undefined) throw new Error('A select without a table gives one row.');
    return {
      pastLimit: row.by_address || row.by_client_number || row.by_all,
      waitUntil: row.waits_for && new Date(row.waits_for.getTime() + QUARTER_MS),
    };
  }

  /** Uses up the solved challenge, whatever the attempt comes to. */
  async #use(db: Kysely<Tables>, attempt: Attempt): Promise<void> {
    if (attempt.solved === null) return;
    const { challenge, expiresAt } = attempt.solved;
    const used = await db
      .insertInto('used_challenges')
      .values({ challenge, expires_at: expiresAt })
      .onConflict((conflict) => conflict.doNothing())
      .returning('challenge')
      .executeTakeFirst();
    if (used === undefined) throw await this.#challengeRequired(attempt);
  }

  async #challengeRequired({ route }: Attempt): Promise<ProblemError> {
    return new ProblemError('challenge-required', undefined, undefined, {
      challenge: await this.#challenges.create(route, this.#now()),
    });
  }

  /** Forgets what no longer counts; at most once a quarter of an hour. */
  async #sweep(): Promise<void> {
    const now = this.#now().getTime();
    if (now - this.#sweptAt < QUARTER_MS) return;
    this.#sweptAt = now;
    await this.#db.deleteFrom('failed_attempts').where('at', '<', new Date(now - DAY_MS)).execute();
    await this.#db.deleteFrom('used_challenges').where('expires_at', '<', new Date(now)).execute();
  }

  #hash(value: string): string {
    return createHmac('sha256', this.#hashKey).update(value).digest('base64url');
  }
}

async function lock(db: Kysely<Tables>, kind: number, value: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(kind)}, hashtext(${value}))`.execute(db);
}
