/** How long a page waits before it asks again by itself. */

const LONGEST_MS = 600_000;

/**
 * Half to one and a half of the period, and twice as long after each further failure. So wide, because pages
 * that were opened in the minute when the lights went out then come evenly, and not all together each minute.
 * `random` gives numbers from 0 up to 1.
 */
export const pollPause = (period: number, failures: number, random: () => number = Math.random): number =>
  Math.min(LONGEST_MS, period * 2 ** Math.max(0, failures - 1)) * (0.5 + random());

/** When a page asks again, in ms. An API that asks for patience may have told all pages the same instant: the pause comes after it. */
export const nextPoll = (now: number, notBefore: number, period: number, failures: number, random?: () => number): number =>
  Math.max(now, notBefore) + pollPause(period, failures, random);
