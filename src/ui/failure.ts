/** The states without an answer: still loading, and why there is none, with what to do instead. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FailureCode } from '../core/events.js';
import alertIcon from 'lucide/dist/esm/icons/triangle-alert.mjs';
import offlineIcon from 'lucide/dist/esm/icons/wifi-off.mjs';
import type { CommonKey } from '../i18n/bg/common.js';
import { clockText } from '../i18n/format.js';
import type { Words } from '../i18n/words.js';
import { wallClock } from '../model/zoned-time.js';
import { failureNumber } from './failure-number.js';
import { renderIcon } from './icon.js';
import { renderPhone } from './phone.js';

/** Codes that have words of their own; for the customer the rest are one and the same. */
const SENTENCES: Partial<Record<FailureCode, CommonKey>> = { offline: 'offline', timeout: 'timeout', config: 'configFault' };

/** `sentence` replaces the words for the code, where a widget knows better what is missing. */
export function renderFailure(words: Words<CommonKey>, code: FailureCode, retry: (() => void) | null, sentence?: string): TemplateResult {
  return html`<div class="failure" part="error">
    <p class="status">${renderIcon(code === 'offline' ? offlineIcon : alertIcon)}<span .textContent=${sentence ?? words.t(SENTENCES[code] ?? 'unavailable')}></span></p>
    <p>${words.t('callInstead')} ${renderPhone(words.t('infoLine'))} <span .textContent=${failureNumber(words, code)}></span></p>
    ${retry ? html`<button type="button" part="action" @click=${retry}>${words.t('retry')}</button>` : nothing}
  </div>`;
}

/** Says how old the shown data are when a refresh has failed; `loadedAt` in ms. */
export function renderStale(words: Words<CommonKey>, loadedAt: number): TemplateResult {
  const time = clockText(words, wallClock(new Date(loadedAt)).minutes);
  return html`<p class="small muted" .textContent=${words.t('stale', { time })}></p>`;
}

/** Keeps the height of what is coming; lines show only if it takes a while. */
export function renderLoading(words: Words<CommonKey>, slow: boolean): TemplateResult {
  return html`<div class="loading" aria-busy="true"><p class="muted ${slow ? '' : 'soon-told'}">${words.t(slow ? 'stillTrying' : 'loading')}</p></div>`;
}
