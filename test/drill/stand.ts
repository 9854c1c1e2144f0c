/**
 * Where the drills are held: the API as a process of its own, on each database in turn, with as many
 * customers as a drill needs. What a drill finds is printed; what must not be is counted.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database, type DatabasePlace } from '../../demo/api/database.js';
import { ApiProcess } from '../demo/api/support/api-process.js';
import { startPostgres, type Postgres } from '../demo/api/support/postgres.js';

export interface Stand {
  name: string;
  /** Opens the database itself; not while the API has the embedded one. */
  open(): Promise<Database>;
  start(environment?: Record<string, string>): Promise<ApiProcess>;
}

let broken = 0;

/** Prints a figure; one that must be as promised and is not makes the drill fail. */
export function report(what: string, figure: string | number, isAsPromised = true): void {
  if (!isAsPromised) broken += 1;
  console.log(`  ${isAsPromised ? ' ' : '✗'} ${what}: ${figure}`);
}

/** Holds the drill on the embedded database and on PostgreSQL, each empty. */
export function onBothDatabases(drill: (stand: Stand) => Promise<void>): Promise<void> {
  return hold(async (dataDir, postgres) => {
    await drill(standOn('the embedded database', { dataDir }, dataDir, {}));
    await drill(await onServer('PostgreSQL', dataDir, postgres));
  });
}

/** Holds the drill on PostgreSQL, empty for each stand that the drill opens under a name. */
export function onPostgres(drill: (openStand: (name: string) => Promise<Stand>) => Promise<void>): Promise<void> {
  return hold((dataDir, postgres) => drill((name) => onServer(name, dataDir, postgres)));
}

async function hold(drill: (dataDir: string, postgres: Postgres) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cez-drill-'));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres();
  try {
    await drill(join(folder, 'data'), postgres);
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(broken === 0 ? 'As promised.' : `${broken} promises broken.`);
  process.exitCode = broken === 0 ? 0 : 1;
}

async function onServer(name: string, dataDir: string, postgres: Postgres): Promise<Stand> {
  const databaseUrl = await postgres.createDatabase();
  return standOn(name, { databaseUrl }, dataDir, { DATABASE_URL: databaseUrl });
}

function standOn(name: string, place: DatabasePlace, dataDir: string, environment: Record<string, string>): Stand {
  console.log(`On ${name}`);
  return {
    name,
    open: () => openDatabase(place),
    start: (more = {}) => ApiProcess.start(dataDir, { ...environment, ...more }),
  };
}

/** A row of numbers from 0. */
export function numbers(count: number): number[] {
  return [...new Array(count).keys()];
}

/** Works off `items`, `ways` at a time. */
export async function inParallel<T>(items: readonly T[], ways: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  await Promise.all(
    numbers(ways).map(async () => {
      for (const item of rest) await work(item);
    }),
  );
}

/** Random numbers from 0 to 1, the same in each run (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
