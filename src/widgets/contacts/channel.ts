/** One way to reach the company: what for, where, whether somebody is there now, and what it costs. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import socialIcon from 'lucide/dist/esm/icons/users.mjs';
import webIcon from 'lucide/dist/esm/icons/globe.mjs';
import smsIcon from 'lucide/dist/esm/icons/message-square-text.mjs';
import emailIcon from 'lucide/dist/esm/icons/at-sign.mjs';
import phoneIcon from 'lucide/dist/esm/icons/phone.mjs';
import type { CentersKey } from '../../i18n/bg/centers.js';
import type { CommonKey } from '../../i18n/bg/common.js';
import type { ContactsKey } from '../../i18n/bg/contacts.js';
import { clockText, momentText } from '../../i18n/format.js';
import type { Words } from '../../i18n/words.js';
import { isAlwaysOpen, type ReadContact } from '../../model/contact.js';
import { openingStatus, openingWeek } from '../../model/opening-hours.js';
import { addDays, mondayOf, wallClock } from '../../model/zoned-time.js';
import { renderCopy } from '../../ui/copy.js';
import { weekText } from '../../ui/hours-text.js';
import { renderIcon } from '../../ui/icon.js';
import { safeUrl } from '../../ui/safe-url.js';
import { renderStatus } from '../../ui/status.js';

export type ChannelWords = Words<CommonKey | CentersKey | ContactsKey>;

const ICONS = { phone: phoneIcon, sms: smsIcon, email: emailIcon, web: webIcon, social: socialIcon };
const COPIED = { phone: 'copy', sms: 'copy', email: 'copyAddress', web: null, social: null } as const;

export function renderChannel(words: ChannelWords, contact: ReadContact, now: Date): TemplateResult {
  const { kind, purpose, label, value, cost } = contact;
  const copied = COPIED[kind];
  return html`<li part="row">
    ${renderIcon(ICONS[kind])}
    <div>
      <p class="strong" .textContent=${words.pick(purpose)}></p>
      <p class="value">${renderValue(contact)} ${copied ? renderCopy(words, words.t(copied), () => value) : nothing}</p>
      ${label === purpose ? nothing : html`<p class="small muted" .textContent=${words.pick(label)}></p>`}
      ${renderHours(words, contact, now)}
      ${cost ? html`<p class="small muted" .textContent=${words.pick(cost)}></p>` : nothing}
    </div>
  </li>`;
}

/** A link where the address is one that may be opened, else the value to read and copy. */
function renderValue({ url, value }: ReadContact): TemplateResult {
  return safeUrl(url) ? html`<a href=${ifDefined(safeUrl(url))} .textContent=${value}></a>` : html`<b .textContent=${value}></b>`;
}

function renderHours(words: ChannelWords, contact: ReadContact, now: Date): TemplateResult | typeof nothing {
  const { kind, openingHoursSpecification: hours } = contact;
  if (!hours && kind !== 'phone') return nothing;
  const { state, nextChange } = openingStatus(contact, now);
  if (state === 'unknown') return html`<p class="small">${renderStatus({ tone: 'quiet', answer: words.t('statusUnknown'), next: null, until: null })}</p>`;
  const today = wallClock(now).date;
  const isToday = nextChange && wallClock(nextChange).date === today;
  const answer = state === 'closed' ? words.t('lineClosed') : isToday ? words.t('lineOpenUntil', { time: clockText(words, wallClock(nextChange).minutes) }) : words.t('lineOpen');
  const opens = state === 'closed' && nextChange && openingStatus(contact, nextChange).state === 'open' ? words.t('statusOpens', { moment: momentText(words, nextChange, now) }) : '';
  const [thisWeek, nextWeek] = [0, 7].map((days) => weekText(words, openingWeek(contact, addDays(mondayOf(today), days)))) as [string, string];
  return html`<div class="hours small">
    ${renderStatus({ tone: state === 'open' ? 'ok' : 'shut', answer, next: null, until: null })}
    <p .textContent=${[opens, hours && isAlwaysOpen(hours) ? words.t('aroundTheClock') : thisWeek].filter(Boolean).join(' · ')}></p>
    ${nextWeek === thisWeek ? nothing : html`<p .textContent=${words.t('nextWeek', { hours: nextWeek })}></p>`}
  </div>`;
}

/** When what is written of these contacts stops being true; null if that is not in sight. */
export function nextTurn(contacts: readonly ReadContact[], now: Date): Date | null {
  const turns = contacts.flatMap((contact) => openingStatus(contact, now).nextChange ?? []);
  return turns.length ? new Date(Math.min(...turns.map(Number))) : null;
}
