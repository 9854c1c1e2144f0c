import { describe, expect, it } from 'vitest';
import { readAreas } from '../../src/model/outage-areas.js';

const square = (lng: number, lat: number, side: number): number[][] => [[lng, lat], [lng + side, lat], [lng + side, lat + side], [lng, lat + side], [lng, lat]];
const feature = (id: unknown, geometry: unknown): unknown => ({ type: 'Feature', id, geometry, properties: { kind: 'unplanned', status: 'active' } });
const read = (...features: unknown[]): string[] | undefined => readAreas({ type: 'FeatureCollection', features })?.map(({ id }) => id);

describe('areas of outages', () => {
  it('are read as rings of longitude and latitude', () => {
    const areas = readAreas({ features: [feature('a', { type: 'MultiPolygon', coordinates: [[square(23, 43, 0.1)], [square(24, 43, 0.1), square(24.02, 43.02, 0.01)]] })] })!;
    expect(areas[0]!.rings).toHaveLength(3);
    expect([...areas[0]!.rings[0]!.slice(0, 4)]).toEqual([23, 43, 23.1, 43]);
  });

  it('are never a point, a line, or an area as wide as a house', () => {
    expect(read(
      feature('point', { type: 'Point', coordinates: [23, 43] }), feature('line', { type: 'LineString', coordinates: square(23, 43, 1) }),
      feature('house', { type: 'Polygon', coordinates: [square(23, 43, 0.0003)] }), feature('street', { type: 'Polygon', coordinates: [square(23, 43, 0.002)] }),
    )).toEqual(['street']);
  });

  it.each([[null], [7], [{ type: 'Polygon' }], [{ type: 'Polygon', coordinates: 7 }], [{ type: 'Polygon', coordinates: [[[1], [2], [3], [4]]] }], [{ type: 'Polygon', coordinates: [[['a', 'b'], null, [1e9, 2], [3, 4]]] }]])('leave out %j', (geometry) => {
    expect(read(feature('a', geometry), feature(7, { type: 'Polygon', coordinates: [square(23, 43, 1)] }), null)).toEqual([]);
  });

  it('are none in another answer', () => {
    for (const answer of [null, 'x', {}, { features: {} }]) expect(readAreas(answer)).toBeNull();
  });
});
