/**
 * How stories are shown: brand, look, language and moment can be changed in the toolbar for every story.
 * Stories hand their data in or name an address of `stories/support/`; none needs a server.
 */
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { configure as configureTests } from 'storybook/test';
import { configure } from '../src/core/settings.js';
import manifest from '../custom-elements.json';
import '../src/define.js';
import tagPage from './tag-page.mdx';

// Storybook shows nothing that has no name; the slot of a tag's own content has none.
for (const { declarations } of manifest.modules) {
  for (const declaration of declarations) for (const slot of ('slots' in declaration && declaration.slots) || []) slot.name ||= '(content)';
}
setCustomElementsManifest(manifest);
// Some states are reached after the last of several tries, and a busy machine takes its time.
configureTests({ asyncUtilTimeout: 10_000 });

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { page: tagPage },
    options: { storySort: { order: ['Start', 'Strict pages', 'Recipes', 'Accessibility', 'Browsers', 'Failures and codes', 'Upgrading', '*'] } },
  },
  // The manifest names all that a tag has; a control stands where a story does something with it.
  argTypesEnhancers: [({ argTypes, initialArgs }) => Object.fromEntries(Object.entries(argTypes).map(([name, type]) => [name, name in initialArgs ? type : { ...type, control: { disable: true } }]))],
  globalTypes: {
    brand: { description: 'Brand', toolbar: { title: 'Brand', icon: 'paintbrush', items: ['cez-bg', 'cez-rp'], dynamicTitle: true } },
    lang: { description: 'Language', toolbar: { title: 'Language', icon: 'globe', items: ['bg', 'en'], dynamicTitle: true } },
    theme: { description: 'Light or dark', toolbar: { title: 'Look', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true } },
    now: {
      description: 'Moment the tags are shown at',
      toolbar: {
        title: 'Moment',
        icon: 'timer',
        dynamicTitle: true,
        items: [
          { value: '2026-03-18T10:00+02:00', title: 'A Wednesday morning' },
          { value: '2026-03-18T17:15+02:00', title: 'Shortly before closing' },
          { value: '2026-03-21T11:00+02:00', title: 'A Saturday' },
          { value: '2026-04-10T10:00+03:00', title: 'Good Friday' },
        ],
      },
    },
  },
  initialGlobals: { brand: 'cez-bg', lang: 'bg', theme: 'light', now: '2026-03-18T10:00+02:00' },
  decorators: [
    (story, { globals }) => {
      configure({ brand: String(globals['brand']), lang: String(globals['lang']) });
      document.documentElement.lang = String(globals['lang']);
      document.documentElement.style.colorScheme = String(globals['theme']);
      return story();
    },
  ],
};

export default preview;
