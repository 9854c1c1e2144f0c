/**
 * What the customer's device does in the middle of a form: F25 and F28 to F30 of the catalogue of faults. A tab
 * is closed, nothing can be kept, a page comes back from memory, a part of the library does not arrive.
 */
import { expect } from '@playwright/test';
import { cell, comeBack, posts, pressAtOnce, sendWhatWaited, storingForms, test, untilAsked, type Told } from './cell.js';
import { answerOf, askingForms, balanceForm, einvoiceForm, forms, phoneOf, readingForm, reasonOf, sendButton, smsForm, widgetOf } from './forms.js';
import { enter, expectAnswer, press, readReason, tryAgain, type Scene } from './scene.js';
import { secondsUntil } from './sped-up-time.js';
import { inPageCache, leaveAndReturn } from './stack.js';

/** F25: the tab is closed on the way. */
const closings: Record<string, (scene: Scene) => Promise<unknown>> = {
  'before the preflight': ({ page, form }) => pressAtOnce(page, form),
  'in the preflight': async (scene) => {
    await scene.stack.breakWith('late-preflight');
    const before = (await scene.stack.asked()).length;
    await press(scene);
    await expect.poll(async () => (await scene.stack.asked()).length).toBeGreaterThan(before);
  },
  'in the body': async (scene) => {
    const { context, page } = scene;
    const session = await context.newCDPSession(page);
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 100 });
    await press(scene);
    await page.waitForTimeout(300);
  },
  'before the answer': async (scene) => {
    await scene.stack.breakWith('late-answer');
    const before = await posts(scene);
    await press(scene);
    await untilAsked(scene, before);
  },
};
for (const form of forms) {
  const ways = form === smsForm ? { 'after the press': press } : closings;
  for (const [name, close] of Object.entries(ways)) {
    cell(form, 'F25', `closed ${name}`, form === readingForm && name === 'in the preflight', async (scene) => {
      const { form, stack, customer } = scene;
      await enter(scene);
      await close(scene);
      const page = await comeBack(scene);
      await stack.mend();
      const next = { ...scene, page };
      if (!form.stores) {
        await expect(widgetOf(page, form).locator('[name=clientNumber]')).toHaveValue('');
        await form.fill(page, customer);
        await press(next);
        return { rows: await expectAnswer(next) };
      }
      // Closed before anything was kept, nothing was sent either: then the form is empty, and that is the truth.
      const waits = await reasonOf(page, form).first().waitFor({ timeout: 3_000 }).then(() => true, () => false);
      if (waits) return { words: 'offered again', rows: await sendWhatWaited(next) };
      expect((await stack.stored(customer))[form.stores]).toEqual([]);
      await form.fill(page, customer);
      await press(next);
      return { words: 'nothing was kept or sent', rows: await expectAnswer(next) };
    });
  }
}

/** F28: the device keeps nothing. */
for (const form of forms) {
  cell(form, 'F28', 'storage denied', form === einvoiceForm, async (scene) => {
    await scene.page.addInitScript(() => {
      const refuse = (): never => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) Object.defineProperty(window, name, { get: refuse });
      navigator.locks.request = () => Promise.reject(new DOMException('Access is denied for this document.', 'SecurityError'));
    });
    return keptNowhere(scene);
  });
  cell(form, 'F28', 'storage full', false, async (scene) => {
    const session = await scene.context.newCDPSession(scene.page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: scene.stack.site, quotaSize: 1 });
    return keptNowhere(scene);
  });
  cell(form, 'F28', 'storage wiped on the way', false, async (scene) => {
    const { stack, page, context } = scene;
    await enter(scene);
    await stack.breakWith('lost');
    await press(scene);
    const told = await readReason(scene);
    const session = await context.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: stack.site, storageTypes: 'all' });
    await stack.mend();
    if (!(await answerOf(page, form).count())) await tryAgain(scene);
    return { ...told, rows: await expectAnswer(scene) };
  });
}

