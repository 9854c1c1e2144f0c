/**
 * The place that is asked for: fetches what it takes to find it, works out what can be said of it from what has
 * come so far (`question.ts`), and keeps good answers on the device. Words and outcomes are the widget's.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ResourceController } from '../../core/resource-controller.js';
import { importAgain } from '../../map/load-map.js';
import type { OutageList } from '../../model/outage.js';
import { readPlaces } from '../../model/place.js';
import type { Place } from '../../model/wire.js';
import type { TypedSearch } from '../../ui/place-field.js';
import { keepAnswer, keptAnswer, type KeptAnswer } from './place-memory.js';
import { resolve, type Resolution } from './question.js';

const MINUTE = 60_000;

interface Options {
  api(): string | null;
  list(): OutageList | null;
  /** The list could not be had, or not be refreshed. */
  failed(): boolean;
  /** A page gave the list. */
  given(): boolean;
  /** ms */
  now(): number;
}

export class PlaceQuestion implements ReactiveController {
  /** As typed, or a label of `placeLabel`; null while no place is asked for. */
  asked: string | null = null;
  resolution: Resolution | null = null;
  search: TypedSearch = null;
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  readonly #places: ResourceController<Place[]>;
  #wanted = false;
  #searchImport: Promise<void> | null = null;
  #searchGone = false;
  #resolvedFor: readonly unknown[] = [];
  #kept: readonly unknown[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    // First, so that places which turn out to be needed are asked for in the same update.
    host.addController(this);
    this.#places = new ResourceController<Place[]>(host, {
      url: () => (this.#wanted && options.api() ? `${options.api()}/places` : null),
      read: readPlaces,
      silent: true,
    });
  }

  get places(): readonly Place[] | null {
    return this.#places.value;
  }

  /** True once the places have taken so long that the customer should be told. */
  get slow(): boolean {
    return this.#places.slow;
  }

  ask(query: string | null): void {
    this.asked = query;
    this.#resolvedFor = [];
    this.#host.requestUpdate();
  }

  /** The words that ask for a place without doubt. */
  labelOf(place: Place): string {
    return this.search?.placeLabel(this.places ?? [], place) ?? place.name;
  }

  /** Fetches places and search: the customer has reached for the field, or a place is asked for. */
  readonly want = (): void => {
    this.#wanted = true;
    this.#searchImport ??= importAgain(() => import('../../model/typed-search.js'), this.#searchGone).then(
      (search) => {
        this.search = search;
        this.#searchGone = false;
        this.#host.requestUpdate();
      },
      () => {
        this.#searchGone = true;
        this.#host.requestUpdate();
      },
    );
    this.#host.requestUpdate();
  };

  /** What did not come may come now. */
  recover(): void {
    if (this.#places.failure) void this.#places.reload(1);
    if (!this.#searchGone) return;
    this.#searchImport = null;
    this.want();
  }

  hostUpdate(): void {
    const { list, failed, given } = this.#options;
    // Without a network, and nothing asked for, the last answer is better than none.
    if (this.asked === null && failed() && !list()) this.asked = this.#recall()?.label ?? null;
    const inputs = [this.asked, list(), failed(), this.places, this.#places.failure, this.search, this.#searchGone, Math.floor(this.#options.now() / MINUTE)];
    if (inputs.some((input, index) => input !== this.#resolvedFor[index])) {
      this.#resolvedFor = inputs;
      this.resolution = this.#resolve();
    }
    if (this.asked !== null && !this.#wanted && (!given() || this.resolution?.state === 'waiting')) this.want();
  }

  hostUpdated(): void {
    this.#keep();
  }

  #resolve(): Resolution | null {
    const { api, list, failed, given, now } = this.#options;
    if (this.asked === null) return null;
    return resolve({
      query: this.asked, list: list(), failed: failed(), places: this.places, search: this.search,
      withoutPlaces: !api() || this.#places.failure !== null || this.#searchGone, given: given(), kept: () => this.#recall(), now: now(),
    });
  }

  #recall(): KeptAnswer | null {
    const api = this.#options.api();
    return api && !this.#options.given() ? keptAnswer(api, this.asked, this.#options.now()) : null;
  }

  /** Keeps a good answer, once, for when there is no network. */
  #keep(): void {
    const api = this.#options.api();
    if (!api || this.#options.given() || this.resolution?.state !== 'answered') return;
    const { label, answer, asOf, kept } = this.resolution;
    const isGood = answer.outcome === 'found' || answer.outcome === 'nothing-now';
    if (!isGood || kept || asOf === null || (this.#kept[0] === label && this.#kept[1] === asOf)) return;
    this.#kept = [label, asOf];
    keepAnswer(api, label, [...answer.outages, ...answer.restored], asOf);
  }
}
