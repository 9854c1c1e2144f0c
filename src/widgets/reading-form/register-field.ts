/**
 * One register: a single native field drawn like the meter's window, what was read last and what is expected
 * above it, what was used below it as one types. Anything may be typed; what is not plain digits gets a plain
 * field, since it would not stand in the boxes.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { renderFault } from '../../forms/field.js';
import type { CommonKey } from '../../i18n/bg/common.js';
import type { FormsKey } from '../../i18n/bg/forms.js';
import type { ReadingFormKey } from '../../i18n/bg/reading-form.js';
import { energyText, wholeText } from '../../i18n/energy.js';
import { dateText } from '../../i18n/format.js';
import type { Words } from '../../i18n/words.js';
import { usedSince, usualUse } from '../../model/reading.js';
import type { Register } from '../../model/wire.js';
import { daysBetween } from '../../model/zoned-time.js';
import type { Entry, Readings } from './readings.js';

export type ReadingWords = Words<CommonKey | FormsKey | ReadingFormKey>;

/** '+214 кВтч от 1 ноември'; null for a value that says nothing about use. */
export function usedText(words: ReadingWords, { register, value }: Entry, today: string): string | null {
  const used = value === null ? -1 : usedSince(register, value);
  if (used < 0) return null;
  const date = dateText(words, register.lastReading.readAt, today);
  return used ? words.t('readingUsed', { amount: energyText(words, used), date }) : words.t('readingSame', { date });
}

/** What makes a value doubtful, with its sum. */
function doubtText(words: ReadingWords, { register, value, doubt }: Entry, readAt: string): string {
  const used = usedSince(register, value!);
  if (doubt === 'outside') return words.t('readingOutside');
  if (doubt === 'lower') return words.t('readingLower', { amount: energyText(words, -used) });
  const sum = { amount: energyText(words, used), days: words.t('readingDays', { count: daysBetween(register.lastReading.readAt, readAt) }) };
  const usual = usualUse(register);
  return usual ? words.t('readingAbove', { ...sum, usual: usualText(words, usual) }) : words.t('readingAboveUnknown', sum);
}

function usualText(words: ReadingWords, { min, max }: { min: number; max: number }): string {
  const range = { min: wholeText(words.language, min), max: wholeText(words.language, max) };
  return words.t(min ? 'readingUsual' : 'readingUsualTo', range);
}

function hintText(words: ReadingWords, { lastReading, plausible }: Register, today: string): string {
  const last = words.t('readingLast', { value: lastReading.value, date: dateText(words, lastReading.readAt, today) });
  return `${last} ${words.t('readingRange', plausible)}`;
}

export function renderRegister(words: ReadingWords, { form, isAsked, readAt }: Readings, entry: Entry, today: string): TemplateResult {
  const { name, register } = entry;
  const typed = form.value(name);
  const fault = form.fault(name);
  const isDoubtful = isAsked && entry.doubt;
  const line = isDoubtful ? doubtText(words, entry, readAt ?? today) : usedText(words, entry, today);
  const described = [`${name}-hint`, fault && `${name}-fault`, line && `${name}-line`].filter(Boolean).join(' ');
  return html`<div class="field register ${fault && !fault.passable ? 'wrong' : isDoubtful || fault ? 'doubtful' : ''}">
    <label for=${name} .textContent=${words.pick(register.name)}></label>
    <p class="small muted" id="${name}-hint" .textContent=${hintText(words, register, today)}></p>
    ${fault ? renderFault(words, name, fault) : nothing}
    <div class="window">
      <span class="dial ${typed.length > register.digits || /\D/.test(typed) ? 'loose' : ''} ${register.digits > 8 ? 'long' : ''}">
        <span class="boxes" aria-hidden="true">${renderBoxes(register.digits, typed.length)}</span>
        <input
          id=${name}
          name=${name}
          part="input"
          inputmode="numeric"
          autocomplete="off"
          spellcheck="false"
          aria-describedby=${described}
          aria-invalid=${ifDefined(fault && !fault.passable ? 'true' : undefined)}
          .value=${typed}
          @input=${form.onInput}
        />
      </span>
      <span class="muted">${words.t('kwhUnit')}</span>
    </div>
    ${line ? html`<p class="used" id="${name}-line" .textContent=${line}></p>` : nothing}
  </div>`;
}

/** The zeros that need not be typed stand there in grey. */
const renderBoxes = (digits: number, typed: number): TemplateResult[] =>
  Array<null>(digits).fill(null).map((_, place) => html`<span>${typed && place < digits - typed ? 0 : nothing}</span>`);
