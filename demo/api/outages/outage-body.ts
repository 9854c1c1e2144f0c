/**
 * An outage as operators and their feed write it, checked by the contract and by what a schema cannot
 * say; fields in the contract's order, instants in one spelling, so that equal outages are equal texts.
 */
import { isInBulgaria } from '../centers/center-body.js';
import { schemaErrors, type ExplainedError, type Schemas } from '../contract.js';
import type { OutageBody } from '../tables.js';

type Outage = Schemas['Outage'];

/** What is written: of its status only `restored` counts, the others are the clock's to tell. */
export type OutageDraft = Schemas['OutageInput'];

/** Paths under `/outages/` that mean something else. */
const TAKEN = /^areas$|\.ics$/i;

/** Whether an outage can be read under this id. */
export function isOutageId(id: string): boolean {
  return schemaErrors('Id', id).length === 0 && !TAKEN.test(id);
}

/** Checks an input of the contract's `OutageInput`. */
export function checkOutage(input: unknown): { body: OutageDraft } | { errors: ExplainedError[] } {
  const errors = schemaErrors('OutageInput', input);
  if (errors.length > 0) return { errors };
  const draft = input as OutageDraft;
  const body = { ...complete(draft), status: draft.status };
  const faults = factFaults(body);
  return faults.length > 0 ? { errors: faults } : { body };
}

/** Every field of an outage that is stored, in the contract's order. */
export function complete(input: OutageBody): OutageBody {
  return {
    kind: input.kind,
    scope: input.scope,
    oblast: input.oblast,
    municipality: input.municipality,
    places: input.places,
    start: instant(input.start),
    end: input.end === null ? null : instant(input.end),
    endHistory: input.endHistory.map(({ end, announcedAt }) => ({
      end: end === null ? null : instant(end),
      announcedAt: instant(announcedAt),
    })),
    cause: input.cause === null ? null : { bg: input.cause.bg, en: input.cause.en },
    customersAffected: input.customersAffected,
    position: input.position === null ? null : { lat: input.position.lat, lng: input.position.lng },
    sequence: input.sequence,
  };
}

/** Whether an outage says all that a draft says, whenever it was written. */
export function hasContent(outage: Outage, draft: OutageDraft): boolean {
  return (
    (outage.status === 'restored') === (draft.status === 'restored') &&
    draft.sequence <= outage.sequence &&
    draft.endHistory.every((told) => isTold(outage.endHistory, told)) &&
    facts(outage) === facts(draft)
  );
}

/** Whether an announcement is among those told. */
export function isTold(history: Outage['endHistory'], told: Outage['endHistory'][number]): boolean {
  return history.some(({ end, announcedAt }) => end === told.end && announcedAt === told.announcedAt);
}

/** What an outage says, apart from how it came to say so. */
function facts(outage: OutageBody): string {
  return JSON.stringify({ ...complete(outage), endHistory: [], sequence: 0 });
}

function instant(text: string): string {
  return new Date(text).toISOString();
}

function factFaults({ start, end, position }: OutageBody): ExplainedError[] {
  const faults: ExplainedError[] = [];
  if (end !== null && end <= start) {
    faults.push({ pointer: '/end', code: 'range', reason: `it ends at ${end}, not after its start at ${start}` });
  }
  if (position !== null && !isInBulgaria(position)) {
    faults.push({ pointer: '/position', code: 'range', reason: `${position.lat}, ${position.lng} is not in Bulgaria` });
  }
  return faults;
}
