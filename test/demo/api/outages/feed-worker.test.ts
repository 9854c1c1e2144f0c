import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { FeedWorker } from '../../../../demo/api/outages/feed-worker.js';
import { setFeed } from '../../../../demo/api/outages/feed-store.js';
import { Api, onBothDatabases } from '../support/api.js';
import { clear, list, minute, type OutageList } from '../support/outages.js';

const FEED = JSON.stringify({
  1: { ceo: 'VR_1', typedist: 'непланирано', begin_event: '23.11.2026 09:00', end_event: '', city_name: 'ВРАЦА', lat: '43.21', lon: '23.56' },
});
const NUMBER = { clientNumber: '310000000055' };

let site: Server;
/** What the operator's site answers; null: it hangs up. */
let answer: { status: number; body: string } | null;
let asked = 0;
let address: string;
beforeAll(async () => {
  site = createServer((request, response) => {
    asked += 1;
    if (answer === null) request.socket.destroy();
    else response.writeHead(answer.status, { 'content-type': 'text/html' }).end(answer.body);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/avplan.php?key=canary`;
});
afterAll(() => site.close());

onBothDatabases((place) => {
  let api: Api;
  let worker: FeedWorker;
  let log = '';
  beforeAll(async () => {
    api = await Api.open(await place(), { outagesFeed: { address, seconds: 120 }, logger: { write: (line) => (log += line) } });
    worker = another();
  });
  afterAll(() => api.close());
  // As on the first start, with the feed configured and never read.
  beforeEach(async () => {
    asked = 0;
    answer = { status: 200, body: FEED };
    wait(0);
    await clear(api);
    for (const exists of [false, true]) await setFeed(api.context.db, exists, api.clock.now);
    api.context.changes.forget();
  });

  const another = (): FeedWorker =>
    new FeedWorker(api.context.db, { address, seconds: 120 }, { now: () => api.clock.now, written: () => api.context.changes.forget(), log: api.app.log });
  const wait = (minutes: number) => (api.clock.now = new Date(minute(minutes)));
  const pollAt = async (minutes: number) => {
    wait(minutes);
    return (await worker.poll()).toISOString();
  };
  const asOf = async () => (await api.get('/v1/outages')).json<OutageList>().asOf ?? null;

  it('is not "no outages" before the feed was read', async () => {
    answer = { status: 503, body: '' };
    await worker.poll();
    for (const path of ['/v1/outages', '/v1/outages?kind=planned', '/v1/outages/areas']) {
      expect((await api.get(path)).status).toBe(503);
    }
    expect((await api.post('/v1/outage-lookups', NUMBER)).status).toBe(503);
    expect((await api.get('/v1/places')).status).toBe(200);
    answer = { status: 200, body: '[]' };
    await pollAt(5);
    expect(await list(api)).toEqual([]);
  });

  it('reads when its turn has come, and not before', async () => {
    expect(await worker.poll()).toEqual(new Date(minute(2)));
    expect((await list(api)).map(({ id }) => id)).toEqual(['VR_1']);
    expect([await pollAt(1), asked]).toEqual([minute(2), 1]);
    expect([await pollAt(2), asked]).toEqual([minute(4), 2]);
    // Another process on the same database, a minute later.
    wait(3);
    expect([(await another().poll()).toISOString(), asked]).toEqual([minute(4), 2]);
  });

  it('keeps what is known while the feed fails, waits longer each time, and tells its age', async () => {
    await worker.poll();
    const before = await api.get('/v1/outages');
    const waits: number[] = [];
    let at = 2;
    for (const failure of [null, { status: 500, body: FEED }, { status: 200, body: 'tomuch' }, { status: 200, body: '<p>Вход</p>' }, { status: 404, body: '[]' }]) {
      answer = failure;
      const due = (Date.parse(await pollAt(at)) - api.clock.now.getTime()) / 60_000;
      waits.push(due);
      at += due;
      expect((await list(api)).map(({ id, status }) => [id, status])).toEqual([['VR_1', 'active']]);
    }
    expect(waits).toEqual([2, 4, 8, 16, 16]);
    wait(5.9);
    expect([await asOf(), (await api.get('/v1/outages')).headers['etag']]).toEqual([null, before.headers['etag']]);
    wait(6);
    expect(await asOf()).toBe(minute(0));
    expect((await api.post('/v1/outage-lookups', NUMBER)).json()).toMatchObject({ asOf: minute(0), outages: [{ id: 'VR_1' }] });

    answer = { status: 200, body: FEED };
    await pollAt(at);
    expect([await asOf(), (await list(api)).length]).toEqual([null, 1]);
    expect((await api.post('/v1/outage-lookups', NUMBER)).json()).toMatchObject({ asOf: minute(at) });
  });

  it('stays new as long as it is read, however little changes', async () => {
    await worker.poll();
    const { headers } = await api.get('/v1/outages');
    for (const at of [2, 4, 6, 8]) await pollAt(at);
    wait(13);
    expect((await api.get('/v1/outages', { 'if-none-match': headers['etag'] ?? '' })).status).toBe(304);
  });

  it('is no longer waited for once a process starts without it', async () => {
    await worker.poll();
    wait(60);
    expect(await asOf()).toBe(minute(0));
    await setFeed(api.context.db, false, api.clock.now);
    api.context.changes.forget();
    expect([(await list(api)).length, await asOf()]).toEqual([1, null]);
  });

  it('is read by the running API, at once', async () => {
    await api.app.listen({ port: 0, host: '127.0.0.1' });
    for (let tries = 0; asked === 0 && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    for (let tries = 0; (await api.get('/v1/outages')).status !== 200 && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await list(api)).map(({ id }) => id)).toEqual(['VR_1']);
  });

  it('leaves its address out of the log', () => {
    expect(log).toContain('outages not read');
    expect(log).not.toContain('canary');
  });
});
