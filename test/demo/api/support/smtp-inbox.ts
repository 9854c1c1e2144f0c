/**
 * A real mail server for tests, on a free port of 127.0.0.1. Keeps what it accepted, as a parser of its own
 * reads it; can be told to refuse, or to hold its last word back.
 */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export class SmtpInbox {
  readonly mails: Email[] = [];
  /** Answers every recipient with this instead of accepting it. */
  refusal: string | null = null;
  /** Called when a mail is accepted, before the sender learns of it. */
  beforeAnswer: () => Promise<void> | void = () => {};
  #server: SMTPServer | null = null;
  #port = 0;

  static async start(): Promise<SmtpInbox> {
    const inbox = new SmtpInbox();
    await inbox.open();
    return inbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  /** Opens it, again on the same port after a `close`. */
  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, answer) => answer(this.refusal === null ? null : Object.assign(new Error(this.refusal), { responseCode: 550 })),
      onData: (stream, _session, answer) => {
        void (async () => {
          const parts: Buffer[] = [];
          for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
          this.mails.push(await PostalMime.parse(Buffer.concat(parts)));
          await this.beforeAnswer();
          answer(null);
        })();
      },
    });
    // Senders that hang up are the senders' affair.
    server.on('error', () => {});
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.server.address() as AddressInfo).port;
    this.#server = server;
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server !== null) await new Promise<void>((resolve) => server.close(resolve));
  }
}
