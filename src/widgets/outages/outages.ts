/**
 * Power outages: what is known of the place or the client number that is asked for, then the list that says
 * everything, and a map as an extra. Knows how the parts work together; what can be said of a place is decided
 * in `question.ts`, and an old or missing list is never told as "no outages".
 */
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { givenAt } from '../../api/client.js';
import { announce, prepareAnnouncer } from '../../core/announcer.js';
import { carry } from '../../core/carried.js';
import { developerNote } from '../../core/developer-note.js';
import { CezElement } from '../../core/element.js';
import { emit, type FailureCode, type Outcome } from '../../core/events.js';
import { chosenInAddress, linkTo } from '../../core/page-address.js';
import { PollController } from '../../core/poll-controller.js';
import { ResourceController } from '../../core/resource-controller.js';
import { API_NEEDED, settingOf } from '../../core/settings.js';
import { outages, type OutagesKey } from '../../i18n/bg/outages.js';
import { places, type PlacesKey } from '../../i18n/bg/places.js';
import type { MapMode } from '../../map/map-controller.js';
import { OUTAGE_KINDS, readHandedOutages, readOutages, type Outage, type OutageList } from '../../model/outage.js';
import { placeAnswer } from '../../model/outage-place.js';
import type { OutageKind, Place } from '../../model/wire.js';
import { renderCopy } from '../../ui/copy.js';
import { renderFailure, renderLoading } from '../../ui/failure.js';
import { renderPhone } from '../../ui/phone.js';
import { PlaceFieldController } from '../../ui/place-field.js';
import { placesStyles } from '../../ui/places.styles.js';
import { safeUrl } from '../../ui/safe-url.js';
import { AllOutages } from './all-outages.js';
import { renderAge, renderLine, sentence } from './answer-view.js';
import { NoPowerCheck } from './no-power.js';
import type { NumberLookup } from './number-lookup.js';
import { OutageMap } from './outage-map.js';
import { renderOutage } from './outage-row.js';
import { regionText, whereText } from './outage-words.js';
import { outagesStyles } from './outages.styles.js';
import { forgetPlace, savedPlaces, savePlace } from './place-memory.js';
import { PlaceQuestion } from './place-question.js';
import { listOutcome, outcomeOf, type Resolution } from './question.js';

/** Outages shown with an answer at first, and added by „Покажи още“. */
const ANSWER_ROWS = { first: 5, more: 20 };
const MINUTE = 60_000;
const REFRESH_S = { usual: 60, least: 15 };

type Answered = Extract<Resolution, { state: 'answered' }>;

/**
 * Shows faults, planned work and switching: by place or client number, as a list and on a map. The last answer
 * for a place stays on the device and is shown with its age when there is no network.
 *
 * @summary Power outages by place and client number, with list and map.
 * @tagname cez-outages
 * @slot - Shown until the tag has something better, and kept if it has not: the emergency line, a link.
 * @event {CustomEvent<undefined>} cez-ready - Once: the first content, or the first worded state, is shown.
 * @event {CustomEvent<{outcome: string}>} cez-outcome - How a look-up ended; of those the tag makes by itself, only when it ended otherwise.
 * @event {CustomEvent<{code: string, retryable: boolean}>} cez-error - The outages could not be had, or not refreshed.
 * @event {CustomEvent<{resultCount: number}>} cez-search - A filter was applied.
 * @event {CustomEvent<{outageId: string}>} cez-outage-select - An outage was opened, on the list or the map.
 * @csspart answer - The line that says what is known.
 * @csspart status - Icon and words of an outcome or a kind.
 * @csspart action - Buttons.
 * @csspart error - The state without an answer, and what is wrong with what was typed.
 * @csspart input - The field for the client number.
 * @csspart list - A list of outages.
 * @csspart row - One outage.
 * @csspart map - The map.
 */
export class Outages extends CezElement<OutagesKey | PlacesKey> {
  static override styles: CSSResultGroup = [CezElement.styles, placesStyles, outagesStyles];
  static override properties: PropertyDeclarations = {
    place: {},
    kind: {},
    map: {},
    tiles: {},
    attribution: {},
    refreshSeconds: { type: Number, attribute: 'refresh' },
    noUrl: { type: Boolean, attribute: 'no-url' },
    outages: { attribute: false },
    mode: { state: true },
    answerRowsShown: { state: true },
    chosenId: { state: true },
    numberLookup: { state: true },
    numberGone: { state: true },
    saved: { state: true },
    notSaved: { state: true },
  };

