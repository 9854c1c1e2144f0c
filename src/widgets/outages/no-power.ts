/**
 * For those who have no power and find no word of it: first a look at the neighbours and the own breakers, then
 * the line to call, with place and number ready to be told. Needs no network.
 */
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { renderPhone } from '../../ui/phone.js';
import type { OutageWords } from './outage-words.js';

/** The region of the capital has a branch of its own in the line's menu. */
const CAPITAL = 'София-град';

interface Caller {
  place: string | null;
  oblast: string | null;
  /** The client number typed on this page, in groups, or empty. */
  number: string;
}

export class NoPowerCheck {
  #neighbours = '';
  #breakers = '';
  #open = false;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {}

  /** Opens the check and goes there. */
  async start(): Promise<void> {
    this.#open = true;
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.shadowRoot?.querySelector<HTMLElement>('.no-power summary')?.focus();
  }

  clear(): void {
    this.#neighbours = this.#breakers = '';
    this.#open = false;
  }

  render(words: OutageWords, caller: Caller): TemplateResult {
    const own = this.#neighbours === 'yes';
    return html`<details class="no-power" .open=${this.#open} @toggle=${this.#onToggle}>
      <summary>${words.t('noPower')}</summary>
      ${this.#renderQuestion(words, 'neighbours', 'neighbourAnswers', this.#neighbours)}
      ${own ? this.#renderQuestion(words, 'breakers', 'breakerAnswers', this.#breakers) : nothing}
      ${own && this.#breakers === 'off' ? html`<p class="band">${words.t('breakerAdvice')}</p>` : nothing}
      ${(this.#neighbours && !own) || (own && this.#breakers === 'on') ? renderReport(words, caller) : nothing}
    </details>`;
  }

  #renderQuestion(words: OutageWords, name: 'neighbours' | 'breakers', answers: 'neighbourAnswers' | 'breakerAnswers', chosen: string): TemplateResult {
    return html`<fieldset>
      <legend>${words.t(name)}</legend>
      ${words.pairs(answers).map(
        ([value, label]) => html`<label class="choice"><input type="radio" name=${name} value=${value} .checked=${chosen === value} @change=${this.#onAnswer} /><span>${label}</span></label>`,
      )}
    </fieldset>`;
  }

  readonly #onToggle = ({ target }: Event): void => {
    this.#open = (target as HTMLDetailsElement).open;
  };

  readonly #onAnswer = ({ target }: Event): void => {
    const { name, value } = target as HTMLInputElement;
    if (name === 'neighbours') this.#neighbours = value;
    else this.#breakers = value;
    this.host.requestUpdate();
  };
}

function renderReport(words: OutageWords, { place, oblast, number }: Caller): TemplateResult {
  const menu = new Map(words.pairs('menuKeys'));
  const keys = menu.get(!oblast ? 'any' : oblast === CAPITAL ? 'sofia' : 'elsewhere') ?? '3';
  return html`<div class="report band">
    <p class="strong">${words.t('reportOutage')}</p>
    <p>${words.t('reportWait')}</p>
    <p>${words.t('reportCall', { keys })} ${renderPhone(words.t('infoLine'))}</p>
    <p .textContent=${place ? words.t('reportPlace', { place }) : words.t('reportAnyPlace')}></p>
    <p .textContent=${number ? words.t('reportNumber', { number }) : words.t('reportAnyNumber')}></p>
  </div>`;
}
