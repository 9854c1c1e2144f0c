/** Every state of `cez-hours-card`. The moment, brand, language and look are chosen in the toolbar. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import type { Center } from '../src/model/wire.js';
import type { HoursCard } from '../src/widgets/hours-card/hours-card.js';
import { centers } from './support/centers.js';

interface Args {
  center: Center;
  compact: boolean;
}

const meta: Meta<Args> = {
  title: 'Hours card',
  component: 'cez-hours-card',
  args: { center: centers.usual, compact: false },
  render: ({ center, compact }, { globals }) =>
    html`<cez-hours-card .center=${center} ?compact=${compact} now=${String(globals['now'])} style="max-width: 30rem"></cez-hours-card>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Waits for the card and returns the text a customer reads. */
async function textOf(canvas: HTMLElement): Promise<string> {
  const card = canvas.querySelector<HoursCard>('cez-hours-card')!;
  await card.updateComplete;
  return card.shadowRoot!.textContent.replace(/\s+/g, ' ');
}

export const Open: Story = {
  play: async ({ canvasElement }) => expect(await textOf(canvasElement)).toContain('Отворено до 16:30'),
};

export const LunchBreak: Story = { args: { center: centers.lunchBreak } };

/** Other hours for some weeks, told with the day on which the usual ones return. */
export const TemporaryHours: Story = {
  args: { center: centers.temporary },
  play: async ({ canvasElement }) => {
    const text = await textOf(canvasElement);
    await expect(text).toContain('Временно работно време от 16 март до 5 април');
    await expect(text).toContain('Обичайното работно време се връща в понеделник, 6 април.');
  },
};

/** Closed for works, with the day of reopening, holidays counted. */
export const ClosedForRenovation: Story = {
  args: { center: centers.renovation },
  play: async ({ canvasElement }) => expect(await textOf(canvasElement)).toContain('Отваря отново в петък, 3 април.'),
};

/** Nothing is known: said so, and never "closed". */
export const Unknown: Story = {
  args: { center: centers.unknown },
  play: async ({ canvasElement }) => {
    const text = await textOf(canvasElement);
    await expect(text).toContain('Няма данни за работното време');
    await expect(text).not.toContain('Затворено');
  },
};

/** Name, status and today's hours. */
export const Compact: Story = { args: { compact: true } };

/** The API does not answer: what the page put inside the tag stays. */
export const Unavailable: Story = {
  render: () => html`<cez-hours-card api="http://127.0.0.1:9/v1" center-id="vratsa" style="max-width: 30rem"><p>ул. „Примерна“ 5, Враца</p></cez-hours-card>`,
};
