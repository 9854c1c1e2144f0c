/** The `?brand=` of several lists. */
import type { FastifyRequest } from 'fastify';
import type { Schemas } from './contract.js';
import { ProblemError } from './problems.js';

type Brand = Schemas['Brand'];

const BRANDS: readonly Brand[] = ['cez-bg', 'cez-rp'];

/** The brand asked for, null if none; a 400 problem if it is not one. */
export function askedBrand(request: FastifyRequest): Brand | null {
  const asked = (request.query as Record<string, unknown>)['brand'];
  if (asked === undefined) return null;
  const brand = BRANDS.find((known) => known === asked);
  if (brand === undefined) throw new ProblemError('bad-request', `brand is ${BRANDS.join(' or ')}.`);
  return brand;
}
