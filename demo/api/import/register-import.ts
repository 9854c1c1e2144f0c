/**
 * Loads an operator's own register, all in one transaction: nothing changes unless every row is
 * good, or bad rows are to be skipped. The sample rows make way for the operator's; own rows that
 * are not in the file stay, unless they are to be removed. What is the same stays untouched, so the
 * same file twice changes nothing.
 */
import type { Kysely } from 'kysely';
import { lockForWriting } from '../changes.js';
import type { Tables } from '../tables.js';
import { importCenters } from './center-import.js';
import { readCentersFile } from './centers-file.js';
import { decodeText } from './file-text.js';
import { importPlaces } from './place-import.js';
import { readPlacesFile } from './places-file.js';
import { UnreadableFileError, type Fault, type Rows } from './rows.js';

export type RegisterKind = 'centers' | 'places';

export interface ImportOptions {
  kind: RegisterKind;
  /** The file's name, for the choice between CSV and JSON and for the audit log. */
  fileName: string;
  bytes: Uint8Array;
  skipBad: boolean;
  removeMissing: boolean;
}

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
  /** Rows that were there and are gone; of them sample rows. */
  removed: number;
  removedSamples: number;
}

export interface ImportReport {
  kind: RegisterKind;
  rows: number;
  faults: Fault[];
  notes: string[];
  /** null if nothing was written because of faults. */
  counts: ImportCounts | null;
}

/** What the writers of each kind are told. */
export interface ImportTask extends ImportOptions {
  partial: boolean;
  at: Date;
  actor: string;
}

/** Undoes the transaction of an import that found faults. */
class FaultsFound extends Error {}

export async function importRegister(db: Kysely<Tables>, options: ImportOptions, at: Date): Promise<ImportReport> {
  const { kind, skipBad } = options;
  let read: Rows;
  try {
    read = readFile(options);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { kind, rows: 0, faults: [{ line: error.line, reason: error.message }], notes: [], counts: null };
  }
  const { rows, notes, partial } = read;
  if (rows.length === 0) {
    return { kind, rows: 0, faults: [{ line: 1, reason: 'the file has no rows' }], notes, counts: null };
  }

  const faults: Fault[] = [];
  let counts: ImportCounts | null = null;
  try {
    counts = await db.transaction().execute(async (transaction) => {
      await lockForWriting(transaction, kind);
      const write = kind === 'centers' ? importCenters : importPlaces;
      const result = await write(transaction, rows, { ...options, partial, at, actor: `import of ${options.fileName}` }, faults);
      if (faults.length > 0 && (!skipBad || faults.length >= rows.length)) throw new FaultsFound();
      return result;
    });
  } catch (error) {
    if (!(error instanceof FaultsFound)) throw error;
  }
  faults.sort((one, other) => one.line - other.line);
  return { kind, rows: rows.length, faults, notes, counts };
}

function readFile({ kind, fileName, bytes }: ImportOptions): Rows {
  const text = decodeText(bytes).replace(/^\ufeff/, '');
  const isJson = /\.json$/i.test(fileName) || /^\s*[{[]/.test(text);
  return kind === 'centers' ? readCentersFile(text, isJson) : readPlacesFile(text, isJson);
}
