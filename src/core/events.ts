/**
 * The events widgets tell their page: what a customer did or what a widget finished, never who the customer is.
 * One typed function rather than a class an event: the classes would ship with every page and say no more.
 */
import type { FailureCode } from '../api/client.js';

export type { FailureCode };

/** How a look-up ended; each has its own words and icon. */
export type Outcome = 'found' | 'nothing-now' | 'not-known' | 'unavailable' | 'stale';

export interface CezEventDetails {
  'cez-ready': undefined;
  'cez-error': { code: FailureCode; retryable: boolean };
  'cez-outcome': { outcome: Outcome };
  'cez-center-select': { centerId: string };
  'cez-search': { resultCount: number };
  'cez-outage-select': { outageId: string };
  'cez-balance-shown': { state: 'owed' | 'overdue' | 'nothing-owed' | 'credit' };
  'cez-submit': undefined;
  'cez-reading-received': { reference: string };
  'cez-einvoice-received': { reference: string };
  'cez-notice-dismiss': { noticeId: string };
}

export type CezEventMap = { [Type in keyof CezEventDetails]: CustomEvent<CezEventDetails[Type]> };

/** Dispatches a bubbling, composed event from `element`; false if the page has cancelled it, as it may `cez-submit`. */
export function emit<Type extends keyof CezEventDetails>(element: EventTarget, type: Type, detail?: CezEventDetails[Type]): boolean {
  return element.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable: type === 'cez-submit', detail }));
}

declare global {
  /** On the tags, and on every element, document and window above them. */
  interface GlobalEventHandlersEventMap extends CezEventMap {}
  interface DocumentEventMap {
    'cez-version-conflict': CustomEvent<{ tag: string; loaded: string; ignored: string }>;
  }
}
