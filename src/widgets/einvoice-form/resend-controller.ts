/** Another mail for a request that awaits its confirmation, no more than one a minute, as the API sends them. */
import { encodeUri } from '../../model/uri.js';
import type { ReactiveControllerHost } from 'lit';
import { LookupController } from '../../core/lookup-controller.js';
import type { ClientProof } from '../../forms/client-proof.js';

const BETWEEN_MAILS_MS = 60_000;

export class ResendController extends LookupController<true> {
  /** True once another mail may be asked for. */
  ready = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #update: () => void;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    super(host, { read: (answer) => (answer === null ? true : null) });
    this.#update = () => host.requestUpdate();
  }

  /** A mail was sent just now. */
  wait(): void {
    this.ready = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.ready = true;
      this.#update();
    }, BETWEEN_MAILS_MS);
    this.#update();
  }

  /** Resolves to true if it was sent; else `failure` tells why not. */
  async resend(api: string | null, reference: string, proof: ClientProof): Promise<boolean> {
    const sent = await this.ask(`${api}/einvoice-requests/${encodeUri(reference)}/resend`, proof);
    if (sent) this.wait();
    return sent ?? false;
  }
}
