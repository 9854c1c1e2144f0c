/** A file of places as the contract's `Place`. */
import type { Schemas } from '../contract.js';
import { CellFault, lookUp, parseNumber } from './cells.js';
import { readCsv, type CsvRow } from './csv-rows.js';
import { readJson } from './json-rows.js';
import type { Row, Rows } from './rows.js';

const COLUMNS = {
  name: ['име', 'населено място', 'place'],
  kind: ['вид', 'тип'],
  municipality: ['община'],
  oblast: ['област', 'region'],
  lat: ['географска ширина', 'ширина', 'latitude'],
  lng: ['географска дължина', 'дължина', 'longitude', 'lon'],
  operator: ['оператор', 'мрежа', 'grid operator'],
} as const;

const KINDS: Record<Schemas['PlaceKind'], readonly string[]> = {
  city: ['областен град', 'голям град'],
  town: ['град', 'гр.'],
  village: ['село', 'с.'],
};

const OPERATORS: Record<Schemas['GridCompany'], readonly string[]> = {
  'cez-rp': ['', 'чез разпределение', 'чез', 'ерм запад'],
  evn: ['евн', 'електроразпределение юг', 'ер юг'],
  'energo-pro': ['енерго-про', 'енерго про', 'електроразпределение север', 'ерп север'],
};

export function readPlacesFile(text: string, isJson: boolean): Rows {
  if (isJson) return { rows: readJson(text, 'places'), notes: [], partial: false };
  const { rows, notes } = readCsv(text, COLUMNS);
  return { rows: rows.map(readRow), notes, partial: false };
}

function readRow({ line, cells }: CsvRow): Row {
  const faults: string[] = [];
  const cell = (column: keyof typeof COLUMNS) => cells.get(column) ?? '';
  const read = <T>(column: keyof typeof COLUMNS, value: (text: string) => T): T | undefined => {
    try {
      return value(cell(column));
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      faults.push(`${column}: ${error.message}`);
      return undefined;
    }
  };
  const fields = {
    name: cell('name'),
    kind: read('kind', (text) => lookUp(text, KINDS)),
    municipality: cell('municipality') || cell('name'),
    oblast: cell('oblast'),
    position: read('lat', (text) => {
      const lat = parseNumber(text);
      const lng = parseNumber(cell('lng'));
      if (lat === null && lng === null) return null;
      if (lat === null || lng === null) throw new CellFault('of latitude and longitude one is missing');
      return { lat, lng };
    }),
    operator: read('operator', (text) => lookUp(text, OPERATORS)),
  };
  return { line, fields, faults };
}
