/**
 * Finds customer centers by what people type: Cyrillic, official Latin, informal Latin
 * (шльокавица), with or without „ул.“ and „гр.“, with one letter wrong. It knows the words of
 * names, places, streets and services; it knows nothing of distance, opening hours or the map.
 *
 * Names stay in their own letters. A typed word becomes a regular expression in which each Latin
 * letter stands for every Cyrillic one it is used for (`y` for ъ, й, у …), so that "sofiq",
 * "Sofia" and "sofija" all meet „София“ while й and и, Лом and Ловеч stay apart.
 */

/** What a Latin letter, group of letters or digit stands for besides itself: any of these letters, or either of these groups. */
const SOUNDS: Record<string, string> = {
  sht: 'щ|шт', '6t': 'щ|шт', sh: 'ш|сх', zh: 'ж|зх', ch: 'ч|цх', ts: 'ц|тс', tz: 'ц|тз', tc: 'ц|тц', dj: 'дж|ж|дй',
  ya: 'я|йа', ia: 'я|ия|йа|иа', ja: 'я|йа|жа|жъ', yu: 'ю|йу', iu: 'ю|йу|иу', ju: 'ю|йу|жу|жъ',
  a: 'аъ', b: 'б', c: 'цск', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'х', i: 'ийь', j: 'ж|й|ь|дж', k: 'к', l: 'л', m: 'м', n: 'н',
  o: 'о', p: 'п', q: 'я', r: 'р', s: 'с', t: 'т', u: 'уъю', v: 'в', w: 'в', x: 'х|кс', y: 'ъйуиь', z: 'з', 4: 'ч', 6: 'ш',
};

/** Words around a name; they help, but a name is found without them. */
const STREET_WORDS = 'ул улица бул булевард пл площад жк кв квартал str street blvd boulevard'.split(' ');
const OBLAST_WORDS = 'обл област region province'.split(' ');
const OTHER_WORDS =
  'гр град с село ж к общ община на за city town village of for чез cez офис office център center клиентски обслужване клиенти customer service'.split(' ');

/** What customers call each service, besides the words of its code; `cash-desk` is no code but found likewise. */
const SERVICE_WORDS: Record<string, string> = {
  payment: 'плащане платя сметка pay bill',
  'cash-desk': 'каса',
  reading: 'самоотчет показания отчет деклариране',
  einvoice: 'ефактура електронна фактура electronic invoice',
  sms: 'смс есемес',
  contract: 'договор',
  'account-change': 'смяна титуляр партида пререгистрация прехвърляне holder',
  'deferred-payment': 'разсрочено отложено отсрочване плащане разсрочване',
  'meter-check': 'проверка електромер',
  complaint: 'жалба оплакване рекламация',
  'authorization-code': 'код оторизация оторизационен',
};

const serviceText = (code: string): string => `\n ${code.replace('-', ' ')} ${SERVICE_WORDS[code]} \n`;

/** Every word that can be found, so that slips are looked for once a word and not in every text. */
const vocabulary = new Set<string>();

function addWords(text: string): void {
  for (const word of text.match(/[a-zа-я]{3,}/g) ?? []) vocabulary.add(word);
}

Object.keys(SERVICE_WORDS).forEach((code) => addWords(serviceText(code)));

/** Marks of two lines in a key, so that „ул. Враца“ and „област Враца“ can ask for theirs. */
const STREET = '#';
const OBLAST = '@';

/** The words of one thing that can be found, ready to be matched. */
export interface SearchKey {
  /** Its names, best first, with `\n` before each line and at the end. */
  text: string;
  /** Settles equal places: 0 a main city, 1 the town of a municipality, 2 a smaller place. */
  rank: number;
  /** Keys of `SERVICE_WORDS`. */
  services: readonly string[];
}

/** What is read of a center; whatever is missing or broken is simply not found by. */
export interface SearchableCenter {
  id?: unknown;
  name?: unknown;
  address?: unknown;
  services?: unknown;
  cashDesk?: unknown;
}

/** Text as it is compared: lower case, letters and digits only, single spaces. Й stays й. */
export function plainWords(text: unknown): string {
  if (typeof text !== 'string') return '';
  return text
    .toLowerCase()
    .normalize() // makes й typed as и + mark one letter, so that the marks left over are stress alone
    .replace(/[à-ž]/g, (letter) => letter.normalize('NFD').charAt(0))
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ѝ/g, 'и')
    .replace(/ѐ/g, 'е')
    .replace(/(^|\s)([eе])-/g, '$1$2') // е-фактура is one word
    .replace(/[^a-z0-9а-я]+/g, ' ')
    .trim();
}

/** The name of a place, without „гр.“, „обл.“ before it. */
const placeName = (text: unknown): string =>
  plainWords(text).replace(/^(?:гр|град|с|село|обл|област|общ|община) /, '');

