/** JSON of the contract (`{centers: [...]}` or the bare array) as rows with their lines. */
import { UnreadableFileError, type Row } from './rows.js';

export function readJson(text: string, list: string): Row[] {
  const items = listIn(parse(text), list);
  const lines = linesOfItems(text, list);
  return items.map((item, index): Row => {
    const line = lines[index] ?? 1;
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      return { line, fields: {}, faults: ['the row is not an object'] };
    }
    return { line, fields: { ...item }, faults: [] };
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const line = position === undefined ? 1 : lineAt(text, Number(position));
    throw new UnreadableFileError(line, 'the file is not good JSON');
  }
}

function listIn(value: unknown, list: string): unknown[] {
  if (Array.isArray(value)) return value;
  const inner = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[list] : undefined;
  if (Array.isArray(inner)) return inner;
  throw new UnreadableFileError(1, `the file holds no list "${list}"`);
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

/** Lines on which the items of the list begin; the text is known to be good JSON. */
function linesOfItems(text: string, list: string): number[] {
  const lines: number[] = [];
  const open: string[] = [];
  let key = '';
  let line = 1;
  let expectsItem = false;
  // Strings, brackets, commas and line breaks are all that matters; the rest is skipped.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],\n]|[^\s{}[\],":]+/g)) {
    if (token === '\n') {
      line += 1;
      continue;
    }
    if (expectsItem && token !== ']') {
      lines.push(line);
      expectsItem = false;
    }
    if (token === '{' || token === '[') {
      open.push(token);
      expectsItem = token === '[' && isList(open, key, list);
    } else if (token === '}' || token === ']') {
      open.pop();
      expectsItem = false;
    } else if (token === ',') {
      expectsItem = isList(open, key, list);
    } else if (token.startsWith('"') && open.length === 1) {
      key = token.slice(1, -1);
    }
  }
  return lines;
}

function isList(open: readonly string[], key: string, list: string): boolean {
  if (open[0] === '[') return open.length === 1;
  return open.length === 2 && open[1] === '[' && key === list;
}
