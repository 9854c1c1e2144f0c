/** The contract's codes that have words of their own on screen, in the order of the contract. */
import type { Brand, Service } from './wire.js';

export const BRANDS: readonly Brand[] = ['cez-bg', 'cez-rp'];

/** What customers come for. */
export const SERVICES: readonly Service[] = [
  'payment',
  'reading',
  'einvoice',
  'sms',
  'contract',
  'account-change',
  'deferred-payment',
  'meter-check',
  'complaint',
  'authorization-code',
];
