/**
 * The one notice that concerns this page now. It says nothing of itself: without one, and when notices cannot be
 * had, the page's own content inside the tag stays.
 */
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import emergencyIcon from 'lucide/dist/esm/icons/octagon-alert.mjs';
import infoIcon from 'lucide/dist/esm/icons/info.mjs';
import warningIcon from 'lucide/dist/esm/icons/triangle-alert.mjs';
import { announce, prepareAnnouncer } from '../../core/announcer.js';
import { developerNote } from '../../core/developer-note.js';
import { CezElement } from '../../core/element.js';
import { emit, type FailureCode } from '../../core/events.js';
import { chosenInAddress } from '../../core/page-address.js';
import { keepFresh } from '../../core/poll-controller.js';
import { ResourceController } from '../../core/resource-controller.js';
import { API_NEEDED } from '../../core/settings.js';
import { notice, type NoticeKey } from '../../i18n/bg/notice.js';
import { SERVICES } from '../../model/codes.js';
import { isValid, nextTurn, noticesFor, readNotices, type ReadNotice } from '../../model/notice.js';
import type { Service } from '../../model/wire.js';
import { wallClock } from '../../model/zoned-time.js';
import { renderIcon } from '../../ui/icon.js';
import { safeUrl } from '../../ui/safe-url.js';
import { dismiss, isDismissed, STORAGE_KEY } from './dismissed.js';
import { linkWithPlace } from './link.js';
import { placesText, SEVERITY_NAMES, untilText } from './notice-words.js';
import { noticeStyles } from './notice.styles.js';

const ICONS = { info: infoIcon, warning: warningIcon, emergency: emergencyIcon };
/** An open page learns of a new notice within this time and a half. */
const FRESH_MS = 60_000;

/**
 * Shows the most severe notice that is valid now for the brand, the place and the service; it appears and ends by
 * the clock of Sofia. Without `place` or `service` those for any of them are shown, and say for which places they are.
 *
 * @summary The current notice, if there is one.
 * @tagname cez-notice
 * @slot - Shown while there is no notice, also if the feed or the script fails: a line that is always true. It keeps the room.
 * @event {CustomEvent<undefined>} cez-ready - Once: it is known whether there is a notice.
 * @event {CustomEvent<{code: string, retryable: boolean}>} cez-error - Notices could not be had; the reader is told nothing.
 * @event {CustomEvent<{outcome: string}>} cez-outcome - How a look-up ended: `found` or `nothing-now`, `stale` or `unavailable`.
 * @event {CustomEvent<{noticeId: string}>} cez-notice-dismiss - The reader has put a notice away.
 * @csspart status - Icon and word for the severity.
 * @csspart answer - The notice's title.
 * @csspart action - The link, and the button that puts the notice away.
 */
export class Notice extends CezElement<NoticeKey> {
  static override styles: CSSResultGroup = [CezElement.styles, noticeStyles];
  static override properties: PropertyDeclarations = {
    place: {},
    service: {},
    noUrl: { type: Boolean, attribute: 'no-url' },
    notices: { attribute: false },
    unfolded: { state: true },
  };

  /** Only notices for this place, and those for everywhere. */
  place: string | null = null;
  /** Only notices for this service, such as `payment`, and those for all. */
  service: string | null = null;
  /** Keeps the page's address from choosing a place. */
  noUrl = false;
  /** The notices themselves, as the API gives them; no request is made. */
  notices: unknown = null;

