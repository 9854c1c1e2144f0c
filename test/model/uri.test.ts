import { expect, it } from 'vitest';
import { encodeUri } from '../../src/model/uri.js';

it.each([
  ['Велико Търново & co/?#', '%D0%92%D0%B5%D0%BB%D0%B8%D0%BA%D0%BE%20%D0%A2%D1%8A%D1%80%D0%BD%D0%BE%D0%B2%D0%BE%20%26%20co%2F%3F%23'],
  ['😀', '%F0%9F%98%80'],
  ['a\ud800b\udc00', 'a%EF%BF%BDb%EF%BF%BD'],
])('%j in an address is %s', (text, encoded) => {
  expect(encodeUri(text)).toBe(encoded);
});
