/**
 * Asks for one thing over many connections, again as soon as it is answered. It reads no more of an answer than its
 * status and length, since it shares the machine with what it measures: a client that parses was itself what was slow.
 */
import { connect } from 'node:net';
import { numbers } from './stand.js';

export interface LoadFigures {
  /** Answers a second. */
  rate: number;
  p99: number;
  /** Answers of another status than wanted, and connections that broke. */
  failed: number;
}

const HEAD_END = '\r\n\r\n';
const NOTHING = Buffer.alloc(0);

export async function load(address: string, headers: Record<string, string>, status: number, connections: number, seconds: number): Promise<LoadFigures> {
  const { hostname, port, pathname } = new URL(address);
  const question = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  const times: number[] = [];
  let failed = 0;
  const began = performance.now();
  const until = began + seconds * 1000;

  const connection = (): Promise<void> =>
    new Promise((resolve) => {
      const socket = connect(Number(port), hostname);
      let [head, rest, asked] = [NOTHING, 0, 0];
      const ask = (): void => {
        asked = performance.now();
        if (asked >= until) socket.destroy();
        else socket.write(question);
      };
      socket.on('data', (chunk) => {
        if (rest > 0) rest -= chunk.length;
        else {
          head = head.length ? Buffer.concat([head, chunk]) : chunk;
          const end = head.indexOf(HEAD_END);
          if (end < 0) return;
          const text = head.toString('latin1', 0, end);
          if (!text.startsWith(`HTTP/1.1 ${status} `)) failed += 1;
          rest = end + HEAD_END.length + Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0) - head.length;
          head = NOTHING;
        }
        if (rest > 0) return;
        times.push(performance.now() - asked);
        ask();
      });
      socket.once('connect', ask).on('error', () => (failed += 1)).once('close', () => resolve());
    });

  await Promise.all(numbers(connections).map(connection));
  const sorted = Float64Array.from(times).sort();
  return { rate: times.length / seconds, p99: sorted[Math.floor(sorted.length * 0.99)] ?? NaN, failed };
}
