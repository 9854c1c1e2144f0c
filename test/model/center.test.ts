import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCenter, readCenters } from '../../src/model/center.js';
import { announcedChanges } from '../../src/model/announced-changes.js';
import { openingStatus, openingWeek } from '../../src/model/opening-hours.js';
import { centerJsonLd } from '../../src/model/structured-data.js';

const whole = {
  id: 'vratsa',
  brands: ['cez-bg', 'cez-rp'],
  name: { bg: 'Център Враца', en: 'Vratsa center' },
  address: { street: 'ул. Примерна 5', place: 'Враца', municipality: 'Враца', oblast: 'Враца', postalCode: '3000' },
  position: { lat: 43.2, lng: 23.55 },
  phone: '0700 10 010',
  services: ['payment', 'reading'],
  cashDesk: true,
  cashDeskHours: [{ dayOfWeek: ['Monday'], opens: '09:00', closes: '15:00' }],
  desks: 4,
  admittedAtOnce: 3,
  openingHoursSpecification: [{ dayOfWeek: ['Monday'], opens: '08:30', closes: '16:30' }],
  specialOpeningHoursSpecification: [{ validFrom: '2026-11-02', validThrough: '2026-11-30', reason: { bg: 'Ремонт', en: 'Works' } }],
  followsPublicHolidays: true,
  measures: [{ code: 'distance', text: { bg: 'Спазвайте дистанция', en: null } }],
  documents: [{ service: 'payment', items: [{ bg: 'Фактура', en: 'Invoice' }] }],
  sample: true,
  updatedAt: '2026-11-24T10:00:00Z',
};
const unknown = {
  id: 'x',
  brands: [],
  name: { bg: 'X', en: null },
  address: { street: '', place: '', municipality: '', oblast: '', postalCode: null },
  position: null,
  phone: null,
  services: [],
  cashDesk: null,
  cashDeskHours: null,
  desks: null,
  admittedAtOnce: null,
  openingHoursSpecification: null,
  specialOpeningHoursSpecification: [],
  followsPublicHolidays: null,
  measures: [],
  documents: [],
  sample: false,
  updatedAt: '',
};

describe('a center from outside', () => {
  it('comes through as it is if it keeps the contract', () => {
    expect(readCenter(structuredClone(whole))).toEqual(whole);
  });

  it('is all unknown with nothing but an id and a name', () => {
    expect(readCenter({ id: 'x', name: { bg: 'X' } })).toEqual(unknown);
  });

  it('is all unknown with every field of a wrong type', () => {
    for (const wrong of [7, 'text', true, null, [[]], { a: 1 }, [null, 5, {}]]) {
      const raw = { ...Object.fromEntries(Object.keys(whole).map((key) => [key, wrong])), id: 'x', name: 'X' };
      const { phone, cashDesk, desks, updatedAt, sample, admittedAtOnce, followsPublicHolidays, specialOpeningHoursSpecification, openingHoursSpecification, cashDeskHours, ...rest } = readCenter(raw)!;
      expect(rest).toEqual({ id: 'x', brands: [], name: { bg: 'X', en: null }, address: unknown.address, position: null, services: [], measures: [], documents: [] });
      expect([phone, cashDesk, desks, updatedAt, sample, admittedAtOnce, followsPublicHolidays]).toEqual([
        wrong === 'text' ? 'text' : null,
        wrong === true ? true : null,
        wrong === 7 ? 7 : null,
        wrong === 'text' ? 'text' : '',
        wrong === true,
        wrong === 7 ? 7 : null,
        wrong === true ? true : null,
      ]);
      for (const list of [openingHoursSpecification, cashDeskHours]) expect(list).toEqual(Array.isArray(wrong) ? wrong : null);
      expect(specialOpeningHoursSpecification).toHaveLength(Array.isArray(wrong) ? wrong.length : 0);
    }
  });

  it.each([null, undefined, 7, 'x', [], {}, { id: 'x' }, { name: { bg: 'X' } }, { id: '', name: { bg: 'X' } }, { id: 7, name: { bg: 'X' } }, { id: 'x', name: { bg: ' ', en: '' } }])(
    'is none without an id or a name: %j',
    (raw) => {
      expect(readCenter(raw)).toBeNull();
    },
  );

  it.each([
    [{ bg: 'Враца', en: 'Vratsa' }, { bg: 'Враца', en: 'Vratsa' }],
    [{ bg: '', en: 'Vratsa' }, { bg: 'Vratsa', en: 'Vratsa' }],
    [{ bg: 'Враца', en: '  ' }, { bg: 'Враца', en: null }],
    ['Враца', { bg: 'Враца', en: null }],
  ])('speaks the language it has: %j', (name, expected) => {
    expect(readCenter({ id: 'x', name })?.name).toEqual(expected);
  });

  it.each([
    [{ lat: 91, lng: 23 }],
    [{ lat: 43, lng: -181 }],
    [{ lat: '43', lng: '23' }],
    [{ lat: NaN, lng: 23 }],
    [{ lat: Infinity, lng: 23 }],
    [{ lat: 43 }],
    [[43, 23]],
  ])('has no position at %j', (position) => {
    expect(readCenter({ ...whole, position })?.position).toBeNull();
  });

  it('admits as many people as it has desks unless told otherwise', () => {
    expect(readCenter({ ...whole, admittedAtOnce: undefined })?.admittedAtOnce).toBe(4);
    expect(readCenter({ ...whole, admittedAtOnce: -1, desks: 2.5 })).toMatchObject({ desks: null, admittedAtOnce: null });
  });

  it('drops brands, services and documents it has no words for', () => {
    expect(readCenter({ ...whole, brands: ['cez-rp', 'other'], services: ['dancing', 'sms', 'sms'], documents: [{ service: 'dancing', items: [] }, { service: 'sms', items: ['', 'Карта', 7] }] })).toMatchObject({
      brands: ['cez-rp'],
      services: ['sms'],
      documents: [{ service: 'sms', items: [{ bg: 'Карта', en: null }] }],
    });
  });
});

