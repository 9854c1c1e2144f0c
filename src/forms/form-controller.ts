/**
 * A form of one widget: what was typed, which faults are shown, one sending at a time. Faults appear when the
 * customer sends the form and go as they are fixed, never while somebody is still typing. Knows no wording:
 * the widget's checks give the sentences, at each render, so that they follow the language.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { carried, carry, forgetCarried } from '../core/carried.js';
import { openLine } from '../core/open-line.js';
import { clientNumberOf } from '../model/client-number.js';

/** What is wrong with a value. A `passable` fault holds a value back once; sent again unchanged, it passes. */
export interface Fault {
  text: string;
  passable?: boolean;
}

/** A ticked box has a value, as any other field that is filled in. */
const TICKED = 'on';
const valueOf = (input: HTMLInputElement): string => (input.type !== 'checkbox' ? input.value : input.checked ? TICKED : '');

interface Options<Name extends string> {
  /** The fields on screen, from top to bottom. */
  fields: () => readonly Name[];
  check: (name: Name, value: string) => Fault | null;
  /** Sends what was typed; called only when every check passes. */
  send: () => Promise<unknown>;
  /** Where it goes to, if it goes anywhere. */
  api?: () => string | null;
}

export class FormController<Name extends string> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options<Name>;
  readonly #values = new Map<Name, string>();
  /** Fields whose faults are shown. */
  readonly #told = new Set<Name>();
  /** Values that were sent a second time in spite of a passable fault. */
  readonly #passed = new Map<Name, string>();
  /** What the server said of a field, and of which value. */
  readonly #refused = new Map<Name, { value: string; text: () => string }>();
  /** True from the press until the answer: pressing again sends nothing. */
  busy = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options<Name>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Offers the number that was typed in a form opened beside this one. */
  hostConnected(): void {
    const name = 'clientNumber' as Name;
    const number = carried(this.#host, 'clientNumber');
    if (number && !this.value(name)) this.fill(name, number);
  }

  value(name: Name): string {
    return this.#values.get(name) ?? '';
  }

  /** Fills a field from elsewhere, for instance a suggestion that was pressed. */
  fill(name: Name, value: string): void {
    this.#values.set(name, value);
    this.#host.requestUpdate();
  }

  /** Lets the passable fault of a field pass, as sending again would. */
  pass(name: Name): void {
    this.#passed.set(name, this.value(name));
    this.#host.requestUpdate();
  }

  /** The fault shown at a field, or null. */
  fault(name: Name): Fault | null {
    const value = this.value(name);
    const refused = this.#refused.get(name);
    if (refused?.value === value) return { text: refused.text() };
    return this.#told.has(name) ? this.#held(name) : null;
  }

  /** Faults on screen, in the order of the fields. */
  get faults(): [name: Name, fault: Fault][] {
    return this.#options.fields().flatMap((name) => {
      const fault = this.fault(name);
      return fault ? [[name, fault]] : [];
    });
  }

  /** Shows what the server refused at the field it belongs to, until the value changes, and moves there. */
  async refuse(faults: readonly [name: Name, text: () => string][]): Promise<void> {
    for (const [name, text] of faults) this.#refused.set(name, { value: this.value(name), text });
    await this.#showFaults();
  }

  /** Empties the form. */
  reset(): void {
    if (this.#host.isConnected) forgetCarried(this.#host);
    for (const map of [this.#values, this.#told, this.#passed, this.#refused]) map.clear();
    this.#host.requestUpdate();
  }

  readonly onInput = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const name = input.name as Name;
    this.#take(input);
    this.#forgetFixed(name);
    this.#host.requestUpdate();
    const api = this.#options.api?.();
    if (api) openLine(api);
  };

  readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.busy) return;
    // Password managers fill fields without an event, so what counts is what stands in them.
    for (const input of (event.target as HTMLFormElement).querySelectorAll('input')) this.#take(input);
    void this.submit();
  };

  /** Checks and sends, unless a sending is under way. */
  async submit(): Promise<void> {
    if (this.busy) return;
    const wrong = this.#options.fields().filter((name) => this.#blocks(name));
    if (wrong.length) {
      for (const name of this.#options.fields()) this.#told.add(name);
      return this.#showFaults();
    }
    this.#told.clear();
    this.#refused.clear();
    this.busy = true;
    this.#host.requestUpdate();
    try {
      await this.#options.send();
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /** Moves the focus to a field and its label into view. */
  readonly reach = (name: Name): void => {
    const input = this.#host.shadowRoot?.querySelector<HTMLInputElement>(`[name="${name}"]`);
    const label = this.#host.shadowRoot?.querySelector(`label[for="${name}"]`);
    (label ?? input)?.scrollIntoView({ block: 'nearest' });
    input?.focus({ preventScroll: true });
  };

  #take(input: HTMLInputElement): void {
    this.#values.set(input.name as Name, valueOf(input));
    if (input.name === 'clientNumber') carry(this.#host, 'clientNumber', clientNumberOf(input.value));
  }

  #held(name: Name): Fault | null {
    const fault = this.#options.check(name, this.value(name));
    return fault?.passable && this.#passed.get(name) === this.value(name) ? null : fault;
  }

  /** True if the field holds the form back. Its passable fault does so only the first time it is shown. */
  #blocks(name: Name): boolean {
    const shown = this.fault(name);
    if (shown?.passable) this.#passed.set(name, this.value(name));
    return this.#held(name) !== null;
  }

  #forgetFixed(name: Name): void {
    if (this.#refused.get(name)?.value !== this.value(name)) this.#refused.delete(name);
    const fault = this.#options.check(name, this.value(name));
    // A warning about another value has not been told, and must be before it can pass.
    if (!fault || fault.passable) this.#told.delete(name);
  }

  /** GOV.UK's way, tested with screen readers: the summary takes the focus and is read out. */
  async #showFaults(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>('.summary')?.focus();
  }
}
