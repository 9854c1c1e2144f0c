/** Every state of `cez-balance-checker`. Amounts and numbers are invented. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Balance } from '../src/model/wire.js';
import type { BalanceChecker } from '../src/widgets/balance-checker/balance-checker.js';
import { problem, sampleApi, type SampleAnswers } from './support/sample-api.js';

interface Args {
  answers: SampleAnswers;
}

const euros = (value: string): { value: string; currency: string } => ({ value, currency: 'EUR' });
const balance = (differs: Partial<Balance>): SampleAnswers => ({
  'POST /balance-lookups': {
    body: {
      clientNumber: '••••••••0011', asOf: '2026-03-18T09:58:00+02:00', totalDue: euros('0.00'), overdue: euros('0.00'), credit: euros('0.00'),
      nextDueDate: null, lastPayment: { amount: euros('41.07'), date: '2026-02-20' }, payUrl: null, invoices: [], ...differs,
    } satisfies Balance,
  },
});
const invoice = (from: string, to: string, dueDate: string, value: string, reading: 'actual' | 'estimated'): Balance['invoices'][number] =>
  ({ id: to, period: { from, to }, issuedOn: to, dueDate, amount: euros(value), paid: euros('0.00'), reading });

const meta: Meta<Args> = {
  title: 'Balance checker',
  component: 'cez-balance-checker',
  args: { answers: balance({}) },
  render: ({ answers }, { globals }) => html`<cez-balance-checker api=${sampleApi(answers)} now=${String(globals['now'])} style="max-width: 40rem"></cez-balance-checker>`,
};
export default meta;
type Story = StoryObj<Args>;

const textOf = (checker: BalanceChecker): string => checker.shadowRoot!.textContent.replace(/\s+/g, ' ');

/** Fills the form as a customer does, and waits until `words` are on screen. */
async function ask(canvas: HTMLElement, words: string, number = '310000000011'): Promise<void> {
  const checker = canvas.querySelector<BalanceChecker>('cez-balance-checker')!;
  await checker.updateComplete;
  const root = checker.shadowRoot!;
  for (const [name, value] of [['clientNumber', number], ['authorizationCode', 'CEZ011']]) root.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value!;
  root.querySelector<HTMLButtonElement>('[type=submit]')!.click();
  await waitFor(() => expect(textOf(checker)).toContain(words));
}

export const Empty: Story = {};

/** One invoice is past its date: said in a band, and at the invoice. */
export const Overdue: Story = {
  args: {
    answers: balance({
      totalDue: euros('80.27'), overdue: euros('37.91'), nextDueDate: '2026-03-25', payUrl: 'https://pay.example.bg/',
      invoices: [invoice('2026-01-14', '2026-02-13', '2026-03-02', '37.91', 'estimated'), invoice('2026-02-14', '2026-03-13', '2026-03-25', '42.36', 'actual')],
    }),
  },
  play: ({ canvasElement }) => ask(canvasElement, 'Просрочени са 37,91'),
};

export const Owed: Story = {
  args: { answers: balance({ totalDue: euros('42.36'), nextDueDate: '2026-03-25', invoices: [invoice('2026-02-14', '2026-03-13', '2026-03-25', '42.36', 'actual')] }) },
  play: ({ canvasElement }) => ask(canvasElement, 'Платете до 25 март'),
};

export const NothingOwed: Story = { play: ({ canvasElement }) => ask(canvasElement, 'Не дължите нищо') };

export const Credit: Story = { args: { answers: balance({ credit: euros('15.60') }) }, play: ({ canvasElement }) => ask(canvasElement, 'Надплатили сте 15,60') };

/** Typed wrong: told on sending, with links to the fields. */
export const Faults: Story = { play: ({ canvasElement }) => ask(canvasElement, 'Въведохте 4 знака', '3100') };

/** The same words for an unknown number and a wrong code. */
export const NotRecognized: Story = { args: { answers: { 'POST /balance-lookups': problem(404, 'not-recognized') } }, play: ({ canvasElement }) => ask(canvasElement, 'Не открихме клиент') };

/** Refused for good; what was typed stays. */
export const Refused: Story = { args: { answers: { 'POST /balance-lookups': problem(400, 'bad-request') } }, play: ({ canvasElement }) => ask(canvasElement, 'Не успяхме да приемем') };

/** Sent, and the line is slow. */
export const Sending: Story = { args: { answers: { 'POST /balance-lookups': 'never' } }, play: ({ canvasElement }) => ask(canvasElement, 'Изпращаме…') };

/** No API is set on the page. */
export const NotSetUp: Story = { render: () => html`<cez-balance-checker><p>0700 10 010</p></cez-balance-checker>` };
