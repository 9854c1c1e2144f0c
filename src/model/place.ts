/** Reads the API's list of places; a place that cannot be named is left out, what else is missing is unknown. */
import { readPosition } from './decode.js';
import type { Place } from './wire.js';

export function readPlaces(answer: unknown): Place[] | null {
  const list = (answer as { places?: unknown } | null)?.places;
  return Array.isArray(list) ? (list as (Partial<Place> | null)[]).flatMap((raw) => readPlace(raw ?? {})) : null;
}

function readPlace({ name, kind, municipality, oblast, position, operator }: Partial<Place>): Place[] {
  if (typeof name !== 'string' || !name) return [];
  return [{ name, kind: kind ?? 'village', municipality: text(municipality), oblast: text(oblast), position: readPosition(position), operator: operator ?? 'cez-rp' }];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
