/**
 * A file of centers as inputs of the contract. A CSV row says only what its columns say: a column
 * that is missing leaves what is known of the center, an empty cell clears it. JSON says all.
 */
import type { Schemas } from '../contract.js';
import { CellFault, parseDate, parseNumber, parseWords, parseYesNo } from './cells.js';
import { readCsv, type CsvRow } from './csv-rows.js';
import { parseHours, saysClosed } from './hours-text.js';
import { readJson } from './json-rows.js';
import type { Row, Rows } from './rows.js';

const COLUMNS = {
  id: ['код', 'идентификатор'],
  brands: ['фирми', 'марки', 'brand'],
  name: ['име', 'име (bg)', 'name (bg)'],
  nameEn: ['име (en)', 'name (en)', 'english name'],
  street: ['адрес', 'улица', 'address'],
  place: ['населено място', 'град', 'town', 'city'],
  municipality: ['община'],
  oblast: ['област', 'region'],
  postalCode: ['пощенски код', 'п.к.', 'postal code'],
  lat: ['географска ширина', 'ширина', 'latitude'],
  lng: ['географска дължина', 'дължина', 'longitude', 'lon'],
  phone: ['телефон'],
  services: ['услуги'],
  cashDesk: ['каса', 'cash desk'],
  cashDeskHours: ['работно време на касата', 'cash desk hours'],
  desks: ['гишета', 'брой гишета'],
  admittedAtOnce: ['допускани едновременно', 'admitted at once'],
  hours: ['работно време', 'opening hours'],
  temporaryFrom: ['временно от', 'temporary from'],
  temporaryThrough: ['временно до', 'temporary through'],
  temporaryHours: ['временно работно време', 'temporary hours'],
  temporaryReason: ['причина', 'reason'],
  temporaryReasonEn: ['причина (en)', 'reason (en)'],
  followsPublicHolidays: ['почива на празници', 'follows public holidays'],
} as const;

const BRANDS: Record<Schemas['Brand'], readonly string[]> = {
  'cez-bg': ['чез електро', 'чез електро българия', 'доставчик', 'supplier'],
  'cez-rp': ['чез разпределение', 'чез разпределение българия', 'мрежа', 'grid operator'],
};

const BOTH_BRANDS = ['', 'и двете', 'двете', 'both'];

const SERVICES: Record<Schemas['Service'], readonly string[]> = {
  payment: ['плащане', 'плащания'],
  reading: ['самоотчет', 'показания'],
  einvoice: ['електронна фактура', 'е-фактура', 'e-invoice'],
  sms: ['sms услуги', 'смс'],
  contract: ['договор', 'договори'],
  'account-change': ['смяна на титуляр', 'пререгистрация', 'промяна на партида'],
  'deferred-payment': ['разсрочено плащане', 'разсрочване'],
  'meter-check': ['проверка на електромер'],
  complaint: ['жалба', 'жалби', 'рекламация'],
  'authorization-code': ['оторизационен код'],
};

export function readCentersFile(text: string, isJson: boolean): Rows {
  if (isJson) return { rows: readJson(text, 'centers').map(withoutServerFields), notes: [], partial: false };
  const { rows, notes } = readCsv(text, COLUMNS);
  return { rows: rows.map(readRow), notes, partial: true };
}

/** What a GET adds is no part of what an operator writes. */
function withoutServerFields(row: Row): Row {
  const fields = Object.entries(row.fields).filter(([name]) => name !== 'updatedAt');
  return { ...row, fields: Object.fromEntries(fields) };
}

function readRow({ line, cells }: CsvRow): Row {
  const fields: Record<string, unknown> = {};
  const faults: string[] = [];
  const cell = (column: keyof typeof COLUMNS) => cells.get(column);
  /** Reads the cells of some columns into one field, if the file has the first of them. */
  const read = (field: string, column: keyof typeof COLUMNS, value: (text: string) => unknown) => {
    const text = cell(column);
    if (text === undefined) return;
    try {
      fields[field] = value(text);
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      faults.push(`${column}: ${error.message}`);
    }
  };

  read('id', 'id', (text) => text);
  read('brands', 'brands', (text) =>
    BOTH_BRANDS.includes(text.toLowerCase()) ? Object.keys(BRANDS) : parseWords(text, BRANDS),
  );
  read('name', 'name', (bg) => ({ bg, en: cell('nameEn') || null }));
  read('address', 'street', (street) => ({
    street,
    place: cell('place') ?? '',
    municipality: cell('municipality') || (cell('place') ?? ''),
    oblast: cell('oblast') ?? '',
    postalCode: cell('postalCode') || null,
  }));
  read('position', 'lat', (text) => {
    const lat = parseNumber(text);
    const lng = parseNumber(cell('lng') ?? '');
    if (lat === null && lng === null) return null;
    if (lat === null || lng === null) throw new CellFault('of latitude and longitude one is missing');
    return { lat, lng };
  });
  read('phone', 'phone', (text) => text || null);
  read('services', 'services', (text) => parseWords(text, SERVICES));
  read('cashDesk', 'cashDesk', parseYesNo);
  read('cashDeskHours', 'cashDeskHours', readHours);
  read('desks', 'desks', parseNumber);
  read('admittedAtOnce', 'admittedAtOnce', parseNumber);
  read('openingHoursSpecification', 'hours', readHours);
  read('specialOpeningHoursSpecification', 'temporaryFrom', (text) => readTemporary(text, cell));
  read('followsPublicHolidays', 'followsPublicHolidays', (text) => parseYesNo(text) ?? true);
  return { line, fields, faults };
}

function readHours(text: string): Schemas['OpeningHours'] {
  const read = parseHours(text);
  if ('fault' in read) throw new CellFault(read.fault);
  return read.hours;
}

function readTemporary(
  text: string,
  cell: (column: keyof typeof COLUMNS) => string | undefined,
): Array<Schemas['SpecialOpeningHoursSpecification']> {
  const validFrom = parseDate(text);
  const validThrough = parseDate(cell('temporaryThrough') ?? '');
  const hours = cell('temporaryHours') ?? '';
  if (validFrom === null && validThrough === null && hours === '') return [];
  if (validFrom === null || validThrough === null) throw new CellFault('temporary hours need both dates');
  if (hours === '') throw new CellFault('temporary hours are missing; write "затворено" if it is closed');

  const reason = cell('temporaryReason');
  const range = {
    validFrom,
    validThrough,
    ...(reason ? { reason: { bg: reason, en: cell('temporaryReasonEn') || null } } : {}),
  };
  if (saysClosed(hours)) return [range];
  return (readHours(hours) ?? []).map((entry) => ({ ...range, ...entry }));
}