/** The key of a place: its name, the same in one word, municipality, oblast, then `more` lines. */
export function placeKey(
  name: unknown,
  municipality: unknown,
  oblast: unknown,
  more: readonly string[] = [],
  services: readonly string[] = [],
): SearchKey {
  const town = placeName(name);
  const seat = placeName(municipality);
  const region = placeName(oblast);
  const lines = [
    town,
    town.includes(' ') ? town.replace(/ /g, '') : '',
    seat,
    // The oblast around the capital goes by two names.
    `${OBLAST} ${region === 'софия' || region === 'софийска' ? 'софийска софия' : region}`,
    ...more,
  ];
  const text = `\n${lines.join('\n')}\n`;
  vocabulary.add(town);
  addWords(text);
  const rank = !town ? 2 : region.startsWith(town) ? 0 : seat === town ? 1 : 2;
  return { text, rank, services };
}

const keys = new WeakMap<object, SearchKey>();

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value ? (value as Record<string, unknown>) : {};

function centerKey(center: SearchableCenter): SearchKey {
  let key = keys.get(center);
  if (key) return key;
  const { id, name, address, services, cashDesk } = record(center);
  const { place, municipality, oblast, street, postalCode } = record(address);
  const codes = Array.isArray(services) ? [...(services as string[])] : [];
  // A desk that nobody denies is assumed where payments are taken.
  if (cashDesk === true || (cashDesk !== false && codes.includes('payment'))) codes.push('cash-desk');
  const more = [record(name).bg, record(name).en, postalCode].map(plainWords);
  more.push(`${STREET} ${plainWords(street)}`, plainWords(id));
  key = placeKey(place, municipality, oblast, more, codes);
  keys.set(record(center), key);
  return key;
}

/**
 * Prepares `count` centers from index `from` on, so that a long list costs several short tasks
 * before the first key press and not one long one at it. Returns the index to go on from.
 */
export function prepareSearch(centers: readonly SearchableCenter[], from: number, count: number): number {
  const until = Math.min(from + count, centers.length);
  for (let at = from; at < until; at++) centerKey(centers[at]!);
  return until;
}

/** Typed letters as a pattern of the letters they may stand for; a dot is any letter, a space may be missing. */
function sounds(typed: string): string {
  return typed.replace(/sht|6t|[szc]h|t(?:[sz]|c(?!h))|[yij][au]|dj|[^.]/g, (letters) => {
    const meant = SOUNDS[letters];
    if (!meant) return letters === ' ' ? ' ?' : letters;
    return meant.includes('|') ? `(?:${letters}|${meant})` : `[${letters}${meant}]`;
  });
}

/**
 * What was typed as a pattern. Effort 0 takes it letter by letter; 1 adds the words that are one
 * slip away from at least four typed letters (a letter too many, wrong, missing, or two swapped;
 * from three letters only a missing one or a swap); 2 adds words whose beginning is.
 */
function typedPattern(typed: string, effort: number): string {
  const exact = sounds(typed);
  const length = typed.length;
  if (!effort || length < 3 || length > 24 || /^\d/.test(typed)) return exact;
  const slips: string[] = [];
  for (let at = 0; at <= length; at++) {
    const head = typed.slice(0, at);
    const tail = typed.slice(at + 1);
    const letter = typed.charAt(at);
    slips.push(sounds(`${head}.${letter}${tail}`));
    if (tail) slips.push(sounds(head + tail.charAt(0) + letter + tail.slice(1)));
    if (length > 3) slips.push(sounds(head + tail), sounds(`${head}.${tail}`));
  }
  const slip = new RegExp(`^(?:${slips.join('|')})${effort > 1 && length > 4 ? '' : '$'}`);
  const near = [...vocabulary].filter((word) => slip.test(word));
  return near.length ? `(?:(?:${near.join('|')})(?=[\\n ])|${exact})` : exact;
}

/*
 * A fit is a number, better when lower, -1 for none: the line it was found in, the manner in which
 * the word stands there, and the rank of a place. All words in a row come before words apart, and
 * both before anything found by a slip.
 */
const LINE = 32;
const MANNER = 28;
const PLACE_LINES = 4 * LINE;
const SERVICE = 16 * LINE;
const APART = 32 * LINE;
/** Added to the cost of a hit for each effort it took to forgive letters. */
export const SLIP = 512 * LINE;

/** How a pattern fits the text of a key; -1 if it does not. */
function fit(pattern: RegExp, text: string): number {
  const found = pattern.exec(text);
  if (!found) return -1;
  let line = -1;
  for (let at = 0; at >= 0 && at <= found.index; at = text.indexOf('\n', at + 1)) line++;
  const starts = text.charAt(found.index) === '\n';
  const after = text.charAt(found.index + found[0].length);
  // 0 the whole line, 1 its first word, 2 its beginning, 3 a word in it, 4 the beginning of such.
  const manner = after === '\n' && starts ? 0 : after < '!' ? (starts ? 1 : 3) : starts ? 2 : 4;
  return line * LINE + manner * 4;
}

