/**
 * The request for the e-invoice, its confirmation with the link of a mail, and the way back to paper. Which of
 * them is on screen follows from what was sent and answered; each is drawn in a file of its own. The token of
 * the mail and the customer's numbers live here in memory and nowhere else.
 */
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { ApiFailure } from '../../api/client.js';
import { announce, prepareAnnouncer } from '../../core/announcer.js';
import { developerNote } from '../../core/developer-note.js';
import { CezElement } from '../../core/element.js';
import { emit, type FailureCode } from '../../core/events.js';
import { LookupController } from '../../core/lookup-controller.js';
import { API_NEEDED } from '../../core/settings.js';
import { SubmissionController } from '../../core/submission-controller.js';
import { CLIENT_PROOF, clientProofFault, clientProofOf, clientProofRefusal, type ClientProof } from '../../forms/client-proof.js';
import { renderErrorSummary } from '../../forms/error-summary.js';
import { announceSlowness } from '../../forms/field.js';
import { FormController, type Fault } from '../../forms/form-controller.js';
import { formStyles } from '../../forms/forms.styles.js';
import { refusedFields } from '../../forms/refused-fields.js';
import { renderSendFailure, sendFailureText } from '../../forms/send-failure.js';
import { renderSubmissionState, submissionSentence } from '../../forms/submission-state.js';
import { einvoiceForm } from '../../i18n/bg/einvoice-form.js';
import { forms } from '../../i18n/bg/forms.js';
import { submissions } from '../../i18n/bg/submissions.js';
import { einvoiceStateReader, readEinvoiceReceipt } from '../../model/einvoice.js';
import { readEmail } from '../../model/email.js';
import type { EinvoiceReceipt } from '../../model/wire.js';
import { renderFailure } from '../../ui/failure.js';
import { einvoiceFormStyles } from './einvoice-form.styles.js';
import { emailFault } from './email-field.js';
import { MailLink } from './mail-link.js';
import { renderOnPaper, renderPaperForm } from './paper-view.js';
import { renderReceipt } from './receipt-view.js';
import { renderRequest, renderWaiting } from './request-view.js';
import { ResendController } from './resend-controller.js';
import { renderLink } from './token-view.js';
import type { EinvoiceKey, Name } from './words.js';

const REQUEST: readonly Name[] = [...CLIENT_PROOF, 'email', 'consent'];

type Step = 'request' | 'waiting' | 'receipt' | 'paper' | 'on-paper' | 'link';

/**
 * Asks for client number, authorization code and e-mail, and for the consent apart from them. The e-invoice is
 * not active until the link of the mail is opened and confirmed here. Leads back to paper as well.
 *
 * @summary Ask for the free e-invoice, confirm it, or go back to paper.
 * @tagname cez-einvoice-form
 * @slot - Shown until the form is there, and kept if it cannot work: a phone number, a link.
 * @slot privacy - A link to the page's privacy notice, after what is said about personal data.
 * @event {CustomEvent<undefined>} cez-ready - Once: the form, or the first worded state, is shown.
 * @event {CustomEvent<undefined>} cez-submit - Before anything is sent; cancelable.
 * @event {CustomEvent<{reference: string}>} cez-einvoice-received - The request was received and awaits its confirmation.
 * @event {CustomEvent<{outcome: string}>} cez-outcome - How a confirmation, a refusal or another mail ended.
 * @event {CustomEvent<{code: string, retryable: boolean}>} cez-error - What was sent brought no answer.
 * @csspart answer - The line that says how things stand.
 * @csspart status - Where a request on its way is.
 * @csspart action - Buttons.
 * @csspart input - The fields and the box.
 * @csspart error - What is wrong with what was typed, or why there is no answer.
 */
export class EinvoiceForm extends CezElement<EinvoiceKey> {
  static override styles: CSSResultGroup = [CezElement.styles, formStyles, einvoiceFormStyles];
  static override properties: PropertyDeclarations = { wantsPaper: { state: true }, asksProof: { state: true }, another: { state: true } };