  protected readonly texts = notice;
  /** In a narrow column the notice is its title until somebody wants to read on, so that it does not push the page away. */
  private unfolded = false;
  #shown: ReadNotice | undefined;
  /** What the reader has been told of, to tell news from what was there at first. */
  #told: string | null = null;
  readonly #resource: ResourceController<ReadNotice[]> = new ResourceController<ReadNotice[]>(this, {
    url: () => (this.notices || !this.apiBase ? null : `${this.apiBase}/notices?brand=${this.brandName}`),
    read: readNotices,
    outcome: (notices) => (this.#concerning(notices).some((one) => isValid(one, this.clock.now)) ? 'found' : 'nothing-now'),
  });

  constructor() {
    super();
    keepFresh(this, this.#resource, FRESH_MS);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
    addEventListener('storage', this.#onStorage);
    document.addEventListener('cez-notice-dismiss', this.#onDismissed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('storage', this.#onStorage);
    document.removeEventListener('cez-notice-dismiss', this.#onDismissed);
  }

  /** Asks the API for the notices anew. */
  async refresh(): Promise<void> {
    await this.#resource.reload();
    await this.updateComplete;
  }

  /** Folds what was unfolded. */
  reset(): void {
    this.unfolded = false;
  }

  protected override get settled(): boolean {
    return Boolean(this.#all ?? this.#resource.failure ?? this.ownFault);
  }

  protected override get ownFault(): FailureCode | null {
    if (this.notices) return readNotices(this.notices) ? null : 'bad-response';
    if (this.apiBase) return null;
    developerNote(this, API_NEEDED);
    return 'config';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { now } = this.clock;
    const notices = this.#concerning(this.#all ?? []);
    this.#shown = notices.find((one) => isValid(one, now) && !(one.dismissible && isDismissed(one)));
    this.clock.wakeAt(nextTurn(notices, now));
  }

  protected view(): TemplateResult | typeof nothing {
    return this.#shown ? this.#renderNotice(this.#shown) : nothing;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.settled) return;
    const { words } = this;
    const shown = this.#shown;
    const told = shown ? `${words.t(SEVERITY_NAMES[shown.severity])}: ${words.pick(shown.title)}` : '';
    // What is there when the page is read needs no announcement; what turns up later does.
    if (told && this.#told !== null && told !== this.#told) announce(told, words.language);
    this.#told = told;
  }

  get #all(): ReadNotice[] | null {
    return this.notices ? readNotices(this.notices) : this.#resource.value;
  }

  get #place(): string | null {
    return chosenInAddress(this, 'cez-place') ?? this.place;
  }

  get #service(): Service | null {
    const known = SERVICES.find((service) => service === this.service);
    if (this.service && !known) developerNote(this, `service="${this.service}" is not known; write one of ${SERVICES.join(', ')}. Showing all.`);
    return known ?? null;
  }

  #concerning(notices: readonly ReadNotice[]): ReadNotice[] {
    return noticesFor(notices, { brand: this.brandName, place: this.#place, service: this.#service }, (name) => this.words.place(name));
  }

  #renderNotice({ id, severity, title, text, places, dismissible, ...one }: ReadNotice): TemplateResult {
    const { words } = this;
    const name = SEVERITY_NAMES[severity];
    const link = one.link && linkWithPlace(one.link.url, this.#place ?? (places.length === 1 ? places[0]! : null));
    const facts = [places.length && words.t('noticePlaces', { places: placesText(words, places) }), untilText(words, one.through, wallClock(this.clock.now).date)];
    return html`<section class="band ${severity} ${this.unfolded ? '' : 'folded'}" aria-label=${words.t(name)}>
      <p class="status" part="status">${renderIcon(ICONS[severity])}<span .textContent=${words.t(name)}></span></p>
      <div class="title" part="answer">${this.heading(words.pick(title))}</div>
      <div class="controls">
        <button type="button" class="plain fold" part="action" aria-expanded=${this.unfolded} @click=${() => (this.unfolded = !this.unfolded)}>${words.t('noticeRead')}</button>
        ${dismissible ? html`<button type="button" class="plain hide" part="action" @click=${() => void this.#onDismiss({ id, updatedAt: one.updatedAt })}>${words.t('noticeDismiss')}</button>` : nothing}
      </div>
      <p class="text" .textContent=${words.pick(text)}></p>
      <p class="facts small" .textContent=${facts.filter(Boolean).join(' · ')}></p>
      ${link ? html`<p class="link"><a href=${ifDefined(safeUrl(link))} part="action">${words.pick(one.link!.text)}</a></p>` : nothing}
    </section>`;
  }

  async #onDismiss(version: Pick<ReadNotice, 'id' | 'updatedAt'>): Promise<void> {
    dismiss(version);
    this.unfolded = false;
    this.#told = null;
    announce(this.words.t('noticeDismissed'), this.words.language);
    emit(this, 'cez-notice-dismiss', { noticeId: version.id });
    this.requestUpdate();
    await this.updateComplete;
    this.focus();
  }

  /** In another tab of the site. */
  readonly #onStorage = ({ key }: StorageEvent): void => {
    if (key === STORAGE_KEY) this.requestUpdate();
  };

  /** In another tag of the page. */
  readonly #onDismissed = (): void => this.requestUpdate();
}

declare global {
  interface HTMLElementTagNameMap {
    'cez-notice': Notice;
  }
}
