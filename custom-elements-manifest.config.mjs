/**
 * `npm run manifest`: `custom-elements.json`, which editors, Storybook and the docs read. Only what a page
 * may rely on is listed: no private members, none without a word of description, and no event that a helper
 * function merely passes on.
 */
import { readFileSync } from 'node:fs';

const isPublic = ({ privacy, name }) => privacy !== 'private' && privacy !== 'protected' && !name?.startsWith('#') && !name?.startsWith('_');

/** Life-cycle methods of Lit and the platform, which are nobody's business outside. */
const lifecycle = new Set(['render', 'update', 'willUpdate', 'updated', 'firstUpdated', 'shouldUpdate', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'createRenderRoot']);

/** What every tag can be told in CSS: the tokens, as `src/theme/tokens.ts` has them. */
const tokens = readFileSync(new URL('src/theme/tokens.ts', import.meta.url), 'utf8');
const colors = new Map([...tokens.matchAll(/\['([\w-]+)', '(#\w+)', '(#\w+)'\]/g)].reverse().map(([, name, light, dark]) => [name, { light, dark }]));
const cssProperties = [
  { name: '--cez-font', description: 'Typeface.', default: "the page's own" },
  ...[...colors].reverse().map(([name, { light, dark }]) => ({ name: `--cez-color-${name}`, description: `Colour; in the dark ${dark}.`, default: light })),
  { name: '--cez-space', description: 'The step that all distances are multiples of.', default: '0.25em' },
  { name: '--cez-radius', description: 'Corners of controls.', default: '0.5em' },
  { name: '--cez-radius-panel', description: 'Corners of panels.', default: '0.75em' },
];
const LANGUAGE = 'Language, `bg` or `en`; without it that of the nearest ancestor that has one.';

const publicSurface = {
  name: 'public-surface',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter((member) => isPublic(member) && member.description && !lifecycle.has(member.name));
        declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('cez-'));
        const known = new Set(declaration.members?.map(({ name }) => name));
        declaration.attributes = declaration.attributes
          ?.filter(({ fieldName }) => !fieldName || known.has(fieldName))
          .map((attribute) => (attribute.name === 'lang' ? { ...attribute, description: LANGUAGE, type: { text: "'bg' | 'en'" } } : attribute));
        if (declaration.tagName && declaration.tagName !== 'cez-config') declaration.cssProperties = cssProperties;
      }
    }
    customElementsManifest.modules.sort((a, b) => a.path.localeCompare(b.path));
  },
};

export default {
  globs: ['src/core/element.ts', 'src/widgets/*/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [publicSurface],
};
