/**
 * The device's clock and timers in a test's hands: time stands still until it is told to pass. Requests and
 * frames stay real.
 */
const real = { now: Date.now.bind<() => number>(Date), setTimeout: globalThis.setTimeout.bind(globalThis), clearTimeout: globalThis.clearTimeout.bind(globalThis) };

/** Real milliseconds, also while the device's clock stands. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    real.setTimeout(resolve, ms);
  });

/** Waits, in real time, until `check` is truthy, and returns what it gave. */
export async function until<T>(check: () => T, what = check.toString(), limit = 10_000): Promise<NonNullable<Awaited<T>>> {
  const end = real.now() + limit;
  while (real.now() < end) {
    const value = await check();
    if (value) return value;
    await pause(10);
  }
  throw new Error(`Waited in vain until ${what}`);
}

export class DeviceClock {
  static #running: DeviceClock | null = null;
  readonly #timers = new Map<number, { at: number; call: () => void }>();
  #now: number;
  #last = 1e9;

  /** Stops the clock at `moment`, or at the present. It runs again after the test. */
  constructor(moment?: string) {
    this.#now = moment ? Date.parse(moment) : real.now();
    DeviceClock.#running = this;
    Date.now = () => this.#now;
    const setTimer = (call: (...args: unknown[]) => void, delay = 0, ...args: unknown[]): number => {
      const ring = (): void => {
        call(...args);
      };
      this.#timers.set(++this.#last, { at: this.#now + delay, call: ring });
      return this.#last;
    };
    globalThis.setTimeout = setTimer as typeof setTimeout;
    globalThis.clearTimeout = ((id?: number) => {
      if (!this.#timers.delete(id ?? 0)) real.clearTimeout(id);
    }) as typeof clearTimeout;
  }

  static restore(): void {
    if (!DeviceClock.#running) return;
    DeviceClock.#running = null;
    Object.assign(Date, { now: real.now });
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
  }

  /** Moves the clock without letting a timer ring, as sleep does to a laptop. */
  sleep(ms: number): void {
    this.#now += ms;
  }

  /** Lets `ms` pass; timers ring in their order. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await pause(0);
      const [next] = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      this.#timers.delete(next[0]);
      this.#now = Math.max(this.#now, next[1].at);
      next[1].call();
    }
    this.#now = end;
  }

  /** Lets time fly until `check` is truthy, `step` ms after 20 real ones; in longer steps real answers come too late. */
  async passUntil<T>(check: () => T, what = check.toString(), step = 250): Promise<NonNullable<T>> {
    for (let rounds = 0; rounds < 400; rounds++) {
      const value = await check();
      if (value) return value;
      await this.pass(step);
      await pause(20);
    }
    throw new Error(`Time passed in vain until ${what}`);
  }
}

afterEach(() => DeviceClock.restore());
