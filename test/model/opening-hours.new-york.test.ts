import { describe, expect, it } from 'vitest';
import { inZone } from './in-zone.js';
import { compareRandomly } from './opening-hours.random.js';

describe('opening status for a visitor in America/New_York', () => {
  inZone('America/New_York');

  it('runs in that zone', () => {
    expect(new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset()).toBe(300);
  });

  it('does not differ from the slow reading in 5 000 random cases, seed 20251026', () => {
    compareRandomly(20251026, 5000);
  });
});
