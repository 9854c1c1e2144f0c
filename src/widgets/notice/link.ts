/** Where a notice leads: the page of the widget it is about, which finds the reader's place in its address. */
import { encodeUri } from '../../model/uri.js';
import { safeUrl } from '../../ui/safe-url.js';

/** Undefined for an address that must not become a link. */
export function linkWithPlace(address: string, place: string | null): string | undefined {
  const safe = safeUrl(address);
  if (!safe || !place || !/^https?:/.test(safe)) return safe;
  const url = new URL(safe);
  if (!url.searchParams.has('cez-place')) url.search += `${url.search ? '&' : '?'}cez-place=${encodeUri(place)}`;
  return url.href;
}
