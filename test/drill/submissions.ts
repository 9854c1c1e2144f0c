/**
 * Each submission is stored once: sent several times by forty at once, and by customers who send
 * again because the server died between commit and answer.
 */
import { once } from 'node:events';
import type { components } from '../../src/api/schema.js';
import type { ApiProcess } from '../demo/api/support/api-process.js';
import { inParallel, numbers, onBothDatabases, report, seededRandom, type Stand } from './stand.js';

type Schemas = components['schemas'];

const SUBMISSIONS = Number(process.argv[2] ?? 10_000);
const KILLS = 20;
const SUBMISSIONS_A_KILL = 100;
const WAYS = 40;
const METERS_A_CUSTOMER = 100;
const TODAY = new Date().toISOString().slice(0, 10);

/** What each submission was told on each database, for the count at the end. */
const answers = new Map<string, Map<number, string>>();

await onBothDatabases(async (stand) => {
  await prepare(stand, SUBMISSIONS + KILLS * SUBMISSIONS_A_KILL);
  await repeatedKeys(stand);
  await kills(stand);
  await countRows(stand);
});

/** Customers with a hundred meters each: one meter for one submission. */
async function prepare(stand: Stand, meters: number): Promise<void> {
  const { db, close } = await stand.open();
  for (const customer of numbers(Math.ceil(meters / METERS_A_CUSTOMER))) {
    const proof = proofOf(customer * METERS_A_CUSTOMER);
    await db
      .insertInto('customers')
      .values({ client_number: proof.clientNumber, authorization_code: proof.authorizationCode, brand: 'cez-bg', place: 'София', credit_cents: 0, pay_url: null, sample: false })
      .execute();
    const ids = numbers(METERS_A_CUSTOMER).map((meter) => `meter-${customer * METERS_A_CUSTOMER + meter}`);
    await db.insertInto('metering_points').values(ids.map((id) => ({ meter_id: id, client_number: proof.clientNumber, meter_number: '1' }))).execute();
    await db
      .insertInto('registers')
      .values(ids.map((id) => ({
        meter_id: id, code: 'single', rank: 0, name: '{"bg":"Една скала","en":null}', digits: 6,
        last_value: '000000', last_read_at: '2020-01-01', plausible_max: '999999',
      })))
      .execute();
  }
  await db
    .insertInto('reading_windows')
    .values({ from_date: '2020-01-01', through_date: '2999-12-31', reason: null, sample: false })
    .execute();
  await close();
}

function proofOf(submission: number): Schemas['ClientProof'] {
  const customer = Math.floor(submission / METERS_A_CUSTOMER);
  return { clientNumber: String(700_000_000_000 + customer), authorizationCode: 'DRILL1' };
}

interface Told {
  status: number;
  text: string;
  replayed: boolean;
}

async function submit(address: string, submission: number): Promise<Told> {
  const response = await fetch(`${address}/v1/readings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `key-${submission}` },
    body: JSON.stringify({
      ...proofOf(submission),
      meterId: `meter-${submission}`,
      registers: [{ code: 'single', value: String(submission % 1_000_000) }],
      readAt: TODAY,
    }),
  });
  const text = await response.text();
  return { status: response.status, text, replayed: response.headers.has('idempotency-replayed') };
}

async function repeatedKeys(stand: Stand): Promise<void> {
  const api = await stand.start();
  const random = seededRandom(3);
  // Two to four times each, near each other, so that twins meet in flight.
  const sendings = numbers(SUBMISSIONS)
    .flatMap((submission) => numbers(2 + Math.floor(random() * 3)).map(() => ({ submission, at: submission + random() * WAYS })))
    .sort((one, other) => one.at - other.at);
  const told = new Map<number, Told[]>(numbers(SUBMISSIONS).map((submission) => [submission, []]));
  const began = performance.now();
  await inParallel(sendings, WAYS, async ({ submission }) => {
    told.get(submission)?.push(await submit(api.address, submission));
  });
  const seconds = (performance.now() - began) / 1000;
  await api.stop('SIGTERM');

  const all = [...told.values()];
  const odd = all.filter((ofOne) => new Set(ofOne.map(({ status, text }) => `${status} ${text}`)).size > 1 || ofOne[0]?.status !== 201);
  const firsts = all.filter((ofOne) => ofOne.filter(({ replayed }) => !replayed).length !== 1);
  report(`${SUBMISSIONS} submissions sent ${sendings.length} times, ${WAYS} at once, a second`, (sendings.length / seconds).toFixed(0));
  report('told different answers, or none', odd.length, odd.length === 0);
  report('told as new other than once', firsts.length, firsts.length === 0);
  answers.set(stand.name, new Map([...told].map(([submission, [first]]) => [submission, first?.text ?? ''])));
}

async function kills(stand: Stand): Promise<void> {
  const preload = new URL('die-before-answer.mjs', import.meta.url).href;
  const environment = { NODE_OPTIONS: `--import=${preload}`, DIE_ONE_IN: String(SUBMISSIONS_A_KILL) };
  const rest = numbers(KILLS * SUBMISSIONS_A_KILL).map((index) => SUBMISSIONS + index);
  const told = answers.get(stand.name) ?? new Map<number, string>();
  let [again, replays] = [0, 0];
  const server = { api: await stand.start(environment), died: 0, restarting: null as Promise<void> | null };
  const restart = async (dead: ApiProcess) => {
    if (dead.child.exitCode === null && dead.child.signalCode === null) await once(dead.child, 'exit');
    server.died += 1;
    server.api = await stand.start(environment);
    server.restarting = null;
  };
  await inParallel(rest, WAYS, async (submission) => {
    for (let attempt = 1; ; attempt += 1) {
      await server.restarting;
      const asked = server.api;
      const answer = await submit(asked.address, submission).catch(() => null);
      if (answer?.status === 201) {
        if (attempt > 1) again += 1;
        if (answer.replayed) replays += 1;
        told.set(submission, answer.text);
        return;
      }
      if (answer !== null) throw new Error(`Answered ${answer.status}: ${answer.text}`);
      if (asked === server.api) server.restarting ??= restart(asked);
    }
  });
  await server.restarting;
  await server.api.stop('SIGTERM');
  report('killed between commit and answer', server.died, server.died > 0);
  report('submissions sent again after that', again);
  report('of which had been stored already, and brought the first answer', replays, replays >= server.died);
}

async function countRows(stand: Stand): Promise<void> {
  const { db, close } = await stand.open();
  const rows = await db.selectFrom('readings').select(['idempotency_key', 'meter_id', 'answer']).execute();
  await close();
  const told = answers.get(stand.name) ?? new Map<number, string>();
  const keys = new Set(rows.map((row) => row.idempotency_key));
  const stored = new Map(rows.map((row) => [row.idempotency_key, row.answer]));
  const lost = [...told].filter(([submission, answer]) => stored.get(`key-${submission}`) !== answer);
  report('rows', rows.length, rows.length === told.size);
  report('submissions stored twice', rows.length - keys.size, rows.length === keys.size);
  report('submissions told as received and not stored so', lost.length, lost.length === 0);
}
