/**
 * The operator's feed, read: JSON of texts, an object or array of events, or of such by municipality;
 * local times without a zone; nothing as `[]` or `{}`. An event stands under each municipality it
 * touches and is one by its `ceo`. Homes are counted and measured here, and go no further.
 */
import { distanceKm } from '../../../src/model/distance.js';
import { addDays, instantAt, wallClock } from '../../../src/model/zoned-time.js';
import { isInBulgaria } from '../centers/center-body.js';
import { quote, type Schemas } from '../contract.js';
import { CellFault, parseDate, parseNumber } from '../import/cells.js';
import { decodeText } from '../import/file-text.js';

type Position = Schemas['Position'];

export interface FeedEvent {
  id: string;
  /** Where in the feed: the keys that lead there. */
  row: string;
  kind: Schemas['OutageKind'];
  start: Date;
  end: Date | null;
  /** As the feed writes them, in capitals. */
  names: string[];
  oblast: string | null;
  middle: Position | null;
  /** How many homes it names, and how far the farthest is from the middle, in metres. */
  homes: number;
  reach: number;
}

export interface FeedFault {
  row: string;
  /** The event's, so that a bad row is not taken for an event that is over; null if it names none. */
  id: string | null;
  reason: string;
}

/** Nothing of it can be used. */
export class UnreadableFeedError extends Error {}

const OBLASTS: Record<string, string> = {
  SOF: 'София-град',
  SFO: 'Софийска',
  PER: 'Перник',
  LOV: 'Ловеч',
  VID: 'Видин',
  KNL: 'Кюстендил',
  BLG: 'Благоевград',
  PVN: 'Плевен',
  VRC: 'Враца',
  MON: 'Монтана',
};

const KINDS: ReadonlyArray<[word: RegExp, kind: Schemas['OutageKind']]> = [
  [/превключ/i, 'switching'],
  [/^(непланир|авари)/i, 'unplanned'],
  [/^планир/i, 'planned'],
];

const HOUR_MS = 3_600_000;
/** An event, under a key, under a municipality. */
const DEEPEST = 2;

export function readFeed(bytes: Uint8Array): { rows: number; events: FeedEvent[]; faults: FeedFault[] } {
  const rows = rowsIn(parse(bytes), []);
  const events = new Map<string, FeedEvent>();
  const faults: FeedFault[] = [];
  for (const { keys, value } of rows) {
    const id = idOf(value);
    try {
      const event = readEvent(value, keys);
      const same = events.get(event.id);
      events.set(event.id, same === undefined ? event : joined(same, event));
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      faults.push({ row: keys.join('/'), id, reason: error.message });
    }
  }
  return { rows: rows.length, events: [...events.values()], faults };
}

function parse(bytes: Uint8Array): unknown {
  const text = decodeText(bytes).replace(/^\ufeff/, '').trim();
  if (/^"?tomuch"?$/i.test(text)) throw new UnreadableFeedError('the operator\'s site has had too many requests ("tomuch"); try again later');
  if (text === '') throw new UnreadableFeedError('it is empty; no outages would be [] or {}');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableFeedError(`it is not JSON; it begins ${quote(text)}`);
  }
  if (typeof value !== 'object' || value === null) throw new UnreadableFeedError(`it holds no events but ${quote(value)}`);
  return value;
}

interface FeedRow {
  keys: string[];
  value: unknown;
}

function rowsIn(value: unknown, keys: string[]): FeedRow[] {
  const isNest = typeof value === 'object' && value !== null && !isEvent(value);
  if (!isNest || keys.length > DEEPEST) return [{ keys, value }];
  return Object.entries(value).flatMap(([key, item]) => rowsIn(item, [...keys, key]));
}

function isEvent(value: object): boolean {
  return ['ceo', 'typedist', 'begin_event', 'city_name'].some((field) => field in value);
}

function idOf(value: unknown): string | null {
  return (typeof value === 'object' && value !== null && textIn(value as Record<string, unknown>, 'ceo')) || null;
}

