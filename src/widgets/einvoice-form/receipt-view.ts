/**
 * The request was received: what to do now, until when, and what if nothing comes. It is not yet the e-invoice,
 * and says so. Which invoice is the last on paper the API does not tell, so neither does this.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import mailIcon from 'lucide/dist/esm/icons/mail-open.mjs';
import { renderClientProof } from '../../forms/client-proof.js';
import { clockText, weekdayDateText } from '../../i18n/format.js';
import type { EinvoiceReceipt } from '../../model/wire.js';
import { wallClock } from '../../model/zoned-time.js';
import { renderCopy } from '../../ui/copy.js';
import { renderIcon } from '../../ui/icon.js';
import { renderPhone } from '../../ui/phone.js';
import type { EinvoiceWords, Form } from './words.js';

interface Options {
  now: Date;
  form: Form;
  heading: (text: string) => TemplateResult;
  summary: TemplateResult | typeof nothing;
  /** True while number and code must be typed again for another mail. */
  asksProof: boolean;
  /** True if another mail was sent, with a later end. */
  resent: boolean;
  /** True once another mail may be asked for. */
  mayResend: boolean;
  toRequest: () => void;
}

export function renderReceipt(words: EinvoiceWords, { reference, email, expiresAt }: EinvoiceReceipt, options: Options): TemplateResult {
  const { now, form, heading, summary, resent, toRequest } = options;
  return html`
    ${renderAnswer(mailIcon, words.t('einvoiceCheckMail', { email }))}
    <p class="strong" .textContent=${resent ? words.t('einvoiceOpenNewLink') : openText(words, new Date(expiresAt), now)}></p>
    <p class="row">${words.t('einvoiceReference')} <b class="reference" translate="no" .textContent=${reference}></b> ${renderCopy(words, words.t('copy'), () => reference)}</p>
    <form method="post" novalidate @submit=${form.onSubmit}>
      ${summary}
      <p><b>${words.t('einvoiceNoMail')}</b> ${words.t('einvoiceSpam')}</p>
      ${renderResend(words, options)}
      <p><button type="button" class="plain" part="action" @click=${toRequest}>${words.t('einvoiceOtherMail')}</button></p>
    </form>
    ${heading(words.t('einvoiceNext'))}
    ${renderNext(words, ['einvoiceNextPaper', 'einvoiceNextMail'])}
  `;
}

function renderResend(words: EinvoiceWords, { form, asksProof, mayResend }: Options): TemplateResult {
  return html`
    ${asksProof ? html`<p>${words.t('einvoiceResendProof')}</p>${renderClientProof(words, form)}` : nothing}
    <button type="submit" part="action" aria-disabled=${ifDefined(mayResend && !form.busy ? undefined : 'true')}>${words.t(form.busy ? 'sending' : 'einvoiceResend')}</button>
    ${mayResend ? nothing : html`<p class="small muted">${words.t('einvoiceResendSoon')}</p>`}
  `;
}

function openText(words: EinvoiceWords, expires: Date, now: Date): string {
  const { date, minutes } = wallClock(expires);
  return words.t('einvoiceOpenLink', { date: weekdayDateText(words, date, wallClock(now).date), time: clockText(words, minutes) });
}

/** The line that says how things stand; it takes the focus. */
export function renderAnswer(icon: Parameters<typeof renderIcon>[0], text: string, tone = ''): TemplateResult {
  return html`<p class="answer" part="answer" tabindex="-1"><span class="status ${tone}">${renderIcon(icon)}<span .textContent=${text}></span></span></p>`;
}

export function renderNext(words: EinvoiceWords, keys: readonly ('einvoiceNextPaper' | 'einvoiceNextMail' | 'einvoiceActiveMail')[]): TemplateResult {
  return html`<ul class="next">
    ${keys.map((key) => html`<li>${words.t(key)}</li>`)}
    <li>${words.t('einvoiceLastPaper')} ${renderPhone(words.t('infoLine'))}.</li>
    <li>${words.t('einvoiceNeverAsk')}</li>
  </ul>`;
}
