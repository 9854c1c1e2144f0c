/**
 * `npm run manifest`: `custom-elements.json`, which editors, Storybook and the docs read. Only what a page
 * may rely on is listed: no private members, none without a word of description, no event that a helper function
 * merely passes on, and the modules that the npm package has.
 */
import { readFileSync } from 'node:fs';

/** A field marked as internal comes without a type, from Lit's list of properties. */
const isPublic = ({ kind, type, privacy, name }) => privacy !== 'private' && privacy !== 'protected' && !/^[#_]/.test(name) && (kind !== 'field' || type);
/** `dist/npm/core/element.js` for `src/core/element.ts`. */
const published = (path) => path.replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/npm/$1.js');

/** What is of Lit and the platform is nobody's business outside. */
const lifecycle = new Set(['render', 'update', 'willUpdate', 'updated', 'firstUpdated', 'shouldUpdate', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'createRenderRoot', 'adoptedStyleSheets']);

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
/** What editors may offer; the properties take any string, since markup may hold one, and tell the developer. */
const oneOf = (...values) => ({ type: { text: values.map((value) => `'${value}'`).join(' | ') } });
const codes = readFileSync(new URL('src/model/codes.ts', import.meta.url), 'utf8');
const services = [...codes.slice(codes.indexOf('SERVICES')).matchAll(/'([\w-]+)'/g)].map(([, service]) => service);
const CHOICES = {
  lang: { description: 'Language, `bg` or `en`; without it that of the nearest ancestor that has one.', ...oneOf('bg', 'en') },
  brand: oneOf('cez-bg', 'cez-rp'),
  map: oneOf('auto', 'press', 'none'),
  kind: oneOf('planned', 'unplanned', 'switching'),
  service: oneOf(...services),
};

const publicSurface = {
  name: 'public-surface',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        declaration.members = declaration.members?.filter((member) => isPublic(member) && member.description && !lifecycle.has(member.name));
        declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('cez-'));
        if (declaration.superclass && !declaration.superclass.name) declaration.superclass = { name: 'HTMLElement' }; // whose name is looked for at run time
        const known = new Set(declaration.members?.map(({ name }) => name));
        declaration.attributes = declaration.attributes
          ?.filter(({ fieldName }) => !fieldName || known.has(fieldName))
          .map((attribute) => ({ ...attribute, ...CHOICES[attribute.name] }));
        if (declaration.tagName && declaration.tagName !== 'cez-config') declaration.cssProperties = cssProperties;
      }
    }
    const classes = customElementsManifest.modules.filter(({ declarations }) => declarations.some(({ tagName, name }) => tagName ?? name === 'CezElement'));
    const definitions = classes.flatMap(({ path, declarations }) => declarations.filter(({ tagName }) => tagName).map(({ tagName, name }) => ({
      kind: 'javascript-module',
      path: path.replace(/[^/]+$/, 'define.ts'),
      declarations: [],
      exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module: path } }],
    })));
    const modules = [...classes, ...definitions].sort((a, b) => (a.path < b.path ? -1 : 1));
    customElementsManifest.modules = JSON.parse(JSON.stringify(modules, (key, value) => (key === 'path' || key === 'module' ? published(value) : value)));
  },
};

export default {
  globs: ['src/core/element.ts', 'src/widgets/*/*.ts'],
  exclude: ['src/**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  plugins: [publicSurface],
};
