/**
 * The border for centers from outside, the API's or a page's own: whatever comes in, a well-formed center goes out,
 * with what is readable kept and the rest unknown (null, '' or []). Nothing throws, nothing is filled in by guess.
 * Entries of opening hours pass through as they are: `opening-hours.ts` judges them day by day.
 */
import type { Brand, Center, OpeningHoursSpecification, Position, Service, SpecialOpeningHoursSpecification, Text } from './wire.js';

export const BRANDS: readonly Brand[] = ['cez-bg', 'cez-rp'];

/** What can be done at a center, in the order of the contract. */
export const SERVICES: readonly Service[] = [
  'payment',
  'reading',
  'einvoice',
  'sms',
  'contract',
  'account-change',
  'deferred-payment',
  'meter-check',
  'complaint',
  'authorization-code',
];

type Fields = Record<string, unknown>;

const fields = (raw: unknown): Fields => (raw && typeof raw === 'object' ? (raw as Fields) : {});
const list = (raw: unknown): unknown[] => (Array.isArray(raw) ? raw : []);
const known = <T>(raw: unknown, names: readonly T[]): T[] => {
  const given = list(raw);
  return given.length ? names.filter((name) => given.includes(name)) : [];
};
const yesOrNo = (raw: unknown): boolean | null => (typeof raw === 'boolean' ? raw : null);
const count = (raw: unknown): number | null => (Number.isInteger(raw) && (raw as number) >= 0 ? (raw as number) : null);
const degrees = (raw: unknown, limit: number): boolean => typeof raw === 'number' && Math.abs(raw) <= limit;

/** Cut at 2000 characters; half of a surrogate pair would throw later, in addresses of links. */
const line = (raw: unknown): string =>
  typeof raw === 'string' ? raw.slice(0, 2000).replace(/\p{Surrogate}/gu, '\uFFFD').trim() : '';

/** A text with one language missing speaks the other; null if both are. */
const text = (raw: unknown): Text | null => {
  const { bg, en } = typeof raw === 'string' ? { bg: raw, en: null } : fields(raw);
  const english = line(en) || null;
  const bulgarian = line(bg) || english;
  return bulgarian ? { bg: bulgarian, en: english } : null;
};
const hours = (raw: unknown): Center['openingHoursSpecification'] =>
  Array.isArray(raw) ? (raw as OpeningHoursSpecification[]) : null;

/** Degrees within range, else null. */
export const readPosition = (raw: unknown): Position | null => {
  const { lat, lng } = fields(raw);
  return degrees(lat, 90) && degrees(lng, 180) ? ({ lat, lng } as Position) : null;
};

/** A center from outside; null if it has no id or no name. */
export const readCenter = (raw: unknown): Center | null => {
  const center = fields(raw);
  const address = fields(center.address);
  const id = line(center.id);
  const name = text(center.name);
  const desks = count(center.desks);
  return id && name
    ? {
        id,
        brands: known(center.brands, BRANDS),
        name,
        address: {
          street: line(address.street),
          place: line(address.place),
          municipality: line(address.municipality),
          oblast: line(address.oblast),
          postalCode: line(address.postalCode) || null,
        },
        position: readPosition(center.position),
        phone: line(center.phone) || null,
        services: known(center.services, SERVICES),
        cashDesk: yesOrNo(center.cashDesk),
        cashDeskHours: hours(center.cashDeskHours),
        desks,
        admittedAtOnce: count(center.admittedAtOnce) ?? desks,
        openingHoursSpecification: hours(center.openingHoursSpecification),
        specialOpeningHoursSpecification: list(center.specialOpeningHoursSpecification).map((entry) => {
          const { reason, ...rest } = fields(entry) as unknown as SpecialOpeningHoursSpecification;
          const why = text(reason);
          return why ? { ...rest, reason: why } : rest;
        }),
        // Not knowing stays not knowing, which the contract's type has no word for; opening-hours.ts has.
        followsPublicHolidays: yesOrNo(center.followsPublicHolidays) as boolean,
        measures: list(center.measures).flatMap((measure) => {
          const { code, text: said } = fields(measure);
          const words = text(said);
          return words ? { code: line(code), text: words } : [];
        }),
        documents: list(center.documents).flatMap((document) => {
          const { service, items } = fields(document);
          return known([service], SERVICES).map((name) => ({
            service: name,
            items: list(items).flatMap((item) => text(item) ?? []),
          }));
        }),
        sample: center.sample === true,
        updatedAt: line(center.updatedAt),
      }
    : null;
};

/** The readable centers of a list from outside, in its order; of two with one id the first. */
export const readCenters = (raw: unknown): Center[] => {
  const ids = new Set<string>();
  return list(raw).flatMap((item) => {
    const center = readCenter(item);
    if (!center || ids.has(center.id)) return [];
    ids.add(center.id);
    return center;
  });
};
