/**
 * A search field with suggestions of towns: the ARIA combobox pattern on a native input. It knows what is typed
 * and which suggestion is meant; what a search finds is its widget's business.
 */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PlacesKey } from '../i18n/bg/places.js';
import type { Words } from '../i18n/words.js';
import type { Place } from '../model/wire.js';

/** The functions of `typed-search.ts`; null until they have arrived. */
export type TypedSearch = typeof import('../model/typed-search.js') | null;

const SUGGESTIONS = 6;

interface Events {
  /** The customer reached for the field: suggestions will be wanted. */
  wanted(): void;
  typed?(text: string): void;
  picked(place: Place): void;
  submitted(): void;
}

interface Texts {
  label: string;
  hint: string;
}

export class PlaceFieldController implements ReactiveController {
  text = '';
  #places: readonly Place[] | null = null;
  #search: TypedSearch = null;
  #suggested: Place[] = [];
  #active = -1;
  /** The customer is at it: towns that arrive now are suggested at once. */
  #typing = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly events: Events,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#close();
  }

  /** Puts a text into the field as if it had always stood there. */
  set(text: string): void {
    this.text = text;
    this.#close();
  }

  /** `button` stands beside the field, inside the form. */
  render(words: Words<PlacesKey>, { label, hint }: Texts, places: readonly Place[] | null, search: TypedSearch, button: TemplateResult | typeof nothing = nothing): TemplateResult {
    const arrived = places !== this.#places || search !== this.#search;
    this.#places = places;
    this.#search = search;
    if (arrived && this.#typing) this.#lookUp();
    const open = this.#suggested.length > 0;
    return html`<form role="search" class="place-form" @submit=${this.#onSubmit}>
      <label for="query">${label}</label>
      <p id="query-hint" class="small muted">${hint}</p>
      <div class="combobox">
        <input
          id="query"
          type="text"
          role="combobox"
          .enterKeyHint=${'search'}
          autocomplete="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-controls="suggestions"
          aria-expanded=${open}
          aria-activedescendant=${this.#active >= 0 ? `suggestion-${this.#active}` : nothing}
          aria-describedby="query-hint"
          .value=${this.text}
          @focus=${this.events.wanted}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @blur=${() => this.#close()}
        />
        <ul id="suggestions" role="listbox" aria-label=${words.t('suggestions')} ?hidden=${!open}>
          ${this.#suggested.map((place, index) => html`<li
            id="suggestion-${index}"
            role="option"
            aria-selected=${index === this.#active}
            @pointerdown=${(event: Event) => event.preventDefault()}
            @click=${() => this.#pick(place)}
          >${words.place(place.name)} <span class="small muted">${words.place(place.oblast)}</span></li>`)}
        </ul>
      </div>
      ${button}
    </form>`;
  }

  #lookUp(): void {
    this.#suggested = this.#places && this.#search && this.text.trim().length > 1 ? this.#search.searchPlaces(this.#places, this.text, SUGGESTIONS) : [];
    this.#active = -1;
  }

  #close(): void {
    this.#suggested = [];
    this.#active = -1;
    this.#typing = false;
    this.host.requestUpdate();
  }

  #pick(place: Place): void {
    this.set(place.name);
    this.events.picked(place);
  }

  readonly #onInput = (event: Event): void => {
    this.text = (event.target as HTMLInputElement).value;
    this.#typing = true;
    this.#lookUp();
    this.host.requestUpdate();
    this.events.typed?.(this.text);
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#close();
    this.events.submitted();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const count = this.#suggested.length;
    if (!count) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      // One step past either end is the text as typed.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.#active = ((this.#active + 1 + step + count + 1) % (count + 1)) - 1;
    } else if (event.key === 'Enter' && this.#suggested[this.#active]) {
      this.#pick(this.#suggested[this.#active]!);
    } else if (event.key === 'Escape') {
      this.#close();
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
    this.host.requestUpdate();
  };
}
