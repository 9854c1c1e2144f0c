/**
 * The demo's mailbox: where mails arrive when no mail server is set, and how its page reads them.
 * For demonstrations alone: whoever reaches the API can read it, and with it every link in it.
 */
import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import { openToSome } from '../cross-origin.js';
import type { Tables } from '../tables.js';
import type { Carrier } from './mail-worker.js';

const SHOWN = 100;
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

export function mailboxCarrier(db: Kysely<Tables>, sender: string, now: () => Date): Carrier {
  return async ({ id, recipient, subject, text }) => {
    const at = now();
    await db.deleteFrom('mailbox').where('arrived_at', '<', new Date(at.getTime() - KEPT_MS)).execute();
    await db
      .insertInto('mailbox')
      .values({ id, sender, recipient, subject, text, arrived_at: at })
      // A mailbox, unlike a mail server, can tell that it has this one.
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  };
}

/** `GET /mailbox`, newest first. Pages of other origins are not let in, unlike with public answers. */
export function addMailboxRoute(app: FastifyInstance, db: Kysely<Tables>, allowedOrigins: readonly string[]): void {
  app.get('/mailbox', async (request, reply) => {
    openToSome(reply.removeHeader('access-control-allow-origin'), request.headers.origin, allowedOrigins);
    const rows = await db.selectFrom('mailbox').selectAll().orderBy('number', 'desc').limit(SHOWN).execute();
    const mails = rows.map(({ id, sender, recipient, subject, text, arrived_at }) => ({
      id,
      from: sender,
      to: recipient,
      subject,
      text,
      arrivedAt: arrived_at.toISOString(),
    }));
    return reply.send({ mails });
  });
}
