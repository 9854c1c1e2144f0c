/** A phone number as a link that calls it; the number itself stays readable and copyable. */
import { html, type TemplateResult } from 'lit';

/** What a telephone dials: '070010010' for '0700 10 010'. */
export const dialled = (number: string): string => number.replace(/[^+\d]/g, '');

export function renderPhone(number: string): TemplateResult {
  return html`<a class="phone" href="tel:${dialled(number)}">${number}</a>`;
}
