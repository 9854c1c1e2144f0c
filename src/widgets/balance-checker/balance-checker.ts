/**
 * What a customer owes, for the number and code of an invoice. The answer is shown, never kept: it goes with
 * the page, with a press, and after five minutes in which nobody acts.
 */
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { announce, prepareAnnouncer } from '../../core/announcer.js';
import { developerNote } from '../../core/developer-note.js';
import { CezElement } from '../../core/element.js';
import { emit, type FailureCode } from '../../core/events.js';
import { IdleController } from '../../core/idle-controller.js';
import { LookupController } from '../../core/lookup-controller.js';
import { API_NEEDED } from '../../core/settings.js';
import { CLIENT_PROOF, clientProofFault, clientProofOf, clientProofRefusal, renderClientProof, type ClientProofName } from '../../forms/client-proof.js';
import { renderErrorSummary } from '../../forms/error-summary.js';
import { announceSlowness, renderSubmit } from '../../forms/field.js';
import { FormController } from '../../forms/form-controller.js';
import { formStyles } from '../../forms/forms.styles.js';
import { refusedFields } from '../../forms/refused-fields.js';
import { renderSendFailure } from '../../forms/send-failure.js';
import { balanceChecker, type BalanceCheckerKey } from '../../i18n/bg/balance-checker.js';
import { forms, type FormsKey } from '../../i18n/bg/forms.js';
import { balanceState, readBalance } from '../../model/balance.js';
import type { Balance } from '../../model/wire.js';
import { renderFailure } from '../../ui/failure.js';
import { balanceCheckerStyles } from './balance-checker.styles.js';
import { renderBalance } from './balance-view.js';
import { DeskController } from './desk-controller.js';

const IDLE_MS = 5 * 60_000;
const WARN_MS = 60_000;

/**
 * Asks for client number and authorization code and shows what is owed: the sum, what is overdue, each unpaid
 * invoice, the last payment and the ways to pay. Nothing of it is stored.
 *
 * @summary What is owed, with due dates and ways to pay.
 * @tagname cez-balance-checker
 * @slot - Shown until the form is there, and kept if it cannot work: a phone number, a link.
 * @event {CustomEvent<undefined>} cez-ready - Once: the form, or the first worded state, is shown.
 * @event {CustomEvent<undefined>} cez-submit - Before a look-up is sent; cancelable.
 * @event {CustomEvent<{outcome: string}>} cez-outcome - How a look-up ended.
 * @event {CustomEvent<{code: string, retryable: boolean}>} cez-error - The balance could not be had.
 * @event {CustomEvent<{state: string}>} cez-balance-shown - A balance is on screen: owed, overdue, nothing-owed or credit.
 * @csspart answer - The line that says what is owed.
 * @csspart status - The band of an overdue sum.
 * @csspart action - Buttons and the link to pay.
 * @csspart input - The fields.
 * @csspart error - What is wrong with what was typed, or why there is no answer.
 * @csspart list - The unpaid invoices.
 * @csspart row - One invoice.
 */
export class BalanceChecker extends CezElement<BalanceCheckerKey | FormsKey> {
  static override styles: CSSResultGroup = [CezElement.styles, formStyles, balanceCheckerStyles];
  static override properties: PropertyDeclarations = { hiddenByIdleness: { state: true } };

