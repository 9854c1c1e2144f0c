/**
 * Sends the mails that wait, in as many processes as run. Each takes its own under a lease; a failure
 * waits for its next turn. A process that dies between sending and saying so sends again, with the
 * same Message-ID: better twice than never.
 */
import type { FastifyBaseLogger } from 'fastify';
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.js';
import { claimMails, markFailed, markSent, type WaitingMail } from './outbox.js';

/** Brings a mail on its way; resolves once somebody else answers for it. */
export type Carrier = (mail: WaitingMail, signal: AbortSignal) => Promise<void>;

const AT_ONCE = 5;
/** Longer than a mail may take, so that no two processes ever hold the same one. */
const LEASE_MS = 120_000;
const SEND_MS = 60_000;
/** How soon a mail stored by another process, or due again, is seen. */
const POLL_MS = 5_000;
/** Shorter than the process takes to stop. */
const STOP_MS = 10_000;

export class MailWorker {
  readonly #db: Kysely<Tables>;
  readonly #carry: Carrier;
  readonly #now: () => Date;
  readonly #log: FastifyBaseLogger;
  readonly #stopping = new AbortController();
  readonly #hurry = new AbortController();
  #running: Promise<void> | null = null;
  #woken = false;
  #endPause = () => {};

  constructor(db: Kysely<Tables>, carry: Carrier, now: () => Date, log: FastifyBaseLogger) {
    this.#db = db;
    this.#carry = carry;
    this.#now = now;
    this.#log = log;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** To call after a mail was stored, so that it leaves at once. */
  wake(): void {
    this.#woken = true;
    this.#endPause();
  }

  /** Lets the mails on their way arrive, within reason, and takes no more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#endPause();
    const timer = setTimeout(() => this.#hurry.abort(), STOP_MS);
    await this.#running;
    clearTimeout(timer);
  }

  /** Sends what is due now, a few mails at a time; gives how many it tried. */
  async deliver(): Promise<number> {
    const at = this.#now();
    const mails = await claimMails(this.#db, at, new Date(at.getTime() + LEASE_MS), AT_ONCE);
    for (const result of await Promise.allSettled(mails.map((mail) => this.#send(mail)))) {
      // Its lease ends by itself, and then it is due again.
      if (result.status === 'rejected') this.#log.error({ err: result.reason }, 'mail not marked');
    }
    return mails.length;
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      this.#woken = false;
      try {
        if ((await this.deliver()) > 0) continue;
      } catch (error) {
        this.#log.error({ err: error }, 'mails cannot be read');
      }
      await this.#pause();
    }
  }

  async #send(mail: WaitingMail): Promise<void> {
    const { id, attempts } = mail;
    try {
      await this.#carry(mail, AbortSignal.any([this.#hurry.signal, AbortSignal.timeout(SEND_MS)]));
    } catch (error) {
      this.#log.warn({ err: error, mail: id, attempts }, 'mail not sent');
      if ((await markFailed(this.#db, mail, this.#now())) === 'given-up') this.#log.error({ mail: id }, 'mail given up');
      return;
    }
    await markSent(this.#db, mail);
    this.#log.info({ mail: id, attempts }, 'mail sent');
  }

  #pause(): Promise<void> {
    if (this.#stopping.signal.aborted || this.#woken) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.#endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
