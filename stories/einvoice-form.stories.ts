/** Every state of `cez-einvoice-form`. Numbers and addresses are invented. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { EinvoiceReceipt } from '../src/model/wire.js';
import type { EinvoiceForm } from '../src/widgets/einvoice-form/einvoice-form.js';
import { problem, sampleApi, type SampleAnswers } from './support/sample-api.js';

interface Args {
  answers: SampleAnswers;
  /** The page is opened with the link of a mail. */
  byLink: boolean;
}

const receipt: EinvoiceReceipt = { reference: 'KC52-A65H-TB6H', state: 'awaiting-confirmation', email: 'm…@abv.bg', expiresAt: '2026-03-25T10:05:00+02:00' };

function addToken(): void {
  const url = new URL(location.href);
  url.searchParams.set('cez-einvoice-token', 'token-of-a-sample-mail');
  history.replaceState(null, '', url);
}

const meta: Meta<Args> = {
  title: 'E-invoice form',
  component: 'cez-einvoice-form',
  args: {
    byLink: false,
    answers: {
      'POST /einvoice-requests': { status: 201, body: receipt },
      'POST /einvoice-confirmations': { body: { state: 'active' } },
      'POST /einvoice-cancellations': { body: { state: 'paper' } },
    },
  },
  // What an earlier story left on the device would come up in the next.
  beforeEach: () => void indexedDB.deleteDatabase('cez-outbox'),
  render: ({ answers, byLink }, { globals }) => {
    if (byLink) addToken();
    return html`<cez-einvoice-form api=${sampleApi(answers)} now=${String(globals['now'])} style="max-width: 40rem"></cez-einvoice-form>`;
  },
};
export default meta;
type Story = StoryObj<Args>;

const rootOf = (canvas: HTMLElement): ShadowRoot => canvas.querySelector<EinvoiceForm>('cez-einvoice-form')!.shadowRoot!;
const shows = (canvas: HTMLElement, words: string): Promise<void> => waitFor(() => expect(rootOf(canvas).textContent.replace(/\s+/g, ' ')).toContain(words));
const sample = { clientNumber: '310000000011', authorizationCode: 'CEZ011', email: 'maria@abv.bg' };

/** Fills the form as a customer does, and waits until `words` are on screen. */
async function send(canvas: HTMLElement, words: string, typed: Partial<typeof sample> = sample): Promise<void> {
  const root = rootOf(canvas);
  const fields = await waitFor(() => {
    const inputs = [...root.querySelectorAll('input')];
    if (!inputs.length) throw new Error('The form is not there.');
    return inputs;
  });
  for (const field of fields) {
    field.value = typed[field.name as keyof typeof sample] ?? field.value;
    field.checked = typed === sample || 'email' in typed;
  }
  root.querySelector<HTMLButtonElement>('[type=submit]')!.click();
  await shows(canvas, words);
}

/** Presses a button by its name, and waits until `words` are on screen. */
async function press(canvas: HTMLElement, name: string, words: string): Promise<void> {
  const button = await waitFor(() => {
    const found = [...rootOf(canvas).querySelectorAll('button')].find(({ textContent }) => textContent === name);
    if (!found) throw new Error(`There is no button “${name}”.`);
    return found;
  });
  button.click();
  await shows(canvas, words);
}

export const Empty: Story = {};

/** Nothing typed: told on sending, with links to the fields. */
export const Faults: Story = { play: ({ canvasElement }) => send(canvasElement, 'Отбележете, че сте запознати', {}) };

/** A slip in a well-known domain: to put right with one press, or to leave with another. */
export const Doubtful: Story = { play: ({ canvasElement }) => send(canvasElement, 'Имахте предвид abv.bg?', { ...sample, email: 'maria@avb.bg' }) };

export const NotRecognized: Story = { args: { answers: { 'POST /einvoice-requests': problem(404, 'not-recognized') } }, play: ({ canvasElement }) => send(canvasElement, 'Не открихме клиент') };

/** Refused for good; what was typed stays. */
export const Refused: Story = { args: { answers: { 'POST /einvoice-requests': problem(400, 'bad-request') } }, play: ({ canvasElement }) => send(canvasElement, 'Не успяхме да приемем') };

export const Sending: Story = { args: { answers: { 'POST /einvoice-requests': 'never' } }, play: ({ canvasElement }) => send(canvasElement, 'Изпращаме…') };

/** No answer: kept on the device, and sent again under the same key. */
export const Kept: Story = {
  args: { answers: { 'POST /einvoice-requests': problem(503, 'unavailable') } },
  play: async ({ canvasElement }) => {
    await send(canvasElement, 'Изпращаме…');
    await waitFor(() => shows(canvasElement, 'Не знаем дали заявката стигна.'), { timeout: 8000 });
  },
};

/** Received, not yet active: where to look, until when, and what comes next. */
export const CheckYourMail: Story = { play: ({ canvasElement }) => send(canvasElement, 'Проверете пощата си: m…@abv.bg') };

/** The link of the mail asks; it confirms nothing by itself. */
export const Link: Story = { args: { byLink: true }, play: ({ canvasElement }) => shows(canvasElement, 'Искате ли фактурите') };

export const Active: Story = { args: { byLink: true }, play: ({ canvasElement }) => press(canvasElement, 'Да, потвърждавам', 'Електронната фактура е активна') };

export const LinkRefused: Story = { args: { byLink: true }, play: ({ canvasElement }) => press(canvasElement, 'Откажете електронната фактура', 'Електронната фактура е отказана') };

export const LinkExpired: Story = {
  args: { byLink: true, answers: { 'POST /einvoice-confirmations': problem(404, 'not-found') } },
  play: ({ canvasElement }) => press(canvasElement, 'Да, потвърждавам', 'Тази връзка вече не важи'),
};

/** No answer to the link: the question stays, with the words for it. */
export const LinkUnanswered: Story = {
  args: { byLink: true, answers: { 'POST /einvoice-confirmations': problem(400, 'bad-request') } },
  play: ({ canvasElement }) => press(canvasElement, 'Да, потвърждавам', 'Не успяхме да приемем'),
};

export const BackToPaper: Story = { play: ({ canvasElement }) => press(canvasElement, 'Върнете се към хартия', 'Обратно към хартиена фактура') };

export const OnPaper: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Върнете се към хартия', 'Обратно към хартиена фактура');
    await send(canvasElement, 'Фактурите Ви са на хартия', { clientNumber: sample.clientNumber, authorizationCode: sample.authorizationCode });
  },
};

/** No API is set on the page. */
export const NotSetUp: Story = { render: () => html`<cez-einvoice-form><p>0700 10 010</p></cez-einvoice-form>` };