function readEvent(value: unknown, keys: readonly string[]): FeedEvent {
  if (typeof value !== 'object' || value === null) throw new CellFault(`${quote(value)} is not an event`);
  const fields = value as Record<string, unknown>;
  const id = textIn(fields, 'ceo');
  if (id === '') throw new CellFault('ceo is missing');
  const start = instantIn(fields, 'begin_event');
  if (start === null) throw new CellFault('begin_event is missing');
  const names = [textIn(fields, 'city_name'), ...textIn(fields, 'cities').split(/[,;]/)].map((name) => name.trim());
  const homes = homesIn(fields['points']);
  const middle = positionOf(fields) ?? middleOf(homes);
  return {
    id,
    row: keys.join('/'),
    kind: kindIn(fields),
    start,
    end: endIn(fields, start),
    names: [...new Set(names.filter((name) => name !== ''))],
    oblast: keys.map((key) => OBLASTS[key.slice(0, 3)]).find((oblast) => oblast !== undefined) ?? null,
    middle,
    homes: homes.length,
    reach: reachOf(middle, homes),
  };
}

/** The same event told twice: everything that either says. */
function joined(one: FeedEvent, other: FeedEvent): FeedEvent {
  const ends = [one.end, other.end].filter((end) => end !== null);
  return {
    ...one,
    start: one.start < other.start ? one.start : other.start,
    end: ends.length === 0 ? null : new Date(Math.max(...ends.map(Number))),
    names: [...new Set([...one.names, ...other.names])],
    homes: Math.max(one.homes, other.homes),
    reach: Math.max(one.reach, other.reach),
  };
}

function textIn(fields: Record<string, unknown>, name: string): string {
  const value = fields[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function kindIn(fields: Record<string, unknown>): Schemas['OutageKind'] {
  const word = textIn(fields, 'typedist');
  const kind = KINDS.find(([pattern]) => pattern.test(word))?.[1];
  if (kind === undefined) throw new CellFault(`typedist: ${quote(word)} is neither planned, unplanned nor switching`);
  return kind;
}

/** `29.12.2025 10:51` by the clocks of Bulgaria; null if nothing is there. */
function instantIn(fields: Record<string, unknown>, name: string): Date | null {
  const text = textIn(fields, name);
  if (text === '') return null;
  const [, day = '', hour, minute] = /^(\d{1,2}\.\d{1,2}\.\d{4})\s+(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  try {
    const date = parseDate(day);
    if (date !== null && minutes <= 24 * 60 && Number(minute) < 60) return instantAt(minutes === 1440 ? addDays(date, 1) : date, minutes % 1440);
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
  }
  throw new CellFault(`${name}: ${quote(text)} is not a time like 29.12.2025 10:51`);
}

function endIn(fields: Record<string, unknown>, start: Date): Date | null {
  const end = instantIn(fields, 'end_event');
  if (end === null || end > start) return end;
  // In the night that has an hour twice, the wall clock may show an end before its start.
  const second = new Date(end.getTime() + HOUR_MS);
  if (second > start && wallClock(second).minutes === wallClock(end).minutes) return second;
  throw new CellFault(`end_event: ${quote(textIn(fields, 'end_event'))} is not after begin_event`);
}

function homesIn(points: unknown): Position[] {
  if (typeof points !== 'object' || points === null) return [];
  return Object.values(points).flatMap((point: unknown) => {
    const position = typeof point === 'object' && point !== null ? positionOf(point as Record<string, unknown>) : null;
    return position === null ? [] : [position];
  });
}

/** Degrees that are missing or wrong make an event no worse: it has a place, too. */
function positionOf(fields: Record<string, unknown>): Position | null {
  try {
    const lat = parseNumber(textIn(fields, 'lat'));
    const lng = parseNumber(textIn(fields, 'lon'));
    return lat !== null && lng !== null && isInBulgaria({ lat, lng }) ? { lat, lng } : null;
  } catch (error) {
    if (!(error instanceof CellFault)) throw error;
    return null;
  }
}

function middleOf(homes: readonly Position[]): Position | null {
  if (homes.length === 0) return null;
  const mean = (degrees: number[]) => degrees.reduce((sum, each) => sum + each, 0) / degrees.length;
  return { lat: mean(homes.map(({ lat }) => lat)), lng: mean(homes.map(({ lng }) => lng)) };
}

function reachOf(middle: Position | null, homes: readonly Position[]): number {
  return middle === null ? 0 : Math.max(0, ...homes.map((home) => distanceKm(middle, home) * 1000));
}
