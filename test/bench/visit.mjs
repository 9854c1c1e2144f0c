/**
 * One visit of one page in a fresh browser context: load, settle, count, then either type one letter and take
 * it back, press a filter and press it again, or fill in a form and send it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const inPage = readFileSync(join(import.meta.dirname, 'in-page.js'), 'utf8');
/** "Slow" is a middling phone on slow 4G: Lighthouse's constants, latency a request. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 1.44 * 128 * 1024, uploadThroughput: 0.66 * 128 * 1024 };
const CONDITIONS = { slow: { cpu: 4, network: SLOW_4G }, cpu4: { cpu: 4 }, fast: { cpu: 1 } };
const LONG = 50;
const QUIET_MS = 1200;
const TIMEOUT = 60_000;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const longest = (tasks) => Math.max(0, ...tasks.map(({ duration }) => duration));

/** How many requests one after the other led to each file: a file counts as caused by those that had ended before it began. */
function depths(files) {
  const deep = new Map();
  for (const file of [...files].sort((a, b) => a.start - b.start)) deep.set(file, 1 + Math.max(0, ...files.filter(({ end }) => end <= file.start).map((other) => deep.get(other) ?? 0)));
  return deep;
}

/** @returns {Promise<Record<string, number>>} times in ms, sizes in bytes */
export async function visit(browser, origin, name, page, { condition, n, count }) {
  const { cpu, network } = CONDITIONS[condition];
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 900 } });
  try {
    const tab = await context.newPage();
    const faults = [];
    tab.on('pageerror', ({ message }) => faults.push(message));
    let lastTraffic = Date.now();
    for (const event of ['request', 'requestfinished', 'requestfailed']) tab.on(event, () => (lastTraffic = Date.now()));
    const cdp = await context.newCDPSession(tab);
    await cdp.send('Network.enable');
    if (network) await cdp.send('Network.emulateNetworkConditions', network);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    await tab.addInitScript(`${inPage}; bench.watch(${JSON.stringify({ first: page.first ?? page.usable, usable: page.usable })})`);

    await tab.goto(`${origin}/${name}/?n=${n}&count=${count}`, { waitUntil: 'commit', timeout: TIMEOUT });
    await tab.waitForFunction(() => bench.marks.usable, null, { polling: 100, timeout: TIMEOUT });
    const usableSeen = Date.now();
    while (Date.now() - Math.max(lastTraffic, usableSeen) < QUIET_MS) await pause(100);

    const { marks, tasks, shifts, files } = await tab.evaluate(() => ({
      marks: bench.marks, tasks: bench.tasks, shifts: bench.shifts(),
      files: performance.getEntriesByType('resource').filter(({ name }) => /\.js$|\/api\//.test(name)).map(({ name, startTime, responseEnd }) => ({ name, start: startTime, end: responseEnd })),
    }));
    const deep = depths(files);
    const map = files.find((file) => file.name.endsWith('/chunks/map.js'));
    const sample = {
      ...marks, shifts,
      blocking: tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - LONG), 0),
      longest: longest(tasks),
      depthFirst: Math.max(0, ...files.filter(({ end }) => end <= marks.first).map((file) => deep.get(file))),
      ...(map && { depthMap: deep.get(map), mapAfterFirst: map.end - marks.first }),
    };

    await cdp.send('HeapProfiler.collectGarbage');
    sample.heap = (await cdp.send('Runtime.getHeapUsage')).usedSize;
    sample.nodes = (await cdp.send('Memory.getDOMCounters')).nodes;
    if (page.interact) Object.assign(sample, await (page.interact.fill ? submits : page.interact.press ? filters : answers)(tab, page.interact));
    if (faults.length) throw new Error(faults[0]);
    return sample;
  } finally {
    await context.close();
  }
}

/** How long what `strike` does takes to be seen, and the longest task until all is done. */
async function answered(tab, change, type, strike) {
  await tab.evaluate(([expression, type]) => {
    bench.tasks.length = 0;
    globalThis.answered = bench.answerTime(expression, type);
  }, [change, type]);
  await strike();
  const time = await tab.evaluate(() => globalThis.answered);
  await pause(600); // whatever the answer has put off, such as the map's repaint
  return { time, longest: longest(await tab.evaluate(() => bench.tasks)) };
}

const pair = (key, clear) => ({ key: key.time, clear: clear.time, handler: Math.max(key.longest, clear.longest) });

async function answers(tab, { input, text, change }) {
  await tab.locator(input).first().focus();
  await pause(300);
  const key = await answered(tab, change, 'input', () => tab.keyboard.insertText(text)); // `press` knows Latin keys only
  return pair(key, await answered(tab, change, 'input', () => tab.keyboard.press('Backspace')));
}

async function filters(tab, { press, change }) {
  const click = () => tab.locator(press).first().click();
  await tab.locator(press).first().scrollIntoViewIfNeeded();
  await pause(300);
  const key = await answered(tab, change, 'click', click);
  return pair(key, await answered(tab, change, 'click', click));
}

/** How long the answer to a form takes: from the press, by way of the API, to the frame that shows it. */
async function submits(tab, { fill, click, change }) {
  for (const [field, text] of fill) await tab.locator(field).fill(text);
  await pause(300);
  await tab.evaluate((expression) => void (globalThis.answered = bench.answerTime(expression, 'click')), change);
  await tab.locator(click).click();
  return { submit: await tab.evaluate(() => globalThis.answered) };
}
