/** Every state of `cez-sms-signup`. Numbers are invented; `phone` shows what a phone is shown, wherever the story is seen. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { SmsSignup } from '../src/widgets/sms-signup/sms-signup.js';

interface Args {
  /** Media queries that hold, as on a phone. */
  phone: boolean;
}

const { matchMedia } = window;

const meta: Meta<Args> = {
  title: 'SMS sign-up',
  component: 'cez-sms-signup',
  args: { phone: false },
  beforeEach: ({ args }) => {
    if (args.phone) window.matchMedia = (query) => Object.defineProperty(matchMedia.call(window, query), 'matches', { value: true });
    return () => void (window.matchMedia = matchMedia);
  },
  render: ({ phone }) => html`<cez-sms-signup style="max-width: ${phone ? 22 : 50}rem"></cez-sms-signup>`,
};
export default meta;
type Story = StoryObj<Args>;

const rootOf = async (canvas: HTMLElement): Promise<ShadowRoot> => {
  const signup = canvas.querySelector<SmsSignup>('cez-sms-signup')!;
  await signup.updateComplete;
  return signup.shadowRoot!;
};

/** Types a number as a customer does, and waits for what it leads to. */
async function send(canvas: HTMLElement, number: string, shows: string): Promise<ShadowRoot> {
  const root = await rootOf(canvas);
  root.querySelector<HTMLInputElement>('[name=clientNumber]')!.value = number;
  root.querySelector<HTMLButtonElement>('[type=submit]')!.click();
  await waitFor(() => expect(root.querySelector(shows)).not.toBeNull());
  return root;
}

export const Empty: Story = {};

export const WrongNumber: Story = {
  play: async ({ canvasElement }) => {
    const root = await send(canvasElement, '3100 0000 001', '.summary');
    await expect(root.querySelector('.summary')!.textContent).toContain('Въведохте 11 знака.');
  },
};

/** The message opens by one press. */
export const Phone: Story = {
  args: { phone: true },
  play: async ({ canvasElement }) => {
    const root = await send(canvasElement, '3100 0000 0011', '.sms');
    await expect(root.querySelector('.primary')!.textContent).toBe('Отворете съобщението');
  },
};

/** What a phone offers for another one. */
export const PhoneForAnother: Story = {
  args: { phone: true },
  play: async ({ canvasElement }) => {
    const root = await send(canvasElement, '3100 0000 0011', '.sms');
    root.querySelector<HTMLElement>('.ready summary')!.click();
    await waitFor(() => expect(root.querySelector('.qr path')).not.toBeNull());
  },
};

/** A code for the phone's camera, and the digits to copy. */
export const Desktop: Story = {
  play: async ({ canvasElement }) => {
    await send(canvasElement, '3100 0000 0011', '.qr path');
  },
};

/** What the answers contain; their words are not known. */
export const Example: Story = {
  play: async ({ canvasElement }) => {
    const root = await rootOf(canvasElement);
    [...root.querySelectorAll('summary')].at(-1)!.click();
  },
};
