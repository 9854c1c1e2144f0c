import { assert, aTimeout, nextFrame, waitUntil } from '@open-wc/testing';
import { paintBasemap } from '../../src/map/basemap.js';
import { createMap } from '../../src/map/leaflet-map.js';
import type { MapOptions, MapPoint, MapPort } from '../../src/map/map-port.js';

const texts = {
  map: 'Карта на центровете', zoomIn: 'Приближи', zoomOut: 'Отдалечи', basemapCredit: 'Граници: Natural Earth',
  twoFingers: 'Движете картата с два пръста', ctrlWheel: 'Ctrl и колелце приближават',
};
const points: MapPoint[] = [
  { id: 'vratsa', lat: 43.204, lng: 23.552, label: 'Център Враца', tone: 'open' },
  { id: 'pleven', lat: 43.417, lng: 24.617, label: 'Център Плевен', tone: 'closed' },
  { id: 'petrich', lat: 41.398, lng: 23.207, label: 'Център Петрич', tone: 'unknown' },
];

const basemap = (): Promise<typeof paintBasemap> => Promise.resolve(paintBasemap);

interface Mounted {
  host: HTMLElement;
  container: HTMLElement;
  map: MapPort;
  picked: string[];
  find(selector: string): HTMLElement;
}
let mounted: Mounted[] = [];

function mount(options: Partial<MapOptions> = {}): Mounted {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const container = document.createElement('div');
  container.style.width = '600px';
  container.style.height = '400px';
  root.append(container);
  document.body.append(host);
  const picked: string[] = [];
  const map = createMap(
    { container, texts, tiles: null, attribution: null, onSelect: (id) => picked.push(id), ...options },
    basemap,
  );
  const made = { host, container, map, picked, find: (selector: string) => root.querySelector<HTMLElement>(selector)! };
  mounted.push(made);
  return made;
}

/** The frame of the list, the task after it, and the paint. */
async function settled(): Promise<void> {
  await nextFrame();
  await nextFrame();
  await aTimeout(20);
}

function painted(canvas: HTMLCanvasElement): number {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]) count++;
  return count;
}

/** Where the pin stands within the container. */
function pinPlace({ container, find }: Mounted): { x: number; y: number } {
  const pin = find('.map-pin').getBoundingClientRect();
  const box = container.getBoundingClientRect();
  return { x: pin.left - box.left, y: pin.top - box.top };
}

function press({ container, find }: Mounted, x: number, y: number): void {
  const box = container.getBoundingClientRect();
  const init = { bubbles: true, composed: true, clientX: box.left + x, clientY: box.top + y, button: 0 };
  for (const type of ['mousedown', 'mouseup']) find('.map-root').dispatchEvent(new MouseEvent(type, init));
  find('.map-root').dispatchEvent(new PointerEvent('click', { ...init, pointerType: 'mouse' }));
}

const signs = (made: Mounted): HTMLCanvasElement => made.find('.leaflet-overlay-pane canvas') as HTMLCanvasElement;
const outlines = (made: Mounted): HTMLCanvasElement => made.find('.leaflet-outlines-pane canvas') as HTMLCanvasElement;
const mapPane = (made: Mounted): string => made.find('.leaflet-map-pane').style.transform;

afterEach(() => {
  for (const { host, map } of mounted) {
    map.destroy();
    host.remove();
  }
  mounted = [];
});

