/**
 * One submission of a form: kept on the device before it is sent, sent under one key until the API has
 * answered, sent again by itself while the page still knows the authorization code. It tells in which state
 * the submission is; the words are the form's.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiFailure } from '../api/client.js';
import { discard, inTurn, isExpired, keep, onReceipt, tellReceipt, waiting, type Kept, type Receipt } from '../api/outbox.js';
import { postJson } from '../api/post.js';
import { emit } from './events.js';

/** A wait longer than this is told in words. */
const PATIENT_MS = 4_000;
/** Pauses before sendings that nobody pressed for; each is twice the one before. */
const FIRST_PAUSE_MS = 15_000;
const LONGEST_PAUSE_MS = 300_000;

/**
 * `kept`: on the device, certainly not with the API yet, or left by an earlier visit. `unknown`: sent, and no
 * word whether it arrived. `refused`: the API said no and `failure.problem` says why; nothing is kept.
 */
export type SubmissionState = 'idle' | 'kept' | 'sending' | 'received' | 'unknown' | 'refused';

interface Options<Answer> {
  widget: 'reading' | 'einvoice';
  /** Last part of the address, by which a submission of an earlier visit is known again: 'readings'. */
  path: string;
  /** Reads the answer; null if it is no receipt. */
  read: (answer: unknown) => Answer | null;
  /** Called when the state has become `received` or `refused`, by whatever way. */
  settled?: () => void;
}

/** A body with the code that proves the customer, which is never kept. */
export type SubmissionBody = Record<string, unknown> & { authorizationCode: string };

export class SubmissionController<Answer> implements ReactiveController {
  state: SubmissionState = 'idle';
  receipt: Answer | null = null;
  failure: ApiFailure | null = null;
  /** True once a sending has taken so long that the customer should be told. */
  slow = false;
  /** A submission of an earlier visit or another tab that awaits its answer. Its body is without the code. */
  kept: { body: Record<string, unknown>; since: Date } | null = null;
  /** False when the device refused to keep the submission: it lives as long as this page. */
  stored = true;
  /** When a submission was made that waited for three days in vain and is deleted now. */
  expired: Date | null = null;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options<Answer>;
  /** What awaits its answer. */
  #submission: Kept | null = null;
  #url = '';
  /** In memory only, and only until the answer. */
  #code = '';
  #sending: { settled: Promise<void>; abort: AbortController; pressed: boolean } | null = null;
  #pauses = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopHearing: () => void = () => undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options<Answer>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** True while something that was pressed for is under way. */
  get busy(): boolean {
    return this.#sending?.pressed ?? false;
  }

  /** True while the page can send again without asking for the code. */
  get knowsCode(): boolean {
    return this.#code !== '';
  }

