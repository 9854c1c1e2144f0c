/** Invented centers for the stories, one a case; every one is marked as sample data on screen. */
import type { Center, DayOfWeek } from '../../src/model/wire.js';

const WORKDAYS: DayOfWeek[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const both = (bg: string, en: string) => ({ bg, en });

const usual: Center = {
  id: 'vratsa',
  brands: ['cez-bg', 'cez-rp'],
  name: both('Център Враца', 'Vratsa center'),
  address: { street: 'ул. „Примерна“ 5', place: 'Враца', municipality: 'Враца', oblast: 'Враца', postalCode: '3000' },
  position: { lat: 43.2102, lng: 23.5529 },
  phone: null,
  services: ['payment', 'reading', 'einvoice', 'contract', 'complaint'],
  cashDesk: true,
  cashDeskHours: [{ dayOfWeek: WORKDAYS, opens: '08:30', closes: '16:00' }],
  desks: 4,
  admittedAtOnce: 4,
  openingHoursSpecification: [{ dayOfWeek: WORKDAYS, opens: '08:30', closes: '16:30' }],
  specialOpeningHoursSpecification: [],
  followsPublicHolidays: true,
  measures: [{ code: 'disinfection', text: both('Периодична дезинфекция', 'Regular disinfection') }],
  documents: [{ service: 'contract', items: [both('Документ за самоличност на титуляря', 'Identity document of the account holder'), both('Клиентски номер', 'Client number')] }],
  sample: true,
  updatedAt: '2026-03-01T09:00:00+02:00',
};

/** Cases by name; moments are those of the toolbar, in March 2026. */
export const centers = {
  usual,
  lunchBreak: {
    ...usual,
    id: 'vidin',
    name: both('Център Видин', 'Vidin center'),
    address: { ...usual.address, place: 'Видин', municipality: 'Видин', oblast: 'Видин', postalCode: '3700' },
    position: { lat: 43.9962, lng: 22.8679 },
    openingHoursSpecification: [
      { dayOfWeek: WORKDAYS, opens: '08:30', closes: '12:00' },
      { dayOfWeek: WORKDAYS, opens: '13:00', closes: '17:00' },
    ],
  },
  temporary: {
    ...usual,
    id: 'pleven',
    name: both('Център Плевен', 'Pleven center'),
    address: { ...usual.address, place: 'Плевен', municipality: 'Плевен', oblast: 'Плевен', postalCode: '5800' },
    position: { lat: 43.417, lng: 24.6067 },
    specialOpeningHoursSpecification: [
      { validFrom: '2026-03-16', validThrough: '2026-04-05', dayOfWeek: WORKDAYS, opens: '09:00', closes: '15:00', reason: both('ремонт на съседна зала', 'works next door') },
    ],
  },
  renovation: {
    ...usual,
    id: 'montana',
    name: both('Център Монтана', 'Montana center'),
    address: { ...usual.address, place: 'Монтана', municipality: 'Монтана', oblast: 'Монтана', postalCode: '3400' },
    position: { lat: 43.4085, lng: 23.2257 },
    specialOpeningHoursSpecification: [{ validFrom: '2026-03-02', validThrough: '2026-04-02', reason: both('ремонт', 'renovation') }],
  },
  unknown: {
    ...usual,
    id: 'lovech',
    name: both('Център Ловеч', 'Lovech center'),
    address: { ...usual.address, street: '', place: 'Ловеч', municipality: 'Ловеч', oblast: 'Ловеч', postalCode: null },
    position: null,
    services: [],
    cashDesk: null,
    cashDeskHours: null,
    desks: null,
    admittedAtOnce: null,
    openingHoursSpecification: null,
    measures: [],
    documents: [],
  },
} satisfies Record<string, Center>;
