/**
 * What is known of one place: its outages, and which of five things can be said. Names are compared as they are
 * written, in any case and with or without „гр.“; what a customer meant by typing one is for `place-search.ts`.
 */
import { byUrgency, isOld, type Outage, type OutageList } from './outage.js';
import type { Place } from './wire.js';

/** `found`: power is out or will be. `stale` is told of an old list, whatever stands in it. */
export type PlaceOutcome = 'found' | 'nothing-now' | 'not-known' | 'unavailable' | 'stale';

export interface PlaceAnswer {
  outcome: PlaceOutcome;
  /** Now and to come, the most urgent first. */
  outages: readonly Outage[];
  /** Over within the last day, the latest first. */
  restored: readonly Outage[];
}

const folded = (name: string): string => name.toLowerCase().replace(/^(?:гр|с|общ|обл|град|село|община|област)\.? +/, '').replace(/ +(?:община|област)$/, '');

/** Outages that concern a place. Where several have its name, only those of its own municipality. */
export function outagesIn(outages: readonly Outage[], place: Pick<Place, 'name' | 'municipality' | 'oblast'>, namesakes: boolean): Outage[] {
  const [name, municipality, oblast] = [place.name, place.municipality, place.oblast].map(folded) as [string, string, string];
  const same = (written: string, wanted: string): boolean => !written || !wanted || folded(written) === wanted;
  return outages.filter((outage) => {
    const around = same(outage.municipality, municipality);
    if (!outage.places.length) return around && same(outage.oblast, oblast);
    return outage.places.some((written) => folded(written) === name) && (around || !namesakes);
  });
}

/** What can be said of a place with these outages, at `now` (ms); `failed` where the list could not be refreshed. */
export function placeAnswer(here: readonly Outage[], { asOf, whole }: Pick<OutageList, 'asOf' | 'whole'>, now: number, failed: boolean): PlaceAnswer {
  const outages = byUrgency(here.filter((outage) => !outage.restored).sort((one, other) => one.start - other.start), now);
  const restored = here.filter((outage) => outage.restored).sort((one, other) => restoredAt(other) - restoredAt(one));
  const outcome = failed || isOld(asOf, now) ? 'stale' : outages.length ? 'found' : whole ? 'nothing-now' : 'unavailable';
  return { outcome, outages, restored };
}

/** About when power was back: at the end announced last, or when the word came that it is. */
export const restoredAt = ({ end, updatedAt }: Outage): number => (end === null || end > updatedAt ? updatedAt : end);
