/** A phone number as a link that calls it; the number itself stays readable and copyable. */
import { html, type TemplateResult } from 'lit';

export function renderPhone(number: string): TemplateResult {
  return html`<a class="phone" href="tel:${number.replace(/[^+\d]/g, '')}">${number}</a>`;
}
