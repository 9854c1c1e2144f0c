/**
 * Problems as RFC 9457 tells them, with the stable codes of the contract. What went wrong inside is
 * never told outside.
 */
import type { FastifyError, FastifyReply } from 'fastify';
import type { Schemas } from './contract.js';

type ProblemCode = Schemas['ProblemCode'];

const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request is not understood.' },
  'idempotency-key-missing': { status: 400, title: 'A submission needs an Idempotency-Key.' },
  unauthorized: { status: 401, title: 'An operator key is needed.' },
  'challenge-required': { status: 403, title: 'Solve the challenge and send it along.' },
  'not-found': { status: 404, title: 'There is no such resource.' },
  'not-known': { status: 404, title: 'There is no such client number.' },
  'not-recognized': { status: 404, title: 'Client number and authorization code do not belong together.' },
  duplicate: { status: 409, title: 'A reading of this meter and date is here already.' },
  'later-reading-exists': { status: 409, title: 'There is a later reading of this meter.' },
  'precondition-failed': { status: 412, title: 'The resource has changed since.' },
  'too-large': { status: 413, title: 'The body is too large.' },
  'unsupported-media-type': { status: 415, title: 'The body must be JSON.' },
  invalid: { status: 422, title: 'Some fields are not right.' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key belongs to another submission.' },
  'less-than-previous': { status: 422, title: 'The reading is less than the last one.' },
  'above-range': { status: 422, title: 'The reading is more than is plausible.' },
  'future-date': { status: 422, title: 'The date has not come yet.' },
  'window-closed': { status: 422, title: 'Readings are not taken now.' },
  'precondition-required': { status: 428, title: 'A change needs If-Match.' },
  'too-many-requests': { status: 429, title: 'Too many attempts.' },
  unavailable: { status: 503, title: 'The service cannot answer now.' },
} as const satisfies Record<ProblemCode, { status: number; title: string }>;

const RETRY_AFTER_SECONDS = 5;

/** A fault of one field; a reading's refusals name themselves. */
export interface ProblemField {
  pointer: string;
  code: Schemas['ReadingFault'];
}

/** What only some problems carry. */
export interface ProblemExtras {
  challenge?: Schemas['Challenge'];
  retryAfterSeconds?: number;
}

export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  readonly errors: readonly ProblemField[] | undefined;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, detail?: string, errors?: readonly ProblemField[], extras: ProblemExtras = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
    this.errors = errors?.map(({ pointer, code: fault }) => ({ pointer, code: fault }));
    this.extras = extras;
  }
}

/** The problem that tells an error of the framework, the body parser or the database. */
export function problemFor(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const status = (error as Partial<FastifyError> | null)?.statusCode;
  if (status === 413) return new ProblemError('too-large', 'A body holds at most 64 KB.');
  if (status === 415) return new ProblemError('unsupported-media-type');
  if (status === 404 || status === 414) return new ProblemError('not-found');
  if (status !== undefined && status >= 400 && status < 500) return new ProblemError('bad-request');
  return new ProblemError('unavailable');
}

export function sendProblem(reply: FastifyReply, problem: ProblemError): FastifyReply {
  const { status, title } = PROBLEMS[problem.code];
  const { challenge, retryAfterSeconds } = problem.extras;
  if (status === 429 || status === 503) reply.header('retry-after', String(retryAfterSeconds ?? RETRY_AFTER_SECONDS));
  if (problem.code === 'unauthorized') reply.header('www-authenticate', 'Bearer');
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send({
      type: 'about:blank',
      title,
      status,
      code: problem.code,
      ...(problem.detail === undefined ? {} : { detail: problem.detail }),
      ...(problem.errors === undefined ? {} : { errors: problem.errors }),
      ...(challenge === undefined ? {} : { challenge }),
    });
}
