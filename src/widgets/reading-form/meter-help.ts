/** How a meter is read, by its two kinds: turning digits with a red one behind the comma, or a display that changes. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ReadingWords } from './register-field.js';

/** A row of digits; those from `cut` on do not count. */
const digits = (text: string, cut: number, boxed: boolean): TemplateResult[] =>
  text.split('').map((digit, place) => {
    const x = 16 + place * 26 + (place >= cut ? 10 : 0);
    return svg`${boxed ? svg`<rect class=${place < cut ? 'counts' : 'cut'} x=${x} y="22" width="22" height="32" rx="2"></rect>` : nothing}
      <text class=${boxed || place < cut ? '' : 'faint'} x=${x + 11} y="45" text-anchor="middle">${digit}</text>`;
  });

const picture = (inside: TemplateResult): TemplateResult => html`<svg class="meter" viewBox="0 0 220 76" aria-hidden="true">
  <rect class="case" x="1" y="1" width="218" height="74" rx="8"></rect>${inside}<text x="176" y="47" text-anchor="middle">,</text>
</svg>`;

export function renderMeterHelp(words: ReadingWords, registers: number): TemplateResult {
  return html`<details class="where">
    <summary .textContent=${words.t('readingHelp')}></summary>
    <div class="meters">
      <div>${picture(svg`${digits('0123456', 6, true)}`)}<p class="small">${words.t('readingHelpWheels')}</p></div>
      <div>${picture(svg`<rect class="display" x="8" y="14" width="204" height="48" rx="4"></rect>${digits('0123456', 6, false)}`)}<p class="small">${words.t(registers > 1 ? 'readingHelpDisplays' : 'readingHelpDisplay')}</p></div>
    </div>
    <p class="small">${words.t('readingHelpZeros')}</p>
  </details>`;
}
