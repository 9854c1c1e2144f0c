import { assert } from '@open-wc/testing';
import { worldX, worldY, type CanvasLook, type CanvasView } from '../../src/map/canvas-view.js';
import type { MapPoint, MarkerTone } from '../../src/map/map-port.js';
import { MarkerLayer } from '../../src/map/marker-layer.js';

const look: CanvasLook = {
  ink: '#000000', muted: '#555555', canvas: '#ffffff', served: '#ffeeee', border: '#777777', open: '#00aa00', here: '#0000cc', fault: '#cc0000',
  font: 'sans-serif', em: 16,
};

/** A view of `width` by `height` pixels at zoom 8, its middle at the given place. */
function viewOf(lat: number, lng: number, width = 400, height = 300): CanvasView {
  const scale = 256 * 2 ** 8;
  return { scale, left: worldX(lng) * scale - width / 2, top: worldY(lat) * scale - height / 2, width, height };
}

function canvasOf({ width, height }: CanvasView): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d')!;
}

const point = (id: string, lat: number, lng: number, tone: MarkerTone = 'open'): MapPoint => ({ id, lat, lng, tone, label: id });

function paintedPixels(context: CanvasRenderingContext2D): number {
  const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  let painted = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]) painted++;
  return painted;
}

describe('marker layer', () => {
  it('finds the marker nearest to a press, and none beyond the reach', () => {
    const layer = new MarkerLayer();
    const view = viewOf(43, 24);
    layer.load([point('middle', 43, 24), point('east', 43, 24.1)]);
    layer.paint(canvasOf(view), view, look);
    const east = worldX(24.1) * view.scale - view.left;
    assert.equal(layer.hit(200, 150, 14)?.id, 'middle');
    assert.equal(layer.hit(208, 150, 14)?.id, 'middle');
    assert.equal(layer.hit(east - 5, 150, 14)?.id, 'east');
    assert.isUndefined(layer.hit(200, 190, 14));
    assert.isUndefined(layer.hit(-500, -500, 14));
  });

  it('leaves out what is not in view', () => {
    const layer = new MarkerLayer();
    const view = viewOf(43, 24);
    const context = canvasOf(view);
    layer.load([point('far', 41.4, 23.2), point('nowhere', Number.NaN, 24)]);
    layer.paint(context, view, look);
    assert.equal(paintedPixels(context), 0);
  });

  it('keeps the first of the list where several stand at one place', () => {
    const layer = new MarkerLayer();
    const view = viewOf(43, 24);
    layer.load([point('first', 43, 24), point('second', 43, 24)]);
    layer.paint(canvasOf(view), view, look);
    assert.equal(layer.hit(200, 150, 14)?.id, 'first');
  });

  it('gives each tone a shape of its own, not a colour alone', () => {
    const shapes = (['open', 'closed', 'unknown'] as const).map((tone) => {
      const layer = new MarkerLayer();
      const view = viewOf(43, 24, 40, 40);
      const context = canvasOf(view);
      layer.load([point('a', 43, 24, tone)]);
      layer.paint(context, view, { ...look, open: '#000000', muted: '#000000' });
      const { data } = context.getImageData(0, 0, 40, 40);
      return [...data].filter((_, i) => i % 4 === 0).join();
    });
    assert.equal(new Set(shapes).size, 3);
  });

  it('leaves the chosen point to its pin, but still answers a press on it', () => {
    const layer = new MarkerLayer();
    const view = viewOf(43, 24);
    const context = canvasOf(view);
    const chosen = point('chosen', 43, 24);
    layer.load([chosen]);
    layer.paint(context, view, look, chosen);
    assert.equal(paintedPixels(context), 0);
    assert.equal(layer.hit(200, 150, 14)?.id, 'chosen');
  });

  it('paints many points as dots, one a cell, however many share it', () => {
    const layer = new MarkerLayer();
    const view = viewOf(42.7, 24, 4000, 100);
    const context = canvasOf(view);
    let dots = 0;
    context.fillRect = (): number => dots++;
    context.drawImage = (): void => assert.fail('a stamp each costs too much');
    const step = 4 / view.scale; // every fourth pixel
    const at = (i: number): MapPoint => ({
      ...point(String(i), 0, 0),
      lat: 42.7,
      lng: 22.5 + (i % 500) * step * 360,
    });
    layer.load([...Array(20_000).keys()].map(at));
    layer.paint(context, view, look);
    assert.isAbove(dots, 400);
    assert.isAtMost(dots, 500);
  });
});
