/** Reference numbers that people copy by hand and read out on the phone. */
import { randomInt } from 'node:crypto';

/** Letters that are the same in both alphabets, and digits none of which looks like a letter. */
const SIGNS = 'ABCEHKMPTX2345679';

/** A new reference, for instance `AK27-9PTX-4MEB`: too many are possible for two to meet. */
export function newReference(): string {
  const group = () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return [group(), group(), group()].join('-');
}
