/**
 * Finds a customer center: a list that says everything, a map as an extra, and the hours card of the one
 * that is chosen. Knows how the parts work together; what fits a search is decided in `results.ts`.
 */
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import backIcon from 'lucide/dist/esm/icons/arrow-left.mjs';
import pinIcon from 'lucide/dist/esm/icons/map-pin.mjs';
import { announce, prepareAnnouncer } from '../../core/announcer.js';
import { carry } from '../../core/carried.js';
import { developerNote } from '../../core/developer-note.js';
import { CezElement } from '../../core/element.js';
import { emit, type FailureCode } from '../../core/events.js';
import { chosenInAddress } from '../../core/page-address.js';
import { keepFresh } from '../../core/poll-controller.js';
import { ResourceController } from '../../core/resource-controller.js';
import { API_NEEDED, settingOf } from '../../core/settings.js';
import { centerFinder, type CenterFinderKey } from '../../i18n/bg/center-finder.js';
import { centers, type CentersKey } from '../../i18n/bg/centers.js';
import { places, type PlacesKey } from '../../i18n/bg/places.js';
import { distanceText } from '../../i18n/distance.js';
import { MapController, type MapMode } from '../../map/map-controller.js';
import type { MapPoint, MapTexts } from '../../map/map-port.js';
import { readCenters } from '../../model/center.js';
import { SERVICES } from '../../model/codes.js';
import { openingState } from '../../model/opening-hours.js';
import { readPlaces } from '../../model/place.js';
import { COUNT_PERIOD_MS, readOccupancy, type PeopleCount } from '../../model/occupancy.js';
import type { Center, Place, Service } from '../../model/wire.js';
import { addressText } from '../../ui/address.js';
import { renderFailure, renderLoading, renderStale } from '../../ui/failure.js';
import { renderIcon } from '../../ui/icon.js';
import { peopleText } from '../../ui/people.js';
import { PlaceFieldController, type TypedSearch } from '../../ui/place-field.js';
import { placesStyles } from '../../ui/places.styles.js';
import { renderStatus, statusLine } from '../../ui/status.js';
import { centerFinderStyles } from './center-finder.styles.js';
import { locate, NoPosition } from '../../core/device-position.js';
import { findCenters, nearestOpen, type Criteria, type Results, type Row } from './results.js';

/** Rows shown at first and added by „Покажи още“. */
const PAGE = 20;
const MINUTE = 60_000;
const RADII = [10, 25, 50, 100];
/** A pause in typing after which the result is read out. */
const TYPING_PAUSE_MS = 600;
/** Narrower than this, in the text size around the widget, list and map take turns. */
const TWO_PANES_EM = 48;

const LOCATION_WORDS = { asking: 'locating', denied: 'locationDenied', failed: 'locationTimeout' } as const;

/** Runs `job` when nothing more urgent is to be done; true, to remember that it has been asked for. */
function whenIdle(job: () => void): true {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(job);
  else setTimeout(job, 1000);
  return true;
}

/** The hours card shows a chosen center; it comes when a customer reaches for a row. */
const loadHoursCard = (): Promise<unknown> => import('../hours-card/define.js').catch(() => undefined);

/** A list of which nothing can be read is no empty list: that would say that there are no centers. */
function readAnswer(answer: unknown): Center[] | null {
  const list: unknown = Array.isArray(answer) ? answer : (answer as { centers?: unknown } | null)?.centers;
  if (!Array.isArray(list)) return null;
  const centers = readCenters(list);
  return list.length && !centers.length ? null : centers;
}

/** The card of a chosen center is part of the finder: what it tells is no word of the finder's. */
const keepInside = (event: Event): void => event.stopPropagation();

const NO_CRITERIA: Criteria = { query: '', openNow: false, cashDesk: false, service: null, origin: null, radiusKm: null };

