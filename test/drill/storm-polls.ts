/** Thousands of pages that look for the list of outages, and what is held against the lists they get. */
import { Agent, request, type IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { components } from '../../src/api/schema.js';
import { pause } from '../demo/api/support/api-process.js';
import { outageId } from './outages.js';
import { report } from './stand.js';

type Schemas = components['schemas'];

const POLLS_A_SECOND = 2_000;
/** Every process may hold a change back that long. */
const MEMORY_MS = 200;
const PATIENCE_MS = 15_000;
/** So many looks under way are no storm but a machine that cannot make one. */
const MOST_OPEN = 20_000;
const TICK_MS = 5;

const decompress = promisify(brotliDecompress);

/** What the operator has changed, as far as was told: the count of moves of one end, and since when it must be known. */
export class News {
  readonly #told: { sequence: number; at: number }[] = [];

  tell(sequence: number): void {
    this.#told.push({ sequence, at: performance.now() });
  }

  get count(): number {
    return this.#told.length;
  }

  /** Whether a list that knows so many moves could be asked for at an instant. */
  mayBe(sequence: number, at: number): boolean {
    return !this.#told.some((move) => move.sequence > sequence && move.at < at - MEMORY_MS);
  }
}

/** Pages that look for the list: most have it and ask whether it is still so. */
export class Polls {
  readonly #address: string;
  readonly #news: News;
  readonly #random: () => number;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 512 });
  /** By ETag: how many moves of the end the list knows. */
  readonly #versions = new Map<string, Promise<number>>();
  readonly #latest = new Map<string, string>();
  readonly #times: number[] = [];
  readonly #without = new Map<string, number>();
  #undated = 0;
  #untrue = 0;
  #same = 0;
  #oldest = 0;

  constructor(address: string, news: News, random: () => number) {
    this.#address = address;
    this.#news = news;
    this.#random = random;
  }

  /** The cache has had the list before the storm comes. */
  async warm(): Promise<void> {
    for (const encoding of ['br', 'identity']) while (!this.#latest.has(encoding)) await this.#poll(encoding, true).then(() => pause(100));
    this.#times.length = this.#undated = 0;
    this.#without.clear();
  }

  async run(until: number): Promise<void> {
    const began = performance.now();
    const open = new Set<Promise<void>>();
    for (let sent = 0; performance.now() < until; ) {
      const due = Math.floor(((performance.now() - began) / 1000) * POLLS_A_SECOND);
      for (; sent < due; sent += 1) {
        const draw = this.#random();
        const poll = this.#poll(draw < 0.01 ? 'identity' : 'br', draw < 0.4).finally(() => open.delete(poll));
        open.add(poll);
      }
      if (open.size > MOST_OPEN) throw new Error('The looks pile up faster than they are made: give the drill a machine of its own.');
      await pause(TICK_MS);
    }
    await Promise.all(open);
  }

  close(): void {
    this.#agent.destroy();
  }

  report(seconds: number): void {
    const times = Float64Array.from(this.#times).sort();
    const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? NaN).toFixed(0);
    const rate = times.length / seconds;
    report('looks at the list, a second', rate.toFixed(0), rate > POLLS_A_SECOND * 0.98);
    report('of which told that nothing has changed', this.#same);
    report('ms until the answer: median, p99, longest', `${at(0.5)}, ${at(0.99)}, ${at(1)}`);
    report('looks that brought no list', [...this.#without].map(([why, count]) => `${count} × ${why}`).join(', ') || 0, this.#without.size === 0);
    report('lists without Date, Age or updatedAt', this.#undated, this.#undated === 0);
    report('lists older than their Age says', this.#untrue, this.#untrue === 0);
    report('oldest list, s, by its Age', this.#oldest);
  }

  async #poll(encoding: string, isNew: boolean): Promise<void> {
    const held = isNew ? undefined : this.#latest.get(encoding);
    const began = performance.now();
    const answer = await ask(`${this.#address}/v1/outages`, this.#agent, { 'accept-encoding': encoding, ...(held && { 'if-none-match': held }) }).catch((error: unknown) => String(error));
    this.#times.push(performance.now() - began);
    if (typeof answer === 'string' || !answer.headers.etag || (answer.status !== 200 && answer.status !== 304)) {
      const why = typeof answer === 'string' ? answer : String(answer.status);
      this.#without.set(why, (this.#without.get(why) ?? 0) + 1);
      return;
    }
    const { status, body } = answer;
    const { etag, date, age } = answer.headers;
    if (status === 304) this.#same += 1;
    if (!Date.parse(date ?? '') || !/^\d+$/.test(age ?? '')) return void (this.#undated += 1);
    this.#oldest = Math.max(this.#oldest, Number(age));
    if (status === 200 && !this.#versions.has(etag)) this.#versions.set(etag, this.#read(body, encoding));
    this.#latest.set(encoding, etag);
    // `Age` is in whole seconds.
    if (!this.#news.mayBe(await this.#versions.get(etag)!, began - (Number(age) + 1) * 1000)) this.#untrue += 1;
  }

  async #read(body: Buffer, encoding: string): Promise<number> {
    const { outages, updatedAt } = JSON.parse(String(encoding === 'br' ? await decompress(body) : body)) as Schemas['OutageList'];
    if (!Date.parse(updatedAt)) this.#undated += 1;
    return outages.find(({ id }) => id === outageId(0))?.sequence ?? -1;
  }
}

function ask(address: string, agent: Agent, headers: Record<string, string>): Promise<{ status: number | undefined; headers: IncomingMessage['headers']; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asking = request(address, { agent, headers, timeout: PATIENCE_MS }, (answer) => {
      answer.toArray().then((chunks) => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks as Buffer[]) }), reject);
    });
    asking.once('timeout', () => asking.destroy()).once('error', reject).end();
  });
}
