/**
 * The work a page does for the API after too many failures, so that guessing costs something and nobody has
 * to read a puzzle: the number whose hash, with the salt before it, is the one asked for. Loaded only then.
 */
import { jsonText } from './json-text.js';
import { hashesTo } from './sha-256.js';

/** A slice of work that no finger notices. */
const SLICE_MS = 8;

interface Challenge {
  algorithm: string;
  challenge: string;
  salt: string;
  signature: string;
  maxNumber: number;
}

/** What goes into the header `Challenge`, or null if there is no answer. */
export async function solve(asked: unknown, signal: AbortSignal): Promise<string | null> {
  const { algorithm, challenge, salt, signature, maxNumber } = (asked ?? {}) as Challenge;
  if (algorithm !== 'SHA-256' || typeof salt !== 'string' || typeof challenge !== 'string') return null;
  const isAnswer = hashesTo(challenge, salt);
  let pause = performance.now() + SLICE_MS;
  for (let number = 0; number <= maxNumber; number++) {
    if (isAnswer(String(number))) return btoa(jsonText({ algorithm, challenge, number, salt, signature }));
    if (performance.now() < pause) continue;
    await breath();
    if (signal.aborted) throw signal.reason;
    pause = performance.now() + SLICE_MS;
  }
  return null;
}

/** Lets the page draw and answer. A timer would wait, and in a hidden tab for a whole second. */
const breath = (): Promise<unknown> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
