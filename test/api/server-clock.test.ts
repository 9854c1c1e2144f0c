import { assert } from '@open-wc/testing';
import { clockSkew, compareClocks, onClockSkew } from '../../src/api/server-clock.js';
import '../support/console-guard.js';
import { DeviceClock } from '../support/device-clock.js';
import { json, wrapFetch } from '../support/page-fetch.js';

const HOUR = 3_600_000;
const start = '2026-03-18T08:00:00Z';
const dated = (hours: number, age?: number): Response => json({}, { date: new Date(Date.parse(start) + hours * HOUR).toUTCString(), ...(age !== undefined && { age: String(age) }) });

/** Compares by `answer`; the server, asked once more, gives `fresh`. Returns how often it was asked. */
async function compare(answer: Response, fresh: Response): Promise<number> {
  let asked = 0;
  wrapFetch((_url, init) => {
    assert.include(init, { method: 'HEAD', cache: 'no-store' });
    asked++;
    return fresh;
  });
  await compareClocks(answer, Date.now());
  return asked;
}

describe('server clock', () => {
  beforeEach(() => {
    new DeviceClock(start);
  });

  it('leaves a device alone that is right within a minute and a half', async () => {
    assert.equal(await compare(dated(80 / 3600), dated(1)), 0);
    assert.equal(clockSkew(), 0);
  });

  it('does not believe the old date of an answer out of a cache', async () => {
    assert.equal(await compare(dated(-3), dated(0)), 1);
    assert.equal(clockSkew(), 0);
  });

  it('counts the age that a cache on the way tells', async () => {
    assert.equal(await compare(dated(-3, 3 * 3600), dated(5)), 0);
    assert.equal(clockSkew(), 0);
  });

  it('says nothing where the server gives no date', async () => {
    assert.equal(await compare(json({}), dated(3)), 0);
    assert.equal(await compare(dated(3), json({})), 1);
    assert.equal(clockSkew(), 0);
  });

  it('corrects a device that is three hours behind, tells it once, and forgets it when the device is put right', async () => {
    let told = 0;
    onClockSkew(() => told++);
    assert.equal(await compare(dated(3), dated(3)), 1);
    assert.closeTo(clockSkew(), 3 * HOUR, 1000);
    assert.equal(await compare(dated(3), dated(3)), 0);
    assert.equal(told, 1);
    assert.equal(await compare(dated(0), dated(0)), 1);
    assert.equal(clockSkew(), 0);
    assert.equal(told, 2);
  });
});
