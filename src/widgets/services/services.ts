/**
 * One place with everything a customer can do from home. It says which service is for what, and fetches and shows
 * the one that is opened; what a service asks and answers is its own tag's business.
 */
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import chevronIcon from 'lucide/dist/esm/icons/chevron-down.mjs';
import { announce, prepareAnnouncer } from '../../core/announcer.js';
import { carried, forgetCarried, letCarry } from '../../core/carried.js';
import { developerNote } from '../../core/developer-note.js';
import { CezElement } from '../../core/element.js';
import { emit, type FailureCode } from '../../core/events.js';
import { chosenInAddress } from '../../core/page-address.js';
import { API_NEEDED } from '../../core/settings.js';
import { services, type ServicesKey } from '../../i18n/bg/services.js';
import { renderFailure, renderLoading } from '../../ui/failure.js';
import { renderIcon } from '../../ui/icon.js';
import { renderPhone } from '../../ui/phone.js';
import { safeUrl } from '../../ui/safe-url.js';
import { entriesOf, opensAt, SUPPLIER_SITE, type Entry } from './entries.js';
import { servicesStyles } from './services.styles.js';

/** A wait longer than this is told in words. */
const PATIENT_MS = 4_000;

/** What each service's tag can be told and asked. */
type Form = HTMLElement & { updateComplete: Promise<boolean>; refresh(): Promise<void> };

/**
 * Shows the e-services as plain rows, each with what it is for, and opens the chosen one below its row. Its code is
 * loaded then and not before. What belongs to the other company is a link to its site.
 *
 * @summary The e-services in one place, each opened below its row.
 * @tagname cez-services
 * @slot - Shown until the rows are there, and kept if they cannot be used: links to the services, a phone number.
 * @event {CustomEvent<undefined>} cez-ready - Once: the rows, or the first worded state, are shown.
 * @event {CustomEvent<{code: string, retryable: boolean}>} cez-error - A service could not be loaded. The opened service's own events pass through.
 * @csspart list - The rows.
 * @csspart row - One service: what opens it and, below, the opened one.
 * @csspart action - Buttons.
 * @csspart error - Why a service is not there.
 */
export class Services extends CezElement<ServicesKey> {
  static override styles: CSSResultGroup = [CezElement.styles, servicesStyles];
  static override properties: PropertyDeclarations = {
    open: {},
    carry: { type: Boolean },
    noUrl: { type: Boolean, attribute: 'no-url' },
    opened: { state: true },
    form: { state: true },
    missing: { state: true },
    slow: { state: true },
  };

  /** The service that is open at first: `balance`, `reading`, `einvoice`, `sms`, `outages` or `centers`. */
  open: string | null = null;
  /** Offers a client number or place typed in one service in the others, too, as long as the page is looked at. */
  carry = false;
  /** Keeps the page's address from opening a service. */
  noUrl = false;

  protected readonly texts = services;
  private opened: Entry | null = null;
  /** The opened service, once it is there. */
  private form: Form | null = null;
  /** Why it is not. */
  private missing: FailureCode | null = null;
  private slow = false;
  /** Services opened before, with what is typed in them. Off the page each lets go of what must not be seen again. */
  readonly #forms = new Map<Entry, Form>();
  /** True from a press until the focus has moved to what it opened. */
  #isPressed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
    addEventListener('pagehide', this.#onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#onLeave);
    this.#onLeave();
  }

  /** Asks anew for what the opened service shows, or for the service itself. */
  async refresh(): Promise<void> {
    await (this.form ? this.form.refresh() : this.#load());
    await this.updateComplete;
  }

  /** Closes the opened service and forgets what was typed. */
  reset(): void {
    this.#onLeave();
    this.#show(null);
  }

  protected override get settled(): boolean {
    return true;
  }

  protected override get ownFault(): FailureCode | null {
    if (this.apiBase) return null;
    developerNote(this, API_NEEDED);
    return 'config';
  }

  protected override get keepsFallback(): boolean {
    return !this.apiBase;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('open')) this.#show((!this.hasUpdated && this.#named(chosenInAddress(this, 'cez-service'))) || this.#wanted());
    if (this.opened && !opensAt(this.brandName, this.opened)) this.#show(null);
    if (changed.get('carry')) forgetCarried();
    if (this.form) this.#equip(this.form);
  }

  protected view(): TemplateResult {
    const { words } = this;
    if (!this.apiBase) return renderFailure(words, 'config', null);
    return html`
      ${this.heading(words.t('servicesTitle'))}
      <p>${words.t('servicesQuestion')}</p>
      <ul part="list" role="list">${entriesOf(this.brandName).map((entry) => this.#renderRow(entry))}</ul>
      ${this.carry ? html`<p class="small muted">${words.t('carriedNote')}</p>` : nothing}
    `;
  }

