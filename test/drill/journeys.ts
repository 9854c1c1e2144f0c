/** Runs journeys of the browser's tests that are too many for every run, on ports and a database of their own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.mjs';

const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');

/** `drill` is what the journeys read from `DRILL`; never returns. */
export async function runJourneys(drill: string, files: readonly string[], options: readonly string[]): Promise<never> {
  const [SITES_PORT, PORT] = [await freePort(), await freePort()].map(String);
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'cez-'));
  const { status } = spawnSync(process.execPath, [playwright, 'test', ...files, '--project=sofia', '--fully-parallel', '--trace=off', ...options, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, SITES_PORT, PORT, DATA_DIR, DRILL: drill },
  });
  rmSync(DATA_DIR, { recursive: true, force: true });
  process.exit(status ?? 1);
}
