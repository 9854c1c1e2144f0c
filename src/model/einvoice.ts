/** The border for answers about the e-invoice: a receipt without its parts is none, and a state is taken for no other. */
import type { EinvoiceReceipt } from './wire.js';

export function readEinvoiceReceipt(raw: unknown): EinvoiceReceipt | null {
  const { reference, email, expiresAt } = (raw ?? {}) as Partial<EinvoiceReceipt>;
  const complete = typeof reference === 'string' && typeof email === 'string' && typeof expiresAt === 'string' && !Number.isNaN(Date.parse(expiresAt));
  return complete ? (raw as EinvoiceReceipt) : null;
}

/** Reads the answer `{state}` where `wanted` was asked for. */
export const einvoiceStateReader =
  <State extends 'active' | 'paper'>(wanted: State) =>
  (raw: unknown): State | null =>
    ((raw ?? {}) as { state?: unknown }).state === wanted ? wanted : null;
