/**
 * What every tag shares: its settings and language, the fallback content it keeps until it has something
 * better, the wrapper that shuts out the page's styles, and the methods a page may call.
 */
import { html, LitElement, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { CommonKey } from '../i18n/bg/common.js';
import type { Messages } from '../i18n/messages.js';
import { loadEnglish, spokenLanguage, Words } from '../i18n/words.js';
import { baseStyles } from '../theme/base.styles.js';
import { ClockController } from './clock.js';
import { emit, type FailureCode } from './events.js';
import { registry, type MessageOverrides } from './registry.js';
import { apiOf, brandOf, headingLevelOf, languageOf, previewOf, type BrandName } from './settings.js';
import { VERSION } from './version.js';

export abstract class CezElement<Key extends string = never> extends LitElement {
  /** The library's version. */
  static readonly version = VERSION;
  static override styles: CSSResultGroup = baseStyles;

  // Declared without decorators, whose helpers would ship with every page.
  static override properties: PropertyDeclarations = {
    api: {},
    brand: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    now: {},
    messages: { attribute: false },
  };

  // `lang` stays the platform's own property; only its attribute is watched.
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** Base URL of the HTTP API, ending in `/v1`. */
  api: string | null = null;
  /** Whose look and data: `cez-bg` (supplier) or `cez-rp` (grid operator). */
  brand: string | null = null;
  /** Level of the widget's own heading, 2 to 6. */
  headingLevel = 2;
  /** ISO 8601 instant to show the widget at, for previews. */
  now: string | null = null;
  /** Texts that replace the library's in this tag, by language and key. */
  messages: MessageOverrides | null = null;

  protected readonly clock = new ClockController(this);
  protected apiBase: string | null = null;
  protected brandName: BrandName = 'cez-bg';
  protected words!: Words<Key | CommonKey>;
  readonly #internals = this.attachInternals();
  #ready = false;
  #speechless = false;
  #toldFault: FailureCode | null = null;
  /** What `words` were made for. */
  #spokenFor: readonly unknown[] = [];

  /** The library's version. */
  get version(): string {
    return VERSION;
  }

  /** The tag's own Bulgarian texts. */
  protected abstract readonly texts: Messages;

  /** What the tag shows; `nothing` while the page's own content inside the tag says more. */
  protected abstract view(): TemplateResult | typeof nothing;

  /** True once the tag shows content, or says in words why it cannot. */
  protected abstract get settled(): boolean;

  /** What is wrong without a request having failed: settings that are missing, data handed in that cannot be read. */
  protected get ownFault(): FailureCode | null {
    return null;
  }

  /** True while the page's content inside the tag should stay below the view, as when the API is down. */
  protected get keepsFallback(): boolean {
    return false;
  }

  /** True if the page put something inside the tag. */
  protected get hasFallback(): boolean {
    return this.textContent.trim() !== '' || this.childElementCount > 0;
  }

  /** Moves the focus to the widget's heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="-1"]')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    registry.listeners.add(this.#settingsMayDiffer);
    this.#settingsMayDiffer();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    registry.listeners.delete(this.#settingsMayDiffer);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.apiBase = apiOf(this, this.api);
    this.brandName = brandOf(this, this.brand);
    this.clock.preview = previewOf(this, this.now);
    const language = languageOf(this);
    const spoken = spokenLanguage(language);
    // A widget without its English texts waits for them, but not with its request for data.
    this.#speechless = !spoken;
    if (!spoken) void loadEnglish().then(this.#settingsMayDiffer);
    const spokenFor = [spoken, this.messages, registry.defaults.messages] as const;
    if (!spokenFor.every((part, index) => part === this.#spokenFor[index])) {
      this.#spokenFor = spokenFor;
      this.words = new Words(spoken ?? 'bg', this.texts, [this.messages, registry.defaults.messages]);
    }
  }

  protected override render(): unknown {
    const view = this.#speechless ? this.#renderSpeechless() : this.view();
    const slot = view === nothing || this.keepsFallback ? html`<slot></slot>` : nothing;
    if (view === nothing) return slot;
    return html`<div class="reader"><div class="root ${this.brandName}" lang=${this.words.language}>${view}</div></div>${slot}`;
  }

  #renderSpeechless(): TemplateResult | typeof nothing {
    return this.hasFallback ? nothing : html`<div class="loading"></div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    const fault = this.ownFault;
    if (fault && fault !== this.#toldFault) emit(this, 'cez-error', { code: fault, retryable: false });
    this.#toldFault = fault;
    if (this.#ready || this.#speechless || !this.settled) return;
    this.#ready = true;
    // For `:state(ready)` in the published style sheet, which keeps the room until then.
    this.#internals.states?.add('ready');
    emit(this, 'cez-ready');
  }

  /** A heading `below` levels under the tag's own. */
  protected heading(content: string, below = 0): TemplateResult {
    const level = Math.min(6, headingLevelOf(this, this.headingLevel) + below);
    switch (level) {
      case 2: return html`<h2 tabindex="-1" .textContent=${content}></h2>`;
      case 3: return html`<h3 tabindex="-1" .textContent=${content}></h3>`;
      case 4: return html`<h4 tabindex="-1" .textContent=${content}></h4>`;
      case 5: return html`<h5 tabindex="-1" .textContent=${content}></h5>`;
      default: return html`<h6 tabindex="-1" .textContent=${content}></h6>`;
    }
  }

  readonly #settingsMayDiffer = (): void => this.requestUpdate();
}
