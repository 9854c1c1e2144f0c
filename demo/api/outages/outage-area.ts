/**
 * The area of an outage as a polygon of the place it is in. Homes are never drawn: a part of a place
 * is a wide round around its middle, and that middle is rounded first.
 */
import type { Schemas } from '../contract.js';
import type { OutageArea } from '../tables.js';

type Position = Schemas['Position'];

/** Half the width of a place, in metres; a guess that is good enough to find it on a map. */
const REACH_METRES: Record<Schemas['PlaceKind'], number> = { city: 3000, town: 1500, village: 800 };
/** Of a part whose size nobody told. */
const PART_METRES = 700;
const METRES_PER_DEGREE = 111_320;
const CORNERS = 12;
/** Steps of a rounded middle: some 400 by 550 metres. */
const COARSE_STEPS = 200;

export function areaOf(
  { scope, oblast, places, position }: Pick<Schemas['OutageInput'], 'scope' | 'oblast' | 'places' | 'position'>,
  known: readonly Schemas['Place'][],
): OutageArea | null {
  if (scope === 'part' && position !== null) return roundArea(position, PART_METRES);
  const rounds = known
    .filter((place) => place.oblast === oblast && places.includes(place.name))
    .flatMap((place) => (place.position === null ? [] : [ring(place.position, REACH_METRES[place.kind])]));
  const [only] = rounds;
  if (only === undefined) return position && roundArea(position, PART_METRES);
  return rounds.length === 1 ? { type: 'Polygon', coordinates: [only] } : { type: 'MultiPolygon', coordinates: rounds.map((each) => [each]) };
}

export function roundArea(middle: Position, metres: number): OutageArea {
  return { type: 'Polygon', coordinates: [ring(coarse(middle), metres)] };
}

/** A position that tells no single home. */
export function coarse({ lat, lng }: Position): Position {
  const rounded = (degrees: number) => fourDecimals(Math.round(degrees * COARSE_STEPS) / COARSE_STEPS);
  return { lat: rounded(lat), lng: rounded(lng) };
}

/** Corners around a middle, counterclockwise and closed (RFC 7946, 3.1.6). */
function ring({ lat, lng }: Position, metres: number): number[][] {
  const corners = Array.from({ length: CORNERS }, (_, index) => {
    const angle = (2 * Math.PI * index) / CORNERS;
    return [
      fourDecimals(lng + (metres * Math.cos(angle)) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180))),
      fourDecimals(lat + (metres * Math.sin(angle)) / METRES_PER_DEGREE),
    ];
  });
  return [...corners, ...corners.slice(0, 1)];
}

function fourDecimals(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