describe('hostile centers', () => {
  it('leave prototypes alone', () => {
    const raw: unknown = JSON.parse('{"id":"x","name":{"bg":"X","__proto__":{"en":"bad"}},"__proto__":{"sample":true},"specialOpeningHoursSpecification":[{"__proto__":{"opens":"09:00"}}]}');
    expect(readCenter(raw)?.sample).toBe(false);
    expect({}).not.toHaveProperty('opens');
    expect(Object.prototype).not.toHaveProperty('sample');
  });

  it('have their strings cut and made well-formed, so that links can hold them', () => {
    const read = readCenter({ ...whole, name: { bg: 'я'.repeat(1e6), en: null }, address: { street: 'a\ud800b', place: '\udc00' } })!;
    expect(read.name.bg).toHaveLength(2000);
    expect(encodeURIComponent(read.address.street)).toBe('a%EF%BF%BDb');
    expect(readCenter({ id: 'x', name: `${'a'.repeat(1999)}😀` })!.name.bg).toBe(`${'a'.repeat(1999)}\ufffd`);
  });

  it('never make anything throw, in 5 000 random shapes, seed 12', () => {
    const key = fc.constantFrom(...Object.keys(whole), 'bg', 'opens', 'closes', 'dayOfWeek', 'validFrom', 'validThrough', 'lat', 'items', '__proto__', 'toString', 'valueOf', 'length');
    const leaf = fc.oneof(fc.constantFrom<unknown>(null, true, 7, -1, NaN, '09:00', '12:00', '2026-11-24', 'Monday', ['Tuesday'], '\ud800'), fc.string());
    const shape = fc.letrec((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('node'), { maxLength: 4 }), fc.dictionary(key, tie('node'), { maxKeys: 8 })),
    })).node;
    const now = new Date('2026-11-24T10:00Z');
    fc.assert(
      fc.property(fc.dictionary(key, shape, { maxKeys: 12 }), (raw) => {
        const center = readCenter({ ...raw, id: 'x', name: 'X' })!;
        expect(['open', 'closed', 'unknown']).toContain(openingStatus(center, now).state);
        expect(openingWeek(center, '2026-11-23')).toHaveLength(7);
        announcedChanges(center, '2026-11-24', 3);
        JSON.stringify(centerJsonLd(center, 'bg'));
        openingStatus(raw, now);
      }),
      { numRuns: 5000, seed: 12 },
    );
  });
});

describe('a list of centers', () => {
  it('keeps the readable ones in order, and of two with one id the first', () => {
    const list = [whole, null, { id: 'x', name: 'X' }, { ...whole, name: 'Другият' }, 'center'];
    expect(readCenters(list).map(({ id, name }) => `${id}: ${name.bg}`)).toEqual(['vratsa: Център Враца', 'x: X']);
  });

  it.each([null, 'none', {}, 7])('is empty if it is none: %j', (raw) => {
    expect(readCenters(raw)).toEqual([]);
  });
});
