/**
 * The border for outages from outside, and what an outage is doing at an instant. An entry that cannot be read
 * is left out and told: a list with a hole must never pass for "no outages". Times are read once, into
 * milliseconds, since twenty thousand entries are compared with the clock at every look.
 */
import { line, readPosition, text } from './decode.js';
import type { Outage as WireOutage, OutageKind, OutageStatus, Position, Text } from './wire.js';

export const OUTAGE_KINDS: readonly OutageKind[] = ['planned', 'unplanned', 'switching'];
/** Older than this, a list is told to be old. */
export const OLD_MS = 15 * 60_000;

export interface Outage {
  id: string;
  kind: OutageKind;
  /** Only a part of the places is concerned, or nobody says that all of them is. */
  part: boolean;
  oblast: string;
  municipality: string;
  /** Empty where the whole municipality is meant. */
  places: readonly string[];
  /** Instants in ms; null where no end is announced. */
  start: number;
  end: number | null;
  /** Ends announced before, oldest first. */
  earlierEnds: readonly number[];
  restored: boolean;
  /** Invented, for a demonstration: the reference API's samples say so by their ids. */
  sample: boolean;
  position: Position | null;
  sequence: number;
  updatedAt: number;
  /** As it came, for what few readers ask for, and to be kept on the device. */
  raw: Partial<WireOutage>;
}

export interface OutageList {
  /** By oblast, municipality and place. */
  outages: readonly Outage[];
  /** Until when the list is known to be right, in ms; null where a page hands it in without saying. */
  asOf: number | null;
  /** False if a part of it could not be read: what is not in it may still be. */
  whole: boolean;
}

const instant = (raw: unknown): number => (typeof raw === 'string' ? Date.parse(raw) : NaN);
const instantOrNull = (raw: unknown): number | null => {
  const read = instant(raw);
  return Number.isNaN(read) ? null : read;
};

/** Words that stay small before a name. */
const SMALL = /^(?:гр|с|общ|обл|жк|кв)$/i;

/** Operators' systems shout: 'ГОРНА МАЛИНА' is read 'Горна Малина', other names as they are. */
export function spelled(name: string): string {
  if (name.length < 2 || name !== name.toUpperCase()) return name;
  return name.toLowerCase().replace(/\p{L}+/gu, (word) => (SMALL.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)));
}
const name = (raw: unknown): string => spelled(line(raw));

/** An outage from outside; null if it does not say what, where and since when. */
function readOutage(raw: unknown): Outage | null {
  const outage = (raw ?? {}) as Partial<Record<keyof WireOutage, unknown>>;
  const id = line(outage.id);
  const kind = OUTAGE_KINDS.find((known) => known === outage.kind);
  const start = instant(outage.start);
  const places = Array.isArray(outage.places) ? outage.places.map(name) : null;
  const municipality = name(outage.municipality);
  if (!id || !kind || Number.isNaN(start) || !places?.every(Boolean) || (!places.length && !municipality)) return null;
  return {
    id,
    kind,
    part: outage.scope !== 'whole',
    oblast: name(outage.oblast),
    municipality,
    places,
    start,
    end: instantOrNull(outage.end),
    earlierEnds: earlierEnds(outage.endHistory),
    restored: outage.status === 'restored',
    sample: id.startsWith('sample-'),
    position: readPosition(outage.position),
    sequence: Number.isInteger(outage.sequence) ? (outage.sequence as number) : 0,
    updatedAt: instantOrNull(outage.updatedAt) ?? start,
    raw: raw as Partial<WireOutage>,
  };
}

function earlierEnds(raw: unknown): number[] {
  const told = Array.isArray(raw) ? (raw as ({ end?: unknown } | null)[]) : [];
  return told.flatMap((announcement) => instantOrNull(announcement?.end) ?? []);
}

const placeOrder = ({ oblast, municipality, places }: Outage): string => `${oblast}\n${municipality}\n${places[0] ?? ''}`;

/**
 * The list of an answer; null if it is none. It is right as of its last change, or as of the instant (ms) at which
 * it was given, if that is known and later; while the operator's own data cannot be read it says itself since when.
 */
export function readOutages(answer: unknown, givenAt: number | null = null): OutageList | null {
  const { outages, asOf, updatedAt } = (answer ?? {}) as { outages?: unknown; asOf?: unknown; updatedAt?: unknown };
  const changed = instantOrNull(updatedAt);
  return Array.isArray(outages) && changed !== null ? readList(outages, instantOrNull(asOf) ?? Math.max(changed, givenAt ?? 0)) : null;
}

/** The list that a page hands in: as the API gives it, or the outages alone, without a time. */
export const readHandedOutages = (raw: unknown): OutageList | null => (Array.isArray(raw) ? readList(raw, null) : readOutages(raw));

/** Of two entries with one id the first counts. */
function readList(raw: readonly unknown[], asOf: number | null): OutageList {
  const known = new Map<string, { outage: Outage; order: string }>();
  let whole = true;
  for (const entry of raw) {
    const outage = readOutage(entry);
    if (!outage) whole = false;
    else if (!known.has(outage.id)) known.set(outage.id, { outage, order: placeOrder(outage) });
  }
  const sorted = [...known.values()].sort((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : one.outage.start - other.outage.start));
  return { outages: sorted.map(({ outage }) => outage), asOf, whole };
}

/** What the outage is doing at `now` (ms); only that it is over is somebody's word, the rest is the clock's. */
export function statusAt({ restored, start, end }: Outage, now: number): OutageStatus {
  if (restored) return 'restored';
  if (now < start) return 'upcoming';
  return end !== null && end <= now ? 'overdue' : 'active';
}

const RANK: Record<OutageStatus, number> = { active: 0, overdue: 0, upcoming: 1, restored: 2 };

/** Those without power now first, then what is to come, then what is over; else in the order given. */
export function byUrgency(outages: readonly Outage[], now: number): Outage[] {
  const groups: Outage[][] = [[], [], []];
  for (const outage of outages) groups[RANK[statusAt(outage, now)]]!.push(outage);
  return groups.flat();
}

/** Whether a list as of `asOf` (ms) is old at `now`. */
export const isOld = (asOf: number | null, now: number): boolean => asOf !== null && now - asOf > OLD_MS;

/** Why, as far as anybody says. */
export const causeOf = ({ raw }: Outage): Text | null => text(raw.cause);

/** How many customers, banded: '51-200'; null where not known. */
export const customersOf = ({ raw }: Outage): string | null => (/^\d+(?:-\d+|\+)$/.test(String(raw.customersAffected)) ? String(raw.customersAffected) : null);
