import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leafletTrusted, patchLeaflet } from '../../scripts/leaflet-trusted.mjs';

const root = join(import.meta.dirname, '../..');
const leaflet = join(root, 'node_modules/leaflet/src');
const source = (file: string): string => readFileSync(join(leaflet, file), 'utf8');

/** Every file of Leaflet that the map draws in. */
function shipped(): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    const file = existsSync(path) ? path : `${path}.js`;
    if (found.has(file)) return;
    found.add(file);
    for (const [, name] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) .*?['"](\.[^'"]+)['"]/gm)) visit(join(dirname(file), name!));
  };
  for (const own of ['leaflet-map.ts', 'leaflet-tiles.ts'])
    for (const [, name] of readFileSync(join(root, 'src/map', own), 'utf8').matchAll(/'leaflet\/src\/([^']+)'/g)) visit(join(leaflet, name!));
  return [...found];
}

describe('leaflet under Trusted Types', () => {
  it('ships no HTML sink, no data: address and no for…in but one over an event', () => {
    const files = shipped();
    expect(files.length).toBeGreaterThan(25);
    for (const file of files) {
      const patched = patchLeaflet(readFileSync(file, 'utf8'), file);
      expect(patched, file).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\bdata:/);
      for (const [loop] of patched.matchAll(/for \([^)]* in [^)]*\)/g)) expect(loop, file).toMatch(/ in event\)/);
    }
  });

  it('draws in no class of Leaflet that writes HTML', () => {
    expect(shipped().filter((file) => /Popup|Marker|Icon|Tooltip|DivOverlay|Control|GeoJSON|Path/.test(file))).toEqual([]);
  });

  it('stops the build when a patch no longer fits', () => {
    expect(() => patchLeaflet('var inlineSvg = false;', join(leaflet, 'core/Browser.js'))).toThrow(/fits 0 times/);
  });

  it('stops the build when a file with a sink of its own is drawn in', () => {
    expect(() => patchLeaflet(source('layer/Popup.js'), join(leaflet, 'layer/Popup.js'))).toThrow(/innerHTML is left/);
  });

  it('leaves all other files alone', () => {
    const code = 'node.innerHTML = text;';
    expect(patchLeaflet(code, '/src/other.js')).toBe(code);
    expect(leafletTrusted().transform(code, '/src/other.js')).toBeNull();
  });
});
