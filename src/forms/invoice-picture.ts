/**
 * A drawn invoice with the places of the two numbers marked. Only the places are known (number in the upper
 * part, code at the lower left), so nothing else of a real invoice is imitated. What it shows is said in the
 * text below it.
 */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { FormsKey } from '../i18n/bg/forms.js';
import type { Words } from '../i18n/words.js';

/** Closed by a tag of its own: outside an `<svg>` the minifier would drop a closing slash, and what follows lie inside. */
const mark = (x: number, y: number, width: number, digits: string, name: string): TemplateResult => svg`
  <rect class="mark" x=${x} y=${y} width=${width} height="26" rx="4"></rect>
  <text class="digits" x=${x + 8} y=${y + 18}>${digits}</text>
  <text class="name" x=${x} y=${y - 6}>${name}</text>`;

export function renderInvoicePicture(words: Words<FormsKey>, withCode: boolean): TemplateResult {
  return html`<svg class="invoice" viewBox="0 0 300 210" aria-hidden="true">
    <rect class="sheet" x="1" y="1" width="298" height="208" rx="6" />
    <path class="lines" d="M20 28h70M20 40h46M20 98h260M20 114h260M20 130h200M180 168h100M180 184h100" />
    ${mark(150, 34, 132, '3100 0000 0000', words.t('clientNumber'))}
    ${withCode ? mark(20, 172, 76, 'ABC123', words.t('authorizationCode')) : nothing}
  </svg>`;
}
