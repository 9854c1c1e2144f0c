/** The e-mail: what can be wrong with it, and what was probably meant, to take with one press or to refuse with another. */
import { html, nothing, type TemplateResult } from 'lit';
import { renderField } from '../../forms/field.js';
import type { Fault, FormController } from '../../forms/form-controller.js';
import type { EinvoiceFormKey } from '../../i18n/bg/einvoice-form.js';
import type { FormsKey } from '../../i18n/bg/forms.js';
import type { Words } from '../../i18n/words.js';
import { domainOf, readEmail, type EmailFault } from '../../model/email.js';

type EmailWords = Words<FormsKey | EinvoiceFormKey>;

const SENTENCES: Record<EmailFault, EinvoiceFormKey> = {
  missing: 'emailMissing',
  'no-at': 'emailNoAt',
  latin: 'emailLatin',
  incomplete: 'emailIncomplete',
  wrong: 'emailWrong',
  doubtful: 'emailDoubtful',
  foreign: 'emailForeign',
};

export function emailFault(words: EmailWords, value: string): Fault | null {
  const { address, fault, suggestion } = readEmail(value);
  if (!fault) return null;
  const domains = { written: domainOf(address), meant: domainOf(suggestion ?? '') };
  return { text: words.t(SENTENCES[fault], domains), passable: fault === 'doubtful' || fault === 'foreign' };
}

export function renderEmail<Name extends string>(words: EmailWords, form: FormController<Name | 'email'>): TemplateResult {
  return renderField<Name | 'email'>(words, form, {
    name: 'email',
    label: words.t('email'),
    hint: words.t('emailHint'),
    type: 'email',
    inputMode: 'email',
    autocomplete: 'email',
    aid: renderAid(words, form),
  });
}

function renderAid<Name extends string>(words: EmailWords, form: FormController<Name | 'email'>): TemplateResult | typeof nothing {
  const fault = form.fault('email');
  if (!fault) return nothing;
  const { suggestion } = readEmail(form.value('email'));
  const take = (): void => {
    form.fill('email', suggestion!);
    form.reach('email');
  };
  const keep = (): void => {
    form.pass('email');
    form.reach('email');
  };
  return html`<div class="aid">
    ${suggestion ? html`<button type="button" part="action" @click=${take}><span .textContent=${words.t('emailTake', { meant: domainOf(suggestion) })}></span></button>` : nothing}
    ${fault.passable ? html`<button type="button" class="plain" part="action" @click=${keep}>${words.t('emailKeep')}</button>` : nothing}
  </div>`;
}
