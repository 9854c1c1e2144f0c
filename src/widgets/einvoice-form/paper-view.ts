/** The way back to paper, with what proves the customer and without a visit. */
import { html, nothing, type TemplateResult } from 'lit';
import checkIcon from 'lucide/dist/esm/icons/circle-check.mjs';
import { renderClientProof } from '../../forms/client-proof.js';
import { renderSubmit } from '../../forms/field.js';
import { renderAnswer } from './receipt-view.js';
import type { EinvoiceWords, Form } from './words.js';

interface Options {
  title: TemplateResult;
  summary: TemplateResult | typeof nothing;
  slow: boolean;
  toRequest: () => void;
}

export function renderPaperForm(words: EinvoiceWords, form: Form, { title, summary, slow, toRequest }: Options): TemplateResult {
  return html`
    ${title}
    <form method="post" novalidate @submit=${form.onSubmit}>
      ${summary}
      <p>${words.t('einvoicePaperIntro')}</p>
      ${renderClientProof(words, form)}
      ${renderSubmit(words, form, words.t('einvoicePaperSend'))}
      ${slow ? html`<p>${words.t('stillTrying')}</p>` : nothing}
    </form>
    <p><button type="button" class="plain" part="action" @click=${toRequest}>${words.t('einvoiceStay')}</button></p>
  `;
}

export function renderOnPaper(words: EinvoiceWords, toRequest: () => void): TemplateResult {
  return html`
    ${renderAnswer(checkIcon, words.t('einvoiceOnPaper'), 'ok')}
    <p>${words.t('einvoiceOnPaperText')}</p>
    <p><button type="button" class="plain" part="action" @click=${toRequest}>${words.t('einvoiceSend')}</button></p>
  `;
}