describe('map', () => {
  describe('rendering', () => {
    it('draws outlines and markers in a shadow root', async () => {
      const made = mount();
      await settled();
      assert.isAbove(painted(outlines(made)), 10_000);
      assert.equal(painted(signs(made)), 0);
      made.map.show(points);
      await settled();
      assert.isAbove(painted(signs(made)), 500);
    });

    it('does its work after the frame in which it was told to', async () => {
      const made = mount();
      await settled();
      made.map.show(points);
      assert.equal(painted(signs(made)), 0);
      await settled();
      assert.isAbove(painted(signs(made)), 0);
    });

    it('names the map, credits the outlines and what the page names as plain text', async () => {
      const made = mount({ attribution: '<img src=x> © Карти' });
      await settled();
      const root = made.find('.map-root');
      assert.equal(root.getAttribute('role'), 'region');
      assert.equal(root.getAttribute('aria-label'), texts.map);
      assert.equal(made.find('.map-credits').textContent, '<img src=x> © Карти · Граници: Natural Earth');
      assert.isNull(made.find('.map-credits img'));
    });

    it('adds three tab stops, none of them for a marker', async () => {
      const made = mount();
      made.map.show(points);
      made.map.select('vratsa');
      await settled();
      const stops = [...made.container.querySelectorAll<HTMLElement>('*')].filter(({ tabIndex }) => tabIndex >= 0);
      assert.deepEqual(stops.map(({ localName }) => localName), ['div', 'button', 'button']);
    });

    it('sets no global and fetches nothing', async () => {
      const before = performance.getEntriesByType('resource').length;
      const made = mount();
      made.map.show(points);
      await settled();
      assert.notProperty(window, 'L');
      assert.equal(performance.getEntriesByType('resource').length, before);
      assert.isNull(made.find('img'));
    });

    it('shows town names as the reader reads them', async () => {
      const asked: string[] = [];
      mount({ townName: (name) => (asked.push(name), 'Town') }).map.show(points);
      await settled();
      assert.include(asked, 'София');
    });

    it('takes new colours when the page changes its colour scheme', async () => {
      const made = mount();
      made.host.style.setProperty('--_action-soft', 'rgb(255, 0, 0)');
      made.map.show(points);
      await waitUntil(() => {
        const canvas = outlines(made);
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        for (let i = 0; i < data.length; i += 4) if (data[i] === 255 && data[i + 1] === 0 && data[i + 3] === 255) return true;
        return false;
      }, 'the served oblasts are red');
    });

    it('survives points without a place', async () => {
      const made = mount();
      made.map.show([{ id: 'x', lat: Number.NaN, lng: 23, label: 'x', tone: 'open' }, ...points]);
      await settled();
      assert.isAbove(painted(signs(made)), 500);
    });

    it('fits its points once the container has a size', async () => {
      const made = mount();
      made.container.style.height = '0';
      made.map.resize();
      made.map.show(points);
      await settled();
      made.container.style.height = '400px';
      made.map.resize();
      made.map.select('petrich');
      const { x, y } = pinPlace(made);
      assert.isTrue(x > 0 && x < 600 && y > 0 && y < 400);
    });

    it('is one pixel to a pixel on fine screens', async () => {
      const made = mount();
      made.map.show(points);
      await settled();
      assert.equal(signs(made).width, Math.round(600 * devicePixelRatio));
    });
  });

  describe('selection', () => {
    it('tells which marker was pressed, and marks it only when told', async () => {
      const made = mount();
      made.map.show(points);
      made.map.select('pleven');
      await settled();
      const { x, y } = pinPlace(made);
      made.map.select(null);
      assert.isTrue(made.find('.map-pin').hidden);
      press(made, x + 4, y - 4);
      assert.deepEqual(made.picked, ['pleven']);
      assert.isTrue(made.find('.map-pin').hidden);
      press(made, x + 60, y + 60);
      assert.deepEqual(made.picked, ['pleven']);
    });

    it('marks the chosen point by a labelled pin that is silent to screen readers', async () => {
      const made = mount();
      made.map.show(points);
      made.map.select('vratsa');
      await settled();
      const pin = made.find('.map-pin');
      assert.equal(pin.textContent, 'Център Враца');
      assert.equal(pin.getAttribute('aria-hidden'), 'true');
      assert.isAbove(pin.querySelector('span')!.getBoundingClientRect().width, 20);
    });

    it('keeps the pin away while the chosen point is filtered out, and brings it back', async () => {
      const made = mount();
      made.map.show(points);
      made.map.select('vratsa');
      await settled();
      made.map.show(points.slice(1));
      await settled();
      assert.isTrue(made.find('.map-pin').hidden);
      made.map.show(points);
      await settled();
      assert.isFalse(made.find('.map-pin').hidden);
    });

    it('shows where the reader is', async () => {
      const made = mount();
      made.map.show(points);
      await settled();
      const before = painted(signs(made));
      made.map.locate({ lat: 43.2, lng: 23.6 });
      await aTimeout(400);
      assert.isAbove(painted(signs(made)), 0);
      made.map.fit();
      await aTimeout(400);
      assert.isAbove(painted(signs(made)), before);
    });
  });

  describe('page scroll', () => {
    const wheel = (ctrlKey: boolean): WheelEvent => new WheelEvent('wheel', { bubbles: true, composed: true, cancelable: true, deltaY: -120, ctrlKey });

    it('leaves the wheel to the page and says how to zoom', () => {
      const made = mount();
      const event = wheel(false);
      made.find('.map-root').dispatchEvent(event);
      assert.isFalse(event.defaultPrevented);
      assert.equal(made.find('.map-hint').textContent, texts.ctrlWheel);
    });

    it('zooms by the wheel with Ctrl', async () => {
      const made = mount();
      made.map.show(points);
      made.map.select('vratsa');
      await settled();
      const before = pinPlace(made);
      const event = wheel(true);
      made.find('.map-root').dispatchEvent(event);
      assert.isTrue(event.defaultPrevented);
      await waitUntil(() => pinPlace(made).x !== before.x);
    });

    it('leaves one finger to the page', () => {
      const made = mount();
      assert.equal(getComputedStyle(made.find('.map-root')).touchAction, 'pan-x pan-y');
      const root = made.find('.map-root');
      const before = mapPane(made);
      // Not every engine lets a script make a real Touch.
      const touch = (type: string, clientY: number): Event =>
        Object.assign(new Event(type, { bubbles: true, composed: true, cancelable: true }), { touches: [{ identifier: 1, target: root, clientX: 100, clientY }] });
      root.dispatchEvent(touch('touchstart', 100));
      const move = touch('touchmove', 150);
      root.dispatchEvent(move);
      assert.isFalse(move.defaultPrevented);
      assert.equal(mapPane(made), before);
      assert.equal(made.find('.map-hint').textContent, texts.twoFingers);
    });
  });

  describe('keyboard', () => {
    const key = (keyCode: number): KeyboardEvent =>
      Object.defineProperty(new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true }), 'keyCode', { value: keyCode });

    it('moves by the arrows while the map has the focus, and only then', async () => {
      const made = mount();
      made.map.show(points);
      await settled();
      made.find('.map-root').focus();
      const right = key(39);
      made.find('.map-root').dispatchEvent(right);
      assert.isTrue(right.defaultPrevented);
      made.find('.map-zoom button').focus();
      const elsewhere = key(39);
      made.find('.map-zoom button').dispatchEvent(elsewhere);
      assert.isFalse(elsewhere.defaultPrevented);
    });

    it('says when it can zoom no further, and keeps the focus on the button', async () => {
      const made = mount();
      made.map.show(points);
      await settled();
      const [zoomIn] = made.container.querySelectorAll<HTMLButtonElement>('.map-zoom button');
      zoomIn!.focus();
      for (let i = 0; i < 8; i++) {
        zoomIn!.click();
        await aTimeout(300);
      }
      assert.equal(zoomIn!.getAttribute('aria-disabled'), 'true');
      assert.equal((made.host.shadowRoot as ShadowRoot).activeElement, zoomIn!);
    });
  });

  describe('tiles', () => {
    const images = (made: Mounted): HTMLImageElement[] => [...made.container.querySelectorAll('img')];

    it('asks for tiles only after the points have come, quietly and without a referrer', async () => {
      const made = mount({ tiles: `${location.origin}/no-tiles/{z}/{x}/{y}{r}.png`, attribution: 'Карти' });
      await settled();
      assert.equal(images(made).length, 0);
      made.map.show(points);
      await waitUntil(() => images(made).length > 0, 'tiles are asked for', { timeout: 10_000 });
      const tiles = images(made);
      for (const tile of tiles) {
        assert.match(tile.src, /\/no-tiles\/\d+\/\d+\/\d+(@2x)?\.png$/);
        assert.equal(tile.referrerPolicy, 'no-referrer');
        if ('fetchPriority' in tile) assert.equal(tile.fetchPriority, 'low');
      }
    });

    it('shows the outlines behind tiles that do not come', async () => {
      const made = mount({ tiles: `${location.origin}/no-tiles/{z}/{x}/{y}.png`, attribution: 'Карти' });
      await settled();
      assert.equal(made.find('.map-credits').textContent, 'Карти');
      made.map.show(points);
      await waitUntil(() => painted(outlines(made)) > 10_000, 'the outlines show', { timeout: 10_000 });
      assert.equal(made.find('.map-credits').textContent, 'Карти · Граници: Natural Earth');
      assert.isAbove(painted(signs(made)), 500);
    });

    it('shows the outlines when the template asks for what is not known', async () => {
      const made = mount({ tiles: '/tiles/{nothing}.png' });
      made.map.show(points);
      await waitUntil(() => painted(outlines(made)) > 10_000, 'the outlines show', { timeout: 10_000 });
      assert.isAbove(painted(signs(made)), 500);
    });
  });

  describe('lifecycle', () => {
    it('comes and goes 200 times in one place without a trace', async () => {
      const made = mount();
      made.map.destroy();
      const listeners = countListeners();
      for (let i = 0; i < 200; i++) {
        const map = createMap({ container: made.container, texts, tiles: null, attribution: null, onSelect: () => {} }, basemap);
        map.show(points);
        map.select('vratsa');
        if (i % 50 === 0) await settled();
        map.destroy();
      }
      await settled();
      assert.equal(made.container.childNodes.length, 0);
      assert.equal(listeners.left(), 0);
      assert.equal(made.host.shadowRoot!.adoptedStyleSheets.length, 1);
      listeners.stop();
      made.map = createMap({ container: made.container, texts, tiles: null, attribution: null, onSelect: () => {} }, basemap);
    });

    it('may go in the middle of a movement', async () => {
      const errors: unknown[] = [];
      const note = (event: ErrorEvent): number => errors.push(event.error);
      window.addEventListener('error', note);
      const made = mount();
      made.map.show(points);
      await settled();
      made.find('.map-zoom button').click();
      await nextFrame();
      made.map.destroy();
      await aTimeout(400);
      window.removeEventListener('error', note);
      assert.deepEqual(errors, []);
      made.map = createMap({ container: made.container, texts, tiles: null, attribution: null, onSelect: () => {} }, basemap);
    });

    it('works on pages that add to Object.prototype', async () => {
      Object.defineProperty(Object.prototype, 'added', { value: () => 'by the page', enumerable: true, configurable: true, writable: true });
      try {
        const made = mount({ tiles: `${location.origin}/no-tiles/{z}/{x}/{y}.png`, attribution: 'Карти' });
        made.map.show(points);
        await settled();
        assert.isAbove(painted(signs(made)), 500);
        made.map.destroy();
        mounted.pop();
        made.host.remove();
      } finally {
        delete (Object.prototype as Record<string, unknown>)['added'];
      }
    });
  });
});

/** Listeners on window and document that were added and not removed. */
function countListeners(): { left(): number; stop(): void } {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const held = new Set<string>();
  const ids = new WeakMap<object, number>();
  let last = 0;
  const idOf = (listener: object): number => ids.get(listener) ?? (ids.set(listener, ++last), last);
  const watched = (target: unknown): boolean => target === window || target === document;
  EventTarget.prototype.addEventListener = function (type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions) {
    if (listener && watched(this)) held.add(`${type} ${idOf(listener)}`);
    addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions) {
    if (listener) held.delete(`${type} ${idOf(listener)}`);
    removeEventListener.call(this, type, listener, options);
  };
  return {
    left: () => held.size,
    stop: () => Object.assign(EventTarget.prototype, { addEventListener, removeEventListener }),
  };
}
