/**
 * Tests of elements in three engines, against the real API: `npm test -- elements [FILE…]`;
 * `BROWSERS=chromium` narrows the engines.
 */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { writeFileSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumFlags, findChromium, findFirefox, findWebKit } from './scripts/browsers.mjs';
import { patchLeaflet } from './scripts/leaflet-trusted.mjs';
import { startApi } from './test/support/api-process.mjs';
import { faultProxy } from './test/support/fault-proxy.mjs';
import { freePort } from './test/support/free-port.mjs';
import { webKitLauncher } from './test/support/webdriver-launcher.mjs';

/** Each engine runs one page at a time: a second one is hidden, gets no animation frames, and axe waits for ever. */
const engines = {
  chromium: () =>
    Object.assign(chromeLauncher({ concurrency: 1, launchOptions: { executablePath: findChromium(), args: chromiumFlags } }), { name: 'Chromium' }),
  firefox: () =>
    Object.assign(chromeLauncher({ concurrency: 1, launchOptions: { browser: 'firefox', executablePath: findFirefox(), headless: true } }), { name: 'Firefox' }),
  webkit: () => webKitLauncher(findWebKit()),
};
const wanted = process.env.BROWSERS?.split(',') ?? Object.keys(engines);

/** The moment the sample data are dated to: a Wednesday morning in Sofia. */
const now = '2026-03-18T10:00:00+02:00';
const port = await freePort();
const api = await startApi({ API_NOW: now, ALLOWED_ORIGINS: `http://localhost:${port}` });
const { proxy, control } = faultProxy(api.origin);
for (const server of [proxy, control]) await once(server.listen(0, 'localhost'), 'listening');
const environment = {
  now,
  api: api.origin,
  limited: api.limited,
  control: api.control,
  proxy: `http://localhost:${proxy.address().port}`,
  proxyControl: `http://localhost:${control.address().port}`,
  closed: `http://localhost:${await freePort()}`,
};

const servers = {
  name: 'servers',
  async serverStop() {
    for (const server of [proxy, control]) {
      server.closeAllConnections();
      server.close();
    }
    await api.stop();
  },
};

/** The same patched Leaflet that the build ships. */
const leaflet = {
  name: 'leaflet-trusted',
  transform(context) {
    if (!/\/leaflet\/src\/.*\.js$/.test(context.path)) return undefined;
    return { body: patchLeaflet(context.body, context.path) };
  },
};

/** Figures for the closing line of `npm test`. */
const counts = {
  onTestRunFinished({ sessions }) {
    const file = process.env.TEST_COUNTS;
    if (!file) return;
    let passed = 0;
    const names = [];
    for (const { testResults, errors, browser, testFile } of sessions) {
      const count = (suite) => {
        for (const test of suite.tests) {
          if (test.passed) passed++;
          else if (!test.skipped) names.push(`${browser.name}: ${suite.name} ${test.name}`);
        }
        suite.suites.forEach(count);
      };
      if (testResults) count(testResults);
      for (const { message } of errors) names.push(`${browser.name}: ${testFile}: ${message}`);
    }
    writeFileSync(file, JSON.stringify({ passed, failed: names.length, names }));
  },
};

export default {
  files: 'test/{api,core,forms,i18n,ui,map,widgets}/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'browser'] },
  browsers: wanted.map((name) => engines[name]()),
  concurrency: 1,
  port,
  testFramework: { config: { timeout: 60_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  testRunnerHtml: (script) => `<!doctype html>
<html lang="bg">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
  <body>
    <script>globalThis.cezTestEnvironment = ${JSON.stringify(environment)};</script>
    <script type="module" src="${script}"></script>
  </body>
</html>`,
  plugins: [leaflet, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }), servers],
  reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }), counts],
};
