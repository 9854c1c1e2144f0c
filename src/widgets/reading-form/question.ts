/**
 * The question about readings that are not what the operator expects: four answers, none of them assumed. A
 * dial that rolled over shows its sum before it is believed.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { renderFault } from '../../forms/field.js';
import type { ReadingFormKey } from '../../i18n/bg/reading-form.js';
import { energyText, wholeText } from '../../i18n/energy.js';
import { dialEnd, usedPastEnd } from '../../model/reading.js';
import { EXPLANATIONS, type Entry, type Explanation, type Readings } from './readings.js';
import type { ReadingWords } from './register-field.js';

export const ANSWERS: Record<Explanation, ReadingFormKey> = {
  'typed-wrong': 'readingTypedWrong',
  'rolled-over': 'readingRolledOver',
  'meter-replaced': 'readingReplaced',
  confirmed: 'readingConfirmed',
};
const NOTES = { 'typed-wrong': 'readingTypedWrongNote', 'meter-replaced': 'readingReplacedNote', confirmed: 'readingConfirmedNote' } as const;

/** 'След 999 999 броячът започва отначало.', '1 000 000 − 999 950 + 120 = 170 кВтч'. */
function rolledOverNotes(words: ReadingWords, doubtful: readonly Entry[]): string[] {
  return doubtful.flatMap(({ register, value }) => {
    const [last, end, before, after] = [dialEnd(register) - 1, dialEnd(register), Number(register.lastReading.value), Number(value)].map((whole) => wholeText(words.language, whole)) as [string, string, string, string];
    const sum = words.t('readingRolledOverSum', { end, before, after, sum: energyText(words, usedPastEnd(register, value!)) });
    return [words.t('readingRolledOverNote', { last }), doubtful.length > 1 ? `${words.pick(register.name)}: ${sum}` : sum];
  });
}

export function renderQuestion(words: ReadingWords, { form, doubtful }: Readings): TemplateResult {
  const fault = form.fault('explanation');
  const notes = (answer: Explanation): string[] => (answer === 'rolled-over' ? [...new Set(rolledOverNotes(words, doubtful))] : [words.t(NOTES[answer])]);
  return html`<fieldset class="field ${fault ? 'wrong' : ''}" aria-describedby=${ifDefined(fault ? 'explanation-fault' : undefined)}>
    <legend>${words.t('readingHow')}</legend>
    ${fault ? renderFault(words, 'explanation', fault) : nothing}
    ${EXPLANATIONS.map((answer) => html`<label class="choice">
      <input type="radio" name="explanation" part="input" value=${answer} .checked=${form.value('explanation') === answer} @input=${form.onInput} />
      <span><span .textContent=${words.t(ANSWERS[answer])}></span>${notes(answer).map((note) => html`<span class="small muted" .textContent=${note}></span>`)}</span>
    </label>`)}
  </fieldset>`;
}
