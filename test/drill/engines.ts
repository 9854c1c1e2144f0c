/**
 * In Chromium, Firefox and WebKitGTK: every tag in use under the strictest policy, and the snippet with every file
 * changed by a byte in turn. A page without a policy of its own holds the one looked at in a frame, acts in it as a
 * customer does, and reports; the browsers are merely sent there.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch } from 'puppeteer-core';
import { hostedTags } from '../../demo/hosts/tags.js';
import { buildSites } from '../../demo/sites/sites.js';
import { chromiumFlags, findChromium, findFirefox, findWebKit } from '../../scripts/browsers.mjs';
import { snippet } from '../../scripts/snippet.mjs';
import { startApi } from '../support/api-process.mjs';
import { freePort } from '../support/free-port.mjs';
import { webKitLauncher } from '../support/webdriver-launcher.mjs';

/** A Wednesday morning, to which the sample data are dated. */
const MOMENT = '2026-03-18T10:00:00+02:00';
const dist = resolve(import.meta.dirname, '../../dist');
const files = Object.keys(JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8')) as Record<string, string>).filter((file) => /\.(js|css)$/.test(file));

interface Report {
  done: boolean;
  /** What must not be. */
  broken: string[];
  /** What was looked at. */
  seen: number;
}

const port = await freePort();
const site = `http://localhost:${port}`;
const api = await startApi({ ALLOWED_ORIGINS: site, API_NOW: MOMENT });
const apiUrl = `${api.origin}/v1`;
const { app } = await buildSites({ apiUrl, now: MOMENT });

let report: (result: Report) => void = () => undefined;
app.get('/drill/stage.js', (_request, reply) => reply.type('text/javascript').send(readFileSync(join(import.meta.dirname, 'engines-stage.js'))));
app.get('/drill/', (_request, reply) =>
  reply.type('text/html').send(`<!doctype html><title>Drill</title><script>window.tags=${JSON.stringify(hostedTags)};window.files=${JSON.stringify(files)}</script><script type="module" src="/drill/stage.js"></script>`));
app.post('/drill/report', (request, reply) => {
  report(request.body as Report);
  return reply.code(204).send();
});
/** The files of the build, one of them with a byte more. */
app.get('/changed/:index/*', (request, reply) => {
  const { index, '*': name } = request.params as { index: string; '*': string };
  // A script and a style sheet all the same.
  const bytes = `${readFileSync(join(dist, name), 'utf8')}${files[Number(index)] === name ? ' ' : ''}`;
  return reply.type(name.endsWith('.css') ? 'text/css' : 'text/javascript').header('cache-control', 'no-store').send(bytes);
});
app.get('/snippet/:index/', (request, reply) => {
  const { index } = request.params as { index: string };
  const text = snippet({ base: `${site}/changed/${index}`, api: apiUrl, center: 'sample-2020' }, dist);
  return reply.type('text/html').header('cache-control', 'no-store').send(`<!doctype html><html lang="bg"><title>Страница</title>${text.replace('<!-- In <body>', '<body><!-- ')}`);
});
await app.listen({ port, host: 'localhost' });

/** Opens the stage in a browser and waits for what it reports. */
async function play(name: string, open: (url: string) => Promise<() => Promise<unknown>>): Promise<boolean> {
  const result = new Promise<Report>((settle) => (report = settle));
  const close = await open(`${site}/drill/`);
  const timer = setTimeout(() => report({ done: false, broken: ['did not end within eight minutes'], seen: 0 }), 480_000);
  const { broken, seen } = await result;
  clearTimeout(timer);
  await close();
  console.log(`${name}: ${seen} looked at, ${broken.length} broken${broken.map((line) => `\n  ✗ ${line}`).join('')}`);
  return broken.length === 0 && seen === hostedTags.length + files.length + 1;
}

const puppet = (browser: 'chrome' | 'firefox', executablePath: string | null) => async (url: string): Promise<() => Promise<unknown>> => {
  const started = await launch({ browser, executablePath: executablePath ?? '', headless: true, args: browser === 'chrome' ? chromiumFlags : [] });
  const page = await started.newPage();
  await page.setViewport({ width: 1000, height: 900 });
  await page.goto(url);
  return () => started.close();
};
const webKit = async (url: string): Promise<() => Promise<unknown>> => {
  const paths = findWebKit();
  if (!paths) throw new Error('WebKitGTK is not installed.');
  const launcher = webKitLauncher(paths);
  await launcher.startSession('drill', url);
  return () => launcher.stop();
};

const engines = { chromium: puppet('chrome', findChromium() as string | null), firefox: puppet('firefox', findFirefox() as string | null), webkit: webKit };
const wanted = process.env['BROWSERS']?.split(',') ?? Object.keys(engines);
const results: boolean[] = [];
for (const [name, open] of Object.entries(engines)) if (wanted.includes(name)) results.push(await play(name, open));
const closed = once(app.server, 'close');
app.server.closeAllConnections();
await app.close();
await closed.catch(() => undefined);
await api.stop();
process.exit(results.every(Boolean) ? 0 : 1);
