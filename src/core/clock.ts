/**
 * The time as customers should see it: the preview moment if the page asks for one, else the device's clock
 * corrected by the server's. One timer serves every widget of the page; it ticks at least once a minute, so
 * that a laptop that slept through a change is right within that minute, and at once when it is looked at.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clockSkew, onClockSkew } from '../api/server-clock.js';

const MINUTE = 60_000;
const clocks = new Set<ClockController>();
let timer: ReturnType<typeof setTimeout> | undefined;
let planned = false;

const present = (): number => Date.now() + clockSkew();

function tick(everyone = false): void {
  const now = present();
  for (const clock of clocks) if (everyone || clock.due <= now) clock.wake();
  schedule();
}

/** Sets the timer once all that happens now is done: a page with a hundred widgets asks a hundred times in a row. */
function schedule(): void {
  if (planned) return;
  planned = true;
  queueMicrotask(setTimer);
}

function setTimer(): void {
  planned = false;
  clearTimeout(timer);
  if (!clocks.size) return;
  const earliest = Math.min(...[...clocks].map((clock) => clock.due));
  // A few milliseconds late rather than early: at the instant itself the new state must already hold.
  timer = setTimeout(tick, Math.max(20, Math.min(MINUTE, earliest - present() + 5)));
}

if (typeof document !== 'undefined') {
  const seen = (): void => {
    if (!document.hidden) tick(true);
  };
  document.addEventListener('visibilitychange', seen);
  addEventListener('pageshow', (event) => event.persisted && seen());
  onClockSkew(() => tick(true));
}

export class ClockController implements ReactiveController {
  /** The instant, in ms, at which the host wants to be rendered anew. */
  due = Infinity;
  #preview: Date | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Freezes the clock at `moment`; null lets it run. */
  set preview(moment: Date | null) {
    this.#preview = moment;
  }

  get now(): Date {
    return this.#preview ?? new Date(present());
  }

  /** Asks for an update of the host at `instant`; the last call holds. */
  wakeAt(instant: Date | null): void {
    this.due = this.#preview || !instant ? Infinity : instant.getTime();
    schedule();
  }

  wake(): void {
    this.due = Infinity;
    this.host.requestUpdate();
  }

  hostConnected(): void {
    clocks.add(this);
    schedule();
  }

  hostDisconnected(): void {
    clocks.delete(this);
    schedule();
  }
}
