/**
 * Registers a tag once. Whoever came first keeps it: a second copy of the library, or somebody else's class,
 * is told in one console line and one event, and the remaining tags still register.
 */
import { VERSION } from './version.js';

export function define(tag: string, element: CustomElementConstructor): void {
  // Imported on a server, where there is nothing to register with.
  if (!('customElements' in globalThis)) return;
  const existing = customElements.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
  if (existing === element) return;
  if (!existing) {
    customElements.define(tag, element);
    return;
  }
  const loaded = existing.version ?? 'unknown';
  if (loaded === VERSION) return;
  console.warn(`<${tag}> is already registered in version ${loaded}; version ${VERSION} is ignored. Load one version on the page.`);
  document.dispatchEvent(new CustomEvent('cez-version-conflict', { detail: { tag, loaded, ignored: VERSION } }));
}
