/**
 * The box above a form that lists what is wrong, in the words that stand at the fields, each a link to its
 * field. Built for one shadow root: the links move the focus themselves, since an address with a hash
 * does not reach inside.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { FormsKey } from '../i18n/bg/forms.js';
import type { Words } from '../i18n/words.js';
import { safeUrl } from '../ui/safe-url.js';
import type { FormController } from './form-controller.js';

/** `whole` is what is wrong with the sending itself: a pair that was not recognized, a server that does not answer. */
export function renderErrorSummary<Name extends string>(words: Words<FormsKey>, form: FormController<Name>, whole: TemplateResult | null = null): TemplateResult | typeof nothing {
  const { faults } = form;
  if (!faults.length && !whole) return nothing;
  const title = !faults.length ? 'notSent' : faults.every(([, fault]) => fault.passable) ? 'pleaseCheck' : 'thereIsAProblem';
  const onPress = (event: Event, name: Name): void => {
    event.preventDefault();
    form.reach(name);
  };
  return html`<div class="summary ${title === 'pleaseCheck' ? 'doubtful' : ''}" part="error" role="group" tabindex="-1" aria-labelledby="summary-title">
    <p id="summary-title" class="strong">${words.t(title)}</p>
    ${whole ?? nothing}
    ${faults.length
      ? html`<ul role="list">${faults.map(([name, { text }]) => html`<li><a href=${ifDefined(safeUrl(`#${name}`))} @click=${(event: Event) => onPress(event, name)} .textContent=${text}></a></li>`)}</ul>`
      : nothing}
  </div>`;
}
