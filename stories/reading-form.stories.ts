/** Every state of `cez-reading-form`. Numbers and readings are invented. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { MeteringPoint, ReadingReceipt, ReadingWindow, Register } from '../src/model/wire.js';
import type { ReadingForm } from '../src/widgets/reading-form/reading-form.js';
import { problem, sampleApi, type SampleAnswer, type SampleAnswers } from './support/sample-api.js';

interface Args {
  window: SampleAnswer | 'never';
  meters: SampleAnswer;
  receipt: SampleAnswer | 'never';
}

const reason = { bg: 'Смяна на цените на тока', en: 'Change of electricity prices' };
const next = { from: '2026-06-10', through: '2026-06-16' };
const windowOf = (differs: Partial<ReadingWindow>): SampleAnswer => ({ body: { open: true, from: '2026-03-12', through: '2026-04-17', reason, next, ...differs } satisfies ReadingWindow });
const register = (code: string, bg: string, en: string, last: string, min: string, max: string): Register => ({
  code, name: { bg, en }, digits: last.length, lastReading: { value: last, readAt: '2026-02-15' }, plausible: { min, max },
});
const DAY = register('day', 'Дневна', 'Day', '012345', '012605', '012755');
const NIGHT = register('night', 'Нощна', 'Night', '006789', '006789', '007289');
const metersOf = (...meters: Register[][]): SampleAnswer => ({
  body: { meteringPoints: meters.map((registers, index): MeteringPoint => ({ meterId: `sample-${index}`, meterNumber: `••••••174${index}`, registers })) },
});
const receiptOf = (status: ReadingReceipt['status']): SampleAnswer => ({ status: 201, body: { reference: '62PB-KAMC-TAKE', receivedAt: '2026-03-18T09:58:00+02:00', status } satisfies ReadingReceipt });

const meta: Meta<Args> = {
  title: 'Reading form',
  component: 'cez-reading-form',
  args: { window: windowOf({}), meters: metersOf([DAY, NIGHT]), receipt: receiptOf('accepted') },
  // What an earlier story left on the device would come up in the next.
  beforeEach: () => void indexedDB.deleteDatabase('cez-outbox'),
  render: ({ window, meters, receipt }, { globals }) => {
    const answers: SampleAnswers = { 'GET /reading-window': window, 'POST /metering-points': meters, 'POST /readings': receipt };
    return html`<cez-reading-form api=${sampleApi(answers)} now=${String(globals['now'])} style="max-width: 40rem"></cez-reading-form>`;
  },
};
export default meta;
type Story = StoryObj<Args>;

const rootOf = (canvas: HTMLElement): ShadowRoot => canvas.querySelector<ReadingForm>('cez-reading-form')!.shadowRoot!;
const shows = (canvas: HTMLElement, words: string, timeout = 3000): Promise<void> =>
  waitFor(() => expect(rootOf(canvas).textContent.replace(/\s+/g, ' ')).toContain(words), { timeout });

/** Fills fields as a customer does, presses the filled button, and waits until `words` are on screen. */
async function go(canvas: HTMLElement, values: Record<string, string>, words: string): Promise<void> {
  const root = rootOf(canvas);
  for (const name of Object.keys(values)) {
    const field = await waitFor(() => {
      const found = root.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (!found) throw new Error(`There is no field ${name}.`);
      return found;
    });
    field.value = values[name]!;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  const button = await waitFor(() => {
    const found = root.querySelector<HTMLButtonElement>('.primary');
    if (!found) throw new Error('There is no filled button.');
    return found;
  });
  button.click();
  await shows(canvas, words);
}

const atMeter = (canvas: HTMLElement, words = 'Показания на електромера'): Promise<void> => go(canvas, { clientNumber: '310000000044', authorizationCode: 'CEZ044' }, words);
async function read(canvas: HTMLElement, day: string, night: string, words: string): Promise<void> {
  await atMeter(canvas);
  await go(canvas, { 'register-0-0': day, 'register-0-1': night }, words);
}
async function send(canvas: HTMLElement, words: string): Promise<void> {
  await read(canvas, '12650', '6800', 'Проверете и изпратете');
  await go(canvas, {}, words);
}
async function explain(canvas: HTMLElement, answer: string): Promise<void> {
  rootOf(canvas).querySelector<HTMLInputElement>(`[value=${answer}]`)!.click();
  await go(canvas, {}, 'Проверете и изпратете');
}

/** Until when readings are taken, and why. */
export const Empty: Story = { play: ({ canvasElement }) => shows(canvasElement, 'Показания се приемат до петък, 17 април, включително.') };

export const ClosesSoon: Story = { args: { window: windowOf({ through: '2026-03-20' }) } };

export const LastDay: Story = { args: { window: windowOf({ through: '2026-03-18' }) }, play: ({ canvasElement }) => shows(canvasElement, 'Днес е последният ден') };

/** With a calendar entry for the next window. */
export const Closed: Story = {
  args: { window: windowOf({ open: false, from: null, through: null, reason: null }) },
  play: ({ canvasElement }) => shows(canvasElement, 'Следващият срок е от 10 юни до 16 юни.'),
};

export const ClosedForNow: Story = { args: { window: windowOf({ open: false, from: null, through: null, reason: null, next: null }) } };

/** Nobody knows whether readings are taken: the form is there all the same. */
export const WindowUnknown: Story = { args: { window: problem(404, 'not-found') }, play: ({ canvasElement }) => shows(canvasElement, 'Не успяхме да проверим') };

export const NotRecognized: Story = { args: { meters: problem(404, 'not-recognized') }, play: ({ canvasElement }) => atMeter(canvasElement, 'Не открихме клиент') };

export const NoMeter: Story = { args: { meters: metersOf() }, play: ({ canvasElement }) => atMeter(canvasElement, 'няма електромер') };

/** One field a register; what was read last and what is expected stand above it. */
export const Meter: Story = { play: ({ canvasElement }) => atMeter(canvasElement) };

export const TwelveDigits: Story = {
  args: { meters: metersOf([register('single', 'Една скала', 'Single rate', '000123456789', '000123456789', '000123466789')]) },
  play: ({ canvasElement }) => atMeter(canvasElement),
};

export const SeveralMeters: Story = { args: { meters: metersOf([DAY], [NIGHT]) }, play: ({ canvasElement }) => atMeter(canvasElement, 'Кой електромер отчитате?') };

export const Faults: Story = { play: ({ canvasElement }) => read(canvasElement, '', '12a', 'Въведете показанието „Дневна“.') };

/** Whole kWh only: asked before anything is left out. */
export const Decimals: Story = { play: ({ canvasElement }) => read(canvasElement, '12650,7', '6800', 'Ако е така, продължете.') };

/** More than usual: the sum and four answers. */
export const AboveUsual: Story = { play: ({ canvasElement }) => read(canvasElement, '14485', '6800', '+2 140 кВтч за 31 дни; обичайно е 260–410.') };

export const LowerThanLast: Story = { play: ({ canvasElement }) => read(canvasElement, '120', '6800', 'по-ниско от последното') };

export const RolledOver: Story = {
  play: async ({ canvasElement }) => {
    await read(canvasElement, '120', '6800', 'Как е правилно?');
    await explain(canvasElement, 'rolled-over');
  },
};

export const Check: Story = { play: ({ canvasElement }) => read(canvasElement, '12650', '6800', 'Проверете и изпратете') };

export const Sending: Story = { args: { receipt: 'never' }, play: ({ canvasElement }) => send(canvasElement, 'Изпращаме…') };

/** The API asks for patience: kept on the device, and sent again under the same key. */
export const Kept: Story = {
  args: { receipt: problem(503, 'unavailable') },
  play: async ({ canvasElement }) => {
    await send(canvasElement, 'Изпращаме…');
    await shows(canvasElement, 'Не знаем дали заявката стигна.', 8000);
  },
};

/** A reading for that day is there already, and this page does not know its number. */
export const Duplicate: Story = { args: { receipt: problem(409, 'duplicate') }, play: ({ canvasElement }) => send(canvasElement, 'вече има подадено показание') };

export const LaterReading: Story = { args: { receipt: problem(409, 'later-reading-exists') }, play: ({ canvasElement }) => send(canvasElement, 'Вече има показание с по-късна дата.') };

export const Refused: Story = { args: { receipt: problem(400, 'bad-request') }, play: ({ canvasElement }) => send(canvasElement, 'Не успяхме да приемем') };

/** The number, large; a correction until the end of the day. */
export const Received: Story = { play: ({ canvasElement }) => send(canvasElement, 'Показанията са приети') };

export const InReview: Story = { args: { receipt: receiptOf('in-review') }, play: ({ canvasElement }) => send(canvasElement, 'Ще ги прегледаме') };

/** No API is set on the page. */
export const NotSetUp: Story = { render: () => html`<cez-reading-form><p>0700 10 010</p></cez-reading-form>` };
