/** The stack of stack.ts at one moment, to which the sample data are dated: what is on screen is the same at each run. */
import { Stack, test as base } from './stack.js';

/** A Wednesday morning. */
const MOMENT = '2026-03-18T10:00:00+02:00';
/** On a machine that does much else. */
const START_MS = 120_000;

export const test = base.extend<object, { stack: Stack }>({
  stack: [
    async ({}, use) => {
      const stack = await Stack.start(MOMENT);
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: START_MS },
  ],
});
