/**
 * The way for commands of this machine into a running API, which alone may have its data folder
 * open. Listens on 127.0.0.1, on a port of its own, to whoever knows the word in the folder's lock
 * file; that file only its owner can read. Not part of the public API.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RegisterKind } from './import/register-import.js';
import type { OperatorCommands } from './operator-commands.js';

const IMPORT_LIMIT_BYTES = 64 * 1024 * 1024;

export interface ControlServer {
  port: number;
  token: string;
  close(): Promise<void>;
}

export async function listenForCommands(commands: OperatorCommands): Promise<ControlServer> {
  const token = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => {
    answer(request, commands, token).then(
      (body) => response.writeHead(body === null ? 403 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, token, close: () => closeServer(server) };
}

/** Body of the answer; null for a stranger. */
async function answer(request: IncomingMessage, commands: OperatorCommands, token: string): Promise<unknown> {
  if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) return null;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const query = url.searchParams;
  if (url.pathname === '/keys') return { key: await commands.createKey(query.get('name') ?? '') };
  if (url.pathname === '/import-outages') {
    return commands.importOutages({ source: query.get('source') ?? '', bytes: await readBody(request) });
  }
  return commands.importRegister({
    kind: query.get('kind') as RegisterKind,
    fileName: query.get('fileName') ?? '',
    skipBad: query.get('skipBad') === 'true',
    removeMissing: query.get('removeMissing') === 'true',
    bytes: await readBody(request),
  });
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > IMPORT_LIMIT_BYTES) throw new Error('The file is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