  /** The place that is asked for at first. */
  place: string | null = null;
  /** Only this kind on the list at first: `planned`, `unplanned` or `switching`. */
  kind: OutageKind | '' = '';
  /** When the map loads: `auto` (when seen), `press` (on a button) or `none`. */
  map: string = 'auto';
  /** URL template of map tiles; without it a built-in map is drawn and no third party is asked. */
  tiles: string | null = null;
  /** Who made the tiles; needed with `tiles`. */
  attribution: string | null = null;
  /** Seconds between two looks at the API while the page is seen, 15 at least. */
  refreshSeconds = REFRESH_S.usual;
  /** Keeps the page's address from choosing a place. */
  noUrl = false;
  /** The outages themselves, as the API gives them; no request is made for them. */
  outages: unknown = null;

  protected readonly texts = { ...places, ...outages };
  private mode: 'place' | 'number' = 'place';
  private answerRowsShown = ANSWER_ROWS.first;
  private chosenId: string | null = null;
  private numberLookup: NumberLookup | null = null;
  private numberGone = false;
  private saved: readonly string[] = [];
  private notSaved = false;
  #given: { raw: unknown; read: OutageList | null } | null = null;
  /** What the page was told last, and of which list and place. */
  #told: { turn: readonly unknown[]; outcome: Outcome | null; code: FailureCode | null } = { turn: [], outcome: null, code: null };
  #spoken = '';
  /** The look that goes on, or was the last, is none that anybody asked for. */
  #byItself = false;
  #focusAnswer = false;

