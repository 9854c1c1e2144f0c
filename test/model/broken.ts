/** Answers as they arrive when something on the way, or behind it, has gone wrong. */
const JUNK = [null, 7, -1, true, '', 'x', 'Затворено', {}, { bg: 7 }, [null], [7], [[]], [{}], 1e99, '\ud800', 'я'.repeat(5000)];

/** Breaks one to four places of a copy of `value`. What the contract reads as "closed" or "nothing" is not put in. */
function broken(value: unknown, random: () => number): unknown {
  const copy = structuredClone(value);
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
    let node = copy as Record<string, unknown>;
    for (;;) {
      const keys = Object.keys(node);
      const key = keys[Math.floor(random() * keys.length)];
      if (key === undefined) break;
      const child = node[key];
      if (child && typeof child === 'object' && random() < 0.7) {
        node = child as Record<string, unknown>;
        continue;
      }
      if (random() < 0.3 && !Array.isArray(node)) Reflect.deleteProperty(node, key);
      else node[key] = structuredClone(JUNK[Math.floor(random() * JUNK.length)]);
      break;
    }
  }
  return copy;
}

/** The text of a broken answer; now and then it is cut, too. */
export function brokenBody(value: unknown, random: () => number): string {
  const text = JSON.stringify(broken(value, random));
  return random() < 0.1 ? text.slice(0, Math.floor(random() * text.length)) : text;
}
