/** The `{id}` of several paths. */
import type { FastifyRequest } from 'fastify';
import { schemaErrors } from './contract.js';
import { ProblemError } from './problems.js';

export interface ById {
  Params: { id: string };
}

/** The id to write under: a 400 problem if it cannot be one, 404 if it is the name of something else. */
export function askedId(request: FastifyRequest<ById>, fits: (id: string) => boolean = isId): string {
  const { id } = request.params;
  if (!isId(id)) throw new ProblemError('bad-request', 'An id holds up to 80 Latin letters, digits, dots, dashes and underscores.');
  if (!fits(id)) throw new ProblemError('not-found');
  return id;
}

export function isId(id: string): boolean {
  return schemaErrors('Id', id).length === 0;
}
