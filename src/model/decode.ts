/**
 * Single fields of answers from outside, the API's or a page's own: what is readable is kept, the rest is unknown
 * (null, '' or []). Nothing throws, nothing is filled in by guess. What a whole answer means is its own module's matter.
 */
import type { Position, Text } from './wire.js';

export type Fields = Record<string, unknown>;

export const fields = (raw: unknown): Fields => (raw && typeof raw === 'object' ? (raw as Fields) : {});

export const list = (raw: unknown): unknown[] => (Array.isArray(raw) ? raw : []);

/** Those of `names` that are given, in their order. */
export const known = <T>(raw: unknown, names: readonly T[]): T[] => {
  const given = list(raw);
  return given.length ? names.filter((name) => given.includes(name)) : [];
};

export const count = (raw: unknown): number | null => (Number.isInteger(raw) && (raw as number) >= 0 ? (raw as number) : null);

/** Cut at 2000 characters; half of a surrogate pair would throw later, in addresses of links. */
export const line = (raw: unknown): string => (typeof raw === 'string' ? raw.slice(0, 2000).replace(/\p{Surrogate}/gu, '\uFFFD').trim() : '');

/** A text with one language missing speaks the other; null if both are. */
export const text = (raw: unknown): Text | null => {
  const { bg, en } = typeof raw === 'string' ? { bg: raw, en: null } : fields(raw);
  const english = line(en) || null;
  const bulgarian = line(bg) || english;
  return bulgarian ? { bg: bulgarian, en: english } : null;
};

const degrees = (raw: unknown, limit: number): boolean => typeof raw === 'number' && Math.abs(raw) <= limit;

/** Degrees within range, else null. */
export const readPosition = (raw: unknown): Position | null => {
  const { lat, lng } = fields(raw);
  return degrees(lat, 90) && degrees(lng, 180) ? ({ lat, lng } as Position) : null;
};

/** The readable items of a list, in its order; of two with one id the first. */
export const byId = <T extends { id: string }>(raw: unknown, read: (item: unknown) => T | null): T[] => {
  const ids = new Set<string>();
  return list(raw).flatMap((item) => {
    const value = read(item);
    if (!value || ids.has(value.id)) return [];
    ids.add(value.id);
    return value;
  });
};
