/**
 * Where a submission is: kept on the device, on its way, or nobody knows. Said in the same words in every
 * form that submits, with what can be done. The receipt and a refusal are the form's own to tell.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { SubmissionController } from '../core/submission-controller.js';
import type { CommonKey } from '../i18n/bg/common.js';
import type { SubmissionsKey } from '../i18n/bg/submissions.js';
import { momentText } from '../i18n/format.js';
import type { Words } from '../i18n/words.js';
import { failureNumber } from '../ui/failure-number.js';
import { renderPhone } from '../ui/phone.js';

type Submission = Pick<SubmissionController<unknown>, 'state' | 'failure' | 'slow' | 'busy' | 'kept' | 'stored' | 'expired' | 'knowsCode' | 'retry' | 'forget'>;

/** The sentence for the state, also for announcing it; null where the form itself has the word. */
export function submissionSentence(words: Words<SubmissionsKey | CommonKey>, submission: Submission, now: Date): string | null {
  const { state, failure, slow, kept, expired } = submission;
  const moment = (at: Date): string => momentText(words, at, now);
  switch (state) {
    case 'sending': return words.t(slow ? 'submissionSlow' : 'submissionSending');
    case 'unknown': return words.t('submissionUnknown');
    case 'kept':
      if (kept) return words.t('submissionEarlier', { moment: moment(kept.since) });
      return failure?.retryAt ? words.t('submissionBusy', { moment: moment(new Date(failure.retryAt)) }) : words.t('submissionKept');
    case 'idle': return expired && words.t('submissionExpired', { moment: moment(expired) });
    default: return null;
  }
}

/** Both buttons go with their press; the focus stays near, or it would fall off the page. */
function onRetry(event: Event, submission: Submission): void {
  (event.currentTarget as Element).closest<HTMLElement>('[tabindex]')?.focus();
  void submission.retry();
}

function onForget(event: Event, submission: Submission): void {
  const { host } = (event.currentTarget as Element).getRootNode() as Partial<ShadowRoot>;
  (host as HTMLElement | undefined)?.focus();
  void submission.forget();
}

/** `ask` stands before what can be pressed: what a sending still needs. */
export function renderSubmissionState(words: Words<SubmissionsKey | CommonKey>, submission: Submission, now: Date, ask: TemplateResult | typeof nothing = nothing): TemplateResult | typeof nothing {
  const sentence = submissionSentence(words, submission, now);
  if (sentence === null) return nothing;
  const { state, failure, busy, kept, stored, knowsCode } = submission;
  const waits = state === 'kept' || state === 'unknown';
  return html`<div class="submission" part="status">
    <p .textContent=${sentence}></p>
    ${state === 'kept' && kept && !knowsCode ? html`<p>${words.t('submissionEarlierCode')}</p>` : nothing}
    ${stored || state === 'idle' ? nothing : html`<p>${words.t('submissionNotStored')}</p>`}
    ${waits ? html`<p>${words.t('callInstead')} ${renderPhone(words.t('infoLine'))}<span .textContent=${failure ? ` ${failureNumber(words, failure.code)}.` : '.'}></span></p>` : nothing}
    ${ask}
    ${waits && knowsCode ? html`<button type="button" part="action" aria-disabled=${ifDefined(busy ? 'true' : undefined)} @click=${(event: Event) => onRetry(event, submission)}>${words.t('submissionRetry')}</button>` : nothing}
    ${waits ? html`<button type="button" class="quiet" part="action" @click=${(event: Event) => onForget(event, submission)}>${words.t('submissionDelete')}</button>` : nothing}
  </div>`;
}
