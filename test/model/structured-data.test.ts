import { describe, expect, it } from 'vitest';
import { readCenter } from '../../src/model/center.js';
import { centerJsonLd } from '../../src/model/structured-data.js';

const WORKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const url = (day: string): string => `https://schema.org/${day}`;
const block = (fields: object, language: 'bg' | 'en' = 'bg'): Record<string, unknown> =>
  JSON.parse(JSON.stringify(centerJsonLd(readCenter({ id: 'vratsa', name: { bg: 'Център Враца', en: 'Vratsa center' }, ...fields })!, language))) as Record<string, unknown>;

describe('structured data of a center', () => {
  it('says what is known', () => {
    expect(
      block({
        address: { street: 'ул. Примерна 5', place: 'Враца', oblast: 'Враца', postalCode: '3000' },
        position: { lat: 43.2, lng: 23.55 },
        phone: '0700 10 010',
        openingHoursSpecification: [{ dayOfWeek: WORKDAYS, opens: '08:30', closes: '24:00' }],
        followsPublicHolidays: true,
      }),
    ).toEqual({
      '@context': 'https://schema.org',
      '@type': 'LocalBusiness',
      identifier: 'vratsa',
      name: 'Център Враца',
      telephone: '0700 10 010',
      address: { '@type': 'PostalAddress', streetAddress: 'ул. Примерна 5', addressLocality: 'Враца', addressRegion: 'Враца', postalCode: '3000', addressCountry: 'BG' },
      geo: { '@type': 'GeoCoordinates', latitude: 43.2, longitude: 23.55 },
      openingHoursSpecification: [
        { '@type': 'OpeningHoursSpecification', dayOfWeek: WORKDAYS.map(url), opens: '08:30', closes: '23:59' },
        { '@type': 'OpeningHoursSpecification', dayOfWeek: [url('PublicHolidays')], opens: '00:00', closes: '00:00' },
      ],
      specialOpeningHoursSpecification: [],
    });
  });

  it('leaves out what is unknown, hours too', () => {
    expect(block({}, 'en')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'LocalBusiness',
      identifier: 'vratsa',
      name: 'Vratsa center',
      address: { '@type': 'PostalAddress', addressCountry: 'BG' },
      specialOpeningHoursSpecification: [],
    });
    expect(block({ openingHoursSpecification: [null, { dayOfWeek: 'x' }, {}] })['openingHoursSpecification']).toEqual([]);
  });

  it('says closed for good as closed on seven days', () => {
    expect(block({ openingHoursSpecification: [], followsPublicHolidays: false })['openingHoursSpecification']).toMatchObject([{ dayOfWeek: { length: 7 }, opens: '00:00', closes: '00:00' }]);
  });

  it('closes the days that a temporary regime does not name, once', () => {
    const range = { validFrom: '2020-03-16', validThrough: '2020-05-25' };
    const split = [
      { ...range, dayOfWeek: WORKDAYS, opens: '09:00', closes: '12:00' },
      { ...range, dayOfWeek: WORKDAYS, opens: '13:00', closes: '15:00' },
    ];
    expect(block({ specialOpeningHoursSpecification: [...split, { validFrom: '2020-06-01', validThrough: '2020-06-02' }] })['specialOpeningHoursSpecification']).toEqual([
      { '@type': 'OpeningHoursSpecification', ...range, dayOfWeek: WORKDAYS.map(url), opens: '09:00', closes: '12:00' },
      { '@type': 'OpeningHoursSpecification', ...range, dayOfWeek: [url('Saturday'), url('Sunday')], opens: '00:00', closes: '00:00' },
      { '@type': 'OpeningHoursSpecification', ...range, dayOfWeek: WORKDAYS.map(url), opens: '13:00', closes: '15:00' },
      { '@type': 'OpeningHoursSpecification', validFrom: '2020-06-01', validThrough: '2020-06-02', opens: '00:00', closes: '00:00' },
    ]);
  });
});
