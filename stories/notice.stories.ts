/** Every state of `cez-notice`. Notices are invented; the moment in the toolbar decides which of them are valid. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Notice as Published } from '../src/model/wire.js';
import type { Notice } from '../src/widgets/notice/notice.js';

interface Args {
  notices: Partial<Published>[];
  place: string;
  service: string;
  /** Width of the column, in px. */
  column: number;
}

const works: Published = {
  id: 'works',
  brands: ['cez-bg', 'cez-rp'],
  severity: 'info',
  title: { bg: 'Център Враца отваря отново на 2 април', en: 'Center Vratsa opens again on 2 April' },
  text: { bg: 'Дотогава най-близкият център е в Мездра. Примерно съобщение.', en: 'Until then the nearest center is in Mezdra. A sample notice.' },
  link: { url: 'https://www.cez.bg/', text: { bg: 'Намерете център', en: 'Find a center' } },
  validFrom: '2026-03-01T00:00:00+02:00',
  validThrough: '2026-04-02T00:00:00+03:00',
  places: ['Враца'],
  services: [],
  dismissible: true,
  updatedAt: '2026-03-01T08:00:00Z',
};
const payment: Partial<Published> = { id: 'payment', severity: 'warning', title: { bg: 'Плащането с карта в центровете временно е спряно', en: 'Card payment in the centers is suspended for now' }, text: { bg: 'Можете да платите в брой или по банков път. Примерно съобщение.', en: 'You can pay in cash or by bank transfer. A sample notice.' }, link: null, places: [], services: ['payment'] };
const storm: Partial<Published> = { id: 'storm', severity: 'emergency', title: { bg: 'Бурен вятър: части от Перник и Радомир са без ток', en: 'Storm: parts of Pernik and Radomir have no power' }, text: { bg: 'Ако видите паднал проводник, не го доближавайте и се обадете на 112. Примерно съобщение.', en: 'If you see a fallen wire, keep away from it and call 112. A sample notice.' }, link: { url: 'https://www.cez-rp.bg/', text: { bg: 'Вижте прекъсванията', en: 'See the outages' } }, places: ['Перник', 'Радомир'], dismissible: false };

const meta: Meta<Args> = {
  title: 'Notice',
  component: 'cez-notice',
  args: { notices: [{}], place: '', service: '', column: 800 },
  beforeEach: () => localStorage.removeItem('cez-notices-dismissed'),
  render: ({ notices, place, service, column }, { globals }) =>
    html`<cez-notice .notices=${{ notices: notices.map((notice) => ({ ...works, ...notice })) }} .place=${place || null} .service=${service || null} now=${String(globals['now'])} style="max-width: ${column}px">
      <p>Авария или няма ток? Обадете се на <a href="tel:070010010">0700 10 010</a>, денонощно.</p>
    </cez-notice>`,
};
export default meta;
type Story = StoryObj<Args>;

async function textOf(canvas: HTMLElement): Promise<string> {
  const notice = canvas.querySelector<Notice>('cez-notice')!;
  await notice.updateComplete;
  return notice.shadowRoot!.textContent.replace(/\s+/g, ' ');
}

export const Info: Story = {};

export const Warning: Story = { args: { notices: [payment] } };

/** Stays: the company says so. */
export const Emergency: Story = {
  args: { notices: [storm] },
  play: async ({ canvasElement }) => expect(await textOf(canvasElement)).not.toContain('Скрий'),
};

/** In a narrow column it is its title until somebody reads on. */
export const Narrow: Story = { args: { notices: [storm], column: 320 } };

export const NarrowReadOn: Story = {
  args: { notices: [storm], column: 320 },
  play: async ({ canvasElement }) => {
    await textOf(canvasElement);
    canvasElement.querySelector('cez-notice')!.shadowRoot!.querySelector<HTMLElement>('.fold')!.click();
  },
};

/** Three are valid: the most severe is shown. */
export const HighestWins: Story = {
  args: { notices: [{}, storm, payment] },
  play: async ({ canvasElement }) => expect(await textOf(canvasElement)).toContain('Бурен вятър'),
};

/** One feed, aimed at a place: its link leads to the outages of that place. */
export const ForPlace: Story = {
  args: { notices: [{ id: 'local', places: ['Враца'], link: { url: 'https://www.cez-rp.bg/', text: { bg: 'Вижте прекъсванията', en: 'See the outages' } } }, { ...storm, severity: 'info' }], place: 'Враца' },
  play: async ({ canvasElement }) => {
    await textOf(canvasElement);
    await expect(canvasElement.querySelector('cez-notice')!.shadowRoot!.querySelector('a')!.href).toContain('cez-place=');
  },
};

/** For a service whose page this is not: the page's own line stays. */
export const ForAnotherService: Story = {
  args: { notices: [payment], service: 'reading' },
  play: async ({ canvasElement }) => expect(await textOf(canvasElement)).toBe(''),
};

/** It was valid until the end of 1 March; preview it by the moment in the toolbar. */
export const Over: Story = { args: { notices: [{ validThrough: '2026-03-02T00:00:00+02:00' }] } };

/** Announced: it appears by itself on 10 April. */
export const ToCome: Story = { args: { notices: [{ validFrom: '2026-04-10T00:00:00+03:00', validThrough: '2026-04-14T00:00:00+03:00' }] } };

/** Put away in this version; a changed one comes back. */
export const Dismissed: Story = {
  play: async ({ canvasElement }) => {
    await textOf(canvasElement);
    canvasElement.querySelector('cez-notice')!.shadowRoot!.querySelector<HTMLElement>('.hide')!.click();
    await waitFor(async () => expect(await textOf(canvasElement)).toBe(''));
  },
};

/** The API does not answer: nobody is told, the page's own line stays. */
export const Unavailable: Story = {
  render: () => html`<cez-notice api="http://127.0.0.1:9/v1"><p>Авария или няма ток? Обадете се на <a href="tel:070010010">0700 10 010</a>, денонощно.</p></cez-notice>`,
};
