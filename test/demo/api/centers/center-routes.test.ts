import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../../../../src/api/schema.js';
import { Api, onBothDatabases } from '../support/api.js';

type Center = components['schemas']['Center'];
type CenterInput = components['schemas']['CenterInput'];

const INPUT: CenterInput = {
  brands: ['cez-bg'],
  name: { bg: 'Център Проба', en: null },
  address: { street: 'ул. „Проба“ 1', place: 'Враца', municipality: 'Враца', oblast: 'Враца', postalCode: '3000' },
  desks: 4,
  openingHoursSpecification: [{ dayOfWeek: ['Monday'], opens: '08:30', closes: '16:30' }],
};

onBothDatabases((place) => {
  let api: Api;
  let operator: Record<string, string>;
  beforeAll(async () => {
    api = await Api.open(await place());
    operator = await api.operatorHeaders('office');
  });
  afterAll(() => api.close());

  const put = (id: string, body: unknown, headers: Record<string, string> = {}) =>
    api.send('PUT', `/v1/centers/${id}`, { body, headers: { ...operator, ...headers } });

  describe('an operator', () => {
    it('creates a center, with what is left out unknown or usual', async () => {
      const created = await put('new', INPUT);
      expect([created.status, created.headers['location']]).toEqual([201, '/v1/centers/new']);
      expect(created.json<Center>()).toMatchObject({
        id: 'new',
        admittedAtOnce: 4,
        cashDesk: null,
        phone: null,
        position: null,
        followsPublicHolidays: true,
        specialOpeningHoursSpecification: [],
        sample: false,
      });
      const read = await api.get('/v1/centers/new');
      expect([read.text, read.headers['etag']]).toEqual([created.text, created.headers['etag']]);
    });

    it('sees the center in the lists at once', async () => {
      const before = await api.get('/v1/centers?brand=cez-bg');
      await put('listed', INPUT);
      const after = await api.get('/v1/centers?brand=cez-bg');
      expect(after.headers['etag']).not.toBe(before.headers['etag']);
      expect(after.json<{ centers: Center[] }>().centers.map(({ id }) => id)).toContain('listed');
      expect(after.text).toContain('"updatedAt":"2026-11-23T08:00:00.000Z"}]');
    });

    it('changes a center only with the ETag of what is there', async () => {
      const { headers } = await put('changing', INPUT);
      const change = { ...INPUT, desks: 5 };
      expect((await put('changing', change)).json()['code']).toBe('precondition-required');
      expect((await put('changing', change, { 'if-match': '"old"' })).json()['code']).toBe('precondition-failed');
      expect((await put('changing', change, { 'if-match': `W/${headers['etag']}` })).status).toBe(412);
      const changed = await put('changing', change, { 'if-match': headers['etag'] ?? '' });
      expect([changed.status, changed.json<Center>().admittedAtOnce]).toEqual([200, 5]);
      expect((await put('changing', INPUT, { 'if-match': headers['etag'] ?? '' })).status).toBe(412);
    });

    it('may use the ETag of the brotli answer', async () => {
      await put('brotli', INPUT);
      const { headers } = await api.get('/v1/centers/brotli', { 'accept-encoding': 'br' });
      expect((await put('brotli', { ...INPUT, desks: 1 }, { 'if-match': headers['etag'] ?? '' })).status).toBe(200);
    });

    it('changes nothing, not even the date, by writing the same', async () => {
      const { headers } = await put('same', INPUT);
      api.clock.now = new Date('2026-11-24T08:00:00Z');
      const again = await put('same', INPUT, { 'if-match': headers['etag'] ?? '' });
      api.clock.now = new Date('2026-11-23T08:00:00Z');
      expect([again.status, again.headers['etag']]).toEqual([200, headers['etag']]);
    });

    it('loses no write when many are made at once', async () => {
      const created = await Promise.all(Array.from({ length: 8 }, (_, desks) => put('raced', { ...INPUT, desks })));
      expect(created.map(({ status }) => status).sort()).toEqual([201, 428, 428, 428, 428, 428, 428, 428]);
    });

    it('is refused to change what is not there', async () => {
      expect((await put('absent', INPUT, { 'if-match': '"any"' })).status).toBe(412);
    });

    it('leaves each write in the audit log, under the name of the key', async () => {
      await put('audited', INPUT);
      const rows = await api.context.db.selectFrom('audit_log').selectAll().where('target', '=', 'centers/audited').execute();
      expect(rows).toMatchObject([{ actor: 'office', action: 'create', body: { name: { bg: 'Център Проба' } } }]);
    });
  });

  describe('a stranger', () => {
    it.each([
      ['no key', {}],
      ['an unknown key', { authorization: 'Bearer cez_0000' }],
      ['a password', { authorization: 'Basic b2ZmaWNlOng=' }],
    ])('is refused with %s, before the body is read', async (_name, headers: Record<string, string>) => {
      const answer = await api.send('PUT', '/v1/centers/new', { body: '{broken', headers });
      expect([answer.status, answer.json()['code'], answer.headers['www-authenticate']]).toEqual([401, 'unauthorized', 'Bearer']);
    });

    it('finds no key in the database, only hashes', async () => {
      const rows = await api.context.db.selectFrom('api_keys').selectAll().execute();
      expect(rows.length).toBeGreaterThan(0);
      for (const { hash } of rows) {
        expect(hash).toMatch(/^[0-9a-f]{64}$/);
        expect(operator['authorization']).not.toContain(hash);
      }
    });
  });

  describe('a bad body', () => {
    const faults: Array<[string, unknown, unknown]> = [
      ['without a name', { ...INPUT, name: undefined }, { pointer: '/name', code: 'required' }],
      ['with an unknown brand', { ...INPUT, brands: ['evn'] }, { pointer: '/brands/0', code: 'format' }],
      ['with no brand', { ...INPUT, brands: [] }, { pointer: '/brands', code: 'range' }],
      ['with fewer than no desks', { ...INPUT, desks: -1 }, { pointer: '/desks', code: 'range' }],
      ['with an unknown field', { ...INPUT, openingHours: [] }, { pointer: '/openingHours', code: 'format' }],
      ['with swapped degrees', { ...INPUT, position: { lat: 23.5, lng: 43.2 } }, { pointer: '/position', code: 'range' }],
      [
        'with hours that are none',
        { ...INPUT, openingHoursSpecification: [{ dayOfWeek: ['Monday'], opens: '25:00', closes: '16:30' }] },
        { pointer: '/openingHoursSpecification/0/opens', code: 'format' },
      ],
      [
        'with a range that ends before it begins',
        { ...INPUT, specialOpeningHoursSpecification: [{ validFrom: '2026-12-02', validThrough: '2026-12-01' }] },
        { pointer: '/specialOpeningHoursSpecification/0/validThrough', code: 'range' },
      ],
      [
        'with an opening hour that never closes',
        { ...INPUT, specialOpeningHoursSpecification: [{ validFrom: '2026-12-01', validThrough: '2026-12-01', opens: '09:00' }] },
        { pointer: '/specialOpeningHoursSpecification/0/closes', code: 'required' },
      ],
      ['with a NUL in a text', { ...INPUT, phone: '0700\u0000' }, { pointer: '/phone', code: 'format' }],
      ['with half a character', { ...INPUT, name: { bg: 'Център \ud83d', en: null } }, { pointer: '/name/bg', code: 'format' }],
    ];

    it.each(faults)('%s is told by its field', async (_name, body, error) => {
      const answer = await put('bad', body);
      expect([answer.status, answer.json()['code']]).toEqual([422, 'invalid']);
      expect(answer.json<{ errors: unknown[] }>().errors).toContainEqual(error);
    });

    it.each([
      ['that is broken', '{"name": ', 400, 'bad-request'],
      ['that is empty', '', 400, 'bad-request'],
      ['that poisons a prototype', '{"__proto__": {"admin": true}}', 400, 'bad-request'],
      ['that poisons a constructor', '{"constructor": {"prototype": {"admin": true}}}', 400, 'bad-request'],
      ['over 64 KB', `{"phone": "${'0'.repeat(65_536)}"}`, 413, 'too-large'],
    ])('%s is refused', async (_name, body, status, code) => {
      const answer = await put('bad', body);
      expect([answer.status, answer.json()['code']]).toEqual([status, code]);
      expect(answer.headers['access-control-allow-origin']).toBe('*');
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])('as %s is refused', async (type) => {
      const answer = await put('bad', 'name=x', { 'content-type': type });
      expect([answer.status, answer.json()['code']]).toEqual([415, 'unsupported-media-type']);
    });

    it('stores nothing', async () => {
      expect((await api.get('/v1/centers/bad')).status).toBe(404);
    });

    it('under a bad id is refused', async () => {
      expect((await put('%D0%B0', INPUT)).status).toBe(400);
    });
  });
});
