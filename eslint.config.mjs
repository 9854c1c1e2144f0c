/** What reviewers should not have to say twice; the reasons stand in the messages. */
import { defineConfig, globalIgnores } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { rooms } from './scripts/lint/rooms.mjs';
import { templates } from './scripts/lint/templates.mjs';

const sinks = 'HTML from data is code from data: bind text, or build elements.';
const ownSources = [
  { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]', message: sinks },
  { selector: "MemberExpression[object.name='document'][property.name=/^write(ln)?$/]", message: sinks },
  { selector: "MemberExpression[object.name='Array'][property.name='from']", message: 'Prototype.js and MooTools replace Array.from on host pages: spread instead.' },
  { selector: "CallExpression[callee.property.name='entries'][arguments.length=0]", message: 'Prototype.js takes Array.prototype.entries away: use forEach.' },
  { selector: 'ForInStatement', message: 'Old libraries put enumerable keys on prototypes: for…of over what you know.' },
  { selector: "MemberExpression[object.name='Object'][property.name=/^(values|entries)$/]", message: 'Replaced by old libraries on host pages: use Object.keys, or say in a comment why the object is ours.' },
];
const pureSources = [
  ...ownSources,
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'The time is handed in.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time is handed in.' },
];
const pageOf = ['window', 'globalThis', 'self'];
const globalsBut = (names, message) => [
  'error',
  ...names.map((name) => ({ name, message })),
];
const fetchOnlyInApi = { 'no-restricted-globals': globalsBut(['fetch', 'XMLHttpRequest'], 'Requests are made in src/api/.'), 'no-restricted-properties': ['error', ...pageOf.map((object) => ({ object, property: 'fetch', message: 'Requests are made in src/api/.' }))] };

export default defineConfig(
  globalIgnores(['dist/', 'storybook-static/', 'coverage/', '.cache/', 'test-results/', 'src/api/schema.d.ts', 'demo/**/public/', 'test/bench/', 'test/frameworks/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-non-null-assertion': 'off', // noUncheckedIndexedAccess asks for a word where an index is known to be in range
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }], // an abort reason is whatever the page gave
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  { files: ['*.config.ts'], extends: [tseslint.configs.disableTypeChecked], languageOptions: { parserOptions: { projectService: false } } }, // tsc checks them with the tests
  {
    files: ['src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended'], wc['flat/best-practice']],
    plugins: { house: { rules: { rooms, templates } } },
    rules: {
      'house/rooms': 'error',
      'house/templates': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...ownSources],
      'no-restricted-imports': ['error', { patterns: [{ regex: '^lit/directives/(style-map|unsafe-(html|svg|mathml)|unsafe-static)', message: 'Blocked by a strict Content-Security-Policy, or HTML from data.' }, { regex: '^lit/static-html', importNames: ['unsafeStatic'], message: sinks }] }],
      ...fetchOnlyInApi,
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off', // the types describe the newest browser, not Node or last year's
      '@typescript-eslint/unbound-method': 'off', // Lit calls listeners of its templates with the element as `this`
      'wc/guard-super-call': 'off', // the base class is LitElement, whose callbacks exist
    },
  },
  { files: ['src/api/**/*.ts'], rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' } },
  {
    files: ['src/model/**/*.ts', 'src/widgets/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...pureSources],
      'no-restricted-globals': globalsBut(['fetch', 'XMLHttpRequest', 'Intl', 'console'], 'Requests belong to src/api/, words and numbers to src/i18n/, notes for developers to src/core/.'),
    },
  },
  { files: ['src/core/developer-note.ts', 'src/core/define.ts', 'src/embed.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts', 'demo/**/*.ts', '**/*.config.ts', '.storybook/**/*.ts'],
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-expressions': 'off', // chai's `expect(x).to.be.true`
    },
  },
  { files: ['demo/api/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^(lit|@lit/)', message: 'The API draws nothing.' }, { regex: '/src/(core|ui|map|widgets|i18n|theme)/', message: 'The API shares model/ and the contract with the widgets, nothing else.' }] }] } },
  {
    files: ['**/*.mjs'],
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
);
