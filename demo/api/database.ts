/**
 * Opens the database, the same SQL on both kinds: PostgreSQL by its address, or the embedded PGlite
 * in memory or in a data folder that nobody else has open. Brings the tables up to date.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { DataFolderLock } from './data-folder-lock.js';
import { migrate } from './migrations/migrate.js';
import { PglitePool } from './pglite-pool.js';
import type { Tables } from './tables.js';

export type DatabasePlace = { databaseUrl: string } | { dataDir: string } | { memory: true };

export interface Database {
  db: Kysely<Tables>;
  /** Whether other processes may write too, so that a memory of its content can grow old. */
  shared: boolean;
  /** Held for a data folder; null otherwise. */
  lock: DataFolderLock | null;
  close(): Promise<void>;
}

const STATEMENT_TIMEOUT_MS = 10_000;

export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const lock = 'dataDir' in place ? DataFolderLock.take(place.dataDir) : null;
  try {
    const pool = 'databaseUrl' in place ? postgresPool(place.databaseUrl) : new PglitePool(await openPglite(place));
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    const close = async () => {
      await db.destroy();
      lock?.release();
    };
    try {
      await migrate(db);
    } catch (error) {
      await close();
      throw error;
    }
    return { db, shared: 'databaseUrl' in place, lock, close };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function postgresPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 8,
    connectionTimeoutMillis: 5_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  });
  // A server that goes away breaks idle connections; the next query opens a new one or fails.
  pool.on('error', () => {});
  return pool;
}

async function openPglite(place: { dataDir: string } | { memory: true }): Promise<PGlite> {
  if (!('dataDir' in place)) return PGlite.create();
  const folder = join(place.dataDir, 'pglite');
  if (!existsSync(folder)) await createCluster(folder);
  return PGlite.create(folder);
}

/** A first start that is killed half-way leaves a draft behind, never a broken database. */
async function createCluster(folder: string): Promise<void> {
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  const cluster = await PGlite.create(draft);
  await cluster.close();
  renameSync(draft, folder);
}