/**
 * Finds the nearest or the wanted customer center by place, address, name or service, shows which are open,
 * and the chosen one's hours and details.
 *
 * @summary List and map of customer centers, with search.
 * @tagname cez-center-finder
 * @slot - Shown until the finder has something better, and kept if it has not.
 * @event {CustomEvent<undefined>} cez-ready - Once: the first content, or the first worded state, is shown.
 * @event {CustomEvent<{code: string, retryable: boolean}>} cez-error - The centers could not be had.
 * @event {CustomEvent<{outcome: string}>} cez-outcome - How a look-up ended.
 * @event {CustomEvent<{centerId: string}>} cez-center-select - A center was chosen.
 * @event {CustomEvent<{resultCount: number}>} cez-search - A search or filter was applied.
 * @csspart answer - The line that counts the results.
 * @csspart status - Icon and words of a status.
 * @csspart action - Buttons.
 * @csspart error - The state without an answer.
 * @csspart list - The list of centers.
 * @csspart row - One center in it.
 * @csspart map - The map.
 */
export class CenterFinder extends CezElement<CenterFinderKey | CentersKey | PlacesKey> {
  static override styles: CSSResultGroup = [CezElement.styles, placesStyles, centerFinderStyles];
  static override properties: PropertyDeclarations = {
    query: {},
    service: {},
    openNow: { type: Boolean, attribute: 'open-now' },
    centerId: { attribute: 'center-id' },
    map: {},
    tiles: {},
    attribution: {},
    jsonLd: { type: Boolean, attribute: 'json-ld' },
    noUrl: { type: Boolean, attribute: 'no-url' },
    centers: { attribute: false },
    criteria: { state: true },
    rowsShown: { state: true },
    chosenId: { state: true },
    placesWanted: { state: true },
    search: { state: true },
    location: { state: true },
    narrow: { state: true },
    mapShown: { state: true },
  };

  /** What is searched for at first. */
  query = '';
  /** The service asked for at first, such as `payment`. */
  service: Service | '' = '';
  /** Only centers that are open now. */
  openNow = false;
  /** The chosen center. */
  centerId: string | null = null;
  /** When the map loads: `auto` (when seen), `press` (on a button) or `none`. */
  map: string = 'auto';
  /** URL template of map tiles; without it a built-in map is drawn and no third party is asked. */
  tiles: string | null = null;
  /** Who made the tiles; needed with `tiles`. */
  attribution: string | null = null;
  /** Adds schema.org JSON-LD of the centers to the page. */
  jsonLd = false;
  /** Keeps the page's address from choosing a center or a place. */
  noUrl = false;
  /** The centers themselves, as the API gives them; no request is made. */
  centers: unknown = null;

  protected readonly texts = { ...centers, ...places, ...centerFinder };
  private criteria = NO_CRITERIA;
  private rowsShown = PAGE;
  private chosenId: string | null = null;
  private placesWanted = false;
  private search: TypedSearch = null;
  private location: 'idle' | 'asking' | 'denied' | 'failed' = 'idle';
  private narrow = false;
  private mapShown = false;
  #results: Results | null = null;
  #foundFor: readonly unknown[] = [];
  #given: { raw: unknown; read: Center[] | null } | null = null;
  #onMap: readonly Row[] | null = null;
  #drawnFor = '';
  #idle = false;
  #toldSearch: ReturnType<typeof setTimeout> | undefined;

