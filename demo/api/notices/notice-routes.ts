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

export function addNoticeRoutes(app: FastifyInstance, { db, answers, changes, now }: RouteContext): void {
  // The list changes by itself when a notice leaves it.
  changes.followClock('notices', async (_written, at) => {
    const ends = (await readNotices(db)).map(toldUntil).sort((one, other) => Number(one) - Number(other));
    return { last: ends.findLast((end) => end <= at) ?? null, next: ends.find((end) => end > at) ?? null };
  });

  app.get('/notices', async (request, reply) => {
    const brand = askedBrand(request);
    await answers.send(request, reply, 'notices', `brand=${brand ?? ''}`, async ({ changedAt }) => {
      const told = (await readNotices(db)).filter((notice) => toldUntil(notice) > now());
      return {
        notices: brand === null ? told : told.filter(({ brands }) => brands.includes(brand)),
        updatedAt: changedAt.toISOString(),
      };
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
  isId,
  check: checkNotice,
  read: readNotice,
  hasContent,
  write: writeNotice,
  remove: removeNotice,
};

/** For a day after its end, so that who comes late learns that it is over. */
function toldUntil({ validThrough }: Schemas['Notice']): Date {
  return new Date(Date.parse(validThrough) + DAY_MS);
}