  protected readonly texts = { ...forms, ...submissions, ...einvoiceForm };
  private wantsPaper = false;
  /** A new request is filled in while one of an earlier visit waits. */
  private another = false;
  /** True while another mail needs number and code typed again. */
  private asksProof = false;
  /** What was said of the submission. */
  #said: string | null = null;
  readonly #link: MailLink = new MailLink(this, { api: () => this.apiBase, onSlow: () => announceSlowness(this.words), answered: () => void this.#show() });
  readonly #leaving = new LookupController<'paper'>(this, { read: einvoiceStateReader('paper'), onSlow: () => announceSlowness(this.words) });
  readonly #resending = new ResendController(this);
  readonly #submission: SubmissionController<EinvoiceReceipt> = new SubmissionController<EinvoiceReceipt>(this, {
    widget: 'einvoice',
    path: 'einvoice-requests',
    read: readEinvoiceReceipt,
    settled: () => this.#settle(),
  });
  readonly #form: FormController<Name> = new FormController<Name>(this, {
    fields: () => this.#fields,
    check: (name, value) => this.#check(name, value),
    send: () => this.#send(),
    api: () => this.apiBase,
  });

  /** Sends again what awaits its answer, if the page still knows the code. */
  async refresh(): Promise<void> {
    if (this.#submission.knowsCode) await this.#submission.retry();
    await this.updateComplete;
  }

  /** Empties the form and begins anew. What is kept on the device and not yet answered stays. */
  reset(): void {
    this.#form.reset();
    this.#leave();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
    this.#link.take();
    addEventListener('pagehide', this.#onPageHide);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#onPageHide);
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

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const sentence = this.#step === 'waiting' || this.#submission.slow ? submissionSentence(this.words, this.#submission, this.clock.now) : null;
    // The first sentence of a request that waits is read out with the focus that moves there.
    if (sentence && sentence !== this.#said && (this.#said || this.#submission.slow)) {
      announce(sentence, this.words.language);
      if (this.#submission.busy) this.renderRoot.querySelector<HTMLElement>('.state')?.focus();
    }
    this.#said = sentence;
  }

  protected view(): TemplateResult {
    if (!this.apiBase) return renderFailure(this.words, 'config', null);
    return html`${this.heading(this.words.t('einvoiceTitle'))}<div class="step">${this.#renderStep()}</div>`;
  }

  get #step(): Step {
    if (this.#link.state) return 'link';
    if (this.wantsPaper) return this.#leaving.value ? 'on-paper' : 'paper';
    const { state, kept } = this.#submission;
    if (state === 'received') return 'receipt';
    if (this.another && kept) return 'request';
    return state === 'kept' || state === 'unknown' || (state === 'sending' && (kept || !this.#form.busy)) ? 'waiting' : 'request';
  }

  get #fields(): readonly Name[] {
    switch (this.#step) {
      case 'paper': return CLIENT_PROOF;
      case 'receipt': return this.asksProof ? CLIENT_PROOF : [];
      case 'waiting': return ['authorizationCode'];
      default: return REQUEST;
    }
  }

  /** Why the form on screen, as it was last sent, brought nothing. */
  get #failure(): ApiFailure | null {
    const { failure } = this.#submission;
    switch (this.#step) {
      case 'paper': return this.#leaving.failure;
      case 'receipt': return this.#resending.failure;
      // What may pass is told by where the submission is.
      default: return failure?.retryable ? null : failure;
    }
  }

  #renderStep(): TemplateResult {
    const { words } = this;
    const summary = this.#renderSummary();
    switch (this.#step) {
      case 'link': return renderLink(words, this.#link, this.clock.now, { toRequest: this.#toRequest, toPaper: this.#toPaper });
      case 'paper': return renderPaperForm(words, this.#form, { title: this.heading(words.t('einvoicePaperTitle'), 1), summary, slow: this.#leaving.slow, toRequest: this.#toRequest });
      case 'on-paper': return renderOnPaper(words, this.#toRequest);
      case 'receipt': return this.#renderReceipt(summary);
      case 'waiting': return this.#renderWaiting(summary);
      default: return this.#renderRequest(summary);
    }
  }

  #renderSummary(): TemplateResult | typeof nothing {
    const { words } = this;
    const failure = this.#failure;
    const stands = failure && !refusedFields(failure.problem, this.#fields).length;
    return renderErrorSummary(words, this.#form, stands ? this.#renderFailure(failure) : null);
  }

  #renderFailure(failure: ApiFailure): TemplateResult {
    const { words } = this;
    if (this.#step === 'receipt' && failure.problem?.code === 'not-found') return html`<p>${words.t('einvoiceResendGone')}</p>`;
    return renderSendFailure(words, failure, this.clock.now, () => void this.#form.submit());
  }

  #renderRequest(summary: TemplateResult | typeof nothing): TemplateResult {
    const { state, slow, stored } = this.#submission;
    const told = renderSubmissionState(this.words, this.#submission, this.clock.now);
    return renderRequest(this.words, this.#form, {
      summary,
      notice: state === 'idle' ? told : nothing,
      // That it is being sent, the button says.
      state: state === 'sending' && (slow || !stored) ? told : nothing,
      toPaper: this.#toPaper,
    });
  }

  #renderWaiting(summary: TemplateResult | typeof nothing): TemplateResult {
    const { kept, knowsCode } = this.#submission;
    return renderWaiting(this.words, {
      summary,
      state: renderSubmissionState(this.words, this.#submission, this.clock.now),
      email: kept?.body['email'],
      form: kept && (!knowsCode || this.#form.busy) ? this.#form : null,
      another: () => {
        this.another = true;
        void this.#show();
      },
    });
  }

  #renderReceipt(summary: TemplateResult | typeof nothing): TemplateResult {
    return renderReceipt(this.words, this.#submission.receipt!, {
      now: this.clock.now,
      form: this.#form,
      heading: (text) => this.heading(text, 1),
      summary,
      asksProof: this.asksProof,
      resent: this.#resending.value !== null,
      mayResend: this.#resending.ready,
      toRequest: () => void this.#toOtherAddress(),
    });
  }

  #check(name: Name, value: string): Fault | null {
    switch (name) {
      case 'email': return emailFault(this.words, value);
      case 'consent': return value ? null : { text: this.words.t('einvoiceConsentMissing') };
      default: return clientProofFault(this.words, name, value);
    }
  }

  /** Sends the form that is on screen. */
  async #send(): Promise<void> {
    switch (this.#step) {
      case 'receipt': return this.#resend();
      case 'paper': return this.#end();
      case 'waiting': return this.#sendKept();
      default:
        return this.#submit(() =>
          this.#submission.submit(`${this.apiBase}/einvoice-requests`, {
            ...clientProofOf(this.#form),
            email: readEmail(this.#form.value('email')).address,
            consentVersion: this.words.t('einvoiceConsentVersion'),
          }),
        );
    }
  }

  /** Should it be refused, number and address stand in the form, to be put right. */
  async #sendKept(): Promise<void> {
    const { clientNumber, email } = this.#submission.kept?.body ?? {};
    if (typeof clientNumber === 'string') this.#form.fill('clientNumber', clientNumber);
    if (typeof email === 'string') this.#form.fill('email', email);
    await this.#submit((code) => this.#submission.resend(`${this.apiBase}/einvoice-requests`, code));
  }

  async #submit(send: (code: string) => Promise<void>): Promise<void> {
    if (!emit(this, 'cez-submit')) return;
    await send(clientProofOf(this.#form).authorizationCode);
    if (this.#step === 'waiting') await this.#show();
  }

  /** The request has its answer: by a press here, by itself, or in another tab. */
  #settle(): void {
    const { receipt, failure, busy } = this.#submission;
    if (receipt) {
      emit(this, 'cez-einvoice-received', { reference: receipt.reference });
      this.#resending.wait();
    }
    if (busy) void (failure ? this.#tell(failure) : this.#show());
    else announce(failure ? sendFailureText(this.words, failure, this.clock.now) : this.words.t('einvoiceCheckMail', { email: receipt!.email }), this.words.language);
  }

  async #end(): Promise<void> {
    if (!emit(this, 'cez-submit')) return;
    await this.#leaving.ask(`${this.apiBase}/einvoice-cancellations`, clientProofOf(this.#form));
    const { value, failure } = this.#leaving;
    if (failure) await this.#tell(failure);
    else if (value) await this.#show();
  }

  async #resend(): Promise<void> {
    const proof = clientProofOf(this.#form);
    if (!this.#resending.ready) announce(this.words.t('einvoiceResendSoon'), this.words.language);
    else if (!proof.clientNumber || !proof.authorizationCode) await this.#askProof();
    else if (emit(this, 'cez-submit')) await this.#resendFor(proof);
  }

  async #resendFor(proof: ClientProof): Promise<void> {
    const sent = await this.#resending.resend(this.apiBase, this.#submission.receipt!.reference, proof);
    const { failure } = this.#resending;
    this.asksProof = failure?.problem?.code === 'not-recognized';
    if (sent) announce(this.words.t('einvoiceOpenNewLink'), this.words.language);
    else if (failure) await this.#tell(failure);
  }

  async #askProof(): Promise<void> {
    this.asksProof = true;
    await this.updateComplete;
    this.#form.reach('clientNumber');
  }

  /** Tells what the API refused at its field, or above the form. */
  async #tell({ problem }: ApiFailure): Promise<void> {
    const wrong = refusedFields(problem, this.#fields);
    if (!wrong.length) return this.#show();
    await this.#form.refuse(wrong.map((name) => [name, () => this.#refusalOf(name)]));
  }

  #refusalOf(name: Name): string {
    if (name === 'email') return this.words.t('emailWrong');
    return name === 'consent' ? this.words.t('einvoiceConsentMissing') : clientProofRefusal(this.words, name);
  }

  /** Moves the focus to what is new on screen. */
  async #show(): Promise<void> {
    await this.updateComplete;
    const news = this.renderRoot.querySelector<HTMLElement>('.summary') ?? this.renderRoot.querySelector<HTMLElement>('.step [tabindex="-1"]');
    if (news) news.focus();
    else this.focus();
  }

  /** Forgets what was answered, and the token. What was typed stays. */
  #leave(): void {
    this.wantsPaper = this.asksProof = this.another = false;
    for (const part of [this.#link, this.#leaving, this.#resending]) part.clear();
    const { state } = this.#submission;
    if (state === 'received' || state === 'refused') void this.#submission.forget();
  }

  /** Going back to this page should tell how things stand, but the numbers of whoever was here are for the moment. */
  readonly #onPageHide = (): void => {
    if (this.#step !== 'request') this.#form.reset();
  };

  readonly #toRequest = (): void => {
    this.#leave();
    void this.#show();
  };

  readonly #toPaper = (): void => {
    this.#leave();
    this.wantsPaper = true;
    void this.#show();
  };

  async #toOtherAddress(): Promise<void> {
    this.#leave();
    await this.updateComplete;
    this.#form.reach('email');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cez-einvoice-form': EinvoiceForm;
  }
}
