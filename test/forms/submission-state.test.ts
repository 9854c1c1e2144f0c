import { assert, fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { SubmissionController } from '../../src/core/submission-controller.js';
import { ApiFailure } from '../../src/api/client.js';
import { renderSubmissionState, submissionSentence } from '../../src/forms/submission-state.js';
import { common } from '../../src/i18n/bg/common.js';
import { submissions } from '../../src/i18n/bg/submissions.js';
import { loadEnglish, Words } from '../../src/i18n/words.js';
import '../support/console-guard.js';
import { squeeze } from '../support/screen.js';

const now = new Date('2026-03-18T10:00:00+02:00');
const bulgarian = new Words('bg', { ...common, ...submissions });

type Submission = Parameters<typeof renderSubmissionState>[1];
const nothingYet: Submission = { state: 'idle', failure: null, slow: false, busy: false, kept: null, stored: true, expired: null, knowsCode: false, retry: () => Promise.resolve(), forget: () => Promise.resolve() };
const draw = (submission: Partial<Submission>): Promise<HTMLElement> => fixture<HTMLElement>(html`<div>${renderSubmissionState(bulgarian, { ...nothingYet, ...submission }, now)}</div>`);
const earlier: SubmissionController<unknown>['kept'] = { body: {}, since: new Date('2026-03-17T18:30:00+02:00') };
const busyUntil = new ApiFailure('unavailable', Date.parse('2026-03-18T10:02:00+02:00'));

const cases: [what: string, submission: Partial<Submission>, words: string | null, buttons: string[]][] = [
  ['nothing was sent', {}, null, []],
  ['it is being sent', { state: 'sending', busy: true, knowsCode: true }, 'Изпращаме заявката…', []],
  ['it is being sent slowly', { state: 'sending', busy: true, slow: true, knowsCode: true }, 'Връзката е бавна. Още изпращаме заявката.', []],
  ['there is no connection', { state: 'kept', knowsCode: true, failure: new ApiFailure('offline') }, 'Заявката е запазена на това устройство. Ще я изпратим, щом има връзка.', ['Изпратете сега', 'Изтрийте заявката']],
  ['the API asks for patience', { state: 'kept', knowsCode: true, failure: busyUntil }, 'Заявката е запазена на това устройство. В момента системата е натоварена и ще опитаме пак в 10:02 ч.', ['Изпратете сега', 'Изтрийте заявката']],
  ['nobody knows whether it arrived', { state: 'unknown', knowsCode: true }, 'Не знаем дали заявката стигна. Ще опитаме пак със същия номер, няма да се подаде два пъти.', ['Изпратете сега', 'Изтрийте заявката']],
  ['an earlier visit left it', { state: 'kept', kept: earlier }, 'На това устройство чака заявка, попълнена във вторник в 18:30 ч. Още няма отговор за нея.', ['Изтрийте заявката']],
  ['it grew too old', { expired: earlier.since }, 'Заявката, попълнена във вторник в 18:30 ч., не беше изпратена до три дни и я изтрихме. Моля, подайте я отново.', []],
  ['it is received', { state: 'received' }, null, []],
  ['it is refused', { state: 'refused' }, null, []],
];

describe('where a submission is', () => {
  for (const [what, submission, words, buttons] of cases) {
    it(`is said when ${what}`, async () => {
      assert.equal(squeeze(submissionSentence(bulgarian, { ...nothingYet, ...submission }, now) ?? '') || null, words);
      const box = await draw(submission);
      assert.equal(squeeze(box.querySelector('p')?.textContent ?? '') || null, words);
      assert.deepEqual([...box.querySelectorAll('button')].map(({ textContent }) => textContent), buttons);
    });
  }

  it('is said with a warning where the device keeps nothing', async () => {
    for (const state of ['sending', 'unknown', 'kept'] as const) {
      const box = await draw({ state, stored: false, knowsCode: true });
      assert.include(box.textContent, 'Не затваряйте страницата, докато не получите номер.');
    }
  });

  it('asks for the code again where only that is missing', async () => {
    const box = await draw({ state: 'kept', kept: earlier });
    assert.include(box.textContent, 'въведете отново оторизационния код');
  });

  it('sends again and deletes by its buttons', async () => {
    const done: string[] = [];
    const retry = (): Promise<void> => Promise.resolve(void done.push('retry'));
    const forget = (): Promise<void> => Promise.resolve(void done.push('forget'));
    const box = await draw({ state: 'unknown', knowsCode: true, retry, forget });
    for (const button of box.querySelectorAll('button')) button.click();
    assert.deepEqual(done, ['retry', 'forget']);
  });

  it('is said in English', async () => {
    await loadEnglish();
    const english = new Words('en', { ...common, ...submissions });
    assert.equal(submissionSentence(english, { ...nothingYet, state: 'unknown' }, now), 'We do not know whether your request arrived. We will try again with the same number, so it will not count twice.');
    assert.equal(submissionSentence(english, { ...nothingYet, state: 'kept', kept: earlier }, now), 'A request filled in on Tuesday at 18:30 is waiting on this device. There is no answer to it yet.');
  });
});
