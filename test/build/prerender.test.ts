/** `npm run prerender` as a host's script calls it, against the real API; and what comes of data that means harm. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contents } from '../../src/prerender/index.js';
import { startApi } from '../support/api-process.mjs';

const root = resolve(import.meta.dirname, '../..');
/** A Wednesday at ten in Sofia, in the middle of the sample regime. */
const NOW = '2026-03-18T10:00+02:00';
let server: Awaited<ReturnType<typeof startApi>>;
let api = '';
/** Somebody's web site, which has a page for every address. */
const pages = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Добре дошли</title>'));
let otherSite = '';

beforeAll(async () => {
  await once(pages.listen(0, 'localhost'), 'listening');
  otherSite = `http://localhost:${(pages.address() as AddressInfo).port}`;
  server = await startApi({ API_NOW: NOW });
  api = `${server.origin}/v1`;
});
afterAll(() => {
  pages.close();
  return server.stop();
});

async function prerender(...options: string[]): Promise<{ code: number | null; out: string; said: string }> {
  const child = spawn(process.execPath, ['scripts/prerender.mjs', ...options], { cwd: root });
  const [out, said] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, said };
}

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];
const elementsOf = (node: Node): Element[] => ('childNodes' in node ? node.childNodes.flatMap((child) => [...('tagName' in child ? [child] : []), ...elementsOf(child)]) : []);
const wordsOf = (node: Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(wordsOf).join('') : '');
/** What a reader sees of a tag, line by line. */
const linesOf = (html: string, tag: string): string[] => elementsOf(parseFragment(html)).filter(({ tagName }) => tagName === tag).flatMap((element) => wordsOf(element).split('\n').filter(Boolean));

describe('prerendered content', () => {
  it('is the card, the list and the notice of the moment, in Bulgarian', async () => {
    const { code, out, said } = await prerender('--api', api, '--center', 'sample-temporary-regime,sample-2020', '--now', NOW);
    expect([code, said]).toEqual([0, '']);
    const card = linesOf(out, 'cez-hours-card');
    expect(card[1]).toMatch(/^Към 18 март 2026 г\., 10:00 ч\.: Отворено до /);
    expect(card.join('\n')).toMatch(/примерни данни[^]*Временно работно време от [^]*Обичайното работно време се връща [^]*Едновременно влиза[^]*Телефон: /);
    const { centers } = (await (await fetch(`${api}/centers?brand=cez-bg`)).json()) as { centers: { name: { bg: string } }[] };
    const list = elementsOf(parseFragment(out)).filter(({ tagName }) => tagName === 'li').map(wordsOf);
    expect(list).toHaveLength(centers.length);
    for (const [index, { name }] of centers.entries()) expect(list[index]).toContain(name.bg);
    expect(linesOf(out, 'cez-notice').join('\n')).toMatch(/^Спешно съобщение\nБурен вятър[^]*За Перник, Радомир · Важи до 20 март 2026 г\. включително$/);
    expect(elementsOf(parseFragment(out)).filter(({ tagName }) => tagName === 'cez-hours-card').map(({ attrs }) => attrs)).toEqual(
      ['sample-temporary-regime', 'sample-2020'].map((value) => [{ name: 'center-id', value }]),
    );
  });

  it('is English where asked, with names in Latin letters', async () => {
    const { out } = await prerender('--api', api, '--tags', 'cez-notice,hours-card', '--center', 'sample-temporary-regime', '--lang', 'en', '--brand', 'cez-rp', '--now', NOW);
    expect(out).toContain('<cez-hours-card center-id="sample-temporary-regime" brand="cez-rp" lang="en">');
    expect(linesOf(out, 'cez-hours-card')[1]).toMatch(/^As of 18 March 2026, 10:00: Open until /);
    expect(linesOf(out, 'cez-notice').join()).toContain('Pernik, Radomir');
    expect(out).not.toContain('cez-center-finder');
  });

  it('is an empty tag, which takes no room, while there is no notice', async () => {
    expect((await prerender('--api', api, '--tags', 'notice', '--now', '2027-01-01T00:00+02:00')).out).toBe('<cez-notice></cez-notice>\n');
  });

  it('never becomes markup or a script', async () => {
    const harm = `"><script>alert(1)</script><img src=x onerror='alert(1)'>&lt;{`;
    const both = { bg: harm, en: harm };
    const center = {
      id: harm, name: both, phone: harm, address: { street: harm, place: harm, postalCode: harm }, sample: true, desks: 1,
      openingHoursSpecification: [{ dayOfWeek: ['Monday', harm], opens: harm, closes: harm }],
      specialOpeningHoursSpecification: [{ validFrom: '2026-03-17', validThrough: '2026-03-19', opens: '08:00', closes: '12:00', reason: both }],
    };
    const notice = { id: 'x', brands: ['cez-bg'], severity: harm, title: both, text: both, places: [harm], validFrom: '2026-03-01', validThrough: '2026-04-01' };
    for (const language of ['bg', 'en'] as const) {
      const make = await contents(language, new Date(NOW));
      const reader = { brand: 'cez-bg', place: null, service: null } as const;
      const links = ['javascript:alert(1)', 'java\nscript:alert(1)', 'data:text/html,x', harm];
      const made = [make.center(center), make.centers({ centers: [center] }), ...links.map((url) => make.notice({ notices: [{ ...notice, link: { url, text: both } }] }, reader))];
      for (const html of made) {
        expect(html).toContain('&lt;script&gt;');
        const elements = elementsOf(parseFragment(html!));
        expect(elements.map(({ tagName }) => tagName).filter((name) => !/^(p|h2|ul|li|br|strong|time|a)$/.test(name))).toEqual([]);
        expect(elements.flatMap(({ attrs }) => attrs).filter(({ name, value }) => !/^(href|datetime)$/.test(name) || /^\s*(javascript|data)/i.test(value))).toEqual([]);
      }
    }
  });
});

