/** `/notices`: what is or will be of notice to everybody, and how operators write it. */
import type { FastifyInstance } from 'fastify';
import { askedBrand } from '../brand-query.js';
import type { Schemas } from '../contract.js';
import type { WrittenResource } from '../operator-writes.js';
import { isId, type ById } from '../path-id.js';
import { ProblemError } from '../problems.js';
import type { RouteContext } from '../route-context.js';
import type { NoticeBody } from '../tables.js';
import { checkNotice, hasContent, readNotice, readNotices, removeNotice, writeNotice } from './notice-store.js';

const DAY_MS = 86_400_000;

export function addNoticeRoutes(app: FastifyInstance, { db, answers, now }: RouteContext): void {
  app.get('/notices', async (request, reply) => {
    const brand = askedBrand(request);
    await answers.send(request, reply, 'notices', `brand=${brand ?? ''}`, async ({ changedAt }, goodUntil) => {
      const at = now().getTime();
      const notices = (await readNotices(db)).filter(({ brands }) => brand === null || brands.includes(brand));
      const [listed, gone] = [notices.filter((notice) => goneFrom(notice) > at), notices.filter((notice) => goneFrom(notice) <= at)];
      goodUntil(Math.min(...listed.map(goneFrom)));
      // A notice that is gone has changed the list, by time alone.
      const updatedAt = new Date(Math.max(changedAt.getTime(), ...gone.map(goneFrom)));
      return { notices: listed, updatedAt: updatedAt.toISOString() };
    });
    return reply;
  });

  app.get<ById>('/notices/:id', async (request, reply) => {
    const { id } = request.params;
    if (isId(id) && (await answers.send(request, reply, 'notices', `id=${id}`, () => readNotice(db, id)))) return reply;
    throw new ProblemError('not-found');
  });
}

export const writtenNotices: WrittenResource<Schemas['Notice'], NoticeBody> = {
  name: 'notices',
  check: checkNotice,
  read: readNotice,
  hasContent,
  write: writeNotice,
  remove: removeNotice,
};

/** A notice is told for a day after its end, so that who comes late learns that it is over. In milliseconds. */
function goneFrom({ validThrough }: Schemas['Notice']): number {
  return Date.parse(validThrough) + DAY_MS;
}
