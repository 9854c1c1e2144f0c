/**
 * The list of all outages: filtered by kind and region, those without power first, few rows at a time. It says
 * everything that the map shows.
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { byUrgency, type Outage, type OutageList } from '../../model/outage.js';
import type { OutageKind } from '../../model/wire.js';
import type { OutageWords } from './outage-words.js';
import { regionsOf, type Region } from './regions.js';

/** Rows shown at first and added by „Покажи още“. */
const PAGE = 20;
const MINUTE = 60_000;

interface Criteria {
  kind: OutageKind | null;
  /** An oblast, or a municipality in it. */
  region: { oblast: string; municipality: string | null } | null;
}

const NO_CRITERIA: Criteria = { kind: null, region: null };

interface Options {
  list(): OutageList | null;
  words(): OutageWords;
  /** ms */
  now(): number;
  renderRow(outage: Outage): TemplateResult;
  /** A filter was applied. */
  onFilter(): void;
}

export class AllOutages implements ReactiveController {
  /** What fits the filters; another array whenever that is something else. */
  rows: readonly Outage[] = [];
  #criteria = NO_CRITERIA;
  #shown = PAGE;
  #rowsFor: readonly unknown[] = [];
  #regions: readonly Region[] = [];
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Worked out anew when list, filters or the minute have changed. */
  hostUpdate(): void {
    const list = this.#options.list();
    const now = this.#options.now();
    const inputs = [list, this.#criteria, Math.floor(now / MINUTE)];
    if (inputs.every((input, index) => input === this.#rowsFor[index])) return;
    if (list !== this.#rowsFor[0]) this.#regions = regionsOf(list?.outages ?? []);
    this.#rowsFor = inputs;
    const { kind, region } = this.#criteria;
    const fits = (outage: Outage): boolean =>
      (!kind || outage.kind === kind) && (!region || (outage.oblast === region.oblast && (region.municipality === null || outage.municipality === region.municipality)));
    this.rows = byUrgency((list?.outages ?? []).filter(fits), now);
  }

  reset(): void {
    this.set(NO_CRITERIA);
  }

  /** Filters without a customer's doing. */
  set(part: Partial<Criteria>): void {
    this.#criteria = { ...this.#criteria, ...part };
    this.#shown = PAGE;
    this.#host.requestUpdate();
  }

  /** How many there are, or why there are none. */
  countText(): string {
    const words = this.#options.words();
    const list = this.#options.list();
    if (!list?.outages.length) return words.t(list?.whole ? 'noOutages' : 'cannotTell');
    return this.rows.length ? words.t('outageCount', { count: this.rows.length }) : words.t('noneOfChosen');
  }

  /** Moves the focus to the row of an outage, which is shown if it was not. */
  async reach(id: string): Promise<void> {
    const index = this.rows.findIndex((outage) => outage.id === id);
    this.#shown = Math.max(this.#shown, index + 1);
    await this.#focusRow(index);
  }

  /** `heading` and `age` stand around the count, which `isAnswer` while nothing else is asked. */
  render(heading: TemplateResult, age: TemplateResult | typeof nothing, isAnswer: boolean): TemplateResult {
    const words = this.#options.words();
    const list = this.#options.list()!;
    const { rows } = this;
    return html`<div class="list">
      ${heading}
      ${list.outages.length ? this.#renderFilters(words) : nothing}
      <p class=${isAnswer ? 'answer' : 'count'} part=${ifDefined(isAnswer ? 'answer' : undefined)} .textContent=${this.countText()}></p>
      ${list.whole ? nothing : html`<p class="band">${words.t('someUnreadable')}</p>`}
      ${age}
      ${list.outages.length && !rows.length ? html`<button type="button" part="action" @click=${() => this.#filter(NO_CRITERIA)}>${words.t('showAllOutages')}</button>` : nothing}
      ${rows.length ? html`<ul part="list" role="list">${rows.slice(0, this.#shown).map((outage) => this.#options.renderRow(outage))}</ul>` : nothing}
      ${rows.length > this.#shown ? html`<button type="button" part="action" @click=${this.#onMore}>${words.t('more')}</button>` : nothing}
    </div>`;
  }

  #renderFilters(words: OutageWords): TemplateResult {
    const { kind, region } = this.#criteria;
    const valueOf = (oblast: string, municipality: string | null): string => JSON.stringify([oblast, municipality]);
    const name = (text: string): string => words.place(text) || words.t('regionUnknown');
    const chosen = region ? valueOf(region.oblast, region.municipality) : '';
    const renderOption = (value: string, text: string): TemplateResult => html`<option value=${value} .selected=${value === chosen} .textContent=${text}></option>`;
    return html`<div class="filters" role="group" aria-label=${words.t('filters')}>
      ${words.pairs('kindFilters').map(([code, label]) => html`<button type="button" class="chip" aria-pressed=${kind === code} @click=${() => this.#filter({ kind: kind === code ? null : (code as OutageKind) })}>${label}</button>`)}
      <select aria-label=${words.t('region')} @change=${this.#onRegion}>
        ${renderOption('', words.t('everywhere'))}
        ${this.#regions.map(
          ({ oblast, count, municipalities }) => html`<optgroup label=${name(oblast)}>
            ${renderOption(valueOf(oblast, null), words.t('wholeOblast', { n: count }))}
            ${[...municipalities].map(([municipality, n]) => renderOption(valueOf(oblast, municipality), words.t('regionChoice', { name: name(municipality), n })))}
          </optgroup>`,
        )}
      </select>
    </div>`;
  }

  #filter(part: Partial<Criteria>): void {
    this.set(part);
    this.#options.onFilter();
  }

  async #focusRow(index: number): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelectorAll<HTMLElement>('.list .name')[index]?.focus();
  }

  readonly #onRegion = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    const [oblast, municipality] = value ? (JSON.parse(value) as [string, string | null]) : [];
    this.#filter({ region: oblast === undefined ? null : { oblast, municipality: municipality ?? null } });
  };

  readonly #onMore = (): void => {
    const next = this.#shown;
    this.#shown += PAGE;
    void this.#focusRow(next);
  };
}
