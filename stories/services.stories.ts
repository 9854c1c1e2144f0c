/** Every state of `cez-services`. What an opened service can look like is in the stories of its own tag. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Services } from '../src/widgets/services/services.js';
import { sampleApi } from './support/sample-api.js';

interface Args {
  brand: 'cez-bg' | 'cez-rp';
  open: string;
  carry: boolean;
  /** False leaves out where the API is. */
  api: boolean;
}

const window = { open: true, from: '2026-03-01', through: '2026-03-31', reason: null, next: null };
const answers = { 'GET /reading-window': { body: window } };

const meta: Meta<Args> = {
  title: 'Services',
  component: 'cez-services',
  args: { brand: 'cez-bg', open: '', carry: false, api: true },
  argTypes: { brand: { control: 'inline-radio', options: ['cez-bg', 'cez-rp'] }, open: { control: 'select', options: ['', 'balance', 'reading', 'einvoice', 'sms', 'outages', 'centers'] } },
  render: ({ brand, open, carry, api }, { globals }) =>
    html`<cez-services api=${api ? sampleApi(answers) : nothing} brand=${brand} open=${open || nothing} ?carry=${carry} now=${String(globals['now'])} style="max-width: 45rem">
      <p>Информация: <a href="tel:070010010">0700 10 010</a></p>
    </cez-services>`,
};
export default meta;
type Story = StoryObj<Args>;

const rootOf = (canvas: HTMLElement): ShadowRoot => canvas.querySelector<Services>('cez-services')!.shadowRoot!;
const opened = (canvas: HTMLElement, tag: string): Promise<void> => waitFor(() => expect(rootOf(canvas).querySelector(tag)?.shadowRoot?.querySelector('h3')).toBeTruthy());
const press = (canvas: HTMLElement, name: string): void => rootOf(canvas).querySelector<HTMLElement>(`[data-name=${name}]`)!.click();
const numberIn = (canvas: HTMLElement, tag: string): HTMLInputElement => rootOf(canvas).querySelector(tag)!.shadowRoot!.querySelector<HTMLInputElement>('[name=clientNumber]')!;

export const Supplier: Story = { play: ({ canvasElement }) => waitFor(() => expect(rootOf(canvasElement).querySelectorAll('button')).toHaveLength(6)) };

/** Bill, e-invoice and SMS are the supplier's: links to its site. */
export const GridOperator: Story = { args: { brand: 'cez-rp' }, play: ({ canvasElement }) => waitFor(() => expect(rootOf(canvasElement).querySelectorAll('a.entry')).toHaveLength(3)) };

/** Opened by the page's author; `?cez-service=balance` in the page's address does the same. */
export const Open: Story = { args: { open: 'balance' }, play: ({ canvasElement }) => opened(canvasElement, 'cez-balance-checker') };

export const OpenAtGridOperator: Story = { args: { brand: 'cez-rp', open: 'reading' }, play: ({ canvasElement }) => opened(canvasElement, 'cez-reading-form') };

/** The number typed for the SMS stands in the next form. */
export const Carried: Story = {
  args: { carry: true, open: 'sms' },
  play: async ({ canvasElement }) => {
    await opened(canvasElement, 'cez-sms-signup');
    const field = numberIn(canvasElement, 'cez-sms-signup');
    field.value = '3100 0000 0011';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    press(canvasElement, 'balance');
    await opened(canvasElement, 'cez-balance-checker');
    await waitFor(() => expect(numberIn(canvasElement, 'cez-balance-checker').value).toBe('310000000011'));
  },
};

/** Nobody has said where the API is: what the page put inside stays. */
export const Unset: Story = { args: { api: false }, play: ({ canvasElement }) => waitFor(() => expect(rootOf(canvasElement).textContent).toContain('още не е настроена')) };
