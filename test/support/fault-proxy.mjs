/**
 * Stands between a widget under test and the real API and breaks the line on purpose.
 *
 *   http://localhost:PORT/<fault>/v1/…         every answer has the fault
 *   http://localhost:PORT/as/<name>/v1/…       as `none`, until told otherwise by
 *   http://localhost:CONTROL/<name>/<fault>    (from then on, and what hangs is cut; answers what was asked so far)
 *   http://localhost:CONTROL/<name>/<fault>/next    (from the next request on)
 *
 * `<name>` is any word a test makes up, so that tests do not disturb each other.
 */
import { createServer, request } from 'node:http';

const open = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-allow-methods': '*', 'access-control-expose-headers': 'Date, Age, ETag, Retry-After, Idempotency-Replayed' };
const problem = { ...open, 'content-type': 'application/problem+json' };
const json = { ...open, 'content-type': 'application/json' };
const portal = '<!doctype html><title>Hotel Wi-Fi</title><h1>Please sign in</h1>';
const SLOW_MS = 30_000;
const LATE_MS = 1_000;
const MEGABYTE = 'x'.repeat(1024 * 1024);

function answer(response, status, headers, body) {
  response.writeHead(status, headers).end(body);
}

/** A refusal in the API's words. */
const refuse = (status, code, { headers = {}, ...more } = {}) => (response) => answer(response, status, { ...problem, ...headers }, JSON.stringify({ type: 'about:blank', title: code, status, code, ...more }));
const overloaded = (headers) => refuse(429, 'too-many-requests', { headers });

/** Each gets the client's response and a function that passes the request on to the API. */
export const faults = {
  none: (_response, pass) => pass(),
  /** Takes the connection, and never a word, not to a preflight either. */
  'black-hole': () => {},
  'http-401': refuse(401, 'unauthorized'),
  'http-403-html': (response) => answer(response, 403, { ...open, 'content-type': 'text/html' }, portal),
  'http-404-html': (response) => answer(response, 404, { ...open, 'content-type': 'text/html' }, portal),
  'not-recognized': refuse(404, 'not-recognized'),
  'above-range': refuse(422, 'above-range', { errors: [{ pointer: '/registers/1/value', code: 'above-range' }] }),
  'value-refused': refuse(422, 'invalid', { errors: [{ pointer: '/registers/0/value', code: 'range' }] }),
  'window-closed': refuse(422, 'window-closed', { errors: [{ pointer: '/readAt', code: 'window-closed' }] }),
  'http-410': refuse(410, 'not-found'),
  'http-409': refuse(409, 'duplicate'),
  'http-409-wait': refuse(409, 'duplicate', { headers: { 'retry-after': '1' } }),
  'http-422': refuse(422, 'invalid', { errors: [{ pointer: '/clientNumber', code: 'format' }, { pointer: 7 }, null] }),
  'http-422-malformed': (response) => answer(response, 422, problem, '{"code": {"a": 1}, "errors": "all"}'),
  'http-422-cut': (response) => answer(response, 422, problem, '{"code": "inv'),
  'http-429-date': (response) => overloaded({ 'retry-after': new Date(Date.now() + 120_000).toUTCString() })(response),
  'http-429-none': overloaded({}),
  'http-429-99999': overloaded({ 'retry-after': '99999' }),
  'http-429-negative': overloaded({ 'retry-after': '-5' }),
  'http-502': (response) => answer(response, 502, { ...open, 'content-type': 'text/html' }, '<h1>502</h1>'),
  'not-modified': (response) => answer(response, 304, open),
  /** Ends before the length it promised. */
  short: (response) => {
    response.writeHead(200, { ...json, 'content-length': '5000' });
    response.write('{"centers": [');
    setTimeout(() => response.socket?.end(), 50);
  },
  /** Ends in the middle of a chunk. */
  'cut-chunk': (response) => {
    response.writeHead(200, json);
    response.write('{"centers": [');
    setTimeout(() => response.socket?.destroy(), 50);
  },
  huge: (response) => {
    response.writeHead(200, json).write('{"a": "');
    let sent = 0;
    const more = () => {
      while (sent++ < 40) if (!response.write(MEGABYTE)) return void response.once('drain', more);
      response.end('"}');
    };
    more();
  },
  deep: (response) => answer(response, 200, json, '['.repeat(10_000) + ']'.repeat(10_000)),
  /** The API has done what was asked; its answer never arrives. */
  lost: (response, pass) => pass({}, (real) => real.resume().on('end', () => response.socket?.resetAndDestroy())),
  'http-503': (response) => answer(response, 503, { ...problem, 'retry-after': '1' }, JSON.stringify({ title: 'Unavailable', status: 503, code: 'unavailable' })),
  'http-503-no-cors': (response) => answer(response, 503, { 'content-type': 'text/html' }, '<h1>503</h1>'),
  'http-500': (response) => answer(response, 500, { ...open, 'content-type': 'text/plain' }, 'oops'),
  'http-429': (response) => answer(response, 429, { ...problem, 'retry-after': '120' }, JSON.stringify({ title: 'Too many requests', status: 429, code: 'too-many-requests' })),
  'not-found': (response) => answer(response, 404, problem, JSON.stringify({ title: 'Not found', status: 404, code: 'not-found' })),
  'html-200': (response) => answer(response, 200, { ...open, 'content-type': 'text/html' }, portal),
  'html-as-json': (response) => answer(response, 200, json, portal),
  'portal-redirect': (response) => answer(response, 302, { location: 'http://localhost:9/login' }, ''),
  'empty-200': (response) => answer(response, 200, json, ''),
  'no-content': (response) => answer(response, 204, open),
  'wrong-shape': (response) => answer(response, 200, json, JSON.stringify({ centers: { 0: null }, updatedAt: 7 })),
  'null-200': (response) => answer(response, 200, json, 'null'),
  'cut-json': (response) => answer(response, 200, json, '{"centers": [{"id": "sof'),
  /** Reset before a header. */
  reset: (response) => response.socket?.resetAndDestroy(),
  /** Reset in the middle of the body. */
  cut: (response) => {
    response.writeHead(200, { ...json, 'content-length': '5000' }).write('{"centers": [');
    setTimeout(() => response.socket?.resetAndDestroy(), 50);
  },
  /** Says nothing for half a minute. */
  slow: (response, pass) => void setTimeout(pass, SLOW_MS).unref(),
  /** Headers at once, then a byte each 200 ms that never becomes an answer. */
  drip: (response) => {
    response.writeHead(200, json);
    const timer = setInterval(() => response.write(' '), 200);
    response.on('close', () => clearInterval(timer));
  },
  /** A whole second late, but right. */
  late: (_response, pass) => void setTimeout(pass, LATE_MS),
  /** The API has done what was asked; the page hears of it a second later. */
  'late-answer': (response, pass) => pass({}, (real) => void setTimeout(() => response.writeHead(real.statusCode ?? 502, real.headers) && real.pipe(response), LATE_MS)),
  /** Right, but the preflight alone takes a second. */
  'late-preflight': (_response, pass) => pass(),
  /** As a phone that is three hours behind would see it. */
  'clock-3h': (_response, pass) => pass({ date: new Date(Date.now() + 3 * 3_600_000).toUTCString() }),
};

