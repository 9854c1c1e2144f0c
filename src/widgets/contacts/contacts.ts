/**
 * How to reach the companies: whom to call in an emergency, whatever else fails, and every other way with its
 * hours and its price. Customers are asked what it is about, not which company they want.
 */
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import alertIcon from 'lucide/dist/esm/icons/triangle-alert.mjs';
import { announce, prepareAnnouncer } from '../../core/announcer.js';
import { developerNote } from '../../core/developer-note.js';
import { CezElement } from '../../core/element.js';
import type { FailureCode } from '../../core/events.js';
import { ResourceController } from '../../core/resource-controller.js';
import { API_NEEDED, type BrandName } from '../../core/settings.js';
import { centers, type CentersKey } from '../../i18n/bg/centers.js';
import { contacts, type ContactsKey } from '../../i18n/bg/contacts.js';
import { contactsOf, readContacts, type ReadContact } from '../../model/contact.js';
import { failureNumber } from '../../ui/failure-number.js';
import { renderLoading, renderStale } from '../../ui/failure.js';
import { renderIcon } from '../../ui/icon.js';
import { nextTurn, renderChannel } from './channel.js';
import { contactsStyles } from './contacts.styles.js';
import { renderEmergency } from './emergency.js';
import { countFaults, WAVE } from './wave.js';

/** What a customer may ask about: which company answers, and the words that say so. */
const TOPICS: Record<string, { brand: BrandName; answer: ContactsKey }> = {
  outage: { brand: 'cez-rp', answer: 'topicOutage' },
  bill: { brand: 'cez-bg', answer: 'topicBill' },
  meter: { brand: 'cez-rp', answer: 'topicMeter' },
};

/**
 * Shows how to reach the companies: the emergency line at once and without any answer of the API, then phone, SMS,
 * e-mail, sites and profiles with what they are for, whether somebody is there now, and what they cost.
 *
 * @summary Whom to call, write to or visit on the web.
 * @tagname cez-contacts
 * @slot - Kept until the contacts are there, and if they cannot be had: further numbers and addresses.
 * @slot outages - A link to the page with the current outages; without it the grid operator's site is named.
 * @event {CustomEvent<undefined>} cez-ready - Once: the contacts, or words on why there is no more than the emergency line, are shown.
 * @event {CustomEvent<{code: string, retryable: boolean}>} cez-error - The contacts could not be had.
 * @event {CustomEvent<{outcome: string}>} cez-outcome - How a look-up ended.
 * @csspart answer - How many faults are known while there are many, and which company answers.
 * @csspart status - Whether a line works now.
 * @csspart action - The emergency call and the other buttons.
 * @csspart error - The state without an answer.
 * @csspart list - The ways to reach the company.
 * @csspart row - One of them.
 */
export class Contacts extends CezElement<ContactsKey | CentersKey> {
  static override styles: CSSResultGroup = [CezElement.styles, contactsStyles];
  static override properties: PropertyDeclarations = {
    contacts: { attribute: false },
    topic: { state: true },
  };

  /** The contacts themselves, as the API gives them; no request is made. */
  contacts: unknown = null;

  protected readonly texts = { ...centers, ...contacts };
  private topic: string | null = null;
  readonly #resource = new ResourceController<ReadContact[]>(this, {
    // Of both companies: which one answers depends on the question, and it must be known without a further answer.
    url: () => (this.contacts || !this.apiBase ? null : `${this.apiBase}/contacts`),
    read: readContacts,
    outcome: (all) => (all.length ? 'found' : 'nothing-now'),
  });
  // A help on the worst days: it waits for the contacts, and its failures stay silent. The same list as the look-up's, so
  // that a page with both asks once.
  readonly #faults = new ResourceController<number>(this, {
    url: () => (this.#resource.value && this.apiBase ? `${this.apiBase}/outages` : null),
    read: countFaults,
    silent: true,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
  }

  /** Asks the API for the contacts anew. */
  async refresh(): Promise<void> {
    await Promise.all([this.#resource.reload(), this.#faults.reload()]);
    await this.updateComplete;
  }

  /** Takes the answer to the question back. */
  reset(): void {
    this.topic = null;
  }

  protected override get settled(): boolean {
    return Boolean(this.#all ?? this.#fault) || this.#resource.slow;
  }

  protected override get keepsFallback(): boolean {
    return !this.#all;
  }

  protected override get ownFault(): FailureCode | null {
    if (this.contacts) return readContacts(this.contacts) ? null : 'bad-response';
    if (this.apiBase) return null;
    developerNote(this, API_NEEDED);
    return 'config';
  }

  protected view(): TemplateResult {
    const all = this.#all ?? [];
    const { now } = this.clock;
    const topic = this.topic === null ? undefined : TOPICS[this.topic];
    const shown = contactsOf(all, topic?.brand ?? this.brandName, now);
    const line = contactsOf(all, this.brandName, now).find(({ emergency }) => emergency);
    const site = contactsOf(all, 'cez-rp', now).find(({ kind }) => kind === 'web');
    const faults = this.#faults.value;
    this.clock.wakeAt(nextTurn(shown, now));
    return html`
      ${this.heading(this.words.t('contactsTitle'))}
      ${renderEmergency(this.words, { line, site, faults: faults !== null && faults >= WAVE ? faults : null })}
      ${this.#all ? this.#renderChannels(shown.filter((contact) => contact !== line), now) : this.#renderMissing()}
    `;
  }

  get #all(): ReadContact[] | null {
    return this.contacts ? readContacts(this.contacts) : this.#resource.value;
  }

  get #fault(): FailureCode | null {
    return this.ownFault ?? this.#resource.failure?.code ?? null;
  }

  #renderChannels(channels: readonly ReadContact[], now: Date): TemplateResult {
    const { words, topic } = this;
    return html`
      <div class="question" role="group" aria-labelledby="question">
        <p class="strong" id="question">${words.t('topicQuestion')}</p>
        ${words.pairs('topicNames').map(([code, name]) => html`<button type="button" class="chip" aria-pressed=${code === topic} @click=${() => this.#onTopic(code)}>${name}</button>`)}
      </div>
      ${topic === null ? nothing : html`<p part="answer">${words.t(TOPICS[topic]!.answer)}</p>`}
      ${this.#resource.failure ? renderStale(words, this.#resource.loadedAt) : nothing}
      ${channels.length ? html`<ul part="list" role="list">${channels.map((contact) => renderChannel(words, contact, now))}</ul>` : html`<p>${words.t('noContacts')}</p>`}
    `;
  }

  #renderMissing(): TemplateResult | typeof nothing {
    const { words } = this;
    const fault = this.#fault;
    if (!fault) return this.hasFallback && !this.#resource.slow ? nothing : renderLoading(words, this.#resource.slow);
    return html`<div class="failure" part="error">
      <p class="status">${renderIcon(alertIcon)}<span .textContent=${`${fault === 'config' ? words.t('configFault') : `${fault === 'offline' ? `${words.t('offline')} ` : ''}${words.t('contactsMissing')}`} ${failureNumber(words, fault)}`}></span></p>
      ${this.#resource.failure?.retryable ? html`<button type="button" part="action" @click=${() => void this.#resource.reload()}>${words.t('retry')}</button>` : nothing}
    </div>`;
  }

  #onTopic(code: string): void {
    this.topic = this.topic === code ? null : code;
    if (this.topic) announce(this.words.t(TOPICS[code]!.answer), this.words.language);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cez-contacts': Contacts;
  }
}
