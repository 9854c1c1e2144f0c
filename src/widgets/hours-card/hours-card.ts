/**
 * One center: whether it is open, its hours this week and during temporary regimes, how many people are let
 * in, are there and wait, and what to bring. What is not known is said to be not known.
 */
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import calendarIcon from 'lucide/dist/esm/icons/calendar-plus.mjs';
import routeIcon from 'lucide/dist/esm/icons/route.mjs';
import peopleIcon from 'lucide/dist/esm/icons/users.mjs';
import { developerNote } from '../../core/developer-note.js';
import { CezElement } from '../../core/element.js';
import type { FailureCode } from '../../core/events.js';
import { chosenInAddress } from '../../core/page-address.js';
import { keepFresh } from '../../core/poll-controller.js';
import { ResourceController } from '../../core/resource-controller.js';
import { API_NEEDED } from '../../core/settings.js';
import { centers, type CentersKey } from '../../i18n/bg/centers.js';
import { hoursCard, type HoursCardKey } from '../../i18n/bg/hours-card.js';
import { weekdayDateText } from '../../i18n/format.js';
import { readCenter } from '../../model/center.js';
import { COUNT_LASTS_MS, COUNT_PERIOD_MS, readOccupancy, readQuietHours, type PeopleCount, type QuietWeek } from '../../model/occupancy.js';
import { announcedChanges, type AnnouncedChange } from '../../model/announced-changes.js';
import { hoursOn, openingWeek, type DayHours } from '../../model/opening-hours.js';
import type { Center, Service } from '../../model/wire.js';
import { addDays, instantAt, wallClock, weekdayOf } from '../../model/zoned-time.js';
import { encodeUri } from '../../model/uri.js';
import { addressText } from '../../ui/address.js';
import { directionsUrl } from '../../ui/directions.js';
import { renderFailure, renderLoading, renderStale } from '../../ui/failure.js';
import { dayHoursText, weekText } from '../../ui/hours-text.js';
import { renderIcon } from '../../ui/icon.js';
import { peopleText } from '../../ui/people.js';
import { renderPhone } from '../../ui/phone.js';
import { safeUrl } from '../../ui/safe-url.js';
import { renderStatus, statusLine } from '../../ui/status.js';
import { admissionText, ANNOUNCED_WEEKS, cashText, holidaysText } from './center-words.js';
import { changeTitle } from './change-title.js';
import { hoursCardStyles } from './hours-card.styles.js';
import type { renderQuietHours } from './quiet-hours.js';

/** The parts that open on a press, by the key of their title. */
type Fold = 'wholeWeek' | 'quietHours' | 'services' | 'documents' | 'measures';

/** Once for all cards of a page. */
const texts = { ...centers, ...hoursCard };

/**
 * Shows one customer center: open or closed now, this week's and temporary hours, people admitted at once, inside and
 * waiting, quiet hours, services, what to bring, and how to get there.
 *
 * @summary Opening hours and details of one center.
 * @tagname cez-hours-card
 * @attr {boolean} no-url - Keeps `?cez-center=` in the page's address from choosing the center of a card that has no `center-id`.
 * @slot - Shown until the card has something better, and kept if it has not: an address, a phone number.
 * @event {CustomEvent<undefined>} cez-ready - Once: the first content, or the first worded state, is shown.
 * @event {CustomEvent<{code: string, retryable: boolean}>} cez-error - The center could not be had.
 * @event {CustomEvent<{outcome: string}>} cez-outcome - How a look-up ended.
 * @csspart answer - The line that says whether the center is open.
 * @csspart status - Icon and words of the status.
 * @csspart action - Buttons and the link to directions.
 * @csspart error - The state without an answer.
 * @csspart list - The table of the week.
 * @csspart row - One day of it.
 */
export class HoursCard extends CezElement<HoursCardKey | CentersKey> {
  static override styles: CSSResultGroup = [CezElement.styles, hoursCardStyles];
  static override properties: PropertyDeclarations = {
    centerId: { attribute: 'center-id' },
    center: { attribute: false },
    compact: { type: Boolean },
    jsonLd: { type: Boolean, attribute: 'json-ld' },
    peopleFrom: { attribute: false },
    unfolded: { state: true },
    drawQuietHours: { state: true },
  };

