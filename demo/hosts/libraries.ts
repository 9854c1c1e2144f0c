// Other people's libraries that hosts have in their pages, by the name they are served under: what npm has as its
// packages ship it, React bundled, for it ships nothing a page can load. The two that npm lacks are in `public/vendor/`.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const { resolve } = createRequire(import.meta.url);

const FILES: Readonly<Record<string, string>> = {
  'jquery.js': 'jquery-1/dist/jquery.min.js',
  'jquery-ui-widget.js': 'jquery-ui/ui/widget.js',
  'leaflet.js': 'leaflet-0.7/dist/leaflet.js',
  'leaflet.css': 'leaflet-0.7/dist/leaflet.css',
  'require.js': 'requirejs/require.js',
  'turbo.js': '@hotwired/turbo/dist/turbo.es2017-umd.js',
  'vue.js': 'vue/dist/vue.runtime.global.prod.js',
};

export async function readLibraries(): Promise<Map<string, Buffer>> {
  const files = await Promise.all(Object.entries(FILES).map(async ([name, file]): Promise<[string, Buffer]> => [name, await readFile(resolve(file))]));
  return new Map([...files, ['react.js', await bundleReact()]]);
}

async function bundleReact(): Promise<Buffer> {
  const { outputFiles } = await build({
    stdin: { contents: "export { createElement, useEffect, useRef, useState } from 'react'; export { createRoot } from 'react-dom/client';", resolveDir: here },
    bundle: true, minify: true, write: false, format: 'iife', globalName: 'HostReact', define: { 'process.env.NODE_ENV': '"production"' },
  });
  return Buffer.from(outputFiles[0]!.contents);
}
