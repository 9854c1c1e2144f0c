/**
 * JSON that old libraries on a host page cannot spoil: they give arrays a `toJSON` of their own, by which
 * `JSON.stringify` packs them as strings, and list keys of prototypes as an object's own. Keys are sorted,
 * so that equal values give equal texts.
 */
export function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = value as Record<string, unknown>;
  const told = Object.keys(members).filter((key) => Object.hasOwn(members, key) && members[key] !== undefined).sort();
  return `{${told.map((key) => `${JSON.stringify(key)}:${jsonText(members[key])}`).join(',')}}`;
}