  /** Which center to show. */
  centerId: string | null = null;
  /** The center itself, as the API gives it; no request is made. */
  center: unknown = null;
  /** Only name, status and today's hours. */
  compact = false;
  /** Adds schema.org JSON-LD of the center to the page. */
  jsonLd = false;
  /**
   * For the finder alone, which hands the center in: the API to ask for the people in it.
   * @internal
   */
  peopleFrom: string | null = null;

  protected readonly texts = texts;
  private unfolded: ReadonlySet<Fold> = new Set();
  /** Draws the quiet hours; undefined until it has arrived, null if it did not. */
  private drawQuietHours: typeof renderQuietHours | null | undefined;
  readonly #resource = new ResourceController<Center>(this, { url: () => this.#dataUrl, read: readCenter });
  // Counts and quiet hours are a help: their failures are no failure of the card. All cards of a page share one list of counts.
  readonly #counts = new ResourceController<Map<string, PeopleCount>>(this, {
    url: () => (this.#peopleFrom ? `${this.#peopleFrom}/occupancy` : null),
    read: readOccupancy,
    silent: true,
  });
  readonly #quietHours = new ResourceController<QuietWeek>(this, {
    url: () => (this.unfolded.has('quietHours') && this.#shown && this.#peopleFrom ? `${this.#peopleFrom}/centers/${encodeUri(this.#shown.id)}/quiet-hours` : null),
    read: readQuietHours,
    silent: true,
  });

  constructor() {
    super();
    keepFresh(this, this.#counts, COUNT_PERIOD_MS);
  }

  /** Asks the API for the center anew. */
  async refresh(): Promise<void> {
    await Promise.all([this.#resource.reload(), this.#counts.reload()]);
    await this.updateComplete;
  }

  /** Folds everything that was opened. */
  reset(): void {
    for (const details of this.renderRoot.querySelectorAll('details')) details.open = false;
  }

  protected override get settled(): boolean {
    return Boolean(this.#shown || this.#fault || this.#resource.slow);
  }

  protected override get keepsFallback(): boolean {
    return !this.#shown;
  }

  protected override get ownFault(): FailureCode | null {
    if (this.center) return this.#shown ? null : 'bad-response';
    if (this.#dataUrl) return null;
    developerNote(this, this.apiBase ? 'needs a center-id.' : API_NEEDED);
    return 'config';
  }

  protected view(): TemplateResult | typeof nothing {
    const center = this.#shown;
    if (center) return this.#renderCenter(center);
    if (!this.#fault) return this.hasFallback && !this.#resource.slow ? nothing : renderLoading(this.words, this.#resource.slow);
    const retry = this.#resource.failure?.retryable ? () => void this.#resource.reload() : null;
    return renderFailure(this.words, this.#fault, retry, this.#fault === 'not-found' ? this.words.t('notKnown') : undefined);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.jsonLd && this.#shown) void this.#publish(this.#shown);
  }

  get #wantedId(): string | null {
    return this.centerId || chosenInAddress(this, 'cez-center');
  }

  get #dataUrl(): string | null {
    const id = this.#wantedId;
    return this.center || !this.apiBase || !id ? null : `${this.apiBase}/centers/${encodeUri(id)}`;
  }

  get #peopleFrom(): string | null {
    return this.center ? this.peopleFrom : this.#dataUrl && this.apiBase;
  }

  get #shown(): Center | null {
    return this.center ? readCenter(this.center) : this.#resource.value;
  }

  get #fault(): FailureCode | null {
    return this.ownFault ?? this.#resource.failure?.code ?? null;
  }

  #renderCenter(center: Center): TemplateResult {
    const now = this.clock.now;
    const today = wallClock(now).date;
    const status = statusLine(this.words, center, now);
    const counted = this.#counts.value?.get(center.id);
    const people = peopleText(this.words, center, counted, now);
    // At midnight another day is today, and a temporary regime may be over; a count is soon an old one.
    const turns = [instantAt(addDays(today, 1), 0), status.until, counted && new Date(+counted.at + COUNT_LASTS_MS)];
    this.clock.wakeAt(new Date(Math.min(...turns.flatMap((turn) => (turn && turn > now ? +turn : [])))));
    return html`
      <div class="header">
        ${this.heading(this.words.pick(center.name))}
        ${center.sample ? html`<span class="tag">${this.words.t('sample')}</span>` : nothing}
      </div>
      <p class="answer" part="answer">${renderStatus(status)}</p>
      ${status.next ? html`<p class="next" .textContent=${status.next}></p>` : nothing}
      ${status.tone === 'quiet' ? html`<p .textContent=${this.words.t('noHours', { number: this.words.t('infoLine') })}></p>` : nothing}
      ${this.#resource.failure ? renderStale(this.words, this.#resource.loadedAt) : nothing}
      ${people ? html`<p class="people">${renderIcon(peopleIcon)}<span .textContent=${people}></span></p>` : nothing}
      ${this.compact ? html`<p class="muted" .textContent=${`${this.words.t('today')}: ${dayHoursText(this.words, hoursOn(center, today).intervals)}`}></p>` : this.#renderDetails(center, today)}
    `;
  }

  #renderDetails(center: Center, today: string): TemplateResult {
    const changes = announcedChanges(center, today, ANNOUNCED_WEEKS);
    const week = openingWeek(center, addDays(today, -weekdayOf(today)));
    // While other hours are in force their own lines say what the short form would.
    const changed = changes.some(({ validFrom }) => validFrom <= today);
    return html`
      <p class="muted" .textContent=${addressText(this.words, center.address)}></p>
      ${changes.map((change) => this.#renderChange(center, change, today))}
      ${!changed && week.some((day) => day.intervals) ? html`<p class="short" .textContent=${this.words.t('thisWeek', { hours: weekText(this.words, week) })}></p>` : nothing}
      ${changes.some(({ holidays }) => holidays.length) ? nothing : this.#renderHolidays(center, today)}
      <p .textContent=${admissionText(this.words, center)}></p>
      <p .textContent=${cashText(this.words, center, changed, today)}></p>
      <div>
        ${week.some((day) => day.intervals) ? this.#renderFold('wholeWeek', () => this.#renderTable(week, today)) : nothing}
        ${this.#peopleFrom && this.#counts.value?.has(center.id) ? this.#renderFold('quietHours', () => this.#renderQuietHours(weekdayOf(today))) : nothing}
        ${this.#renderFold('services', () => this.#renderServices(center))}
        ${center.documents.length ? this.#renderFold('documents', () => this.#renderDocuments(center)) : nothing}
        ${center.measures.length ? this.#renderFold('measures', () => this.#renderMeasures(center)) : nothing}
      </div>
      ${this.#renderActions(center)}
    `;
  }

  #renderChange(center: Center, change: AnnouncedChange, today: string): TemplateResult {
    const title = changeTitle(this.words, change, today);
    const ends = change.closed ? change.reopens : change.usualFrom;
    return html`<section class="band" aria-label=${title}>
      <p class="strong" .textContent=${title}></p>
      ${change.closed ? nothing : html`<p .textContent=${weekText(this.words, change.week)}></p>`}
      ${change.holidays.length ? html`<p class="small" .textContent=${this.words.t('holidaysInside', { list: holidaysText(this.words, change.holidays, today) })}></p>` : nothing}
      ${change.reason ? html`<p .textContent=${this.words.t('reason', { reason: this.words.pick(change.reason) })}></p>` : nothing}
      ${ends ? html`<p .textContent=${this.words.t(change.closed ? 'reopens' : 'usualReturns', { day: weekdayDateText(this.words, ends, today, 'onDays') })}></p>` : nothing}
      <button type="button" class="plain" part="action" @click=${() => void this.#saveToCalendar(center, change, title)}>
        ${renderIcon(calendarIcon)}${this.words.t('addToCalendar')}
      </button>
    </section>`;
  }

  #renderHolidays(center: Center, today: string): TemplateResult | typeof nothing {
    const holidays = openingWeek(center, today, 14).filter((day) => day.holiday);
    if (!holidays.length) return nothing;
    return html`<p class="small muted" .textContent=${this.words.t('holidaysAhead', { list: holidaysText(this.words, holidays, today) })}></p>`;
  }

  /** A part that is made when it is opened, so that a page with a hundred cards stays light. */
  #renderFold(title: Fold, content: () => TemplateResult): TemplateResult {
    return html`<details @toggle=${(event: Event) => this.#onToggle(title, event)}>
      <summary .textContent=${this.words.t(title)}></summary>
      ${this.unfolded.has(title) ? content() : nothing}
    </details>`;
  }

  #renderTable(week: readonly DayHours[], today: string): TemplateResult {
    return html`<table part="list" aria-label=${this.words.t('wholeWeek')}>
      <thead class="said"><tr><th scope="col">${this.words.t('columnDay')}</th><th scope="col">${this.words.t('columnHours')}</th></tr></thead>
      <tbody>
        ${week.map(({ date, intervals, holiday }) => html`<tr part="row" aria-current=${ifDefined(date === today ? 'date' : undefined)}>
          <th scope="row"><time datetime=${date} .textContent=${weekdayDateText(this.words, date, today)}></time>${date === today ? html` <span class="tag">${this.words.t('today')}</span>` : nothing}</th>
          <td><span .textContent=${dayHoursText(this.words, intervals)}></span>${holiday ? html`<br><span class="small muted" .textContent=${this.words.pick(holiday)}></span>` : nothing}</td>
        </tr>`)}
      </tbody>
    </table>`;
  }

  #renderQuietHours(today: number): TemplateResult {
    const { value, failure } = this.#quietHours;
    if (value && this.drawQuietHours) return this.drawQuietHours(this.words, value, today);
    if (!failure && this.drawQuietHours !== null) return html`<p class="late">${this.words.t('loading')}</p>`;
    return html`<p>${this.words.t('quietMissing')} <button type="button" class="plain" part="action" @click=${() => void this.#loadQuietHours()}>${this.words.t('retry')}</button></p>`;
  }

  #renderServices({ services }: Center): TemplateResult {
    if (!services.length) return html`<p .textContent=${this.words.t('servicesUnknown', { number: this.words.t('infoLine') })}></p>`;
    return html`<ul class="bullets">${services.map((service) => html`<li .textContent=${this.#serviceName(service)}></li>`)}</ul>`;
  }

  #renderDocuments({ documents }: Center): TemplateResult {
    return html`<dl>${documents.map(({ service, items }) => html`<dt .textContent=${this.#serviceName(service)}></dt>${items.map((item) => html`<dd .textContent=${this.words.pick(item)}></dd>`)}`)}</dl>`;
  }

  #renderMeasures({ measures }: Center): TemplateResult {
    return html`<ul class="bullets">${measures.map(({ text }) => html`<li .textContent=${this.words.pick(text)}></li>`)}</ul>`;
  }

  #serviceName(service: Service): string {
    return new Map(this.words.pairs('serviceNames')).get(service) ?? service;
  }

  #renderActions({ position, phone }: Center): TemplateResult {
    const number = phone ?? this.words.t('infoLine');
    return html`<div class="actions">
      ${position
        ? html`<a class="button primary" part="action" href=${ifDefined(safeUrl(directionsUrl(position)))} target="_blank" rel="noopener">${renderIcon(routeIcon)}${this.words.t('directions')}</a>`
        : nothing}
      <span>${this.words.t('phone')}: ${renderPhone(number)}${phone && phone !== this.words.t('infoLine') ? nothing : html`<br><span class="small muted">${this.words.t('infoLineHours')}</span>`}</span>
    </div>`;
  }

  #onToggle(title: Fold, event: Event): void {
    const unfolded = new Set(this.unfolded);
    if ((event.target as HTMLDetailsElement).open) unfolded.add(title);
    else unfolded.delete(title);
    this.unfolded = unfolded;
    if (title === 'quietHours') void this.#loadQuietHours();
  }

  /** The code comes beside the data; without it the same is said as without them. */
  async #loadQuietHours(): Promise<void> {
    this.drawQuietHours ??= undefined;
    const again = this.#quietHours.failure && this.#quietHours.reload();
    const module = await import('./quiet-hours.js').catch(() => null);
    this.drawQuietHours = module?.renderQuietHours ?? null;
    await again;
  }

  async #publish(center: Center): Promise<void> {
    const { publishCenter } = await import('../../ui/json-ld.js');
    publishCenter(center, this.words.language);
  }

  async #saveToCalendar(center: Center, change: AnnouncedChange, title: string): Promise<void> {
    const { saveChange } = await import('./save-change.js');
    saveChange(center, change, this.words.t('calendarName', { name: this.words.pick(center.name), title }), this.clock.now);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cez-hours-card': HoursCard;
  }
}