  readonly #centersResource = new ResourceController<Center[]>(this, {
    url: () => (this.centers || !this.apiBase ? null : `${this.apiBase}/centers?brand=${this.brandName}`),
    read: readAnswer,
    outcome: (centers) => (centers.length ? 'found' : 'nothing-now'),
  });
  readonly #counts = new ResourceController<Map<string, PeopleCount>>(this, {
    url: () => (this.centers || !this.apiBase ? null : `${this.apiBase}/occupancy`),
    read: readOccupancy,
    silent: true,
  });
  // Towns are a help while typing; without them the finder still finds centers, so their failures stay silent.
  readonly #placesResource = new ResourceController<Place[]>(this, {
    url: () => (this.placesWanted && this.apiBase ? `${this.apiBase}/places` : null),
    read: readPlaces,
    silent: true,
  });
  readonly #searchField: PlaceFieldController = new PlaceFieldController(this, {
    wanted: () => this.#reachForSearch(),
    typed: (query) => this.#change({ query, origin: this.criteria.origin?.place ? null : this.criteria.origin }, TYPING_PAUSE_MS),
    picked: (place) => this.#searchFrom(place),
    submitted: () => this.#focusRow(),
  });
  readonly #mapPane: MapController = new MapController(this, {
    mode: () => this.#mode,
    container: () => this.renderRoot.querySelector('.canvas'),
    // Beside the data rather than after them: its bytes are few, the wait for a further answer is long.
    mayLoad: () => this.apiBase !== null || this.#all !== null,
    settings: () => ({
      tiles: this.#mapSetting('tiles'),
      attribution: this.#mapSetting('attribution'),
      texts: this.#mapTexts(),
      townName: (name) => this.words.place(name),
      onSelect: (id) => void this.#choose(id),
    }),
    onReady: () => this.#showOnMap(true),
  });
  readonly #resizing = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor() {
    super();
    keepFresh(this, this.#counts, COUNT_PERIOD_MS);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
    this.#resizing?.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing?.disconnect();
    clearTimeout(this.#toldSearch);
  }

  /** Asks the API for the centers anew. */
  async refresh(): Promise<void> {
    await Promise.all([this.#centersResource.reload(), this.#counts.reload()]);
    await this.updateComplete;
  }

  /** Forgets the search, the filters and the choice. */
  reset(): void {
    this.#searchField.set('');
    this.chosenId = null;
    this.#change(NO_CRITERIA);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // The page's address is the customer's wish, the attributes are the page author's: the wish comes first.
    if (changed.has('centerId')) this.chosenId = (!this.hasUpdated && chosenInAddress(this, 'cez-center')) || this.centerId;
    if (changed.has('query')) {
      const query = (!this.hasUpdated && chosenInAddress(this, 'cez-place')) || this.query;
      this.#searchField.set(query);
      this.criteria = { ...this.criteria, query };
      if (query) this.#reachForSearch();
    }
    if (changed.has('service') || changed.has('openNow')) {
      this.criteria = { ...this.criteria, service: this.#knownService(), openNow: this.openNow };
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#showOnMap();
    if (this.#results && !this.#idle) this.#idle = whenIdle(() => this.#wantSearch());
    if (this.jsonLd && this.#all) void this.#publish(this.#all);
  }

  protected override get settled(): boolean {
    return Boolean(this.#all || this.#fault || this.#centersResource.slow);
  }

  protected override get keepsFallback(): boolean {
    return !this.#all;
  }

  protected override get ownFault(): FailureCode | null {
    if (this.centers) return this.#all ? null : 'bad-response';
    if (this.apiBase) return null;
    developerNote(this, API_NEEDED);
    return 'config';
  }

  protected view(): TemplateResult | typeof nothing {
    const centers = this.#all;
    const retry = this.#centersResource.failure?.retryable ? () => void this.#centersResource.reload() : null;
    if (!centers && this.#fault) return renderFailure(this.words, this.#fault, retry);
    if (!centers && this.hasFallback) return this.#centersResource.slow ? renderLoading(this.words, true) : nothing;
    const results = (this.#results = centers && this.#find(centers));
    // Minutes are told, so they are written anew with every minute.
    this.clock.wakeAt(new Date(Math.floor(this.clock.now.getTime() / MINUTE + 1) * MINUTE));
    const chosen = centers?.find(({ id }) => id === this.chosenId);
    if (chosen) void loadHoursCard();
    return html`
      ${this.heading(this.words.t('title'))}
      ${this.narrow && this.#mode !== 'none' && !chosen ? this.#renderSwitch() : nothing}
      <div class="panes ${this.narrow ? 'narrow' : ''}">
        <div class="main" ?hidden=${this.narrow && this.mapShown && !chosen}>
          ${chosen ? this.#renderChosen(chosen, centers ?? []) : html`${this.#renderSearch()}${results ? this.#renderResults(results) : html`<p class="answer" aria-hidden="true">…</p>${this.#renderFilters()}${renderLoading(this.words, this.#centersResource.slow)}`}`}
        </div>
        ${this.#mode === 'none' ? nothing : this.#renderMap(Boolean(chosen))}
      </div>
    `;
  }

  get #all(): Center[] | null {
    if (!this.centers) return this.#centersResource.value;
    if (this.centers !== this.#given?.raw) this.#given = { raw: this.centers, read: readAnswer(this.centers) };
    return this.#given.read;
  }

  get #fault(): FailureCode | null {
    return this.ownFault ?? this.#centersResource.failure?.code ?? null;
  }

  /** The results, worked out anew when anything they depend on has changed; what is open changes by the minute. */
  #find(centers: readonly Center[]): Results {
    const now = this.clock.now;
    const inputs = [centers, this.#placesResource.value, this.criteria, this.search, Math.floor(now.getTime() / MINUTE)];
    if (!this.#results || inputs.some((input, index) => input !== this.#foundFor[index])) {
      this.#foundFor = inputs;
      return findCenters(centers, this.#placesResource.value, this.criteria, now, this.search);
    }
    return this.#results;
  }

  #renderSearch(): TemplateResult {
    const { location, words } = this;
    return html`
      <div class="search">
        ${this.#searchField.render(words, { label: words.t('search'), hint: words.t('searchHint') }, this.#placesResource.value, this.search)}
        <button type="button" class="primary" part="action" aria-busy=${location === 'asking'} @click=${this.#onNearMe}>${renderIcon(pinIcon)}${words.t('nearMe')}</button>
      </div>
      ${location === 'idle' ? nothing : html`<p class="small">${words.t(LOCATION_WORDS[location])}</p>`}
    `;
  }

  #renderFilters(): TemplateResult {
    const { criteria, words } = this;
    return html`<div class="filters" role="group" aria-label=${words.t('filters')}>
      <button type="button" class="chip" aria-pressed=${criteria.openNow} @click=${() => this.#change({ openNow: !criteria.openNow })}>${words.t('openNow')}</button>
      <button type="button" class="chip" aria-pressed=${criteria.cashDesk} @click=${() => this.#change({ cashDesk: !criteria.cashDesk })}>${words.t('withCashDesk')}</button>
      <select aria-label=${words.t('service')} @change=${(event: Event) => this.#change({ service: ((event.target as HTMLSelectElement).value || null) as Service | null })}>
        <option value="" .selected=${!criteria.service}>${words.t('anyService')}</option>
        ${words.pairs('serviceNames').map(([code, name]) => html`<option value=${code} .selected=${code === criteria.service}>${name}</option>`)}
      </select>
      ${this.#results?.origin
        ? html`<select aria-label=${words.t('radius')} @change=${(event: Event) => this.#change({ radiusKm: Number((event.target as HTMLSelectElement).value) || null })}>
            <option value="" .selected=${!criteria.radiusKm}>${words.t('anyRadius')}</option>
            ${RADII.map((km) => html`<option value=${km} .selected=${km === criteria.radiusKm}>${words.t('withinRadius', { n: km })}</option>`)}
          </select>`
        : nothing}
    </div>`;
  }

  #renderResults(results: Results): TemplateResult {
    const { rows } = results;
    return html`
      <p class="answer" part="answer" .textContent=${this.#resultText(results)}></p>
      ${this.#renderFilters()}
      ${this.#centersResource.failure ? renderStale(this.words, this.#centersResource.loadedAt) : nothing}
      ${this.#renderWayOut(results)}
      ${rows.length ? html`<ul part="list" role="list">${rows.slice(0, this.rowsShown).map((row) => this.#renderRow(row))}</ul>` : nothing}
      ${rows.length > this.rowsShown ? html`<button type="button" class="more" part="action" @click=${this.#onMore}>${this.words.t('more')}</button>` : nothing}
    `;
  }

  #renderRow({ center, km }: Row): TemplateResult {
    const { id, name, address, sample } = center;
    const status = statusLine(this.words, center, this.clock.now);
    const people = peopleText(this.words, center, this.#counts.value?.get(id), this.clock.now);
    return html`<li part="row">
      <div class="line">
        <button type="button" class="name" data-id=${id} @click=${() => void this.#choose(id)} @pointerenter=${loadHoursCard} @focus=${loadHoursCard} .textContent=${this.words.pick(name)}></button>
        <span class="distance" .textContent=${km === null ? '' : distanceText(this.words, km)}></span>
      </div>
      <div class="line">${renderStatus(status)}<span class="small" .textContent=${status.next ?? ''}></span></div>
      <p class="small" ?hidden=${!people} .textContent=${people}></p>
      <p class="small muted"><span .textContent=${addressText(this.words, address)}></span> <span class="tag" ?hidden=${!sample} .textContent=${this.words.t('sample')}></span></p>
    </li>`;
  }

  /** The button that leads out of a search without results. */
  #renderWayOut({ none }: Results): TemplateResult | typeof nothing {
    const wayOut = { 'no-match': 'clear', 'filtered-out': 'removeFilters', 'none-in-radius': 'showNearest' } as const;
    if (!none || none === 'no-centers') return nothing;
    const press = {
      'no-match': () => this.#clearQuery(),
      'filtered-out': () => this.#change({ openNow: false, cashDesk: false, service: null }),
      'none-in-radius': () => this.#change({ radiusKm: null }),
    }[none];
    return html`<button type="button" part="action" @click=${press}>${this.words.t(wayOut[none])}</button>`;
  }

  #renderChosen(center: Center, centers: readonly Center[]): TemplateResult {
    const { words } = this;
    const now = this.clock.now;
    const instead = openingState(center, now) === 'closed' ? nearestOpen(center, centers, now) : null;
    const name = instead && words.pick(instead.center.name);
    return html`<div class="detail" @keydown=${this.#onDetailKey}>
      <button type="button" class="plain" part="action" @click=${() => void this.#back()}>${renderIcon(backIcon)}${words.t('back')}</button>
      <cez-hours-card
        .center=${center}
        .peopleFrom=${this.centers ? null : this.apiBase}
        .messages=${this.messages}
        lang=${words.language}
        .brand=${this.brandName}
        .headingLevel=${Math.min(6, this.headingLevel + 1)}
        .now=${this.now}
        @cez-ready=${keepInside}
        @cez-error=${keepInside}
      ></cez-hours-card>
      ${instead
        ? html`<p class="band"><span .textContent=${words.t('nearestOpen', { name: name!, distance: distanceText(words, instead.km!) })}></span>
            <button type="button" class="plain" part="action" @click=${() => void this.#choose(instead.center.id)} .textContent=${words.t('show', { name: name! })}></button></p>`
        : nothing}
    </div>`;
  }

  #renderSwitch(): TemplateResult {
    return html`<div class="switch" role="group" aria-label=${this.words.t('view')}>
      ${(['listView', 'mapView'] as const).map((key) => {
        const shows = key === 'mapView';
        return html`<button type="button" aria-pressed=${this.mapShown === shows} @click=${() => (this.mapShown = shows)}>${this.words.t(key)}</button>`;
      })}
    </div>`;
  }

  #renderMap(chosen: boolean): TemplateResult {
    const { state } = this.#mapPane;
    const button = state === 'failed' ? 'retry' : state === 'idle' && this.#mode === 'press' ? 'loadMap' : null;
    return html`<div class="map" part="map" ?hidden=${this.narrow && (!this.mapShown || chosen)}>
      <div class="canvas"></div>
      ${button
        ? html`<div class="offer">
            ${state === 'failed' ? html`<p>${this.words.t('mapFailed')}</p>` : nothing}
            <button type="button" part="action" @click=${() => this.#mapPane.request()}>${this.words.t(button)}</button>
          </div>`
        : nothing}
    </div>`;
  }

  #resultText({ rows, none, origin, placeWithoutCenter, nearest }: Results): string {
    const { words } = this;
    const from = origin && (origin.place ? words.place(origin.place.name) : words.t('me'));
    const named = ({ center, km }: Row): Record<string, string> => ({ name: words.pick(center.name), distance: distanceText(words, km ?? 0) });
    switch (none) {
      case 'no-centers': return words.t('noCenters');
      case 'no-match': return words.t('noMatch', { query: this.criteria.query.trim() });
      case 'filtered-out': return words.t('nonePassFilters');
      case 'none-in-radius':
        return [words.t('noneInRadius', { n: this.criteria.radiusKm ?? 0, origin: from ?? '' }), nearest && words.t('nearestInstead', named(nearest))].filter(Boolean).join(' ');
    }
    const found = words.t('found', { count: rows.length });
    const counted = from && rows[0]?.km != null ? words.t('foundNearest', { found, origin: from, ...named(rows[0]) }) : found;
    return [placeWithoutCenter && this.#placeText(placeWithoutCenter), counted].filter(Boolean).join(' ');
  }

  #placeText(place: Place): string {
    const name = this.words.place(place.name);
    if (place.operator === 'cez-rp') return this.words.t('noCenterInPlace', { place: name });
    const company = new Map(this.words.pairs('operatorNames')).get(place.operator) ?? place.operator;
    return this.words.t('otherOperator', { place: name, company });
  }

  #change(part: Partial<Criteria>, pause = 0): void {
    this.criteria = { ...this.criteria, ...part };
    this.rowsShown = PAGE;
    clearTimeout(this.#toldSearch);
    this.#toldSearch = setTimeout(() => void this.#tellSearch(), pause);
  }

  /** The search comes once the list stands, or when a customer is quicker; a failed try is repeated at the next reach. */
  #wantSearch(): void {
    if (this.search) return;
    void import('../../model/typed-search.js').then(
      (search) => {
        this.search = search;
        this.#prepareSearch(search);
      },
      () => undefined,
    );
  }

  #reachForSearch(): void {
    this.placesWanted = true;
    this.#wantSearch();
  }

  /** Reads the centers for the search in short tasks, before a key press has to wait for it. */
  #prepareSearch(search: NonNullable<TypedSearch>, from = 0): void {
    const centers = this.#all ?? [];
    if (from < centers.length) setTimeout(() => this.#prepareSearch(search, search.prepareSearch(centers, from, 100)));
  }

  #knownService(): Service | null {
    const known = SERVICES.find((service) => service === this.service);
    if (this.service && !known) developerNote(this, `service="${this.service}" is not known; write one of ${SERVICES.join(', ')}. Showing all.`);
    return known ?? null;
  }

  async #tellSearch(): Promise<void> {
    await this.updateComplete;
    if (!this.isConnected || !this.#results) return;
    announce(this.#resultText(this.#results), this.words.language);
    emit(this, 'cez-search', { resultCount: this.#results.rows.length });
  }

  #clearQuery(): void {
    this.#searchField.set('');
    this.#change({ query: '' });
  }

  #searchFrom(place: Place): void {
    const { position } = place;
    carry(this, 'place', place.name);
    this.#change(position ? { query: '', origin: { position, place } } : { query: place.name, origin: null });
  }

  async #choose(id: string): Promise<void> {
    this.chosenId = id;
    this.mapShown = false;
    emit(this, 'cez-center-select', { centerId: id });
    await Promise.all([loadHoursCard(), this.updateComplete]);
    const card = this.renderRoot.querySelector<CezElement>('cez-hours-card');
    await card?.updateComplete;
    card?.focus();
  }

  async #back(): Promise<void> {
    const id = this.chosenId;
    const index = (this.#results?.rows ?? []).findIndex(({ center }) => center.id === id);
    this.rowsShown = Math.max(this.rowsShown, index + 1);
    this.chosenId = null;
    await this.updateComplete;
    this.#focusRow(Math.max(0, index));
  }

  #focusRow(index = 0): void {
    this.renderRoot.querySelectorAll<HTMLElement>('.name')[index]?.focus();
  }

  /** Before there is anything to show, so that the first list stands where it will stay. */
  #measure(): void {
    // Of the letters inside: those of the tag itself are the page’s.
    this.narrow = this.offsetWidth < TWO_PANES_EM * Number.parseFloat(getComputedStyle(this.renderRoot.querySelector('.root') ?? this).fontSize);
  }

  async #publish(centers: readonly Center[]): Promise<void> {
    const { publishCenter } = await import('../../ui/json-ld.js');
    for (const center of centers) publishCenter(center, this.words.language);
  }

  get #mode(): MapMode {
    if (this.map === 'auto' || this.map === 'press' || this.map === 'none') return this.map;
    developerNote(this, `map="${this.map}" is not known; write auto, press or none. Using auto.`);
    return 'auto';
  }

  #mapSetting(name: 'tiles' | 'attribution'): string | null {
    const [tiles, attribution] = [settingOf(this, 'tiles', this.tiles), settingOf(this, 'attribution', this.attribution)];
    if (tiles && !attribution) {
      developerNote(this, 'has tiles without attribution; write attribution="© …", as the licence of the tiles asks. Using the built-in map.');
      return null;
    }
    return name === 'tiles' ? tiles : attribution;
  }

  #mapTexts(): MapTexts {
    const { words } = this;
    return {
      map: words.t('mapLabel'),
      zoomIn: words.t('zoomIn'),
      zoomOut: words.t('zoomOut'),
      twoFingers: words.t('twoFingers'),
      ctrlWheel: words.t('ctrlWheel'),
      basemapCredit: words.t('basemapCredit'),
    };
  }

  /** Hands the map what the list shows; it paints after the list's own frame. */
  #showOnMap(fresh = false): void {
    const { map } = this.#mapPane;
    if (fresh) this.#onMap = null;
    if (!map || !this.#results) return;
    const drawnFor = [this.words.language, this.#mapSetting('tiles'), this.#mapSetting('attribution')].join();
    if (this.#onMap && this.#drawnFor !== drawnFor) return this.#mapPane.restart();
    if (this.#onMap !== this.#results.rows) {
      this.#drawnFor = drawnFor;
      this.#onMap = this.#results.rows;
      map.show(this.#mapPoints(this.#onMap));
      map.locate(this.#results.origin?.position ?? null);
    }
    map.select(this.chosenId);
  }

  *#mapPoints(rows: readonly Row[]): Iterable<MapPoint> {
    const { now } = this.clock;
    for (const { center } of rows) {
      const { id, name, position } = center;
      if (position) yield { id, ...position, label: this.words.pick(name), tone: openingState(center, now) };
    }
  }

  readonly #onMore = async (): Promise<void> => {
    const next = this.rowsShown;
    this.rowsShown += PAGE;
    await this.updateComplete;
    this.#focusRow(next);
  };

  readonly #onDetailKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') void this.#back();
  };

  readonly #onNearMe = async (): Promise<void> => {
    this.location = 'asking';
    try {
      const position = await locate();
      this.location = 'idle';
      this.#change({ origin: { position, place: null }, query: '' });
      this.#searchField.set('');
    } catch (reason) {
      this.location = reason instanceof NoPosition && reason.denied ? 'denied' : 'failed';
      announce(this.words.t(LOCATION_WORDS[this.location]), this.words.language);
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cez-center-finder': CenterFinder;
  }
}
