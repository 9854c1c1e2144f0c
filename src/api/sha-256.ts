/**
 * SHA-256 (FIPS 180-4) of many ASCII texts that begin alike. The browser's own is missing on http pages, and
 * is slower by its promises than this where it is asked a hundred thousand times.
 */
const primes: number[] = [];
for (let number = 2; primes.length < 64; number++) if (primes.every((prime) => number % prime)) primes.push(number);
const rootBits = (power: number): Int32Array => new Int32Array(primes.map((prime) => ((prime ** power) % 1) * 2 ** 32));
const ROUNDS = rootBits(1 / 3);
const START = rootBits(1 / 2).slice(0, 8);

const words = new Int32Array(64);
const turn = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** Tells of an `end` whether `start` and it together have the hash `hex`. */
export function hashesTo(hex: string, start: string): (end: string) => boolean {
  const wanted = hex.match(/.{8}/g)?.map((word) => parseInt(word, 16) | 0);
  const whole = start.length & ~63;
  const begun = new Int32Array(START);
  for (let at = 0; at < whole; at += 64) digest(begun, start, at);
  const rest = start.slice(whole);
  const hash = new Int32Array(8);
  return (end) => {
    const text = `${rest}${end}\x80`;
    hash.set(begun);
    let at = 0;
    for (; at + 56 < text.length; at += 64) digest(hash, text, at);
    digest(hash, text, at, (start.length + end.length) * 8);
    return hash.every((word, i) => word === wanted?.[i]);
  };
}

/** Works the 64 signs of `text` from `at` into `hash`; the last block ends with the length in bits. */
function digest(hash: Int32Array, text: string, at: number, length?: number): void {
  for (let i = 0; i < 16; i++, at += 4) {
    words[i] = (text.charCodeAt(at) << 24) | (text.charCodeAt(at + 1) << 16) | (text.charCodeAt(at + 2) << 8) | text.charCodeAt(at + 3);
  }
  if (length !== undefined) words[15] = length;
  for (let i = 16; i < 64; i++) {
    const early = words[i - 15]!;
    const late = words[i - 2]!;
    words[i] = words[i - 16]! + words[i - 7]! + (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
  }
  let a = hash[0]!, b = hash[1]!, c = hash[2]!, d = hash[3]!, e = hash[4]!, f = hash[5]!, g = hash[6]!, h = hash[7]!;
  for (let i = 0; i < 64; i++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[i]! + words[i]!) | 0;
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  hash[0]! += a;
  hash[1]! += b;
  hash[2]! += c;
  hash[3]! += d;
  hash[4]! += e;
  hash[5]! += f;
  hash[6]! += g;
  hash[7]! += h;
}
