/** The step in which the meter is read: which meter, its registers, the question where one is due, the date. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { renderField, renderFault } from '../../forms/field.js';
import { dateText } from '../../i18n/format.js';
import { numericDate } from '../../model/typed-date.js';
import { renderMeterHelp } from './meter-help.js';
import { renderQuestion } from './question.js';
import type { ReadingName, Readings } from './readings.js';
import { renderRegister, type ReadingWords } from './register-field.js';

/** `dateAid` stands at the date: what can be done about a reading that is there already. */
export function renderReadings(words: ReadingWords, readings: Readings, today: string, dateAid: TemplateResult | typeof nothing): TemplateResult {
  const { form, meters, meter, entries, isAsked, doubtful } = readings;
  const lastDoubtful = doubtful.at(-1)?.name;
  return html`
    ${meters.length > 1 ? renderMeters(words, readings) : nothing}
    ${meters.length === 1 ? html`<p class="muted" .textContent=${words.t('readingMeter', { number: meter!.meterNumber })}></p>` : nothing}
    ${meter ? renderMeterHelp(words, entries.length) : nothing}
    ${entries.map((entry) => html`${renderRegister(words, readings, entry, today)}${isAsked && entry.name === lastDoubtful ? renderQuestion(words, readings) : nothing}`)}
    ${renderField<ReadingName>(words, form, {
      name: 'readAt',
      label: words.t('readingDate'),
      hint: words.t('readingDateHint', { numeric: numericDate(today), words: dateText(words, today, today) }),
      width: 'number',
      aid: dateAid,
    })}
  `;
}

function renderMeters(words: ReadingWords, { form, meters }: Readings): TemplateResult {
  const fault = form.fault('meter');
  return html`<fieldset class="field ${fault ? 'wrong' : ''}" aria-describedby=${ifDefined(fault ? 'meter-fault' : undefined)}>
    <legend>${words.t('readingWhichMeter')}</legend>
    ${fault ? renderFault(words, 'meter', fault) : nothing}
    ${meters.map(({ meterNumber }, index) => html`<label class="choice">
      <input type="radio" name="meter" part="input" value=${index} .checked=${form.value('meter') === String(index)} @input=${form.onInput} />
      <span .textContent=${words.t('readingMeter', { number: meterNumber })}></span>
    </label>`)}
  </fieldset>`;
}
