/**
 * Where a widget's settings come from: its own attribute, the nearest `cez-config`, the page's defaults
 * (`configure()` or the loader's `data-*`), then the documented default. Knows nothing of any one widget.
 */
import type { LanguageName as Language } from '../i18n/messages.js';
import { developerNote } from './developer-note.js';
import { registry, settingsChanged, type PageDefaults } from './registry.js';

export type { MessageOverrides, PageDefaults } from './registry.js';
export type { Language };
export type BrandName = 'cez-bg' | 'cez-rp';

/**
 * Sets the page's defaults for every tag, present and future. Attributes and `cez-config` win over them.
 * `messages` replaces texts: `configure({ messages: { bg: { retry: 'Пак' } } })`.
 */
export function configure(defaults: PageDefaults): void {
  Object.assign(registry.defaults, defaults);
  settingsChanged();
}

const isLanguage = (value: string | null | undefined): value is Language => value === 'bg' || value === 'en';

function parentOf(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}

function nearest(element: Element, test: (ancestor: Element) => boolean): Element | null {
  for (let node = parentOf(element); node; node = parentOf(node)) {
    if (node instanceof Element && test(node)) return node;
  }
  return null;
}

/** The value of a setting before its default, or null. `own` is the element's own value for it. */
export function settingOf(element: Element, name: 'api' | 'brand' | 'lang' | 'tiles' | 'attribution', own = element.getAttribute(name)): string | null {
  return (
    own ??
    nearest(element, (ancestor) => ancestor.localName === 'cez-config' && ancestor.hasAttribute(name))?.getAttribute(name) ??
    registry.defaults[name] ??
    null
  );
}

/** What to write where no API has been named. */
export const API_NEEDED = 'needs the address of the API: api="https://api.example.bg/v1" on the tag or on a cez-config, or data-api on the loader.';

/** Base URL of the API without a closing slash, or null if nobody has set one that can be used. */
export function apiOf(element: Element, own: string | null): string | null {
  const value = settingOf(element, 'api', own);
  if (value === null) return null;
  try {
    const url = new URL(value, document.baseURI);
    if (url.protocol === 'https:' || url.protocol === 'http:') return url.href.replace(/\/+$/, '');
  } catch {
    // Told below, with the other unusable values.
  }
  developerNote(element, `api="${value}" is not a web address; write the API's base URL, such as https://api.example.bg/v1.`);
  return null;
}

export function brandOf(element: Element, own: string | null): BrandName {
  const value = settingOf(element, 'brand', own);
  if (value === 'cez-rp' || value === 'cez-bg') return value;
  if (value !== null) developerNote(element, `brand="${value}" is not known; write cez-bg or cez-rp. Using cez-bg.`);
  return 'cez-bg';
}

export function languageOf(element: Element): Language {
  const value = settingOf(element, 'lang');
  const own = value?.slice(0, 2).toLowerCase();
  if (isLanguage(own)) return own;
  if (value !== null) developerNote(element, `lang="${value}" is not known; write bg or en. Using the page's language.`);
  const inherited = nearest(element, (ancestor) => ancestor.hasAttribute('lang'))?.getAttribute('lang')?.slice(0, 2).toLowerCase();
  return isLanguage(inherited) ? inherited : 'bg';
}

/** The moment to preview (`now`), or null for the present. */
export function previewOf(element: Element, value: string | null): Date | null {
  if (value === null) return null;
  const moment = new Date(value);
  if (!Number.isNaN(moment.getTime())) return moment;
  developerNote(element, `now="${value}" is not a moment; write one such as 2020-05-26T10:00+03:00. Using the present.`);
  return null;
}

export function headingLevelOf(element: Element, value: number): number {
  if (Number.isInteger(value) && value >= 2 && value <= 6) return value;
  developerNote(element, `heading-level="${element.getAttribute('heading-level') ?? value}" is not a whole number from 2 to 6. Using 2.`);
  return 2;
}

// A widget without a language of its own follows its ancestors', also when a page switches it.
if (typeof document !== 'undefined') {
  new MutationObserver(settingsChanged).observe(document, { subtree: true, attributeFilter: ['lang'] });
}
