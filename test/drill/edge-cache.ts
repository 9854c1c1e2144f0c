/**
 * A small shared cache, a process of its own, that honours what an answer says as a CDN would (RFC 9111, RFC 5861):
 * fresh until its age, then shown while it is asked for anew, then instead of an error; one request upstream however
 * many ask; one answer for each `Vary`; `Age` on all of them. What may not be kept is passed on. Knows nothing of the API.
 */
import { createServer, request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

interface Kept {
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** When it was asked for; the answer is no younger. */
  at: number;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** What the cache did, for the report. */
export interface CacheFigures {
  fresh: number;
  stale: number;
  asked: number;
  failed: number;
  passed: number;
}

const UPSTREAM_MS = 5_000;
/** After a failure upstream, that long what is kept is shown without asking. */
const HOLD_OFF_MS = 500;
/** A hop's own, or said anew. */
const NOT_PASSED = new Set(['host', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'age']);

const upstream = process.argv[2] ?? '';
const figures: CacheFigures = { fresh: 0, stale: 0, asked: 0, failed: 0, passed: 0 };
const kept = new Map<string, Kept>();
/** By address: the request headers that tell its answers apart. */
const varies = new Map<string, string[]>();
const asking = new Map<string, Promise<Answer | null>>();
const holdOff = new Map<string, number>();

const server = createServer((incoming, response) => {
  void (incoming.method === 'GET' ? serve(incoming, response) : pass(incoming, response)).catch(() => response.destroy());
}).listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
// A customer's next question must not meet a connection that is just being closed.
server.keepAliveTimeout = 0;
process.on('message', () => process.send?.({ figures }));
process.on('disconnect', () => process.exit());

async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = incoming.url ?? '/';
  const key = [url, ...(varies.get(url) ?? ['accept-encoding']).map((name) => String(incoming.headers[name] ?? ''))].join('\n');
  const held = kept.get(key);
  const age = held ? (performance.now() - held.at) / 1000 : Infinity;
  const may = (directive: string): number => Number(new RegExp(`\\b${directive}=(\\d+)`).exec(held?.headers['cache-control'] ?? '')?.[1] ?? 0);
  if (held && age < may('max-age')) {
    figures.fresh += 1;
    give(incoming, response, held);
    return;
  }
  if (held && age < may('max-age') + may('stale-while-revalidate')) {
    figures.stale += 1;
    void ask(key, url, incoming.headers, held);
    give(incoming, response, held);
    return;
  }
  const answer = await ask(key, url, incoming.headers, held);
  const now = kept.get(key);
  if (now && (answer || (performance.now() - now.at) / 1000 < may('max-age') + may('stale-if-error'))) {
    if (!answer) figures.stale += 1;
    give(incoming, response, now);
  } else response.writeHead(answer?.status ?? 502, answer ? passedOn(answer.headers) : {}).end(answer?.body);
}

/** Asks upstream, once for all who want the same; null where the answer is none. */
function ask(key: string, url: string, headers: IncomingHttpHeaders, held: Kept | undefined): Promise<Answer | null> {
  const running = asking.get(key);
  if (running) return running;
  if ((holdOff.get(key) ?? 0) > performance.now()) return Promise.resolve(null);
  const at = performance.now();
  figures.asked += 1;
  const question = passedOn(headers);
  if (held) question['if-none-match'] = held.headers.etag;
  else delete question['if-none-match'];
  const answering = send('GET', url, question, Buffer.alloc(0)).then(
    (answer) => {
      if (answer.status >= 500) throw new Error(`Answered ${answer.status}`);
      if (answer.status === 304 && held) kept.set(key, { ...held, headers: { ...held.headers, ...answer.headers }, at });
      else if (answer.status === 200 && /\bmax-age=[1-9]/.test(answer.headers['cache-control'] ?? '')) keep(url, headers, answer, at);
      else kept.delete(key);
      return answer;
    },
  ).catch(() => {
    figures.failed += 1;
    holdOff.set(key, performance.now() + HOLD_OFF_MS);
    return null;
  }).finally(() => asking.delete(key));
  asking.set(key, answering);
  return answering;
}

function keep(url: string, asked: IncomingHttpHeaders, { headers, body }: Answer, at: number): void {
  const vary = (headers.vary ?? '').toLowerCase().split(/\s*,\s*/).filter(Boolean);
  varies.set(url, vary);
  kept.set([url, ...vary.map((name) => String(asked[name] ?? ''))].join('\n'), { headers, body, at });
}

function give(incoming: IncomingMessage, response: ServerResponse, { headers, body, at }: Kept): void {
  const aged: IncomingHttpHeaders = { ...passedOn(headers), age: String(Math.floor((performance.now() - at) / 1000)) };
  if (headers.etag && incoming.headers['if-none-match'] === headers.etag) {
    delete aged['content-type'];
    delete aged['content-encoding'];
    response.writeHead(304, aged).end();
  } else {
    response.writeHead(200, { ...aged, 'content-length': body.length }).end(body);
  }
}

async function pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  figures.passed += 1;
  const body = Buffer.concat(await incoming.toArray() as Buffer[]);
  const answer = await send(incoming.method ?? 'GET', incoming.url ?? '/', passedOn(incoming.headers), body);
  response.writeHead(answer.status, { ...passedOn(answer.headers), 'content-length': answer.body.length }).end(answer.body);
}

/** An answer counts once it is whole. */
function send(method: string, url: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onward = request(upstream + url, { method, headers, agent: false, signal: AbortSignal.timeout(UPSTREAM_MS) }, (answer) => {
      answer.toArray().then((chunks) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks as Buffer[]) }), reject);
    });
    onward.on('error', reject).end(body);
  });
}

const passedOn = (headers: IncomingHttpHeaders): IncomingHttpHeaders => Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_PASSED.has(name)));
