/**
 * Which place a feed means by a name in capitals: the register's, if it has it; of several of one name
 * the nearest. A village that the register lacks lies where its nearest neighbour does.
 */
import { distanceKm } from '../../../src/model/distance.js';
import { quote, type Schemas } from '../contract.js';
import { CellFault } from '../import/cells.js';
import { properName } from './place-names.js';

type Place = Schemas['Place'];

export interface FoundPlace {
  name: string;
  municipality: string;
  oblast: string;
  /** The register's place; null if it has none of that name there. */
  place: Place | null;
}

/** Farther from a place than this, an event of its name is in another one. */
const SAME_KM = 20;

export class PlaceFinder {
  readonly #byName = new Map<string, Place[]>();
  readonly #places: readonly Place[];

  constructor(places: readonly Place[]) {
    // The operator's feed tells of its own network alone.
    this.#places = places.filter(({ operator }) => operator === 'cez-rp');
    for (const place of this.#places) {
      const key = keyOf(place.name);
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), place]);
    }
  }

  /** Throws `CellFault` where nothing tells what is meant. */
  find(written: string, at: { middle: Place['position']; oblast: string | null }): FoundPlace {
    const name = properName(written);
    const candidates = (this.#byName.get(keyOf(name)) ?? []).filter(({ oblast }) => at.oblast === null || oblast === at.oblast);
    const { middle } = at;
    const likely = middle === null ? candidates : candidates.filter((place) => kmTo(place, middle) <= SAME_KM);
    if (middle === null && likely.length > 1) throw new CellFault(`there are ${likely.length} places ${quote(name)}, and no position to tell which`);
    const [place] = middle === null ? likely : nearest(likely, middle);
    if (place !== undefined) return { name: place.name, municipality: place.municipality, oblast: place.oblast, place };

    const near = this.#places.filter(({ oblast, position }) => position !== null && (at.oblast === null || oblast === at.oblast));
    const [neighbour] = middle === null ? [] : nearest(near, middle);
    if (neighbour === undefined) throw new CellFault(`city_name: the register has no place ${quote(name)}, and nothing tells where it is`);
    return { name, municipality: neighbour.municipality, oblast: neighbour.oblast, place: null };
  }
}

const keyOf = (name: string): string => name.toLowerCase();

/** A place without a position may be anywhere. */
function kmTo({ position }: Place, middle: NonNullable<Place['position']>): number {
  return position === null ? 0 : distanceKm(position, middle);
}

function nearest(places: readonly Place[], middle: NonNullable<Place['position']>): Place[] {
  return [...places].sort((one, other) => kmTo(one, middle) - kmTo(other, middle));
}
