/** What the link of the mail opens: the question, and how it was answered. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import checkIcon from 'lucide/dist/esm/icons/circle-check.mjs';
import clockIcon from 'lucide/dist/esm/icons/clock-alert.mjs';
import { sendFailureText } from '../../forms/send-failure.js';
import { renderFailure } from '../../ui/failure.js';
import type { MailLink } from './mail-link.js';
import { renderAnswer, renderNext } from './receipt-view.js';
import type { EinvoiceWords } from './words.js';

interface Ways {
  toRequest: () => void;
  toPaper: () => void;
}

export function renderLink(words: EinvoiceWords, link: MailLink, now: Date, { toRequest, toPaper }: Ways): TemplateResult {
  switch (link.state) {
    case 'active': return renderActive(words, toPaper);
    case 'refused': return renderRefused(words, toRequest);
    case 'expired': return renderExpired(words, toRequest);
    default: return renderQuestion(words, link, now);
  }
}

function renderQuestion(words: EinvoiceWords, { busy, slow, failure, confirm, refuse }: MailLink, now: Date): TemplateResult {
  return html`<div class="form">
    <p class="lead">${words.t('einvoiceConfirmQuestion')}</p>
    ${failure ? html`<div class="news" tabindex="-1">${renderFailure(words, failure.code, null, sendFailureText(words, failure, now))}</div>` : nothing}
    <button type="button" class="primary" part="action" aria-disabled=${ifDefined(busy ? 'true' : undefined)} @click=${confirm}>${words.t(busy === 'confirm' ? 'sending' : 'einvoiceConfirm')}</button>
    <p>${words.t('einvoiceNotMine')}</p>
    <button type="button" part="action" aria-disabled=${ifDefined(busy ? 'true' : undefined)} @click=${refuse}>${words.t(busy === 'refuse' ? 'sending' : 'einvoiceRefuse')}</button>
    ${slow ? html`<p>${words.t('stillTrying')}</p>` : nothing}
  </div>`;
}

function renderActive(words: EinvoiceWords, toPaper: () => void): TemplateResult {
  return html`
    ${renderAnswer(checkIcon, words.t('einvoiceActive'), 'ok')}
    ${renderNext(words, ['einvoiceActiveMail'])}
    <p class="aside">${words.t('einvoiceWantPaper')} <button type="button" class="plain" part="action" @click=${toPaper}>${words.t('einvoiceToPaper')}</button></p>
  `;
}

function renderRefused(words: EinvoiceWords, toRequest: () => void): TemplateResult {
  return html`
    ${renderAnswer(checkIcon, words.t('einvoiceRefused'))}
    <p>${words.t('einvoiceRefusedText')}</p>
    <p><button type="button" class="plain" part="action" @click=${toRequest}>${words.t('einvoiceSend')}</button></p>
  `;
}

function renderExpired(words: EinvoiceWords, toRequest: () => void): TemplateResult {
  return html`
    ${renderAnswer(clockIcon, words.t('einvoiceExpired'), 'soon')}
    <p>${words.t('einvoiceExpiredText')}</p>
    <p><button type="button" class="primary" part="action" @click=${toRequest}>${words.t('einvoiceAgain')}</button></p>
  `;
}
