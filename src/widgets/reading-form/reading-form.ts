/**
 * Declaring meter readings, in four steps: who, readings, check, done. Holds the steps together; what is
 * typed lives in `readings.ts`, what is on its way in the submission, and each step draws itself.
 */
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { announce, prepareAnnouncer } from '../../core/announcer.js';
import { developerNote } from '../../core/developer-note.js';
import { CezElement } from '../../core/element.js';
import { emit, type FailureCode } from '../../core/events.js';
import { ResourceController } from '../../core/resource-controller.js';
import { API_NEEDED } from '../../core/settings.js';
import { SubmissionController } from '../../core/submission-controller.js';
import { clientProofFault } from '../../forms/client-proof.js';
import { renderErrorSummary } from '../../forms/error-summary.js';
import { renderSubmit } from '../../forms/field.js';
import { FormController } from '../../forms/form-controller.js';
import { formStyles } from '../../forms/forms.styles.js';
import { renderSendFailure } from '../../forms/send-failure.js';
import { renderSubmissionState, submissionSentence } from '../../forms/submission-state.js';
import { forms, type FormsKey } from '../../i18n/bg/forms.js';
import { readingForm, type ReadingFormKey } from '../../i18n/bg/reading-form.js';
import { submissions, type SubmissionsKey } from '../../i18n/bg/submissions.js';
import { authorizationCodeOf } from '../../model/client-number.js';
import { readReadingReceipt } from '../../model/metering-point.js';
import { readReadingWindow, windowOn, type WindowState } from '../../model/reading-window.js';
import type { MeteringPoint, ReadingDeclaration, ReadingReceipt, ReadingWindow } from '../../model/wire.js';
import { addDays, instantAt, wallClock } from '../../model/zoned-time.js';
import { renderFailure, renderLoading } from '../../ui/failure.js';
import { renderPhone } from '../../ui/phone.js';
import { renderAnswers, renderSend } from './check-step.js';
import { Customer } from './customer.js';
import { renderReceipt } from './done-step.js';
import { renderKept } from './kept-panel.js';
import { readingFormStyles } from './reading-form.styles.js';
import { Readings, type ReadingName } from './readings.js';
import { renderReadings } from './readings-step.js';
import { readRefusal } from './refusal.js';
import { renderWindow } from './window-band.js';

const STEPS = ['who', 'readings', 'check', 'done'] as const;
type Step = (typeof STEPS)[number];

/**
 * Asks for client number and authorization code, shows the customer's meter with the last reading and what is
 * expected now, takes one reading for each register, and sends them once. A reading that is not expected is
 * asked about, never refused and never explained on the customer's behalf.
 *
 * @summary Declares meter readings, one field for each register.
 * @tagname cez-reading-form
 * @slot - Shown until the form is there, and kept if it cannot work: a phone number, a link.
 * @event {CustomEvent<undefined>} cez-ready - Once: the form, or the first worded state, is shown.
 * @event {CustomEvent<undefined>} cez-submit - Before readings are sent; cancelable.
 * @event {CustomEvent<{reference: string}>} cez-reading-received - The readings are with the company, under this reference.
 * @event {CustomEvent<{outcome: string}>} cez-outcome - How the look-up of the window or of the meters ended.
 * @event {CustomEvent<{code: string, retryable: boolean}>} cez-error - A look-up or a sending failed.
 * @csspart answer - The receipt, or the line that says that readings are not taken now.
 * @csspart status - Until when readings are taken; where a submission is.
 * @csspart action - Buttons.
 * @csspart input - The fields.
 * @csspart error - What is wrong with what was typed, or why it was not sent.
 * @csspart list - What is about to be sent, to read through.
 * @csspart row - One line of it.
 */
export class ReadingForm extends CezElement<ReadingFormKey | FormsKey | SubmissionsKey> {
  static override styles: CSSResultGroup = [CezElement.styles, formStyles, readingFormStyles];
  static override properties: PropertyDeclarations = { step: { state: true }, trouble: { state: true }, anew: { state: true } };

