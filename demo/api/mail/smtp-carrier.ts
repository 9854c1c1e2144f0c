/** Carries mails to the mail server of the operator, one connection each. Knows nothing of retries. */
import { createTransport } from 'nodemailer';
import type { Carrier } from './mail-worker.js';

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

const SENDER_NAME = 'ЧЕЗ Електро България';

/** `url`: `smtp:` or `smtps:`, with user and password if the server asks for them. */
export function smtpCarrier(url: string, sender: string): Carrier {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = sender.slice(sender.lastIndexOf('@') + 1);
  return async ({ id, recipient, subject, text, html }, signal) => {
    await transport.sendMail({
      from: { name: SENDER_NAME, address: sender },
      to: { name: '', address: recipient },
      subject,
      text,
      html,
      messageId: `<${id}@${domain}>`,
      // So that no absent colleague's answering machine writes back (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal,
    });
  };
}
