/** Links from data: only schemes that open a page, a call or a message; never one that runs code. */
const SAFE = new Set(['https:', 'tel:', 'mailto:', 'sms:']);

/** The address as a browser will read it, or undefined for none and for one that must not become a link. */
export function safeUrl(address: string): string | undefined {
  if (!address.trim()) return undefined;
  try {
    const url = new URL(address, document.baseURI);
    return SAFE.has(url.protocol) || url.origin === location.origin ? url.href : undefined;
  } catch {
    return undefined;
  }
}
