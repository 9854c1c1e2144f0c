/**
 * What all copies of the library on one page share: the page's defaults, and who wants to hear of a change.
 * It hangs on one namespaced global, so that the loader, which imports nothing, can write to it before any
 * widget has arrived. The shape is a contract between versions: add to it, never change it.
 */
export interface PageDefaults {
  api?: string;
  brand?: string;
  lang?: string;
  tiles?: string;
  attribution?: string;
  messages?: MessageOverrides;
}

/** Texts a page replaces, by language and message key. */
export interface MessageOverrides {
  bg?: Record<string, string>;
  en?: Record<string, string>;
}

interface Registry {
  defaults: PageDefaults;
  listeners: Set<() => void>;
}

const KEY = Symbol.for('bg.cez.widgets');
const page = globalThis as { [KEY]?: Partial<Registry> };
const shared = (page[KEY] ??= {});

export const registry: Registry = Object.assign(shared, {
  defaults: shared.defaults ?? {},
  listeners: shared.listeners ?? new Set<() => void>(),
});

/** Tells every connected widget that a setting it inherits may have changed. */
export function settingsChanged(): void {
  for (const listener of registry.listeners) listener();
}
