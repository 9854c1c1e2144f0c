/** HTML as text, for pages that are made on a server. Whatever is filled in is escaped, unless it was made here. */
export class Markup {
  constructor(readonly html: string) {}
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const written = (part: string | Markup): string => (part instanceof Markup ? part.html : part.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!));

type Part = string | Markup | null;

/** Nothing comes of a null. */
export function markup(strings: TemplateStringsArray, ...parts: (Part | readonly Part[])[]): Markup {
  return new Markup(strings.map((string, index) => string + [parts[index] ?? null].flat().map((part) => (part === null ? '' : written(part))).join('')).join(''));
}

/** A line of text of its own; nothing for an empty one. */
export const paragraph = (text: string): Markup | null => (text ? markup`<p>${text}</p>\n` : null);

const PAGE = 'https://page.invalid';

/** The address if it may become a link: what ui/safe-url.ts asks of a browser, where there is none. */
export function linkAddress(address: string): string | null {
  try {
    const url = new URL(address, PAGE);
    if (!['https:', 'tel:', 'mailto:', 'sms:'].includes(url.protocol)) return null;
    return url.origin === PAGE ? url.href.slice(PAGE.length) : url.href;
  } catch {
    return null;
  }
}
