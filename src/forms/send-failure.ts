/** Why a sending brought nothing, with what to do next; what was typed stays where it is. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FailureCode } from '../core/events.js';
import type { CommonKey } from '../i18n/bg/common.js';
import type { FormsKey } from '../i18n/bg/forms.js';
import { momentText } from '../i18n/format.js';
import type { Words } from '../i18n/words.js';
import { failureNumber } from '../ui/failure-number.js';
import { renderPhone } from '../ui/phone.js';

/** What a request that failed tells (`ApiFailure` of the API's client). */
export interface SendFailure {
  readonly code: FailureCode;
  readonly retryable: boolean;
  /** The instant (ms) before which asking again is unwelcome, or 0. */
  readonly retryAt: number;
  readonly problem: { readonly code: string } | null;
}

const SENTENCES: Partial<Record<FailureCode, CommonKey>> = { offline: 'offline', timeout: 'timeout', config: 'configFault' };

export function sendFailureText(words: Words<CommonKey | FormsKey>, { code, problem, retryAt }: SendFailure, now: Date): string {
  if (problem?.code === 'not-recognized') return words.t('notRecognized');
  if (problem?.code === 'too-many-requests' || problem?.code === 'challenge-required') {
    return retryAt > now.getTime() ? words.t('tooMany', { moment: momentText(words, new Date(retryAt), now) }) : words.t('tooManyNow');
  }
  return words.t(code === 'rejected' || code === 'not-found' ? 'refused' : (SENTENCES[code] ?? 'unavailable'));
}

/** For the summary above the form; `retry` sends the same once more. */
export function renderSendFailure(words: Words<CommonKey | FormsKey>, failure: SendFailure, now: Date, retry: () => void): TemplateResult {
  const known = failure.problem?.code === 'not-recognized';
  return html`<p .textContent=${sendFailureText(words, failure, now)}></p>
    <p>${words.t('callInstead')} ${renderPhone(words.t('infoLine'))}<span .textContent=${known ? '.' : ` ${failureNumber(words, failure.code)}. ${words.t('typedIsKept')}`}></span></p>
    ${failure.retryable ? html`<button type="button" part="action" @click=${retry}>${words.t('retry')}</button>` : nothing}`;
}
