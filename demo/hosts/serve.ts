// The hosts as files of the demo sites: each page with all tags, and with one, `/hosts/h1/?tag=hours-card`; what they
// load; and the library once more under another version, for pages that two teams have put it into. Nothing of it is
// compressed: it is there to be looked at and tested.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Asset, createPlainAsset, IMMUTABLE, readFolder, REVALIDATE } from '../sites/assets.js';
import { hosts } from './hosts.js';
import { readLibraries } from './libraries.js';
import { type Addresses, hostPage, strictPolicy } from './page.js';
import { hostedTags } from './tags.js';

/** Of the copy that came from elsewhere. */
export const OTHER_VERSION = '0.0.1';
const other = `/hosts/widgets/${OTHER_VERSION}`;

const pathOf = (id: string): string => `/hosts/${id}/`;

export const hostPages = hosts.map(({ id, title }) => ({ path: pathOf(id), title, lang: 'en' }));
const strictPaths: ReadonlySet<string> = new Set(hosts.filter(({ strict }) => strict).map(({ id }) => pathOf(id)));

/** What a host's page is sent with; null for other paths. Hosts have no policy, but for the strict one. */
export function hostHeaders(path: string, api: string): Record<string, string> | null {
  if (strictPaths.has(path)) return { 'content-security-policy': strictPolicy(api) };
  return path.startsWith('/hosts/') ? {} : null;
}

/** Everything below `/hosts/`, by the address it is asked for with. */
export async function hostAssets(library: ReadonlyMap<string, Buffer>, { version, ...where }: Omit<Addresses, 'other'> & { version: string }): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const host of hosts) {
    for (const [query, tags] of [['', hostedTags], ...hostedTags.map((tag) => [`?tag=${tag}`, [tag]] as const)] as const) {
      assets.set(pathOf(host.id) + query, createPlainAsset('index.html', Buffer.from(hostPage(host, { ...where, other }, tags)), REVALIDATE));
    }
  }
  for (const [name, bytes] of await readFolder(join(dirname(fileURLToPath(import.meta.url)), 'public'))) assets.set(`/hosts/${name}`, createPlainAsset(name, bytes, REVALIDATE));
  for (const [name, bytes] of await readLibraries()) assets.set(`/hosts/libraries/${name}`, createPlainAsset(name, bytes, REVALIDATE));
  for (const [name, bytes] of library) {
    if (name.endsWith('.js')) assets.set(`${other}/${name}`, createPlainAsset(name, Buffer.from(bytes.toString().replaceAll(`"${version}"`, `"${OTHER_VERSION}"`)), IMMUTABLE));
  }
  return assets;
}
