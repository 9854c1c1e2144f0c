/**
 * Reads the operator's feed again and again. The processes on one database take turns, so that its site
 * is asked as often as is set however many run. A reading that fails leaves what is known as it is, and
 * the next one waits longer. The address may hold a password and is never logged.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import { download } from './download.js';
import { markFailed, markRead, takeTurn } from './feed-store.js';
import { importOutages } from './outage-import.js';

/** Longer than a reading may take. */
const TURN_MS = 120_000;
/** How many rounds may fail before the age of what is known is told. */
const GOOD_ROUNDS = 3;
/** Rounds that the longest wait has. */
const LONGEST_ROUNDS = 8;
const LONGEST_SLEEP_MS = 60_000;

export class FeedWorker {
  readonly #db: Kysely<Tables>;
  readonly #address: string;
  readonly #roundMs: number;
  readonly #now: () => Date;
  readonly #written: () => void;
  readonly #log: FastifyBaseLogger;
  readonly #stopping = new AbortController();
  #running: Promise<void> | null = null;

  /** `written` is called after each write. */
  constructor(
    db: Kysely<Tables>,
    feed: { address: string; seconds: number },
    { now, written, log }: { now: () => Date; written: () => void; log: FastifyBaseLogger },
  ) {
    this.#db = db;
    this.#address = feed.address;
    this.#roundMs = feed.seconds * 1000;
    this.#now = now;
    this.#written = written;
    this.#log = log;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Reads the feed if its turn has come; gives when the next one may come. */
  async poll(): Promise<Date> {
    const at = this.#now();
    const turn = await takeTurn(this.#db, at, new Date(at.getTime() + TURN_MS));
    if (turn !== 'taken') return turn.dueAt;
    try {
      const bytes = await download(this.#address, this.#stopping.signal);
      const { counts, faults, refused } = await importOutages(this.#db, { source: 'the feed', bytes }, at);
      if (counts === null) throw new Error(refused ?? '');
      const dueAt = await markRead(this.#db, { readAt: at, roundMs: this.#roundMs, rounds: GOOD_ROUNDS }, this.#now());
      this.#log[faults.length > 0 ? 'warn' : 'info']({ counts, badRows: faults.length }, 'outages read');
      return dueAt;
    } catch (error) {
      const { failures, dueAt } = await markFailed(this.#db, at, (count) =>
        // Stopped half-way: the next process begins anew.
        this.#stopping.signal.aborted ? 0 : this.#roundMs * Math.min(2 ** (count - 1), LONGEST_ROUNDS),
      );
      this.#log.warn({ err: error, failures }, 'outages not read');
      return dueAt;
    } finally {
      this.#written();
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      let wait = LONGEST_SLEEP_MS;
      try {
        wait = (await this.poll()).getTime() - this.#now().getTime();
      } catch (error) {
        this.#log.error({ err: error }, 'the turn of the feed cannot be taken');
      }
      await delay(Math.min(Math.max(wait, 1000), LONGEST_SLEEP_MS), undefined, { signal }).catch(() => {});
    }
  }
}
