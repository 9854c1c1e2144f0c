/**
 * What customers ask and send with their numbers: never in an address, never with cookies, never past a
 * redirect. A refusal counts only in the API's own words, so that a hotel's sign-in page refuses nobody. A
 * challenge is solved on the way.
 */
import { jsonText } from './json-text.js';
import { ApiFailure, failureOf, jsonOf, request, retried, type Problem } from './request.js';

const TRY_MS = 15_000;
const LONGEST_ANSWER = 1024 * 1024;
/** Browsers let 64 KB outlive their page. */
const LONGEST_KEPT_ALIVE = 60_000;
/** A second challenge is one that came too late; a third would go on for ever. */
const CHALLENGES = 2;

/** A refusal that a solved challenge lifts. */
class Challenged extends ApiFailure {
  constructor(
    readonly challenge: unknown,
    problem: Problem,
  ) {
    super('rejected', 0, problem);
  }
}

interface Post {
  signal: AbortSignal;
  /** Idempotency key of a submission, which is then counted once however often it arrives. Look-ups change nothing and need none. */
  key?: string;
  /** How often to send it, at most. */
  tries?: number | undefined;
}

/**
 * The JSON answered to `body`, as yet unread; null where the API answers without one.
 * @throws ApiFailure, or the abort reason once `signal` aborts.
 */
export function postJson(url: string, body: object, { signal, key, tries }: Post): Promise<unknown> {
  const text = jsonText(body);
  const send = (solution?: string): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }), ...(solution && { challenge: solution }) };
    return request(url, { method: 'POST', body: text, headers, credentials: 'omit', redirect: 'error', cache: 'no-store', keepalive: text.length < LONGEST_KEPT_ALIVE }, signal, TRY_MS, read);
  };
  const sendSolving = async (): Promise<unknown> => {
    let solution: string | undefined;
    for (let challenges = 0; ; challenges++) {
      try {
        return await send(solution);
      } catch (failure) {
        if (!(failure instanceof Challenged) || challenges === CHALLENGES) throw failure;
        solution = await solved(failure, signal);
      }
    }
  };
  return retried(signal, sendSolving, tries);
}

async function solved(failure: Challenged, signal: AbortSignal): Promise<string> {
  const { solve } = await import('./challenge.js').catch(() => {
    throw new ApiFailure('unavailable');
  });
  const solution = await solve(failure.challenge, signal);
  if (solution === null) throw failure;
  return solution;
}

async function read(response: Response): Promise<unknown> {
  if (response.status === 202) return null;
  if (response.status === 200 || response.status === 201) return jsonOf(response, LONGEST_ANSWER);
  const body = await jsonOf(response, LONGEST_ANSWER).catch(() => null);
  const problem = problemOf(body);
  if (problem?.code === 'challenge-required') throw new Challenged((body as { challenge?: unknown }).challenge, problem);
  const failure = failureOf(response, problem);
  throw problem || failure.retryable ? failure : new ApiFailure('bad-response');
}

function problemOf(body: unknown): Problem | null {
  const { code, errors } = (body ?? {}) as { code?: unknown; errors?: unknown };
  if (typeof code !== 'string') return null;
  const told = (Array.isArray(errors) ? errors : []) as ({ pointer?: unknown; code?: unknown } | null)[];
  return { code, errors: told.flatMap((error) => (typeof error?.pointer === 'string' && typeof error.code === 'string' ? [{ pointer: error.pointer, code: error.code }] : [])) };
}
