/** Every state of `cez-center-finder`. The moment, brand, language and look are chosen in the toolbar. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Center } from '../src/model/wire.js';
import type { CenterFinder } from '../src/widgets/center-finder/center-finder.js';
import { centers } from './support/centers.js';

interface Args {
  centers: Center[];
  query: string;
  centerId: string | null;
  openNow: boolean;
  map: 'auto' | 'press' | 'none';
}

const meta: Meta<Args> = {
  title: 'Center finder',
  component: 'cez-center-finder',
  args: { centers: [centers.usual, centers.lunchBreak, centers.temporary, centers.renovation, centers.unknown], query: '', centerId: null, openNow: false, map: 'auto' },
  argTypes: { map: { options: ['auto', 'press', 'none'], control: 'inline-radio' } },
  render: ({ centers, query, centerId, openNow, map }, { globals }) =>
    html`<cez-center-finder .centers=${centers} query=${query} .centerId=${centerId} ?open-now=${openNow} map=${map} now=${String(globals['now'])} no-url></cez-center-finder>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Names of the centers on the list, in order. */
async function namesOf(canvas: HTMLElement): Promise<string[]> {
  const finder = canvas.querySelector<CenterFinder>('cez-center-finder')!;
  await finder.updateComplete;
  return [...finder.shadowRoot!.querySelectorAll('[part=row] button')].map((button) => button.textContent.trim());
}

export const All: Story = {
  play: async ({ canvasElement }) => expect(await namesOf(canvasElement)).toHaveLength(5),
};

/** The map waits for a press, as where a host asks for consent first. */
export const MapOnPress: Story = { args: { map: 'press' } };

export const WithoutMap: Story = { args: { map: 'none' } };

/** Found however it is typed. */
export const TypedInLatin: Story = {
  args: { query: 'vratca', map: 'none' },
  play: ({ canvasElement }) => waitFor(async () => expect(await namesOf(canvasElement)).toEqual(['Център Враца'])),
};

export const OpenNow: Story = {
  args: { openNow: true, map: 'none' },
  play: async ({ canvasElement }) => expect(await namesOf(canvasElement)).not.toContain('Център Ловеч'),
};

/** The hours card of the chosen center opens in place of the list. */
export const Chosen: Story = { args: { centerId: 'montana' } };

export const NoMatch: Story = { args: { query: 'Атлантида', map: 'none' } };

export const NoCenters: Story = { args: { centers: [], map: 'none' } };

/** The API does not answer: what the page put inside the tag stays. */
export const Unavailable: Story = {
  render: () => html`<cez-center-finder api="http://127.0.0.1:9/v1" no-url><p>Списък на центровете: 0700 10 010</p></cez-center-finder>`,
};
