/** Tests that need no browser: the model, the demo's API and sites, the build. `npm test -- unit`. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/model/**/*.test.ts', 'test/demo/**/*.test.ts', 'test/build/**/*.test.ts'],
    // One a core: left alone, one core would wait for the other.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
