/**
 * Starts the reference API as a process of its own, on an in-memory database with the sample data and a
 * free port, so that tests meet the real thing.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const script = resolve(import.meta.dirname, 'serve-api.ts');

/**
 * @param {Record<string, string>} env
 * @returns {Promise<{origin: string, limited: string, control: string, log: () => string, stop: () => Promise<void>}>} see serve-api.ts
 */
export async function startApi(env = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } });
  const gone = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const origins = /^listening (\S+) (\S+) (\S+)$/.exec(line);
    if (!origins) continue;
    const [, origin, limited, control] = origins;
    let log = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (log += text));
    child.stdout.resume();
    return {
      origin,
      limited,
      control,
      log: () => log,
      async stop() {
        child.kill('SIGTERM');
        await gone;
      },
    };
  }
  throw new Error('The API did not start; its message stands above.');
}
