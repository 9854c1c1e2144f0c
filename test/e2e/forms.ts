/**
 * The four forms as a customer goes through them: where each stands, what is typed before the press that
 * counts, and how it shows that all is well.
 */
import type { Locator, Page } from '@playwright/test';
import { common } from '../../src/i18n/bg/common.js';
import { submissions } from '../../src/i18n/bg/submissions.js';
import type { Customer, Stored } from './stack.js';

export interface Form {
  tag: string;
  path: string;
  /** Goes as far as the press that counts. */
  fill: (page: Page, customer: Customer) => Promise<void>;
  /** Where Enter sends, too. */
  focusLast: (page: Page) => Promise<void>;
  /** Sends what an earlier visit left, for which only the code is asked. */
  resume: (page: Page, customer: Customer) => Promise<void>;
  /** Rows that the press makes; null where it makes none. */
  stores: keyof Stored | null;
}

export const widgetOf = (page: Page, { tag }: Form): Locator => page.locator(tag);
/** The filled button: the one that leads on. */
export const sendButton = (page: Page, form: Form): Locator => widgetOf(page, form).locator('button.primary').filter({ visible: true });
/** What says that all is well: the answer or the receipt. */
export const answerOf = (page: Page, form: Form): Locator => widgetOf(page, form).locator('[part~=answer]').filter({ visible: true });
/** Words for why there is no answer. A submission that is merely on its way says nothing yet. */
export const reasonOf = (page: Page, form: Form): Locator =>
  widgetOf(page, form).locator('[part~=error], .submission').filter({ visible: true, hasNotText: submissions.submissionSending }).filter({ hasNotText: submissions.submissionSlow });
/** Words for a wait that takes long. */
export const slownessOf = (page: Page, form: Form): Locator => widgetOf(page, form).getByText(new RegExp(`${common.stillTrying}|${submissions.submissionSlow}`)).filter({ visible: true });
export const phoneOf = (page: Page, form: Form): Locator => widgetOf(page, form).getByText(common.infoLine).filter({ visible: true });

export async function fillProof(page: Page, { tag }: Pick<Form, 'tag'>, { clientNumber, authorizationCode }: Pick<Customer, 'clientNumber' | 'authorizationCode'>): Promise<void> {
  await page.locator(tag).locator('[name=clientNumber]').fill(clientNumber);
  await page.locator(tag).locator('[name=authorizationCode]').fill(authorizationCode);
}

async function resume(page: Page, form: Form, { authorizationCode }: Customer): Promise<void> {
  await widgetOf(page, form).locator('[name=authorizationCode]').fill(authorizationCode);
  await sendButton(page, form).click();
}

const leavesNothing = (): Promise<never> => Promise.reject(new Error('Nothing is kept of this form.'));

export const balanceForm: Form = {
  tag: 'cez-balance-checker',
  path: '/cez-bg/balance/',
  fill: (page, customer) => fillProof(page, balanceForm, customer),
  focusLast: (page) => widgetOf(page, balanceForm).locator('[name=authorizationCode]').focus(),
  resume: leavesNothing,
  stores: null,
};

export const readingForm: Form = {
  tag: 'cez-reading-form',
  path: '/cez-bg/readings/',
  fill: async (page, customer) => {
    const [widget, next] = [widgetOf(page, readingForm), sendButton(page, readingForm)];
    await fillProof(page, readingForm, customer);
    await next.click();
    await widget.locator('[name=register-0-0]').fill('012400');
    await widget.locator('[name=register-0-1]').fill('006800');
    await next.click();
    await widget.getByRole('heading', { name: 'Проверете и изпратете' }).waitFor();
  },
  focusLast: (page) => sendButton(page, readingForm).focus(),
  resume: (page, customer) => resume(page, readingForm, customer),
  stores: 'readings',
};

export const einvoiceForm: Form = {
  tag: 'cez-einvoice-form',
  path: '/cez-bg/einvoice/',
  fill: async (page, customer) => {
    await fillProof(page, einvoiceForm, customer);
    await widgetOf(page, einvoiceForm).locator('[name=email]').fill('ime@abv.bg');
    await widgetOf(page, einvoiceForm).locator('[name=consent]').check();
  },
  focusLast: (page) => widgetOf(page, einvoiceForm).locator('[name=email]').focus(),
  resume: (page, customer) => resume(page, einvoiceForm, customer),
  stores: 'einvoices',
};

/** Asks nobody, and needs no code. */
export const smsForm: Form = {
  tag: 'cez-sms-signup',
  path: '/cez-bg/sms/',
  fill: (page, { clientNumber }) => widgetOf(page, smsForm).locator('[name=clientNumber]').fill(clientNumber),
  focusLast: (page) => widgetOf(page, smsForm).locator('[name=clientNumber]').focus(),
  resume: leavesNothing,
  stores: null,
};

export const askingForms = [balanceForm, readingForm, einvoiceForm];
export const forms = [...askingForms, smsForm];