describe('nothing is printed', () => {
  it.each<[what: string, options: () => string[], words: RegExp]>([
    ['when nobody answers', () => ['--api', 'http://localhost:9/v1'], /^http:\/\/localhost:9\/v1\/\S+ does not answer: /],
    ['when there is no such center', () => ['--api', api, '--center', 'sample-2020,nowhere'], /centers\/nowhere answers 404: there is no such center\.$/],
    ['when the address is wrong', () => ['--api', `${server.origin}/v2/v1`, '--tags', 'center-finder'], /\/v2\/v1\/centers\?brand=cez-bg answers 404\.$/],
    ['when something else answers', () => ['--api', `${otherSite}/v1`, '--tags', 'notice'], /\/v1\/notices\?brand=cez-bg answers something else than notices\.$/],
    ['without an API', () => [], /^--api is missing/],
    ['for an unknown brand', () => ['--api', api, '--brand', 'evn'], /^--brand evn is not known: cez-bg or cez-rp\.$/],
    ['for an unknown language', () => ['--api', api, '--lang', 'de'], /^--lang de is not known/],
    ['for a tag that has nothing to say at first', () => ['--api', api, '--tags', 'balance-checker'], /^--tags: there is no cez-balance-checker for this/],
    ['for a card of no center', () => ['--api', api, '--tags', 'hours-card'], /--center ID belong together/],
    ['for a place without a notice', () => ['--api', api, '--tags', 'center-finder', '--place', 'Враца'], /choose a notice/],
    ['for an unknown service', () => ['--api', api, '--service', 'gas'], /^--service gas is not known/],
    ['at no moment', () => ['--api', api, '--now', 'yesterday'], /^--now yesterday is not a moment/],
    ['for an unknown option', () => ['--api', api, '--lat', '1'], /--lat/],
  ])('%s, but why', async (_what, options, words) => {
    const { code, out, said } = await prerender(...options());
    expect(said.trim()).toMatch(words);
    expect([code, out]).toEqual([1, '']);
  });
});
