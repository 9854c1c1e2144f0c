/**
 * A CSV file as rows of raw cells under known columns. Finds the delimiter and the headings, in
 * Bulgarian or English; what a cell means is for the reader of each kind.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { quote } from '../contract.js';
import { UnreadableFileError } from './rows.js';

export interface CsvRow {
  line: number;
  /** Trimmed cells of the columns that the file has. */
  cells: Map<string, string>;
}

/** Column by name, with the headings that mean it, in lower case. */
export type Columns = Record<string, readonly string[]>;

export function readCsv(text: string, columns: Columns): { rows: CsvRow[]; notes: string[] } {
  const records = parseRecords(text);
  const heading = records[0];
  if (heading === undefined) throw new UnreadableFileError(1, 'the file is empty');

  const notes: string[] = [];
  const names = heading.cells.map((cell) => columnOf(cell, columns));
  for (const [index, name] of names.entries()) {
    const title = heading.cells[index] ?? '';
    if (name === null && title !== '') notes.push(`The column ${quote(title)} is not known and not used.`);
    if (name !== null && names.indexOf(name) !== index) {
      throw new UnreadableFileError(heading.line, `the column ${quote(title)} is there twice`);
    }
  }
  if (names.every((name) => name === null)) {
    throw new UnreadableFileError(heading.line, 'no heading is known; compare it with the template');
  }

  const rows = records.slice(1).map(({ line, cells }): CsvRow => {
    const known = new Map<string, string>();
    for (const [index, name] of names.entries()) {
      if (name !== null) known.set(name, cells[index] ?? '');
    }
    return { line, cells: known };
  });
  return { rows, notes };
}

function parseRecords(text: string): Array<{ line: number; cells: string[] }> {
  try {
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    }) as unknown as Array<{ info: { lines: number }; record: string[] }>;
    return records.map(({ info, record }) => ({
      // The parser counts to the end of a record, and a quoted cell may hold line breaks.
      line: info.lines - record.join('').split('\n').length + 1,
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw new UnreadableFileError(line, `the file is not good CSV from here on (${error.code})`);
  }
}

function delimiterOf(text: string): string {
  const heading = text.split('\n', 1)[0] ?? '';
  const count = (character: string) => heading.split(character).length;
  return [';', ',', '\t'].reduce((best, character) => (count(character) > count(best) ? character : best));
}

function columnOf(heading: string, columns: Columns): string | null {
  const title = heading.toLowerCase().replace(/\s+/g, ' ').replace(/\s*\*$/, '').trim();
  for (const [name, titles] of Object.entries(columns)) {
    if (name.toLowerCase() === title || titles.includes(title)) return name;
  }
  return null;
}
