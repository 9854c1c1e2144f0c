/**
 * How operators write, the same for whatever they write: with a key, looked at before the body is
 * read; a change only of what they have seen; each write in the audit log, and in the public answers
 * as soon as it is answered. Refuses to know what a body means.
 */
import type { Kysely } from 'kysely';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { operatorOf } from './api-keys.js';
import { recordWrites, type AuditEntry } from './audit-log.js';
import { lockForWriting, recordChange } from './changes.js';
import type { FieldError } from './contract.js';
import { askedId, type ById } from './path-id.js';
import { ProblemError } from './problems.js';
import { etagOf, namesEtag } from './public-answers.js';
import type { RouteContext } from './route-context.js';
import type { Resource, Tables } from './tables.js';

/** Something that operators write whole, under an id they give it. */
export interface WrittenResource<Value extends object, Body> {
  /** As its path is named. */
  name: Resource;
  /** Whether it can be read under such an id. */
  isId(id: string): boolean;
  check(input: unknown): { body: Body } | { errors: readonly FieldError[] };
  /** The single resource as the public reads it, whose ETag a change must name; null if there is none. */
  read(db: Kysely<Tables>, id: string, now: Date): Promise<Value | null>;
  /** Whether a value says just what a body says, whenever it was written. */
  hasContent(value: Value, body: Body): boolean;
  write(db: Kysely<Tables>, id: string, body: Body, at: Date): Promise<void>;
  /** Without it, it cannot be deleted. */
  remove?(db: Kysely<Tables>, id: string): Promise<void>;
}

const operators = new WeakMap<FastifyRequest, string>();

/** Lets only operators reach the routes of `app`, and nobody on the way keep their answers. */
export function admitOperatorsOnly(app: FastifyInstance, { db }: RouteContext): void {
  // Before the body is read: a stranger's 64 KB are not worth parsing.
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    operators.set(request, await operatorOf(db, request));
  });
}

/** `PUT`, and `DELETE` where it can be removed, under `/{name}/{id}`. */
export function addWrites<Value extends object, Body>(
  app: FastifyInstance,
  context: RouteContext,
  resource: WrittenResource<Value, Body>,
): void {
  const { name, isId, check, read, hasContent, write, remove } = resource;

  app.put<ById>(`/${name}/:id`, async (request, reply) => {
    const id = askedId(request, isId);
    const body = checked(check(request.body));
    const { before, after } = await writeAlone(context, request, name, async ({ db, at, record }) => {
      const before = await read(db, id, at);
      checkPrecondition(request, before);
      if (before === null || !hasContent(before, body)) {
        await write(db, id, body, at);
        await record(before === null ? 'create' : 'change', `${name}/${id}`, body);
      }
      return { before, after: await read(db, id, at) };
    });
    if (before === null) reply.code(201).header('location', `/v1/${name}/${id}`);
    const json = JSON.stringify(after);
    return sendJson(reply.header('etag', etagOf(json)), json);
  });

  if (remove === undefined) return;
  app.delete<ById>(`/${name}/:id`, async (request, reply) => {
    const id = askedId(request, isId);
    await writeAlone(context, request, name, async ({ db, at, record }) => {
      const before = await read(db, id, at);
      if (before === null) throw new ProblemError('not-found');
      checkPrecondition(request, before);
      await remove(db, id);
      await record('remove', `${name}/${id}`, null);
    });
    return reply.code(204).send();
  });
}

export interface Write {
  db: Kysely<Tables>;
  at: Date;
  /** Tells the audit log what was written, and the public answers that it was. */
  record(action: AuditEntry['action'], target: string, body: unknown): Promise<void>;
}

/** Runs `work` in a transaction that has the resource alone; what it records counts as the operator's. */
export async function writeAlone<T>(
  { db, changes, now }: RouteContext,
  request: FastifyRequest,
  resource: Resource,
  work: (write: Write) => Promise<T>,
): Promise<T> {
  const actor = operators.get(request);
  if (actor === undefined) throw new ProblemError('unauthorized');
  const result = await db.transaction().execute(async (transaction) => {
    await lockForWriting(transaction, resource);
    const at = now();
    return work({
      db: transaction,
      at,
      async record(action, target, body) {
        await recordWrites(transaction, [{ at, actor, action, target, body }]);
        await recordChange(transaction, resource, at);
      },
    });
  });
  changes.forget();
  return result;
}

/** The body of a check that found no faults; else a 422 problem that names them. */
export function checked<Body>(result: { body: Body } | { errors: readonly FieldError[] }): Body {
  if ('errors' in result) throw new ProblemError('invalid', undefined, result.errors);
  return result.body;
}

export function sendJson(reply: FastifyReply, json: string): FastifyReply {
  return reply.header('content-type', 'application/json; charset=utf-8').send(json);
}

function checkPrecondition(request: FastifyRequest, before: unknown): void {
  const ifMatch = request.headers['if-match'];
  if (before === null) {
    if (ifMatch !== undefined) throw new ProblemError('precondition-failed');
    return;
  }
  if (ifMatch === undefined) throw new ProblemError('precondition-required');
  if (!namesEtag(ifMatch, etagOf(JSON.stringify(before)), 'strong')) throw new ProblemError('precondition-failed');
}
