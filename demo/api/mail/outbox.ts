/**
 * Mails that wait to be sent, as rows. A mail is stored in the transaction of what it tells, so that
 * neither is there without the other, and its row goes once it is sent: the links in it are secrets.
 * Refuses to know how mails travel.
 */
import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Tables } from '../tables.js';

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

export type WaitingMail = Selectable<Tables['mails']>;

/** How long a mail is tried: as long as a submission is kept on the customer's device. */
const PATIENCE_MS = 72 * 60 * 60 * 1000;
const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = 60 * 60 * 1000;

/** Stores a mail about something; one about the same that still waits is out of date and dropped. */
export async function storeMail(db: Kysely<Tables>, about: string, { to, subject, text, html }: Mail, at: Date): Promise<void> {
  await dropMails(db, about);
  await db
    .insertInto('mails')
    .values({ id: randomUUID(), about, recipient: to, subject, text, html, created_at: at, due_at: at, attempts: 0 })
    .execute();
}

/** Drops what waits about something that is no longer so. */
export async function dropMails(db: Kysely<Tables>, about: string): Promise<void> {
  await db.deleteFrom('mails').where('about', '=', about).execute();
}

/** Takes mails that are due, for this process alone until `until`; if it dies before, they are due again. */
export async function claimMails(db: Kysely<Tables>, at: Date, until: Date, limit: number): Promise<WaitingMail[]> {
  return db
    .with('due', (query) =>
      query.selectFrom('mails').select('id').where('due_at', '<=', at).orderBy('due_at').limit(limit).forUpdate().skipLocked(),
    )
    .updateTable('mails')
    .set((mail) => ({ due_at: until, attempts: mail('attempts', '+', 1) }))
    .where('id', 'in', (query) => query.selectFrom('due').select('id'))
    .returningAll()
    .execute();
}

export async function markSent(db: Kysely<Tables>, { id }: WaitingMail): Promise<void> {
  await db.deleteFrom('mails').where('id', '=', id).execute();
}

/** Puts a mail back until its next turn, or drops it when nobody waits for it any longer. */
export async function markFailed(db: Kysely<Tables>, mail: WaitingMail, at: Date): Promise<'waits' | 'given-up'> {
  const due = at.getTime() + Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (mail.attempts - 1));
  if (due - mail.created_at.getTime() > PATIENCE_MS) {
    await db.deleteFrom('mails').where('id', '=', mail.id).execute();
    return 'given-up';
  }
  await db.updateTable('mails').set({ due_at: new Date(due) }).where('id', '=', mail.id).execute();
  return 'waits';
}
