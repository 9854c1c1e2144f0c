/** The first step: number and code, and the meters that are the customer's. */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { LookupController } from '../../core/lookup-controller.js';
import { CLIENT_PROOF, clientProofFault, clientProofOf, clientProofRefusal, renderClientProof, type ClientProof, type ClientProofName } from '../../forms/client-proof.js';
import { announceSlowness, renderSubmit } from '../../forms/field.js';
import { FormController } from '../../forms/form-controller.js';
import { refusedFields } from '../../forms/refused-fields.js';
import { renderSendFailure } from '../../forms/send-failure.js';
import { readMeteringPoints } from '../../model/metering-point.js';
import type { MeteringPoint } from '../../model/wire.js';
import type { ReadingWords } from './register-field.js';

interface Options {
  words: () => ReadingWords;
  /** Where the meters are asked for. */
  url: () => string;
  /** Called with the meters, at least one. */
  recognized: (meters: readonly MeteringPoint[]) => Promise<void>;
  /** Called where there is no meter, or none to be had: the summary says why. */
  failed: (hasNoMeters: boolean) => Promise<void>;
}

export class Customer {
  readonly form: FormController<ClientProofName>;
  readonly #options: Options;
  readonly #lookup: LookupController<MeteringPoint[]>;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#options = options;
    this.#lookup = new LookupController(host, { read: readMeteringPoints, outcome: ({ length }) => (length ? 'found' : 'nothing-now'), onSlow: () => announceSlowness(options.words()) });
    this.form = new FormController<ClientProofName>(host, {
      fields: () => CLIENT_PROOF,
      check: (name, value) => clientProofFault(options.words(), name, value),
      send: () => this.#look(),
      api: options.url,
    });
  }

  get proof(): ClientProof {
    return clientProofOf(this.form);
  }

  reset(): void {
    this.form.reset();
    this.#lookup.clear();
  }

  /** Why the last look-up brought nothing, for the summary. */
  renderTrouble(now: Date): TemplateResult | null {
    const { failure } = this.#lookup;
    return failure && !this.form.busy && !this.#refused.length ? renderSendFailure(this.#options.words(), failure, now, () => void this.form.submit()) : null;
  }

  /** `summary` and `notice` stand above the fields. */
  render(summary: TemplateResult | typeof nothing, notice: TemplateResult | typeof nothing): TemplateResult {
    const words = this.#options.words();
    return html`<form method="post" novalidate @submit=${this.form.onSubmit}>
      ${notice} ${summary}
      <p>${words.t('readingIntro')}</p>
      ${renderClientProof(words, this.form)}
      ${renderSubmit(words, this.form, words.t('readingNext'))}
      ${this.#lookup.slow ? html`<p>${words.t('stillTrying')}</p>` : nothing}
    </form>`;
  }

  /** Shows at the fields what the API could not read. */
  async refuse(names: readonly ClientProofName[]): Promise<void> {
    await this.form.refuse(names.map((name) => [name, () => clientProofRefusal(this.#options.words(), name)]));
  }

  async #look(): Promise<void> {
    const { url, recognized, failed } = this.#options;
    const meters = await this.#lookup.ask(url(), this.proof);
    if (meters?.length) return recognized(meters);
    if (!meters && !this.#lookup.failure) return;
    const refused = this.#refused;
    await (refused.length ? this.refuse(refused) : failed(meters !== null));
  }

  get #refused(): ClientProofName[] {
    return refusedFields(this.#lookup.failure?.problem, CLIENT_PROOF);
  }
}