  readonly #list = new ResourceController<OutageList>(this, {
    url: () => (this.outages || !this.apiBase ? null : `${this.apiBase}/outages`),
    // The time of a preview has nothing to do with the API's.
    read: (raw) => this.#newer(readOutages(raw, this.now === null ? givenAt(raw) : null)),
    silent: true,
  });
  readonly #question: PlaceQuestion = new PlaceQuestion(this, {
    api: () => this.apiBase,
    list: () => this.#all,
    failed: () => this.#failed,
    given: () => Boolean(this.outages),
    now: () => this.clock.now.getTime(),
  });
  readonly #listed: AllOutages = new AllOutages(this, {
    list: () => this.#all,
    words: () => this.words,
    now: () => this.clock.now.getTime(),
    renderRow: (outage) => this.#renderRow(outage),
    onFilter: () => void this.#tellFilter(),
  });
  readonly #poll: PollController = new PollController(this, {
    url: () => (this.outages || !this.apiBase ? null : `${this.apiBase}/outages`),
    periodMs: () => this.#period * 1000,
    ask: async () => {
      if (this.#list.loading) return null;
      this.#byItself = true;
      this.#question.recover();
      await this.#list.reload(1);
      return this.#list.failure;
    },
  });
  readonly #field: PlaceFieldController = new PlaceFieldController(this, {
    wanted: this.#question.want,
    picked: (place) => this.#ask(this.#question.labelOf(place)),
    submitted: () => this.#ask(this.#field.text),
  });
  readonly #noPower = new NoPowerCheck(this);
  readonly #map: OutageMap = new OutageMap(this, {
    mode: () => this.#mapMode,
    container: () => this.renderRoot.querySelector('.canvas'),
    mayLoad: () => this.#all !== null,
    areasUrl: () => (this.outages || !this.apiBase ? null : `${this.apiBase}/outages/areas`),
    setting: (name) => settingOf(this, name, this[name]),
    words: () => this.words,
    outages: () => this.#listed.rows,
    now: () => this.clock.now.getTime(),
    chosen: () => this.chosenId,
    onSelect: (id) => this.#chooseOnMap(id),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer();
    this.saved = savedPlaces();
    // A page that is brought back from memory must not show the last customer's number.
    addEventListener('pagehide', this.#onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#onLeave);
    this.#onLeave();
  }

  /** Asks the API for the outages anew. */
  async refresh(): Promise<void> {
    this.#told.turn = [];
    this.#byItself = false;
    this.#question.recover();
    await Promise.all([this.#list.reload(), this.mode === 'number' && this.numberLookup?.refresh()]);
    await this.updateComplete;
  }

  /** Forgets what was asked, the filters and the choice. */
  reset(): void {
    this.#onLeave();
    this.#field.set('');
    this.#question.ask(null);
    this.#listed.reset();
    this.#noPower.clear();
    this.mode = 'place';
    this.chosenId = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('place')) {
      // The page's address is the customer's wish, and a saved place was one; the attribute is the page author's.
      const wish = this.hasUpdated ? null : chosenInAddress(this, 'cez-place');
      const asked = wish ?? this.place ?? (this.hasUpdated ? null : (this.saved[0] ?? null));
      this.#question.ask(asked);
      this.#field.set(asked ?? '');
    }
    if (changed.has('kind')) this.#listed.set({ kind: this.#knownKind() });
  }

  protected override updated(changed: PropertyValues): void {
    // Before the first word that it is there.
    this.#tellOutcome();
    super.updated(changed);
    if (!this.#focusAnswer || this.#question.resolution?.state === 'waiting') return;
    this.#focusAnswer = false;
    this.renderRoot.querySelector<HTMLElement>('.answer')?.focus();
  }

  protected override get settled(): boolean {
    return Boolean(this.#all || this.#fault || this.#list.slow || this.#isAnswered);
  }

  protected override get keepsFallback(): boolean {
    return !this.#all && !this.#isAnswered;
  }

  protected override get ownFault(): FailureCode | null {
    if (this.outages) return this.#all ? null : 'bad-response';
    if (this.apiBase) return null;
    developerNote(this, API_NEEDED);
    return 'config';
  }

  protected view(): TemplateResult | typeof nothing {
    const { words } = this;
    const list = this.#all;
    const fault = this.#fault;
    const hasNothing = !list && fault && !this.#isAnswered;
    if (!this.settled && this.hasFallback) return nothing;
    if (fault && fault === this.ownFault) return renderFailure(words, fault, null);
    // Minutes are told and statuses follow the clock.
    this.clock.wakeAt(new Date(Math.floor(this.clock.now.getTime() / MINUTE + 1) * MINUTE));
    return html`
      ${this.heading(words.t('outagesTitle'))}
      ${hasNothing ? renderFailure(words, fault, this.#list.failure?.retryable ? () => void this.refresh() : null) : nothing}
      ${this.#renderQuestion()}
      ${this.mode === 'number' ? this.#renderNumberAnswer() : this.#renderPlaceAnswer()}
      ${hasNothing ? nothing : html`<p>${words.t('emergencyLine')} ${renderPhone(words.t('infoLine'))}</p>`}
      ${list ? this.#renderList(list) : fault ? nothing : renderLoading(words, this.#list.slow)}
      ${this.#noPower.render(words, this.#caller)}
      ${list && this.#mapMode !== 'none' ? this.#map.render() : nothing}
      ${this.apiBase ? this.#renderData(this.apiBase) : nothing}
    `;
  }

  get #all(): OutageList | null {
    if (!this.outages) return this.#list.value;
    if (this.outages !== this.#given?.raw) this.#given = { raw: this.outages, read: readHandedOutages(this.outages) };
    return this.#given.read;
  }

  get #fault(): FailureCode | null {
    return this.ownFault ?? this.#list.failure?.code ?? null;
  }

  get #failed(): boolean {
    return !this.outages && this.#list.failure !== null;
  }

  /** An answer that was overtaken by a newer one, on its way through the caches, changes nothing. */
  #newer(read: OutageList | null): OutageList | null {
    const shown = this.#list.value;
    return shown?.asOf && read?.asOf && read.asOf < shown.asOf ? shown : read;
  }

  #renderQuestion(): TemplateResult {
    const { words, mode } = this;
    return html`<div class="question">
      ${this.apiBase
        ? html`<div class="switch" role="group" aria-label=${words.t('askBy')}>
            ${(['place', 'number'] as const).map((way) => html`<button type="button" aria-pressed=${mode === way} @click=${() => void this.#askBy(way)}>${words.t(way === 'place' ? 'byPlace' : 'byNumber')}</button>`)}
          </div>`
        : nothing}
      ${mode === 'place' ? this.#renderPlaceQuestion() : this.#renderNumberQuestion()}
    </div>`;
  }

  #renderPlaceQuestion(): TemplateResult {
    const { words, saved } = this;
    const button = html`<button type="submit" class="primary" part="action">${words.t('checkOutages')}</button>`;
    return html`
      ${this.#field.render(words, { label: words.t('outagePlace'), hint: words.t('outagePlaceHint') }, this.#question.places, this.#question.search, button)}
      ${saved.length
        ? html`<div class="filters" role="group" aria-label=${words.t('savedPlaces')}>
            ${saved.map((label) => html`<button type="button" class="chip" aria-pressed=${label === this.#answered?.label} @click=${() => this.#ask(label)} .textContent=${words.place(label)}></button>`)}
          </div>`
        : nothing}
    `;
  }

  #renderNumberQuestion(): TemplateResult {
    const { words, numberLookup, numberGone } = this;
    if (numberLookup) return numberLookup.render();
    if (!numberGone) return renderLoading(words, false);
    return html`<p>${words.t('numberFormFailed')} <button type="button" class="plain" part="action" @click=${() => void this.#loadNumberLookup()}>${words.t('retry')}</button></p>`;
  }

  #renderPlaceAnswer(): TemplateResult | typeof nothing {
    const { words } = this;
    const { resolution, asked } = this.#question;
    if (!resolution) return nothing;
    switch (resolution.state) {
      case 'waiting': return html`<div class="result" aria-busy="true"><p>${words.t(this.#list.slow || this.#question.slow ? 'stillTrying' : 'loading')}</p></div>`;
      case 'unavailable': return html`<div class="result">${renderLine('unavailable', words.t('cannotTell'))}</div>`;
      case 'other-grid': {
        const company = new Map(words.pairs('operatorNames')).get(resolution.place.operator) ?? '';
        return html`<div class="result">${renderLine('not-known', words.t('otherGrid', { place: words.place(resolution.place.name), company }))}</div>`;
      }
      case 'not-known':
        return html`<div class="result">
          ${renderLine('not-known', words.t('placeNotKnown', { query: asked?.trim() ?? '' }))}
          ${resolution.maybe.length ? html`<p>${words.t('placeMaybe')}</p>${this.#renderChoice(resolution.maybe)}` : nothing}
        </div>`;
      case 'which':
        return html`<div class="result"><p class="answer" part="answer" tabindex="-1">${words.t('placeWhich')}</p>${this.#renderChoice(resolution.places)}</div>`;
      case 'answered': return this.#renderAnswered(resolution);
    }
  }

  #renderChoice(choice: readonly Place[]): TemplateResult {
    const { words } = this;
    const text = ({ name, municipality, oblast }: Place): string => words.t('placeChoice', { place: words.place(name), municipality: words.place(municipality), oblast: words.place(oblast) });
    return html`<ul role="list">${choice.map((place) => html`<li><button type="button" class="plain" part="action" @click=${() => this.#ask(this.#question.labelOf(place))} .textContent=${text(place)}></button></li>`)}</ul>`;
  }

  #renderAnswered({ label, name, answer, asOf, kept }: Answered): TemplateResult {
    const { words } = this;
    const now = this.clock.now;
    const saved = this.saved.includes(label);
    return html`<div class="result">
      ${renderLine(answer.outcome, sentence(words, { answer, asOf, place: words.place(name) }, now))}
      ${renderAge(words, asOf, now, { failed: this.#failed, kept }, this.outages ? null : () => void this.refresh())}
      ${this.#renderBeside(answer.outages, answer.restored)}
      <div class="actions">
        <button type="button" class="plain" part="action" @click=${() => this.#remember(label, saved)}>${words.t(saved ? 'forgetPlace' : 'savePlace')}</button>
        ${renderCopy({ language: words.language, t: (key) => words.t(key) }, words.t('copyPlaceLink'), () => linkTo('cez-place', label))}
      </div>
      ${this.notSaved ? html`<p class="small">${words.t('placeNotSaved')}</p>` : nothing}
    </div>`;
  }

  #renderNumberAnswer(): TemplateResult | typeof nothing {
    const { words, numberLookup } = this;
    const now = this.clock.now;
    if (numberLookup?.notKnown) {
      return html`<div class="result">${renderLine('not-known', words.t('numberNotKnown'))}<p>${words.t('numberNotKnownNext')}</p></div>`;
    }
    if (!numberLookup?.answer) return nothing;
    const { list } = numberLookup.answer;
    const answer = placeAnswer(list.outages, list, now.getTime(), false);
    return html`<div class="result">
      ${renderLine(answer.outcome, sentence(words, { answer, asOf: list.asOf, place: null }, now))}
      ${renderAge(words, list.asOf, now, { failed: false, kept: null }, () => void this.refresh())}
      ${this.#renderBeside(answer.outages, answer.restored)}
    </div>`;
  }

  /** What belongs to an answer: its outages, how to be sure, whether the power is really back. */
  #renderBeside(now: readonly Outage[], restored: readonly Outage[]): TemplateResult {
    const { words } = this;
    const all = [...now, ...restored];
    return html`
      ${this.mode === 'place' && this.apiBase && now.some(({ part }) => part)
        ? html`<p class="band">${words.t('partAdvice')} <button type="button" class="plain" part="action" @click=${() => void this.#askBy('number')}>${words.t('byNumber')}</button></p>`
        : nothing}
      ${restored.length && !now.length ? html`<p><button type="button" part="action" @click=${() => void this.#noPower.start()}>${words.t('stillOff')}</button></p>` : nothing}
      ${all.length ? html`<ul part="list" role="list">${all.slice(0, this.answerRowsShown).map((outage) => this.#renderRow(outage))}</ul>` : nothing}
      ${all.length > this.answerRowsShown ? html`<button type="button" part="action" @click=${() => (this.answerRowsShown += ANSWER_ROWS.more)}>${words.t('more')}</button>` : nothing}
    `;
  }

  #renderList({ asOf }: OutageList): TemplateResult {
    const age = this.#answered ? nothing : renderAge(this.words, asOf, this.clock.now, { failed: this.#failed, kept: null }, this.outages ? null : () => void this.refresh());
    return this.#listed.render(this.heading(this.words.t('allOutages'), 1), age, this.#question.asked === null);
  }

  #renderRow(outage: Outage): TemplateResult {
    const { words } = this;
    return renderOutage(outage, { words, now: this.clock.now, open: outage.id === this.chosenId, onPress: () => this.#choose(outage.id), onCalendar: () => void this.#toCalendar(outage) });
  }

  /** The same data for programs. */
  #renderData(api: string): TemplateResult {
    const { words } = this;
    return html`<p class="data small muted">${words.t('machineReadable')} <a href=${ifDefined(safeUrl(`${api}/outages`))}>${words.t('dataOutages')}</a>, <a href=${ifDefined(safeUrl(`${api}/outages/areas`))}>${words.t('dataAreas')}</a></p>`;
  }

  get #isAnswered(): boolean {
    return this.#question.resolution?.state === 'answered';
  }

  get #answered(): Answered | null {
    const { resolution } = this.#question;
    return this.mode === 'place' && resolution?.state === 'answered' ? resolution : null;
  }

  get #caller(): { place: string | null; oblast: string | null; number: string } {
    const { mode, numberLookup, words } = this;
    const answered = this.#answered;
    const number = mode === 'number' ? (numberLookup?.number ?? '') : '';
    const place = mode === 'number' ? (number && numberLookup?.answer?.place) || null : (answered?.name ?? null);
    const oblast = mode === 'number' ? (numberLookup?.answer?.list.outages[0]?.oblast ?? null) : (answered?.oblast ?? null);
    return { place: place && words.place(place), oblast, number };
  }

  get #period(): number {
    const { refreshSeconds: seconds } = this;
    if (seconds >= REFRESH_S.least) return seconds;
    const used = Number.isFinite(seconds) ? REFRESH_S.least : REFRESH_S.usual;
    developerNote(this, `refresh="${this.getAttribute('refresh') ?? seconds}" is not a number of seconds of ${REFRESH_S.least} or more. Using ${used}.`);
    return used;
  }

  get #mapMode(): MapMode {
    if (this.map === 'auto' || this.map === 'press' || this.map === 'none') return this.map;
    developerNote(this, `map="${this.map}" is not known; write auto, press or none. Using auto.`);
    return 'auto';
  }

  #knownKind(): OutageKind | null {
    const known = OUTAGE_KINDS.find((kind) => kind === this.kind);
    if (this.kind && !known) developerNote(this, `kind="${this.kind}" is not known; write one of ${OUTAGE_KINDS.join(', ')}. Showing all.`);
    return known ?? null;
  }

  #ask(query: string): void {
    if (!query.trim()) return;
    carry(this, 'place', query);
    this.#field.set(query);
    this.#question.ask(query);
    this.mode = 'place';
    this.answerRowsShown = ANSWER_ROWS.first;
    this.notSaved = false;
    this.#focusAnswer = true;
    this.#told.turn = [];
    this.#byItself = false;
    this.#spoken = '';
  }

  async #askBy(mode: 'place' | 'number'): Promise<void> {
    this.mode = mode;
    if (mode === 'number') await this.#loadNumberLookup();
    await this.updateComplete;
    if (mode === 'number') this.numberLookup?.focus();
    else this.renderRoot.querySelector('input')?.focus();
  }

  async #loadNumberLookup(): Promise<void> {
    if (this.numberLookup) return;
    this.numberGone = false;
    try {
      const { NumberLookup } = await import('./number-lookup.js');
      this.numberLookup ??= new NumberLookup(this, () => ({ words: this.words, api: this.apiBase, now: this.clock.now }));
    } catch {
      this.numberGone = true;
    }
  }

  #remember(label: string, saved: boolean): void {
    this.notSaved = !(saved ? forgetPlace(label) : savePlace(label));
    this.saved = savedPlaces();
  }

  /** Tells the page how each look-up ended, once it can be told; one the widget makes by itself only if it ended otherwise than the last. */
  #tellOutcome(): void {
    const { failure } = this.#list;
    const list = this.#all;
    const { asked, resolution } = this.#question;
    const turn = [list, failure, asked];
    const now = this.clock.now.getTime();
    const outcome = resolution ? outcomeOf(resolution) : list ? listOutcome(list, this.#failed, now) : failure ? 'unavailable' : null;
    if (!outcome || this.#list.loading || turn.every((part, index) => part === this.#told.turn[index])) return;
    const code = failure?.code ?? null;
    const silent = this.#byItself && outcome === this.#told.outcome && code === this.#told.code;
    if (failure && !silent) emit(this, 'cez-error', { code: failure.code, retryable: failure.retryable });
    if (!silent) emit(this, 'cez-outcome', { outcome });
    this.#told = { turn, outcome, code };
    this.#byItself = false;
    this.#speak();
  }

  /** Says an answer that has changed by itself; what a press has brought takes the focus instead. */
  #speak(): void {
    const answered = this.#answered;
    if (!answered) return;
    const { words } = this;
    const said = sentence(words, { answer: answered.answer, asOf: answered.asOf, place: words.place(answered.name) }, this.clock.now);
    if (this.#spoken && said !== this.#spoken && answered.answer.outcome !== 'stale') announce(said, words.language);
    this.#spoken = said;
  }

  async #tellFilter(): Promise<void> {
    await this.updateComplete;
    if (!this.isConnected) return;
    announce(this.#listed.countText(), this.words.language);
    emit(this, 'cez-search', { resultCount: this.#listed.rows.length });
  }

  #choose(id: string): void {
    this.chosenId = this.chosenId === id ? null : id;
    if (this.chosenId) emit(this, 'cez-outage-select', { outageId: id });
  }

  #chooseOnMap(id: string): void {
    if (this.chosenId !== id) this.#choose(id);
    void this.#listed.reach(id);
  }

  async #toCalendar(outage: Outage): Promise<void> {
    const { words } = this;
    const { saveOutage } = await import('./save-outage.js');
    const texts = { summary: words.t('outageCalendarName', { place: whereText(words, outage) }), description: words.t('outageCalendarText'), location: regionText(words, outage) };
    saveOutage(outage, texts, this.clock.now);
  }

  readonly #onLeave = (): void => this.numberLookup?.clear();
}

declare global {
  interface HTMLElementTagNameMap {
    'cez-outages': Outages;
  }
}
