/**
 * The forms on a line that breaks in every way of the catalogue: each says so within twelve seconds and names
 * the info line, and once the fault is over the customer's next press brings the answer, with one row in the
 * database. `npm run drill -- faults` meets them all; an ordinary run one of each kind.
 */
import { expect } from '@playwright/test';
import { answerOf, askingForms, sendButton, smsForm, widgetOf } from './forms.js';
import { lineFaults } from './line-faults.js';
import { enter, expectAnswer, expectQuiet, press, readReason, tell, tryAgain, type Scene } from './scene.js';
import { test } from './stack.js';

/** In every run, one of each kind of answer that forms tell apart. */
const QUICK = new Set(['cez-balance-checker black-hole', 'cez-balance-checker html-200', 'cez-reading-form refused', 'cez-reading-form http-409', 'cez-einvoice-form http-429', 'cez-einvoice-form lost']);

for (const form of askingForms) {
  for (const { id, name, breaks, mends } of lineFaults) {
    test(`${form.tag} meets ${id} ${name}`, { tag: QUICK.has(`${form.tag} ${name}`) ? [] : ['@drill'] }, async ({ stack, page, context, customer, complaints }, info) => {
      const scene: Scene = { stack, page, context, form, customer };
      await enter(scene);
      await breaks(scene);
      await press(scene);
      const told = await readReason(scene);
      await mends(scene);
      if (!(await answerOf(page, form).count())) await tryAgain(scene);
      tell(info, { tag: form.tag, fault: id, name, ...told, rows: await expectAnswer(scene) });
      expectQuiet(complaints);
    });
  }
}

test(`${smsForm.tag} prepares its message whatever the line does, since it asks nobody`, { tag: '@drill' }, async ({ stack, page, context, customer, complaints }, info) => {
  const scene: Scene = { stack, page, context, form: smsForm, customer };
  await enter(scene);
  await press(scene);
  // The code is drawn by a chunk of its own, which F30 is about.
  await expect(widgetOf(page, smsForm).locator('.qr path')).toBeAttached();
  const before = await stack.asked();
  for (const { id, name, breaks, mends } of lineFaults) {
    await widgetOf(page, smsForm).getByRole('button', { name: 'Друг клиентски номер' }).click();
    await breaks(scene);
    await sendButton(page, smsForm).click();
    tell(info, { tag: smsForm.tag, fault: id, name, ...(await readReason(scene)), rows: null });
    await mends(scene);
  }
  expect(await stack.asked()).toEqual(before);
  expectQuiet(complaints);
});
