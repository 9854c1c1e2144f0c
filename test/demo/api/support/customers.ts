/** The sample customers as tests speak for them, and a challenge solved as a browser does. */
import { createHash } from 'node:crypto';
import type { components } from '../../../../src/api/schema.js';
import { NOW, type Answer } from './api.js';

type Schemas = components['schemas'];

export const OWES = { clientNumber: '310000000011', authorizationCode: 'CEZ011' };
export const OWES_NOTHING = { clientNumber: '310000000022', authorizationCode: 'CEZ022' };
export const HAS_CREDIT = { clientNumber: '310000000033', authorizationCode: 'CEZ033' };
export const TWO_REGISTERS = { clientNumber: '310000000044', authorizationCode: 'CEZ044' };
export const ONE_REGISTER = { clientNumber: '310000000055', authorizationCode: 'CEZ055' };
export const VACANT_HOME = { clientNumber: '530000000066', authorizationCode: 'CEZ066' };

const DAY_MS = 86_400_000;

/** The day in Bulgaria that many days after the tests' day. */
export function day(offset: number, from = NOW): string {
  return new Date(from.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
}

/** What goes into the `Challenge` header for the challenge in a 403. */
export function solve(answer: Answer): string {
  const { challenge } = answer.json<Schemas['ChallengeProblem']>();
  for (let number = 0; number <= challenge.maxNumber; number += 1) {
    if (createHash('sha256').update(challenge.salt + String(number)).digest('hex') !== challenge.challenge) continue;
    const { algorithm, salt, signature } = challenge;
    return btoa(JSON.stringify({ algorithm, challenge: challenge.challenge, number, salt, signature }));
  }
  throw new Error('The challenge has no solution.');
}
