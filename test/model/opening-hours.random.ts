/** Compares the model with the slow reading on random cases, in the process's own time zone. */
import { expect } from 'vitest';
import { openingStatus, type HoursSource } from '../../src/model/opening-hours.js';
import { randomCases } from './opening-hours.cases.js';
import { readSlowly } from './opening-hours.oracle.js';

/** The differences of `count` cases; at most five are told. Every kind of answer must have come up. */
export function compareRandomly(seed: number, count: number): void {
  const seen: Record<string, number> = {};
  const differences: unknown[] = [];
  for (const { schedule, now } of randomCases(seed, count)) {
    const { state, nextChange, reason } = openingStatus(schedule as HoursSource, now);
    const slow = readSlowly(schedule, now);
    for (const kind of [state, reason ?? 'no reason', nextChange ? 'changes' : 'stays']) seen[kind] = (seen[kind] ?? 0) + 1;
    if (state !== slow.state || nextChange?.getTime() !== slow.nextChange?.getTime() || reason !== slow.by)
      differences.push({ now, schedule, fast: { state, nextChange, reason }, slow });
  }
  expect(differences.slice(0, 5), `seed ${seed}, ${differences.length} differences`).toEqual([]);
  for (const kind of ['open', 'closed', 'unknown', 'regular', 'special', 'holiday', 'no reason', 'changes', 'stays'])
    expect(seen[kind], kind).toBeGreaterThan(count / 200);
}
