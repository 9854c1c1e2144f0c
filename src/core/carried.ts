/**
 * What a customer has typed once and need not type again in the next form: the client number and the place. It
 * lives in this module and nowhere else, no longer than the page is looked at, and only tags that `cez-services
 * carry` has opened are told.
 */
export type CarriedName = 'clientNumber' | 'place';

const values = new Map<CarriedName, string>();
const members = new WeakSet<Element>();

/** Lets a form take part, or no longer. */
export function letCarry(form: Element, may: boolean): void {
  if (may) members.add(form);
  else members.delete(form);
}

/** Keeps what was typed in `form`; null, for what is not whole yet, changes nothing. */
export function carry(form: Element, name: CarriedName, value: string | null): void {
  if (value && members.has(form)) values.set(name, value);
}

/** What `form` may offer, or an empty string. */
export const carried = (form: Element, name: CarriedName): string => (members.has(form) && values.get(name)) || '';

/** Forgets all. A form that is emptied while it is looked at has served a customer who may be gone; one that takes no part changes nothing. */
export function forgetCarried(form?: Element): void {
  if (!form || members.has(form)) values.clear();
}
