/**
 * `npm test`: everything that must hold before a change goes in. `npm test -- STEP…` runs only the steps
 * named, and what follows a step's name goes to its tool: `npm test -- elements test/map/zoom.test.ts`.
 * `BROWSERS=chromium` leaves engines out. Ends with a line of its own: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers, ensureDependencies, ensureNode, root } from './ensure.mjs';

// Of this run alone: another one may be under way.
const counts = join(root, '.cache/test', String(process.pid));
const journeyData = join(counts, 'data');
const bin = (name) => join(root, 'node_modules/.bin', name);
const tsconfigs = ['', 'test', 'demo', 'demo/api', 'stories', '.storybook'].map((folder) => join(folder, 'tsconfig.json'));

/** Each command's last word is its own; `counts` reads how many tests passed and failed, if it counts them. */
const steps = {
  manifest: { commands: () => [[bin('cem'), 'analyze', '--quiet']] },
  types: { commands: () => tsconfigs.filter((file) => existsSync(join(root, file))).map((file) => [bin('tsc'), '-p', file, '--noEmit']) },
  lint: {
    commands: () => [
      [bin('eslint'), '.', '--max-warnings', '0'],
      [bin('lit-analyzer'), 'src', '--strict', '--maxWarnings', '0', '--rules.no-invalid-css', 'off'] /* the build's CSS parser knows more */,
    ],
  },
  build: { commands: () => [[process.execPath, 'scripts/build.mjs']] },
  unit: { commands: (file, rest) => [[bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...rest]], counts: vitestCounts },
  stories: { commands: (file, rest) => [[bin('vitest'), 'run', '--config', 'vitest.stories.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...rest]], counts: vitestCounts },
  elements: { commands: (_file, rest) => [[bin('wtr'), ...(rest.length ? ['--files', ...rest] : [])]], counts: (result) => result },
  e2e: { env: { ...(await freePorts()), DATA_DIR: journeyData }, commands: (_file, rest) => [[bin('playwright'), 'test', ...rest]], counts: playwrightCounts },
};

function vitestCounts({ numPassedTests, numFailedTests, testResults }) {
  const brokenFiles = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'));
  const failedTests = testResults.flatMap(({ assertionResults }) => assertionResults.filter((test) => test.status === 'failed'));
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length, names: [...failedTests.map((test) => test.fullName), ...brokenFiles.map((file) => file.name)] };
}

/** Playwright's suites, flattened to the titles of what was not as expected. */
function playwrightCounts({ stats, suites }) {
  const titles = (suite) => [...(suite.specs ?? []).filter((spec) => !spec.ok).map((spec) => `${spec.file}: ${spec.title}`), ...(suite.suites ?? []).flatMap(titles)];
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, names: suites.flatMap(titles) };
}

/** Ports nobody uses now, so that a demo somebody looks at may go on while the journeys run. */
async function freePorts() {
  const servers = [createServer(), createServer()];
  for (const server of servers) await once(server.listen(0, 'localhost'), 'listening');
  const [SITES_PORT, PORT] = servers.map((server) => String(server.address().port));
  for (const server of servers) server.close();
  return { SITES_PORT, PORT };
}

/** Runs one command and settles with its exit code. What it says beside others comes in one piece. */
async function execute([command, ...args], env, alone) {
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', ...(alone ? ['inherit', 'inherit'] : ['pipe', 'pipe'])], env });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => said.push(piece));
  const [status] = await once(child, 'close');
  process.stdout.write(Buffer.concat(said));
  return status;
}

/** Commands of one step run side by side, one a core. A step without counts of its own counts as one. */
async function run(name, rest) {
  const { commands, counts: read, env } = steps[name];
  const file = join(counts, `${name}.json`);
  const start = Date.now();
  const waiting = commands(file, rest);
  const alone = waiting.length === 1;
  const statuses = [];
  const core = async () => {
    for (let command; (command = waiting.shift()); ) statuses.push(await execute(command, { ...process.env, ...env, TEST_COUNTS: file }, alone));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, core));
  const ok = statuses.every((status) => status === 0);
  const counted = read && existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  if (!ok && counted.failed === 0) counted.failed = 1;
  console.log(`\n${name}: ${counted.passed} passed, ${counted.failed} failed, ${((Date.now() - start) / 1000).toFixed(0)} s\n`);
  return counted;
}

ensureNode();
ensureDependencies();
ensureBrowsers();
mkdirSync(counts, { recursive: true });
process.on('exit', () => rmSync(counts, { recursive: true, force: true }));

const words = process.argv.slice(2);
const named = words.filter((word) => word in steps);
const rest = words.filter((word) => !(word in steps));
const total = { passed: 0, failed: 0 };
const red = [];
for (const name of named.length ? named : Object.keys(steps)) {
  const { passed, failed, names = [] } = await run(name, rest);
  total.passed += passed;
  total.failed += failed;
  if (failed) red.push(name, ...names.map((test) => `  ${test}`));
}
// Said again at the end, where a long log is still read.
if (red.length) console.log(`Failed:\n${red.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
