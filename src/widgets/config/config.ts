/** Settings for the tags inside it. It draws nothing and leaves the layout of its content to the page. */
import { settingsChanged } from '../../core/registry.js';
import { VERSION } from '../../core/version.js';

/**
 * Gives the tags inside it their settings; a tag's own attributes win over it, the page's defaults do not.
 *
 * @summary Settings for a part of a page.
 * @tagname cez-config
 * @attr {string} api - Base URL of the HTTP API, ending in `/v1`.
 * @attr {'cez-bg' | 'cez-rp'} brand - Whose look and data.
 * @attr {'bg' | 'en'} lang - Language of the texts.
 * @attr {string} tiles - URL template of map tiles.
 * @attr {string} attribution - Who made the tiles; needed with `tiles`.
 * @slot - The part of the page that the settings are for.
 */
export class Config extends (globalThis.HTMLElement ?? Object) {
  /** The library's version. */
  static readonly version = VERSION;
  static readonly observedAttributes = ['api', 'brand', 'lang', 'tiles', 'attribution'];

  /** The library's version. */
  get version(): string {
    return VERSION;
  }

  constructor() {
    super();
    // An unknown element is inline; this one must not change the page's layout at all.
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(':host { display: contents } :host([hidden]) { display: none }');
    root.adoptedStyleSheets = [sheet];
    root.append(document.createElement('slot'));
  }

  connectedCallback(): void {
    settingsChanged();
  }

  attributeChangedCallback(): void {
    settingsChanged();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cez-config': Config;
  }
}
