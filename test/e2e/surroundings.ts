/** What a page has that is not ours: its globals, built-in prototypes and style sheets, to be compared before and after. */
import type { Page } from '@playwright/test';

export interface Surroundings {
  globals: string[];
  /** Of every built-in prototype that old libraries and new ones like to extend, with the text of its functions. */
  prototypes: string[];
  styles: string[];
}

/** All that the library may add: Lit's names of its versions, and one symbol. */
export const OUR_GLOBALS = ['Symbol(bg.cez.widgets)', 'litElementVersions', 'litHtmlVersions', 'litPropertyMetadata', 'reactiveElementVersions'];

/** Adresses of these files count as ours and are left out of `styles`. */
const OURS = '/cez.css';

export const surroundings = (page: Page): Promise<Surroundings> =>
  page.evaluate((ours) => ({
    // A recorded trace has a name of its own on each page.
    globals: Reflect.ownKeys(window).map(String).filter((name) => !name.startsWith('__playwright')).sort(),
    prototypes: [Object, Function, Array, String, Number, Boolean, Date, RegExp, Map, Set, Promise, Error, EventTarget, Node, Element, HTMLElement, Document, ShadowRoot, Event].flatMap((type) =>
      Reflect.ownKeys(type.prototype).map((key) => {
        const own = Object.getOwnPropertyDescriptor(type.prototype, key)!;
        const parts: unknown[] = [own.value, own.get, own.set];
        return `${type.name}.${String(key)} ${parts.map((part) => (typeof part === 'function' ? Function.prototype.toString.call(part).replace(/\s+/g, ' ') : typeof part)).join(' ')}`;
      }),
    ),
    styles: [...document.styleSheets, ...document.adoptedStyleSheets].filter(({ href }) => !href?.endsWith(ours)).flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)),
  }), OURS);
