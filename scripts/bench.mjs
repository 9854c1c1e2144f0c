/**
 * `npm run bench [-- --runs 5] [--goals 1,5,6] [--quick] [--no-build]`
 *
 * Measures the built library beside hand-made limit pages and the strongest npm packages for its jobs, and prints
 * goal by goal what was wanted and what was found. Every round is a fresh browser that visits all pages once in a
 * new order; a figure is the median over the rounds, a ratio the median of the rounds' own ratios, so that a busy
 * minute of the machine weighs on both sides. `--quick` is one round: good for bytes, nodes and shifts, not for
 * times. Byte goals (1 to 7) need no browser. Pages and goals: `test/bench/`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { goals as allGoals } from '../test/bench/goals.mjs';
import { buildPage, codeBytes, findPages } from '../test/bench/pages.mjs';
import { dataBytes, serve } from '../test/bench/server.mjs';
import { visit } from '../test/bench/visit.mjs';
import { chromiumFlags, findChromium } from './browsers.mjs';
import { staticClosure } from './build/module-graph.mjs';
import { brotliBytes } from './build/sizes.mjs';

const root = resolve(import.meta.dirname, '..');
const cache = join(root, '.cache/bench');
const site = join(cache, 'pages');
const { values: options } = parseArgs({
  allowNegative: true,
  options: { runs: { type: 'string', default: '5' }, goals: { type: 'string' }, quick: { type: 'boolean' }, build: { type: 'boolean', default: true } },
});
const rounds = options.quick ? 1 : Number(options.runs);
const wanted = options.goals?.split(',').map(Number);
const goals = allGoals.filter(({ goal }) => !wanted || wanted.includes(goal));

function median(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A first reading of the goals, which only notes the visits and pages that they take. */
function planOf() {
  const jobs = new Map();
  const built = new Set();
  const note = (...list) => list.forEach((job) => jobs.set(JSON.stringify(job), job));
  for (const { figure } of goals) figure({ median: (job) => note(job), ratio: (job, other) => note(job, other), bytes: (...names) => names.forEach((name) => built.add(name)), files: () => 0, data: () => 0 });
  for (const { page } of jobs.values()) built.add(page);
  return { jobs: [...jobs.values()], built: [...built].filter((name) => !name.endsWith('.js')) };
}

function shuffled(list) {
  return list.map((item) => [Math.random(), item]).sort(([a], [b]) => a - b).map(([, item]) => item);
}

async function measure(jobs, pages) {
  /** Samples of each job by round. */
  const samples = new Map(jobs.map((job) => [JSON.stringify(job), []]));
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: install one, or set CHROME_PATH.');
  const server = await serve(site, cache);
  for (const { page, n } of jobs) for (const path of [`/${page}/`, ...['centers', 'balance-lookups', 'outages', 'outages/areas', 'outages/all'].map((what) => `/api/${n}/v1/${what}`)]) server.warm(path);
  for (let round = 0; round < rounds; round++) {
    const browser = await chromium.launch({ executablePath, args: chromiumFlags });
    await visit(browser, server.origin, jobs[0].page, pages[jobs[0].page], { ...jobs[0], condition: 'fast' }); // the browser's own first steps
    for (const job of shuffled(jobs)) {
      const { page, condition, n, count } = job;
      const sample = await visit(browser, server.origin, page, pages[page], job);
      samples.get(JSON.stringify(job))[round] = sample;
      console.error(`${round + 1}/${rounds} ${page}, ${condition}, ${n} items, ${count} tags: usable ${sample.usable.toFixed(0)} ms`);
    }
    await browser.close();
  }
  server.close();
  return samples;
}

/** What the goals read their figures from. */
const readings = (samples) => ({
  median: (job, metric) => median(samples.get(JSON.stringify(job)).map((sample) => sample[metric])),
  ratio: (job, other, metric) => median(samples.get(JSON.stringify(job)).map((sample, round) => sample[metric] / samples.get(JSON.stringify(other))[round][metric])),
  bytes: (...names) => (names[0].endsWith('.js') ? brotliBytes(join(root, 'dist'), names.join(' + ')) : codeBytes(join(site, names[0]))),
  files: (...names) => new Set(names.flatMap((name) => staticClosure(join(root, 'dist'), name))).size,
  data: dataBytes,
});

const cells = (row) => `| ${row.join(' | ')} |`;

function report(samples) {
  const from = readings(samples);
  console.log([cells(['goal', 'figure', 'at most', 'measured', 'met']), '|--:|---|--:|--:|---|'].join('\n'));
  for (const { goal, what, most, write, figure } of goals) {
    const value = figure(from);
    console.log(cells([goal, what, most === null ? '' : write(most), write(value), most === null ? '' : value <= most ? 'yes' : 'NO']));
  }
  if (!samples.size) return;
  const columns = { first: 'ms', usable: 'ms', blocking: 'ms', heap: 'kB', nodes: '' };
  console.log(['', cells(['visit', ...Object.keys(columns).map((name) => `${name} ${columns[name]}`)]), '|---|--:|--:|--:|--:|--:|'].join('\n'));
  for (const [key, list] of samples) {
    const { page, condition, n, count } = JSON.parse(key);
    const figures = Object.keys(columns).map((name) => (median(list.map((sample) => sample[name])) / (name === 'heap' ? 1000 : 1)).toFixed(0));
    console.log(cells([`${page}, ${condition}, ${count > 1 ? `${count} tags` : `${n} items`}`, ...figures]));
  }
}

if (options.build) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
const pages = findPages();
const { jobs, built } = planOf();
for (const name of built) await buildPage(pages[name], join(site, name));
const samples = jobs.length ? await measure(jobs, pages) : new Map();
mkdirSync(cache, { recursive: true });
writeFileSync(join(cache, 'samples.json'), JSON.stringify([...samples], null, 1));
report(samples);
