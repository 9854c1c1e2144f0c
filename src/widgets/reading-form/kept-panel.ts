/** Readings of an earlier visit that have no answer yet: sent again with the code, deleted, or left to wait. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SubmissionController } from '../../core/submission-controller.js';
import { renderAuthorizationCode } from '../../forms/client-proof.js';
import { renderErrorSummary } from '../../forms/error-summary.js';
import { renderSubmit } from '../../forms/field.js';
import type { FormController } from '../../forms/form-controller.js';
import { renderSubmissionState } from '../../forms/submission-state.js';
import type { SubmissionsKey } from '../../i18n/bg/submissions.js';
import type { Words } from '../../i18n/words.js';
import type { ReadingReceipt } from '../../model/wire.js';
import type { ReadingWords } from './register-field.js';

interface Surroundings {
  now: Date;
  heading: TemplateResult;
  /** Leaves them waiting. */
  anew: () => void;
}

export function renderKept(words: ReadingWords & Words<SubmissionsKey>, submission: SubmissionController<ReadingReceipt>, code: FormController<'authorizationCode'>, { now, heading, anew }: Surroundings): TemplateResult {
  const asksCode = !submission.knowsCode || code.busy;
  const isUnknownCode = submission.failure?.problem?.code === 'not-recognized' && !submission.busy;
  return html`<form method="post" novalidate @submit=${code.onSubmit}>
    ${heading}
    ${renderErrorSummary(words, code, isUnknownCode ? html`<p>${words.t('notRecognized')}</p>` : null)}
    <div class="pending" tabindex="-1">${renderSubmissionState(words, submission, now, asksCode ? html`${renderAuthorizationCode(words, code)} ${renderSubmit(words, code, words.t('submissionRetry'))}` : nothing)}</div>
    <button type="button" class="plain" part="action" @click=${anew}>${words.t('readingAnother')}</button>
  </form>`;
}
