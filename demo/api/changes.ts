/**
 * How the server knows that what it holds in memory is still right: a counter per resource, raised
 * in the transaction that changes it. With an own database nobody else can raise it; with a shared
 * one it is read again, at most ten times a second however many ask. What the clock alone changes
 * counts as well: who knows a resource says when it next does.
 */
import type { Kysely } from 'kysely';
import type { Resource, Tables } from './tables.js';

export interface Change {
  /** Differs from that of every other change; good for nothing but comparing, in this process. */
  version: string;
  changedAt: Date;
}

/** Of a resource that changes by itself as time passes. */
export interface ClockSteps {
  /** When it last did; null if never. */
  last: Date | null;
  /** When it will; until then all that is told of it stays the same. */
  next: Date | null;
}

export type Clockwork = (written: Change, now: Date) => Promise<ClockSteps>;

/** What is answered: a resource, or something made of some. */
export type Answered = Resource | keyof typeof MADE_OF;

/** What is made of several resources changes with each of them. */
const MADE_OF = { occupancy: ['occupancy', 'centers'], 'quiet-hours': ['occupancy', 'centers'] } as const;

const SHARED_MEMORY_MS = 100;
/** How soon the clockwork is asked again after it failed. */
const RETRY_MS = 1_000;

/** Records that a resource changed; call it inside the transaction that changes it. */
export async function recordChange(db: Kysely<Tables>, resource: Resource, at: Date): Promise<void> {
  await db
    .updateTable('changes')
    .set((change) => ({ version: change('version', '+', 1), changed_at: at }))
    .where('resource', '=', resource)
    .execute();
}

/** Waits until no other transaction writes this resource; then the caller's has it alone. */
export async function lockForWriting(db: Kysely<Tables>, resource: Resource): Promise<void> {
  await db.selectFrom('changes').select('resource').where('resource', '=', resource).forUpdate().execute();
}

export class Changes {
  readonly #db: Kysely<Tables>;
  readonly #memoryMs: number;
  readonly #now: () => Date;
  readonly #clocked = new Map<Answered, ClockedChange>();
  #known: Map<Answered, Change> | null = null;
  #goodUntil = -Infinity;
  #reading: Promise<void> | null = null;
  #generation = 0;

  constructor(db: Kysely<Tables>, shared: boolean, now: () => Date) {
    this.#db = db;
    this.#memoryMs = shared ? SHARED_MEMORY_MS : Infinity;
    this.#now = now;
  }

  /** Has a resource change with the clock, too. */
  followClock(resource: Resource, clockwork: Clockwork): void {
    this.#clocked.set(resource, new ClockedChange(clockwork, this.#now));
  }

  /** To call after a write of this process, so that the writer reads what it wrote. */
  forget(): void {
    this.#generation += 1;
    this.#goodUntil = -Infinity;
    this.#reading = null;
  }

  /** The latest change; the last known one while the database does not answer. */
  async of(resource: Answered): Promise<Change> {
    const written = await this.#written(resource);
    return this.#clocked.get(resource)?.after(written) ?? written;
  }

  async #written(resource: Answered): Promise<Change> {
    if (performance.now() > this.#goodUntil) {
      try {
        await (this.#reading ??= this.#read());
      } catch (error) {
        if (this.#known === null) throw error;
      }
    }
    const change = this.#known?.get(resource);
    if (change === undefined) throw new Error(`No change is kept for ${resource}.`);
    return change;
  }

  async #read(): Promise<void> {
    const generation = this.#generation;
    const asked = performance.now();
    try {
      const rows = await this.#db.selectFrom('changes').selectAll().execute();
      this.#known = withMade(new Map(rows.map((row) => [row.resource, { version: String(row.version), changedAt: row.changed_at }])));
      // A write that ended meanwhile may not be in these rows: they are good for who asked, not to keep.
      if (generation === this.#generation) this.#goodUntil = asked + this.#memoryMs;
    } finally {
      if (generation === this.#generation) this.#reading = null;
    }
  }
}

function withMade(written: ReadonlyMap<Resource, Change>): Map<Answered, Change> {
  const changes = new Map<Answered, Change>(written);
  for (const [made, resources] of Object.entries(MADE_OF)) {
    const parts = resources.flatMap((resource) => written.get(resource) ?? []);
    changes.set(made as keyof typeof MADE_OF, {
      version: parts.map(({ version }) => version).join('+'),
      changedAt: new Date(Math.max(...parts.map(({ changedAt }) => changedAt.getTime()))),
    });
  }
  return changes;
}

/** What the clock made of the last written change; worked out once a step, by whoever asks first. */
class ClockedChange {
  readonly #clockwork: Clockwork;
  readonly #now: () => Date;
  #held: { written: string; change: Change; from: number; until: number } | null = null;
  #working: { written: string; change: Promise<Change> } | null = null;
  #count = 0;

  constructor(clockwork: Clockwork, now: () => Date) {
    this.#clockwork = clockwork;
    this.#now = now;
  }

  after(written: Change): Change | Promise<Change> {
    const held = this.#held;
    const now = this.#now().getTime();
    if (held?.written === written.version && now >= held.from && now < held.until) return held.change;
    if (this.#working?.written !== written.version) {
      const working = { written: written.version, change: this.#step(written, new Date(now)) };
      this.#working = working;
      void working.change.catch(() => {}).finally(() => {
        if (this.#working === working) this.#working = null;
      });
    }
    return this.#working.change;
  }

  async #step(written: Change, now: Date): Promise<Change> {
    try {
      const { last, next } = await this.#clockwork(written, now);
      const changedAt = last !== null && last > written.changedAt ? last : written.changedAt;
      const change = { version: `${written.version}.${(this.#count += 1)}`, changedAt };
      this.#held = { written: written.version, change, from: now.getTime(), until: next?.getTime() ?? Infinity };
      return change;
    } catch (error) {
      if (this.#held === null) throw error;
      this.#held.until = now.getTime() + RETRY_MS;
      return this.#held.change;
    }
  }
}
