/** `/centers`: the public register, and an operator's write of one center. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { operatorOf } from '../api-keys.js';
import { askedBrand } from '../brand-query.js';
import { lockForWriting } from '../changes.js';
import { schemaErrors } from '../contract.js';
import { ProblemError } from '../problems.js';
import { etagOf, namesEtag } from '../public-answers.js';
import type { RouteContext } from '../route-context.js';
import { checkCenter } from './center-body.js';
import { readCenter, readCenters, writeCenter } from './center-store.js';

interface ById {
  Params: { id: string };
}

export function addCenterRoutes(app: FastifyInstance, { db, answers, changes, now }: RouteContext): void {
  const operators = new WeakMap<FastifyRequest, string>();

  app.get('/centers', async (request, reply) => {
    const brand = askedBrand(request);
    await answers.send(request, reply, 'centers', `brand=${brand ?? ''}`, async ({ changedAt }) => {
      const centers = await readCenters(db);
      return {
        centers: brand === null ? centers : centers.filter((center) => center.brands.includes(brand)),
        updatedAt: changedAt.toISOString(),
      };
    });
    return reply;
  });

  app.get<ById>('/centers/:id', async (request, reply) => {
    const { id } = request.params;
    if (!isId(id)) throw new ProblemError('not-found');
    if (await answers.send(request, reply, 'centers', `id=${id}`, () => readCenter(db, id))) return reply;
    throw new ProblemError('not-found');
  });

  app.put<ById>(
    '/centers/:id',
    {
      // Before the body is read: a stranger's 64 KB are not worth parsing.
      onRequest: async (request) => {
        operators.set(request, await operatorOf(db, request));
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      if (!isId(id)) throw new ProblemError('bad-request', 'An id holds up to 80 Latin letters, digits, dots, dashes and underscores.');
      const checked = checkCenter(request.body);
      if ('errors' in checked) throw new ProblemError('invalid', undefined, checked.errors);
      const actor = operators.get(request) ?? '';
      const ifMatch = request.headers['if-match'];

      const { center, result } = await db.transaction().execute(async (transaction) => {
        await lockForWriting(transaction, 'centers');
        const before = await readCenter(transaction, id);
        checkPrecondition(ifMatch, before);
        const at = now();
        const result = await writeCenter(transaction, { id, body: checked.body, before, at, actor });
        return { center: await readCenter(transaction, id), result };
      });
      changes.forget();

      const json = JSON.stringify(center);
      if (result === 'created') reply.code(201).header('location', `/v1/centers/${id}`);
      return reply
        .header('cache-control', 'no-store')
        .header('etag', etagOf(json))
        .header('content-type', 'application/json; charset=utf-8')
        .send(json);
    },
  );
}

function checkPrecondition(ifMatch: string | undefined, before: unknown): void {
  if (before === null) {
    if (ifMatch !== undefined) throw new ProblemError('precondition-failed');
    return;
  }
  if (ifMatch === undefined) throw new ProblemError('precondition-required');
  if (!namesEtag(ifMatch, etagOf(JSON.stringify(before)), 'strong')) throw new ProblemError('precondition-failed');
}

function isId(id: string): boolean {
  return schemaErrors('Id', id).length === 0;
}
