/**
 * The outages that are told, held in memory: read once per change, so that neither the clock nor many
 * different questions ask the database. While the operator's feed cannot be read it tells since when;
 * while it was never read it tells nothing, since "no outages" would be a guess.
 */
import type { Kysely } from 'kysely';
import type { Change, ClockSteps } from '../changes.js';
import { ProblemError } from '../problems.js';
import type { Tables } from '../tables.js';
import { readFeedStanding, type FeedStanding } from './feed-store.js';
import { isListed, RESTORED_MS, stepsOf, type StoredOutage } from './outage-clock.js';
import { readLastRestored, readOutages } from './outage-store.js';

interface Page {
  version: string;
  /** By start, then id: databases differ in order, and an ETag must not. */
  outages: StoredOutage[];
  /** When the last one left that is no longer here. */
  left: Date | null;
  feed: FeedStanding | null;
}

export class OutageBook {
  readonly #db: Kysely<Tables>;
  readonly #now: () => Date;
  #page: Page | null = null;

  constructor(db: Kysely<Tables>, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  /** When what is listed last changed by itself, and when it next will. */
  readonly clockwork = async (written: Change, now: Date): Promise<ClockSteps> => {
    if (this.#page?.version !== written.version) this.#page = await this.#read(written.version, now);
    const page = this.#page;
    if (page.feed !== null && !isGood(page.feed, now)) page.feed = await readFeedStanding(this.#db).catch(() => page.feed);

    let last = page.left?.getTime() ?? -Infinity;
    let next = page.feed !== null && isGood(page.feed, now) ? page.feed.goodUntil.getTime() : Infinity;
    for (const step of page.outages.flatMap(stepsOf)) {
      if (step <= now.getTime()) last = Math.max(last, step);
      else next = Math.min(next, step);
    }
    return { last: instant(last), next: instant(next) };
  };

  /** What is listed now. Throws `unavailable` while nobody knows. */
  listed(): StoredOutage[] {
    const { outages, feed } = this.#open();
    if (feed?.readAt === null) throw new ProblemError('unavailable');
    return outages.filter((outage) => isListed(outage, this.#now()));
  }

  has(fits: (outage: StoredOutage) => boolean): boolean {
    return this.#open().outages.some(fits);
  }

  find(id: string): StoredOutage | undefined {
    return this.#open().outages.find((outage) => outage.id === id);
  }

  /** Since when the feed cannot be read; null while it can, or there is none. */
  asOf(): Date | null {
    const { feed } = this.#open();
    return feed === null || isGood(feed, this.#now()) ? null : feed.readAt;
  }

  #open(): Page {
    if (this.#page === null) throw new Error('The change of outages is asked for first.');
    return this.#page;
  }

  async #read(version: string, now: Date): Promise<Page> {
    const gone = new Date(now.getTime() - RESTORED_MS);
    const outages = await readOutages(this.#db, gone);
    outages.sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
    const last = await readLastRestored(this.#db, gone);
    return { version, outages, left: last && new Date(last.getTime() + RESTORED_MS), feed: await readFeedStanding(this.#db) };
  }
}

const sortKey = ({ id, body }: StoredOutage): string => `${body.start}\n${id}`;

function isGood(feed: FeedStanding, now: Date): feed is FeedStanding & { goodUntil: Date } {
  return feed.goodUntil !== null && now < feed.goodUntil;
}

function instant(milliseconds: number): Date | null {
  return Number.isFinite(milliseconds) ? new Date(milliseconds) : null;
}
