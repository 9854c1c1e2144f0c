/**
 * The border for contacts from outside, and their order on every screen: by need, and what answers now before what
 * does not. A contact without a value to dial, write to or open is left out. Entries of opening hours pass through:
 * `opening-hours.ts` judges them.
 */
import { BRANDS } from './codes.js';
import { byId, fields, known, line, text } from './decode.js';
import { openingState, WEEKDAYS, type HoursSource } from './opening-hours.js';
import type { Brand, Contact, OpeningHoursSpecification, SpecialOpeningHoursSpecification } from './wire.js';

/** Ways to reach somebody, the quickest first. */
const KINDS: readonly Contact['kind'][] = ['phone', 'sms', 'email', 'web', 'social'];

/** A contact; its exceptions are no part of the contract, but a page that hands its own data in may have them. */
export interface ReadContact extends Contact, HoursSource {
  openingHoursSpecification: OpeningHoursSpecification[] | null;
}

/** The readable contacts of an answer; null if it is none. */
export const readContacts = (answer: unknown): ReadContact[] | null => {
  const { contacts } = fields(answer);
  return Array.isArray(contacts) ? byId(contacts, readContact) : null;
};

const entries = (raw: unknown): unknown[] | null => (Array.isArray(raw) ? raw : null);

const readContact = (raw: unknown): ReadContact | null => {
  const contact = fields(raw);
  const id = line(contact.id);
  const value = line(contact.value);
  const label = text(contact.label);
  const purpose = text(contact.purpose) ?? label;
  const kind = KINDS.find((known) => known === contact.kind);
  if (!id || !value || !purpose || !kind) return null;
  const hours = entries(contact.openingHoursSpecification) as OpeningHoursSpecification[] | null;
  return {
    id,
    brands: known(contact.brands, BRANDS),
    kind,
    purpose,
    label: label ?? purpose,
    value,
    url: line(contact.url),
    openingHoursSpecification: hours,
    specialOpeningHoursSpecification: (entries(contact.specialOpeningHoursSpecification) ?? []) as SpecialOpeningHoursSpecification[],
    // The contract does not say what holds on public holidays; a line that is there day and night is there then, too.
    followsPublicHolidays: typeof contact.followsPublicHolidays === 'boolean' ? contact.followsPublicHolidays : hours && isAlwaysOpen(hours) ? false : null,
    cost: text(contact.cost),
    emergency: contact.emergency === true,
  };
};

/** True of hours that say: every day, day and night. */
export const isAlwaysOpen = (hours: readonly unknown[]): boolean =>
  hours.some((entry) => {
    const { dayOfWeek, opens, closes, validFrom, validThrough } = fields(entry);
    return known(dayOfWeek, WEEKDAYS).length === 7 && opens === '00:00' && closes === '24:00' && !validFrom && !validThrough;
  });

/** A company's contacts in the order to show them: by kind, then as given; those that do not answer at `now` come last. */
export const contactsOf = (contacts: readonly ReadContact[], brand: Brand, now: Date): ReadContact[] => {
  const rank = (contact: ReadContact): number => KINDS.indexOf(contact.kind) + (openingState(contact, now) === 'closed' ? KINDS.length : 0);
  return contacts.filter(({ brands }) => !brands.length || brands.includes(brand)).sort((a, b) => rank(a) - rank(b));
};
