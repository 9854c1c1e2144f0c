/**
 * Who a request speaks for. Folds number and code as people type them, checks the body by the
 * contract, and tells a wrong pair in one way only, whether the number is unknown or the code wrong.
 */
import type { FastifyRequest } from 'fastify';
import { authorizationCodeOf, clientNumberOf } from '../../../src/model/client-number.js';
import { schemaErrors, type FieldError, type Schemas } from '../contract.js';
import { ProblemError } from '../problems.js';
import type { RouteContext } from '../route-context.js';
import { findCustomer, type Customer } from './customer-store.js';

/** Bodies that hold a client number, and an authorization code where it is needed. */
export type ProofSchema = 'ClientProof' | 'ReadingDeclaration' | 'EinvoiceRequest' | 'OutageLookup';

/** The body with number and code folded; throws `invalid` unless it fits the contract. */
export function foldedBody<S extends ProofSchema>(schema: S, body: unknown): Schemas[S] {
  if (body === undefined) throw new ProblemError('unsupported-media-type');
  const { folded, errors: unfoldable } = fold(body);
  const errors: FieldError[] = schemaErrors(schema, folded);
  const known = new Set(errors.map(({ pointer }) => pointer));
  errors.push(...unfoldable.filter(({ pointer }) => !known.has(pointer)));
  if (errors.length > 0) throw new ProblemError('invalid', undefined, errors);
  return folded as Schemas[S];
}

/** The customer of a folded body; throws `not-recognized`, or what the limits say. */
export async function recognize(
  { limits }: Pick<RouteContext, 'limits'>,
  request: FastifyRequest,
  body: Schemas['ClientProof'],
): Promise<Customer> {
  const customer = await limits.attempt(request, body.clientNumber, (db) => findCustomer(db, body));
  if (customer === null) throw new ProblemError('not-recognized');
  return customer;
}

const FOLDS = { clientNumber: clientNumberOf, authorizationCode: authorizationCodeOf };

function fold(body: unknown): { folded: unknown; errors: FieldError[] } {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { folded: body, errors: [] };
  const folded: Record<string, unknown> = { ...body };
  const errors: FieldError[] = [];
  for (const field of ['clientNumber', 'authorizationCode'] as const) {
    const typed = folded[field];
    if (typeof typed !== 'string') continue;
    const value = FOLDS[field](typed);
    if (value === null) errors.push({ pointer: `/${field}`, code: 'format' });
    else folded[field] = value;
  }
  return { folded, errors };
}
