/** The mail of a request as the customer gets it: its words, its way through a real mail server, and a sender that is killed. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify } from 'fastify';
import { parse } from 'parse5';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../demo/api/database.js';
import { einvoiceMail } from '../../../../demo/api/einvoice/einvoice-mail.js';
import { MailWorker } from '../../../../demo/api/mail/mail-worker.js';
import { smtpCarrier } from '../../../../demo/api/mail/smtp-carrier.js';
import { Api } from '../support/api.js';
import { ApiProcess } from '../support/api-process.js';
import { SmtpInbox } from '../support/smtp-inbox.js';

const REQUEST = { clientNumber: '310000000011', authorizationCode: 'CEZ011', email: 'maria.ivanova@abv.bg', consentVersion: '2026-09-01' };
const PERSONAL = [REQUEST.clientNumber, REQUEST.authorizationCode, REQUEST.email, 'maria'];
const SENDER = 'efaktura@cez-bg.example';

const linkIn = (text: string | undefined) => /https?:\S+\?\S*cez-einvoice-token=\S+/.exec(text ?? '')?.[0] ?? '';
const tokenIn = (text: string | undefined) => new URL(linkIn(text)).searchParams.get('cez-einvoice-token') ?? '';

function post(address: string, path: string, body: object): Promise<Response> {
  return fetch(`${address}/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'key' },
    body: JSON.stringify(body),
  });
}

describe('the words of the mail', () => {
  const mail = einvoiceMail({
    to: REQUEST.email,
    reference: 'AK27-9PTX-4MEB',
    clientNumber: REQUEST.clientNumber,
    link: 'https://www.cez.bg/efaktura?from=mail&cez-einvoice-token=abc',
    page: 'https://www.cez.bg/efaktura?from=mail',
    expiresAt: new Date('2026-07-05T21:30:00Z'),
    sender: SENDER,
  });

  it('tell in both languages what was asked, until when, and how to refuse', () => {
    expect(mail.text).toContain('Номерът на заявката е AK27-9PTX-4MEB.');
    expect(mail.text).toContain('Връзката важи до 6 юли 2026 г., 00:30 ч. Докато не потвърдите, нищо не се променя.');
    expect(mail.text).toContain('Не сте поискали това?');
    expect(mail.text).toContain('open the first link above by 6 July 2026, 00:30.');
    expect(mail.text).toContain('Did you not ask for this?');
  });

  it('tell who sends invoices, and in which format', () => {
    expect(mail.text).toContain(`Пристига от ${SENDER} до 24 часа след издаването, като файл PDF.`);
    expect(mail.text).toContain(`Our invoices come from ${SENDER} as a PDF file.`);
  });

  it('hold no more of the client number than its end', () => {
    expect(mail.text).toContain('завършва на 0011');
    expect(mail.text + mail.html).not.toContain('10000000011');
  });

  it('are short sentences, without exclamation marks', () => {
    const sentences = mail.text.replace(/https?:\S+/g, '').split(/[.?:]\s|\n/);
    for (const sentence of sentences) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(20);
    expect(mail.text).not.toContain('!');
  });

  it('are the same in HTML, which is well-formed and holds markup of no one else', () => {
    const errors: string[] = [];
    const hostile = einvoiceMail({ ...mail, reference: '<b>&"', clientNumber: '<img src=x>', link: 'https://x.example/"><script>', page: 'https://x.example', expiresAt: new Date(0), sender: SENDER });
    for (const { html } of [mail, hostile]) parse(html, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(hostile.html).not.toMatch(/<(b|img|script)\b/);
    const words = mail.html.replace(/^[^]*<body>/, '').replace(/<[^>]*>/g, '').replaceAll('&amp;', '&');
    expect(words.split(/\s+/).join(' ').trim()).toBe(mail.text.split(/\s+/).join(' ').trim());
  });
});

describe('through a real mail server', () => {
  let inbox: SmtpInbox;
  beforeEach(async () => {
    inbox = await SmtpInbox.start();
  });
  afterEach(() => inbox.close());

  it('arrives, and its link leads to the confirmation; nothing personal is logged', async () => {
    let log = '';
    const settings = { smtpUrl: inbox.url, mailFrom: 'no-reply@cez.example', einvoiceUrl: 'https://www.cez.bg/efaktura?from=mail' };
    const api = await Api.open({ memory: true }, { ...settings, logger: { write: (line) => (log += line) } });
    const arrived = new Promise<void>((resolve) => {
      inbox.beforeAnswer = resolve;
    });
    const address = await api.app.listen({ port: 0, host: '127.0.0.1' });
    expect((await post(address, 'einvoice-requests', REQUEST)).status).toBe(201);
    await arrived;

    const [mail] = inbox.mails;
    expect(mail).toMatchObject({ from: { address: 'no-reply@cez.example' }, to: [{ address: REQUEST.email }] });
    const link = linkIn(mail?.text);
    expect(link).toMatch(/^https:\/\/www\.cez\.bg\/efaktura\?from=mail&cez-einvoice-token=[\w-]{43}$/);
    expect(mail?.html).toContain(`href="${link.replace('&', '&amp;')}"`);
    const token = tokenIn(mail?.text);
    expect(await (await post(address, 'einvoice-confirmations', { token })).json()).toEqual({ state: 'active' });
    expect(await (await post(address, 'einvoice-cancellations', { token })).json()).toEqual({ state: 'paper' });

    // No mailbox beside a real server.
    expect((await fetch(`${address}/mailbox`)).status).toBe(404);
    await api.close();
    expect(inbox.mails).toHaveLength(1);
    expect(log).toContain('"msg":"mail sent"');
    for (const word of [...PERSONAL, token]) expect(log).not.toContain(word);
  });

  it('is sent again, under the same Message-ID, when the sender is killed before it could say that it was sent', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cez-mail-'));
    const dataDir = join(folder, 'data');
    const api = await ApiProcess.start(dataDir, { SMTP_URL: inbox.url });
    const killed = once(api.child, 'exit');
    inbox.beforeAnswer = async () => {
      inbox.beforeAnswer = () => {};
      api.child.kill('SIGKILL');
      await killed;
    };
    const answer = await post(api.address, 'einvoice-requests', REQUEST).catch(() => null);
    await killed;

    const database = await openDatabase({ dataDir });
    let at = new Date();
    const { log } = fastify();
    const worker = new MailWorker(database.db, smtpCarrier(inbox.url, SENDER), () => at, log);
    expect(await worker.deliver(), 'the dead process still holds it').toBe(0);
    at = new Date(at.getTime() + 121_000);
    expect([await worker.deliver(), await worker.deliver()]).toEqual([1, 0]);
    const rows = await database.db.selectFrom('einvoice_requests').select(['reference', 'state']).execute();
    await database.close();
    rmSync(folder, { recursive: true, force: true });

    expect(rows).toHaveLength(1);
    if (answer !== null) expect(await answer.json()).toMatchObject(rows[0] ?? {});
    expect(inbox.mails.map(({ messageId }) => messageId)).toEqual([inbox.mails[0]?.messageId, inbox.mails[0]?.messageId]);
    expect(tokenIn(inbox.mails[1]?.text)).toBe(tokenIn(inbox.mails[0]?.text));
    for (const word of PERSONAL) expect(api.output).not.toContain(word);
  });
});
