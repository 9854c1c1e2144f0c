/**
 * How far the device's clock is from the server's. A phone that is three hours off must not say "open".
 * An answer out of a cache carries the `Date` of the day it was stored, so an answer that looks wrong is
 * not believed: the server is asked once more, past every cache, and only that answer counts.
 */
const TOLERATED = 90_000;
const listeners = new Set<() => void>();
let skew = 0;
let asking = false;

/** Milliseconds to add to the device's clock; 0 while nothing better is known. */
export const clockSkew = (): number => skew;

export function onClockSkew(listener: () => void): void {
  listeners.add(listener);
}

function measure(response: Response, sent: number): number {
  const date = Date.parse(response.headers.get('date') ?? '');
  const age = Number(response.headers.get('age') ?? 0) * 1000;
  const received = Date.now();
  return date + age + (received - sent) / 2 - received;
}

/** Compares the clocks by an answer that arrived just now; `sent` is `Date.now()` at its request. */
export async function compareClocks(response: Response, sent: number): Promise<void> {
  const suspected = measure(response, sent);
  if (asking || Number.isNaN(suspected) || Math.abs(suspected - skew) < TOLERATED) return;
  asking = true;
  try {
    const asked = Date.now();
    const fresh = await fetch(response.url, { method: 'HEAD', cache: 'no-store', credentials: 'same-origin', referrerPolicy: 'no-referrer' });
    const certain = measure(fresh, asked);
    const next = Math.abs(certain) < TOLERATED ? 0 : certain;
    if (Number.isNaN(next) || Math.abs(next - skew) < 1000) return;
    skew = next;
    for (const listener of listeners) listener();
  } catch {
    // No answer, no better clock: the device's own stays in use.
  } finally {
    asking = false;
  }
}
