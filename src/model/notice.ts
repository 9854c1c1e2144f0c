/**
 * The border for notices from outside, and which of them one reader is shown at a moment: at most one. A notice
 * without words, or of which it cannot be read when it begins or ends, is left out: nobody is told what may long
 * be over. Knows no screen, and not what a reader has dismissed.
 */
import { BRANDS, SERVICES } from './codes.js';
import { byId, fields, known, line, list, text } from './decode.js';
import type { Brand, Notice, Service } from './wire.js';
import { dayNumber, instantAt } from './zoned-time.js';

/** A notice whose ends are instants. It is valid while `from <= now < through`. */
export interface ReadNotice extends Omit<Notice, 'validFrom' | 'validThrough'> {
  from: Date;
  through: Date;
}

/** Who reads: null where the place, or what they came for, is not known. */
export interface Reader {
  brand: Brand;
  place: string | null;
  service: Service | null;
}

const SEVERITIES: readonly Notice['severity'][] = ['info', 'warning', 'emergency'];

/** The readable notices of an answer; null if it is none. */
export const readNotices = (answer: unknown): ReadNotice[] | null => {
  const { notices } = fields(answer);
  return Array.isArray(notices) ? byId(notices, readNotice) : null;
};

const readNotice = (raw: unknown): ReadNotice | null => {
  const notice = fields(raw);
  const link = fields(notice.link);
  const id = line(notice.id);
  const title = text(notice.title);
  const said = text(notice.text);
  const from = instant(notice.validFrom, 0);
  const through = instant(notice.validThrough, 1);
  const url = line(link.url);
  const linkText = text(link.text);
  if (!id || !(title ?? said) || !from || !through) return null;
  return {
    id,
    brands: known(notice.brands, BRANDS),
    severity: SEVERITIES.find((severity) => severity === notice.severity) ?? 'info',
    title: title ?? said!,
    text: title && said ? said : { bg: '', en: null },
    link: url && linkText ? { url, text: linkText } : null,
    from,
    through,
    places: list(notice.places).map(line).filter(Boolean),
    services: known(notice.services, SERVICES),
    dismissible: notice.dismissible !== false,
    updatedAt: line(notice.updatedAt),
  };
};

/** An instant. Without an offset the wall clock of Sofia is meant; a date alone is the midnight `days` after its own. */
const instant = (raw: unknown, days: number): Date | null => {
  const [whole = '', date, hours, minutes, offset] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)[\d:.]*(Z|[+-]\d\d:\d\d)?)?$/.exec(line(raw)) ?? [];
  if (!date || isNaN(dayNumber(date))) return null;
  const moment = offset ? new Date(whole) : instantAt(date, hours ? Number(hours) * 60 + Number(minutes) : days * 1440);
  return isNaN(+moment) ? null : moment;
};

/** A place's name as it is compared: „гр. ВРАЦА“ and „Враца“ are one. */
const placeKey = (name: string): string => name.trim().toLowerCase().replace(/^(гр|с|gr|s)\.\s*/, '').replace(/\s+/g, ' ');

/**
 * The notices that may concern a reader, whenever they are valid, in the order in which one goes before another: the
 * more severe, the one for this very place or service, then the newer. Where the place is not known those for single
 * places may be meant, too, and come after those for everywhere. `spell` gives a place's name in the reader's letters.
 */
export const noticesFor = (notices: readonly ReadNotice[], { brand, place, service }: Reader, spell: (name: string) => string): ReadNotice[] => {
  const wanted = place === null ? '' : placeKey(place);
  const isHere = (name: string): boolean => [name, spell(name)].map(placeKey).includes(wanted);
  const aim = (isKnown: boolean, names: readonly string[]): number => (names.length ? (isKnown ? 1 : -1) : 0);
  const aimed = ({ places, services }: ReadNotice): number => aim(wanted !== '', places) + aim(service !== null, services);
  return notices
    .filter(
      ({ brands, places, services }) =>
        (!brands.length || brands.includes(brand)) &&
        (!wanted || !places.length || places.some(isHere)) &&
        (!service || !services.length || services.includes(service)),
    )
    .sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || aimed(b) - aimed(a) || +b.from - +a.from);
};

export const isValid = ({ from, through }: ReadNotice, now: Date): boolean => from <= now && now < through;

/** The next instant at which one of these begins or ends; null if there is none. */
export const nextTurn = (notices: readonly ReadNotice[], now: Date): Date | null => {
  const turns = notices.flatMap(({ from, through }) => [+from, +through]).filter((turn) => turn > +now);
  return turns.length ? new Date(Math.min(...turns)) : null;
};
