/**
 * Three outputs of one source (names and meaning: README.md, "Files"):
 *  1. the widgets, `widgets/*.js` and `chunks/*.js`, with stable names, since they are deployed
 *     under an immutable versioned address;
 *  2. the scripts of a script tag, `cez.js` and `sites/*.js`, each on its own, so that none waits
 *     for another file before it asks for the widgets;
 *  3. the npm package in `dist/npm/`, module by module, Lit left to the user's bundler.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { oneTrip } from './scripts/build/one-trip.mjs';
import { sharedChunk } from './scripts/build/shared-chunks.mjs';
import { packageEntries, scriptEntries, widgetEntries, widgetNames } from './scripts/build/entries.mjs';
import { typescript } from './scripts/build/typescript-plugin.mjs';
import { version } from './scripts/build/version-plugin.mjs';
import { leafletTrusted } from './scripts/leaflet-trusted.mjs';

const root = import.meta.dirname;
const pkg = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const banner = `/*! ${pkg.name} ${pkg.version} | ${pkg.license} */`;

// The package's own `sideEffects` tell of its built files; by them every source would be free of effects.
const resolvePackages = nodeResolve({ exportConditions: ['production', 'browser'], ignoreSideEffectsForRoot: true });
const minify = () => terser({ module: true, ecma: 2022, compress: { passes: 2 }, format: { comments: /^!/ }, maxWorkers: 1 });
const sources = () => [
  version(pkg.version),
  literalsHtmlCssMinifier({ include: ['src/**/*.ts'], failOnError: true }), // reads TypeScript, so it comes first
  typescript(root),
  resolvePackages,
  leafletTrusted(),
];

/** A lazy chunk is named after the module that was asked for, an `index.ts` after its folder. */
function chunkName({ name, facadeModuleId }) {
  if (name === 'leaflet-map') return 'chunks/map.js'; // what embed snippets name
  return `chunks/${name === 'index' && facadeModuleId ? basename(dirname(facadeModuleId)) : name}.js`;
}

/** @param {string} dist folder of the build  @param {string} folder folder in it to write to */
const outputTo = (dist, folder = '') => ({
  dir: join(dist, folder),
  format: 'es',
  sourcemap: true,
  banner,
  entryFileNames: '[name].js',
  chunkFileNames: chunkName,
  // As seen from `dist/` of the project, wherever this build is written: two builds give the same bytes.
  sourcemapPathTransform: (source, map) =>
    relative(join(root, 'dist', relative(dist, dirname(map))), resolve(dirname(map), source)),
});

const styleSheet = {
  name: 'style-sheet',
  buildStart() {
    const file = join(root, 'src/theme/cez.css');
    this.addWatchFile(file);
    const css = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/\s*/g, '');
    this.emitFile({ type: 'asset', fileName: 'cez.css', source: `${banner}\n${css}` });
  },
};

/** Tells the loader which tags this build has. */
const tags = {
  name: 'tags',
  transform: (code) => (code.includes('__TAGS__') ? { code: code.replace('__TAGS__', widgetNames(root).join()), map: null } : null),
};

/** @param {string} dist folder to write into */
export function configurations(dist) {
  return [
    {
      input: widgetEntries(root),
      plugins: [...sources(), oneTrip(sharedChunk), minify(), styleSheet],
      output: { ...outputTo(dist), manualChunks: sharedChunk },
    },
    ...Object.entries(scriptEntries(root)).map(([name, file]) => ({
      input: { [name]: file },
      plugins: [tags, ...sources(), minify()],
      output: outputTo(dist),
    })),
    {
      input: packageEntries(root),
      external: /^(lit|@lit\/[^/]+)(\/|$)/,
      plugins: sources(),
      output: {
        ...outputTo(dist, 'npm'),
        manualChunks: (id) => /\/node_modules\/(leaflet|tslib)\//.exec(id)?.[1] ?? null,
        chunkFileNames: 'bundled/[name].js',
        hoistTransitiveImports: false,
        minifyInternalExports: false,
      },
    },
  ];
}

export default configurations(join(root, 'dist'));
