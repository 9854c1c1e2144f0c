/**
 * What can be said of the place that was asked for, from what has arrived so far: the list, the places, the
 * search, an answer kept on the device. Pure; the words for it are the widget's.
 */
import { isOld, type OutageList } from '../../model/outage.js';
import { outagesIn, placeAnswer, type PlaceAnswer } from '../../model/outage-place.js';
import type { Place } from '../../model/wire.js';
import type { TypedSearch } from '../../ui/place-field.js';
import type { KeptAnswer } from './place-memory.js';

const SUGGESTIONS = 6;

export type Resolution =
  | { state: 'waiting' }
  /** No list and none kept. */
  | { state: 'unavailable' }
  /** Not in the list of places, and what is nearly so. */
  | { state: 'not-known'; maybe: readonly Place[] }
  /** Several places of this name. */
  | { state: 'which'; places: readonly Place[] }
  | { state: 'other-grid'; place: Place }
  | { state: 'answered'; label: string; name: string; oblast: string; answer: PlaceAnswer; asOf: number | null; kept: 'meanwhile' | 'instead' | null };

export interface Known {
  /** As typed, or a label of `placeLabel`. */
  query: string;
  list: OutageList | null;
  /** The list could not be had, or not be refreshed. */
  failed: boolean;
  places: readonly Place[] | null;
  search: TypedSearch;
  /** Neither places nor search will come: names are compared as they are written. */
  withoutPlaces: boolean;
  /** A page gave the list: what is not in it, it does not know. */
  given: boolean;
  kept: () => KeptAnswer | null;
  /** ms */
  now: number;
}

export function resolve(known: Known): Resolution {
  const { query, list, failed, places, search, withoutPlaces, given, now } = known;
  if (!list) return failed ? (recall(known, 'instead') ?? { state: 'unavailable' }) : (recall(known, 'meanwhile') ?? { state: 'waiting' });
  if (places && search) {
    const named = search.findNamesakes(places, query);
    const [place] = named;
    if (!place) return { state: 'not-known', maybe: search.searchPlaces(places, query, SUGGESTIONS) };
    if (named.length > 1) return { state: 'which', places: named };
    if (place.operator !== 'cez-rp') return { state: 'other-grid', place };
    const namesakes = places.some((other) => other !== place && other.name === place.name);
    const here = outagesIn(list.outages, place, namesakes);
    const { name, oblast } = place;
    return { state: 'answered', label: search.placeLabel(places, place), name, oblast, answer: placeAnswer(here, list, now, failed), asOf: list.asOf, kept: null };
  }
  if (!withoutPlaces && !given) return recall(known, 'meanwhile') ?? { state: 'waiting' };
  const here = outagesIn(list.outages, { name: query, municipality: '', oblast: '' }, false).filter(({ places: named }) => named.length);
  if (here.length) return { state: 'answered', label: query, name: query, oblast: here[0]!.oblast, answer: placeAnswer(here, list, now, failed), asOf: list.asOf, kept: null };
  if (!withoutPlaces) return { state: 'waiting' };
  return recall(known, 'instead') ?? (given ? { state: 'not-known', maybe: [] } : { state: 'unavailable' });
}

/** The kept answer, until there is a new one or instead of one; it is stale, however young, since nobody vouches for it now. */
function recall({ kept, now }: Known, role: 'meanwhile' | 'instead'): Resolution | null {
  const answer = kept();
  if (!answer) return null;
  const { label, list } = answer;
  return { state: 'answered', label, name: label, oblast: '', answer: placeAnswer(list.outages, list, now, true), asOf: list.asOf, kept: role };
}

/** How a look-up for a place ended; null while it goes on. */
export function outcomeOf(resolution: Resolution): PlaceAnswer['outcome'] | null {
  switch (resolution.state) {
    case 'waiting':
    case 'which': return null;
    case 'answered': return resolution.kept === 'meanwhile' ? null : resolution.answer.outcome;
    case 'other-grid': return 'not-known';
    default: return resolution.state;
  }
}

/** How a look-up without a place ended. */
export function listOutcome({ outages, asOf, whole }: OutageList, failed: boolean, now: number): PlaceAnswer['outcome'] {
  if (failed || isOld(asOf, now)) return 'stale';
  return outages.length ? 'found' : whole ? 'nothing-now' : 'unavailable';
}
