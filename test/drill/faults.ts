/** All thirty faults with their variants on the four forms: the journeys of every run, and those too many for it. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { freePort } from '../support/free-port.mjs';

const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
const files = ['forms-faults', 'forms-interruptions', 'forms-devices'];
const [SITES_PORT, PORT] = [await freePort(), await freePort()].map(String);
const { status } = spawnSync(
  process.execPath,
  [playwright, 'test', ...files, '--project=sofia', '--fully-parallel', '--trace=off', '--reporter=line,test/e2e/fault-table.ts', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, SITES_PORT, PORT, DRILL: 'faults' } },
);
process.exit(status ?? 1);
