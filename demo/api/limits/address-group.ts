/** Which addresses count as one: an IPv6 network of 64 bits, since a single home has all of it. */
import { isIPv6 } from 'node:net';

/** An IPv4 address as it is, also inside IPv6; the first four groups of any other IPv6 address. */
export function addressGroup(address: string): string {
  const plain = withoutPort(address).replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  // Of a dotted tail only its place counts: it fills the last two groups.
  const after = groups(tail?.replace(/\d+\.\d+\.\d+\.\d+$/, '0:0') ?? '');
  const before = groups(head);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...new Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return `${all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Some proxies write the port into `X-Forwarded-For`; each connection has another one. */
function withoutPort(address: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
}
