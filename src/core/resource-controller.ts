/**
 * One piece of the API's data in a widget: loads it when its address changes, keeps the last good value when
 * a refresh fails, and reloads what has grown old when the page is looked at again. How the value looks is
 * the widget's business.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiFailure, getJson } from '../api/client.js';
import { emit, type Outcome } from './events.js';

/** Public data may be this old before a look at the page asks for it again; the API's own max-age. */
const FRESH_MS = 60_000;
/** A wait longer than this is told in words. */
const PATIENT_MS = 4_000;

interface Options<T> {
  /** The address to load, or null while there is nothing to ask for. */
  url: () => string | null;
  /** Reads the answer; null if it is not what was asked for. */
  read: (answer: unknown) => T | null;
  outcome?: (value: T) => Outcome;
  /** A help whose absence the customer does not notice: no events are told. */
  silent?: boolean;
}

export class ResourceController<T> implements ReactiveController {
  value: T | null = null;
  /** Why the last request brought nothing; with a `value` beside it, that value is a stale one. */
  failure: ApiFailure | null = null;
  /** True once a request has taken so long that the customer should be told. */
  slow = false;
  /** When `value` arrived, in ms of the device's clock. */
  loadedAt = 0;
  #url: string | null = null;
  #request: AbortController | null = null;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly options: Options<T>,
  ) {
    host.addController(this);
  }

  get loading(): boolean {
    return this.#request !== null;
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#seen);
    addEventListener('pageshow', this.#seen);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#seen);
    removeEventListener('pageshow', this.#seen);
    this.#request?.abort();
    this.#request = null;
    this.#url = null;
  }

  hostUpdate(): void {
    const url = this.options.url();
    if (url === this.#url) return;
    const known = this.#url !== null;
    this.#url = url;
    this.#request?.abort();
    this.#request = null;
    if (known) this.value = this.failure = null;
    if (url) void this.#load(url, false);
  }

  /** Asks again, past every cache, `tries` times at most. Settles when the answer, good or bad, is in. */
  async reload(tries?: number): Promise<void> {
    if (!this.#url) return;
    this.#request?.abort();
    await this.#load(this.#url, true, tries);
  }

  async #load(url: string, reload: boolean, tries?: number): Promise<void> {
    const request = new AbortController();
    this.#request = request;
    const slowTimer = setTimeout(() => this.#tell(() => (this.slow = true)), PATIENT_MS);
    this.#tell(() => undefined);
    try {
      const value = this.options.read(await getJson(url, request.signal, reload, tries));
      if (request.signal.aborted) return;
      if (value === null) throw new ApiFailure('bad-response');
      this.value = value;
      this.failure = null;
      this.loadedAt = Date.now();
      this.#report(this.options.outcome?.(value) ?? 'found');
    } catch (reason) {
      if (request.signal.aborted) return;
      const failure = reason instanceof ApiFailure ? reason : new ApiFailure('bad-response');
      this.failure = failure;
      const outcome = this.value !== null ? 'stale' : failure.code === 'not-found' ? 'not-known' : 'unavailable';
      this.#report(outcome, failure);
    } finally {
      clearTimeout(slowTimer);
      if (this.#request === request) {
        this.#request = null;
        this.#tell(() => (this.slow = false));
      }
    }
  }

  #report(outcome: Outcome, failure?: ApiFailure): void {
    if (this.options.silent) return;
    if (failure) emit(this.host, 'cez-error', { code: failure.code, retryable: failure.retryable });
    emit(this.host, 'cez-outcome', { outcome });
  }

  #tell(change: () => void): void {
    change();
    this.host.requestUpdate();
  }

  readonly #seen = (): void => {
    if (!document.hidden && !this.loading && this.loadedAt && Date.now() - this.loadedAt > FRESH_MS) void this.reload();
  };
}
