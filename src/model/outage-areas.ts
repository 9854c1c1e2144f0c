/**
 * Reads the areas of outages (GeoJSON, RFC 7946). Only areas: a point would be somebody's home, and so would an
 * area no wider than a house. What cannot be read is left out; the list says everything anyway.
 */

export interface OutageArea {
  /** The outage's. */
  id: string;
  /** Rings as longitude and latitude in turn; holes are rings like others. */
  rings: readonly Float64Array[];
}

/** About fifty metres, in degrees. */
const HOUSE = 0.0005;

const list = (raw: unknown): unknown[] => (Array.isArray(raw) ? raw : []);

function readRing(raw: unknown): Float64Array | null {
  const numbers = list(raw).flatMap((point) => list(point).slice(0, 2));
  const isRing = numbers.length >= 8 && numbers.length === 2 * list(raw).length && numbers.every((number) => typeof number === 'number' && Math.abs(number) <= 180);
  return isRing ? Float64Array.from(numbers as number[]) : null;
}

function isWide(ring: Float64Array): boolean {
  const [lngs, lats] = [0, 1].map((start) => ring.filter((_, index) => index % 2 === start)) as [Float64Array, Float64Array];
  const width = (values: Float64Array): number => Math.max(...values) - Math.min(...values);
  return width(lngs) > HOUSE || width(lats) > HOUSE;
}

/** Null if the answer is no collection of areas. */
export function readAreas(answer: unknown): OutageArea[] | null {
  const { features } = (answer ?? {}) as { features?: unknown };
  if (!Array.isArray(features)) return null;
  return features.flatMap((feature) => {
    const { id, geometry } = (feature ?? {}) as { id?: unknown; geometry?: { type?: unknown; coordinates?: unknown } | null };
    const { type, coordinates } = geometry ?? {};
    const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? list(coordinates) : [];
    const rings = polygons.flatMap((polygon) => list(polygon).flatMap((ring) => readRing(ring) ?? []));
    return typeof id === 'string' && rings.some(isWide) ? [{ id, rings }] : [];
  });
}
