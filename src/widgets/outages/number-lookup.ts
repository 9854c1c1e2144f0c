/**
 * The question by client number. A chunk of its own, with the forms: only those who choose it load it. The
 * number goes to the API on a press and nowhere else, and is forgotten with the page.
 */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Outcome } from '../../core/events.js';
import { LookupController } from '../../core/lookup-controller.js';
import { clientNumberFault, renderClientNumber, renderWhere } from '../../forms/client-proof.js';
import { renderErrorSummary } from '../../forms/error-summary.js';
import { announceSlowness, renderSubmit } from '../../forms/field.js';
import { FormController } from '../../forms/form-controller.js';
import { formStyles } from '../../forms/forms.styles.js';
import { refusedFields } from '../../forms/refused-fields.js';
import { renderSendFailure } from '../../forms/send-failure.js';
import { forms } from '../../i18n/bg/forms.js';
import { clientNumberOf, groupedClientNumber } from '../../model/client-number.js';
import { readOutages, type OutageList } from '../../model/outage.js';
import type { OutageWords } from './outage-words.js';
import { listOutcome } from './question.js';

const NAMES = ['clientNumber'] as const;

export interface NumberAnswer {
  /** Bulgarian name of the place the number is in; empty if the API does not say. */
  place: string;
  list: OutageList;
}

function readAnswer(raw: unknown): NumberAnswer | null {
  const { outages, place, asOf } = (raw ?? {}) as { outages?: unknown; place?: unknown; asOf?: unknown };
  const list = readOutages({ outages, updatedAt: asOf });
  return list && { place: typeof place === 'string' ? place : '', list };
}

interface Settings {
  words: OutageWords;
  api: string | null;
  now: Date;
}

export class NumberLookup {
  /** The number of the answer on screen, in groups to be read aloud; else empty. */
  number = '';
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #settings: () => Settings;
  readonly #form: FormController<'clientNumber'>;
  readonly #lookup: LookupController<NumberAnswer>;

  constructor(host: ReactiveControllerHost & HTMLElement, settings: () => Settings) {
    this.#host = host;
    this.#settings = settings;
    const root = host.shadowRoot!;
    // Not Lit's own sheet, which there is none of on pages where MooTools has replaced `Document`.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(formStyles.cssText);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.#lookup = new LookupController<NumberAnswer>(host, {
      read: readAnswer,
      outcome: ({ list }): Outcome => listOutcome(list, false, settings().now.getTime()),
      onSlow: () => announceSlowness(settings().words),
    });
    this.#form = new FormController<'clientNumber'>(host, {
      fields: () => NAMES,
      check: (_name, value) => clientNumberFault(settings().words.with(forms), value),
      send: () => this.#look(),
      api: () => settings().api,
    });
  }

  get answer(): NumberAnswer | null {
    return this.#lookup.value;
  }

  /** True if the API said that it does not know the number. */
  get notKnown(): boolean {
    return this.#lookup.failure?.code === 'not-found';
  }

  clear(): void {
    this.number = '';
    this.#form.reset();
    this.#lookup.clear();
  }

  /** Asks anew for the answer on screen. */
  async refresh(): Promise<void> {
    if (this.number) await this.#form.submit();
  }

  focus(): void {
    this.#form.reach('clientNumber');
  }

  render(): TemplateResult {
    const { now } = this.#settings();
    const words = this.#settings().words.with(forms);
    const { failure, slow } = this.#lookup;
    const whole = failure && !this.notKnown && !refusedFields(failure.problem, NAMES).length ? failure : null;
    return html`<form method="post" novalidate @submit=${this.#form.onSubmit}>
      ${renderErrorSummary(words, this.#form, whole && html`<p>${words.t('cannotTell')}</p>${renderSendFailure(words, whole, now, () => void this.#form.submit())}`)}
      ${renderClientNumber(words, this.#form)}
      ${renderWhere(words, false)}
      ${renderSubmit(words, this.#form, words.t('checkOutages'))}
      ${slow ? html`<p>${words.t('stillTrying')}</p>` : nothing}
      <p class="small muted">${words.t('numberOutageNote')}</p>
    </form>`;
  }

  async #look(): Promise<void> {
    const { api, words } = this.#settings();
    const clientNumber = clientNumberOf(this.#form.value('clientNumber')) ?? '';
    this.number = '';
    await this.#lookup.ask(`${api}/outage-lookups`, { clientNumber });
    const { failure } = this.#lookup;
    if (!failure && !this.answer) return;
    if (!failure) this.number = groupedClientNumber(clientNumber);
    const refused = refusedFields(failure?.problem, NAMES);
    if (refused.length) return this.#form.refuse([['clientNumber', () => words.with(forms).t('clientNumberRefused')]]);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>(failure && !this.notKnown ? '.summary' : '.answer')?.focus();
  }
}
