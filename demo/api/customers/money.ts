/** Money as the contract writes it. */
import type { Schemas } from '../contract.js';

export function euros(cents: number): Schemas['Money'] {
  return { value: (cents / 100).toFixed(2), currency: 'EUR' };
}
