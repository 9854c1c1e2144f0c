/** The receipt: the number, large, and what happens next. */
import { html, nothing, type TemplateResult } from 'lit';
import checkIcon from 'lucide/dist/esm/icons/circle-check.mjs';
import { momentText } from '../../i18n/format.js';
import type { ReadingReceipt } from '../../model/wire.js';
import { wallClock } from '../../model/zoned-time.js';
import { renderCopy } from '../../ui/copy.js';
import { renderIcon } from '../../ui/icon.js';
import type { ReadingWords } from './register-field.js';

interface Next {
  /** What was declared, where the page still knows it. */
  answers: TemplateResult | typeof nothing;
  /** Null where the page no longer knows what to correct. */
  correct: (() => void) | null;
  another: () => void;
}

export function renderReceipt(words: ReadingWords, { reference, receivedAt, status }: ReadingReceipt, now: Date, { answers, correct, another }: Next): TemplateResult {
  const received = new Date(receivedAt);
  const isToday = wallClock(received).date === wallClock(now).date;
  return html`
    <div class="answer" part="answer" tabindex="-1">
      <p class="status ok">${renderIcon(checkIcon)}<span>${words.t(status === 'accepted' ? 'readingAccepted' : 'readingInReview')}</span></p>
      <p class="reference">${words.t('readingReference')} <span translate="no" .textContent=${reference}></span></p>
    </div>
    <p class="actions">
      ${renderCopy(words, words.t('copy'), () => reference)}
      <button type="button" class="plain" part="action" @click=${() => globalThis.print()}>${words.t('print')}</button>
    </p>
    <p><span .textContent=${words.t('readingReceivedAt', { moment: momentText(words, received, now) })}></span> ${status === 'in-review' ? words.t('readingReviewNext') : nothing} ${words.t('readingMonthly')}</p>
    <p>${words.t('readingKeepNumber')}</p>
    ${answers}
    ${correct && isToday ? html`<p>${words.t('readingCorrectUntil')}</p>` : nothing}
    <div class="actions">
      ${correct && isToday ? html`<button type="button" part="action" @click=${correct}>${words.t('readingCorrect')}</button>` : nothing}
      <button type="button" class="plain" part="action" @click=${another}>${words.t('readingAnother')}</button>
    </div>
  `;
}
