/**
 * Guessing: ten thousand pairs from one address, from a thousand addresses, and under forged
 * `X-Forwarded-For`. Every tenth pair is right, so that a leak would show. Refusals of a wrong code and
 * of an unknown number must be alike in all but their random parts.
 */
import type { ApiProcess } from '../demo/api/support/api-process.js';
import { inParallel, numbers, onBothDatabases, report, type Stand } from './stand.js';

const PAIRS = Number(process.argv[2] ?? 10_000);
const WAYS = 40;
const PROXY = '127.0.0.1';
const BY_ADDRESS = 10;
const BY_ALL = 500;
const CUSTOMERS = Math.ceil(PAIRS / 2);

interface Guess {
  clientNumber: string;
  authorizationCode: string;
  kind: 'unknown number' | 'wrong code' | 'right';
}

/** Half of the wrong ones are of numbers that exist; no number comes twice, so that other limits decide. */
function guess(index: number, allowRight: boolean): Guess {
  const exists = index % 2 === 0;
  const clientNumber = String((exists ? 700_000_000_000 : 800_000_000_000) + Math.floor(index / 2));
  if (allowRight && index % 10 === 0) return { clientNumber, authorizationCode: 'DRILL1', kind: 'right' };
  return { clientNumber, authorizationCode: 'WRONG1', kind: exists ? 'wrong code' : 'unknown number' };
}

await onBothDatabases(async (stand) => {
  const { db, close } = await stand.open();
  for (const block of numbers(Math.ceil(CUSTOMERS / 1000))) {
    const customers = numbers(1000).map((index) => ({
      client_number: String(700_000_000_000 + block * 1000 + index),
      authorization_code: 'DRILL1', brand: 'cez-bg' as const, place: 'София', credit_cents: 0, pay_url: null, sample: false,
    }));
    await db.insertInto('customers').values(customers).execute();
  }
  await close();
  await attack(stand, 'one address', {}, () => ({}), BY_ADDRESS);
  await attack(stand, 'forged X-Forwarded-For', {}, (index) => ({ 'x-forwarded-for': addressOf(index % 1000) }), BY_ADDRESS);
  await attack(stand, 'forged X-Forwarded-For before a trusted proxy', { TRUST_PROXY: PROXY }, (index) => ({ 'x-forwarded-for': `${addressOf(index % 1000)}, 203.0.113.5` }), BY_ADDRESS);
  await attack(stand, '1000 addresses', { TRUST_PROXY: PROXY }, (index) => ({ 'x-forwarded-for': addressOf(index % 1000) }), BY_ALL);
});

function addressOf(index: number): string {
  return `10.${Math.floor(index / 250)}.7.${index % 250}`;
}

interface Refusal {
  status: number;
  /** All of the answer that is not random. */
  alike: string;
}

async function attack(
  stand: Stand,
  name: string,
  environment: Record<string, string>,
  headersOf: (index: number) => Record<string, string>,
  limit: number,
): Promise<void> {
  const { db, close } = await stand.open();
  await db.deleteFrom('failed_attempts').execute();
  await close();
  const api = await stand.start(environment);
  const statuses = new Map<number, number>();
  const shapes = new Map<string, Set<string>>();
  const tell = async (index: number, allowRight: boolean) => {
    const asked = guess(index, allowRight);
    const { status, alike } = await ask(api, asked, headersOf(index));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (asked.kind === 'right') return;
    const kinds = shapes.get(`${status} ${alike}`) ?? new Set();
    shapes.set(`${status} ${alike}`, kinds.add(asked.kind));
  };
  // Wrong ones until the limit is passed; from then on a right one must not be answered either.
  const began = performance.now();
  const until = Math.min(PAIRS, limit * 2);
  await inParallel(numbers(until), WAYS, (index) => tell(index, false));
  await inParallel(numbers(PAIRS).slice(until), WAYS, (index) => tell(index, true));
  const seconds = (performance.now() - began) / 1000;
  await api.stop('SIGTERM');

  const counts = [...statuses].sort(([one], [other]) => one - other).map(([status, count]) => `${status} × ${count}`);
  report(`${PAIRS} pairs from ${name}, ${(PAIRS / seconds).toFixed(0)} a second`, counts.join(', '));
  report('answers leaked', statuses.get(200) ?? 0, !statuses.has(200));
  report(`pairs looked at (the limit is ${limit})`, statuses.get(404) ?? 0, (statuses.get(404) ?? 0) === limit);
  const telling = [...shapes].filter(([, kinds]) => kinds.size < 2).map(([shape]) => shape);
  report('refusals that only one kind of wrong gets', telling.length === 0 ? 0 : telling.join('\n      '), telling.length === 0);
}

async function ask(api: ApiProcess, { clientNumber, authorizationCode }: Guess, headers: Record<string, string>): Promise<Refusal> {
  const response = await fetch(`${api.address}/v1/balance-lookups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ clientNumber, authorizationCode }),
  });
  const text = await response.text();
  const told = [...response.headers].filter(([header]) => header !== 'date').map(([header, value]) => `${header}: ${value}`);
  const body = text
    .replace(/"(challenge|signature)":"[0-9a-f]{64}"/g, '"$1":""')
    .replace(/"salt":"[0-9a-f]{24}/, '"salt":"')
    .replace(/expires=\d+/, 'expires=');
  return { status: response.status, alike: `${told.join('; ')} ${text.length} ${body}` };
}
