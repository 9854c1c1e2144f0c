import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Api, NOW, onBothDatabases } from '../support/api.js';
import type { components } from '../../../../src/api/schema.js';

type Schemas = components['schemas'];
type Notice = Schemas['Notice'];
type NoticeList = Schemas['NoticeList'];

const HOUR_MS = 3_600_000;

/** The instant that many hours after the tests' moment. */
const hours = (count: number): string => new Date(NOW.getTime() + count * HOUR_MS).toISOString();

const INPUT = {
  brands: ['cez-bg'],
  severity: 'warning',
  title: { bg: 'Проба', en: null },
  text: { bg: 'Това е проба.', en: 'This is a trial.' },
  link: { url: 'https://example.bg/proba', text: { bg: 'Научете повече', en: null } },
  validFrom: '2026-11-23T09:00:00+02:00',
  validThrough: '2026-11-23T18:00:00+02:00',
  places: ['Враца'],
  services: ['payment'],
  dismissible: true,
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
    api.send('PUT', `/v1/notices/${id}`, { body, headers: { ...operator, ...headers } });
  const remove = (id: string, headers: Record<string, string> = {}) => api.send('DELETE', `/v1/notices/${id}`, { headers: { ...operator, ...headers } });
  const list = async (query = '') => (await api.get(`/v1/notices${query}`)).json<NoticeList>();
  const ids = async (query = '') => (await list(query)).notices.map(({ id }) => id);

  describe('an operator', () => {
    it('publishes a notice, as written and in the lists at once', async () => {
      const before = await api.get('/v1/notices?brand=cez-bg');
      const created = await put('published', INPUT);
      expect([created.status, created.headers['location']]).toEqual([201, '/v1/notices/published']);
      expect(created.json()).toEqual({ id: 'published', ...INPUT, updatedAt: NOW.toISOString() });
      const read = await api.get('/v1/notices/published');
      expect([read.text, read.headers['etag']]).toEqual([created.text, created.headers['etag']]);
      const after = await api.get('/v1/notices?brand=cez-bg', { 'if-none-match': before.headers['etag'] ?? '' });
      expect(after.json<NoticeList>().notices).toContainEqual(created.json());
      expect(await ids('?brand=cez-rp')).not.toContain('published');
    });

    it('changes and withdraws it only with the ETag of what is there', async () => {
      const { headers } = await put('changing', INPUT);
      const first = { 'if-match': headers['etag'] ?? '' };
      const change = { ...INPUT, severity: 'emergency', dismissible: false };
      expect((await put('changing', change)).json()['code']).toBe('precondition-required');
      expect((await put('changing', change, { 'if-match': '"old"' })).json()['code']).toBe('precondition-failed');
      const changed = await put('changing', change, first);
      expect([changed.status, changed.json<Notice>().severity]).toEqual([200, 'emergency']);
      expect((await remove('changing')).json()['code']).toBe('precondition-required');
      expect((await remove('changing', first)).json()['code']).toBe('precondition-failed');
      const removed = await remove('changing', { 'if-match': changed.headers['etag'] ?? '' });
      expect([removed.status, removed.text]).toEqual([204, '']);
      expect((await api.get('/v1/notices/changing')).status).toBe(404);
      expect(await ids()).not.toContain('changing');
      expect((await remove('changing', first)).json()['code']).toBe('not-found');

      const rows = await api.context.db.selectFrom('audit_log').selectAll().where('target', '=', 'notices/changing').orderBy('id').execute();
      expect(rows).toMatchObject([
        { actor: 'office', action: 'create', body: INPUT },
        { actor: 'office', action: 'change', body: change },
        { actor: 'office', action: 'remove', body: null },
      ]);
    });

    it('is known by a key alone, before the body is read', async () => {
      for (const method of ['PUT', 'DELETE'] as const) {
        const answer = await api.send(method, '/v1/notices/published', { ...(method === 'PUT' ? { body: '{broken' } : {}) });
        expect([answer.status, answer.json()['code']]).toEqual([401, 'unauthorized']);
      }
    });

    it.each<[string, unknown, unknown]>([
      ['without a severity', { ...INPUT, severity: undefined }, { pointer: '/severity', code: 'required' }],
      ['with another severity', { ...INPUT, severity: 'alarm' }, { pointer: '/severity', code: 'format' }],
      ['without a text in Bulgarian', { ...INPUT, text: { bg: '', en: 'Trial' } }, { pointer: '/text/bg', code: 'range' }],
      ['that ends when it begins', { ...INPUT, validThrough: INPUT.validFrom }, { pointer: '/validThrough', code: 'range' }],
      ['with an instant that never comes', { ...INPUT, validFrom: '2026-02-30T10:00:00Z' }, { pointer: '/validFrom', code: 'format' }],
      ['with a second 60', { ...INPUT, validThrough: '2026-12-31T23:59:60Z' }, { pointer: '/validThrough', code: 'format' }],
      ['with a link that runs', { ...INPUT, link: { ...INPUT.link, url: 'javascript:alert(1)' } }, { pointer: '/link/url', code: 'format' }],
      ['for an unknown service', { ...INPUT, services: ['gas'] }, { pointer: '/services/0', code: 'format' }],
      ['with what the server sets', { ...INPUT, updatedAt: INPUT.validFrom }, { pointer: '/updatedAt', code: 'format' }],
    ])('is told what is wrong with a notice %s', async (_name, body, error) => {
      const answer = await put('bad', body);
      expect([answer.status, answer.json()['code']]).toEqual([422, 'invalid']);
      expect(answer.json<{ errors: unknown[] }>().errors).toContainEqual(error);
      expect((await api.get('/v1/notices/bad')).status).toBe(404);
    });
  });

  describe('time', () => {
    it('brings a coming notice, keeps an ended one for a day, and then takes it away', async () => {
      await put('coming', { ...INPUT, validFrom: hours(1), validThrough: hours(2) });
      const first = await api.get('/v1/notices');
      expect(first.json<NoticeList>().notices.map(({ id }) => id)).toContain('coming');

      api.clock.now = new Date(hours(2 + 24) );
      api.clock.now.setMilliseconds(-1);
      expect(await ids()).toContain('coming');

      api.clock.now = new Date(hours(2 + 24));
      const last = await api.get('/v1/notices', { 'if-none-match': first.headers['etag'] ?? '' });
      expect(last.status).toBe(200);
      expect(last.json<NoticeList>().notices.map(({ id }) => id)).not.toContain('coming');
      expect(last.json<NoticeList>().updatedAt).toBe(hours(2 + 24));
      expect((await api.get('/v1/notices/coming')).status).toBe(200);
      api.clock.now = NOW;
      expect(await ids()).toContain('coming');
    });

    it('does not bring back what was over long ago', async () => {
      await put('over', { ...INPUT, validFrom: hours(-48), validThrough: hours(-24) });
      await put('just-over', { ...INPUT, validFrom: hours(-48), validThrough: hours(-23) });
      expect((await ids()).filter((id) => id.endsWith('over'))).toEqual(['just-over']);
    });
  });

  it('gives the most severe first, then what began first', async () => {
    const { notices } = await list();
    const rank = ({ severity, validFrom }: Notice) => ['emergency', 'warning', 'info'].indexOf(severity) * 1e15 + Date.parse(validFrom);
    expect(notices.map(rank)).toEqual(notices.map(rank).sort((one, other) => one - other));
    expect(new Set(notices.map(({ severity }) => severity)).size).toBe(3);
  });
});
