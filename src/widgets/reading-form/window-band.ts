/** Whether readings are taken now, until when, why, and when next: the first thing a customer needs to know. */
import { html, nothing, type TemplateResult } from 'lit';
import calendarIcon from 'lucide/dist/esm/icons/calendar-plus.mjs';
import clockIcon from 'lucide/dist/esm/icons/clock-alert.mjs';
import closedIcon from 'lucide/dist/esm/icons/circle-x.mjs';
import { dateText, weekdayDateText } from '../../i18n/format.js';
import { CLOSING_SOON_DAYS, type WindowState } from '../../model/reading-window.js';
import { renderIcon } from '../../ui/icon.js';
import { renderPhone } from '../../ui/phone.js';
import type { ReadingWords } from './register-field.js';

type Open = Extract<WindowState, { state: 'open' }>;
type Closed = Extract<WindowState, { state: 'closed' }>;

/** `window` is null where it is not known. */
export function renderWindow(words: ReadingWords, window: WindowState | null, today: string, remind: () => void): TemplateResult {
  if (!window) return html`<div class="band" part="status"><p>${words.t('readingWindowUnknown')} ${words.t('callInstead')} ${renderPhone(words.t('infoLine'))}.</p></div>`;
  return window.state === 'open' ? renderOpen(words, window, today) : renderClosed(words, window, today, remind);
}

function renderOpen(words: ReadingWords, { through, daysLeft, reason }: Open, today: string): TemplateResult {
  const isClosing = daysLeft !== null && daysLeft <= CLOSING_SOON_DAYS;
  const sentence = !through ? words.t('readingOpen') : daysLeft === 0 ? words.t('readingLastDay') : words.t('readingOpenThrough', { date: weekdayDateText(words, through, today) });
  return html`<div class="band ${isClosing ? 'warned' : ''}" part="status">
    ${reason ? html`<p class="strong" .textContent=${words.pick(reason)}></p>` : nothing}
    <p class=${isClosing ? 'status soon' : ''}>${isClosing ? renderIcon(clockIcon) : nothing}<span .textContent=${sentence}></span></p>
  </div>`;
}

function renderClosed(words: ReadingWords, { next }: Closed, today: string, remind: () => void): TemplateResult {
  return html`<p class="answer" part="answer"><span class="status shut">${renderIcon(closedIcon)}<span>${words.t('readingClosed')}</span></span></p>
    ${next
      ? html`<p .textContent=${words.t('readingNextWindow', { from: dateText(words, next.from, today), through: dateText(words, next.through, today) })}></p>
          <button type="button" class="primary" part="action" @click=${remind}>${renderIcon(calendarIcon)}${words.t('readingRemind')}</button>`
      : html`<p>${words.t('readingNoNextWindow')} ${words.t('callInstead')} ${renderPhone(words.t('infoLine'))}.</p>`}`;
}
