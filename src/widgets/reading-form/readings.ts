/**
 * The readings of one declaration: what was typed for each register of the chosen meter, which of it is not
 * what the operator expects, how the customer explains that, and what is sent in the end. Draws nothing.
 */
import type { ReactiveControllerHost } from 'lit';
import type { Fault } from '../../forms/form-controller.js';
import { FormController } from '../../forms/form-controller.js';
import { common, type CommonKey } from '../../i18n/bg/common.js';
import type { ReadingFormKey } from '../../i18n/bg/reading-form.js';
import { dateText } from '../../i18n/format.js';
import { wholeText } from '../../i18n/energy.js';
import type { Words } from '../../i18n/words.js';
import { readTyped, standing } from '../../model/reading.js';
import { numericDate, typedDate } from '../../model/typed-date.js';
import type { MeteringPoint, ReadingDeclaration, Register } from '../../model/wire.js';
import type { Refusal } from './refusal.js';

export type RegisterName = `register-${number}-${number}`;
export type ReadingName = 'meter' | RegisterName | 'explanation' | 'readAt';
export const TYPED_WRONG = 'typed-wrong';
export type Explanation = NonNullable<ReadingDeclaration['explanation']> | typeof TYPED_WRONG;
export const EXPLANATIONS: readonly Explanation[] = [TYPED_WRONG, 'rolled-over', 'meter-replaced', 'confirmed'];

export interface Entry {
  name: RegisterName;
  register: Register;
  /** As many digits as the dial has; null while what was typed cannot be sent. */
  value: string | null;
  /** `outside`: the API did not expect the value, and what it told before does not say why. */
  doubt: 'lower' | 'above' | 'outside' | null;
}

interface Options {
  words: () => Words<CommonKey | ReadingFormKey>;
  today: () => string;
  /** First day on which readings are taken; null if unknown. */
  windowFrom: () => string | null;
  /** Called once everything is filled in, and explained where it must be. */
  proceed: () => void;
}

export class Readings {
  readonly form: FormController<ReadingName>;
  meters: readonly MeteringPoint[] = [];
  /** Reference of the declaration that this one corrects. */
  replaces: string | null = null;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: Options;
  /** The values that were in doubt when the question was put: typing takes it away again. */
  #asked = '';
  /** References of this page, by meter and date. */
  readonly #references = new Map<string, string>();
  /** Values that the API did not expect. */
  readonly #unexpected = new Map<RegisterName, string>();

  constructor(host: ReactiveControllerHost & HTMLElement, options: Options) {
    this.#host = host;
    this.#options = options;
    this.form = new FormController<ReadingName>(host, {
      fields: () => this.#fields,
      check: (name, value) => this.#check(name, value),
      send: () => this.#proceed(),
    });
  }

  get meter(): MeteringPoint | undefined {
    return this.meters.length === 1 ? this.meters[0] : this.meters.find((_, index) => this.form.value('meter') === String(index));
  }

