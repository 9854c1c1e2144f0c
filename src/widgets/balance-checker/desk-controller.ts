/** The search for the nearest cash desk: asks the device where it is only on the press, and loads its code then. */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { announce } from '../../core/announcer.js';
import type { BalanceCheckerKey } from '../../i18n/bg/balance-checker.js';
import type { CommonKey } from '../../i18n/bg/common.js';
import type { Words } from '../../i18n/words.js';
import type { Desk } from './desk.js';

interface Settings {
  url: string;
  now: Date;
  words: Words<CommonKey | BalanceCheckerKey>;
}
type Drawing = typeof import('./desk.js').renderDesk;
/** Why no desk is shown: still asking, or what went wrong. */
type Reason = 'deskLocating' | 'deskLocationDenied' | 'deskLocationTimeout' | 'desksUnavailable' | 'noDesk';

export class DeskController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #settings: () => Settings;
  #found: { desk: Desk; draw: Drawing } | null = null;
  #state: Reason | null = null;
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost & HTMLElement, settings: () => Settings) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  clear(): void {
    this.#abort.abort();
    this.#found = this.#state = null;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    const { words, now } = this.#settings();
    if (this.#found) return this.#found.draw(words, this.#found.desk, now);
    return html`<button type="button" class="plain" part="action" aria-busy=${this.#state === 'deskLocating'} @click=${this.#onPress}>${words.t('nearestDesk')}</button>
      ${this.#state ? html`<p class="small" .textContent=${words.t(this.#state)}></p>` : nothing}`;
  }

  readonly #onPress = async (): Promise<void> => {
    if (this.#state === 'deskLocating') return;
    const { signal } = (this.#abort = new AbortController());
    const { url, now } = this.#settings();
    this.#tell('deskLocating');
    try {
      const { nearestDesk, renderDesk } = await import('./desk.js');
      const desk = await nearestDesk(url, now, signal);
      if (signal.aborted) return;
      if (desk) this.#found = { desk, draw: renderDesk };
      this.#tell(desk ? null : 'noDesk');
      // The button that was pressed is gone.
      await this.#host.updateComplete;
      this.#host.shadowRoot?.querySelector<HTMLElement>('.desk')?.focus();
    } catch (reason) {
      if (signal.aborted) return;
      const denied = (reason as { denied?: boolean }).denied;
      this.#tell(denied === undefined ? 'desksUnavailable' : denied ? 'deskLocationDenied' : 'deskLocationTimeout');
    }
  };

  #tell(state: Reason | null): void {
    this.#state = state;
    this.#host.requestUpdate();
    const { words } = this.#settings();
    if (state && state !== 'deskLocating') announce(words.t(state), words.language);
  }
}
