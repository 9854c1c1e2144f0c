/**
 * What the customer answers to the link of the mail. Its token is taken out of the page's address, known here
 * alone, and sent only on a press: programs that look for viruses open the links of mails, too.
 */
import type { ReactiveControllerHost } from 'lit';
import type { ApiFailure } from '../../api/client.js';
import { emit } from '../../core/events.js';
import { LookupController } from '../../core/lookup-controller.js';
import { takeFromAddress } from '../../core/page-address.js';
import { einvoiceStateReader } from '../../model/einvoice.js';

interface Options {
  api: () => string | null;
  /** Called when a press has brought an answer, or none. */
  answered: () => void;
  /** Called when an answer takes long. */
  onSlow: () => void;
}

export class MailLink {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  readonly #confirming: LookupController<'active'>;
  readonly #refusing: LookupController<'paper'>;
  #token = '';

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    const { onSlow } = options;
    this.#confirming = new LookupController<'active'>(host, { read: einvoiceStateReader('active'), onSlow });
    this.#refusing = new LookupController<'paper'>(host, { read: einvoiceStateReader('paper'), onSlow });
  }

  /** `expired`: good for nothing any more, or never was. Null where the page was opened without a link. */
  get state(): 'open' | 'active' | 'refused' | 'expired' | null {
    if (!this.#token) return null;
    if (this.#confirming.value) return 'active';
    if (this.#refusing.value) return 'refused';
    const { failure } = this;
    return failure?.code === 'not-found' || failure?.problem?.code === 'invalid' ? 'expired' : 'open';
  }

  /** Which answer is on its way. */
  get busy(): 'confirm' | 'refuse' | null {
    return this.#confirming.busy ? 'confirm' : this.#refusing.busy ? 'refuse' : null;
  }

  get slow(): boolean {
    return this.#confirming.slow || this.#refusing.slow;
  }

  get failure(): ApiFailure | null {
    return this.#confirming.failure ?? this.#refusing.failure;
  }

  /** Takes the token of the page's address, unless another tag of the page has it. */
  take(): void {
    this.#token ||= takeFromAddress('cez-einvoice-token') ?? '';
  }

  clear(): void {
    this.#token = '';
    this.#confirming.clear();
    this.#refusing.clear();
  }

  readonly confirm = (): Promise<void> => this.#answer(() => this.#confirming.ask(...this.#question('confirmations')));

  readonly refuse = (): Promise<void> => this.#answer(() => this.#refusing.ask(...this.#question('cancellations')));

  #question(path: string): [url: string, body: object] {
    return [`${this.#options.api()}/einvoice-${path}`, { token: this.#token }];
  }

  async #answer(ask: () => Promise<unknown>): Promise<void> {
    if (this.busy || !emit(this.#host, 'cez-submit')) return;
    this.#confirming.clear();
    this.#refusing.clear();
    const value = await ask();
    if (value || this.failure) this.#options.answered();
  }
}
