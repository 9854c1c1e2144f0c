import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { components } from '../../../../src/api/schema.js';
import { importRegister, type ImportReport } from '../../../../demo/api/import/register-import.js';
import { Api, NOW, onBothDatabases } from '../support/api.js';

type Center = components['schemas']['Center'];
type Place = components['schemas']['Place'];

const TEMPLATES = new URL('../../../../demo/api/templates/', import.meta.url);
const HEADINGS = 'код;име;адрес;населено място;област;гишета;работно време';
const row = (id: string, name = 'Център', hours = 'пн–пт 8:30–16:30') => `${id};${name};ул. „Тестова“ 1;Враца;Враца;3;${hours}`;
const csv = (...rows: string[]) => [HEADINGS, ...rows].join('\n');

/** What Windows programs save; TextEncoder knows UTF-8 alone. */
function windows1251(text: string): Buffer {
  const others = new Map([['„', 0x84], ['“', 0x93], ['–', 0x96]]);
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    const isCyrillic = code >= 0x410 && code <= 0x44f;
    bytes.push(code < 128 ? code : isCyrillic ? code - 0x350 : (others.get(letter) ?? 0x3f));
  }
  return Buffer.from(bytes);
}

onBothDatabases((place) => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open(await place());
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    await api.context.db.deleteFrom('centers').execute();
    await load(csv(row('old', 'Стар център')));
    api.clock.now = NOW;
  });

  async function load(
    content: string | Buffer,
    options: { kind?: 'centers' | 'places'; skipBad?: boolean; removeMissing?: boolean; fileName?: string } = {},
  ): Promise<ImportReport> {
    const report = await importRegister(
      api.context.db,
      { kind: 'centers', fileName: 'file.csv', skipBad: false, removeMissing: false, ...options, bytes: Buffer.from(content) },
      api.clock.now,
    );
    api.context.changes.forget();
    return report;
  }
  const centers = async () => (await api.get('/v1/centers')).json<{ centers: Center[] }>().centers.sort((one, other) => (one.id < other.id ? -1 : 1));
  const ids = async () => (await centers()).map(({ id }) => id);

  describe('a good file of centers', () => {
    it('is loaded whole', async () => {
      expect((await load(csv(row('a'), row('b')))).counts).toEqual({ added: 2, changed: 0, unchanged: 0, removed: 0, removedSamples: 0 });
      expect(await ids()).toEqual(['a', 'b', 'old']);
    });

    it('changes nothing when it is loaded again', async () => {
      const file = readFileSync(new URL('centers.csv', TEMPLATES));
      await load(file);
      const before = await api.get('/v1/centers');
      api.clock.now = new Date('2026-12-24T08:00:00Z');
      expect((await load(file)).counts).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
      const after = await api.get('/v1/centers');
      expect([after.text, after.headers['etag']]).toEqual([before.text, before.headers['etag']]);
    });

    it.each([
      ['UTF-8', (text: string) => Buffer.from(text)],
      ['UTF-8 with BOM', (text: string) => Buffer.from(`\ufeff${text}`)],
      ['UTF-16 with BOM', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
      ['windows-1251', windows1251],
    ])('may be in %s', async (_name, encode) => {
      await load(encode(csv(row('a', 'Център Враца'))));
      expect((await centers())[0]).toMatchObject({ name: { bg: 'Център Враца' }, address: { street: 'ул. „Тестова“ 1' } });
    });

    it.each([';', ',', '\t'])('may be separated by %j, with CRLF and empty lines', async (delimiter) => {
      const text = csv(row('a'), '', row('b')).replaceAll(';', delimiter).replaceAll('\n', '\r\n');
      expect((await load(`${text}\r\n\r\n`)).counts).toMatchObject({ added: 2 });
    });

    it('may have English headings, in any order and case', async () => {
      await load('Oblast,Street,ID,Name,Place,Desks,Hours\nВраца,ул. „А“ 1,a,Център,Враца,2,Mon-Fri 9-17\n');
      expect((await centers())[0]).toMatchObject({ id: 'a', desks: 2, brands: ['cez-bg', 'cez-rp'] });
    });

    it('tells which columns are not used', async () => {
      const report = await load('код;име;адрес;населено място;област;бележка\na;Център;ул. „А“ 1;Враца;Враца;x\n');
      expect(report.notes).toEqual(['The column "бележка" is not known and not used.']);
      expect(report.counts).toMatchObject({ added: 1 });
    });

    it('leaves what it does not speak of, and clears what it leaves empty', async () => {
      await load(JSON.stringify([{ ...(await centers())[0], id: 'a', phone: '0700', measures: [{ code: 'x', text: { bg: 'Мярка', en: null } }] }]));
      await load('код;телефон;гишета\na;;7\n');
      expect((await centers())[0]).toMatchObject({ phone: null, desks: 7, admittedAtOnce: 7, measures: [{ code: 'x' }] });
    });

    it('keeps own centers that are not in it, unless told otherwise', async () => {
      await load(csv(row('a')));
      expect(await ids()).toEqual(['a', 'old']);
      expect((await load(csv(row('a')), { removeMissing: true })).counts).toMatchObject({ removed: 1, unchanged: 1 });
      expect(await ids()).toEqual(['a']);
    });

    it('is read from JSON of the contract, as a GET answers it', async () => {
      await load(readFileSync(new URL('centers.csv', TEMPLATES)));
      const answer = await api.get('/v1/centers');
      expect((await load(answer.text, { fileName: 'centers.json' })).counts).toMatchObject({ unchanged: 3, changed: 0 });
      expect((await api.get('/v1/centers')).headers['etag']).toBe(answer.headers['etag']);
    });

    it('may hold thousands of centers', async () => {
      const rows = Array.from({ length: 3000 }, (_, index) => row(`c${index}`, `Център ${index} ${'дълго име '.repeat(40)}`));
      const file = csv(...rows);
      expect(Buffer.byteLength(file)).toBeGreaterThan(2_000_000);
      expect((await load(file)).counts).toMatchObject({ added: 3000 });
      expect((await ids()).length).toBe(3001);
    });

    it('leaves a trace in the audit log', async () => {
      await load(csv(row('traced')));
      const rows = await api.context.db.selectFrom('audit_log').selectAll().where('target', '=', 'centers/traced').execute();
      expect(rows).toMatchObject([{ actor: 'import of file.csv', action: 'create' }]);
    });
  });

  describe('the template', () => {
    it('says what it is meant to say', async () => {
      await load(readFileSync(new URL('centers.csv', TEMPLATES)));
      const [, one, two] = await centers();
      expect(one).toMatchObject({ id: 'primer-1', brands: ['cez-bg', 'cez-rp'], cashDesk: true, followsPublicHolidays: true });
      expect(two).toMatchObject({
        id: 'primer-2',
        brands: ['cez-bg'],
        position: { lat: 43.15, lng: 23.7 },
        followsPublicHolidays: false,
        specialOpeningHoursSpecification: [
          { validFrom: '2026-12-01', validThrough: '2026-12-20', reason: { bg: 'ремонт', en: 'renovation' } },
        ],
      });
      expect(two?.openingHoursSpecification).toHaveLength(3);
    });

    it('of places too', async () => {
      expect((await load(readFileSync(new URL('places.csv', TEMPLATES)), { kind: 'places' })).counts).toMatchObject({ added: 0, changed: 3 });
      const { places } = (await api.get('/v1/places')).json<{ places: Place[] }>();
      expect(places.map(({ name, kind }) => [name, kind])).toEqual([['Борован', 'village'], ['Враца', 'city'], ['Мездра', 'town']]);
      expect((await load(readFileSync(new URL('places.csv', TEMPLATES)), { kind: 'places' })).counts).toMatchObject({ unchanged: 3 });
    });
  });

  describe('a file with bad rows', () => {
    const bad = csv(
      row('a'),
      row('b', ''),
      row('c', 'Център', 'пн–пт когато има хора'),
      row('a'),
      'лошо id;Център;ул. „А“ 1;Враца;Враца;;',
      row('d').replace(';3;', ';много;'),
      row('e'),
    );

    it('changes nothing, and tells every fault with its line', async () => {
      const before = (await api.get('/v1/centers')).headers['etag'];
      const report = await load(bad);
      expect(report.counts).toBeNull();
      expect(report.faults.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7]);
      const reasons = report.faults.map(({ reason }) => reason);
      expect(reasons[0]).toMatch(/^name\/bg: /);
      expect(reasons[1]).toBe('hours: the hours "пн–пт когато има хора" are not understood: "когато" is neither a day nor an hour');
      expect(reasons[2]).toBe('id: "a" is on line 2 already');
      expect(reasons[3]).toMatch(/^id: "лошо id"/);
      expect(reasons[4]).toBe('desks: "много" is not a number');
      expect((await api.get('/v1/centers')).headers['etag']).toBe(before);
    });

    it('is loaded without them on request', async () => {
      const report = await load(bad, { skipBad: true });
      expect(report.counts).toMatchObject({ added: 2 });
      expect(report.faults).toHaveLength(5);
      expect(await ids()).toEqual(['a', 'e', 'old']);
    });

    it('does not remove a center whose row is bad', async () => {
      await load(csv(row('old', ''), row('a')), { skipBad: true, removeMissing: true });
      expect(await ids()).toEqual(['a', 'old']);
    });

    it('changes nothing if all rows are bad', async () => {
      expect((await load(csv(row('', 'x')), { skipBad: true, removeMissing: true })).counts).toBeNull();
      expect(await ids()).toEqual(['old']);
    });

    it.each([
      ['an empty file', '', /empty/],
      ['headings alone', HEADINGS, /no rows/],
      ['another table', 'a;b;c\n1;2;3\n', /no heading is known/],
      ['a quote that never ends', `${HEADINGS}\na;"Център;x\n`, /not good CSV/],
      ['a heading twice', `код;код\na;b\n`, /there twice/],
      ['broken JSON', '{"centers": [\n{"id": }]}', /not good JSON/],
      ['JSON of something else', '{"shops": []}', /no list "centers"/],
    ])('that is %s changes nothing, even when bad rows are skipped', async (_name, content, reason) => {
      const report = await load(content, { skipBad: true });
      expect(report.counts).toBeNull();
      expect(report.faults[0]?.reason).toMatch(reason);
      expect(await ids()).toEqual(['old']);
    });

    it('of JSON tells the lines too', async () => {
      const text = '{\n  "centers": [\n    {"id": "a", "name": {"bg": "[{"}},\n    7,\n    {\n      "id": "b"\n    }\n  ]\n}';
      expect((await load(text)).faults.map(({ line }) => line)).toEqual([3, 4, 5]);
    });

    it('of places tells them as well', async () => {
      const report = await load('име;вид;област;ширина;дължина\nВраца;град;Враца;43,21;23,56\nЛом;пристанище;Монтана;;\nВидин;град;Видин;23.5;43.9\n', {
        kind: 'places',
      });
      expect(report.faults).toEqual([
        { line: 3, reason: 'kind: "пристанище" is not one of city, town, village' },
        { line: 4, reason: 'position: 23.5, 43.9 is not in Bulgaria' },
      ]);
    });
  });
});

it('takes the sample data away with the first import, and only then', async () => {
  const api = await Api.open({ memory: true });
  const load = (text: string) =>
    importRegister(api.context.db, { kind: 'centers', fileName: 'a.csv', bytes: Buffer.from(text), skipBad: false, removeMissing: false }, NOW);
  expect((await load(csv(row('a', '')))).counts).toBeNull();
  api.context.changes.forget();
  expect((await api.get('/v1/centers')).json<{ centers: Center[] }>().centers.length).toBeGreaterThan(20);
  const { counts } = await load(csv(row('a')));
  api.context.changes.forget();
  expect(counts?.removedSamples).toBeGreaterThan(20);
  expect((await api.get('/v1/centers')).json<{ centers: Center[] }>().centers.map(({ id }) => id)).toEqual(['a']);
  await api.close();
});
