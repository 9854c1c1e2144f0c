/** What the routes are given. */
import type { Kysely } from 'kysely';
import type { Changes } from './changes.js';
import type { Limits } from './limits/limits.js';
import type { MailWorker } from './mail/mail-worker.js';
import type { OutageBook } from './outages/outage-book.js';
import type { PublicAnswers } from './public-answers.js';
import type { Tables } from './tables.js';

export interface RouteContext {
  db: Kysely<Tables>;
  answers: PublicAnswers;
  changes: Changes;
  limits: Limits;
  /** To be read after the change of outages was asked for. */
  outages: OutageBook;
  /** To be woken after a mail was stored. */
  mails: MailWorker;
  /** What mails tell: the page of the form, and the address that invoices come from. */
  einvoice: { page: string; sender: string };
  now: () => Date;
}
