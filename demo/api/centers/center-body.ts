/**
 * A center as operators write it, made whole: checked by the contract and by what a schema cannot
 * say, defaults filled in, fields in the contract's order so that equal centers are equal texts.
 */
import { schemaErrors, type ExplainedError, type Schemas } from '../contract.js';
import type { CenterBody } from '../tables.js';

type Hours = Schemas['OpeningHoursSpecification'];
type SpecialHours = Schemas['SpecialOpeningHoursSpecification'];

export type CheckedCenter = { body: CenterBody } | { errors: ExplainedError[] };

/** Checks an input of the contract's `CenterInput`. */
export function checkCenter(input: unknown): CheckedCenter {
  const errors = schemaErrors('CenterInput', input);
  if (errors.length > 0) return { errors };
  const body = complete(input as Schemas['CenterInput']);
  const faults = factFaults(body);
  return faults.length > 0 ? { errors: faults } : { body };
}

/** The contract's `Center` from what the table holds. */
export function toCenter(id: string, body: CenterBody, updatedAt: Date): Schemas['Center'] {
  return { id, ...complete(body), updatedAt: updatedAt.toISOString() };
}

/** Every field of a center, in the contract's order. */
export function complete(input: Schemas['CenterInput']): CenterBody {
  const desks = input.desks ?? null;
  return {
    brands: input.brands,
    name: text(input.name),
    address: {
      street: input.address.street,
      place: input.address.place,
      municipality: input.address.municipality,
      oblast: input.address.oblast,
      postalCode: input.address.postalCode,
    },
    position: input.position ? { lat: input.position.lat, lng: input.position.lng } : null,
    phone: input.phone ?? null,
    services: input.services ?? [],
    cashDesk: input.cashDesk ?? null,
    cashDeskHours: input.cashDeskHours?.map(hours) ?? null,
    desks,
    admittedAtOnce: input.admittedAtOnce ?? desks,
    openingHoursSpecification: input.openingHoursSpecification?.map(hours) ?? null,
    specialOpeningHoursSpecification: (input.specialOpeningHoursSpecification ?? []).map(specialHours),
    followsPublicHolidays: input.followsPublicHolidays ?? true,
    measures: (input.measures ?? []).map((measure) => ({ code: measure.code, text: text(measure.text) })),
    documents: (input.documents ?? []).map((entry) => ({ service: entry.service, items: entry.items.map(text) })),
    sample: input.sample ?? false,
  };
}

function text(value: Schemas['Text']): Schemas['Text'] {
  return { bg: value.bg, en: value.en };
}

function hours(entry: Hours): Hours {
  return { dayOfWeek: entry.dayOfWeek, opens: entry.opens, closes: entry.closes, ...validity(entry) };
}

function validity(entry: Hours): Pick<Hours, 'validFrom' | 'validThrough'> {
  return {
    ...(entry.validFrom === undefined ? {} : { validFrom: entry.validFrom }),
    ...(entry.validThrough === undefined ? {} : { validThrough: entry.validThrough }),
  };
}

function specialHours(entry: SpecialHours): SpecialHours {
  return {
    validFrom: entry.validFrom,
    validThrough: entry.validThrough,
    ...(entry.dayOfWeek === undefined ? {} : { dayOfWeek: entry.dayOfWeek }),
    ...(entry.opens === undefined ? {} : { opens: entry.opens }),
    ...(entry.closes === undefined ? {} : { closes: entry.closes }),
    ...(entry.reason === undefined ? {} : { reason: text(entry.reason) }),
  };
}

/** Faults between fields that a schema cannot see. */
function factFaults(body: CenterBody): ExplainedError[] {
  const faults: ExplainedError[] = [];
  const check = (entries: ReadonlyArray<Partial<SpecialHours>>, at: string) => {
    for (const [index, entry] of entries.entries()) {
      const { opens, closes, validFrom, validThrough } = entry;
      if (opens !== undefined && opens === closes) {
        faults.push({ pointer: `${at}/${index}/closes`, code: 'range', reason: `opens and closes are both ${opens}` });
      }
      if (validFrom !== undefined && validThrough !== undefined && validThrough < validFrom) {
        faults.push({
          pointer: `${at}/${index}/validThrough`,
          code: 'range',
          reason: `the range ends on ${validThrough}, before it begins on ${validFrom}`,
        });
      }
    }
  };
  check(body.openingHoursSpecification ?? [], '/openingHoursSpecification');
  check(body.cashDeskHours ?? [], '/cashDeskHours');
  check(body.specialOpeningHoursSpecification, '/specialOpeningHoursSpecification');
  if (body.position !== null && !isInBulgaria(body.position)) {
    const { lat, lng } = body.position;
    faults.push({
      pointer: '/position',
      code: 'range',
      reason: `${lat}, ${lng} is not in Bulgaria${isInBulgaria({ lat: lng, lng: lat }) ? '; latitude and longitude are swapped' : ''}`,
    });
  }
  return faults;
}

/** A generous box; its purpose is to catch swapped or mistyped degrees. */
export function isInBulgaria({ lat, lng }: Schemas['Position']): boolean {
  return lat >= 41 && lat <= 44.5 && lng >= 22 && lng <= 29;
}
