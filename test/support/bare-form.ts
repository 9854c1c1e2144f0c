/**
 * A form that declares readings, as bare as can be: what it does with what it is told is told by its tests.
 * Loaded by the page of the tests and by the tabs they open (tab.ts).
 */
import { LitElement } from 'lit';
import { SubmissionController, type SubmissionState } from '../../src/core/submission-controller.js';

export class BareForm extends LitElement {
  readonly states: SubmissionState[] = [];
  settled = 0;
  readonly submission = new SubmissionController<string>(this, {
    widget: 'reading',
    path: 'readings',
    read: (answer) => (answer as { reference?: string } | null)?.reference ?? null,
    settled: () => this.settled++,
  });

  override updated(): void {
    if (this.states.at(-1) !== this.submission.state) this.states.push(this.submission.state);
  }
}
customElements.define('bare-form', BareForm);

/** Puts the form into this page. */
export function showForm(): BareForm {
  const form = new BareForm();
  document.body.append(form);
  return form;
}
