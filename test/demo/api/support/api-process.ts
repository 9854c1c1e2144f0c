/** The API as a process of its own, as an operator runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './postgres.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export class ApiProcess {
  readonly child: ChildProcess;
  readonly address: string;
  output = '';

  private constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.address = `http://127.0.0.1:${port}`;
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  static async start(dataDir: string, environment: Record<string, string> = {}): Promise<ApiProcess> {
    const port = await freePort();
    const api = new ApiProcess(runScript('server.ts', [], { DATA_DIR: dataDir, PORT: String(port), ...environment }), port);
    for (;;) {
      if (api.child.exitCode !== null) throw new Error(`The API ended: ${api.output}`);
      const ready = await fetch(`${api.address}/readyz`).catch(() => null);
      if (ready?.ok) return api;
      await pause(50);
    }
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
    return this.child.exitCode;
  }
}

/** Runs a script of `demo/api`. */
export function runScript(script: string, parameters: string[], environment: Record<string, string>): ChildProcess {
  // Without the launcher, so that a signal reaches the process itself.
  return spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'demo/api', script), ...parameters], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: '', SMTP_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
