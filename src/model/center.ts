/**
 * The border for centers from outside, the API's or a page's own: whatever comes in, a well-formed center goes out,
 * with what is readable kept and the rest unknown (null, '' or []). Nothing throws, nothing is filled in by guess.
 * Entries of opening hours pass through as they are: `opening-hours.ts` judges them day by day.
 */
import { BRANDS, SERVICES } from './codes.js';
import { byId, count, fields, known, line, list, readPosition, text } from './decode.js';
import type { Center, OpeningHoursSpecification, SpecialOpeningHoursSpecification } from './wire.js';

const yesOrNo = (raw: unknown): boolean | null => (typeof raw === 'boolean' ? raw : null);
const hours = (raw: unknown): Center['openingHoursSpecification'] =>
  Array.isArray(raw) ? (raw as OpeningHoursSpecification[]) : null;

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
export const readCenters = (raw: unknown): Center[] => byId(raw, readCenter);
