/** All routes that take an operator's key. */
import type { FastifyInstance } from 'fastify';
import { writtenCenters } from './centers/center-routes.js';
import { writtenNotices } from './notices/notice-routes.js';
import { addOccupancyWrite } from './occupancy/occupancy-routes.js';
import { addWrites, admitOperatorsOnly } from './operator-writes.js';
import { writtenOutages } from './outages/outage-writes.js';
import type { RouteContext } from './route-context.js';

export function addOperatorRoutes(app: FastifyInstance, context: RouteContext): void {
  admitOperatorsOnly(app, context);
  addWrites(app, context, writtenCenters);
  addWrites(app, context, writtenOutages);
  addWrites(app, context, writtenNotices);
  addOccupancyWrite(app, context);
}
