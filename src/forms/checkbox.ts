/**
 * One box to tick: native, never ticked beforehand, with its fault above it like any other field. What agreeing
 * means is said by the label, so it is the label that grows with the text.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { FormsKey } from '../i18n/bg/forms.js';
import type { Words } from '../i18n/words.js';
import { renderFault } from './field.js';
import type { FormController } from './form-controller.js';

export function renderCheckbox<Name extends string>(words: Words<FormsKey>, form: FormController<Name>, name: Name, label: string): TemplateResult {
  const fault = form.fault(name);
  const id: string = name;
  return html`<div class="field ${fault ? 'wrong' : ''}">
    ${fault ? renderFault(words, name, fault) : nothing}
    <label class="choice" for=${id}>
      <input
        id=${id}
        name=${id}
        type="checkbox"
        part="input"
        aria-describedby=${ifDefined(fault ? `${name}-fault` : undefined)}
        aria-invalid=${ifDefined(fault ? 'true' : undefined)}
        .checked=${form.value(name) !== ''}
        @change=${form.onInput}
      />
      <span>${label}</span>
    </label>
  </div>`;
}
