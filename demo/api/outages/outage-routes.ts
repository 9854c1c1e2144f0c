/** `/outages`: the list, one outage, the areas for a map, and an entry for the customer's calendar. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { schemaErrors, type Schemas } from '../contract.js';
import type { ById } from '../path-id.js';
import { ProblemError } from '../problems.js';
import type { RouteContext } from '../route-context.js';
import { isOutageId } from './outage-body.js';
import { toOutage, type StoredOutage } from './outage-clock.js';
import { outageCalendar } from './outage-calendar.js';
import { readStoredOutage } from './outage-store.js';

const FILTERS = { oblast: 'GeographicName', place: 'GeographicName', kind: 'OutageKind' } as const;

type Filter = Partial<Record<keyof typeof FILTERS, string>>;

export function addOutageRoutes(app: FastifyInstance, { db, answers, changes, outages: book, now }: RouteContext): void {
  /** Anybody can ask for any name: what fits nothing shares one answer. */
  const keyOf = async (filter: Filter) => {
    const text = JSON.stringify(filter);
    if (text === '{}') return 'list';
    await changes.of('outages');
    return book.has((outage) => isAsked(outage, filter)) ? `list ${text}` : 'list of none';
  };

  app.get('/outages', async (request, reply) => {
    const filter = askedFilter(request);
    const key = await keyOf(filter);
    await answers.send(request, reply, 'outages', key, ({ changedAt }) => {
      const asOf = book.asOf();
      return Promise.resolve({
        outages: book.listed().filter((outage) => isAsked(outage, filter)).map((outage) => toOutage(outage, now())),
        updatedAt: changedAt.toISOString(),
        ...(asOf === null ? {} : { asOf: asOf.toISOString() }),
      });
    });
    return reply;
  });

  app.get('/outages/areas', async (request, reply) => {
    const load = () => Promise.resolve({ type: 'FeatureCollection', features: book.listed().flatMap((outage) => toFeature(outage, now())) });
    await answers.send(request, reply, 'outages', 'areas', load, 'application/geo+json');
    return reply;
  });

  const find = async (id: string) => book.find(id) ?? (await readStoredOutage(db, id));

  app.get<ById>('/outages/:id', async (request, reply) => {
    const { id } = request.params;
    const load = async () => {
      const outage = await find(id);
      return outage && toOutage(outage, now());
    };
    if (isOutageId(id) && (await answers.send(request, reply, 'outages', `id=${id}`, load))) return reply;
    throw new ProblemError('not-found');
  });

  app.get<ById>('/outages/:id.ics', async (request, reply) => {
    const { id } = request.params;
    const load = async () => {
      const outage = await find(id);
      return outage && outageCalendar(outage);
    };
    if (isOutageId(id) && (await answers.send(request, reply, 'outages', `calendar of ${id}`, load, 'text/calendar'))) return reply;
    throw new ProblemError('not-found');
  });
}

function askedFilter(request: FastifyRequest): Filter {
  const query = request.query as Record<string, unknown>;
  const filter: Filter = {};
  for (const name of ['oblast', 'place', 'kind'] as const) {
    const asked = query[name];
    if (asked === undefined) continue;
    const [fault] = schemaErrors(FILTERS[name], asked);
    if (fault !== undefined) throw new ProblemError('bad-request', `${name} is not right.`);
    filter[name] = asked as string;
  }
  return filter;
}

function isAsked({ body }: StoredOutage, { oblast, place, kind }: Filter): boolean {
  return (
    (oblast === undefined || body.oblast === oblast) &&
    (place === undefined || body.places.includes(place)) &&
    (kind === undefined || body.kind === kind)
  );
}

function toFeature(outage: StoredOutage, now: Date): Array<Schemas['OutageAreas']['features'][number]> {
  const { id, area } = outage;
  if (area === null) return [];
  const { kind, status } = toOutage(outage, now);
  return [{ type: 'Feature', id, geometry: area, properties: { kind, status } }];
}
