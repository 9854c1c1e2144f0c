/**
 * What happens to a customer in the middle of a form rather than to the line: F20, F21, F23, F24, F26 and F27
 * of the catalogue of faults. Nothing is lost, nothing is counted twice, and the customer is told.
 */
import { expect } from '@playwright/test';
import { cell, posts, pressAtOnce, sendWhatWaited, storingForms, test, untilAsked } from './cell.js';
import { askingForms, balanceForm, einvoiceForm, fillProof, forms, readingForm, sendButton, smsForm, widgetOf } from './forms.js';
import { enter, expectAnswer, press, readReason, tryAgain, type Scene } from './scene.js';

/** F20: the API has it, and the answer is lost; so is the page. */
for (const form of storingForms) {
  cell(form, 'F20', 'lost, then the page reloaded', true, async (scene) => {
    const { page, stack } = scene;
    await enter(scene);
    await stack.breakWith('lost');
    await press(scene);
    const told = await readReason(scene);
    await page.reload();
    await stack.mend();
    return { ...told, rows: await sendWhatWaited(scene) };
  });
}

/** F21: the line goes while the request is under way, and comes back. */
for (const form of askingForms) {
  cell(form, 'F21', 'offline in mid-flight', false, async (scene) => {
    const { stack, context } = scene;
    await enter(scene);
    await stack.breakWith('slow');
    const before = await posts(scene);
    await press(scene);
    await untilAsked(scene, before);
    await context.setOffline(true);
    await stack.refuse();
    const told = await readReason(scene);
    await stack.mend();
    await context.setOffline(false);
    // A submission goes by itself as soon as the line is back.
    if (!form.stores) await tryAgain(scene);
    return { ...told, rows: await expectAnswer(scene) };
  });
}

/** F23: what was asked first is answered last. Only look-ups can be overtaken: a submission is one of its key. */
for (const [form, clientNumber, code, words] of [[balanceForm, '310000000033', 'CEZ033', 'Надплатили сте'], [readingForm, '310000000055', 'CEZ055', 'Електромер']] as const) {
  cell(form, 'F23', 'answers out of order', false, async (scene) => {
    const { page, stack, customer } = scene;
    await page.goto(form.path);
    await fillProof(page, form, customer);
    await stack.breakWith('late-answer');
    const before = await posts(scene);
    await press(scene);
    await untilAsked(scene, before);
    await page.evaluate((tag) => document.querySelector<HTMLElement & { reset: () => void }>(tag)!.reset(), form.tag);
    await stack.letThrough();
    await fillProof(page, form, { clientNumber, authorizationCode: code });
    await press(scene);
    await expect(widgetOf(page, form)).toContainText(words);
    const shown = await widgetOf(page, form).innerText();
    await page.waitForTimeout(1_200);
    expect(await widgetOf(page, form).innerText()).toBe(shown);
    return { words };
  });
}

/** F24: a device that does not know the time, or is far away. */
for (const form of forms) {
  for (const [name, hours] of [['clock a day behind', -24], ['clock 3 h behind', -3], ['clock 3 h ahead', 3], ['clock a day ahead', 24]] as const) {
    cell(form, 'F24', name, form === readingForm && name === 'clock a day ahead', async (scene) => {
      await enter(scene, hours * 3_600_000);
      await press(scene);
      return { rows: await expectAnswer(scene) };
    });
  }
  for (const timezoneId of ['America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati']) {
    test.describe(() => {
      test.use({ timezoneId });
      cell(form, 'F24', `zone ${timezoneId}`, false, async (scene) => {
        await enter(scene);
        await press(scene);
        return { rows: await expectAnswer(scene) };
      });
    });
  }
}

/** F26: the same in two tabs. */
for (const form of forms) {
  cell(form, 'F26', 'two tabs', form === readingForm, async (scene) => {
    const other = { ...scene, page: await scene.context.newPage() };
    for (const tab of [scene, other]) await enter(tab);
    await Promise.all([scene, other].map((tab) => pressAtOnce(tab.page, form)));
    const rows = [await expectAnswer(scene), await expectAnswer(other)];
    return { rows: rows[0]! };
  });
}

/** F27: impatience, and scripts of the page. */
const presses: Record<string, (scene: Scene) => Promise<unknown>> = {
  'double click': ({ page, form }) => sendButton(page, form).dblclick(),
  'Enter and click': async ({ page, form }) => {
    await form.focusLast(page);
    await page.keyboard.press('Enter');
    await pressAtOnce(page, form);
  },
  '20 presses in 10 s': async ({ page, form }) => {
    for (let times = 0; times < 20; times++) {
      await pressAtOnce(page, form);
      await page.clock.runFor(500);
    }
  },
  'the page’s own script, 20 times': ({ page, form }) =>
    sendButton(page, form).evaluate((button: HTMLButtonElement) => {
      for (let times = 0; times < 20; times++) {
        if (button.form) button.form.requestSubmit();
        else button.click();
      }
    }),
};
for (const [name, act] of Object.entries(presses)) {
  for (const form of forms) {
    cell(form, 'F27', name, form === einvoiceForm && name.startsWith('20'), async (scene) => {
      await enter(scene);
      await scene.stack.breakWith('late-answer');
      const sent: string[] = [];
      scene.page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
      await act(scene);
      const rows = await expectAnswer(scene);
      expect(sent).toHaveLength(form === smsForm ? 0 : 1);
      return { rows };
    });
  }
}
