/**
 * Opens the line to the API while a customer still types, so that a press does not wait for name, connection
 * and certificate: three trips, half a second on a slow phone. It is the line without cookies that postJson
 * uses. Nothing is sent over it.
 */

/** Browsers close a line that nobody has used after ten seconds. */
const IDLE_MS = 10_000;

let link: HTMLLinkElement | undefined;
let openedAt = 0;

export function openLine(url: string): void {
  const now = Date.now();
  if (link?.href === url && now - openedAt < IDLE_MS) return;
  openedAt = now;
  link?.remove();
  link = document.createElement('link');
  link.rel = 'preconnect';
  link.crossOrigin = 'anonymous';
  link.href = url;
  document.head.append(link);
}
