/** The demo's mailbox page, reading real mails of the running API. */
import { expect, test } from '@playwright/test';

test('the mailbox shows a mail as it arrives, with links to follow', async ({ page, request }) => {
  await page.goto('/mailbox/');
  await expect(page.getByRole('status')).not.toHaveText('Писмата се зареждат…');

  const api = await page.locator('main').getAttribute('data-api');
  const asked = await request.post(`${api}/einvoice-requests`, {
    headers: { 'idempotency-key': `mailbox ${test.info().workerIndex} ${test.info().retry}` },
    data: { clientNumber: '310000000033', authorizationCode: 'CEZ033', email: 'mailbox@abv.bg', consentVersion: '2026-09-01' },
  });
  const { reference } = (await asked.json()) as { reference: string };

  const mail = page.getByRole('article').filter({ hasText: reference });
  await expect(mail.getByRole('heading')).toHaveText('Потвърдете електронната фактура · Confirm your e-invoice');
  await expect(mail).toContainText('mailbox@abv.bg');
  const links = await mail.getByRole('link').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.map((link) => link.replace(/=[\w-]{43}$/, '=…'))).toEqual([
    expect.stringMatching(/\/cez-bg\/einvoice\/\?cez-einvoice-token=…$/),
    expect.stringMatching(/\/cez-bg\/einvoice\/$/),
  ]);
});
