import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiKey } from '../../../demo/api/api-keys.js';
import { openDatabase } from '../../../demo/api/database.js';
import { importRegister } from '../../../demo/api/import/register-import.js';
import { withCommands } from '../../../demo/api/local-commands.js';
import { Api, NOW } from './support/api.js';
import { startPostgres, type Postgres } from './support/postgres.js';

const CSV = 'id;name;street;place;oblast\nown;Център Наш;ул. „Наша“ 1;Враца;Враца\n';
const FILE = { kind: 'centers', fileName: 'own.csv', bytes: Buffer.from(CSV), skipBad: false, removeMissing: false } as const;

describe('a database that others write too', () => {
  let postgres: Postgres;
  let databaseUrl: string;
  let api: Api;
  beforeAll(async () => {
    postgres = await startPostgres();
    databaseUrl = await postgres.createDatabase();
    api = await Api.open({ databaseUrl });
  });
  afterAll(async () => {
    await api.close();
    await postgres.stop();
  });

  it('is noticed to have changed', async () => {
    const before = await api.get('/v1/centers');
    await withCommands({ databaseUrl, dataDir: '' }, (commands) => commands.importRegister(FILE));
    await new Promise((resolve) => setTimeout(resolve, 150));
    const after = await api.get('/v1/centers', { 'if-none-match': before.headers['etag'] ?? '' });
    expect([after.status, after.json<{ centers: unknown[] }>().centers.length]).toEqual([200, 1]);
  });

  it('changes with the clock in all processes alike', async () => {
    const other = await Api.open({ databaseUrl });
    const etags: unknown[] = [];
    for (const hours of [0, 1, 2, 30]) {
      api.clock.now = other.clock.now = new Date(NOW.getTime() + hours * 3_600_000);
      const [one, two] = await Promise.all([api.get('/v1/outages'), other.get('/v1/outages')]);
      expect(one.headers['etag']).toBe(two.headers['etag']);
      etags.push(one.headers['etag']);
    }
    expect(new Set(etags).size).toBe(4);
    api.clock.now = NOW;
    await other.close();
  });

  it('is brought up to date by one of many that start at once', async () => {
    const empty = await postgres.createDatabase();
    const apis = await Promise.all([0, 1, 2].map(() => Api.open({ databaseUrl: empty })));
    const etags = await Promise.all(apis.map(async (each) => (await each.get('/v1/centers')).headers['etag']));
    expect(new Set(etags).size).toBe(1);
    await Promise.all(apis.map((each) => each.close()));
  });

  it('is written by one import at a time', async () => {
    const [one, other] = await Promise.all([openDatabase({ databaseUrl }), openDatabase({ databaseUrl })]);
    const file = { ...FILE, bytes: Buffer.from(CSV.replaceAll('own', 'twice')) };
    const reports = await Promise.all([one, other].map(({ db }) => importRegister(db, file, NOW)));
    expect(reports.map(({ counts }) => counts?.added).sort()).toEqual([0, 1]);
    await Promise.all([one.close(), other.close()]);
  });

  it('takes keys made elsewhere', async () => {
    const other = await openDatabase({ databaseUrl });
    const key = await createApiKey(other.db, 'elsewhere', NOW);
    await other.close();
    const answer = await api.send('PUT', '/v1/centers/own', { body: {}, headers: { authorization: `Bearer ${key}` } });
    expect(answer.status).toBe(422);
  });

  it('may go away: what is known is still served, the rest is unavailable', async () => {
    const known = await api.get('/v1/centers');
    await postgres.stop();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await api.get('/v1/centers')).text).toBe(known.text);
    const unknown = await api.get('/v1/contacts?brand=cez-rp');
    expect([unknown.status, unknown.json()['code'], unknown.headers['retry-after']]).toEqual([503, 'unavailable', '5']);
    expect(unknown.headers['access-control-allow-origin']).toBe('*');
    expect((await api.get('/readyz')).status).toBe(503);
    expect((await api.get('/healthz')).status).toBe(200);
  });
});
