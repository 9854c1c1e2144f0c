/**
 * What the environment may set. An empty value counts as unset. Knows names and defaults;
 * opens nothing.
 */

export interface Settings {
  /** PostgreSQL to use; null for the embedded database in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  port: number;
  /** Origins that may send personal data from a page. */
  allowedOrigins: string[];
  /** Addresses of proxies whose `X-Forwarded-*` is believed. */
  trustProxy: string[];
  /** `LIMITS=off`: wrong attempts are not counted; for measurements. */
  limitsOff: boolean;
  /** Mail server, `smtp:` or `smtps:`; null for the demo's mailbox. */
  smtpUrl: string | null;
  /** Address that mails and invoices come from; the default can belong to nobody (RFC 2606). */
  mailFrom: string;
  /** Page of the e-invoice form, which links in mails open. */
  einvoiceUrl: string;
  /** The operator's feed of outages, read every so many seconds; null: none. */
  outagesFeed: { address: string; seconds: number } | null;
}

export function readSettings(environment: Record<string, string | undefined>): Settings {
  const value = (name: string) => environment[name]?.trim() || null;
  const list = (name: string) =>
    (value(name) ?? '').split(',').map((item) => item.trim()).filter((item) => item !== '');
  const port = (name: string, fallback: number) => {
    const text = value(name);
    if (text === null) return fallback;
    const number = Number(text);
    if (!Number.isInteger(number) || number < 0 || number > 65535) {
      throw new Error(`${name} must be a port number from 0 to 65535, not "${text}".`);
    }
    return number;
  };

  const url = (name: string, protocols: readonly string[]) => {
    const text = value(name);
    // Never quoted: the address of a mail server holds its password.
    if (text !== null && !(URL.canParse(text) && protocols.includes(new URL(text).protocol))) {
      throw new Error(`${name} must be an address that begins with ${protocols.join(' or ')}.`);
    }
    return text;
  };
  const mailFrom = value('MAIL_FROM');
  if (mailFrom !== null && !/^[^\s@<>]+@[^\s@<>]+$/.test(mailFrom)) throw new Error(`MAIL_FROM must be an e-mail address alone, not "${mailFrom}".`);

  const limits = value('LIMITS');
  if (limits !== null && limits !== 'off') throw new Error(`LIMITS can only be "off", not "${limits}".`);

  const feed = url('OUTAGES_FEED', ['http:', 'https:']);
  const seconds = Number(value('OUTAGES_FEED_SECONDS') ?? 120);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400) {
    throw new Error(`OUTAGES_FEED_SECONDS must be a whole number from 1 to 86400, not "${value('OUTAGES_FEED_SECONDS')}".`);
  }

  const origins = list('ALLOWED_ORIGINS');
  const sites = `http://localhost:${port('SITES_PORT', 8080)}`;
  return {
    databaseUrl: value('DATABASE_URL'),
    dataDir: value('DATA_DIR') ?? '.data',
    port: port('PORT', 8081),
    allowedOrigins: origins.length > 0 ? origins : [sites],
    trustProxy: list('TRUST_PROXY'),
    limitsOff: limits === 'off',
    smtpUrl: url('SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: mailFrom ?? 'efaktura@cez-bg.example',
    einvoiceUrl: url('EINVOICE_URL', ['http:', 'https:']) ?? `${sites}/cez-bg/einvoice/`,
    outagesFeed: feed === null ? null : { address: feed, seconds },
  };
}