/**
 * @param {string} upstream origin of the API, such as `http://localhost:1234`
 * @returns the proxy, and its control: an origin of its own, since requests that hang use up what a browser
 * opens to one
 */
export function faultProxy(upstream) {
  /** @type {Map<string, {fault: string, asked: {method: string, path: string, answered: boolean}[], open: Set<import('node:http').ServerResponse>}>} */
  const lines = new Map();
  const newLine = (fault) => ({ fault, asked: [], open: new Set() });
  const lineOf = (name) => lines.get(name) ?? lines.set(name, newLine('none')).get(name);

  const proxy = createServer((incoming, response) => {
    const [, first = '', ...rest] = (incoming.url ?? '/').split('/');
    const line = first === 'as' ? lineOf(rest.shift() ?? '') : newLine(first);
    const path = `/${rest.join('/')}`;
    const asked = { method: incoming.method ?? 'GET', path, answered: false };
    line.asked.push(asked);
    line.open.add(response.on('close', () => { line.open.delete(response); asked.answered = true; }));
    if (incoming.method === 'OPTIONS' && !/^(reset|black-hole)$/.test(line.fault)) {
      return void setTimeout(() => answer(response, 204, open), line.fault === 'late-preflight' ? LATE_MS : 0);
    }

    const pass = (changed = {}, deliver = (real) => response.writeHead(real.statusCode ?? 502, { ...real.headers, ...changed }) && real.pipe(response)) => {
      const onward = request(upstream + path, { method: incoming.method, headers: { ...incoming.headers, host: new URL(upstream).host } }, deliver);
      onward.on('error', () => response.destroy());
      incoming.pipe(onward);
    };
    const fault = faults[line.fault];
    if (!fault) return answer(response, 400, problem, JSON.stringify({ title: `No such fault: ${line.fault}` }));
    return fault(response, pass);
  });

  const control = createServer((incoming, response) => {
    const [, name = '', fault, next] = (incoming.url ?? '/').split('/');
    const line = lineOf(name);
    if (fault) line.fault = fault;
    if (fault && !next) for (const hanging of line.open) hanging.destroy();
    return answer(response, 200, { ...json, 'cache-control': 'no-store' }, JSON.stringify(line.asked));
  });
  return { proxy, control };
}