  hostConnected(): void {
    this.#stopHearing = onReceipt(this.#heard);
    addEventListener('online', this.#sendAgain);
    document.addEventListener('visibilitychange', this.#sendAgain);
    if (this.state === 'idle') void this.#look();
    this.#sendLater();
  }

  /** What is on its way goes on: it cannot be called back. */
  hostDisconnected(): void {
    this.#stopHearing();
    removeEventListener('online', this.#sendAgain);
    document.removeEventListener('visibilitychange', this.#sendAgain);
    clearTimeout(this.#timer);
  }

  /** Keeps and sends `body`. Settles when there is an answer, or none for now. */
  submit(url: string, { authorizationCode, ...body }: SubmissionBody): Promise<void> {
    return this.#pressed(async (signal) => {
      this.#tell({ state: 'sending', kept: null, receipt: null, failure: null, expired: null });
      const { kept, stored } = await keep(this.#options.widget, url, body);
      this.stored = stored;
      if (signal.aborted) return discard(kept.key);
      this.#submission = kept;
      await this.#send(url, authorizationCode, signal);
    });
  }

  /** Sends the submission of an earlier visit anew, under its key. */
  resend(url: string, authorizationCode: string): Promise<void> {
    return this.#pressed((signal) => this.#send(url, authorizationCode, signal));
  }

  /** Sends again at once what awaits its answer, if the code is still known. */
  retry(): Promise<void> {
    return this.#pressed((signal) => this.#send(this.#url, this.#code, signal));
  }

  /** Deletes what is kept and begins anew; the next one that waits, if any, comes up. */
  async forget(): Promise<void> {
    const sending = this.#sending;
    sending?.abort.abort();
    this.#sending = null;
    const key = this.#submission?.key;
    this.#close({ state: 'idle', receipt: null, failure: null, expired: null, slow: false });
    await sending?.settled;
    if (key) await discard(key);
    await this.#look();
  }

  /** Pressing again waits for the same sending; one that nobody pressed for makes way. */
  #pressed(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.#sending?.pressed) return this.#sending.settled;
    this.#sending?.abort.abort();
    return this.#alone(work, true);
  }

  #alone(work: (signal: AbortSignal) => Promise<void>, pressed: boolean): Promise<void> {
    const abort = new AbortController();
    const sending = (this.#sending = { settled: Promise.resolve(), abort, pressed });
    clearTimeout(this.#timer);
    const slowTimer = pressed ? setTimeout(() => this.#tell({ slow: true }), PATIENT_MS) : undefined;
    abort.signal.addEventListener('abort', () => clearTimeout(slowTimer));
    sending.settled = work(abort.signal).finally(() => {
      clearTimeout(slowTimer);
      if (abort.signal.aborted) return;
      this.#sending = null;
      this.#tell({ slow: false });
      this.#sendLater();
    });
    this.#host.requestUpdate();
    return sending.settled;
  }

  async #send(url: string, code: string, signal: AbortSignal): Promise<void> {
    const submission = this.#submission;
    if (!submission || !code) return;
    if (isExpired(submission)) return this.#expire(submission);
    this.#url = url;
    this.#code = code;
    const pressed = this.busy;
    if (pressed) this.#tell({ state: 'sending', failure: null });
    const { key, body } = submission;
    try {
      await inTurn(key, signal, async () => {
        // Another tab may have had the answer while this one waited for its turn, or for the line.
        const isAnswered = (): boolean => signal.aborted || this.#submission !== submission;
        if (isAnswered()) return;
        const answer = await postJson(url, { ...body, authorizationCode: code }, { signal, key, tries: pressed ? undefined : 1 });
        if (isAnswered()) return;
        const receipt = this.#options.read(answer);
        if (receipt === null) throw new ApiFailure('bad-response');
        await discard(key);
        this.#receive(receipt);
        tellReceipt({ submission, answer });
      });
    } catch (reason) {
      if (!signal.aborted && this.#submission === submission) await this.#fail(reason instanceof ApiFailure ? reason : new ApiFailure('bad-response'), pressed);
    }
  }

  #receive(receipt: Answer): void {
    this.#close({ state: 'received', receipt, failure: null });
    this.#options.settled?.();
  }

  async #fail(failure: ApiFailure, pressed: boolean): Promise<void> {
    if (pressed) emit(this.#host, 'cez-error', { code: failure.code, retryable: failure.retryable });
    if (failure.retryable) {
      this.#tell({ failure, state: failure.code === 'offline' || failure.retryAt ? 'kept' : 'unknown' });
    } else if (this.kept && (failure.problem?.code === 'not-recognized' || failure.problem?.code === 'challenge-required')) {
      // Neither a slip in the code nor a challenge that was not solved is a reason to lose what was kept.
      this.#code = '';
      this.#tell({ failure, state: 'kept' });
    } else {
      const key = this.#submission?.key;
      this.#close({ failure, state: 'refused' });
      if (key) await discard(key);
      this.#options.settled?.();
    }
  }

  async #expire({ key, createdAt }: Kept): Promise<void> {
    this.#close({ state: 'idle', failure: null, expired: new Date(createdAt) });
    await discard(key);
  }

  /** Lets go of the submission. */
  #close(change: Partial<SubmissionController<Answer>>): void {
    this.#submission = null;
    this.#code = '';
    this.#pauses = 0;
    clearTimeout(this.#timer);
    this.#tell({ ...change, kept: null });
  }

  /** Brings up what an earlier visit left. */
  async #look(): Promise<void> {
    const { fresh, expired } = await waiting(this.#options.widget);
    if (this.state !== 'idle' || this.#sending) return;
    const isOurs = ({ url }: Kept): boolean => url.endsWith(`/${this.#options.path}`);
    const old = expired.find(isOurs);
    if (old) this.#tell({ expired: new Date(old.createdAt) });
    const next = fresh.find(isOurs);
    if (!next) return;
    this.#submission = next;
    this.#tell({ state: 'kept', kept: { body: next.body, since: new Date(next.createdAt) } });
  }

  #sendLater(): void {
    clearTimeout(this.#timer);
    if (!this.#code || !this.#host.isConnected) return;
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#pauses++);
    // Half of it by chance, and never before the API asks for it.
    const wait = Math.max(pause * (0.5 + Math.random() / 2), (this.failure?.retryAt ?? 0) - Date.now());
    this.#timer = setTimeout(this.#sendAgain, wait);
  }

  /** The line may be back, or the customer is. */
  readonly #sendAgain = (): void => {
    if (!this.#code || document.hidden || this.#sending || Date.now() < (this.failure?.retryAt ?? 0)) return;
    void this.#alone((signal) => this.#send(this.#url, this.#code, signal), false);
  };

  readonly #heard = ({ submission, answer }: Receipt): void => {
    if (submission.key !== this.#submission?.key) return;
    const receipt = this.#options.read(answer);
    if (receipt !== null) this.#receive(receipt);
  };

  #tell(change: Partial<SubmissionController<Answer>>): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }
}
