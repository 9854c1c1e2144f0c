/** What is about to be sent, or has been, as a list to read through. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { SubmissionController } from '../../core/submission-controller.js';
import { dateText } from '../../i18n/format.js';
import { energyText } from '../../i18n/energy.js';
import { groupedClientNumber } from '../../model/client-number.js';
import type { ReadingReceipt } from '../../model/wire.js';
import { ANSWERS } from './question.js';
import type { ReadingName, Readings } from './readings.js';
import { usedText, type ReadingWords } from './register-field.js';

interface Row {
  name: string;
  value: string;
  note?: string | null;
  /** Leads to where it is changed. */
  change?: (() => void) | undefined;
}

/** `change` leads to a field of the readings by its name, or to the client number. */
export function renderAnswers(words: ReadingWords, readings: Readings, clientNumber: string, today: string, change?: (name: ReadingName | 'clientNumber') => void): TemplateResult {
  const { meter, entries, explanation, readAt, meters } = readings;
  const rows: Row[] = [
    { name: words.t('clientNumber'), value: groupedClientNumber(clientNumber), change: change && (() => change('clientNumber')) },
    { name: words.t('readingMeterName'), value: meter!.meterNumber, change: change && meters.length > 1 ? () => change('meter') : undefined },
    ...entries.map((entry): Row => ({
      name: words.pick(entry.register.name),
      value: energyText(words, Number(entry.value)),
      note: usedText(words, entry, today),
      change: change && (() => change(entry.name)),
    })),
    ...(explanation ? [{ name: words.t('readingExplained'), value: words.t(ANSWERS[explanation]) }] : []),
    { name: words.t('readingDate'), value: dateText(words, readAt!, today), change: change && (() => change('readAt')) },
  ];
  return html`<dl class="answers" part="list">${rows.map((row) => renderRow(words, row))}</dl>`;
}

function renderRow(words: ReadingWords, { name, value, note, change }: Row): TemplateResult {
  return html`<div part="row">
    <dt .textContent=${name}></dt>
    <dd>
      <span class="strong" .textContent=${value}></span>
      ${note ? html`<span class="small muted" .textContent=${note}></span>` : nothing}
    </dd>
    ${change ? html`<dd><button type="button" class="plain" part="action" @click=${change}>${words.t('readingChange')}<span class="said" .textContent=${`: ${name}`}></span></button></dd>` : nothing}
  </div>`;
}

/** The button that sends. */
export function renderSend(words: ReadingWords, { busy }: SubmissionController<ReadingReceipt>, send: () => void, back: TemplateResult): TemplateResult {
  return html`<div class="actions">
    <button type="button" class="primary" part="action" aria-disabled=${ifDefined(busy ? 'true' : undefined)} @click=${send}>${words.t(busy ? 'sending' : 'readingSend')}</button>
    ${busy ? nothing : back}
  </div>`;
}
