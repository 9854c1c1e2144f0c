/**
 * Which centers a customer sees and in what order, and if none, why: nothing typed fits, the filters leave
 * nothing, nothing is near enough, or nothing is published. Pure; the words for it are the widget's.
 */
import { distanceKm } from '../../model/distance.js';
import { openingState } from '../../model/opening-hours.js';
import type { Center, Place, Position, Service } from '../../model/wire.js';
import type { TypedSearch } from '../../ui/place-field.js';

/** Where distances are measured from: the customer's own position, or a place. */
export interface Origin {
  position: Position;
  /** Null for the customer's own position. */
  place: Place | null;
}

export interface Criteria {
  query: string;
  openNow: boolean;
  cashDesk: boolean;
  service: Service | null;
  origin: Origin | null;
  radiusKm: number | null;
}

export interface Row {
  center: Center;
  /** Distance from the origin; null without an origin, or if the center's position is not known. */
  km: number | null;
}

export interface Results {
  rows: Row[];
  /** The origin in use; may be a place that was typed and has no center of its own. */
  origin: Origin | null;
  /** Set when the typed place has no center and the rows are the nearest instead. */
  placeWithoutCenter: Place | null;
  /** Why `rows` is empty. */
  none: 'no-centers' | 'no-match' | 'filtered-out' | 'none-in-radius' | null;
  /** With 'none-in-radius': the nearest there is. */
  nearest: Row | null;
}

/** The centers for `criteria` at `now`. Until `search` has arrived all centers fit; `places` may come later still. */
export function findCenters(centers: readonly Center[], places: readonly Place[] | null, criteria: Criteria, now: Date, search: TypedSearch): Results {
  const { query, openNow, cashDesk, service, radiusKm } = criteria;
  let origin = criteria.origin;
  let matched: readonly Center[] = search && query ? search.searchCenters(centers, query) : centers;
  // A town that was typed whole is meant, also where a street elsewhere has nearly its name.
  const place = search && places && query ? search.findPlace(places, query) : null;
  const placeWithoutCenter = place && !matched.some(({ address }) => address.place === place.name) ? place : null;
  if (placeWithoutCenter) {
    matched = centers;
    origin = placeWithoutCenter.position && { position: placeWithoutCenter.position, place: placeWithoutCenter };
  }

  const passing = matched.filter(
    (center) =>
      (!cashDesk || center.cashDesk) && (!service || center.services.includes(service)) && (!openNow || openingState(center, now) === 'open'),
  );
  const rows = byDistance(passing, origin?.position ?? null);
  const near = radiusKm === null || !origin ? rows : rows.filter(({ km }) => km !== null && km <= radiusKm);

  const none = near.length ? null : rows.length ? 'none-in-radius' : matched.length ? 'filtered-out' : centers.length ? 'no-match' : 'no-centers';
  return { rows: near, origin, placeWithoutCenter, none, nearest: none === 'none-in-radius' ? (rows[0] ?? null) : null };
}

/** Nearest first; centers whose position is not known come last, in the order given. */
function byDistance(centers: readonly Center[], from: Position | null): Row[] {
  const rows = centers.map((center): Row => ({ center, km: from && center.position && distanceKm(from, center.position) }));
  return from ? rows.sort((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || 0) : rows;
}

/** The nearest other center that is open at `now`, for one that is closed; null if it cannot be told. */
export function nearestOpen(center: Center, centers: readonly Center[], now: Date): Row | null {
  if (!center.position) return null;
  const open = centers.filter((other) => other.id !== center.id && openingState(other, now) === 'open');
  const nearest = byDistance(open, center.position)[0];
  return nearest?.km === null || !nearest ? null : nearest;
}