/** Whether a fit is that of whole words. */
const isWhole = (fitted: number): boolean => [0, 4, 12].includes(fitted & MANNER);

/** One typed word, or all of them in a row: its pattern and how well it names each service. */
interface Part {
  pattern: RegExp;
  services: Map<string, number>;
}

function part(typed: string, effort: number): Part {
  const pattern = new RegExp(`[\\n ]${typedPattern(typed, effort)}`);
  const services = new Map<string, number>();
  // Beginnings of one or two letters are those of a place; nearly every center has some such service.
  if (typed.length > 2)
    Object.keys(SERVICE_WORDS).forEach((code) => {
      const fitted = fit(pattern, serviceText(code));
      if (fitted >= 0) services.set(code, fitted + SERVICE);
    });
  return { pattern, services };
}

function partFit({ pattern, services }: Part, key: SearchKey): number {
  const fitted = fit(pattern, key.text);
  if (fitted >= 0) return fitted < PLACE_LINES ? fitted + key.rank : fitted;
  let best = -1;
  for (const code of key.services) {
    const named = services.get(code) ?? -1;
    if (best < 0 || (named >= 0 && named < best)) best = named;
  }
  return best;
}

/** A query read with some effort: all words in a row, the line asked for by name, the words apart. */
interface Reading {
  row: Part;
  asked: RegExp | null;
  apart: Part[];
}

/** A thing found. */
export interface Hit<T> {
  item: T;
  /** The lower the better. */
  cost: number;
  /** The fit of the word that fits best. */
  best: number;
  /** Whether every typed word is a whole word of it. */
  whole: boolean;
}

function rate<T>(item: T, key: SearchKey, { row, asked, apart }: Reading): Hit<T> | null {
  let best = partFit(row, key);
  let whole = isWhole(best);
  let cost = best;
  if (asked) {
    const inLine = fit(asked, key.text);
    if (inLine >= 0) cost = (inLine & MANNER) + key.rank;
    else if (cost >= 0) cost += LINE;
  }
  if (cost >= 0) return { item, cost, best, whole };
  if (!apart.length) return null;
  whole = true;
  best = cost = APART;
  for (const word of apart) {
    const fitted = partFit(word, key);
    if (fitted < 0) return null;
    cost += fitted;
    best = Math.min(best, fitted);
    whole &&= isWhole(fitted);
  }
  return { item, cost, best, whole };
}

/** All that fit the query, best first, equals in the order given; null for a query that says nothing. */
export function findHits<T>(items: readonly T[], query: string, keyOf: (item: T) => SearchKey): Hit<T>[] | null {
  const typed = plainWords(query.slice(0, 120)).split(' ').slice(0, 8);
  if (!typed[0]) return null;
  const isOneOf = (list: readonly string[]) => (word: string): boolean => {
    const pattern = new RegExp(`^${sounds(word)}$`);
    return list.some((listed) => pattern.test(listed));
  };
  const isStreet = isOneOf(STREET_WORDS);
  const isOblast = isOneOf(OBLAST_WORDS);
  const isOther = isOneOf(OTHER_WORDS);

  // What is left when the words of kind are taken away, unless nothing would be.
  let words = typed.filter((word) => !isStreet(word) && !isOblast(word));
  while (words.length > 1 && isOther(words[0]!) && !/^\d/.test(words[1]!)) words = words.slice(1);
  if (!words.length) words = typed;
  const line = words === typed ? '' : typed.some(isStreet) ? STREET : typed.some(isOblast) ? OBLAST : '';

  const hits: Hit<T>[] = [];
  let rest = items;
  for (let effort = 0; effort < 3; effort++) {
    const inRow = words.join(' ');
    const reading: Reading = {
      row: part(inRow, effort),
      asked: line ? new RegExp(`\\n${line} (?:.* )?${typedPattern(inRow, effort)}`) : null,
      apart: words.length > 1 ? words.filter((word) => !isOther(word)).map((word) => part(word, effort)) : [],
    };
    rest = rest.filter((item) => {
      const hit = rate(item, keyOf(item), reading);
      if (hit) {
        hit.cost += effort * SLIP;
        hits.push(hit);
      }
      return !hit;
    });
    // A slip is looked for only while nothing says that the words were meant as typed.
    if (effort ? hits.length : hits.some((hit) => hit.whole)) break;
  }
  // „ЧЕЗ“ or „офис“ alone says nothing about which.
  return hits.length || !words.every(isOther) ? hits.sort((a, b) => a.cost - b.cost) : null;
}

/**
 * The centers that fit what was typed, best first: town before oblast, street and service; whole
 * names before beginnings, words inside and slips; equals in the order given. All words must fit,
 * in any order. A blank query gives all, in the order given; nothing fitting gives an empty list.
 */
export function searchCenters<C extends SearchableCenter>(centers: readonly C[], query: string): C[] {
  return findHits(centers, query, centerKey)?.map((hit) => hit.item) ?? [...centers];
}