  /** The registers of the chosen meter with what was typed. */
  get entries(): Entry[] {
    return this.meter?.registers.map((register, index) => this.#entry(register, `register-${this.meters.indexOf(this.meter!)}-${index}`)) ?? [];
  }

  get doubtful(): Entry[] {
    return this.entries.filter(({ doubt }) => doubt);
  }

  /** True while the question about the doubtful values is on screen. */
  get isAsked(): boolean {
    return this.#asked === this.#typed && this.doubtful.length > 0;
  }

  get explanation(): Explanation | null {
    return this.isAsked ? ((this.form.value('explanation') || null) as Explanation | null) : null;
  }

  /** The reading date, 'YYYY-MM-DD', or null while it cannot be read. */
  get readAt(): string | null {
    return this.#dateOf(this.form.value('readAt'));
  }

  /** Reference of what this page has declared for the same meter and date. */
  get knownReference(): string | null {
    return this.#references.get(`${this.meter?.meterId} ${this.readAt}`) ?? null;
  }

  /** What is sent, without the customer's numbers. */
  get declaration(): Omit<ReadingDeclaration, 'clientNumber' | 'authorizationCode'> {
    const { explanation, replaces } = this;
    return {
      meterId: this.meter!.meterId,
      registers: this.entries.map(({ register, value }) => ({ code: register.code, value: value! })),
      readAt: this.readAt!,
      ...(explanation && explanation !== TYPED_WRONG && { explanation }),
      ...(replaces && { replaces }),
    };
  }

  /** Begins with these meters. What was typed stays if they are the ones it was typed for. */
  begin(meters: readonly MeteringPoint[]): void {
    const ids = (points: readonly MeteringPoint[]): string => points.map(({ meterId }) => meterId).join();
    if (ids(meters) !== ids(this.meters)) this.reset();
    this.meters = meters;
    if (!this.form.value('readAt')) this.form.fill('readAt', numericDate(this.#options.today()));
  }

  /** Fills in a declaration of an earlier visit. */
  restore({ meterId, registers, readAt }: Partial<ReadingDeclaration>): void {
    const index = this.meters.findIndex((meter) => meter.meterId === meterId);
    if (index < 0) return;
    this.form.fill('meter', String(index));
    this.meters[index]!.registers.forEach(({ code }, place) => this.form.fill(`register-${index}-${place}`, registers?.find((register) => register.code === code)?.value ?? ''));
    if (readAt) this.form.fill('readAt', numericDate(readAt));
  }

  /** Forgets meters and readings. */
  reset(): void {
    this.form.reset();
    this.#unexpected.clear();
    this.#asked = '';
    this.meters = [];
    this.replaces = null;
  }

  /** Remembers under which reference the readings are with the company. */
  received({ meterId, readAt }: Partial<ReadingDeclaration>, reference: string): void {
    this.#references.set(`${meterId} ${readAt}`, reference);
  }

  /** Shows at the fields what the API refused: a value it did not expect is a question. False if no field is to blame. */
  async refuse({ doubted, refused, date }: Refusal): Promise<boolean> {
    const at = (places: readonly number[]): Entry[] => this.entries.filter((_, place) => places.includes(place));
    for (const { name, value } of at(doubted)) this.#unexpected.set(name, value!);
    if (doubted.length) this.#ask();
    const faults: [ReadingName, () => string][] = at(refused).map((entry) => [entry.name, () => this.#options.words().t('readingRefused', { name: this.#nameOf(entry) })]);
    if (doubted.length) faults.push(['explanation', () => this.#check('explanation', '')!.text]);
    if (date) faults.push(['readAt', () => this.#dateRefusal(date)]);
    if (faults.length) await this.form.refuse(faults);
    return faults.length > 0;
  }

  readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    if (!this.form.busy) this.#ask();
    void this.form.submit();
  };

  get #fields(): ReadingName[] {
    return [...(this.meters.length > 1 ? ['meter' as const] : []), ...this.entries.map(({ name }) => name), ...(this.isAsked ? ['explanation' as const] : []), 'readAt'];
  }

  /** What was typed, as one text. */
  get #typed(): string {
    return this.entries.map(({ name, value }) => `${name} ${value}`).join();
  }

  /** An explanation holds for the values it was given for. */
  #ask(): void {
    if (this.#asked !== this.#typed) this.form.fill('explanation', '');
    this.#asked = this.#typed;
  }

  #entry(register: Register, name: RegisterName): Entry {
    const typed = readTyped(this.form.value(name), register.digits);
    const value = 'value' in typed ? typed.value : null;
    const stands = value === null ? 'plausible' : standing(register, value);
    const isUnexpected = value !== null && this.#unexpected.get(name) === value;
    return { name, register, value, doubt: stands !== 'plausible' ? stands : isUnexpected ? 'outside' : null };
  }

  #check(name: ReadingName, typed: string): Fault | null {
    const { words } = this.#options;
    if (name === 'meter') return typed ? null : { text: words().t('readingMeterMissing') };
    if (name === 'readAt') return this.#checkDate(typed);
    if (name === 'explanation') return typed ? null : { text: words().t('readingHowMissing', { name: this.#nameOf(this.doubtful[0]!) }) };
    const entry = this.entries.find((each) => each.name === name);
    return entry ? this.#checkReading(entry, typed) : null;
  }

  #checkReading(entry: Entry, typed: string): Fault | null {
    const words = this.#options.words();
    const name = this.#nameOf(entry);
    const { digits } = entry.register;
    const reading = readTyped(typed, digits);
    switch (reading.state) {
      case 'missing': return { text: words.t('readingMissing', { name }) };
      case 'no-number': return { text: words.t('readingNoNumber', { name }) };
      case 'too-long': return { text: words.t('readingTooLong', { name, digits, typed: reading.digits }) };
      case 'cut': return { text: words.t('readingCut', { name, value: wholeText(words.language, Number(reading.value)) }), passable: true };
      default: return null;
    }
  }

  #checkDate(typed: string): Fault | null {
    const words = this.#options.words();
    const today = this.#options.today();
    if (!typed.trim()) return { text: words.t('readingDateMissing') };
    const date = this.#dateOf(typed);
    if (!date) return { text: words.t('readingDateWrong', { numeric: numericDate(today) }) };
    if (date > today) return { text: words.t('readingDateFuture') };
    const last = this.entries.map(({ register }) => register.lastReading.readAt).sort().at(-1);
    if (last && date < last) return { text: words.t('readingDateBefore', { date: dateText(words, last, today) }) };
    const from = this.#options.windowFrom();
    return from && date < from ? { text: words.t('readingDateEarly', { from: dateText(words, from, today) }), passable: true } : null;
  }

  #dateRefusal(key: ReadingFormKey): string {
    const words = this.#options.words();
    const today = this.#options.today();
    const reference = this.knownReference;
    const date = dateText(words, this.readAt ?? today, today);
    return words.t(key === 'readingDuplicate' && reference ? 'readingDuplicateKnown' : key, { date, reference: reference ?? '', number: words.t('infoLine') });
  }

  #dateOf(typed: string): string | null {
    return typedDate(typed, this.#options.today(), [...this.#options.words().list('months'), ...common.months.split(',')]);
  }

  #nameOf({ register }: Entry): string {
    return this.#options.words().pick(register.name);
  }

  async #proceed(): Promise<void> {
    if (this.explanation !== TYPED_WRONG) {
      this.#options.proceed();
      return;
    }
    const [wrong] = this.doubtful;
    this.#asked = '';
    this.form.fill('explanation', '');
    await this.#host.updateComplete;
    this.form.reach(wrong!.name);
    this.#host.shadowRoot?.querySelector<HTMLInputElement>(`[name="${wrong!.name}"]`)?.select();
  }
}
