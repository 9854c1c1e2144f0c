/**
 * The SMS that registers a client number at 170077, ready to send. Asks nobody and keeps nothing: the number
 * goes from the field into the message, and with the page.
 */
import { html, nothing, svg, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { prepareAnnouncer } from '../../core/announcer.js';
import { CezElement } from '../../core/element.js';
import { clientNumberFault, renderClientNumber, renderWhere } from '../../forms/client-proof.js';
import { renderErrorSummary } from '../../forms/error-summary.js';
import { renderSubmit } from '../../forms/field.js';
import { FormController } from '../../forms/form-controller.js';
import { formStyles } from '../../forms/forms.styles.js';
import { forms, type FormsKey } from '../../i18n/bg/forms.js';
import { smsSignup, type SmsSignupKey } from '../../i18n/bg/sms-signup.js';
import { clientNumberOf, groupedClientNumber } from '../../model/client-number.js';
import { renderCopy } from '../../ui/copy.js';
import { renderAfterwards, renderSample } from './afterwards.js';
import { isHandheld, openMessage, qrText, SMS_NUMBER } from './message.js';
import type { QrCode } from './qr-code.js';
import { smsSignupStyles } from './sms-signup.styles.js';

/**
 * Prepares the SMS that registers a client number at 170077: opened on a press on a phone, as a QR code and to
 * copy elsewhere. Says what it costs, how to check the bill afterwards, and where to ask how to stop.
 *
 * @summary The SMS that registers a client number, ready to send.
 * @tagname cez-sms-signup
 * @slot - Shown until the form is there: the same instructions as text.
 * @event {CustomEvent<undefined>} cez-ready - Once: the form is shown.
 * @csspart answer - The message as a phone shows it.
 * @csspart action - Buttons.
 * @csspart input - The field.
 * @csspart error - What is wrong with what was typed.
 */
export class SmsSignup extends CezElement<SmsSignupKey | FormsKey> {
  static override styles: CSSResultGroup = [CezElement.styles, formStyles, smsSignupStyles];
  static override properties: PropertyDeclarations = { qr: { state: true } };

  protected readonly texts = { ...forms, ...smsSignup };
  /** The code of the message; undefined until it is drawn, null if what draws it did not arrive. */
  private qr: QrCode | null | undefined;
  /** The number in the message on screen, else empty. */
  #number = '';
  readonly #form: FormController<'clientNumber'> = new FormController<'clientNumber'>(this, {
    fields: () => ['clientNumber'],
    check: (_name, value) => clientNumberFault(this.words, value),
    send: () => this.#prepare(),
  });

  /** Draws anew what is on screen; there is nothing to ask for. */
  async refresh(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
  }

  /** Forgets the message and empties the form. */
  reset(): void {
    this.#number = '';
    this.qr = undefined;
    this.#form.reset();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
    // A page that is brought back from memory must not show the last customer's number.
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

  protected view(): TemplateResult {
    const { words } = this;
    return html`
      ${this.heading(words.t('smsTitle'))}
      ${this.#number ? this.#renderMessage() : this.#renderForm()}
      ${this.heading(words.t('afterSignup'), 1)}
      ${renderAfterwards(words)}
      ${renderSample(words)}
    `;
  }

  #renderForm(): TemplateResult {
    const { words } = this;
    return html`<form method="post" novalidate @submit=${this.#form.onSubmit}>
      ${renderErrorSummary(words, this.#form)}
      <p>${words.t('smsIntro')} ${words.t('smsPrice')}</p>
      ${renderClientNumber(words, this.#form)}
      ${renderWhere(words, false)}
      ${renderSubmit(words, this.#form, words.t('toMessage'))}
      <p class="small muted">${words.t('numberStaysHere')}</p>
    </form>`;
  }

  #renderMessage(): TemplateResult {
    const { words } = this;
    const handheld = isHandheld();
    return html`<div class="ready">
      ${this.heading(words.t('messageReady'), 1)}
      <div class="ways">
        ${this.#renderSms()}
        ${handheld
          ? html`<p><button type="button" class="primary" part="action" @click=${this.#onOpen}>${words.t('openMessage')}</button></p>
              <p>${words.t('openMessageHint')}</p>`
          : this.#renderForAnotherPhone()}
      </div>
      <p>${words.t('smsPrice')}</p>
      ${handheld
        ? html`<details class="where" @toggle=${this.#onOtherWay}><summary>${words.t('anotherPhone')}</summary>${this.#renderForAnotherPhone()}</details>`
        : html`<p>${words.t('sendsItself')} <button type="button" class="plain" part="action" @click=${this.#onOpen}>${words.t('openMessage')}</button></p>`}
      <p><button type="button" class="plain" part="action" @click=${this.#onAnotherNumber}>${words.t('anotherNumber')}</button></p>
    </div>`;
  }

  /** The groups are apart by their style only: what is marked and copied are twelve digits. */
  #renderSms(): TemplateResult {
    return html`<div class="sms" part="answer">
      <p class="to">${this.words.t('messageTo')} <b>${SMS_NUMBER}</b></p>
      <p class="bubble" translate="no">${groupedClientNumber(this.#number).split('\u00a0').map((group) => html`<span .textContent=${group}></span>`)}</p>
    </div>`;
  }

  #renderForAnotherPhone(): TemplateResult {
    const { words } = this;
    return html`<div class="another">
      ${this.#renderQr()}
      <p>${words.t('messageByHand')} ${renderCopy(words, words.t('copyDigits'), () => this.#number)}</p>
    </div>`;
  }

  #renderQr(): TemplateResult {
    const { words, qr } = this;
    if (qr === null) return html`<p>${words.t('qrMissing')} <button type="button" class="plain" part="action" @click=${this.#onDraw}>${words.t('retry')}</button></p>`;
    return html`<div class="scan">
      <svg class="qr" viewBox="0 0 ${qr?.size ?? 1} ${qr?.size ?? 1}" role="img" aria-label=${words.t('qrName')}>${qr ? svg`<path d=${qr.path} />` : nothing}</svg>
      <p>${words.t('qrScan')}</p>
    </div>`;
  }

  async #prepare(): Promise<void> {
    this.#number = clientNumberOf(this.#form.value('clientNumber')) ?? '';
    this.qr = undefined;
    if (!isHandheld()) this.#onDraw();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.ready [tabindex="-1"]')?.focus();
  }

  async #draw(number: string): Promise<void> {
    const qr = await import('./qr-code.js').then(
      ({ qrCode }) => qrCode(qrText(number)),
      () => null,
    );
    if (number === this.#number) this.qr = qr;
  }

  readonly #onDraw = (): void => void this.#draw(this.#number);

  readonly #onOtherWay = ({ target }: Event): void => {
    if ((target as HTMLDetailsElement).open && !this.qr) this.#onDraw();
  };

  readonly #onOpen = (): void => openMessage(this.#number);

  readonly #onLeave = (): void => this.reset();

  readonly #onAnotherNumber = async (): Promise<void> => {
    this.#number = '';
    this.requestUpdate();
    await this.updateComplete;
    this.#form.reach('clientNumber');
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cez-sms-signup': SmsSignup;
  }
}
