/** All routes whose bodies and answers are personal. Nobody on the way may keep an answer. */
import type { FastifyInstance } from 'fastify';
import { addEinvoiceRoutes } from '../einvoice/einvoice-routes.js';
import { addOutageLookupRoute } from '../outages/outage-lookup.js';
import { addReadingRoutes } from '../readings/reading-routes.js';
import type { RouteContext } from '../route-context.js';
import { addBalanceRoutes } from './balance-routes.js';

export function addCustomerRoutes(app: FastifyInstance, context: RouteContext): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  addBalanceRoutes(app, context);
  addOutageLookupRoute(app, context);
  addReadingRoutes(app, context);
  addEinvoiceRoutes(app, context);
}
