/** The request: three fields and the consent, which is a box of its own; or the code alone, for a request that an earlier visit left. */
import { html, nothing, type TemplateResult } from 'lit';
import { renderCheckbox } from '../../forms/checkbox.js';
import { renderAuthorizationCode, renderClientProof } from '../../forms/client-proof.js';
import { renderSubmit } from '../../forms/field.js';
import { maskedEmail } from '../../model/email.js';
import { renderEmail } from './email-field.js';
import type { EinvoiceWords, Form } from './words.js';

interface Request {
  /** What is wrong, above the fields. */
  summary: TemplateResult | typeof nothing;
  /** What became of an earlier request. */
  notice: TemplateResult | typeof nothing;
  /** Where the request is that was just sent. */
  state: TemplateResult | typeof nothing;
  toPaper: () => void;
}

export function renderRequest(words: EinvoiceWords, form: Form, { summary, notice, state, toPaper }: Request): TemplateResult {
  return html`<form method="post" novalidate @submit=${form.onSubmit}>
      ${summary} ${notice}
      <p>${words.t('einvoiceIntro')}</p>
      ${renderClientProof(words, form)}
      ${renderEmail(words, form)}
      <div class="consent">${renderCheckbox(words, form, 'consent', words.t('einvoiceConsent'))} ${renderPrivacy(words)}</div>
      ${renderSubmit(words, form, words.t('einvoiceSend'))}
      ${state}
      <p class="small muted">${words.t('einvoiceUntilConfirmed')}</p>
    </form>
    <p class="aside">${words.t('einvoiceWantPaper')} <button type="button" class="plain" part="action" @click=${toPaper}>${words.t('einvoiceToPaper')}</button></p>`;
}

function renderPrivacy(words: EinvoiceWords): TemplateResult {
  return html`<details>
    <summary>${words.t('einvoicePrivacy')}</summary>
    <p class="small">${words.t('einvoicePrivacyText')} <slot name="privacy"></slot></p>
  </details>`;
}

interface Waiting {
  summary: TemplateResult | typeof nothing;
  state: TemplateResult | typeof nothing;
  /** The address in a request of an earlier visit. */
  email: unknown;
  /** Asks for the code, where the page does not know it. */
  form: Form | null;
  /** Leaves it waiting. */
  another: () => void;
}

/** A request that waits for its answer. */
export function renderWaiting(words: EinvoiceWords, { summary, state, email, form, another }: Waiting): TemplateResult {
  return html`<div class="form">
    ${summary}
    <div class="state" tabindex="-1">${state}</div>
    ${typeof email === 'string' ? html`<p .textContent=${words.t('einvoiceKeptFor', { email: maskedEmail(email) })}></p>` : nothing}
    ${form
      ? html`<form method="post" novalidate @submit=${form.onSubmit}>${renderAuthorizationCode(words, form)} ${renderSubmit(words, form, words.t('einvoiceSendKept'))}</form>
          <button type="button" class="plain" part="action" @click=${another}>${words.t('einvoiceAnother')}</button>`
      : nothing}
  </div>`;
}
