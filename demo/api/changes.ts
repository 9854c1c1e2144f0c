/**
 * How the server knows that what it holds in memory is still right: a counter per resource, raised
 * in the transaction that changes it. With an own database nobody else can raise it; with a shared
 * one it is read again, at most ten times a second however many ask.
 */
import type { Kysely, Selectable } from 'kysely';
import type { Resource, Tables } from './tables.js';

export interface Change {
  version: number;
  changedAt: Date;
}

/** What is answered: a resource, or something made of some. */
export type Answered = Resource | keyof typeof MADE_OF;

/** What is made of several resources changes with each of them. */
const MADE_OF = { occupancy: ['occupancy', 'centers'], 'quiet-hours': ['occupancy', 'centers'] } as const;

const SHARED_MEMORY_MS = 100;

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
  #known: Map<Answered, Change> | null = null;
  #goodUntil = -Infinity;
  #reading: Promise<void> | null = null;
  #generation = 0;

  constructor(db: Kysely<Tables>, shared: boolean) {
    this.#db = db;
    this.#memoryMs = shared ? SHARED_MEMORY_MS : Infinity;
  }

  /** To call after a write of this process, so that the writer reads what it wrote. */
  forget(): void {
    this.#generation += 1;
    this.#goodUntil = -Infinity;
    this.#reading = null;
  }

  /** The latest change; the last known one while the database does not answer. */
  async of(resource: Answered): Promise<Change> {
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
      this.#known = changesOf(rows);
      // A write that ended meanwhile may not be in these rows: they are good for who asked, not to keep.
      if (generation === this.#generation) this.#goodUntil = asked + this.#memoryMs;
    } finally {
      if (generation === this.#generation) this.#reading = null;
    }
  }
}

function changesOf(rows: ReadonlyArray<Selectable<Tables['changes']>>): Map<Answered, Change> {
  const changes = new Map<Answered, Change>(rows.map((row) => [row.resource, { version: row.version, changedAt: row.changed_at }]));
  for (const [made, resources] of Object.entries(MADE_OF)) {
    const parts = rows.filter(({ resource }) => (resources as readonly Resource[]).includes(resource));
    changes.set(made as keyof typeof MADE_OF, {
      version: parts.reduce((sum, { version }) => sum + version, 0),
      changedAt: new Date(Math.max(...parts.map(({ changed_at }) => changed_at.getTime()))),
    });
  }
  return changes;
}
