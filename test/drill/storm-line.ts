/**
 * What stands before the API processes in the storm: hands each request to one that takes it, and breaks one answer in
 * twenty on the way. A process that cannot be reached is passed over; what has been sent is never sent again from here.
 */
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { faults as allFaults } from '../support/fault-proxy.mjs';

type Deliver = (real: IncomingMessage) => void;
type Pass = (changed?: Record<string, string>, deliver?: Deliver) => void;
type Fault = (response: ServerResponse, pass: Pass) => void;

const FAULTS = ['lost', 'lost', 'late-answer', 'late', 'reset', 'cut', 'short', 'black-hole', 'http-500', 'http-502', 'http-503'];
const ONE_IN = 20;
const faults = allFaults as unknown as Record<string, Fault>;

export class StormLine {
  /** Of the API processes; one that is dead may stand among them. */
  readonly addresses: string[];
  /** Answers broken so far. */
  broken = 0;
  readonly #random: () => number;
  readonly #server: Server;
  #turn = 0;

  constructor(addresses: string[], random: () => number) {
    this.addresses = addresses;
    this.#random = random;
    this.#server = createServer((incoming, response) => void this.#handle(incoming, response).catch(() => response.destroy()));
  }

  async open(): Promise<string> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(this.#server.address() as { port: number }).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat((await incoming.toArray()) as Buffer[]);
    const pass: Pass = (changed = {}, deliver = (real) => real.pipe(response.writeHead(real.statusCode ?? 502, { ...real.headers, ...changed }))) => {
      this.#forward(incoming, response, body, deliver, this.addresses.length);
    };
    if (this.#random() * ONE_IN >= 1) {
      pass();
      return;
    }
    this.broken += 1;
    faults[FAULTS[Math.floor(this.#random() * FAULTS.length)]!]!(response, pass);
  }

  #forward(incoming: IncomingMessage, response: ServerResponse, body: Buffer, deliver: Deliver, ways: number): void {
    const address = this.addresses[(this.#turn += 1) % this.addresses.length]!;
    const onward = request(`${address}${incoming.url ?? '/'}`, { method: incoming.method, headers: { ...incoming.headers, host: new URL(address).host }, agent: false }, (real) => {
      real.on('error', () => response.destroy());
      deliver(real);
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNREFUSED') response.destroy();
      else if (ways > 1) this.#forward(incoming, response, body, deliver, ways - 1);
      else response.writeHead(502).end();
    });
    onward.end(body);
  }
}
