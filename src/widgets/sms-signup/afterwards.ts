/**
 * What a registered phone can do: check, be reminded, follow several homes, stop. The words of the answers are
 * not known, so the sample tells what is in them and does not imitate them.
 */
import { html, type TemplateResult } from 'lit';
import type { CommonKey } from '../../i18n/bg/common.js';
import type { SmsSignupKey } from '../../i18n/bg/sms-signup.js';
import type { Words } from '../../i18n/words.js';
import { renderPhone } from '../../ui/phone.js';

type SmsWords = Words<CommonKey | SmsSignupKey>;

/** A sentence with something else than text in its `{place}`. */
function renderAround(sentence: string, place: string, inside: TemplateResult): TemplateResult {
  const [before, after] = sentence.split(`{${place}}`);
  return html`${before}${inside}${after}`;
}

/** The word as it must be sent: a browser that translates the page leaves it alone. */
const renderWord = (words: SmsWords): TemplateResult => html`<b translate="no">${words.t('smsCheckWord')}</b>`;

export function renderAfterwards(words: SmsWords): TemplateResult {
  return html`<dl class="afterwards">
    <dt>${words.t('smsCheckName')}</dt>
    <dd>${renderAround(words.t('smsCheck'), 'word', renderWord(words))}</dd>
    <dt>${words.t('smsReminderName')}</dt>
    <dd>${words.t('smsReminder')}</dd>
    <dt>${words.t('smsHomesName')}</dt>
    <dd>${words.t('smsHomes')}</dd>
    <dt>${words.t('smsStopName')}</dt>
    <dd>${renderAround(words.t('smsStop'), 'number', renderPhone(words.t('infoLine')))}</dd>
  </dl>`;
}

export function renderSample(words: SmsWords): TemplateResult {
  const said = (who: string): TemplateResult => html`<span class="said">${who}: </span>`;
  return html`<details class="where">
    <summary>${words.t('smsSample')}</summary>
    <ol class="talk" role="list">
      <li class="bubble">${said(words.t('smsYou'))}${renderWord(words)}</li>
      <li class="bubble told">${said('170077')}${words.t('smsSampleAnswer')}</li>
      <li class="bubble told">${said('170077')}${words.t('smsSampleReminder')}</li>
    </ol>
    <p class="small">${words.t('smsSampleNote')}</p>
  </details>`;
}
