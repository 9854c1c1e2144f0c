/**
 * Whom to call without power or in danger. It needs no answer of the API: the number is one of the library's own
 * texts until the feed says another. While many are without power the look-up of outages comes before the phone.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import noPowerIcon from 'lucide/dist/esm/icons/zap-off.mjs';
import phoneIcon from 'lucide/dist/esm/icons/phone.mjs';
import type { ReadContact } from '../../model/contact.js';
import { renderCopy } from '../../ui/copy.js';
import { renderIcon } from '../../ui/icon.js';
import { renderPhone, dialled } from '../../ui/phone.js';
import { safeUrl } from '../../ui/safe-url.js';
import type { ChannelWords } from './channel.js';

/** The European number for a danger to life; it works without a contract and without credit. */
const RESCUE = '112';

interface Known {
  line: ReadContact | undefined;
  /** The grid operator's site, for pages that name no page with its outages. */
  site: ReadContact | undefined;
  /** Faults known now, if they are many. */
  faults: number | null;
}

export function renderEmergency(words: ChannelWords, { line, site, faults }: Known): TemplateResult {
  const number = line?.value ?? words.t('infoLine');
  const lookup = html`<slot name="outages">${site && safeUrl(site.url) ? html`<a href=${ifDefined(safeUrl(site.url))}>${words.t('toOutages')}</a>` : nothing}</slot>`;
  const call = html`<div class="call">
    <a class="button ${faults ? '' : 'primary'}" part="action" href="tel:${dialled(number)}">${renderIcon(phoneIcon)}<span .textContent=${number}></span></a>
    ${renderCopy(words, words.t('copy'), () => number)}
  </div>`;
  return html`<section class="urgent" aria-label=${words.t('emergencyTitle')}>
    <p class="strong">${renderIcon(noPowerIcon)}${words.t('emergencyTitle')}</p>
    ${faults
      ? html`<p class="answer" part="answer" .textContent=${words.t('wave', { count: faults })}></p><p>${words.t('waveAdvice')}</p><p>${lookup}</p>${call}`
      : html`${call}`}
    <p class="small" .textContent=${line ? hint(words, line) : words.t('emergencyHint')}></p>
    <p class="small">${words.t('danger')} ${renderPhone(RESCUE)}</p>
    ${faults ? nothing : html`<p class="small">${lookup}</p>`}
  </section>`;
}

const hint = (words: ChannelWords, { label, cost }: ReadContact): string => [`${words.pick(label)}.`, cost && words.pick(cost)].filter(Boolean).join(' ');
