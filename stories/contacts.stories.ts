/** Every state of `cez-contacts`. The moment in the toolbar decides what answers now. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Contact, DayOfWeek } from '../src/model/wire.js';
import type { Contacts } from '../src/widgets/contacts/contacts.js';
import { sampleApi, type SampleAnswers } from './support/sample-api.js';

interface Args {
  answers: SampleAnswers;
  /** What the page puts into the tag. */
  content: boolean;
}

const WORKDAYS: DayOfWeek[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const both = (bg: string, en: string): Contact['label'] => ({ bg, en });
const contact = (id: string, kind: Contact['kind'], purpose: Contact['purpose'], label: Contact['label'], value: string, url: string, differs: Partial<Contact> = {}): Contact => ({
  id, brands: ['cez-bg', 'cez-rp'], kind, purpose, label, value, url, openingHoursSpecification: null, cost: null, emergency: false, ...differs,
});
const always = [{ dayOfWeek: [...WORKDAYS, 'Saturday', 'Sunday'] satisfies DayOfWeek[], opens: '00:00', closes: '24:00' }];
const office = [{ dayOfWeek: WORKDAYS, opens: '08:30', closes: '17:00' }];
const cost = both('Обаждането се таксува според тарифния Ви план.', 'Calls are charged by your own plan.');
const contacts: Contact[] = [
  contact('faults', 'phone', both('Авария или липса на ток', 'A fault or no electricity'), both('Денонощна телефонна линия, меню 3', '24-hour phone line, menu 3'), '0700 10 010', 'tel:070010010', { emergency: true, openingHoursSpecification: always, cost }),
  contact('office', 'phone', both('Договори (примерен номер)', 'Contracts (sample number)'), both('Служител в работно време', 'A clerk in working hours'), '02 000 00 00', 'tel:020000000', { brands: ['cez-bg'], openingHoursSpecification: office, cost }),
  contact('line', 'phone', both('Въпроси, сметки и показания', 'Questions, bills and readings'), both('Денонощна телефонна линия', '24-hour phone line'), '0700 10 010', 'tel:070010010', { openingHoursSpecification: always, cost }),
  contact('email', 'email', both('Въпроси и заявления', 'Questions and requests'), both('Електронна поща', 'E-mail'), 'zaklienta@cez.bg', 'mailto:zaklienta@cez.bg'),
  contact('supplier', 'web', both('Сметки, договори и услуги', 'Bills, contracts and services'), both('ЧЕЗ Електро България', 'CEZ Electro Bulgaria'), 'www.cez.bg', 'https://www.cez.bg/', { brands: ['cez-bg'] }),
  contact('operator', 'web', both('Мрежа, електромери и прекъсвания', 'Grid, meters and outages'), both('ЧЕЗ Разпределение България', 'CEZ Distribution Bulgaria'), 'www.cez-rp.bg', 'https://www.cez-rp.bg/', { brands: ['cez-rp'] }),
];
const usual: SampleAnswers = { 'GET /contacts': { body: { contacts } } };
const faults = (count: number): SampleAnswers => ({ ...usual, 'GET /outages': { body: { outages: Array(count).fill({ kind: 'unplanned', status: 'active' }) } } });

const meta: Meta<Args> = {
  title: 'Contacts',
  component: 'cez-contacts',
  args: { answers: usual, content: false },
  render: ({ answers, content }, { globals }) =>
    html`<cez-contacts api=${sampleApi(answers)} now=${String(globals['now'])} style="max-width: 45rem">${content ? html`<p>Пишете ни на <a href="mailto:zaklienta@cez.bg">zaklienta@cez.bg</a>.</p>` : nothing}</cez-contacts>`,
};
export default meta;
type Story = StoryObj<Args>;

const rootOf = (canvas: HTMLElement): ShadowRoot => canvas.querySelector<Contacts>('cez-contacts')!.shadowRoot!;
const shows = (canvas: HTMLElement, words: string): Promise<void> => waitFor(() => expect(rootOf(canvas).textContent.replace(/\s+/g, ' ')).toContain(words));

export const Usual: Story = { play: ({ canvasElement }) => shows(canvasElement, 'Въпроси и заявления') };

/** What does not answer now comes last; choose a Saturday in the toolbar. */
export const Closed: Story = {
  render: ({ answers }) => html`<cez-contacts api=${sampleApi(answers)} now="2026-03-21T11:00+02:00" style="max-width: 45rem"></cez-contacts>`,
  play: ({ canvasElement }) => shows(canvasElement, 'Отваря в понеделник в 8:30'),
};

/** The question leads to the company that answers it. */
export const OtherCompany: Story = {
  play: async ({ canvasElement }) => {
    await shows(canvasElement, 'Въпроси и заявления');
    rootOf(canvasElement).querySelectorAll<HTMLElement>('.chip')[2]!.click();
    await shows(canvasElement, 'www.cez-rp.bg');
  },
};

/** Many are without power: the look-up comes before the phone. */
export const Wave: Story = {
  args: { answers: faults(37) },
  play: ({ canvasElement }) => shows(canvasElement, 'Сега са известни 37 аварии.'),
};

/** Nobody has answered yet: the emergency line is there. */
export const Waiting: Story = { args: { answers: { 'GET /contacts': 'never' } } };

/** The API does not answer: the emergency line, and what the page put inside the tag. */
export const Unavailable: Story = {
  args: { answers: { 'GET /contacts': { status: 503 } }, content: true },
  play: ({ canvasElement }) => shows(canvasElement, '0700 10 010'),
};

export const NothingPublished: Story = {
  args: { answers: { 'GET /contacts': { body: { contacts: [] } } } },
  play: ({ canvasElement }) => shows(canvasElement, 'Други начини за връзка не са публикувани.'),
};
