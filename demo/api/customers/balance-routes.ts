/** `/balance-lookups`: what is owed, for who proves to be the customer. */
import type { FastifyInstance } from 'fastify';
import type { RouteContext } from '../route-context.js';
import { wallClock } from '../../../src/model/zoned-time.js';
import { readBalance } from './balance.js';
import { foldedBody, recognize } from './recognize.js';

export function addBalanceRoutes(app: FastifyInstance, context: RouteContext): void {
  app.post('/balance-lookups', async (request) => {
    const customer = await recognize(context, request, foldedBody('ClientProof', request.body));
    const asOf = context.now();
    return readBalance(context.db, customer, { asOf, today: wallClock(asOf).date });
  });
}
