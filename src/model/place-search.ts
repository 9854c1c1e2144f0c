/**
 * Finds towns and villages by what people type, with the reading of `search.ts`: suggestions while
 * typing, and the one place a typed name surely means. It knows names and kinds of place only; who
 * serves a place and how far it lies is for others.
 */
import { findHits, placeKey, plainWords, SLIP, type Hit, type SearchKey } from './search.js';

/** What is read of a place of the contract. */
export interface SearchablePlace {
  name: string;
  kind: 'city' | 'town' | 'village';
  municipality: string;
  oblast: string;
}

/** Fits below this are in the first two lines of a key, the place's own name. */
const NAME_LINES = 64;

const KINDS = ['city', 'town', 'village'];
const keys = new WeakMap<object, SearchKey>();

function keyOf(place: SearchablePlace): SearchKey {
  let key = keys.get(place);
  if (!key) {
    key = placeKey(place.name, place.municipality, place.oblast);
    key.rank = KINDS.indexOf(place.kind);
    keys.set(place, key);
  }
  return key;
}

/** Hits whose own name was typed, not only their municipality's or oblast's. */
function findNamed<P extends SearchablePlace>(places: readonly P[], query: string): Hit<P>[] {
  return (findHits(places, query, keyOf) ?? []).filter((hit) => hit.best < NAME_LINES);
}

/**
 * At most `limit` places whose name fits what was typed, best first: whole names before beginnings,
 * words inside and slips; among equals city, town, village, then the order given. Further words may
 * be those of the municipality or oblast („Баня Карлово“). A blank query suggests nothing.
 */
export function searchPlaces<P extends SearchablePlace>(places: readonly P[], query: string, limit: number): P[] {
  return findNamed(places, query)
    .slice(0, limit)
    .map((hit) => hit.item);
}

/**
 * The places a typed name surely means: the whole name, without a slip, in any spelling. Of several of
 * one name a city or town wins over villages; equals are all given. „с.“ before the name means a
 * village, „гр.“ none; after it may stand municipality or oblast.
 */
export function findNamesakes<P extends SearchablePlace>(places: readonly P[], query: string): P[] {
  const words = plainWords(query.slice(0, 120));
  const village = /^(?:с|село|s|selo) ./.test(words);
  const town = /^(?:гр|град|gr|grad) ./.test(words);
  const sure = findNamed(places, query).filter(
    ({ item, cost, best }) =>
      cost < SLIP && (best & 28) === 0 && (item.kind === 'village' ? !town : !village),
  );
  return sure.flatMap(({ item }) => (item.kind === sure[0]?.item.kind ? [item] : []));
}

/** The one place a typed name surely means, or null; between two of one name nothing is decided. */
export function findPlace<P extends SearchablePlace>(places: readonly P[], query: string): P | null {
  const [place, ...more] = findNamesakes(places, query);
  return place && !more.length ? place : null;
}

/** The fewest words by which `findPlace` finds a place again: „Враца“, „Баня, Разлог“. */
export function placeLabel<P extends SearchablePlace>(places: readonly P[], place: P): string {
  const { name, municipality, oblast } = place;
  const labels = [name, `${name}, ${municipality}`, `${name}, ${municipality}, ${oblast}`];
  return labels.find((label) => findPlace(places, label) === place) ?? name;
}
