/** The feeder beside a real API on a connection of its own, on a Monday morning. */
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createApiKey } from '../../../../demo/api/api-keys.js';
import { importRegister } from '../../../../demo/api/import/register-import.js';
import { feedOccupancy } from '../../../../demo/api/sample/occupancy-feed.js';
import { openingState } from '../../../../src/model/opening-hours.js';
import { Api, NOW } from '../support/api.js';
import { pause } from '../support/api-process.js';
import { freePort } from '../support/postgres.js';
import type { components } from '../../../../src/api/schema.js';

type Schemas = components['schemas'];

let api: Api;
let stop: AbortController;
afterEach(async () => {
  stop.abort();
  await api.close();
});

function start(port: number, newKey = () => createApiKey(api.context.db, 'sample counts', NOW)): { lines: string[]; ended: Promise<void> } {
  stop = new AbortController();
  const lines: string[] = [];
  const feed = { api: `http://127.0.0.1:${port}/v1`, newKey, now: () => NOW, say: (line: string) => void lines.push(line) };
  return { lines, ended: feedOccupancy(feed, stop.signal) };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(20);
}

async function countedNow(): Promise<string[]> {
  const { occupancy } = (await api.get('/v1/occupancy')).json<Schemas['OccupancyList']>();
  return occupancy.filter(({ at }) => at === NOW.toISOString()).map(({ centerId }) => centerId);
}

it('plays the day in the sample centers that are open, with a key, once the API answers', async () => {
  const port = await freePort();
  api = await Api.open({ memory: true });
  const own = { ...(await api.get('/v1/centers/sample-vratsa')).json<Schemas['Center']>(), id: undefined, updatedAt: undefined, sample: false };
  await api.send('PUT', '/v1/centers/own', { body: own, headers: await api.operatorHeaders() });

  const { lines } = start(port);
  await until(() => lines.length === 1);
  expect(lines[0]).toContain('trying on');
  await api.app.listen({ port, host: '127.0.0.1' });
  await until(() => lines.length === 2);

  const { centers } = (await api.get('/v1/centers')).json<Schemas['CenterList']>();
  const counted = await countedNow();
  expect(counted.length).toBeGreaterThan(10);
  expect(lines[1]).toContain(`in ${counted.length} sample centers`);
  for (const center of centers.filter(({ id }) => counted.includes(id))) {
    expect([center.id, center.sample, openingState(center, NOW)]).toEqual([center.id, true, 'open']);
  }
  expect(counted).not.toContain('own');
  expect(counted).not.toContain('sample-unknown-hours');
  const actors = await api.context.db.selectFrom('audit_log').select('actor').where('target', 'like', 'centers/%/occupancy').distinct().execute();
  expect(actors).toEqual([{ actor: 'sample counts' }]);
});

it('gets itself another key, and ends where there is nothing to play', async () => {
  api = await Api.open({ memory: true });
  await api.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = api.app.server.address() as AddressInfo;
  const keys = ['cez_forgotten', await createApiKey(api.context.db, 'sample counts', NOW)];
  const first = start(port, () => Promise.resolve(keys.shift() ?? ''));
  await until(() => first.lines.length > 0);
  stop.abort();
  await first.ended;
  expect((await countedNow()).length).toBeGreaterThan(10);

  const bytes = Buffer.from('id;name;street;place;oblast\nown;Център Наш;ул. „Наша“ 1;Враца;Враца\n');
  await importRegister(api.context.db, { kind: 'centers', fileName: 'own.csv', bytes, skipBad: false, removeMissing: false }, NOW);
  api.context.changes.forget();
  const second = start(port);
  await second.ended;
  expect(second.lines).toEqual([expect.stringContaining('no sample centers')]);
});
