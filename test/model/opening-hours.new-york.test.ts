import { beforeAll, describe, expect, it, vi } from 'vitest';
import { compareRandomly } from './opening-hours.random.js';

describe('opening status for a visitor in America/New_York', () => {
  beforeAll(() => {
    vi.stubEnv('TZ', 'America/New_York');
    return () => vi.unstubAllEnvs();
  });

  it('runs in that zone', () => {
    expect(new Date(Date.UTC(2026, 0, 1)).getTimezoneOffset()).toBe(300);
  });

  it('does not differ from the slow reading in 5 000 random cases, seed 20251026', () => {
    compareRandomly(20251026, 5000);
  });
});
