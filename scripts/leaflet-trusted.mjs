/**
 * Leaflet's sources as this library ships them. Under Trusted Types Leaflet 1.9 cannot even be imported
 * (it probes for VML through innerHTML), and its empty image is a `data:` address that `img-src` forbids.
 * Every file that is asked for is patched; a patch that no longer fits, or a file that still writes HTML,
 * stops the build, so that an upgrade, or a further Leaflet class with a sink of its own, is noticed.
 */
import { readFileSync } from 'node:fs';

const LEAFLET_SOURCE = /\/leaflet\/src\/(.+\.js)(?:\?.*)?$/;
const SINKS = /\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment)\b|\bdata:/;

/** By file: what to find (exactly once) and what stands there instead. */
const PATCHES = {
  'core/Browser.js': [
    [/var inlineSvg = !!svg && \(function[^]*?\n\}\)\(\);/g, 'var inlineSvg = true;'],
    [/var vml = !svg && \(function[^]*?\n\}\(\)\);/g, 'var vml = false;'],
  ],
  // Flights, and the device's position: this map knows neither.
  'map/Map.js': [
    [/\tflyTo: function[^]*?(?=\tsetMaxBounds: function)/g, ''],
    [/\tlocate: function[^]*?(?=\taddHandler: function)/g, ''],
  ],
  // An empty `src` loads nothing and asks nobody.
  'core/Util.js': [[/emptyImageUrl = 'data:[^']*'/g, "emptyImageUrl = ''"]],
};

/**
 * Pages with an enumerable addition to Object.prototype break `for…in`: it visits what is not there.
 * Only the copying of a browser event needs inherited keys.
 */
const FOR_IN = /\bfor \((var )?(\w+) in (?!event\))([^()]+)\)/g;

const withoutComments = (code) => code.replace(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

/**
 * @param {string} code source of the file
 * @param {string} path its path; anything but a source of Leaflet is given back as it is
 * @returns {string}
 */
export function patchLeaflet(code, path) {
  const file = LEAFLET_SOURCE.exec(path.replaceAll('\\', '/'))?.[1];
  if (!file) return code;
  let patched = withoutComments(code);
  for (const [pattern, replacement] of PATCHES[file] ?? []) {
    const found = patched.match(pattern)?.length ?? 0;
    if (found !== 1) throw new Error(`leaflet/src/${file}: ${pattern} fits ${found} times, not once. Has Leaflet changed?`);
    patched = patched.replace(pattern, replacement);
  }
  patched = patched.replace(FOR_IN, 'for ($1$2 of Object.keys($3 || {}))');
  const sink = SINKS.exec(patched)?.[0];
  if (sink) throw new Error(`leaflet/src/${file}: ${sink} is left. Patch it in scripts/leaflet-trusted.mjs, or do without this file.`);
  return patched;
}

/** For Rollup and Vite. */
export function leafletTrusted() {
  return {
    name: 'leaflet-trusted',
    /** @param {string} code @param {string} id */
    transform(code, id) {
      return LEAFLET_SOURCE.test(id) ? { code: patchLeaflet(code, id), map: null } : null;
    },
  };
}

/** For esbuild. */
export function leafletTrustedEsbuild() {
  return {
    name: 'leaflet-trusted',
    /** @param {import('esbuild').PluginBuild} build */
    setup(build) {
      build.onLoad({ filter: /[\\/]leaflet[\\/]src[\\/].*\.js$/ }, ({ path }) => ({ contents: patchLeaflet(readFileSync(path, 'utf8'), path) }));
    },
  };
}
