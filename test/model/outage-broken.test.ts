/** Whatever arrives in place of a list, "no outages" is said only of an answer that keeps the contract and has none. */
import { describe, expect, it } from 'vitest';
import { schemaErrors } from '../../demo/api/contract.js';
import { readOutages } from '../../src/model/outage.js';
import * as search from '../../src/model/typed-search.js';
import { listOutcome, resolve, outcomeOf } from '../../src/widgets/outages/question.js';
import type { Place } from '../../src/model/wire.js';
import { outage, outageList, planned } from '../support/outages.js';
import { brokenBody } from './broken.js';
import { seededRandom } from './typing.js';

const now = Date.parse('2026-03-18T10:00:00+02:00');
const places: Place[] = [{ name: 'Враца', kind: 'city', municipality: 'Враца', oblast: 'Враца', position: null, operator: 'cez-rp' }];
const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

/** What the widget would say of the place, and of the list. */
function said(answer: unknown): (string | null)[] {
  const list = readOutages(answer);
  const known = { query: 'Враца', list, failed: list === null, places, search, withoutPlaces: false, given: false, kept: () => null, now };
  return [outcomeOf(resolve(known)), list ? listOutcome(list, false, now) : 'unavailable'];
}

describe('2 000 broken bodies', () => {
  it('never say “no outages”, seed 26', () => {
    const random = seededRandom(26);
    const seen = new Map<unknown, number>();
    for (let times = 0; times < 2000; times++) {
      const body = brokenBody(outageList([outage({ scope: 'whole' }), planned({ places: ['Враца'], municipality: 'Враца' })]), random);
      const answer = parsed(body);
      for (const outcome of said(answer)) {
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        // A place by another name, for instance, keeps the contract.
        if (outcome === 'nothing-now') expect(schemaErrors('OutageList', answer), body).toEqual([]);
      }
    }
    for (const outcome of ['found', 'unavailable']) expect(seen.get(outcome), outcome).toBeGreaterThan(10);
  });
});

describe('an answer of somebody else', () => {
  it.each([['<!doctype html><h1>Please sign in</h1>'], [''], ['null'], ['[]'], ['[{}]'], ['{}'], ['{"outages": null}'], ['{"centers": [], "updatedAt": "2026-03-18T10:00:00Z"}'], ['{"outages": []}'], ['{"outages": [], "updatedAt": ""}'], ['tomuch'], ['"[]"']])('%j is no empty list', (body) => {
    expect(said(parsed(body))).toEqual(['unavailable', 'unavailable']);
  });
});
