/** `/occupancy`, `/centers/{id}/quiet-hours`, and how operators tell a count of people. */
import type { FastifyInstance } from 'fastify';
import { schemaErrors, type FieldError, type Schemas } from '../contract.js';
import { checked, sendJson, writeAlone } from '../operator-writes.js';
import { askedId, isId, type ById } from '../path-id.js';
import { ProblemError } from '../problems.js';
import type { RouteContext } from '../route-context.js';
import { oldestKept, readOccupancy, readQuietHours, storeCount } from './occupancy-store.js';

/** How much an operator's clock may be ahead. */
const AHEAD_MS = 5 * 60_000;

export function addOccupancyRoutes(app: FastifyInstance, { db, answers, now }: RouteContext): void {
  app.get('/occupancy', async (request, reply) => {
    await answers.send(request, reply, 'occupancy', '', async ({ changedAt }) => ({
      occupancy: await readOccupancy(db),
      updatedAt: changedAt.toISOString(),
    }));
    return reply;
  });

  app.get<ById>('/centers/:id/quiet-hours', async (request, reply) => {
    const { id } = request.params;
    if (isId(id) && (await answers.send(request, reply, 'quiet-hours', id, () => readQuietHours(db, id, now())))) return reply;
    throw new ProblemError('not-found');
  });
}

export function addOccupancyWrite(app: FastifyInstance, context: RouteContext): void {
  app.put<ById>('/centers/:id/occupancy', async (request, reply) => {
    const id = askedId(request);
    const count = checked(checkCount(request.body, context.now()));
    const { before, after } = await writeAlone(context, request, 'occupancy', async ({ db, at, record }) => {
      const center = await db.selectFrom('centers').select('sample').where('id', '=', id).executeTakeFirst();
      if (center === undefined) throw new ProblemError('not-found');
      const [before] = await readOccupancy(db, id);
      await storeCount(db, { ...count, at: new Date(count.at), center_id: id, sample: center.sample }, at);
      await record(before === undefined ? 'create' : 'change', `centers/${id}/occupancy`, count);
      const [after] = await readOccupancy(db, id);
      return { before, after };
    });
    return sendJson(reply.code(before === undefined ? 201 : 200), JSON.stringify(after));
  });
}

function checkCount(input: unknown, now: Date): { body: Schemas['OccupancyInput'] } | { errors: FieldError[] } {
  const errors: FieldError[] = schemaErrors('OccupancyInput', input);
  if (errors.length > 0) return { errors };
  const body = input as Schemas['OccupancyInput'];
  const at = Date.parse(body.at);
  const isTold = at >= oldestKept(now).getTime() && at <= now.getTime() + AHEAD_MS;
  return isTold ? { body } : { errors: [{ pointer: '/at', code: 'range' }] };
}
