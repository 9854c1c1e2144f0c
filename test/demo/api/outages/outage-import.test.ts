import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seed } from '../../../../demo/api/sample/seed.js';
import { Api, onBothDatabases } from '../support/api.js';
import { clear, list, load, minute, one, write } from '../support/outages.js';

/** As the operator's site answers; the tests' now is 10:00 in Bulgaria. */
const EVENT = {
  ceo: 'SF_2742',
  lat: '42.6740',
  lon: '23.4403',
  typedist: 'непланирано',
  type_event: '1',
  begin_event: '23.11.2026 08:51',
  end_event: '23.11.2026 12:15',
  city_name: 'БУСМАНЦИ',
  grid_id: '',
  cities: '',
  points: { cnt: '3', '1': { lat: '42.6741', lon: '23.4408' }, '2': { lat: '42.6733', lon: '23.4391' }, '3': { lat: '42.6752', lon: '23.4417' } },
};
const TOWN = { ...EVENT, ceo: 'VR_1', city_name: 'ВРАЦА', lat: '43.2137', lon: '23.5519', points: { cnt: '1', '1': { lat: '43.2137', lon: '23.5519' } } };

const good = (counts: object) => ({ added: 0, changed: 0, unchanged: 0, restored: 0, removedSamples: 0, ...counts });

