/** Mails from the outbox to a real mail server: when it is there, away, slow, and when the sender dies. */
import fastify from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database, type DatabasePlace } from '../../../../demo/api/database.js';
import { loggerOptions } from '../../../../demo/api/logging.js';
import { MailWorker } from '../../../../demo/api/mail/mail-worker.js';
import { storeMail } from '../../../../demo/api/mail/outbox.js';
import { smtpCarrier } from '../../../../demo/api/mail/smtp-carrier.js';
import { NOW, onBothDatabases } from '../support/api.js';
import { SmtpInbox } from '../support/smtp-inbox.js';

const SENDER = 'efaktura@cez.example';
const MAIL = { to: 'ivan.petrov@example.bg', subject: 'Проба – €', text: 'Здравейте,\n\nhttps://cez.example/?token=abc\n', html: '<p>Здравейте,</p>' };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let clock = NOW;
let inbox: SmtpInbox;
let log = '';

beforeEach(async () => {
  clock = NOW;
  log = '';
  inbox = await SmtpInbox.start();
});
afterEach(() => inbox.close());

function workerOn({ db }: Database): MailWorker {
  const { log: logger } = fastify({ logger: loggerOptions({ write: (line) => (log += line) }) });
  return new MailWorker(db, smtpCarrier(inbox.url, SENDER), () => clock, logger);
}

const later = (ms: number) => (clock = new Date(clock.getTime() + ms));
const waiting = async ({ db }: Database) => (await db.selectFrom('mails').select('id').execute()).length;
const subjects = () => inbox.mails.map(({ subject }) => subject);

onBothDatabases((place) => {
  let at: DatabasePlace;
  let database: Database;
  beforeAll(async () => {
    at = await place();
    database = await openDatabase(at);
  });
  beforeEach(() => database.db.deleteFrom('mails').execute());
  afterAll(() => database.close());

  describe('a mail', () => {
    it('arrives as it was written, and leaves nothing behind', async () => {
      await storeMail(database.db, 'probe', MAIL, clock);
      expect(await workerOn(database).deliver()).toBe(1);

      const [mail] = inbox.mails;
      expect(mail).toMatchObject({
        from: { name: 'ЧЕЗ Електро България', address: SENDER },
        to: [{ name: '', address: MAIL.to }],
        subject: MAIL.subject,
        messageId: expect.stringMatching(/^<[\da-f-]{36}@cez\.example>$/) as string,
      });
      // Bodies travel with an end of line of their own.
      expect([mail?.text?.trimEnd(), mail?.html?.trimEnd()]).toEqual([MAIL.text.trimEnd(), MAIL.html]);
      expect(mail?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
      expect(await waiting(database)).toBe(0);
      expect(await workerOn(database).deliver()).toBe(0);
    });

    it('is not there if what it tells was not stored', async () => {
      const failing = database.db.transaction().execute(async (transaction) => {
        await storeMail(transaction, 'probe', MAIL, clock);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await waiting(database)).toBe(0);
    });

    it('takes the place of one about the same that still waits', async () => {
      await storeMail(database.db, 'probe', { ...MAIL, subject: 'first' }, clock);
      await storeMail(database.db, 'other', { ...MAIL, subject: 'other' }, clock);
      await storeMail(database.db, 'probe', { ...MAIL, subject: 'second' }, clock);
      await workerOn(database).deliver();
      expect(subjects().sort()).toEqual(['other', 'second']);
    });

    it('waits while the server is down, longer each time, and is sent once when it is back', async () => {
      const worker = workerOn(database);
      await storeMail(database.db, 'probe', MAIL, clock);
      await inbox.close();
      for (const seconds of [30, 60, 120]) {
        expect(await worker.deliver()).toBe(1);
        later(seconds * 1000 - 1);
        expect(await worker.deliver()).toBe(0);
        later(1);
      }
      await inbox.open();
      expect([await worker.deliver(), await worker.deliver()]).toEqual([1, 0]);
      expect(subjects()).toEqual([MAIL.subject]);
    });

    it('is tried for three days, at least once an hour', async () => {
      const worker = workerOn(database);
      await storeMail(database.db, 'probe', MAIL, clock);
      await inbox.close();
      let tries = 0;
      for (let hour = 0; hour < 71; hour += 1) {
        tries += await worker.deliver();
        later(HOUR_MS);
      }
      expect([tries, await waiting(database)]).toEqual([71, 1]);
      for (let hour = 0; hour < 3; hour += 1) {
        await worker.deliver();
        later(HOUR_MS);
      }
      expect(await waiting(database)).toBe(0);
      expect(log).toContain('mail given up');
    });
  });

  it('goes out once, however many processes send', async () => {
    const others = 'memory' in at ? [] : [await openDatabase(at), await openDatabase(at)];
    for (let number = 0; number < 40; number += 1) await storeMail(database.db, `probe ${number}`, { ...MAIL, subject: String(number) }, clock);
    await Promise.all(
      [database, database, ...others].map(async (own) => {
        const worker = workerOn(own);
        while ((await worker.deliver()) > 0);
      }),
    );
    for (const other of others) await other.close();
    expect(subjects().map(Number).sort((one, other) => one - other)).toEqual([...new Array(40).keys()]);
  });

  it('leaves at once while the worker runs, and is waited for when it stops', async () => {
    const worker = workerOn(database);
    let accept = () => {};
    const accepted = new Promise<void>((resolve) => (accept = resolve));
    let answer = () => {};
    inbox.beforeAnswer = () => {
      accept();
      return new Promise((resolve) => (answer = resolve));
    };
    worker.start();
    await storeMail(database.db, 'probe', MAIL, clock);
    worker.wake();
    await accepted;
    const stopped = worker.stop();
    await storeMail(database.db, 'too late', MAIL, clock);
    answer();
    await stopped;
    expect([subjects(), await waiting(database)]).toEqual([[MAIL.subject], 1]);
  });

  it('leaves nothing personal in the log, not even what a server says of it', async () => {
    const worker = workerOn(database);
    await storeMail(database.db, 'probe', MAIL, clock);
    inbox.refusal = `Unknown user ${MAIL.to}`;
    await worker.deliver();
    inbox.refusal = null;
    later(MINUTE_MS);
    await worker.deliver();
    expect(log).toContain('"msg":"mail not sent"');
    expect(log).toContain('"msg":"mail sent"');
    for (const word of [MAIL.to, 'ivan', MAIL.subject, 'token', 'Здравейте']) expect(log).not.toContain(word);
  });
});
