/**
 * Every tag in short use: looked at, typed into, pressed, the right words read. What a script shows at `use` is the
 * same at each visit, for pictures; `finish` goes on to what differs from customer to customer.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { answerOf, einvoiceForm, fillProof, balanceForm, readingForm, sendButton, smsForm } from './forms.js';
import type { Customer } from './stack.js';

export interface TagScript {
  /** Without `cez-`. */
  tag: string;
  use: (page: Page, widget: Locator) => Promise<void>;
  finish?: (page: Page, widget: Locator, customer: Customer) => Promise<void>;
}

const askPlace = async (widget: Locator, name: string): Promise<void> => {
  await widget.getByRole('combobox').first().fill(name);
  await widget.getByRole('combobox').first().press('Enter');
};
/** Maps wait until they are seen. */
async function seeMap(widget: Locator): Promise<void> {
  await widget.locator('.map').scrollIntoViewIfNeeded();
  await expect(widget.locator('.map-zoom')).toBeVisible();
}
const answer = (widget: Locator): Locator => widget.locator('.answer').filter({ visible: true }).first();

export const tagScripts: readonly TagScript[] = [
  {
    tag: 'balance-checker',
    use: async (page) => {
      await fillProof(page, balanceForm, { clientNumber: '310000000011', authorizationCode: 'CEZ011' });
      await sendButton(page, balanceForm).click();
      await expect(answerOf(page, balanceForm).first()).toContainText('Дължите');
    },
    finish: async (_page, widget) => {
      await widget.evaluate((tag: HTMLElement & { reset(): void }) => tag.reset());
      await expect(widget.locator('[name=clientNumber]')).toHaveValue('');
      await expect(widget).not.toContainText('Дължите');
    },
  },
  {
    tag: 'center-finder',
    use: async (_page, widget) => {
      await widget.getByRole('combobox').first().fill('vraca');
      await expect(answer(widget)).toContainText('3 центъра');
      // In one column it is one or the other.
      await widget.getByRole('button', { name: 'Карта', exact: true }).click();
      await seeMap(widget);
      await widget.getByRole('button', { name: 'Списък', exact: true }).click();
      await widget.locator('[part=row]').getByRole('button').first().click();
      await expect(widget.locator('cez-hours-card').getByRole('heading', { name: 'Център Враца' })).toBeFocused();
      await expect(widget.locator('cez-hours-card .answer')).toHaveText('Отворено до 16:30 ч.');
    },
    finish: async (page, widget) => {
      await page.keyboard.press('Escape');
      await widget.getByRole('combobox').first().fill('');
      await expect(answer(widget)).toHaveText('30 центъра');
      await expect(widget.locator('[part=row]').first()).toBeVisible();
    },
  },
  {
    tag: 'contacts',
    use: async (_page, widget) => {
      await widget.getByRole('button', { name: 'Показания и електромер' }).click();
      await expect(widget.locator('[part=row]').filter({ hasText: 'www.cez-rp.bg' })).toBeVisible();
      await expect(widget).toContainText('ЧЕЗ Разпределение');
    },
  },
  {
    tag: 'einvoice-form',
    use: async (page, widget) => {
      await sendButton(page, einvoiceForm).click();
      await expect(widget.locator('.summary')).toBeFocused();
    },
    finish: async (page, _widget, customer) => {
      await einvoiceForm.fill(page, customer);
      await sendButton(page, einvoiceForm).click();
      await expect(answerOf(page, einvoiceForm).first()).toBeVisible();
    },
  },
  {
    tag: 'hours-card',
    use: async (_page, widget) => {
      await expect(answer(widget)).toHaveText('Отворено до 15:00 ч.');
      await widget.locator('summary').first().click();
      await expect(widget.locator('tbody tr').first()).toBeVisible();
    },
    finish: async (page, widget) => {
      const saved = page.waitForEvent('download');
      await widget.locator('.band button').click();
      expect((await saved).suggestedFilename()).toBe('sample-temporary-regime.ics');
    },
  },
  {
    tag: 'notice',
    use: (_page, widget) => expect(widget).toContainText('Важи до'),
    finish: async (_page, widget) => {
      const title = await widget.getByRole('heading').innerText();
      await widget.getByRole('button', { name: 'Скрий съобщението' }).click();
      // Another one may take its place.
      await expect(widget.getByRole('heading', { name: title })).toHaveCount(0);
    },
  },
  {
    tag: 'outages',
    use: async (_page, widget) => {
      await askPlace(widget, 'Vratsa');
      await expect(answer(widget)).toHaveText(/^Част от Враца е без ток\. Очаква се към/);
      await seeMap(widget);
    },
    finish: async (_page, widget) => {
      await widget.locator('.switch button').last().click();
      await widget.locator('[name=clientNumber]').fill('310000000022');
      await widget.locator('[name=clientNumber]').press('Enter');
      await expect(answer(widget)).toHaveText('За този клиентски номер няма известно прекъсване.');
    },
  },
  {
    tag: 'reading-form',
    use: async (page, widget) => {
      await sendButton(page, readingForm).click();
      await expect(widget.locator('.summary')).toBeFocused();
    },
    finish: async (page, _widget, customer) => {
      await readingForm.fill(page, customer);
      await sendButton(page, readingForm).click();
      await expect(answerOf(page, readingForm).first()).toBeVisible();
    },
  },
  {
    tag: 'services',
    use: async (_page, widget) => {
      await widget.getByRole('button', { name: 'Следете сметката по SMS' }).click();
      await expect(widget.locator('cez-sms-signup [name=clientNumber]')).toBeVisible();
    },
    finish: async (page, widget) => {
      await widget.locator('cez-sms-signup [name=clientNumber]').fill('3100 0047 1193');
      await sendButton(page, smsForm).click();
      await expect(widget.locator('cez-sms-signup [part=answer]')).toContainText('310000471193');
      await widget.getByRole('button', { name: 'Проверете сметката си' }).click();
      await expect(widget.locator('cez-balance-checker [name=clientNumber]')).toHaveValue('310000471193');
    },
  },
  {
    tag: 'sms-signup',
    use: async (page, widget) => {
      await widget.locator('[name=clientNumber]').fill('3100 0047 1193');
      await sendButton(page, smsForm).click();
      await expect(widget.locator('[part=answer]')).toContainText('310000471193');
      await expect(widget.locator('.qr path')).toBeAttached();
    },
  },
];
