/** Centers for tests of elements: an ordinary one, and what a test makes of it. */
import type { Center, DayOfWeek, OpeningHoursSpecification } from '../../src/model/wire.js';

export const WORKDAYS: DayOfWeek[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
export const EVERY_DAY: DayOfWeek[] = [...WORKDAYS, 'Saturday', 'Sunday'];

/** Regular hours; several make split hours. */
export const hours = (dayOfWeek: DayOfWeek[], ...spans: [opens: string, closes: string][]): OpeningHoursSpecification[] => spans.map(([opens, closes]) => ({ dayOfWeek, opens, closes }));

const vratsa: Center = {
  id: 'vratsa',
  brands: ['cez-bg', 'cez-rp'],
  name: { bg: 'Център Враца', en: 'Center Vratsa' },
  address: { street: 'ул. „Вестител“ 18', place: 'Враца', municipality: 'Враца', oblast: 'Враца', postalCode: '3000' },
  position: { lat: 43.21, lng: 23.5625 },
  phone: '092 00 00 00',
  services: ['payment', 'reading'],
  cashDesk: true,
  cashDeskHours: hours(WORKDAYS, ['08:30', '16:00']),
  desks: 5,
  admittedAtOnce: 5,
  openingHoursSpecification: hours(WORKDAYS, ['08:30', '16:30']),
  specialOpeningHoursSpecification: [],
  followsPublicHolidays: true,
  measures: [{ code: 'wait-outside', text: { bg: 'Изчакване отвън', en: 'Waiting outside' } }],
  documents: [{ service: 'payment', items: [{ bg: 'Клиентски номер', en: 'Client number' }] }],
  sample: true,
  updatedAt: '2026-03-01T09:00:00+02:00',
};

export const center = (differs: Partial<Center> = {}): Center => ({ ...vratsa, ...differs });

const TOWNS = [
  ['Враца', 'Vratsa', 43.21, 23.5625],
  ['Мездра', 'Mezdra', 43.15, 23.7],
  ['Монтана', 'Montana', 43.4125, 23.225],
  ['Видин', 'Vidin', 43.9916, 22.8824],
  ['Плевен', 'Pleven', 43.4167, 24.6167],
] as const;

/** Centers of five towns around Vratsa, more by number. */
export const centers = (count: number = TOWNS.length): Center[] =>
  [...Array(count).keys()].map((index) => {
    const [bg, en, lat, lng] = TOWNS[index % TOWNS.length]!;
    const round = Math.floor(index / TOWNS.length);
    const number = round ? ` ${round + 1}` : '';
    return center({
      id: `${en.toLowerCase()}${number.trim()}`,
      name: { bg: `Център ${bg}${number}`, en: `Center ${en}${number}` },
      address: { ...vratsa.address, place: bg, municipality: bg, oblast: bg },
      position: { lat: lat + round / 1000, lng },
    });
  });
