import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactsOf, isAlwaysOpen, readContacts, type ReadContact } from '../../src/model/contact.js';
import { openingState } from '../../src/model/opening-hours.js';

const EVERY_DAY = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const always = [{ dayOfWeek: EVERY_DAY, opens: '00:00', closes: '24:00' }];
const office = [{ dayOfWeek: EVERY_DAY.slice(0, 5), opens: '08:30', closes: '17:00' }];
const whole = {
  id: 'line',
  brands: ['cez-bg'],
  kind: 'phone',
  purpose: { bg: 'Въпроси', en: 'Questions' },
  label: { bg: 'Линия', en: null },
  value: '0700 10 010',
  url: 'tel:070010010',
  openingHoursSpecification: always,
  cost: { bg: 'По тарифния Ви план', en: null },
  emergency: false,
};
const read = (...contacts: object[]): ReadContact[] => readContacts({ contacts })!;
const noon = new Date('2026-03-18T12:00+02:00');
const night = new Date('2026-03-18T02:00+02:00');
const christmas = new Date('2026-12-25T12:00+02:00');

describe('a contact from outside', () => {
  it('comes through as it is if it keeps the contract', () => {
    expect(read(whole)).toEqual([{ ...whole, specialOpeningHoursSpecification: [], followsPublicHolidays: false }]);
  });

  it('is none without an id, a kind, a value or words on what it is for', () => {
    for (const lacks of [{ id: 7 }, { kind: 'fax' }, { value: '' }, { purpose: null, label: {} }]) expect(read({ ...whole, ...lacks }), JSON.stringify(lacks)).toEqual([]);
    for (const answer of [null, [], { contacts: {} }]) expect(readContacts(answer)).toBeNull();
  });

  it('is there on public holidays only if it says so, or is there day and night', () => {
    const states = [whole, { ...whole, openingHoursSpecification: office }, { ...whole, openingHoursSpecification: office, followsPublicHolidays: true }, { ...whole, openingHoursSpecification: null }];
    expect(states.map((state) => openingState(read(state)[0]!, christmas))).toEqual(['open', 'unknown', 'closed', 'unknown']);
  });

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.record(Object.fromEntries(Object.keys(whole).map((key) => [key, fc.anything()]))), (raw) => {
      contactsOf(readContacts({ contacts: [raw, { ...whole, ...raw, id: 'x', kind: 'phone', value: '1', purpose: 'x' }] })!, 'cez-bg', noon);
    }));
  });
});

describe('the contacts of a company', () => {
  const contacts = read(
    { ...whole, id: 'web', kind: 'web', openingHoursSpecification: null },
    { ...whole, id: 'office', openingHoursSpecification: office },
    { ...whole, id: 'other', brands: ['cez-rp'] },
    { ...whole, id: 'mail', kind: 'email', openingHoursSpecification: null },
    { ...whole, id: 'line' },
  );
  const shown = (now: Date): string[] => contactsOf(contacts, 'cez-bg', now).map(({ id }) => id);

  it('come in one order, what does not answer now last', () => {
    expect(shown(noon)).toEqual(['office', 'line', 'mail', 'web']);
    expect(shown(night)).toEqual(['line', 'mail', 'web', 'office']);
  });

  it('are there day and night if every day says so, for good', () => {
    expect([always, office, [], [null], [{ ...always[0], validThrough: '2026-05-01' }]].map((hours) => isAlwaysOpen(hours))).toEqual([true, false, false, false, false]);
  });
});
