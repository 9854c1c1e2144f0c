/**
 * What one API process serves alone, with nothing before it: lists and "not modified" a second and how long they take,
 * with 200, 2 000 and 20 000 outages. The goals hold for 2 000, on two cores that the load generator shares.
 *
 * `npm run drill -- capacity [SECONDS]`
 */
import { load } from './load.js';
import { fillOutages } from './outages.js';
import { onPostgres, report } from './stand.js';

const SECONDS = Number(process.argv[2] ?? 15);
const WARM_UP_SECONDS = 3;
const CONNECTIONS = 100;
const GOALS = { outages: 2_000, lists: 15_000, notModified: 20_000, p99: 50 };

await onPostgres(async (openStand) => {
  const stand = await openStand('PostgreSQL with one API process');
  for (const outages of [200, 2_000, 20_000]) {
    await fillOutages(stand, outages);
    const api = await stand.start();
    const address = `${api.address}/v1/outages`;
    const headers = { 'accept-encoding': 'br' };
    const list = await fetch(address, { headers });
    await list.arrayBuffer();
    const isGoal = outages === GOALS.outages;
    console.log(`  ${outages} outages, ${(Number(list.headers.get('content-length')) / 1024).toFixed(1)} KiB`);
    await measure('lists', address, headers, 200, isGoal ? GOALS.lists : 0);
    await measure('not modified', address, { ...headers, 'if-none-match': list.headers.get('etag') ?? '' }, 304, isGoal ? GOALS.notModified : 0);
    await api.stop('SIGTERM');
  }
});

async function measure(what: string, address: string, headers: Record<string, string>, status: number, goal: number): Promise<void> {
  await load(address, headers, status, CONNECTIONS, WARM_UP_SECONDS);
  const { rate, p99, failed } = await load(address, headers, status, CONNECTIONS, SECONDS);
  report(`${what} a second${goal ? ` (at least ${goal})` : ''}`, rate.toFixed(0), rate >= goal);
  report(`${what}, p99 ms${goal ? ` (less than ${GOALS.p99})` : ''}`, p99.toFixed(1), !goal || p99 < GOALS.p99);
  report(`${what} that failed`, failed, failed === 0);
}