  protected readonly texts = { ...forms, ...submissions, ...readingForm };
  private step: Exclude<Step, 'done'> = 'who';
  /** What is wrong with all of it: a sentence, or the failure of the sending. */
  private trouble: ReadingFormKey | 'failure' | null = null;
  /** True once the customer fills in new readings although earlier ones wait. */
  private anew = false;
  /** What was sent last from this page, and a declaration of an earlier visit that is sent anew. */
  #sent: Partial<ReadingDeclaration> | null = null;
  #earlier: Partial<ReadingDeclaration> | null = null;
  #said: string | null = null;
  /** True from a press until the focus has moved to what became of it. */
  #isPressed = false;
  readonly #window = new ResourceController<ReadingWindow>(this, { url: () => this.apiBase && `${this.apiBase}/reading-window`, read: readReadingWindow });
  readonly #submission: SubmissionController<ReadingReceipt> = new SubmissionController<ReadingReceipt>(this, {
    widget: 'reading',
    path: 'readings',
    read: readReadingReceipt,
    settled: () => void this.#onSettled(),
  });
  readonly #customer: Customer = new Customer(this, {
    words: () => this.words,
    url: () => `${this.apiBase}/metering-points`,
    recognized: (meters) => this.#begin(meters),
    failed: (hasNoMeters) => this.#tell(hasNoMeters ? 'readingNoMeters' : null),
  });
  readonly #readings: Readings = new Readings(this, {
    words: () => this.words,
    today: () => this.#today,
    windowFrom: () => (this.#windowState?.state === 'open' ? this.#windowState.from : null),
    proceed: () => void this.#go('check'),
  });
  readonly #code: FormController<'authorizationCode'> = new FormController<'authorizationCode'>(this, {
    fields: () => ['authorizationCode'],
    check: (name, value) => clientProofFault(this.words, name, value),
    send: () => this.#resend(),
    api: () => this.apiBase,
  });

  /** Asks anew whether readings are taken. */
  async refresh(): Promise<void> {
    await this.#window.reload();
    await this.updateComplete;
  }

  /** Empties the form. What has been sent and awaits its answer stays. */
  reset(): void {
    if (this.#submission.state === 'received' || this.#submission.state === 'refused') void this.#submission.forget();
    for (const form of [this.#customer, this.#readings, this.#code]) form.reset();
    this.#sent = this.#earlier = this.trouble = null;
    this.step = 'who';
    this.anew = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
    addEventListener('pagehide', this.#onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#onLeave);
  }

  protected override get settled(): boolean {
    return !this.apiBase || Boolean(this.#window.value ?? this.#window.failure) || this.#window.slow;
  }

  protected override get ownFault(): FailureCode | null {
    if (this.apiBase) return null;
    developerNote(this, API_NEEDED);
    return 'config';
  }

  protected override get keepsFallback(): boolean {
    return !this.apiBase;
  }

  protected view(): TemplateResult | typeof nothing {
    if (!this.apiBase) return renderFailure(this.words, 'config', null);
    if (!this.settled) return this.hasFallback ? nothing : renderLoading(this.words, false);
    this.clock.wakeAt(instantAt(addDays(this.#today, 1), 0));
    return html`${this.heading(this.words.t('readingTitle'))} ${this.#renderState()}`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const sentence = this.#submission.state === 'idle' ? null : submissionSentence(this.words, this.#submission, this.clock.now);
    // What becomes of a press is read out with the focus that moves there.
    const isRead = this.#isPressed && this.#submission.state !== 'sending';
    if (sentence && sentence !== this.#said && !isRead) announce(sentence, this.words.language);
    this.#said = sentence;
  }

  get #today(): string {
    return wallClock(this.clock.now).date;
  }

  /** Null while nobody knows. */
  get #windowState(): WindowState | null {
    return this.#window.value && windowOn(this.#window.value, this.#today);
  }

  #renderState(): TemplateResult {
    const { receipt, kept } = this.#submission;
    if (receipt) return html`${this.#renderSteps('done')} ${this.#renderReceipt(receipt)}`;
    const window = this.#windowState;
    const band = renderWindow(this.words, window, this.#today, () => void this.#remind());
    if (kept && !this.anew) return html`${band} ${renderKept(this.words, this.#submission, this.#code, { now: this.clock.now, heading: this.#renderStepName('readingKept'), anew: () => void this.#fillAnew() })}`;
    if (window?.state === 'closed' && !this.#isPending) return html`${this.#renderSummary(this.#readings.form)} ${band}`;
    return html`${this.#renderSteps(this.step)} ${this.step === 'who' ? band : nothing} ${this.#renderStep()}`;
  }

  /** True while something that was pressed for here awaits its answer. */
  get #isPending(): boolean {
    return /^(kept|sending|unknown)$/.test(this.#submission.state) && !this.#submission.kept;
  }

  #renderSteps(current: Step): TemplateResult {
    const names = this.words.list('readingSteps');
    return html`<ol class="steps" role="list" aria-label=${this.words.t('readingStepsName')}>
      ${STEPS.map((step, index) => html`<li aria-current=${ifDefined(step === current ? 'step' : undefined)}>${names[index]}</li>`)}
    </ol>`;
  }

  /** Takes the focus when its step begins. */
  #renderStepName(key: ReadingFormKey): TemplateResult {
    return html`<div class="step">${this.heading(this.words.t(key), 1)}</div>`;
  }

  #renderStep(): TemplateResult {
    const { step, words } = this;
    const { state } = this.#submission;
    if (step === 'readings') return this.#renderReadings();
    if (step === 'check') return this.#renderCheck();
    return this.#customer.render(this.#renderSummary(this.#customer.form), state === 'idle' ? renderSubmissionState(words, this.#submission, this.clock.now) : nothing);
  }

  #renderReadings(): TemplateResult {
    const { words } = this;
    const known = this.#readings.knownReference;
    const aid = this.#readings.form.fault('readAt') && known
      ? html`<button type="button" part="action" @click=${() => void this.#correct(known)}>${words.t('readingReplace')}</button>`
      : nothing;
    return html`<form method="post" novalidate @submit=${this.#readings.onSubmit}>
      ${this.#renderStepName('readingMeters')}
      ${this.#renderSummary(this.#readings.form)}
      ${renderReadings(words, this.#readings, this.#today, aid)}
      ${this.#renderCorrecting()}
      <div class="actions">${renderSubmit(words, this.#readings.form, words.t('readingNext'))} ${this.#renderBack('who')}</div>
    </form>`;
  }

  #renderCheck(): TemplateResult {
    const { words } = this;
    const isPending = this.#isPending;
    const change = (name: ReadingName | 'clientNumber'): void => void this.#change(name);
    return html`<div class="form">
      ${this.#renderStepName('readingCheck')}
      ${this.#renderSummary(this.#readings.form)}
      <div class="pending" tabindex="-1">${isPending ? renderSubmissionState(words, this.#submission, this.clock.now) : nothing}</div>
      ${renderAnswers(words, this.#readings, this.#customer.proof.clientNumber, this.#today, isPending ? undefined : change)}
      ${this.#renderCorrecting()}
      ${isPending && this.#submission.state !== 'sending' ? nothing : renderSend(words, this.#submission, () => void this.#send(), this.#renderBack('readings'))}
    </div>`;
  }

  #renderReceipt(receipt: ReadingReceipt): TemplateResult {
    const isKnown = this.#sent !== null;
    return renderReceipt(this.words, receipt, this.clock.now, {
      answers: isKnown ? renderAnswers(this.words, this.#readings, this.#customer.proof.clientNumber, this.#today) : nothing,
      correct: isKnown ? () => void this.#correct(receipt.reference) : null,
      another: () => void this.#startAnother(),
    });
  }

  /** What is wrong, above the step it is put right in. */
  #renderSummary(form: Customer['form'] | Readings['form']): TemplateResult | typeof nothing {
    return renderErrorSummary(this.words, form as FormController<string>, this.#renderTrouble());
  }

  #renderTrouble(): TemplateResult | null {
    const { words, trouble } = this;
    if (trouble === 'failure') return renderSendFailure(words, this.#submission.failure!, this.clock.now, () => void this.#send());
    if (trouble) return html`<p>${words.t(trouble)}</p><p>${words.t('callInstead')} ${renderPhone(words.t('infoLine'))}.</p>`;
    return this.step === 'who' ? this.#customer.renderTrouble(this.clock.now) : null;
  }

  #renderCorrecting(): TemplateResult | typeof nothing {
    const { replaces } = this.#readings;
    return replaces ? html`<p class="band" .textContent=${this.words.t('readingCorrecting', { reference: replaces })}></p>` : nothing;
  }

  #renderBack(step: 'who' | 'readings'): TemplateResult {
    return html`<button type="button" class="plain" part="action" @click=${() => void this.#go(step)}>${this.words.t('readingBack')}</button>`;
  }

  async #begin(meters: readonly MeteringPoint[]): Promise<void> {
    this.#readings.begin(meters);
    if (this.#earlier) this.#readings.restore(this.#earlier);
    this.#earlier = null;
    await this.#go('readings');
  }

  /** Says above the step what is wrong with all of it. */
  async #tell(trouble: typeof this.trouble): Promise<void> {
    this.trouble = trouble;
    await this.#focus('.summary');
  }

  async #send(): Promise<void> {
    if (this.#submission.busy || !emit(this, 'cez-submit')) return;
    this.trouble = null;
    this.#sent = this.#readings.declaration;
    await this.#follow(this.#submission.submit(`${this.apiBase}/readings`, { ...this.#customer.proof, ...this.#sent }));
  }

  /** Moves the focus to what becomes of a press. The receipt and a refusal take it themselves. */
  async #follow(sending: Promise<void>): Promise<void> {
    this.#isPressed = true;
    await sending;
    const { kept, knowsCode } = this.#submission;
    if (kept && !knowsCode) await this.#focus('.summary');
    else if (kept || this.#isPending) await this.#focus('.pending');
    this.#isPressed = false;
  }

  /** Sends what an earlier visit left; should it be refused, its readings come back into the form. */
  async #resend(): Promise<void> {
    const { kept } = this.#submission;
    if (!kept || !emit(this, 'cez-submit')) return;
    this.#sent = null;
    this.#earlier = kept.body;
    await this.#follow(this.#submission.resend(`${this.apiBase}/readings`, authorizationCodeOf(this.#code.value('authorizationCode')) ?? ''));
  }

  async #onSettled(): Promise<void> {
    const { receipt, failure } = this.#submission;
    if (!receipt) return this.#onRefused(failure?.problem ?? null);
    this.#readings.replaces = this.#earlier = null;
    if (this.#sent) this.#readings.received(this.#sent, receipt.reference);
    this.#code.reset();
    emit(this, 'cez-reading-received', { reference: receipt.reference });
    // What was sent again by itself must not take the focus from whatever the customer does meanwhile.
    if (this.#submission.busy || this.shadowRoot?.activeElement) return this.#focus('.answer');
    announce(this.words.t('readingAccepted'), this.words.language);
  }

  async #onRefused(problem: Parameters<typeof readRefusal>[0]): Promise<void> {
    if (this.#earlier && !(await this.#takeUp(this.#earlier))) return;
    const refusal = readRefusal(problem);
    const { step, proof, whole } = refusal;
    await this.#go(step);
    if (proof.length) return this.#customer.refuse(proof);
    if (await this.#readings.refuse(refusal)) return;
    if (whole === 'readingTooLateToCorrect') this.#readings.replaces = null;
    if (whole === 'readingWindowClosed') void this.#window.reload();
    await this.#tell(whole ?? 'failure');
  }

  /** Fills the forms with a declaration of an earlier visit; false if its meter cannot be had now. */
  async #takeUp({ clientNumber }: Partial<ReadingDeclaration>): Promise<boolean> {
    const { form } = this.#customer;
    form.fill('clientNumber', clientNumber ?? '');
    form.fill('authorizationCode', this.#code.value('authorizationCode'));
    this.#code.reset();
    this.step = 'who';
    await form.submit();
    return this.step !== 'who';
  }

  /** Leads back to the readings, to send them in the place of those under `reference`. */
  async #correct(reference: string): Promise<void> {
    this.#readings.replaces = reference;
    await this.#leaveReceipt('readings');
  }

  /** The next readings: of another meter of the same customer, if there is one. */
  async #startAnother(): Promise<void> {
    const hasOthers = this.#readings.meters.length > 1;
    if (hasOthers) this.#readings.form.fill('meter', '');
    else this.reset();
    await this.#leaveReceipt(hasOthers ? 'readings' : 'who');
  }

  async #leaveReceipt(step: 'who' | 'readings'): Promise<void> {
    void this.#submission.forget();
    await this.#go(step);
  }

  async #fillAnew(): Promise<void> {
    this.anew = true;
    await this.#go('who');
  }

  async #change(name: ReadingName | 'clientNumber'): Promise<void> {
    await this.#go(name === 'clientNumber' ? 'who' : 'readings');
    if (name === 'clientNumber') this.#customer.form.reach(name);
    else this.#readings.form.reach(name);
  }

  async #go(step: Exclude<Step, 'done'>): Promise<void> {
    this.step = step;
    this.trouble = null;
    await this.#focus('.step *');
  }

  /** Moves the focus there, or to the heading. */
  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    const element = this.renderRoot.querySelector<HTMLElement>(selector);
    if (element) element.focus();
    else this.focus();
  }

  /** A page that is brought back from memory shows nothing of a customer: numbers and meters are asked for anew, readings wait for them. */
  readonly #onLeave = (): void => {
    if (this.#submission.state === 'received') return this.reset();
    if (this.#isPending) return;
    this.#customer.reset();
    this.step = 'who';
  };

  async #remind(): Promise<void> {
    const window = this.#windowState;
    if (window?.state !== 'closed' || !window.next) return;
    const { saveReminder } = await import('./save-reminder.js');
    saveReminder(window.next, this.words.t('readingReminder'), this.clock.now);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cez-reading-form': ReadingForm;
  }
}
