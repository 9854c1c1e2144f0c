import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../demo/api/settings.js';

describe('settings', () => {
  it('have defaults that run the demo', () => {
    expect(readSettings({})).toEqual({
      databaseUrl: null,
      dataDir: '.data',
      port: 8081,
      allowedOrigins: ['http://localhost:8080'],
      trustProxy: [],
      limitsOff: false,
      smtpUrl: null,
      mailFrom: 'efaktura@cez-bg.example',
      einvoiceUrl: 'http://localhost:8080/cez-bg/einvoice/',
      outagesFeed: null,
    });
  });

  it('count an empty value as unset', () => {
    const names = ['DATABASE_URL', 'DATA_DIR', 'PORT', 'ALLOWED_ORIGINS', 'TRUST_PROXY', 'LIMITS', 'SMTP_URL', 'MAIL_FROM', 'EINVOICE_URL', 'OUTAGES_FEED', 'OUTAGES_FEED_SECONDS', 'SITES_PORT'];
    const empty = Object.fromEntries(names.map((name) => [name, ' ']));
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  it('are read from the environment', () => {
    const environment = {
      DATABASE_URL: 'postgres://db/cez',
      DATA_DIR: '/data',
      PORT: '0',
      ALLOWED_ORIGINS: 'https://www.cez.bg, https://www.cez-rp.bg',
      TRUST_PROXY: '10.0.0.1,10.0.0.2',
      LIMITS: 'off',
      SMTP_URL: 'smtps://user:secret@mail.cez.bg',
      MAIL_FROM: 'efaktura@cez.bg',
      EINVOICE_URL: 'https://www.cez.bg/efaktura?from=mail',
      OUTAGES_FEED: 'https://info.cez-rp.bg/avplan?key=secret',
      OUTAGES_FEED_SECONDS: '60',
    };
    expect(readSettings(environment)).toEqual({
      databaseUrl: 'postgres://db/cez',
      dataDir: '/data',
      port: 0,
      allowedOrigins: ['https://www.cez.bg', 'https://www.cez-rp.bg'],
      trustProxy: ['10.0.0.1', '10.0.0.2'],
      limitsOff: true,
      smtpUrl: 'smtps://user:secret@mail.cez.bg',
      mailFrom: 'efaktura@cez.bg',
      einvoiceUrl: 'https://www.cez.bg/efaktura?from=mail',
      outagesFeed: { address: 'https://info.cez-rp.bg/avplan?key=secret', seconds: 60 },
    });
  });

  it('refuse to guess what LIMITS=on would be', () => {
    expect(() => readSettings({ LIMITS: 'on' })).toThrow('LIMITS can only be "off", not "on".');
  });

  it('follow the port of the sites', () => {
    const { allowedOrigins, einvoiceUrl } = readSettings({ SITES_PORT: '9090' });
    expect([allowedOrigins, einvoiceUrl]).toEqual([['http://localhost:9090'], 'http://localhost:9090/cez-bg/einvoice/']);
  });

  it('refuse addresses of another kind, and never quote them, since they may hold a password', () => {
    const smtp = 'SMTP_URL must be an address that begins with smtp: or smtps:.';
    expect(() => readSettings({ SMTP_URL: 'https://user:secret@mail.cez.bg' })).toThrow(smtp);
    expect(() => readSettings({ SMTP_URL: 'mail.cez.bg' })).toThrow(smtp);
    expect(() => readSettings({ EINVOICE_URL: '/efaktura' })).toThrow('EINVOICE_URL must be an address that begins with http: or https:.');
    expect(() => readSettings({ OUTAGES_FEED: 'ftp://user:secret@feed' })).toThrow('OUTAGES_FEED must be an address that begins with http: or https:.');
    expect(() => readSettings({ MAIL_FROM: 'ЧЕЗ <efaktura@cez.bg>' })).toThrow('MAIL_FROM must be an e-mail address alone, not "ЧЕЗ <efaktura@cez.bg>".');
  });

  it('read a feed every two minutes, unless told another whole number of seconds', () => {
    const OUTAGES_FEED = 'http://feed/';
    expect(readSettings({ OUTAGES_FEED }).outagesFeed?.seconds).toBe(120);
    for (const OUTAGES_FEED_SECONDS of ['0', '1.5', 'soon', '-60']) {
      const reason = `OUTAGES_FEED_SECONDS must be a whole number from 1 to 86400, not "${OUTAGES_FEED_SECONDS}".`;
      expect(() => readSettings({ OUTAGES_FEED, OUTAGES_FEED_SECONDS })).toThrow(reason);
    }
  });

  it.each(['eighty', '-1', '70000', '80.5'])('refuse the port %s', (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(`PORT must be a port number from 0 to 65535, not "${PORT}".`);
  });
});
