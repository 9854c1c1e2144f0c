/**
 * One text field: label, hint, fault and a native input in the same root, so that ids tie them together.
 * Nothing is masked, filtered or capped while somebody types; what is meant is read out when it is sent.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import alertIcon from 'lucide/dist/esm/icons/triangle-alert.mjs';
import { announce } from '../core/announcer.js';
import type { CommonKey } from '../i18n/bg/common.js';
import type { FormsKey } from '../i18n/bg/forms.js';
import type { Words } from '../i18n/words.js';
import { renderIcon } from '../ui/icon.js';
import type { Fault, FormController } from './form-controller.js';

export interface Field<Name extends string> {
  name: Name;
  label: string;
  hint?: string | undefined;
  type?: 'text' | 'email' | 'date';
  /** Which keys a phone shows. */
  inputMode?: 'text' | 'numeric' | 'email';
  /** The HTML autofill token; numbers of ours have none, and are told apart for password managers by their names. */
  autocomplete?: 'email';
  /** How wide the answer is: 12 digits, 6 signs, or as long as the line. */
  width?: 'number' | 'code' | 'line' | undefined;
  /** What stands between label and input beside the hint. */
  help?: TemplateResult | typeof nothing;
  /** What stands under the fault, such as a suggestion to take. */
  aid?: TemplateResult | typeof nothing;
}

export function renderField<Name extends string>(words: Words<FormsKey>, form: FormController<Name>, field: Field<Name>): TemplateResult {
  const { name, hint, width = 'line' } = field;
  const fault = form.fault(name);
  const id: string = name;
  const described = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ');
  return html`<div class="field ${fault ? (fault.passable ? 'doubtful' : 'wrong') : ''}">
    <label for=${id}>${field.label}</label>
    ${hint ? html`<p class="small muted" id="${name}-hint">${hint}</p>` : nothing}
    ${field.help ?? nothing}
    ${fault ? renderFault(words, name, fault) : nothing}
    ${field.aid ?? nothing}
    <input
      id=${id}
      name=${id}
      class="input ${width}"
      part="input"
      type=${field.type ?? 'text'}
      inputmode=${field.inputMode ?? 'text'}
      autocomplete=${field.autocomplete ?? 'off'}
      autocapitalize="none"
      spellcheck="false"
      aria-describedby=${ifDefined(described || undefined)}
      aria-invalid=${ifDefined(fault && !fault.passable ? 'true' : undefined)}
      .value=${form.value(name)}
      @input=${form.onInput}
    />
  </div>`;
}

/** What is wrong, at its field. */
export function renderFault(words: Words<FormsKey>, name: string, { text, passable }: Fault): TemplateResult {
  return html`<p class="fault" id="${name}-fault">${renderIcon(alertIcon)}<span><span class="said">${words.t(passable ? 'warningSaid' : 'errorSaid')} </span><span .textContent=${text}></span></span></p>`;
}

/** The filled button. It stays focusable while sending, or the focus would fall off the page. */
export function renderSubmit(words: Words<FormsKey>, form: Pick<FormController<string>, 'busy'>, label: string): TemplateResult {
  return html`<button type="submit" class="primary" part="action" aria-disabled=${ifDefined(form.busy ? 'true' : undefined)}>${form.busy ? words.t('sending') : label}</button>`;
}

/** That an answer takes long, for those who do not see the line under the button. */
export const announceSlowness = (words: Words<CommonKey>): void => announce(words.t('stillTrying'), words.language);