  #renderRow(entry: Entry): TemplateResult {
    const { words } = this;
    const opensHere = opensAt(this.brandName, entry);
    const text = html`${renderIcon(entry.icon)}<span><span class="verb">${words.t(entry.title)}</span> <span class="small muted">${words.t(opensHere ? entry.sentence : 'atSupplier')}</span></span>`;
    if (!opensHere) return html`<li part="row"><a class="entry" href=${ifDefined(safeUrl(SUPPLIER_SITE))}>${text}</a></li>`;
    const isOpen = entry === this.opened;
    return html`<li part="row">
      <button type="button" class="entry" part="action" data-name=${entry.name} aria-expanded=${isOpen} aria-controls=${ifDefined(isOpen ? 'opened' : undefined)} @click=${() => void this.#onPress(entry)}>
        ${text}<span class="turn">${renderIcon(chevronIcon)}</span>
      </button>
      ${isOpen ? html`<div class="opened" id="opened">${this.#renderOpened(entry)}</div>` : nothing}
    </li>`;
  }

  #renderOpened(entry: Entry): TemplateResult {
    const { words, form, missing, slow } = this;
    if (missing) {
      const sentence = words.t('serviceMissing');
      return renderFailure(words, missing, () => void this.#load(), missing === 'offline' ? `${words.t('offline')} ${sentence}` : sentence);
    }
    if (!form) return html`${renderLoading(words, slow)} ${slow ? html`<p>${words.t('callInstead')} ${renderPhone(words.t('infoLine'))}</p>` : nothing}`;
    return html`${form} <button type="button" part="action" @click=${() => void this.#close(entry)}>${words.t('closeService')}</button>`;
  }

  /** The service of this name, or null if it cannot be opened here. */
  #named(name: string | null): Entry | null {
    return entriesOf(this.brandName).find((entry) => entry.name === name && opensAt(this.brandName, entry)) ?? null;
  }

  /** The one that the page's author wants open. */
  #wanted(): Entry | null {
    const entry = this.#named(this.open);
    const names = entriesOf(this.brandName).filter((one) => opensAt(this.brandName, one)).map(({ name }) => name);
    if (this.open && !entry) developerNote(this, `open="${this.open}" is not a service that opens here; write ${names.join(', ')}. Opening none.`);
    return entry;
  }

  #show(entry: Entry | null): void {
    this.opened = entry;
    this.form = this.missing = null;
    this.slow = false;
    const known = entry && this.#forms.get(entry);
    if (known) this.#put(known);
    else if (entry) void this.#load();
  }

  #put(form: Form): void {
    this.form = form;
    this.#equip(form);
    const property = this.opened?.takesPlace;
    const place = property && (carried(form, 'place') || chosenInAddress(this, 'cez-place'));
    if (place) Object.assign(form, { [property]: place });
  }

  /** Fetches the opened service. What failed stays on screen until it is there. */
  async #load(): Promise<void> {
    const entry = this.opened;
    if (!entry) return;
    const timer = setTimeout(() => (this.slow = entry === this.opened), PATIENT_MS);
    const arrived = await Promise.resolve(customElements.get(entry.tag) ?? entry.load()).then(
      () => true,
      () => false,
    );
    clearTimeout(timer);
    // Another one may be open by now.
    if (entry !== this.opened || this.form) return;
    this.slow = false;
    if (arrived) this.#take(entry);
    else this.#fail();
  }

  #take(entry: Entry): void {
    const form = document.createElement(entry.tag) as Form;
    form.addEventListener('cez-ready', (event) => {
      // The page hears of this tag's own.
      event.stopPropagation();
      this.#enter();
    });
    this.#forms.set(entry, form);
    // The button to try again goes.
    if (this.shadowRoot?.activeElement?.closest('[part=error]')) this.#entryButton(entry)?.focus();
    this.missing = null;
    this.#put(form);
  }

  #fail(): void {
    this.missing = navigator.onLine ? 'unavailable' : 'offline';
    emit(this, 'cez-error', { code: this.missing, retryable: true });
    announce(this.words.t('serviceMissing'), this.words.language);
  }

  /** Gives the opened service this tag's settings. Before it is connected, for that is when it offers what is carried. */
  #equip(form: Form): void {
    letCarry(form, this.carry);
    Object.assign(form, { api: this.apiBase, brand: this.brandName, lang: this.words.language, now: this.now, headingLevel: Math.min(6, this.headingLevel + 1), messages: this.messages });
  }

  async #onPress(entry: Entry): Promise<void> {
    if (entry === this.opened) return this.#close(entry);
    // Safari does not focus what is clicked.
    this.#entryButton(entry)?.focus();
    this.#isPressed = true;
    this.#show(entry);
    const { form } = this;
    await this.updateComplete;
    if (form === null) return;
    await form.updateComplete;
    this.#enter();
  }

  /** Moves the focus to what was opened, unless the customer has moved on. */
  #enter(): void {
    const { opened, form } = this;
    if (!this.#isPressed || !opened || !form) return;
    this.#isPressed = false;
    if (this.shadowRoot?.activeElement === this.#entryButton(opened)) form.focus();
  }

  /** The focus goes back to where it came from. */
  async #close(entry: Entry): Promise<void> {
    this.#show(null);
    await this.updateComplete;
    this.#entryButton(entry)?.focus();
  }

  #entryButton({ name }: Entry): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-name="${name}"]`);
  }

  /** A page that is brought back from memory must not know the last customer. */
  readonly #onLeave = (): void => {
    forgetCarried();
    this.#forms.clear();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cez-services': Services;
  }
}
