import { describe, expect, it } from 'vitest';
import { checkAgainstContract, type ReceivedAnswer } from './contract-check.js';

const GOOD: ReceivedAnswer = {
  status: 404,
  headers: {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    'access-control-expose-headers': 'Date, Age, ETag, Retry-After, Idempotency-Replayed',
  },
  body: Buffer.from('{"type":"about:blank","title":"None.","status":404,"code":"not-found"}'),
};
const check = (change: Partial<ReceivedAnswer>, path = '/v1/centers/none') => () => checkAgainstContract('GET', path, { ...GOOD, ...change });

describe('the check against the contract', () => {
  it('lets a good answer pass', () => {
    expect(check({})).not.toThrow();
    expect(check({}, '/v1/unheard-of')).not.toThrow();
  });

  it.each([
    ['a status that is not declared', { status: 418 }, 'this status is not in the contract'],
    ['a missing header', { headers: { ...GOOD.headers, 'cache-control': undefined } }, 'the header Cache-Control is missing'],
    ['a wrong header', { headers: { ...GOOD.headers, 'cache-control': 'public' } }, 'header Cache-Control'],
    ['another media type', { headers: { ...GOOD.headers, 'content-type': 'text/html' } }, 'the media type text/html'],
    ['a missing field', { body: Buffer.from('{"type":"about:blank","title":"None.","status":404}') }, "required property 'code'"],
    ['another code', { body: Buffer.from(GOOD.body.toString().replace('not-found', 'invalid')) }, 'must be equal to constant'],
  ])('refuses %s', (_name, change, message) => {
    expect(check(change)).toThrow(message);
  });
});
