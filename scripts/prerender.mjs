/**
 * `npm run prerender -- --api URL [--brand cez-rp] [--tags center-finder,hours-card,notice] [--center ID[,ID]]
 * [--lang en] [--place NAME] [--service CODE] [--now MOMENT]`
 *
 * Prints tags with their content in plain HTML, for hosts that render on a server: readable without a script, replaced
 * by the tag. Of what the API says now, so print anew as often as you would look for news. Nothing is printed
 * unless all of it could be had.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { apiAddress, brandOf, choice, element, languageOf, printed, tagNames } from './options.mjs';

const TAGS = ['center-finder', 'hours-card', 'notice'];
const PATIENCE_MS = 20_000;

/** The API's answer as `read` makes HTML of it. */
async function contentOf(url, read) {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch((error) => {
    throw new Error(`${url} does not answer: ${error.cause?.code ?? error.message}.`);
  });
  if (!response.ok) throw new Error(`${url} answers ${response.status}${response.status === 404 && url.includes('/centers/') ? ': there is no such center' : ''}.`);
  const content = read(await response.json().catch(() => null));
  if (content === null) throw new Error(`${url} answers something else than ${/[^/?]+(?=\?|$)/.exec(url)[0]}.`);
  return content;
}

/**
 * @param {{api: string, brand?: string, tags?: string, center?: string, lang?: string, place?: string, service?: string, now?: string}} options
 * @param {string} dist the built files
 * @returns {Promise<string>} HTML
 */
export async function prerender(options, dist) {
  const { contents, SERVICES } = await import(pathToFileURL(join(dist, 'npm/prerender/index.js')).href);
  const api = apiAddress(options.api);
  const brand = brandOf(options.brand);
  const lang = languageOf(options.lang);
  const service = choice('service', options.service, SERVICES);
  const now = options.now === undefined ? new Date() : new Date(options.now);
  if (Number.isNaN(now.getTime())) throw new Error(`--now ${options.now} is not a moment; write one such as 2020-05-26T10:00+03:00.`);
  const centers = options.center?.split(',').map((id) => id.trim()).filter(Boolean) ?? [];
  const names = tagNames(options.tags, TAGS, TAGS.filter((name) => name !== 'hours-card' || centers.length));
  if (names.includes('hours-card') !== centers.length > 0) throw new Error('--tags hours-card and --center ID belong together: which center is it?');
  const { place } = options;
  if (!names.includes('notice') && (place ?? service) !== undefined) throw new Error('--place and --service choose a notice, which --tags leaves out.');

  const make = await contents(lang ?? 'bg', now);
  const tag = async (name, attributes, url, read) => {
    const content = await contentOf(url, read);
    return `${element(`cez-${name}`, { ...attributes, brand: options.brand, lang }, content && `\n${content}`)}\n`;
  };
  const makers = {
    'center-finder': () => [tag('center-finder', {}, `${api}/centers?brand=${brand}`, make.centers)],
    'hours-card': () => centers.map((id) => tag('hours-card', { 'center-id': id }, `${api}/centers/${encodeURIComponent(id)}`, make.center)),
    notice: () => [tag('notice', { place, service }, `${api}/notices?brand=${brand}`, (answer) => make.notice(answer, { brand, place: place ?? null, service: service ?? null }))],
  };
  return (await Promise.all(names.flatMap((name) => makers[name]()))).join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dist = resolve(import.meta.dirname, '../dist');
  const text = { type: 'string' };
  await printed(() => {
    const { values } = parseArgs({ options: { api: text, brand: text, tags: text, center: text, lang: text, place: text, service: text, now: text } });
    if (!existsSync(join(dist, 'npm/prerender/index.js'))) throw new Error('dist/ is not built: run npm run build first.');
    return prerender(values, dist);
  });
}
