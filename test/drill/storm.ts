/**
 * The storm: everybody asks at once, the line breaks answers, and every half minute an API process is killed; once
 * with one process, once with two. Behind a cache that honours the headers every look must bring a list that tells its
 * age, and truly, and every reading that was told as received must be stored, once.
 *
 * `npm run drill -- storm [--minutes 10] [--processes 1,2]`
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createApiKey } from '../../demo/api/api-keys.js';
import type { components } from '../../src/api/schema.js';
import { pollPause } from '../../src/api/poll-pause.js';
import { pause, type ApiProcess } from '../demo/api/support/api-process.js';
import type { CacheFigures } from './edge-cache.js';
import { fillOutages, outageId } from './outages.js';
import { countReadings, prepareMeters, submit } from './readings.js';
import { numbers, onPostgres, report, seededRandom, type Stand } from './stand.js';
import { StormLine } from './storm-line.js';
import { News, Polls } from './storm-polls.js';

type Schemas = components['schemas'];

const { values: options } = parseArgs({ options: { minutes: { type: 'string', default: '10' }, processes: { type: 'string', default: '1,2' } } });
const MS = Number(options.minutes) * 60_000;
const SUBMISSIONS_A_SECOND = 5;
const OUTAGES = 2_000;
const KILL_MS = 30_000;
const MOVE_MS = 5_000;
const PATIENCE_MS = 15_000;
const LAST_ANSWERS_MS = 120_000;

await onPostgres(async (openStand) => {
  for (const processes of options.processes.split(',').map(Number)) await storm(await openStand(`PostgreSQL with ${processes} API process${processes > 1 ? 'es' : ''}`), processes);
});

async function storm(stand: Stand, processes: number): Promise<void> {
  const random = seededRandom(4);
  await fillOutages(stand, OUTAGES);
  await prepareMeters(stand, Math.ceil((MS / 1000) * SUBMISSIONS_A_SECOND));
  const { db, close } = await stand.open();
  const key = await createApiKey(db, 'drill', new Date());
  await close();

  const apis = await Promise.all(numbers(processes).map(() => stand.start()));
  const line = new StormLine(apis.map(({ address }) => address), random);
  const cache = await openCache(await line.open());
  const news = new News();
  const polls = new Polls(cache.address, news, random);
  await polls.warm();
  const until = performance.now() + MS;
  const told = new Map<number, string>();
  const [killed] = await Promise.all([kill(stand, apis, line, until), moveEnds(line, key, news, until), polls.run(until), sendReadings(cache.address, until, told, random)]);
  const figures = await cache.figures();
  polls.close();
  cache.close();
  line.close();
  for (const api of apis) await api.stop('SIGTERM');

  report('API processes killed and started again', killed, killed >= Math.floor(MS / KILL_MS) - 1);
  report('answers broken on the line', line.broken);
  report('changes by the operator meanwhile', news.count, news.count > 0);
  report('the cache showed fresh, showed old, asked, had no answer, passed on', [figures.fresh, figures.stale, figures.asked, figures.failed, figures.passed].join(', '));
  polls.report(MS / 1000);
  await countReadings(stand, told);
}

/** An operator moves the end of one outage, again and again. */
async function moveEnds(line: StormLine, key: string, news: News, until: number): Promise<void> {
  while (performance.now() < until) {
    for (const address of line.addresses) {
      const moved = await moveEnd(`${address}/v1/outages/${outageId(0)}`, key).catch(() => null);
      if (moved === null) continue;
      news.tell(moved);
      break;
    }
    await pause(MOVE_MS);
  }
}

async function moveEnd(address: string, key: string): Promise<number | null> {
  const signal = AbortSignal.timeout(5_000);
  const seen = await fetch(address, { signal });
  const outage: Partial<Schemas['Outage']> = (await seen.json()) as Schemas['Outage'];
  delete outage.id;
  delete outage.updatedAt;
  const moved = { ...outage, end: new Date(Date.parse(outage.end!) + 60_000).toISOString() };
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'if-match': seen.headers.get('etag') ?? '' };
  const written = await fetch(address, { method: 'PUT', headers, body: JSON.stringify(moved), signal });
  return written.ok ? ((await written.json()) as Schemas['Outage']).sequence : null;
}

/** Every half minute the next process dies, in the middle of whatever it does, and another is started. */
async function kill(stand: Stand, apis: ApiProcess[], line: StormLine, until: number): Promise<number> {
  let killed = 0;
  for (let next = performance.now() + KILL_MS; next < until; next += KILL_MS) {
    await pause(next - performance.now());
    const index = killed % apis.length;
    await apis[index]!.stop('SIGKILL');
    killed += 1;
    apis[index] = await stand.start();
    line.addresses[index] = apis[index].address;
  }
  return killed;
}

/** Each customer sends until there is an answer; one in ten from two pages at once, one in ten once more afterwards. */
async function sendReadings(address: string, until: number, told: Map<number, string>, random: () => number): Promise<void> {
  const began = performance.now();
  const customers: Promise<unknown>[] = [];
  let [again, odd] = [0, 0];
  const send = async (submission: number): Promise<void> => {
    for (let failures = 0; performance.now() < until + LAST_ANSWERS_MS; failures += 1) {
      const answer = await submit(address, submission, PATIENCE_MS).catch(() => null);
      if (answer?.status === 201) {
        const first = told.get(submission);
        if (first !== undefined && first !== answer.text) odd += 1;
        told.set(submission, first ?? answer.text);
        return;
      }
      if (answer && answer.status < 500) odd += 1;
      again += 1;
      await pause(pollPause(1_000, failures, random));
    }
  };
  const wanted = Math.floor((MS / 1000) * SUBMISSIONS_A_SECOND);
  for (const submission of numbers(wanted)) {
    await pause(began + (submission * 1000) / SUBMISSIONS_A_SECOND - performance.now());
    customers.push(send(submission));
    if (submission % 10 === 3) customers.push(send(submission));
    if (submission % 10 === 7) customers.push(send(submission).then(() => send(submission)));
  }
  await Promise.all(customers);
  report('readings sent', wanted);
  report('of which never told as received', wanted - told.size, told.size === wanted);
  report('sent again for want of an answer', again);
  report('told otherwise than at first, or refused', odd, odd === 0);
}

async function openCache(upstream: string): Promise<{ address: string; figures(): Promise<CacheFigures>; close(): void }> {
  const child = fork(fileURLToPath(new URL('edge-cache.ts', import.meta.url)), [upstream], { execArgv: ['--import', 'tsx'] });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return {
    address: `http://127.0.0.1:${port}`,
    async figures() {
      child.send('figures');
      const [{ figures }] = (await once(child, 'message')) as [{ figures: CacheFigures }];
      return figures;
    },
    close: () => child.disconnect(),
  };
}
