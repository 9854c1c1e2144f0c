/**
 * The sample customers: one for each thing the forms must be able to show. People, places and
 * numbers are invented; dates are set from the day the server starts. Says nothing of what customers
 * did with the samples since.
 */
import type { Insertable } from 'kysely';
import type { Schemas } from '../contract.js';
import type { Tables } from '../tables.js';
import { dayAfter } from './dates.js';

export interface SampleCustomer {
  customer: Insertable<Tables['customers']>;
  invoices: Array<Insertable<Tables['invoices']>>;
  payments: Array<Insertable<Tables['payments']>>;
  meter: Insertable<Tables['metering_points']>;
  registers: Array<Insertable<Tables['registers']>>;
}

interface Owed {
  amountCents: number;
  paidCents?: number;
  /** Days from today, negative in the past; invoices are due 20 days after they are issued. */
  dueIn: number;
  reading: Schemas['Invoice']['reading'];
}

interface Dial {
  code: string;
  name: Schemas['Text'];
  lastValue: string;
  plausibleMax: string;
}

const SINGLE = { code: 'single', name: { bg: 'Една скала', en: 'Single rate' } };
const DAY = { code: 'day', name: { bg: 'Дневна', en: 'Day' } };
const NIGHT = { code: 'night', name: { bg: 'Нощна', en: 'Night' } };

export function sampleCustomers(today: string): SampleCustomer[] {
  const sample = (
    clientNumber: string,
    code: string,
    place: string,
    has: { owes?: Owed[]; paid?: { amountCents: number; daysAgo: number }; creditCents?: number; payUrl?: string; dials: Dial[] },
  ): SampleCustomer => {
    const meterId = `sample-meter-${clientNumber.slice(-2)}`;
    return {
      customer: {
        client_number: clientNumber,
        authorization_code: code,
        brand: clientNumber.startsWith('5') ? 'cez-rp' : 'cez-bg',
        place,
        // Towns that give their oblast its name.
        oblast: place === 'София' ? 'София-град' : place,
        credit_cents: has.creditCents ?? 0,
        pay_url: has.payUrl ?? null,
        sample: true,
      },
      invoices: (has.owes ?? []).map((owed, index) => invoice(clientNumber, index, owed)),
      payments: has.paid
        ? [{ client_number: clientNumber, paid_on: dayAfter(today, -has.paid.daysAgo), amount_cents: has.paid.amountCents }]
        : [],
      meter: { meter_id: meterId, client_number: clientNumber, meter_number: `00012017${clientNumber.slice(-2)}` },
      registers: has.dials.map(({ code: register, name, lastValue, plausibleMax }, rank) => ({
        meter_id: meterId,
        code: register,
        rank,
        name: JSON.stringify(name),
        digits: lastValue.length,
        last_value: lastValue,
        last_read_at: dayAfter(today, -31),
        plausible_max: plausibleMax,
      })),
    };
  };
  const invoice = (clientNumber: string, index: number, owed: Owed): Insertable<Tables['invoices']> => {
    const issued = owed.dueIn - 20;
    return {
      id: `01${clientNumber.slice(-2)}00${7301 + index}`,
      client_number: clientNumber,
      period_from: dayAfter(today, issued - 32),
      period_to: dayAfter(today, issued - 2),
      issued_on: dayAfter(today, issued),
      due_date: dayAfter(today, owed.dueIn),
      amount_cents: owed.amountCents,
      paid_cents: owed.paidCents ?? 0,
      reading: owed.reading,
    };
  };

  return [
    sample('310000000011', 'CEZ011', 'София', {
      owes: [
        { amountCents: 3791, dueIn: -19, reading: 'estimated' },
        { amountCents: 4236, dueIn: 11, reading: 'self-reported' },
      ],
      paid: { amountCents: 4107, daysAgo: 55 },
      payUrl: 'https://pay.cez-bg.example/',
      dials: [{ ...SINGLE, lastValue: '045210', plausibleMax: '045890' }],
    }),
    sample('310000000022', 'CEZ022', 'Перник', {
      owes: [{ amountCents: 2840, paidCents: 2840, dueIn: 6, reading: 'actual' }],
      paid: { amountCents: 2840, daysAgo: 4 },
      dials: [{ ...SINGLE, lastValue: '018774', plausibleMax: '019254' }],
    }),
    sample('310000000033', 'CEZ033', 'Плевен', {
      owes: [{ amountCents: 5120, paidCents: 5120, dueIn: 2, reading: 'actual' }],
      paid: { amountCents: 6680, daysAgo: 9 },
      creditCents: 1560,
      dials: [{ ...SINGLE, lastValue: '007431', plausibleMax: '008031' }],
    }),
    sample('310000000044', 'CEZ044', 'Благоевград', {
      owes: [{ amountCents: 6318, dueIn: 8, reading: 'actual' }],
      paid: { amountCents: 5975, daysAgo: 25 },
      dials: [
        { ...DAY, lastValue: '012345', plausibleMax: '013245' },
        { ...NIGHT, lastValue: '006789', plausibleMax: '007289' },
      ],
    }),
    sample('310000000055', 'CEZ055', 'Враца', {
      paid: { amountCents: 3302, daysAgo: 17 },
      dials: [{ ...SINGLE, lastValue: '023456', plausibleMax: '023866' }],
    }),
    sample('530000000066', 'CEZ066', 'Монтана', {
      dials: [{ ...SINGLE, lastValue: '004321', plausibleMax: '004421' }],
    }),
  ];
}

/** Open from last week for a month, and then again; the demo is looked at in between. */
export function sampleWindows(today: string): Array<Insertable<Tables['reading_windows']>> {
  const reason = JSON.stringify({ bg: 'Смяна на цените на тока', en: 'Change of electricity prices' });
  return [
    { from_date: dayAfter(today, -6), through_date: dayAfter(today, 30), reason, sample: true },
    { from_date: dayAfter(today, 84), through_date: dayAfter(today, 90), reason, sample: true },
  ];
}
