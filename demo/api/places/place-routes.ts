/** `/places`: towns and villages with the company that serves them. */
import type { FastifyInstance } from 'fastify';
import type { RouteContext } from '../route-context.js';
import { readPlaces, toPlace } from './place-store.js';

export function addPlaceRoutes(app: FastifyInstance, { db, answers }: RouteContext): void {
  app.get('/places', async (request, reply) => {
    await answers.send(request, reply, 'places', '', async ({ changedAt }) => {
      const places = await readPlaces(db);
      return { places: places.map(toPlace), updatedAt: changedAt.toISOString() };
    });
    return reply;
  });
}
