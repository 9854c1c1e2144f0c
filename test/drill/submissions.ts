/**
 * Each submission is stored once: sent several times by forty at once, and by customers who send
 * again because the server died between commit and answer.
 */
import { once } from 'node:events';
import type { ApiProcess } from '../demo/api/support/api-process.js';
import { countReadings, prepareMeters, submit, type Told } from './readings.js';
import { inParallel, numbers, onBothDatabases, report, seededRandom, type Stand } from './stand.js';

const SUBMISSIONS = Number(process.argv[2] ?? 10_000);
const KILLS = 20;
const SUBMISSIONS_A_KILL = 100;
const WAYS = 40;

/** What each submission was told on each database, for the count at the end. */
const answers = new Map<string, Map<number, string>>();

await onBothDatabases(async (stand) => {
  await prepareMeters(stand, SUBMISSIONS + KILLS * SUBMISSIONS_A_KILL);
  await repeatedKeys(stand);
  await kills(stand);
  await countReadings(stand, answers.get(stand.name) ?? new Map());
});

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
