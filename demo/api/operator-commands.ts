/** What an operator's command line asks for, whoever carries it out. */
import type { Kysely } from 'kysely';
import { createApiKey } from './api-keys.js';
import { importRegister, type ImportOptions, type ImportReport } from './import/register-import.js';
import type { Tables } from './tables.js';

export interface OperatorCommands {
  importRegister(options: ImportOptions): Promise<ImportReport>;
  /** The new key; it is told once. */
  createKey(name: string): Promise<string>;
}

/** Carries the commands out on an open database; `written` is called after each. */
export function commandsOn(db: Kysely<Tables>, now: () => Date, written: () => void): OperatorCommands {
  return {
    async importRegister(options) {
      try {
        return await importRegister(db, options, now());
      } finally {
        written();
      }
    },
    createKey: (name) => createApiKey(db, name, now()),
  };
}
