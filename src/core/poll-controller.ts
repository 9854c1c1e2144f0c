/**
 * Asks again from time to time while the page is looked at. All widgets that show the same address ask in the
 * same moment, and so share one request; a hidden page asks nothing and catches up when it is seen. What is
 * asked for, and what becomes of the answer, is the widget's business.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ApiFailure } from '../api/client.js';
import { nextPoll } from '../api/poll-pause.js';
import type { ResourceController } from './resource-controller.js';

interface Options {
  /** What is asked for, or null while nothing is. */
  url: () => string | null;
  periodMs: () => number;
  /** Asks once. Resolves to why there was no answer, or null. */
  ask: () => Promise<ApiFailure | null>;
}

const polls = new Map<string, Poll>();

/** One address, and everybody on the page who shows it. */
class Poll {
  readonly members = new Set<Options>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #due = 0;

  /** Sets the time of the next question. */
  schedule(notBefore = 0): void {
    const period = Math.min(...[...this.members].map(({ periodMs }) => periodMs()));
    this.#due = nextPoll(Date.now(), notBefore, period, this.#failures);
    this.resume();
  }

  resume(): void {
    this.pause();
    if (!document.hidden) this.#timer = setTimeout(() => void this.#ask(), Math.max(0, this.#due - Date.now()));
  }

  pause(): void {
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<void> {
    const [failure = null] = await Promise.all([...this.members].map(({ ask }) => ask()));
    if (!this.members.size) return;
    this.#failures = failure ? this.#failures + 1 : 0;
    this.schedule(failure?.retryAt);
  }
}

if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', () => {
    for (const poll of polls.values()) if (document.hidden) poll.pause(); else poll.resume();
  });
}

/** Asks for a resource anew by itself. */
export function keepFresh(host: ReactiveControllerHost, resource: Pick<ResourceController<unknown>, 'url' | 'loading' | 'failure' | 'reload'>, periodMs: number): PollController {
  return new PollController(host, {
    url: () => resource.url,
    periodMs: () => periodMs,
    ask: async () => {
      if (resource.loading) return null;
      await resource.reload(1, true);
      return resource.failure;
    },
  });
}

export class PollController implements ReactiveController {
  #joined: { url: string; period: number } | null = null;

  constructor(
    host: ReactiveControllerHost,
    private readonly options: Options,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const url = this.options.url();
    const period = this.options.periodMs();
    if (url === (this.#joined?.url ?? null) && (!url || period === this.#joined?.period)) return;
    this.#leave();
    if (!url) return;
    this.#joined = { url, period };
    const poll = polls.get(url) ?? new Poll();
    polls.set(url, poll);
    poll.members.add(this.options);
    poll.schedule();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #leave(): void {
    const url = this.#joined?.url ?? '';
    this.#joined = null;
    const poll = polls.get(url);
    poll?.members.delete(this.options);
    if (!poll || poll.members.size) return;
    poll.pause();
    polls.delete(url);
  }
}
