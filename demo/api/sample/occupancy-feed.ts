/**
 * Plays the invented day: tells an API how many people are in its sample centers, as an operator's
 * system would, by the public calls and with a key. Leaves alone every center that is no sample, and
 * goes on trying while the API is away.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Schemas } from '../contract.js';
import { sampleCount } from './occupancy.js';

const ROUND_MS = 2 * 60_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;
const PATIENCE_MS = 10_000;

export interface Feed {
  /** Base address of the API, ending in `/v1`. */
  api: string;
  /** Makes an operator's key; asked again when the API does not know the last one. */
  newKey: () => Promise<string>;
  now: () => Date;
  say: (line: string) => void;
}

/** Plays until the signal, or until there are no sample centers. */
export async function feedOccupancy({ api, newKey, now, say }: Feed, signal: AbortSignal): Promise<void> {
  let key = '';
  const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(api + path, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) });
    if (response.status >= 500) throw new Error(`${path}: ${response.status}`);
    return response;
  };
  const put = (id: string, count: Schemas['OccupancyInput']) =>
    call(`/centers/${id}/occupancy`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(count),
    });
  /** Number of centers told of; null if there are none to tell of, ever. */
  const round = async (): Promise<number | null> => {
    const { centers } = (await (await call('/centers')).json()) as Schemas['CenterList'];
    const samples = centers.filter(({ sample }) => sample);
    if (samples.length === 0) return null;
    let told = 0;
    for (const center of samples) {
      const at = now();
      const count = sampleCount(center, at);
      if (count === null) continue;
      const body = { ...count, at: at.toISOString() };
      if ((await put(center.id, body)).status === 401) {
        key = await newKey();
        await put(center.id, body);
      }
      told += 1;
    }
    return told;
  };

  const isOver = (): boolean => signal.aborted;
  let before: number | null = null;
  let failures = 0;
  while (!isOver()) {
    try {
      const told = await round();
      if (told === null) {
        say('Sample counts: there are no sample centers to play them in.');
        return;
      }
      if (told !== before) say(`Sample counts: ${told === 0 ? 'no sample center is open now' : `told every two minutes in ${told} sample centers`}.`);
      before = told;
      failures = 0;
    } catch (error) {
      if (isOver()) return;
      if (failures === 0) say(`Sample counts: the API does not take them (${error instanceof Error ? error.message : String(error)}); trying on.`);
      before = null;
      failures += 1;
    }
    const wait = failures === 0 ? ROUND_MS : Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS);
    await delay(wait, undefined, { signal }).catch(() => {});
  }
}
