/**
 * `/outage-lookups`: what is out at the address of a client number. An outage of a part of a place
 * affects those it is known to affect; where that is not known it is told to everybody in the place,
 * with its scope, since "nothing now" would be a guess.
 */
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Schemas } from '../contract.js';
import { foldedBody } from '../customers/recognize.js';
import { ProblemError } from '../problems.js';
import type { RouteContext } from '../route-context.js';
import type { Tables } from '../tables.js';
import { toOutage, type StoredOutage } from './outage-clock.js';

interface Home {
  clientNumber: string;
  place: string;
  oblast: string | null;
}

export function addOutageLookupRoute(app: FastifyInstance, context: RouteContext): void {
  const { db, changes, limits, outages: book, now } = context;

  app.post('/outage-lookups', async (request): Promise<Schemas['OutageLookupAnswer']> => {
    const { clientNumber } = foldedBody('OutageLookup', request.body);
    const home = await limits.attempt(request, clientNumber, (transaction) => findHome(transaction, clientNumber));
    if (home === null) throw new ProblemError('not-known');
    await changes.of('outages');
    const affecting = await affectingOf(db, home, book.listed());
    const asOf = now();
    return {
      outages: affecting.map((outage) => toOutage(outage, asOf)),
      place: home.place,
      asOf: (book.asOf() ?? asOf).toISOString(),
    };
  });
}

async function findHome(db: Kysely<Tables>, clientNumber: string): Promise<Home | null> {
  const row = await db.selectFrom('customers').select(['place', 'oblast']).where('client_number', '=', clientNumber).executeTakeFirst();
  return row === undefined ? null : { clientNumber, ...row };
}

async function affectingOf(db: Kysely<Tables>, home: Home, listed: readonly StoredOutage[]): Promise<StoredOutage[]> {
  const own = new Set(await idsOf(db.selectFrom('outage_clients').select('outage_id').where('client_number', '=', home.clientNumber)));
  const near = listed.filter((outage) => own.has(outage.id) || isAt(outage, home));
  const parts = near.filter(({ id, body }) => body.scope === 'part' && !own.has(id)).map(({ id }) => id);
  if (parts.length === 0) return near;
  const others = new Set(await idsOf(db.selectFrom('outage_clients').select('outage_id').distinct().where('outage_id', 'in', parts)));
  return near.filter(({ id }) => !others.has(id));
}

async function idsOf(query: { execute(): Promise<Array<{ outage_id: string }>> }): Promise<string[]> {
  return (await query.execute()).map(({ outage_id }) => outage_id);
}

function isAt({ body }: StoredOutage, { place, oblast }: Home): boolean {
  return body.places.includes(place) && (oblast === null || body.oblast === oblast);
}