/** Sends all the same, and says that the page must stay open meanwhile. */
async function keptNowhere(scene: Scene): Promise<Told> {
  const { stack, page, form } = scene;
  await enter(scene);
  await stack.breakWith('lost');
  await press(scene);
  const told = await readReason(scene);
  if (form.stores) await expect(widgetOf(page, form)).toContainText('Устройството не позволи да запазим заявката.');
  await stack.mend();
  if (!(await answerOf(page, form).count())) await tryAgain(scene);
  return { ...told, rows: await expectAnswer(scene) };
}

/** F29: a page that is left and brought back from memory, or that sleeps. */
const cached = test.extend(inPageCache);

for (const form of forms) {
  cell(form, 'F29', 'brought back from memory', form === balanceForm, async (scene) => {
    const { page, customer } = scene;
    await enter(scene);
    await press(scene);
    const rows = await expectAnswer(scene);
    await leaveAndReturn(page, '/cez-bg/services/');
    await expect(widgetOf(page, form)).not.toContainText(customer.clientNumber.slice(-4));
    for (const field of await widgetOf(page, form).locator('input[type=text]').all()) expect(await field.inputValue()).not.toContain(customer.clientNumber);
    return { words: 'shows nobody’s number', rows };
  }, cached);
  cell(form, 'F29', 'frozen for ten minutes', false, async (scene) => {
    const { page, context } = scene;
    await enter(scene);
    const session = await context.newCDPSession(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await page.clock.fastForward('10:00');
    await press(scene);
    return { rows: await expectAnswer(scene) };
  }, cached);
}
for (const form of storingForms) {
  cell(form, 'F29', 'left while it was sent', form === einvoiceForm, async (scene) => {
    const { page, stack } = scene;
    await enter(scene);
    await stack.breakWith('late-answer');
    const before = await posts(scene);
    await press(scene);
    await untilAsked(scene, before);
    await leaveAndReturn(page, '/cez-bg/services/');
    await stack.letThrough();
    const settled = reasonOf(page, form).or(answerOf(page, form));
    await secondsUntil(page, settled);
    if (!(await answerOf(page, form).count())) await tryAgain(scene);
    return { rows: await expectAnswer(scene) };
  }, cached);
}

/** F30: a part of the library does not arrive. */
for (const form of forms) {
  cell(form, 'F30', 'its own chunk', false, async (scene) => {
    const { page } = scene;
    await page.route(`**/widgets/${form.tag.slice(4)}.js`, (route) => route.abort());
    await page.goto(form.path);
    await expect(page.locator(`${form.tag} a[href="tel:070010010"]`).first()).toBeVisible();
    await page.unrouteAll();
    await enter(scene);
    await press(scene);
    return { words: 'the page’s own content', rows: await expectAnswer(scene) };
  });
  cell(form, 'F30', 'English texts', false, async (scene) => {
    const { page, customer } = scene;
    await page.route('**/chunks/en*.js', (route) => route.abort());
    await page.goto(form.path.replace('/cez-bg/', '/cez-bg/en/'));
    await form.fill(page, customer);
    await expect(sendButton(page, form)).toHaveText(/[а-я]/);
    await press(scene);
    return { words: 'in Bulgarian', rows: await expectAnswer(scene) };
  });
}
for (const form of askingForms) {
  cell(form, 'F30', 'challenge', form === balanceForm, async (scene) => {
    const { page, stack, customer } = scene;
    await enter(scene);
    await stack.useUpAttempts(customer);
    await page.route('**/chunks/challenge*.js', (route) => route.abort());
    await press(scene);
    const told = await readReason(scene);
    await page.unrouteAll();
    await tryAgain(scene);
    return { ...told, rows: await expectAnswer(scene) };
  });
}
cell(smsForm, 'F30', 'QR code', true, async (scene) => {
  const { page, form } = scene;
  await page.route('**/chunks/qr-code*.js', (route) => route.abort());
  await enter(scene);
  await press(scene);
  await expect(widgetOf(page, form)).toContainText('Кодът не се зареди.');
  const told = await readReason(scene);
  await page.unrouteAll();
  await widgetOf(page, form).getByRole('button', { name: 'Опитайте отново' }).click();
  await expect(widgetOf(page, form).locator('.qr path')).toBeAttached();
  expect(await phoneOf(page, form).count()).toBeGreaterThan(0);
  return told;
});
