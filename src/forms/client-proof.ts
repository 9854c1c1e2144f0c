/**
 * Client number and authorization code, the pair that proves a customer: the two fields, what can be wrong
 * with them, and a drawing of where each stands on the invoice.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { FormsKey } from '../i18n/bg/forms.js';
import type { Words } from '../i18n/words.js';
import { AUTHORIZATION_CODE_LENGTH, authorizationCodeOf, CLIENT_NUMBER_LENGTH, clientNumberOf, hasLettersForDigits, typedLength, typedNumberLength } from '../model/client-number.js';
import { renderField } from './field.js';
import type { Fault, FormController } from './form-controller.js';
import { renderInvoicePicture } from './invoice-picture.js';

export type ClientProofName = 'clientNumber' | 'authorizationCode';
export const CLIENT_PROOF: readonly ClientProofName[] = ['clientNumber', 'authorizationCode'];

export interface ClientProof {
  clientNumber: string;
  authorizationCode: string;
}

export function clientNumberFault(words: Words<FormsKey>, value: string): Fault | null {
  if (!value.trim()) return { text: words.t('clientNumberMissing') };
  if (clientNumberOf(value)) return null;
  if (hasLettersForDigits(value)) return { text: words.t('clientNumberLetters') };
  return { text: words.t('clientNumberWrong', { count: typedNumberLength(value), length: CLIENT_NUMBER_LENGTH }) };
}

export function clientProofFault(words: Words<FormsKey>, name: ClientProofName, value: string): Fault | null {
  if (name === 'clientNumber') return clientNumberFault(words, value);
  if (!value.trim()) return { text: words.t('authorizationCodeMissing') };
  if (authorizationCodeOf(value)) return null;
  const count = typedLength(value);
  return { text: count === AUTHORIZATION_CODE_LENGTH ? words.t('authorizationCodeLetters') : words.t('authorizationCodeWrong', { count, length: AUTHORIZATION_CODE_LENGTH }) };
}

/** What the API did not accept although the check here passed. */
export const clientProofRefusal = (words: Words<FormsKey>, name: ClientProofName): string => words.t(`${name}Refused`);

/** The pair as the API takes it, once the checks have passed. */
export const clientProofOf = (form: Pick<FormController<ClientProofName>, 'value'>): ClientProof => ({
  clientNumber: clientNumberOf(form.value('clientNumber')) ?? '',
  authorizationCode: authorizationCodeOf(form.value('authorizationCode')) ?? '',
});

export function renderClientNumber<Name extends string>(words: Words<FormsKey>, form: FormController<Name | 'clientNumber'>): TemplateResult {
  return renderField<Name | 'clientNumber'>(words, form, { name: 'clientNumber', label: words.t('clientNumber'), hint: words.t('clientNumberHint'), inputMode: 'numeric', width: 'number' });
}

export function renderAuthorizationCode<Name extends string>(words: Words<FormsKey>, form: FormController<Name | 'authorizationCode'>): TemplateResult {
  return renderField<Name | 'authorizationCode'>(words, form, { name: 'authorizationCode', label: words.t('authorizationCode'), hint: words.t('authorizationCodeHint'), width: 'code' });
}

/** Both fields, and where each stands. */
export function renderClientProof<Name extends string>(words: Words<FormsKey>, form: FormController<Name | ClientProofName>): TemplateResult {
  return html`
    ${renderClientNumber(words, form)}
    ${renderAuthorizationCode(words, form)}
    ${renderWhere(words, true)}
  `;
}

/** The fold with the drawn invoice. */
export function renderWhere(words: Words<FormsKey>, withCode: boolean): TemplateResult {
  return html`<details class="where">
    <summary .textContent=${words.t(withCode ? 'whereBoth' : 'whereNumber')}></summary>
    ${renderInvoicePicture(words, withCode)}
    <p class="small">${words.t('whereNumberText')} ${withCode ? words.t('whereCodeText') : nothing}</p>
  </details>`;
}
