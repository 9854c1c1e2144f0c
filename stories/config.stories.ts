/** `cez-config` sets what the tags inside it have not set themselves. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Center } from '../src/model/wire.js';
import { centers } from './support/centers.js';

interface Args {
  lang: 'bg' | 'en';
  brand: 'cez-bg' | 'cez-rp';
}

const meta: Meta<Args> = {
  title: 'Config',
  component: 'cez-config',
  args: { lang: 'en', brand: 'cez-rp' },
  argTypes: { lang: { options: ['bg', 'en'], control: 'inline-radio' }, brand: { options: ['cez-bg', 'cez-rp'], control: 'inline-radio' } },
  render: ({ lang, brand }, { globals }) => {
    const card = (center: Center, own: string | typeof nothing = nothing) => html`<cez-hours-card .center=${center} compact now=${String(globals['now'])} lang=${own} style="max-width: 30rem"></cez-hours-card>`;
    return html`<cez-config lang=${lang} brand=${brand}>${card(centers.usual)}<hr>${card(centers.lunchBreak, 'bg')}</cez-config>`;
  },
};
export default meta;
type Story = StoryObj<Args>;

/** The second card keeps the language it has of its own. */
export const TwoCards: Story = {
  play: async ({ canvasElement }) => {
    const texts = () => [...canvasElement.querySelectorAll('cez-hours-card')].map((card) => card.shadowRoot!.textContent);
    await waitFor(() => expect(texts()[0]).toContain('Open until'));
    await expect(texts()[1]).toContain('Отворено до');
  },
};
