/** What stands outside `/v1`: health, readiness, the contract, figures. */
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { openApiDocument } from './contract.js';
import type { Metrics } from './metrics.js';
import { ProblemError } from './problems.js';
import type { RouteContext } from './route-context.js';

export function addServiceRoutes(app: FastifyInstance, { db }: RouteContext, metrics: Metrics): void {
  const contract = JSON.stringify(openApiDocument);
  let stopping = false;
  app.addHook('preClose', (done) => {
    stopping = true;
    done();
  });

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  /** The process runs. */
  app.get('/healthz', () => ({ status: 'ok' }));

  /** It can serve: the database answers, and it is not about to stop. */
  app.get('/readyz', async () => {
    if (stopping) throw new ProblemError('unavailable');
    try {
      await sql`select 1`.execute(db);
    } catch {
      throw new ProblemError('unavailable');
    }
    return { status: 'ready' };
  });

  app.get('/openapi.json', async (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(contract),
  );

  app.get('/metrics', async (_request, reply) =>
    reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8').send(metrics.text()),
  );
}
