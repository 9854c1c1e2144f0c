/** Every state of `cez-outages`. Places are real, what happens there is invented. */
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Outage, Place } from '../src/model/wire.js';
import type { Outages } from '../src/widgets/outages/outages.js';
import { problem, sampleApi, type SampleAnswers } from './support/sample-api.js';

interface Args {
  answers: SampleAnswers;
  place: string | null;
  kind: string;
  map: 'auto' | 'press' | 'none';
}

const outage = (differs: Partial<Outage>): Outage => ({
  id: 'sample-vratsa', kind: 'unplanned', scope: 'part', oblast: 'Враца', municipality: 'Враца', places: ['Враца'],
  start: '2026-03-18T08:10:00+02:00', end: '2026-03-18T16:30:00+02:00', endHistory: [], status: 'active',
  cause: { bg: 'повреден кабел', en: 'a damaged cable' }, customersAffected: '51-200', position: { lat: 43.21, lng: 23.56 }, sequence: 0, updatedAt: '2026-03-18T08:20:00+02:00', ...differs,
});
const moved = outage({ endHistory: [{ end: '2026-03-18T14:00:00+02:00', announcedAt: '2026-03-18T08:20:00+02:00' }], sequence: 1 });
const planned = outage({ id: 'sample-roman', kind: 'planned', scope: 'whole', municipality: 'Роман', places: ['Роман', 'Кунино'], start: '2026-03-19T09:00:00+02:00', end: '2026-03-19T16:30:00+02:00', cause: { bg: 'подмяна на трансформатор', en: 'a transformer being replaced' }, position: { lat: 43.15, lng: 23.92 } });
const switching = outage({ id: 'sample-pernik', kind: 'switching', oblast: 'Перник', municipality: 'Перник', places: ['Перник'], start: '2026-03-18T09:58:00+02:00', end: '2026-03-18T10:03:00+02:00', cause: null, position: { lat: 42.6, lng: 23.03 } });
const overdue = outage({ id: 'sample-svoge', oblast: 'Софийска', municipality: 'Своге', places: ['Своге', 'Лакатник', 'Искрец', 'Церово'], start: '2026-03-18T06:00:00+02:00', end: '2026-03-18T09:00:00+02:00', customersAffected: '1000+', cause: null, position: { lat: 42.97, lng: 23.35 } });
const restored = outage({ id: 'sample-vidin', oblast: 'Видин', municipality: 'Видин', places: ['Видин'], status: 'restored', end: '2026-03-18T09:30:00+02:00', updatedAt: '2026-03-18T09:20:00+02:00', position: { lat: 43.99, lng: 22.87 } });

const place = (name: string, oblast: string, operator: Place['operator'] = 'cez-rp'): Place => ({ name, kind: 'town', municipality: name, oblast, position: null, operator });
const PLACES = ['Враца', 'Мездра', 'Роман'].map((name) => place(name, 'Враца')).concat(place('Видин', 'Видин'), place('Пловдив', 'Пловдив', 'evn'));
const at = (outages: Outage[], updatedAt = '2026-03-18T09:59:00+02:00'): SampleAnswers => ({
  'GET /outages': { body: { outages, updatedAt } },
  'GET /places': { body: { places: PLACES, updatedAt } },
  'GET /outages/areas': { body: { type: 'FeatureCollection', features: [] } },
});
const everything = at([moved, planned, switching, overdue, restored]);

const meta: Meta<Args> = {
  title: 'Outages',
  component: 'cez-outages',
  args: { answers: everything, place: null, kind: '', map: 'none' },
  argTypes: { map: { options: ['auto', 'press', 'none'], control: 'inline-radio' }, kind: { options: ['', 'planned', 'unplanned', 'switching'], control: 'inline-radio' } },
  render: ({ answers, place: asked, kind, map }, { globals }) =>
    html`<cez-outages api=${sampleApi(answers)} .place=${asked} kind=${kind} map=${map} now=${String(globals['now'])} no-url></cez-outages>`,
};
export default meta;
type Story = StoryObj<Args>;

const says = (words: string): NonNullable<Story['play']> => ({ canvasElement }) =>
  waitFor(() => expect(canvasElement.querySelector<Outages>('cez-outages')!.shadowRoot!.textContent.replace(/\s+/g, ' ')).toContain(words));

/** Every kind and status: now, to come, late, over. */
export const All: Story = { play: says('5 прекъсвания') };

/** Areas have patterns of their own; the list says everything. */
export const WithMap: Story = { args: { map: 'auto' } };

export const MapOnPress: Story = { args: { map: 'press' } };

export const OnlyPlanned: Story = { args: { kind: 'planned' }, play: says('1 прекъсване') };

/** The first of five outcomes; the announced end has moved once. */
export const Found: Story = { args: { place: 'Враца' }, play: says('Част от Враца е без ток.') };

export const ComesTomorrow: Story = { args: { place: 'Роман' }, play: says('ще остане без ток') };

export const NothingNow: Story = { args: { place: 'Мездра' }, play: says('За Мездра няма известно прекъсване.') };

/** „Още нямате ток?“ leads to the check of the own breakers. */
export const Restored: Story = { args: { place: 'Видин' }, play: says('Токът е възстановен') };

/** Not in the list of places: nothing is claimed, and what is near is offered. */
export const NotKnown: Story = { args: { place: 'Вратца' }, play: says('Може би търсите:') };

export const AnotherGrid: Story = { args: { place: 'Пловдив' }, play: says('EVN България') };

/** The list is an hour old. */
export const Stale: Story = { args: { place: 'Мездра', answers: at([moved], '2026-03-18T09:00:00+02:00') }, play: says('По-нови данни нямаме.') };

/** Never "no outages": what the page put inside stays, too. */
export const Unavailable: Story = { args: { place: 'Мездра', answers: { 'GET /outages': problem(503, 'unavailable'), 'GET /places': problem(503, 'unavailable') } }, play: says('Сега не можем да кажем') };

/** Some entries could not be read. */
export const WithHoles: Story = { args: { answers: at([moved, { ...planned, start: '' }]) }, play: says('Може да има прекъсвания, които не показваме.') };

export const Nothing: Story = { args: { answers: at([]) }, play: says('В момента няма известни прекъсвания.') };

export const Loading: Story = { args: { answers: { 'GET /outages': 'never' } } };

/** By client number: an unknown one is not "no outage". */
export const NumberNotKnown: Story = {
  args: { answers: { ...everything, 'POST /outage-lookups': problem(404, 'not-known') } },
  play: async (context) => {
    const root = context.canvasElement.querySelector<Outages>('cez-outages')!.shadowRoot!;
    await waitFor(() => expect(root.querySelectorAll('.switch button')).toHaveLength(2));
    root.querySelectorAll<HTMLButtonElement>('.switch button')[1]!.click();
    await waitFor(() => expect(root.querySelector('[name=clientNumber]')).not.toBeNull());
    root.querySelector<HTMLInputElement>('[name=clientNumber]')!.value = '310000000099';
    root.querySelector<HTMLButtonElement>('[type=submit]')!.click();
    await says('Не познаваме този клиентски номер.')(context);
  },
};

/** No API is set on the page. */
export const NotSetUp: Story = { render: () => html`<cez-outages><p>0700 10 010</p></cez-outages>` };
