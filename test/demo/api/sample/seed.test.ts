import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type DatabasePlace } from '../../../../demo/api/database.js';
import { readCenters } from '../../../../demo/api/centers/center-store.js';
import { readPlaces } from '../../../../demo/api/places/place-store.js';
import { importRegister } from '../../../../demo/api/import/register-import.js';
import { seed } from '../../../../demo/api/sample/seed.js';
import { openingStatus } from '../../../../src/model/opening-hours.js';
import type { components } from '../../../../src/api/schema.js';
import { Api, NOW, onBothDatabases } from '../support/api.js';
import { list, one, write, type Outage } from '../support/outages.js';
import { HAS_CREDIT, OWES, OWES_NOTHING } from '../support/customers.js';

type Schemas = components['schemas'];

const OWN = 'id;name;street;place;oblast\nown;Център Наш;ул. „Наша“ 1;Враца;Враца\n';

onBothDatabases((place) => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open(await place());
  });
  afterAll(() => api.close());

  const center = async (id: string) => (await readCenters(api.context.db)).find((item) => item.id === id);

  describe('the sample register', () => {
    it('has one center for each thing to show', async () => {
      expect((await center('sample-unknown-hours'))?.openingHoursSpecification).toBeNull();
      expect((await center('sample-unknown-position'))?.position).toBeNull();
      expect((await center('sample-open-on-holidays'))?.followsPublicHolidays).toBe(false);
      expect((await center('sample-lunch-break'))?.openingHoursSpecification).toHaveLength(2);
      expect((await center('sample-saturday-hours'))?.openingHoursSpecification?.at(-1)?.dayOfWeek).toEqual(['Saturday']);
      expect((await center('sample-closed-for-renovation'))?.specialOpeningHoursSpecification).toEqual([
        { validFrom: '2026-11-13', validThrough: '2026-12-04', reason: { bg: 'ремонт', en: 'renovation' } },
      ]);
    });

    it('shows the regime of 2020, whenever it starts', async () => {
      const sample = await center('sample-2020');
      expect(sample?.specialOpeningHoursSpecification).toMatchObject([
        { validFrom: '2020-03-16', validThrough: '2020-05-25', opens: '09:00', closes: '15:00' },
      ]);
      if (sample === undefined) throw new Error('sample-2020 is missing');
      const state = (instant: string) => openingStatus(sample, new Date(instant)).state;
      expect(state('2020-04-30T12:00:00+03:00')).toBe('open');
      expect(state('2020-04-30T15:00:00+03:00')).toBe('closed');
      expect(state('2020-04-17T12:00:00+03:00')).toBe('closed');
      expect(state('2020-05-26T16:00:00+03:00')).toBe('open');
    });

    it('is dated anew at each start, and only what depends on the date', async () => {
      const before = await readCenters(api.context.db);
      await seed(api.context.db, new Date(NOW.getTime() + 3 * 86_400_000));
      const after = await readCenters(api.context.db);
      const changed = after.filter((item, index) => item.updatedAt !== before[index]?.updatedAt).map(({ id }) => id);
      expect(changed.sort()).toEqual(['sample-closed-for-renovation', 'sample-temporary-regime']);
      expect((await center('sample-temporary-regime'))?.specialOpeningHoursSpecification[0]?.validFrom).toBe('2026-11-12');
    });

    it('changes nothing by a second start on the same day', async () => {
      await seed(api.context.db, NOW);
      const before = (await api.get('/v1/centers')).headers['etag'];
      await seed(api.context.db, new Date(NOW.getTime() + 3_600_000));
      api.context.changes.forget();
      expect((await api.get('/v1/centers')).headers['etag']).toBe(before);
    });
  });

  describe('the sample customers', () => {
    const later = new Date(NOW.getTime() + 40 * 86_400_000);
    const balance = async () => (await api.post('/v1/balance-lookups', OWES)).json<Schemas['Balance']>();

    it('are dated anew at each start, so that they keep showing what they are for', async () => {
      const before = await balance();
      api.clock.now = later;
      expect(await balance()).toMatchObject({ overdue: { value: '80.27' }, nextDueDate: null });
      await seed(api.context.db, later);
      const after = await balance();
      const days = ({ invoices }: Schemas['Balance'], from: Date) =>
        invoices.map(({ dueDate }) => Math.round((Date.parse(dueDate) - from.getTime()) / 86_400_000));
      expect(days(after, later)).toEqual(days(before, NOW));
      expect(after).toMatchObject({ overdue: before.overdue, totalDue: before.totalDue });
      api.clock.now = NOW;
    });

    it('stay gone once they are gone, and are changed only while they are samples', async () => {
      const { db } = api.context;
      await db.deleteFrom('readings').execute();
      await db.deleteFrom('customers').where('client_number', '=', '310000000022').execute();
      await db.updateTable('customers').set({ sample: false, credit_cents: 77 }).where('client_number', '=', '310000000033').execute();
      await seed(db, later);
      expect((await api.post('/v1/balance-lookups', OWES_NOTHING)).status).toBe(404);
      expect((await api.post('/v1/balance-lookups', HAS_CREDIT)).json()).toMatchObject({ credit: { value: '0.77' } });
    });

    it('come to a demo that is older than they are', async () => {
      const { db } = api.context;
      await db.deleteFrom('customers').execute();
      await seed(db, NOW);
      expect((await api.post('/v1/balance-lookups', OWES_NOTHING)).status).toBe(200);
    });
  });

  describe('the sample notices', () => {
    const later = new Date(NOW.getTime() + 20 * 86_400_000);
    const listed = async () => (await api.get('/v1/notices')).json<Schemas['NoticeList']>().notices;

    it('show each severity and each way to aim, coming and just ended ones too, and say what is invented', async () => {
      const notices = await listed();
      expect(new Set(notices.map(({ severity }) => severity))).toEqual(new Set(['emergency', 'warning', 'info']));
      expect(new Set(notices.map(({ brands }) => brands.join()))).toEqual(new Set(['cez-bg,cez-rp', 'cez-bg', 'cez-rp']));
      expect(notices.some(({ places }) => places.length > 0) && notices.some(({ services }) => services.length > 0)).toBe(true);
      expect(notices.some(({ validFrom }) => new Date(validFrom) > NOW) && notices.some(({ validThrough }) => new Date(validThrough) < NOW)).toBe(true);
      for (const { text } of notices) expect([text.bg, text.en]).toEqual([expect.stringMatching(/примерн|като пример/i), expect.stringMatching(/sample|example/i)]);
    });

    it('are dated anew at each start, if they are still there and still samples', async () => {
      const { db } = api.context;
      const operator = await api.operatorHeaders();
      const before = await listed();
      const own = { ...before.find(({ id }) => id === 'sample-storm'), id: undefined, updatedAt: undefined, places: ['Враца'] };
      const etagOf = async (id: string) => ({ ...operator, 'if-match': (await api.get(`/v1/notices/${id}`)).headers['etag'] ?? '' });
      await api.send('PUT', '/v1/notices/sample-storm', { body: own, headers: await etagOf('sample-storm') });
      await api.send('DELETE', '/v1/notices/sample-card-payment', { headers: await etagOf('sample-card-payment') });
      await seed(db, later);
      api.context.changes.forget();
      api.clock.now = later;
      const after = await listed();
      api.clock.now = NOW;
      const gone = ['sample-storm', 'sample-card-payment'];
      expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).filter((id) => !gone.includes(id)).sort());
    });
  });

  describe('the sample counts', () => {
    const quiet = async () => (await api.get('/v1/centers/sample-vratsa/quiet-hours')).json<Schemas['QuietHours']>().hours;

    it('fill four weeks of the hours a center is open', async () => {
      const hours = await quiet();
      expect(hours.map(({ dayOfWeek, hour }) => `${dayOfWeek} ${hour}`).length).toBe(5 * 8);
      expect(hours.every(({ counts }) => counts >= 4)).toBe(true);
      expect(new Set(hours.map(({ waiting }) => waiting)).size).toBeGreaterThan(2);
    });

    it('follow the day the server starts, and change nothing by a second start on the same day', async () => {
      const monday = new Date('2027-01-25T08:00:00Z');
      const occupancy = async (startedAt: Date) => {
        await seed(api.context.db, startedAt);
        api.context.changes.forget();
        return api.get('/v1/occupancy');
      };
      const first = await occupancy(monday);
      const { at } = first.json<Schemas['OccupancyList']>().occupancy.find(({ centerId }) => centerId === 'sample-vratsa') ?? {};
      expect(at).toBe('2027-01-22T14:20:00.000Z');
      expect((await occupancy(new Date('2027-01-25T15:00:00Z'))).headers['etag']).toBe(first.headers['etag']);
    });
  });

  describe('the sample outages', () => {
    beforeAll(async () => {
      await seed(api.context.db, NOW);
      api.context.changes.forget();
    });

    it('are of every kind, scope and status, in all ten oblasts, some with as little known as may be', async () => {
      const outages = await list(api);
      const shown = (read: (outage: Outage) => unknown) => new Set(outages.map(read));
      expect(shown(({ kind, status }) => `${kind} ${status}`)).toEqual(
        new Set(['unplanned active', 'unplanned overdue', 'unplanned restored', 'planned upcoming', 'planned active', 'planned overdue', 'planned restored', 'switching upcoming', 'switching restored']),
      );
      expect([shown(({ scope }) => scope).size, shown(({ oblast }) => oblast).size, shown(({ customersAffected }) => customersAffected).size]).toEqual([2, 10, 6]);
      expect(outages.find(({ id }) => id === 'sample-cherven-bryag')).toMatchObject({ end: null, cause: null, customersAffected: null, position: null });
      expect(outages.find(({ id }) => id === 'sample-samokov')?.endHistory).toHaveLength(2);
      for (const { cause } of outages) if (cause !== null) expect(cause.bg).toMatch(/\(примерни данни\)$/);
    });

    it('are dated anew at each start, and later in a calendar', async () => {
      const look = async () => (await list(api)).map(({ id, status, end, start }) => [id, status, end && Date.parse(end) - Date.parse(start)]);
      const before = await look();
      const { sequence } = await one(api, 'sample-vratsa');
      const later = new Date(NOW.getTime() + 40 * 86_400_000);
      api.clock.now = later;
      await seed(api.context.db, later);
      api.context.changes.forget();
      expect(await look()).toEqual(before);
      expect(await one(api, 'sample-vratsa')).toMatchObject({ start: '2027-01-02T06:00:00.000Z', sequence: sequence + 1 });
      api.clock.now = NOW;
    });

    it('are left alone once an operator wrote them, and stay gone once they are gone', async () => {
      const { db, changes } = api.context;
      await write(api, 'sample-vratsa');
      await db.deleteFrom('outages').where('id', '=', 'sample-montana').execute();
      const held = await one(api, 'sample-vratsa');
      await seed(db, NOW);
      changes.forget();
      expect([await one(api, 'sample-vratsa'), (await api.get('/v1/outages/sample-montana')).status]).toEqual([held, 404]);
    });
  });

  it('goes into an empty database alone', async () => {
    const database = await openDatabase(await place());
    const options = { kind: 'centers', fileName: 'own.csv', bytes: Buffer.from(OWN), skipBad: false, removeMissing: false } as const;
    const report = await importRegister(database.db, options, NOW);
    expect(report.counts).toMatchObject({ added: 1 });
    await seed(database.db, NOW);
    expect((await readCenters(database.db)).map(({ id }) => id)).toEqual(['own']);
    expect(await readPlaces(database.db)).toEqual([]);
    for (const table of ['customers', 'reading_windows', 'notices', 'occupancy_counts', 'outages'] as const) {
      expect(await database.db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
    await database.close();
  });
});

it('does not come back after a restart of an imported register', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cez-seed-'));
  const place: DatabasePlace = { dataDir: folder };
  const first = await Api.open(place);
  const options = { kind: 'centers', fileName: 'own.csv', bytes: Buffer.from(OWN), skipBad: false, removeMissing: false } as const;
  await importRegister(first.context.db, options, NOW);
  first.context.changes.forget();
  const before = await first.get('/v1/centers');
  await first.close();
  const second = await Api.open(place);
  const after = await second.get('/v1/centers');
  const { notices } = (await second.get('/v1/notices')).json<Schemas['NoticeList']>();
  await second.close();
  rmSync(folder, { recursive: true });
  expect(after.json<{ centers: unknown[] }>().centers).toHaveLength(1);
  expect(after.headers['etag']).toBe(before.headers['etag']);
  expect(notices).toEqual([]);
});
