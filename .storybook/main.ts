/** Where the stories are and what helps to read them. Nothing here reports home. */
import type { StorybookConfig } from '@storybook/web-components-vite';

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  async viteFinal(config) {
    const { leafletTrusted } = await import('../scripts/leaflet-trusted.mjs');
    const { embedLinesPlugin } = await import('./embed-lines.mjs');
    return { ...config, plugins: [...(config.plugins ?? []), leafletTrusted(), embedLinesPlugin()], build: { ...config.build, chunkSizeWarningLimit: 4000 } };
  },
} satisfies StorybookConfig;
