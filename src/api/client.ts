/**
 * Reading public data from the API: one request for everybody on the page who asks for the same address, at
 * most two retries, and an answer that counts only with the right status, type and size. What the answer
 * says is read in `model/`, never here.
 */
import { failureOf, jsonOf, request, retried } from './request.js';
import { compareClocks } from './server-clock.js';

export { ApiFailure, type FailureCode, type Problem } from './request.js';

const TRY_MS = 6_000;
const FRESH_MS = 60_000;
const LONGEST_ANSWER = 32 * 1024 * 1024;

interface Flight {
  answer: Promise<unknown>;
  abort: AbortController;
  readers: number;
  landedAt: number;
}
const flights = new Map<string, Flight>();
const given = new WeakMap<object, number>();

/** When the API gave an answer, in ms by its own clock, however long it lay in a cache since; null where that is not told. */
export const givenAt = (answer: unknown): number | null => given.get(Object(answer) as object) ?? null;

/**
 * The JSON at `url`, as yet unread. Answers younger than a minute are shared, unless `reload` asks past every
 * cache; failures never are. `tries` is how often to ask, at most.
 * @throws ApiFailure, or the abort reason once `signal` aborts.
 */
export function getJson(url: string, signal: AbortSignal, reload = false, tries?: number): Promise<unknown> {
  let flight = flights.get(url);
  const stale = flight?.landedAt && (reload || Date.now() - flight.landedAt > FRESH_MS);
  if (!flight || stale) {
    const abort = new AbortController();
    const taken: Flight = { abort, readers: 0, landedAt: 0, answer: tryUntilAnswered(url, abort.signal, reload, tries) };
    taken.answer.then(
      () => (taken.landedAt = Date.now()),
      () => flights.get(url) === taken && flights.delete(url),
    );
    flights.set(url, (flight = taken));
  }
  return board(flight, url, signal);
}

/** Waits for a shared answer; the last reader to leave takes the request with it. */
function board(flight: Flight, url: string, signal: AbortSignal): Promise<unknown> {
  flight.readers++;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      if (--flight.readers === 0 && !flight.landedAt) {
        if (flights.get(url) === flight) flights.delete(url);
        flight.abort.abort();
      }
      reject(signal.reason);
    };
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    flight.answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

function tryUntilAnswered(url: string, signal: AbortSignal, reload: boolean, tries?: number): Promise<unknown> {
  // Same mode and credentials as `<link rel=preload as=fetch crossorigin>`, or the hint would be fetched twice.
  const init: RequestInit = { credentials: 'same-origin', ...(reload && { cache: 'no-cache' }) };
  return retried(signal, () => {
    const sent = Date.now();
    return request(url, init, signal, TRY_MS, (response) => read(response, sent));
  }, tries);
}

async function read(response: Response, sent: number): Promise<unknown> {
  if (!response.ok) throw failureOf(response);
  void compareClocks(response, sent);
  const answer = await jsonOf(response, LONGEST_ANSWER);
  const date = Date.parse(response.headers.get('date') ?? '');
  if (answer instanceof Object && date) given.set(answer, date);
  return answer;
}
