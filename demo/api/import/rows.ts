/** A file read into rows, whatever its format; and the faults found on the way. */

export interface Row {
  /** Line of the file on which the row begins, from 1. */
  line: number;
  fields: Record<string, unknown>;
  /** What of the row could not be read. */
  faults: string[];
}

export interface Fault {
  line: number;
  reason: string;
}

export interface Rows {
  rows: Row[];
  /** Whether a row says only some fields, and what is known of the others stays. */
  partial: boolean;
  /** Things to know that are no faults, such as columns that are not used. */
  notes: string[];
}

/** The file as a whole cannot be read; nothing of it is used. */
export class UnreadableFileError extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}
