/**
 * Tiles for the map whose page names a source: a chunk of its own, which the map with the built-in outlines
 * never fetches. Quiet when tiles fail: it tells, and the caller shows something else.
 */
// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- ambient declarations export nothing to import
/// <reference path="./leaflet-src.d.ts" />
import { TileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
import type { Map as LeafletMap } from 'leaflet/src/map/Map.js';

/** `onMissing` is called for each tile that does not come, and when the template asks for what is not known. */
export function addTiles(map: LeafletMap, template: string, maxZoom: number, onMissing: () => void): void {
  const layer = new TileLayer(template, { maxZoom, referrerPolicy: 'no-referrer' })
    .on('tileloadstart', ({ tile }) => {
      tile.fetchPriority = 'low';
    })
    .on('tileerror', onMissing);
  try {
    layer.addTo(map);
  } catch {
    layer.remove();
    onMissing();
  }
}
