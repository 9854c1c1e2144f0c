/**
 * What the customer reads in the mail that follows a request: Bulgarian, then English in short, as
 * plain text and as HTML of the same words. Tells the true sender and format of invoices, since false
 * ones have been sent in the company's name, and holds no more of the client number than its end.
 */
import type { Mail } from '../mail/outbox.js';

export interface EinvoiceMailFacts {
  to: string;
  reference: string;
  clientNumber: string;
  /** Opens the page of the form with the token of this mail. */
  link: string;
  /** The same page without a token. */
  page: string;
  expiresAt: Date;
  /** Address that invoices come from. */
  sender: string;
}

interface Block {
  heading?: string;
  text?: string;
  link?: string;
}

const SUBJECT = 'Потвърдете електронната фактура · Confirm your e-invoice';

export function einvoiceMail(facts: EinvoiceMailFacts): Mail {
  const bg = bulgarian(facts);
  const en = english(facts);
  return {
    to: facts.to,
    subject: SUBJECT,
    text: `${[...bg, ...en].map(asText).join('\n\n')}\n`,
    html:
      `<!doctype html>\n<html lang="bg">\n<head>\n<meta charset="utf-8">\n<title>${escaped(SUBJECT)}</title>\n</head>\n<body>\n` +
      `${bg.map(asHtml).join('')}<div lang="en">\n${en.map(asHtml).join('')}</div>\n</body>\n</html>\n`,
  };
}

function bulgarian({ reference, clientNumber, link, page, expiresAt, sender }: EinvoiceMailFacts): Block[] {
  return [
    { text: 'Здравейте,' },
    { text: `Получихме заявка за електронна фактура за клиентски номер, който завършва на ${clientNumber.slice(-4)}. Номерът на заявката е ${reference}.` },
    { text: 'За да получавате фактурите си на този имейл, отворете връзката и потвърдете:', link },
    { text: `Връзката важи до ${moment(expiresAt, 'bg-BG')} ч. Докато не потвърдите, нищо не се променя.` },
    { heading: 'Не сте поискали това?', text: 'Отворете същата връзка и откажете заявката. Ако не направите нищо, тя отпада сама.' },
    { heading: 'Как да познаете нашата фактура', text: `Пристига от ${sender} до 24 часа след издаването, като файл PDF. По имейл никога не искаме ЕГН, лична карта или данни за банкова карта.` },
    {
      heading: 'Ако предпочетете фактура на хартия',
      text: 'Връщате се към нея по всяко време: от същата връзка, или с клиентския номер и оторизационния код на:',
      link: page,
    },
    { text: 'ЧЕЗ Електро България, 0700 10 010' },
  ];
}

function english({ reference, clientNumber, expiresAt, sender }: EinvoiceMailFacts): Block[] {
  return [
    { heading: 'In English', text: `We received request ${reference} for the e-invoice of the client number that ends in ${clientNumber.slice(-4)}. To confirm it, open the first link above by ${moment(expiresAt, 'en-GB')}. Until you confirm, nothing changes.` },
    { text: 'Did you not ask for this? Open the same link and refuse, or do nothing. The same link takes you back to paper at any time.' },
    { text: `Our invoices come from ${sender} as a PDF file. We never ask for identity papers or bank card data by e-mail.` },
  ];
}

function moment(at: Date, locale: string): string {
  const zone = { timeZone: 'Europe/Sofia' };
  const date = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'long', year: 'numeric' }).format(at);
  return `${date}, ${new Intl.DateTimeFormat(locale, { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at).replace(/ ч\.$/, '')}`;
}

function asText({ heading, text, link }: Block): string {
  return [heading, text, link].filter((line) => line !== undefined).join('\n');
}

function asHtml({ heading, text, link }: Block): string {
  return (
    (heading === undefined ? '' : `<h2>${escaped(heading)}</h2>\n`) +
    (text === undefined ? '' : `<p>${escaped(text)}</p>\n`) +
    (link === undefined ? '' : `<p><a href="${escaped(link)}">${escaped(link)}</a></p>\n`)
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
