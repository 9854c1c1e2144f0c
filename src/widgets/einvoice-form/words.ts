/** What the parts of the form speak with and read from. */
import type { ClientProofName } from '../../forms/client-proof.js';
import type { FormController } from '../../forms/form-controller.js';
import type { CommonKey } from '../../i18n/bg/common.js';
import type { EinvoiceFormKey } from '../../i18n/bg/einvoice-form.js';
import type { FormsKey } from '../../i18n/bg/forms.js';
import type { SubmissionsKey } from '../../i18n/bg/submissions.js';
import type { Words } from '../../i18n/words.js';

export type EinvoiceKey = FormsKey | SubmissionsKey | EinvoiceFormKey;
export type EinvoiceWords = Words<CommonKey | EinvoiceKey>;
export type Name = ClientProofName | 'email' | 'consent';
export type Form = FormController<Name>;
