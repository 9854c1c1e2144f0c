/** `/centers`: the public register, and how operators write one center. */
import type { FastifyInstance } from 'fastify';
import { askedBrand } from '../brand-query.js';
import type { Schemas } from '../contract.js';
import type { WrittenResource } from '../operator-writes.js';
import { isId, type ById } from '../path-id.js';
import { ProblemError } from '../problems.js';
import type { RouteContext } from '../route-context.js';
import type { CenterBody } from '../tables.js';
import { checkCenter } from './center-body.js';
import { hasContent, readCenter, readCenters, upsertCenters } from './center-store.js';

export function addCenterRoutes(app: FastifyInstance, { db, answers }: RouteContext): void {
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
    if (isId(id) && (await answers.send(request, reply, 'centers', `id=${id}`, () => readCenter(db, id)))) return reply;
    throw new ProblemError('not-found');
  });
}

export const writtenCenters: WrittenResource<Schemas['Center'], CenterBody> = {
  name: 'centers',
  isId,
  check: checkCenter,
  read: readCenter,
  hasContent,
  write: (db, id, body, at) => upsertCenters(db, [{ id, body }], at),
};
