/** What the commands that print HTML for web teams share: their options, read strictly, and tags as text. */
const BRANDS = ['cez-bg', 'cez-rp'];
const LANGUAGES = ['bg', 'en'];

export const escape = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** @param {string} [content] HTML; without it the element is one that is never closed */
export function element(name, attributes, content) {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escape(value)}"`))
    .join('');
  return `<${name}${written}>${content === undefined ? '' : `${content}</${name}>`}`;
}

/** An absolute web address without a closing slash. */
export function address(option, value) {
  if (!value) throw new Error(`--${option} is missing: give the absolute address.`);
  const url = URL.canParse(value) && new URL(value);
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error(`--${option} ${value} is not an absolute web address.`);
  if (/[;,]/.test(url.href)) throw new Error(`--${option} ${value} holds a ; or a comma, which a Content-Security-Policy cannot name.`);
  if (url.search || url.hash || url.username) throw new Error(`--${option} ${value} is more than a folder: leave out what begins with ?, # or ends with @.`);
  return url.href.replace(/\/+$/, '');
}

/** The API's base, as the tags want it. */
export function apiAddress(value) {
  const api = address('api', value);
  if (!api.endsWith('/v1')) throw new Error(`--api ${value} does not end in /v1, as the address of the API does.`);
  return api;
}

/** One of a few words; undefined stays undefined. */
export function choice(option, value, known) {
  if (value === undefined || known.includes(value)) return value;
  throw new Error(`--${option} ${value} is not known: ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.`);
}

export const brandOf = (value) => choice('brand', value, BRANDS) ?? 'cez-bg';
export const languageOf = (value) => choice('lang', value, LANGUAGES);

/** Names of tags without `cez-`, each once; those of `usual` if none are given. */
export function tagNames(value, built, usual) {
  if (value === undefined) return usual;
  const names = [...new Set(value.split(',').map((tag) => tag.trim().replace(/^cez-/, '')).filter(Boolean))];
  if (!names.length) throw new Error(`--tags is empty: name some of ${built.join(', ')}, or leave it out.`);
  const unknown = names.find((name) => !built.includes(name));
  if (unknown !== undefined) throw new Error(`--tags: there is no cez-${unknown} for this; there are ${built.join(', ')}.`);
  return names;
}

/** Runs a command that prints what `make` gives, or one sentence on why not. */
export async function printed(make) {
  try {
    process.stdout.write(await make());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
