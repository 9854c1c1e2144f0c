/**
 * An e-mail address as people type and paste it: what is meant, what cannot be an address, and what looks like
 * a slip in a well-known domain. No more is refused than browsers refuse (the HTML standard's pattern), and a
 * domain that somebody may own is only asked about. Whether mail arrives, the confirmation finds out.
 */
export type EmailFault = 'missing' | 'no-at' | 'latin' | 'incomplete' | 'wrong' | 'doubtful' | 'foreign';

export interface EmailReading {
  /** The address as it is sent, also where a fault is found in it. */
  address: string;
  /** `doubtful` and `foreign` may be right all the same. */
  fault: EmailFault | null;
  /** The address that was probably meant. */
  suggestion: string | null;
}

/** Where customers have their mail, as name and ending. */
const PROVIDERS = ['abv.bg', 'gmail.com', 'mail.bg', 'yahoo.com', 'outlook.com', 'hotmail.com', 'dir.bg', 'icloud.com'].map((domain) => domain.split('.') as [name: string, ending: string]);
/** Domains of others that look like a slip in one of these. */
const OTHERS = /^((e|y)?mail|cloud)\.com$/;
/** Endings that fingers make of the two; a Cyrillic one leaves nothing. */
const SLIPS: Record<string, RegExp> = {
  bg: /^(b|g|gb|bgg|bbg|bgb|bh|bf|vg|ng)?$/,
  com: /^(co|cm|om|con|comm|coom|ccom|cpm|cim|xom|vom|ocm|cmo|kom)?$/,
};
const STANDARD = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;
const LONGEST = 254;
const FOREIGN = /\P{ASCII}|(^|\.)xn--/u;

export function readEmail(typed: string): EmailReading {
  const text = tidied(typed);
  const at = text.lastIndexOf('@');
  const name = text.slice(0, Math.max(0, at));
  const written = text.slice(at + 1).toLowerCase();
  const domain = written.replace(/[.,;]+/g, '.').replace(/^\.|\.$/g, '');
  const address = `${name}@${ascii(domain)}`;
  const meant = meantDomain(domain);
  const found = (fault: EmailFault | null, suggested = meant): EmailReading => ({ address, fault, suggestion: suggested && `${name}@${suggested}` });
  if (!text) return found('missing', null);
  if (at < 0) return found('no-at', null);
  if (/\P{ASCII}/u.test(name)) return found('latin', null);
  if (!STANDARD.test(`${name}@a`)) return found('wrong', null);
  if (!domain.includes('.')) return found('incomplete');
  if (!STANDARD.test(address) || address.length > LONGEST) return found('wrong');
  if (written !== domain) return found('wrong', meant ?? domain);
  if (FOREIGN.test(domain)) return found('foreign');
  return found(meant ? 'doubtful' : null);
}

/** The part after the @. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** For showing whose it is: 'm…@abv.bg'. */
export const maskedEmail = (address: string): string => `${address.charAt(0)}…@${domainOf(address)}`;

/** Without what is copied along: a name before the address in brackets, `mailto:`, full stops after it, spaces around its signs. */
const tidied = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/^.*<([^<>]*)>\s*$/, '$1')
    .replace(/^\s*mailto:/i, '')
    .replace(/\s*([@.,;])\s*/g, '$1')
    .replace(/[.,;]+$/, '')
    .trim();

/** Browsers differ in whether a field of type `email` gives Cyrillic domains in letters or in `xn--`. */
function ascii(domain: string): string {
  try {
    return FOREIGN.test(domain) ? new URL(`http://${domain}`).hostname : domain;
  } catch {
    return domain;
  }
}

/** The well-known domain that `domain` is a slip of, or null. */
function meantDomain(domain: string): string | null {
  const [name = '', ending, ...more] = domain.split('.');
  if (!name || more.length || OTHERS.test(domain)) return null;
  const isMeant = ([rightName, rightEnding]: [string, string]): boolean => {
    if (ending === undefined) return isSlip(name, rightName) || isSlip(name, rightName + rightEnding);
    // Whoever writes the whole name right may have taken one ending for the other.
    if (name === rightName && /^(bg|com)$/.test(ending)) return true;
    return isSlip(name, rightName) && (ending === rightEnding || SLIPS[rightEnding]!.test(latinOf(ending)));
  };
  const meant = PROVIDERS.find(isMeant)?.join('.');
  return meant === domain ? null : (meant ?? null);
}

/** The Latin letters of a part of a domain in which some are Cyrillic, in either way of writing it. */
const latinOf = (part: string): string => (part.startsWith('xn--') ? part.slice(4, Math.max(4, part.lastIndexOf('-'))) : part.replace(/\P{ASCII}/gu, ''));

/** Short names are close to other people's: there only signs doubled or exchanged count. */
function isSlip(name: string, right: string): boolean {
  const latin = latinOf(name);
  if (latin !== name) return latin.length > 1 && isWithin(latin, right);
  const slips = slipsBetween(name, right);
  return right.length > 4 ? slips <= (right.length > 6 ? 2 : 1) : slips === 0 || (slips === 1 && lettersOf(name) === lettersOf(right));
}

const lettersOf = (word: string): string => [...new Set(word)].sort().join('');

/** True if `part` is left of `whole` when some of its letters are taken out. */
function isWithin(part: string, whole: string): boolean {
  let found = 0;
  for (const letter of whole) if (letter === part[found]) found++;
  return found === part.length;
}

/** How many slips of a finger lie between two words: a sign too many, one missing, another one, two neighbours exchanged. */
function slipsBetween(one: string, other: string): number {
  const rows: number[][] = [];
  const at = (row: number, column: number): number => (row && column ? rows[row]![column]! : row + column);
  for (let row = 1; row <= one.length; row++) {
    rows[row] = [];
    for (let column = 1; column <= other.length; column++) {
      const another = one[row - 1] === other[column - 1] ? 0 : 1;
      const exchanged = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      rows[row]![column] = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + another, exchanged ? at(row - 2, column - 2) + 1 : Infinity);
    }
  }
  return at(one.length, other.length);
}
