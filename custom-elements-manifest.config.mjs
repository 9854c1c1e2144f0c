/**
 * `npm run manifest`: `custom-elements.json`, which editors, Storybook and the docs read. Only what a page
 * may rely on is listed: no private members, and no event that a helper function merely passes on.
 */
const isPublic = ({ privacy, name }) => privacy !== 'private' && privacy !== 'protected' && !name?.startsWith('#') && !name?.startsWith('_');

/** Life-cycle methods of Lit and the platform, which are nobody's business outside. */
const lifecycle = new Set(['render', 'update', 'willUpdate', 'updated', 'firstUpdated', 'shouldUpdate', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'createRenderRoot']);

const publicSurface = {
  name: 'public-surface',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter((member) => isPublic(member) && !lifecycle.has(member.name));
        declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('cez-'));
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
