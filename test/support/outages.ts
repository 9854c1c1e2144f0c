/** Outages for tests: a fault in Vratsa since this morning, and what a test makes of it. */
import type { Outage } from '../../src/model/wire.js';

const fault: Outage = {
  id: 'fault-vratsa',
  kind: 'unplanned',
  scope: 'part',
  oblast: 'Враца',
  municipality: 'Враца',
  places: ['Враца'],
  start: '2026-03-18T09:10:00+02:00',
  end: '2026-03-18T16:30:00+02:00',
  endHistory: [],
  status: 'active',
  cause: { bg: 'повреден кабел', en: 'a damaged cable' },
  customersAffected: '51-200',
  position: { lat: 43.21, lng: 23.56 },
  sequence: 0,
  updatedAt: '2026-03-18T09:20:00+02:00',
};

export const outage = (differs: Partial<Outage> = {}): Outage => ({ ...fault, ...differs });

/** Planned for tomorrow, in two villages. */
export const planned = (differs: Partial<Outage> = {}): Outage =>
  outage({
    id: 'planned-roman', kind: 'planned', scope: 'whole', municipality: 'Роман', places: ['Роман', 'Кунино'], status: 'upcoming',
    start: '2026-03-19T09:00:00+02:00', end: '2026-03-19T16:30:00+02:00', cause: null, customersAffected: null, position: null, ...differs,
  });

/** As the API answers; `at` is the time of the list. */
export const outageList = (outages: readonly Outage[], at = '2026-03-18T09:59:00+02:00'): { outages: readonly Outage[]; updatedAt: string } => ({ outages, updatedAt: at });

const TOWNS = [['Враца', 'Враца'], ['Мездра', 'Враца'], ['Видин', 'Видин'], ['Плевен', 'Плевен'], ['Перник', 'Перник']] as const;
const KINDS = ['unplanned', 'planned', 'switching'] as const;

/** As many as wanted, in five towns. */
export const outages = (count: number): Outage[] =>
  [...Array(count).keys()].map((index) => {
    const [place, oblast] = TOWNS[index % TOWNS.length]!;
    return outage({ id: `outage-${index}`, kind: KINDS[index % KINDS.length]!, places: [place], municipality: place, oblast, position: { lat: 42.5 + (index % 97) / 60, lng: 22.8 + (index % 89) / 50 } });
  });
