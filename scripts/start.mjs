/**
 * `npm start`: the two demo sites and the API they use, from a fresh clone to two addresses, and an invented day in
 * the sample centers. Ports and the rest by environment (`SITES_PORT`, `PORT`, `DATA_DIR`, `DATABASE_URL`, …).
 * Ctrl-C stops all of it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ensureDependencies, ensureNode, root, stop } from './ensure.mjs';

const ports = { PORT: process.env.PORT || '8081', SITES_PORT: process.env.SITES_PORT || '8080' };

async function ensureFree(port, variable) {
  const server = createServer().listen(Number(port), 'localhost');
  try {
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  } catch (error) {
    stop(error.code === 'EADDRINUSE' ? `Port ${port} is taken by another program: stop that one, or set ${variable} to a free port.` : `${variable}=${port} cannot be used: ${error.message}`);
  }
}

/** When the newest file below `path` was changed, in ms; 0 if there is none. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function ensureBuilt() {
  const sources = ['src', 'scripts/build', 'scripts/build.mjs', 'rollup.config.mjs', 'package-lock.json'];
  const built = newest(join(root, 'dist/integrity.json'));
  if (built > Math.max(...sources.map((path) => newest(join(root, path))))) return;
  console.log('Building the library …');
  if (spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0) {
    stop('The library could not be built; the reason stands above.');
  }
}

/** Resolves once `url` answers; rejects when the program has ended before. */
async function untilAnswers(url, child) {
  for (;;) {
    if (hasEnded(child)) throw new Error(`${url} did not come up`);
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

ensureNode();
await ensureFree(ports.PORT, 'PORT');
await ensureFree(ports.SITES_PORT, 'SITES_PORT');
ensureDependencies();
ensureBuilt();

const run = (script) =>
  spawn(process.execPath, ['--import', 'tsx', script], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...ports } });
const children = ['demo/api/server.ts', 'demo/sites/server.ts'].map(run);
const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;
const ended = Promise.all(children.map((child) => once(child, 'exit')));
const stopAll = () => children.forEach((child) => hasEnded(child) || child.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stopAll);
// Neither is of use without the other.
for (const child of children) child.on('exit', (code) => { process.exitCode ||= code ?? 0; stopAll(); });

const [api, sites] = children;
try {
  await untilAnswers(`http://localhost:${ports.PORT}/readyz`, api);
  await untilAnswers(`http://localhost:${ports.SITES_PORT}/`, sites);
  const mails = process.env.SMTP_URL?.trim() ? 'sent by SMTP' : `http://localhost:${ports.SITES_PORT}/mailbox/`;
  console.log(`\nDemo sites: http://localhost:${ports.SITES_PORT}/\nAPI:        http://localhost:${ports.PORT}/v1\nMails:      ${mails}\nCtrl-C stops both.`);
  // The demo goes on without it.
  if (!api.killed) children.push(run('demo/api/feed-command.ts'));
} catch {
  stopAll();
}
await ended;
