/** How a balance is read: the answer first, then what is overdue, the invoices, and how to pay. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import alertIcon from 'lucide/dist/esm/icons/triangle-alert.mjs';
import checkIcon from 'lucide/dist/esm/icons/circle-check.mjs';
import type { BalanceCheckerKey } from '../../i18n/bg/balance-checker.js';
import type { CommonKey } from '../../i18n/bg/common.js';
import type { FormsKey } from '../../i18n/bg/forms.js';
import { clockText, dateText } from '../../i18n/format.js';
import { moneyText } from '../../i18n/money.js';
import type { Words } from '../../i18n/words.js';
import { balanceState, unpaidInvoices } from '../../model/balance.js';
import { centsOf } from '../../model/money.js';
import type { Balance, Invoice, Money } from '../../model/wire.js';
import { wallClock } from '../../model/zoned-time.js';
import { renderCopy } from '../../ui/copy.js';
import { renderIcon } from '../../ui/icon.js';
import { safeUrl } from '../../ui/safe-url.js';

type BalanceWords = Words<CommonKey | FormsKey | BalanceCheckerKey>;

interface Surroundings {
  now: Date;
  /** The whole client number, to copy. */
  number: () => string;
  heading: (text: string) => TemplateResult;
  desk: TemplateResult;
}

export function renderBalance(words: BalanceWords, balance: Balance, { now, number, heading, desk }: Surroundings): TemplateResult {
  const today = wallClock(now).date;
  const state = balanceState(balance);
  const owes = state === 'owed' || state === 'overdue';
  const unpaid = unpaidInvoices(balance);
  return html`
    <p class="answer" part="answer" tabindex="-1"><span class="status ${owes ? '' : 'ok'}">${owes ? nothing : renderIcon(checkIcon)}<span .textContent=${answer(words, balance)}></span></span></p>
    ${state === 'overdue' ? renderOverdue(words, balance) : nothing}
    ${owes && balance.nextDueDate && balance.nextDueDate >= today ? html`<p class="strong" .textContent=${payBy(words, balance, dateText(words, balance.nextDueDate, today))}></p>` : nothing}
    ${owes ? nothing : html`<p>${words.t(state === 'credit' ? 'creditNext' : 'nothingLeft')}</p>`}
    ${unpaid.length
      ? html`${heading(words.t('unpaid'))}
          <ul class="invoices" part="list" role="list">${unpaid.map((invoice) => renderInvoice(words, invoice, today))}</ul>`
      : nothing}
    ${balance.lastPayment ? html`<p .textContent=${words.t('lastPayment', { amount: moneyText(words.language, balance.lastPayment.amount), date: dateText(words, balance.lastPayment.date, today) })}></p>` : nothing}
    <p class="small muted"><span .textContent=${words.t('numberShown', { number: balance.clientNumber })}></span>. <span .textContent=${asOf(words, balance, today)}></span></p>
    ${owes ? renderWaysToPay(words, balance, number, heading, desk) : nothing}
  `;
}

function answer(words: BalanceWords, balance: Balance): string {
  const { totalDue, credit } = balance;
  switch (balanceState(balance)) {
    case 'credit': return words.t('answerCredit', { amount: moneyText(words.language, credit) });
    case 'nothing-owed': return words.t('answerNothing');
    default: return words.t('answerOwed', { amount: moneyText(words.language, totalDue) });
  }
}

/** What is overdue was to be paid before; the date is that of the rest. */
function payBy(words: BalanceWords, { totalDue, overdue }: Balance, date: string): string {
  const late = centsOf(overdue) ?? 0;
  const rest = { ...totalDue, value: (((centsOf(totalDue) ?? 0) - late) / 100).toFixed(2) };
  return late ? words.t('payRestBy', { amount: moneyText(words.language, rest), date }) : words.t('payBy', { date });
}

function renderOverdue(words: BalanceWords, { overdue, totalDue }: Balance): TemplateResult {
  const all = centsOf(overdue) === centsOf(totalDue);
  return html`<p class="overdue status" part="status">${renderIcon(alertIcon)}<span .textContent=${words.t(all ? 'overdueAll' : 'overduePart', { amount: moneyText(words.language, overdue) })}></span></p>`;
}

function renderInvoice(words: BalanceWords, { period, amount, paid, dueDate, reading }: Invoice, today: string): TemplateResult {
  const money = (sum: Money): string => moneyText(words.language, sum);
  const marks = [
    reading === 'estimated' && words.t('estimated'),
    reading === 'self-reported' && words.t('selfReported'),
    centsOf(paid)! > 0 && words.t('partPaid', { paid: money(paid), amount: money(amount) }),
  ].filter(Boolean);
  const left = { ...amount, value: (((centsOf(amount) ?? 0) - (centsOf(paid) ?? 0)) / 100).toFixed(2) };
  return html`<li part="row">
    <span class="period" .textContent=${words.t('period', { from: dateText(words, period.from, today), to: dateText(words, period.to, today) })}></span>
    <span class="amount" .textContent=${money(left)}></span>
    <span class="due"><span .textContent=${words.t('due', { date: dateText(words, dueDate, today) })}></span>${dueDate < today ? html`, <span class="late">${words.t('overdue')}</span>` : nothing}</span>
    ${marks.length ? html`<span class="small muted" .textContent=${marks.join(', ')}></span>` : nothing}
  </li>`;
}

function asOf(words: BalanceWords, balance: Balance, today: string): string {
  const { date, minutes } = wallClock(new Date(balance.asOf));
  return words.t('asOf', { date: dateText(words, date, today), time: clockText(words, minutes) });
}

function renderWaysToPay(words: BalanceWords, { payUrl, totalDue }: Balance, number: () => string, heading: Surroundings['heading'], desk: TemplateResult): TemplateResult {
  const address = payUrl === null ? undefined : safeUrl(payUrl);
  return html`${heading(words.t('waysToPay'))}
    <ul class="ways" role="list">
      ${address ? html`<li><a class="button primary" part="action" href=${ifDefined(safeUrl(address))} rel="noopener">${words.t('payOnline')}</a></li>` : nothing}
      <li><p>${words.t('payAtDesk')}</p>${desk}</li>
      <li>
        <p>${words.t('payByBank')}</p>
        <p class="copies">${renderCopy(words, words.t('copyAmount'), () => totalDue.value)} ${renderCopy(words, words.t('copyNumber'), number)}</p>
      </li>
    </ul>`;
}
