import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Api, onBothDatabases, SITE } from './support/api.js';
import type { components } from '../../../src/api/schema.js';

type Schemas = components['schemas'];

const EXPOSED = 'Date, Age, ETag, Retry-After, Idempotency-Replayed';

onBothDatabases((place) => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open(await place());
  });
  afterAll(() => api.close());

  describe('public lists', () => {
    it('gives about thirty sample centers over the ten oblasts', async () => {
      const { centers } = (await api.get('/v1/centers')).json<Schemas['CenterList']>();
      expect(centers.length).toBeGreaterThanOrEqual(28);
      expect(new Set(centers.map((center) => center.address.oblast))).toEqual(
        new Set(['София-град', 'Софийска', 'Перник', 'Кюстендил', 'Благоевград', 'Враца', 'Монтана', 'Видин', 'Ловеч', 'Плевен']),
      );
      expect(centers.every((center) => center.sample)).toBe(true);
    });

    it.each(['cez-bg', 'cez-rp'] as const)('keeps to the centers of %s', async (brand) => {
      const all = (await api.get('/v1/centers')).json<Schemas['CenterList']>().centers;
      const { centers } = (await api.get(`/v1/centers?brand=${brand}`)).json<Schemas['CenterList']>();
      expect(centers).toEqual(all.filter((center) => center.brands.includes(brand)));
      expect(centers.length).toBeLessThan(all.length);
    });

    it('refuses an unknown brand', async () => {
      const answer = await api.get('/v1/centers?brand=evn');
      expect([answer.status, answer.json()['code']]).toEqual([400, 'bad-request']);
      expect((await api.get('/v1/contacts?brand=cez-bg&brand=cez-rp')).status).toBe(400);
    });

    it('gives one center as the list has it', async () => {
      const { centers } = (await api.get('/v1/centers')).json<Schemas['CenterList']>();
      const center = centers.find(({ id }) => id === 'sample-vratsa');
      expect((await api.get('/v1/centers/sample-vratsa')).json()).toEqual(center);
    });

    it('says which company serves Пловдив, Варна and Враца', async () => {
      const { places } = (await api.get('/v1/places')).json<Schemas['PlaceList']>();
      const operatorOf = (name: string) => places.find((item) => item.name === name)?.operator;
      expect(['Пловдив', 'Варна', 'Враца'].map(operatorOf)).toEqual(['evn', 'energo-pro', 'cez-rp']);
      expect(places.filter(({ operator }) => operator === 'cez-rp').length).toBeGreaterThan(100);
    });

    it('gives the info line, open day and night', async () => {
      const { contacts } = (await api.get('/v1/contacts?brand=cez-rp')).json<Schemas['ContactList']>();
      const line = contacts.find(({ id }) => id === 'info-line');
      expect(line).toMatchObject({ value: '0700 10 010', url: 'tel:070010010', kind: 'phone' });
      expect(line?.openingHoursSpecification?.[0]).toMatchObject({ opens: '00:00', closes: '24:00' });
      expect(contacts.some(({ brands }) => !brands.includes('cez-rp'))).toBe(false);
    });
  });

  describe('caching', () => {
    it.each(['/v1/centers', '/v1/centers/sample-vratsa', '/v1/places', '/v1/contacts'])('answers 304 for %s that has not changed', async (path) => {
      const first = await api.get(path);
      expect(first.status).toBe(200);
      const etag = first.headers['etag'] ?? '';
      const second = await api.get(path, { 'if-none-match': `"other", ${etag}` });
      expect([second.status, second.text, second.headers['etag']]).toEqual([304, '', etag]);
      expect((await api.get(path, { 'if-none-match': `W/${etag}` })).status).toBe(304);
      expect((await api.get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    });

    it('compresses with brotli where that is accepted, under an ETag of its own', async () => {
      const plain = await api.get('/v1/centers');
      const brotli = await api.get('/v1/centers', { 'accept-encoding': 'gzip, deflate, br' });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(brotli.headers['content-encoding']).toBe('br');
      expect(brotliDecompressSync(brotli.bytes).toString()).toBe(plain.text);
      expect(brotli.bytes.length).toBeLessThan(plain.bytes.length / 5);
      expect(brotli.headers['etag']).not.toBe(plain.headers['etag']);
      const again = await api.get('/v1/centers', { 'accept-encoding': 'br', 'if-none-match': brotli.headers['etag'] ?? '' });
      expect(again.status).toBe(304);
      expect((await api.get('/v1/centers', { 'accept-encoding': 'br;q=0, gzip' })).headers['content-encoding']).toBeUndefined();
    });

    it('lets caches keep answers for a minute and stale ones in need', async () => {
      const { headers } = await api.get('/v1/places');
      expect(headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=60, stale-if-error=86400');
      expect(headers['vary']).toContain('Accept-Encoding');
    });

    it('answers HEAD with the headers of GET', async () => {
      const get = await api.get('/v1/centers');
      const head = await api.send('HEAD', '/v1/centers');
      expect([head.status, head.text, head.headers['etag']]).toEqual([200, '', get.headers['etag']]);
    });
  });

  describe('other origins', () => {
    it.each([
      ['/v1/centers', 200],
      ['/v1/centers/none', 404],
      ['/v1/nothing', 404],
      ['/v1/centers?brand=x', 400],
      ['/v1/centers/%ff', 400],
      [`/v1/centers/${'a'.repeat(200)}`, 404],
      ['/nowhere', 404],
      ['/readyz', 200],
    ])('may read %s, answered %i', async (path, status) => {
      const answer = await api.get(path, { origin: 'https://elsewhere.example' });
      expect(answer.status).toBe(status);
      expect(answer.headers['access-control-allow-origin']).toBe('*');
      expect(answer.headers['access-control-expose-headers']).toBe(EXPOSED);
    });

    it('may ask before a GET, and only the configured one before a POST', async () => {
      const ask = (method: string, origin: string) =>
        api.send('OPTIONS', '/v1/readings', { headers: { origin, 'access-control-request-method': method } });
      const get = await ask('GET', 'https://elsewhere.example');
      expect([get.status, get.headers['access-control-allow-origin']]).toEqual([204, '*']);
      const own = await ask('POST', SITE);
      expect([own.headers['access-control-allow-origin'], own.headers['vary']]).toEqual([SITE, 'Origin']);
      expect(own.headers['access-control-allow-headers']).toContain('Idempotency-Key');
      expect((await ask('POST', 'https://elsewhere.example')).headers['access-control-allow-origin']).toBeUndefined();
    });
  });

  describe('outside /v1', () => {
    it('tells its health and readiness', async () => {
      expect((await api.get('/healthz')).json()).toEqual({ status: 'ok' });
      expect((await api.get('/readyz')).json()).toEqual({ status: 'ready' });
    });

    it('gives the contract', async () => {
      const contract = (await api.get('/openapi.json')).json<{ openapi: string; paths: object }>();
      expect(contract.openapi).toBe('3.1.0');
      expect(Object.keys(contract.paths)).toContain('/centers/{id}');
    });

    it('counts answers by route, without ids', async () => {
      await api.get('/v1/centers/sample-lom');
      const { text } = await api.get('/metrics');
      expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/v1\/centers\/:id",status="200"\} [1-9]/);
      expect(text).not.toContain('sample-lom');
    });
  });
});

describe('limits', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.open({ memory: true });
  });
  afterAll(() => api.close());

  it('sets the three timeouts', () => {
    expect(api.app.server.requestTimeout).toBe(10_000);
    expect(api.app.server.timeout).toBe(15_000);
    expect(api.app.initialConfig).toMatchObject({ handlerTimeout: 10_000 });
  });

  it('sends headers that keep its answers out of frames and scripts', async () => {
    const { headers } = await api.get('/v1/centers');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('tells a page the date, over a real connection', async () => {
    await api.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = api.app.server.address() as AddressInfo;
    const date = await new Promise<string | undefined>((resolve, reject) => {
      httpRequest({ port, host: '127.0.0.1', path: '/v1/contacts' }, (response) => {
        response.resume();
        resolve(response.headers.date);
      })
        .on('error', reject)
        .end();
    });
    expect(Number.isNaN(Date.parse(date ?? ''))).toBe(false);
  });
});
