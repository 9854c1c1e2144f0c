/** What an operator's command line asks for, whoever carries it out. */
import type { Kysely } from 'kysely';
import { createApiKey } from './api-keys.js';
import { importRegister, type ImportOptions, type ImportReport } from './import/register-import.js';
import { importOutages, type OutageImport, type OutageImportReport } from './outages/outage-import.js';
import type { Tables } from './tables.js';

export interface OperatorCommands {
  importRegister(options: ImportOptions): Promise<ImportReport>;
  importOutages(feed: OutageImport): Promise<OutageImportReport>;
  /** The new key; it is told once. */
  createKey(name: string): Promise<string>;
}

/** Carries the commands out on an open database; `written` is called after each. */
export function commandsOn(db: Kysely<Tables>, now: () => Date, written: () => void): OperatorCommands {
  const writing = async <T>(write: Promise<T>): Promise<T> => write.finally(written);
  return {
    importRegister: (options) => writing(importRegister(db, options, now())),
    importOutages: (feed) => writing(importOutages(db, feed, now())),
    createKey: (name) => createApiKey(db, name, now()),
  };
}
