/**
 * Proofs of work: signed, bound to one route, good for five minutes. Whether one was used before is
 * for the database to say, not for this file.
 */
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1';
import type { Payload } from 'altcha-lib/v1/types';
import type { Schemas } from '../contract.js';

/** A third of a second on a desk, one and a half on a slow phone, at half of it on average. */
const MAX_NUMBER = 100_000;
const LIFETIME_MS = 5 * 60_000;

/** What is left of a solved challenge: enough to see it a second time. */
export interface SolvedChallenge {
  challenge: string;
  expiresAt: Date;
}

export class Challenges {
  readonly #hmacKey: string;

  constructor(hmacKey: string) {
    this.#hmacKey = hmacKey;
  }

  async create(route: string, now: Date): Promise<Schemas['Challenge']> {
    const { challenge, salt, signature } = await createChallenge({
      algorithm: 'SHA-256',
      hmacKey: this.#hmacKey,
      maxNumber: MAX_NUMBER,
      expires: new Date(now.getTime() + LIFETIME_MS),
      params: { route },
    });
    return { algorithm: 'SHA-256', challenge, salt, signature, maxNumber: MAX_NUMBER };
  }

  /** The challenge that a `Challenge` header solves; null if it solves none of ours for this route now. */
  async solvedBy(header: unknown, route: string, now: Date): Promise<SolvedChallenge | null> {
    const payload = readPayload(header);
    if (payload === null) return null;
    const { expires, route: bound } = extractParams(payload);
    const expiresAt = new Date(Number(expires) * 1000);
    if (bound !== route || !(expiresAt > now)) return null;
    // Expiry is checked above, by the server's clock, which tests set.
    return (await verifySolution(payload, this.#hmacKey, false)) ? { challenge: payload.challenge, expiresAt } : null;
  }
}

function readPayload(header: unknown): Payload | null {
  if (typeof header !== 'string') return null;
  let read: Partial<Record<keyof Payload, unknown>> | null;
  try {
    read = JSON.parse(Buffer.from(header, 'base64').toString('utf8')) as typeof read;
  } catch {
    return null;
  }
  const { algorithm, challenge, number, salt, signature } = read ?? {};
  if (algorithm !== 'SHA-256' || typeof number !== 'number') return null;
  if (typeof challenge !== 'string' || typeof salt !== 'string' || typeof signature !== 'string') return null;
  return { algorithm, challenge, number, salt, signature };
}