  protected readonly texts = { ...forms, ...balanceChecker };
  private hiddenByIdleness = false;
  /** The number of the balance on screen, for copying; forgotten with it. */
  #number = '';
  readonly #lookup = new LookupController<Balance>(this, { read: readBalance, onSlow: () => announceSlowness(this.words) });
  readonly #desk: DeskController = new DeskController(this, () => ({ url: `${this.apiBase}/centers?brand=${this.brandName}`, now: this.clock.now, words: this.words }));
  readonly #idle: IdleController = new IdleController(this, { endMs: IDLE_MS, warnMs: WARN_MS, onWarn: () => this.#say('hidesSoon'), onEnd: () => this.#hideAfterIdleness() });
  readonly #form: FormController<ClientProofName> = new FormController<ClientProofName>(this, {
    fields: () => CLIENT_PROOF,
    check: (name, value) => clientProofFault(this.words, name, value),
    send: () => this.#look(),
    api: () => this.apiBase,
  });

  /** Asks anew for the balance on screen; without one, does nothing, since nothing is kept to ask with. */
  async refresh(): Promise<void> {
    if (this.#lookup.value) await this.#form.submit();
    await this.updateComplete;
  }

  /** Hides the balance and empties the form. */
  reset(): void {
    this.#number = '';
    this.#idle.stop();
    this.#lookup.clear();
    this.#desk.clear();
    this.#form.reset();
    this.hiddenByIdleness = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
    // A page that is brought back from memory must not show the last customer's balance.
    addEventListener('pagehide', this.#onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#onLeave);
    this.reset();
  }

  protected override get settled(): boolean {
    return true;
  }

  protected override get ownFault(): FailureCode | null {
    if (this.apiBase) return null;
    developerNote(this, API_NEEDED);
    return 'config';
  }

  protected override get keepsFallback(): boolean {
    return !this.apiBase;
  }

  protected view(): TemplateResult {
    if (!this.apiBase) return renderFailure(this.words, 'config', null);
    const { value } = this.#lookup;
    return html`${this.heading(this.words.t('balanceTitle'))} ${value ? this.#renderAnswer(value) : this.#renderForm()}`;
  }

  #renderForm(): TemplateResult {
    const { words } = this;
    const { failure, slow } = this.#lookup;
    return html`<form method="post" novalidate @submit=${this.#form.onSubmit}>
      ${this.hiddenByIdleness ? html`<p class="band">${words.t('hidden')}</p>` : nothing}
      ${renderErrorSummary(words, this.#form, failure && !refusedFields(failure.problem, CLIENT_PROOF).length ? renderSendFailure(words, failure, this.clock.now, () => void this.#form.submit()) : null)}
      <p>${words.t('intro')}</p>
      ${renderClientProof(words, this.#form)}
      ${renderSubmit(words, this.#form, words.t('check'))}
      ${slow ? html`<p>${words.t('stillTrying')}</p>` : nothing}
    </form>`;
  }

  #renderAnswer(balance: Balance): TemplateResult {
    const { words } = this;
    return html`
      ${this.#idle.warned
        ? html`<p class="band warned">${words.t('hidesSoon')} <button type="button" part="action" @click=${this.#onStay}>${words.t('stay')}</button></p>`
        : nothing}
      ${renderBalance(words, balance, { now: this.clock.now, number: () => this.#number, heading: (text) => this.heading(text, 1), desk: this.#desk.render() })}
      <div class="actions">
        <button type="button" part="action" @click=${this.#onHide}>${words.t('hideNow')}</button>
        <span class="small muted">${words.t('hidesNote')}</span>
      </div>`;
  }

  async #look(): Promise<void> {
    if (!emit(this, 'cez-submit')) return;
    const proof = clientProofOf(this.#form);
    this.hiddenByIdleness = false;
    const balance = await this.#lookup.ask(`${this.apiBase}/balance-lookups`, proof);
    if (balance) return this.#show(balance, proof.clientNumber);
    if (!this.#lookup.failure) return;
    await this.#tellFailure(this.#lookup.failure);
  }

  async #show(balance: Balance, number: string): Promise<void> {
    this.#number = number;
    this.#idle.start();
    emit(this, 'cez-balance-shown', { state: balanceState(balance) });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.answer')?.focus();
  }

  async #tellFailure({ problem }: NonNullable<LookupController<Balance>['failure']>): Promise<void> {
    const wrong = refusedFields(problem, CLIENT_PROOF);
    if (wrong.length) {
      return this.#form.refuse(wrong.map((name) => [name, () => clientProofRefusal(this.words, name)]));
    }
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.summary')?.focus();
  }

  #hideAfterIdleness(): void {
    const hadFocus = this.shadowRoot?.activeElement;
    this.reset();
    this.hiddenByIdleness = true;
    this.#say('hidden');
    // What had it is gone; elsewhere on the page somebody may be typing.
    if (hadFocus) void this.updateComplete.then(() => this.focus());
  }

  #say(key: 'hidesSoon' | 'hidden'): void {
    announce(this.words.t(key), this.words.language);
  }

  readonly #onLeave = (): void => this.reset();

  readonly #onStay = (): void => {
    this.#idle.start();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.answer')?.focus());
  };

  readonly #onHide = (): void => {
    this.reset();
    void this.updateComplete.then(() => this.focus());
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cez-balance-checker': BalanceChecker;
  }
}
