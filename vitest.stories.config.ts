/** The stories as tests, in Chromium, each with its accessibility checked: `npm test -- stories`. */
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findChromium } from './scripts/browsers.mjs';

const executablePath = findChromium();

export default defineConfig({
  // All found before the first test: a dependency met on the way reloads the page under the tests.
  optimizeDeps: { entries: ['stories/**/*.stories.ts', 'src/define.ts'], include: ['lit/directives/if-defined.js'] },
  plugins: [storybookTest({ configDir: '.storybook' })],
  test: {
    name: 'stories',
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      instances: [{ browser: 'chromium' }],
      provider: playwright({ launchOptions: { args: chromiumFlags, ...(executablePath && { executablePath }) } }),
    },
  },
});
