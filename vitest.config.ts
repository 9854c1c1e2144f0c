/** Tests that need no browser: the model, the demo's API and sites, the build. `npm test -- unit`. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/model/**/*.test.ts', 'test/demo/**/*.test.ts', 'test/build/**/*.test.ts'],
    // One a core: left alone, one core would wait for the other.
    maxWorkers: '100%',
    // A fresh process for each file spends a quarter of all time on loading the same modules.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
