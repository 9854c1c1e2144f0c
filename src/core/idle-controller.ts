/**
 * Notices that nobody is at the device: one warning, then the end, unless somebody moves, types or presses.
 * A device that slept past the end is found out when it wakes.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const ACTIVITY = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;
/** Moving a mouse says the same a hundred times; once a second is enough to hear. */
const HEARD_MS = 1000;

interface Options {
  /** Idle time until the end. */
  endMs: number;
  /** How long before the end it is told. */
  warnMs: number;
  onWarn: () => void;
  onEnd: () => void;
}

export class IdleController implements ReactiveController {
  /** True from the warning until somebody acts or the end. */
  warned = false;
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #last = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Counts from now. */
  start(): void {
    this.stop();
    this.#last = Date.now();
    for (const type of ACTIVITY) addEventListener(type, this.#onActivity, { passive: true, capture: true });
    document.addEventListener('visibilitychange', this.#check);
    this.#check();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#tell(false);
    for (const type of ACTIVITY) removeEventListener(type, this.#onActivity, { capture: true });
    document.removeEventListener('visibilitychange', this.#check);
  }

  /** Once warned, only `start()` counts anew: a page that scrolls under somebody's elbow is no answer. */
  readonly #onActivity = (): void => {
    if (!this.warned && Date.now() - this.#last > HEARD_MS) this.#last = Date.now();
  };

  readonly #check = (): void => {
    clearTimeout(this.#timer);
    const { endMs, warnMs, onWarn, onEnd } = this.#options;
    const left = this.#last + endMs - Date.now();
    if (left <= 0) {
      this.stop();
      onEnd();
    } else {
      if (left <= warnMs && !this.warned) {
        this.#tell(true);
        onWarn();
      }
      this.#timer = setTimeout(this.#check, this.warned ? left : left - warnMs);
    }
  };

  #tell(warned: boolean): void {
    if (warned !== this.warned) this.#host.requestUpdate();
    this.warned = warned;
  }
}
