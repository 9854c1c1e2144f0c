/**
 * Journeys on the built library and both demo sites, as `npm start` runs them, on ports of their own and a
 * database of their own. Visitors sit in Sofia unless a test says otherwise; two projects repeat the journeys
 * that depend on the clock from New York and Sydney.
 */
import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/browsers.mjs';

const sitesPort = Number(process.env['SITES_PORT'] || 8480);
const apiPort = Number(process.env['PORT'] || 8481);

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  timeout: 120_000,
  fullyParallel: false,
  workers: 2,
  // What is too long for every run: `npm run drill`.
  ...(process.env['DRILL'] ? {} : { grepInvert: /@drill/, testIgnore: ['**/hosts.spec.ts', '**/hostile-strings.spec.ts'] }),
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: process.env['TEST_COUNTS'] ?? 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${sitesPort}`,
    locale: 'bg-BG',
    timezoneId: 'Europe/Sofia',
    launchOptions: { executablePath: findChromium() ?? '', args: chromiumFlags },
  },
  projects: [
    { name: 'sofia' },
    { name: 'new-york', grep: /@zone/, use: { timezoneId: 'America/New_York' } },
    { name: 'sydney', grep: /@zone/, use: { timezoneId: 'Australia/Sydney' } },
  ],
  webServer: {
    command: 'node scripts/start.mjs',
    // Its last line; the sites alone answer before the API does.
    wait: { stdout: /Demo sites:/ },
    env: { SITES_PORT: String(sitesPort), PORT: String(apiPort), DATA_DIR: process.env['DATA_DIR'] || '.cache/e2e-data' },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    timeout: 300_000,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
