/**
 * An invented day in the sample centers: how many people come, by hour and weekday, never the same
 * twice and yet the same for whoever asks about one instant. Both what the demo plays and its past
 * counts are made of it.
 */
import { openingState } from '../../../src/model/opening-hours.js';
import { wallClock, weekdayOf } from '../../../src/model/zoned-time.js';
import type { Schemas } from '../contract.js';

type Center = Schemas['Center'];
export type SampleCount = Pick<Schemas['Occupancy'], 'inside' | 'waiting'>;

/** People for each desk at a whole hour, from 8 on. */
const CROWD = [0.7, 1.2, 1.6, 1.4, 0.9, 0.7, 0.9, 1.2, 1.6, 1.2, 0.6, 0.5];
/** How much busier than others a day is, from Monday on. */
const DAY = [1.25, 1, 0.85, 0.9, 1.1, 1.3, 0.8];
/** Smaller offices do not count. */
const LEAST_DESKS = 3;
const SLOT_MS = 10 * 60_000;

/** People in a center and before its door; null while it is closed, and where nobody counts. */
export function sampleCount(center: Center, instant: Date): SampleCount | null {
  const { id, desks, admittedAtOnce } = center;
  if (desks === null || admittedAtOnce === null || desks < LEAST_DESKS || openingState(center, instant) !== 'open') return null;
  const { date, minutes } = wallClock(instant);
  const hour = Math.floor(minutes / 60) - 8;
  const share = (minutes % 60) / 60;
  const crowd = (CROWD[hour] ?? 0.5) * (1 - share) + (CROWD[hour + 1] ?? 0.5) * share;
  const chance = 0.8 + 0.4 * dice(id) + 0.5 * (dice(`${id} ${Math.floor(instant.getTime() / SLOT_MS)}`) - 0.5);
  const people = Math.round(desks * crowd * (DAY[weekdayOf(date)] ?? 1) * chance);
  const inside = Math.min(people, admittedAtOnce);
  return { inside, waiting: people - inside };
}

/** From 0 to 1, the same for the same word (FNV-1a). */
function dice(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
