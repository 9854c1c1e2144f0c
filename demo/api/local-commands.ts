/**
 * Chooses how a command reaches the data: straight into PostgreSQL, through the running API that
 * holds the data folder, or into a folder that is free.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { commandsThrough } from './control-client.js';
import { FolderInUseError, holderOf } from './data-folder-lock.js';
import { openDatabase, type Database } from './database.js';
import { commandsOn, type OperatorCommands } from './operator-commands.js';
import type { Settings } from './settings.js';

const PATIENCE_MS = 15_000;

export async function withCommands<T>(
  { databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>,
  run: (commands: OperatorCommands) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== null) return onDatabase(await openDatabase({ databaseUrl }), run);
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const holder = holderOf(dataDir);
    if (holder?.control) return run(commandsThrough(holder.control));
    try {
      return await onDatabase(await openDatabase({ dataDir }), run);
    } catch (error) {
      // An API that is just starting, or another command: either will soon be ready or gone.
      if (!(error instanceof FolderInUseError) || Date.now() > until) throw error;
      await delay(100);
    }
  }
}

async function onDatabase<T>(database: Database, run: (commands: OperatorCommands) => Promise<T>): Promise<T> {
  try {
    return await run(commandsOn(database.db, () => new Date(), () => {}));
  } finally {
    await database.close();
  }
}