onBothDatabases((place) => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open(await place());
  });
  beforeEach(async () => {
    wait(0);
    await clear(api);
  });
  afterAll(() => api.close());

  const wait = (minutes: number) => (api.clock.now = new Date(minute(minutes)));
  const etag = async () => (await api.get('/v1/outages')).headers['etag'];

  describe('a feed', () => {
    it('is loaded with what it says, and nothing it does not', async () => {
      expect(await load(api, { 1234: EVENT })).toEqual({ rows: 1, faults: [], notes: [], refused: null, counts: good({ added: 1 }) });
      expect(await list(api)).toEqual([
        {
          id: 'SF_2742',
          kind: 'unplanned',
          scope: 'part',
          oblast: 'София-град',
          municipality: 'Столична',
          places: ['Бусманци'],
          start: '2026-11-23T06:51:00.000Z',
          end: '2026-11-23T10:15:00.000Z',
          endHistory: [],
          status: 'active',
          cause: null,
          customersAffected: null,
          position: { lat: 42.674, lng: 23.4403 },
          sequence: 0,
          updatedAt: minute(0),
        },
      ]);
    });

    it.each([
      ['UTF-8 with BOM', Buffer.from(`\ufeff${JSON.stringify({ 1: EVENT })}`)],
      ['a list', Buffer.from(JSON.stringify([EVENT]))],
      ['events by municipality', Buffer.from(JSON.stringify({ SOF16: { 1: EVENT }, PER32: [], VRC10: {} }))],
      ['numbers for texts', Buffer.from(JSON.stringify({ 1: { ...EVENT, lat: 42.674, lon: 23.4403 } }))],
    ])('may be %s', async (_name, bytes) => {
      expect((await load(api, bytes.toString())).counts).toEqual(good({ added: 1 }));
      expect((await list(api)).map(({ places }) => places)).toEqual([['Бусманци']]);
    });

    it('changes nothing when it is loaded again', async () => {
      await load(api, { 1: EVENT, 2: TOWN });
      const before = await etag();
      wait(60);
      expect((await load(api, { 2: TOWN, 1: EVENT })).counts).toEqual(good({ unchanged: 2 }));
      expect(await etag()).toBe(before);
    });

    it('may tell one event under several keys', async () => {
      const report = await load(api, { SOF16: { 1: EVENT, 2: { ...EVENT, end_event: '' } }, SFO55: { 3: { ...EVENT, city_name: 'КАЗИЧЕНЕ', end_event: '23.11.2026 13:00' } } });
      expect([report.rows, report.counts]).toEqual([3, good({ added: 1 })]);
      expect(await list(api)).toMatchObject([{ places: ['Бусманци', 'Казичене'], oblast: 'София-град', end: '2026-11-23T11:00:00.000Z' }]);
    });

    it.each([['планирано', 'planned'], ['Непланирано', 'unplanned'], ['АВАРИЯ', 'unplanned'], ['оперативно превключване', 'switching']])(
      'tells with %s what is %s',
      async (typedist, kind) => {
        await load(api, [{ ...EVENT, typedist }]);
        expect((await one(api, 'SF_2742')).kind).toBe(kind);
      },
    );

    it('may lack an end', async () => {
      for (const [index, end_event] of ['', null, undefined].entries()) {
        await load(api, [{ ...EVENT, ceo: `N${index}`, end_event }]);
        expect((await one(api, `N${index}`)).end).toBeNull();
      }
    });

    it('is read by the clocks of Bulgaria, also in the night that has an hour twice', async () => {
      await load(api, [
        { ...EVENT, ceo: 'summer', begin_event: '1.7.2026 9:05', end_event: '' },
        { ...EVENT, ceo: 'autumn', begin_event: '25.10.2026 03:50', end_event: '25.10.2026 03:10' },
        { ...EVENT, ceo: 'spring', begin_event: '28.03.2027 02:30', end_event: '28.03.2027 03:30' },
      ]);
      const times = await Promise.all(['summer', 'autumn', 'spring'].map((id) => one(api, id)));
      expect(times.map(({ start, end }) => [start, end])).toEqual([
        ['2026-07-01T06:05:00.000Z', null],
        ['2026-10-25T00:50:00.000Z', '2026-10-25T01:10:00.000Z'],
        ['2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00.000Z'],
      ]);
    });

    it('looks like the template', async () => {
      const template = readFileSync(new URL('../../../../demo/api/templates/outages.json', import.meta.url), 'utf8');
      expect((await load(api, template)).counts).toEqual(good({ added: 2 }));
      expect(await list(api)).toMatchObject([{ places: ['Бусманци'], kind: 'unplanned' }, { places: ['Мездра', 'Роман'], oblast: 'Враца', kind: 'planned', end: null }]);
    });

    it('may hold thousands of events', async () => {
      const events = Array.from({ length: 2000 }, (_, index) => ({ ...EVENT, ceo: `E${index}` }));
      expect((await load(api, events)).counts).toEqual(good({ added: 2000 }));
      expect((await load(api, events.slice(0, 500))).counts).toEqual(good({ unchanged: 500, restored: 1500 }));
    });
  });

  describe('an event', () => {
    it('whose end moves keeps the one before, and what an operator added', async () => {
      await load(api, [EVENT]);
      wait(30);
      const { id, status, updatedAt, ...body } = await one(api, 'SF_2742');
      await write(api, id, { ...body, status, cause: { bg: 'паднало дърво', en: null }, customersAffected: '11-50' });
      wait(60);
      expect([updatedAt, (await load(api, [{ ...EVENT, end_event: '23.11.2026 14:30' }])).counts]).toEqual([minute(0), good({ changed: 1 })]);
      expect(await one(api, id)).toMatchObject({
        end: '2026-11-23T12:30:00.000Z',
        endHistory: [{ end: '2026-11-23T10:15:00.000Z', announcedAt: minute(0) }],
        cause: { bg: 'паднало дърво' },
        customersAffected: '11-50',
        sequence: 2,
        updatedAt: minute(60),
      });
    });

    it('that the feed no longer names has its power back, and is told for a day', async () => {
      await load(api, [EVENT, TOWN]);
      wait(30);
      expect((await load(api, [TOWN])).counts).toEqual(good({ unchanged: 1, restored: 1 }));
      expect(await one(api, 'SF_2742')).toMatchObject({ status: 'restored', sequence: 1, updatedAt: minute(30), end: '2026-11-23T10:15:00.000Z' });
      wait(30 + 24 * 60 - 1);
      expect((await list(api)).map(({ id }) => id)).toEqual(['SF_2742', 'VR_1']);
      wait(30 + 24 * 60);
      expect((await list(api)).map(({ id }) => id)).toEqual(['VR_1']);
    });

    it('that comes back is the same one again', async () => {
      await load(api, [EVENT]);
      await load(api, '[]');
      expect((await load(api, [EVENT])).counts).toEqual(good({ changed: 1 }));
      expect(await list(api)).toMatchObject([{ status: 'active', sequence: 2 }]);
    });

    it('of an operator is not the feed\'s to end', async () => {
      await write(api, 'own');
      expect((await load(api, '{}')).counts).toEqual(good({}));
      expect((await one(api, 'own')).status).toBe('active');
    });
  });

  describe('nothing', () => {
    it.each(['[]', '{}', '\ufeff[]', ' {} \n', '{"SOF16":[],"PER32":{}}'])('is told by %j: no outages', async (text) => {
      await load(api, [EVENT]);
      expect((await load(api, text)).counts).toEqual(good({ restored: 1 }));
    });

    it.each([
      ['tomuch', /too many requests/],
      ['\ufefftomuch\n', /too many requests/],
      ['"tomuch"', /too many requests/],
      ['', /empty/],
      ['<!doctype html><p>Вход', /not JSON; it begins "<!doctype html>/],
      ['{"1": {"ceo": "SF_2742", ', /not JSON/],
      ['null', /no events/],
      ['0', /no events/],
      ['{"error":"няма връзка"}', /none of its rows/],
      [JSON.stringify({ 1: { ...EVENT, typedist: '?' } }), /none of its rows/],
    ])('is changed by %j', async (text, reason) => {
      await load(api, [EVENT]);
      const before = await etag();
      const report = await load(api, text);
      expect([report.counts, report.refused]).toEqual([null, expect.stringMatching(reason)]);
      expect(await etag()).toBe(before);
    });
  });

  describe('a bad row', () => {
    const bad: Array<[string, unknown, string]> = [
      ['no id', { ceo: '' }, 'ceo is missing'],
      ['an id that cannot be one', { ceo: 'СФ 1' }, 'ceo cannot be an id: up to 80 Latin letters, digits, dots, dashes and underscores'],
      ['an id that is a path', { ceo: 'areas' }, 'ceo cannot be an id: up to 80 Latin letters, digits, dots, dashes and underscores'],
      ['an unknown kind', { typedist: 'друго' }, 'typedist: "друго" is neither planned, unplanned nor switching'],
      ['no start', { begin_event: ' ' }, 'begin_event is missing'],
      ['a date that is none', { begin_event: '31.02.2026 10:00' }, 'begin_event: "31.02.2026 10:00" is not a time like 29.12.2025 10:51'],
      ['an hour that is none', { end_event: '23.11.2026 25:00' }, 'end_event: "23.11.2026 25:00" is not a time like 29.12.2025 10:51'],
      ['an end before its start', { end_event: '23.11.2026 08:00' }, 'end_event: "23.11.2026 08:00" is not after begin_event'],
      ['no place', { city_name: '' }, 'city_name is missing'],
      ['a place that may be anywhere', { city_name: 'НИЩОНЕВО', lat: '', lon: '0', points: '' }, 'city_name: the register has no place "Нищонево", and nothing tells where it is'],
    ];

    it.each(bad)('with %s is told with its reason, and the others are loaded', async (_name, differs, reason) => {
      const report = await load(api, { SOF16: { 1: TOWN, 2: { ...EVENT, ...(differs as object) } } });
      expect([report.faults, report.counts]).toEqual([[{ row: 'SOF16/2', reason }], good({ added: 1 })]);
    });

    it('that is not even an event', async () => {
      const report = await load(api, { 1: EVENT, 2: 'tomuch', 3: null });
      expect([report.faults, report.counts]).toEqual([[{ row: '2', reason: '"tomuch" is not an event' }, { row: '3', reason: '"null" is not an event' }], good({ added: 1 })]);
    });

    it('does not end the outage it tells of', async () => {
      await load(api, [EVENT, TOWN]);
      expect((await load(api, [{ ...EVENT, begin_event: '?' }, TOWN])).counts).toEqual(good({ unchanged: 1 }));
      expect((await one(api, 'SF_2742')).status).toBe('active');
    });

    it('of which nobody knows what it tells ends no outage at all', async () => {
      await load(api, [EVENT, TOWN]);
      const report = await load(api, [{ ...EVENT, ceo: '' }, TOWN]);
      expect([report.counts, report.notes]).toEqual([good({ unchanged: 1 }), ['Nothing was closed: a bad row without ceo may be any of the outages that seem to be over.']]);
    });
  });

  describe('a place', () => {
    it.each([
      ['ГР. ВРАЦА', '43.21', '23.56', ['Враца', 'Враца', 'Враца']],
      ['С.БУСМАНЦИ', '', '', ['Бусманци', 'Столична', 'София-град']],
      ['ДОЛНА БАНЯ', '42.3', '23.76', ['Долна баня', 'Долна баня', 'Софийска']],
      ['ЕЛИН ПЕЛИН', '', '', ['Елин Пелин', 'Елин Пелин', 'Софийска']],
      // Not in the register: written as Bulgarian does, and near the place that is.
      ['ЧЕРНИ ВРЪХ', '43.6167', '23.4667', ['Черни връх', 'Вълчедръм', 'Монтана']],
      ['ГОРНО ЦЕРОВЕНЕ', '43.40', '23.20', ['Горно Церовене', 'Монтана', 'Монтана']],
      // A namesake of a town is not that town.
      ['РОМАН', '41.60', '23.75', ['Роман', 'Гоце Делчев', 'Благоевград']],
    ])('%s is where it is, and written as it is', async (city_name, lat, lon, expected) => {
      await load(api, [{ ...EVENT, city_name, lat, lon, points: [] }]);
      const { places, municipality, oblast } = await one(api, 'SF_2742');
      expect([places[0], municipality, oblast]).toEqual(expected);
    });

    it('beside another is near it', async () => {
      await load(api, [{ ...EVENT, city_name: 'МЕЗДРА', cities: 'РОМАН; НИЩОНЕВО', lat: '', lon: '', points: [] }]);
      expect(await one(api, 'SF_2742')).toMatchObject({ places: ['Мездра', 'Роман', 'Нищонево'], municipality: 'Мездра', position: { lat: 43.15, lng: 23.7 } });
    });

    it('that the register lacks is noted', async () => {
      const { notes } = await load(api, [{ ...EVENT, city_name: 'НИЩОНЕВО' }]);
      expect(notes).toEqual(['SF_2742: Нищонево is not in the register of places; taken to be in Столична, София-град, as its nearest neighbour.']);
    });

    it('never is a home: of homes nothing is stored', async () => {
      await load(api, [EVENT, TOWN, { ...EVENT, ceo: 'U', city_name: 'НИЩОНЕВО' }]);
      const { db } = api.context;
      const stored = JSON.stringify([await db.selectFrom('outages').selectAll().execute(), await db.selectFrom('audit_log').selectAll().execute()]);
      for (const degrees of ['42.6741', '23.4408', '42.6733', '23.4391', '42.6752', '23.4417', '43.2137', '23.5519']) expect(stored).not.toContain(degrees);
      expect((await one(api, 'VR_1')).position).toEqual({ lat: 43.215, lng: 23.55 });
    });
  });

  it('makes the samples go, and they stay gone', async () => {
    const { db, changes } = api.context;
    const start = async () => {
      await seed(db, api.clock.now);
      changes.forget();
    };
    await db.updateTable('changes').set({ version: 0 }).where('resource', '=', 'outages').execute();
    await start();
    expect((await list(api)).length).toBe(17);
    expect((await load(api, '[]')).counts).toEqual(good({ removedSamples: 17 }));
    await start();
    expect(await list(api)).toEqual([]);
  });

  it('leaves a trace in the audit log', async () => {
    await load(api, [EVENT]);
    await load(api, '[]');
    const rows = await api.context.db.selectFrom('audit_log').selectAll().where('target', '=', 'outages/SF_2742').orderBy('id', 'desc').limit(2).execute();
    expect(rows.map(({ actor, action, body }) => [actor, action, (body as { status: string }).status])).toEqual([
      ['import of feed.json', 'change', 'restored'],
      ['import of feed.json', 'create', 'active'],
    ]);
  });
});
