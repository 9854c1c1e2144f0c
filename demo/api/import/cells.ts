/** Small values in table cells, as Bulgarian offices write them. Each throws `CellFault` if it is not one. */
import { quote } from '../contract.js';

export class CellFault extends Error {}

/** yes, no, or null for an empty cell. */
export function parseYesNo(cell: string): boolean | null {
  const word = cell.toLowerCase();
  if (word === '') return null;
  if (['да', 'yes', 'true', '1'].includes(word)) return true;
  if (['не', 'no', 'false', '0'].includes(word)) return false;
  throw new CellFault(`${quote(cell)} is neither yes nor no`);
}

/** A number with a decimal point or comma; null for an empty cell. */
export function parseNumber(cell: string): number | null {
  if (cell === '') return null;
  const text = cell.replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new CellFault(`${quote(cell)} is not a number`);
  return Number(text);
}

/** `2026-11-22` or `22.11.2026` as `YYYY-MM-DD`; null for an empty cell. */
export function parseDate(cell: string): string | null {
  if (cell === '') return null;
  const bulgarian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*г\.?)?$/.exec(cell);
  const date =
    bulgarian === null ? cell : [bulgarian[3], bulgarian[2]?.padStart(2, '0'), bulgarian[1]?.padStart(2, '0')].join('-');
  const instant = new Date(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(date)) {
    throw new CellFault(`${quote(cell)} is not a date like 2026-11-22 or 22.11.2026`);
  }
  return date;
}

/** Words separated by commas, semicolons or bars, each looked up; an empty cell gives an empty list. */
export function parseWords<T extends string>(cell: string, words: Record<T, readonly string[]>): T[] {
  const found: T[] = [];
  for (const item of cell.split(/[,;|\n]/).map((part) => part.trim())) {
    if (item === '') continue;
    const value = lookUp(item, words);
    if (!found.includes(value)) found.push(value);
  }
  return found;
}

/** One word, looked up among its spellings. */
export function lookUp<T extends string>(cell: string, words: Record<T, readonly string[]>): T {
  const word = cell.toLowerCase();
  for (const [value, spellings] of Object.entries(words) as Array<[T, readonly string[]]>) {
    if (value === word || spellings.includes(word)) return value;
  }
  throw new CellFault(`${quote(cell)} is not one of ${Object.keys(words).join(', ')}`);
}
