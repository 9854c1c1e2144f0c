/**
 * What stays on the device: the places that the customer saves, and the last good answer for each of the last
 * few places asked about, for when there is no network. Names of places and public data only; no client
 * number, nor the place that one led to. Where storage is refused nothing is kept, and nothing else is lost.
 */
import { jsonText } from '../../api/json-text.js';
import { readOutages, type Outage, type OutageList } from '../../model/outage.js';

const PLACES = 'cez-outages-places';
const ANSWERS = 'cez-outages-answers';
const MOST_PLACES = 6;
const MOST_ANSWERS = 6;
/** Older than this an answer helps nobody. */
const LIFE_MS = 48 * 3_600_000;

export interface KeptAnswer {
  label: string;
  list: OutageList;
}

interface Stored {
  api: string;
  label: string;
  asOf: string;
  outages: unknown[];
}

function read(key: string): unknown[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** False where the device does not keep it. */
function write(key: string, value: readonly unknown[]): boolean {
  try {
    if (value.length) localStorage.setItem(key, jsonText(value));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

/** Labels of the saved places, the last saved at the end. */
export const savedPlaces = (): string[] => read(PLACES).filter((label): label is string => typeof label === 'string' && label !== '').slice(0, MOST_PLACES);

export const savePlace = (label: string): boolean => write(PLACES, [...savedPlaces().filter((other) => other !== label), label].slice(-MOST_PLACES));

export const forgetPlace = (label: string): boolean => write(PLACES, savedPlaces().filter((other) => other !== label));

const stored = (api: string): Stored[] => (read(ANSWERS) as Partial<Stored | null>[]).filter((answer): answer is Stored => answer?.api === api && typeof answer.label === 'string');

/** Keeps what the API said of a place. */
export function keepAnswer(api: string, label: string, outages: readonly Outage[], asOf: number): void {
  const answer: Stored = { api, label, asOf: new Date(asOf).toISOString(), outages: outages.map(({ raw }) => raw) };
  write(ANSWERS, [answer, ...stored(api).filter((other) => other.label !== label)].slice(0, MOST_ANSWERS));
}

/** The last answer for a place, or for any if none is asked for; null if there is none of use. */
export function keptAnswer(api: string, label: string | null, now: number): KeptAnswer | null {
  for (const answer of stored(api)) {
    const list = readOutages({ outages: answer.outages, updatedAt: answer.asOf });
    if (list?.asOf && now - list.asOf < LIFE_MS && (label === null || answer.label.toLowerCase() === label.trim().toLowerCase())) return { label: answer.label, list };
  }
  return null;
}
