/**
 * Whether an unknown number and a wrong code can be told apart by time: so many of each, in turns over
 * one connection, with the limits off. Differences of medians, and how likely such ranks are by chance.
 */
import { Agent, request } from 'node:http';
import { numbers, onBothDatabases, report, seededRandom } from './stand.js';

const OF_EACH = Number(process.argv[2] ?? 2_000);
const WARM_UP = 500;
const MOST_MS = 2;

const KINDS = {
  'unknown number': { clientNumber: '999999999999', authorizationCode: 'WRONG1' },
  'wrong code': { clientNumber: '310000000011', authorizationCode: 'WRONG1' },
};

await onBothDatabases(async (stand) => {
  const api = await stand.start({ LIMITS: 'off' });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (body: object) => timed(`${api.address}/v1/balance-lookups`, agent, JSON.stringify(body));
  for (const index of numbers(WARM_UP)) await ask(index % 2 ? KINDS['wrong code'] : KINDS['unknown number']);

  const random = seededRandom(5);
  const unknown: number[] = [];
  const wrong: number[] = [];
  // In pairs whose order is drawn, so that neither kind always comes first.
  for (let pair = 0; pair < OF_EACH; pair += 1) {
    const unknownFirst = random() < 0.5;
    for (const isUnknown of [unknownFirst, !unknownFirst]) {
      (isUnknown ? unknown : wrong).push(await ask(isUnknown ? KINDS['unknown number'] : KINDS['wrong code']));
    }
  }
  agent.destroy();
  await api.stop('SIGTERM');

  const difference = Math.abs(median(unknown) - median(wrong));
  report(`median of ${OF_EACH} unknown numbers, ms`, median(unknown).toFixed(3));
  report(`median of ${OF_EACH} wrong codes, ms`, median(wrong).toFixed(3));
  report(`difference of medians, ms (less than ${MOST_MS})`, difference.toFixed(3), difference < MOST_MS);
  report('Mann-Whitney p of the two being alike', chanceOfRanks(unknown, wrong).toFixed(3));
});

function timed(address: string, agent: Agent, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    request(address, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': body.length } }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 404) resolve(performance.now() - began);
        else reject(new Error(`Answered ${response.statusCode}`));
      });
    })
      .once('error', reject)
      .end(body);
  });
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Two-sided p of the Mann-Whitney U test, by its normal approximation; times hardly ever tie. */
function chanceOfRanks(one: readonly number[], other: readonly number[]): number {
  const ranked = [...one.map((time) => ({ time, isOne: true })), ...other.map((time) => ({ time, isOne: false }))].sort((a, b) => a.time - b.time);
  const rankSum = ranked.reduce((sum, { isOne }, index) => sum + (isOne ? index + 1 : 0), 0);
  const u = rankSum - (one.length * (one.length + 1)) / 2;
  const mean = (one.length * other.length) / 2;
  const deviation = Math.sqrt((mean * (one.length + other.length + 1)) / 6);
  return tails(Math.abs(u - mean) / deviation);
}

/** Both tails of the normal distribution beyond `z` (Abramowitz and Stegun, 7.1.26). */
function tails(z: number): number {
  const x = z / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return series * Math.exp(-x * x);
}
