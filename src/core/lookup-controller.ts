/**
 * One question a customer asks with a press, answered to nobody else: while it is under way pressing again
 * asks nothing, and a widget that leaves the page takes the answer with it. How the value looks is the
 * widget's business.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiFailure } from '../api/client.js';
import { postJson } from '../api/post.js';
import { emit, type Outcome } from './events.js';

/** A wait longer than this is told in words. */
const PATIENT_MS = 4_000;

interface Options<T> {
  /** Reads the answer; null if it is not what was asked for. */
  read: (answer: unknown) => T | null;
  outcome?: (value: T) => Outcome;
  /** Called once an answer has taken so long that the customer should be told. */
  onSlow?: () => void;
}

export class LookupController<T> implements ReactiveController {
  value: T | null = null;
  /** Why the last question brought nothing. */
  failure: ApiFailure | null = null;
  /** True once an answer has taken so long that the customer should be told. */
  slow = false;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options<T>;
  #asking: { answer: Promise<T | null>; abort: AbortController } | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options<T>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get busy(): boolean {
    return this.#asking !== null;
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Sends the question; what was answered before is forgotten. Resolves to null where `failure` tells why. */
  ask(url: string, body: object): Promise<T | null> {
    if (this.#asking) return this.#asking.answer;
    this.value = this.failure = null;
    const abort = new AbortController();
    const answer = this.#ask(url, body, abort.signal);
    this.#asking = { answer, abort };
    this.#host.requestUpdate();
    return answer;
  }

  /** Forgets the answer and stops waiting for one. */
  clear(): void {
    this.#stop();
    this.value = this.failure = null;
    this.#host.requestUpdate();
  }

  #stop(): void {
    this.#asking?.abort.abort();
    this.#asking = null;
    this.slow = false;
  }

  async #ask(url: string, body: object, signal: AbortSignal): Promise<T | null> {
    const slowTimer = setTimeout(() => {
      this.#tell(() => (this.slow = true));
      this.#options.onSlow?.();
    }, PATIENT_MS);
    signal.addEventListener('abort', () => clearTimeout(slowTimer));
    try {
      const value = this.#options.read(await postJson(url, body, { signal }));
      if (signal.aborted) return null;
      if (value === null) throw new ApiFailure('bad-response');
      this.value = value;
      this.#settle();
      emit(this.#host, 'cez-outcome', { outcome: this.#options.outcome?.(value) ?? 'found' });
      return value;
    } catch (reason) {
      if (signal.aborted) return null;
      const failure = reason instanceof ApiFailure ? reason : new ApiFailure('bad-response');
      this.failure = failure;
      this.#settle();
      emit(this.#host, 'cez-error', { code: failure.code, retryable: failure.retryable });
      emit(this.#host, 'cez-outcome', { outcome: failure.code === 'not-found' ? 'not-known' : 'unavailable' });
      return null;
    } finally {
      clearTimeout(slowTimer);
    }
  }

  #settle(): void {
    this.#asking = null;
    this.#tell(() => (this.slow = false));
  }

  #tell(change: () => void): void {
    change();
    this.#host.requestUpdate();
  }
}
