/**
 * One request to the API and what may go wrong with it: a deadline that holds over the body too, retries
 * with full jitter, `Retry-After`. What is asked, and which answers count, is its callers' business.
 */
export type FailureCode = 'offline' | 'timeout' | 'unavailable' | 'bad-response' | 'not-found' | 'rejected' | 'config';

/** What the API said of a request it refused (RFC 9457), as far as a form can use it. */
export interface Problem {
  code: string;
  errors: readonly { pointer: string; code: string }[];
}

/** A request that brought nothing usable. `retryAt` is the instant (ms) before which asking again is unwelcome. */
export class ApiFailure extends Error {
  constructor(
    readonly code: FailureCode,
    readonly retryAt = 0,
    readonly problem: Problem | null = null,
  ) {
    super(code);
  }

  get retryable(): boolean {
    return this.code !== 'not-found' && this.code !== 'rejected' && this.code !== 'config';
  }
}

/** How often one wish of a customer is sent, at most. */
const TRIES = 3;
/** A server that asks for more patience than this is told to the customer instead of waited for. */
const PATIENCE_MS = 5_000;

/** Characters that a slow phone parses in half a frame. */
const LONG_TEXT = 250_000;

/** Tries again where a failure may pass. */
export async function retried<T>(signal: AbortSignal, attempt: () => Promise<T>, tries = TRIES): Promise<T> {
  for (let round = 0; ; round++) {
    try {
      return await attempt();
    } catch (failure) {
      if (signal.aborted || !(failure instanceof ApiFailure) || !failure.retryable || round + 1 === tries) throw failure;
      // Full jitter, so that a thousand phones that lost the same server do not come back in the same second.
      const pause = Math.max(failure.retryAt - Date.now(), Math.random() * 500 * 2 ** round);
      if (pause > PATIENCE_MS) throw failure;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/**
 * Asks once and hands the answer to `read`, all within `limit` ms. Host pages wrap `fetch` and lose the signal
 * on the way, so the deadline is a race and not only an abort.
 */
export async function request<T>(url: string, init: RequestInit, signal: AbortSignal, limit: number, read: (response: Response) => Promise<T>): Promise<T> {
  if (signal.aborted) throw signal.reason;
  const own = new AbortController();
  const stop = (): void => own.abort();
  signal.addEventListener('abort', stop);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ApiFailure('timeout')), limit);
    own.signal.addEventListener('abort', () => reject(signal.reason));
  });
  try {
    return await Promise.race([ask(url, { ...init, mode: 'cors', referrerPolicy: 'no-referrer', signal: own.signal }).then(read), deadline]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    own.abort();
  }
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw new ApiFailure(navigator.onLine ? 'unavailable' : 'offline');
  }
}

/** The JSON of an answer, as yet unread, of no more than `longest` characters whatever it says of its length. */
export async function jsonOf(response: Response, longest: number): Promise<unknown> {
  try {
    if (/^application\/([\w.-]+\+)?json\b/.test(response.headers.get('content-type') ?? '')) {
      const text = await textOf(response, longest);
      const answer: unknown = JSON.parse(text);
      // To parse a long answer and to show what is in it are two tasks: a press between them need not wait for both.
      if (text.length > LONG_TEXT) await new Promise((resolve) => setTimeout(resolve));
      return answer;
    }
  } catch {
    // Cut off on the way, too long, or no JSON.
  }
  throw new ApiFailure('bad-response');
}

async function textOf(response: Response, longest: number): Promise<string> {
  // Pages that replace `fetch` for the sake of old browsers give answers without a stream.
  if (!response.body) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
    if (text.length <= longest) continue;
    void reader.cancel().catch(() => undefined);
    return '';
  }
}

/** The failure that a status is; a conflict that says when it will be over is a matter of waiting. */
export function failureOf(response: Response, problem: Problem | null = null): ApiFailure {
  const { status } = response;
  const wait = retryAt(response);
  if (status === 404 || status === 410) return new ApiFailure('not-found', wait, problem);
  if (status >= 500 || status === 408 || status === 425 || status === 429 || (status === 409 && wait)) return new ApiFailure('unavailable', wait, problem);
  return new ApiFailure(status >= 400 ? 'rejected' : 'bad-response', wait, problem);
}

/** RFC 9110 10.2.3: seconds or a date; kept between one second and ten minutes. */
function retryAt(response: Response): number {
  const value = response.headers.get('retry-after');
  if (!value) return 0;
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? 0 : Date.now() + Math.min(600_000, Math.max(1_000, wait));
}
