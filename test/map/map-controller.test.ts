import { assert, aTimeout, nextFrame, waitUntil } from '@open-wc/testing';
import { html, LitElement, nothing } from 'lit';
import type { CreateMap } from '../../src/map/load-map.js';
import { MapController, type MapMode } from '../../src/map/map-controller.js';
import type { MapPort } from '../../src/map/map-port.js';

/** Notes what is done to the maps it makes. */
class Maps {
  made: HTMLElement[] = [];
  destroyed = 0;
  resized = 0;
  create: CreateMap = ({ container }) => {
    this.made.push(container);
    const none = (): void => {};
    return { show: none, select: none, locate: none, fit: none, outline: none, resize: () => this.resized++, destroy: () => this.destroyed++ };
  };
}

class Host extends LitElement {
  mode: MapMode = 'auto';
  contentShown = true;
  present = true;
  maps = new Maps();
  loads: boolean[] = [];
  load = (): Promise<CreateMap> => Promise.resolve(this.maps.create);
  ready: MapPort[] = [];
  readonly controller = new MapController(this, {
    mode: () => this.mode,
    container: () => this.renderRoot.querySelector<HTMLElement>('.map'),
    mayLoad: () => this.contentShown,
    settings: () => ({
      tiles: null, attribution: null, onSelect: () => {},
      texts: { map: '', zoomIn: '', zoomOut: '', basemapCredit: '', twoFingers: '', ctrlWheel: '' },
    }),
    onReady: (map) => this.ready.push(map),
    load: (again) => {
      this.loads.push(again);
      return this.load();
    },
  });

  override render() {
    return this.present ? html`<div class="map"></div>` : nothing;
  }
}
customElements.define('test-map-host', Host);

let host: Host;

function place(change: (host: Host) => void = () => {}): Host {
  host = new Host();
  change(host);
  document.body.append(host);
  return host;
}

async function quiet(): Promise<void> {
  await nextFrame();
  await aTimeout(80);
}

afterEach(() => {
  host.remove();
  for (const spacer of document.querySelectorAll('.spacer')) spacer.remove();
});

describe('map controller', () => {
  it('loads when the container comes into view', async () => {
    const spacer = document.createElement('div');
    spacer.className = 'spacer';
    spacer.style.height = '5000px';
    document.body.append(spacer);
    place();
    await quiet();
    assert.equal(host.controller.state, 'idle');
    assert.deepEqual(host.loads, []);
    spacer.style.height = '0';
    await waitUntil(() => host.controller.state === 'ready');
    assert.deepEqual(host.loads, [false]);
    assert.equal(host.ready[0], host.controller.map!);
  });

  it('does not load before the list has content', async () => {
    place((made) => (made.contentShown = false));
    await quiet();
    assert.deepEqual(host.loads, []);
    host.contentShown = true;
    host.requestUpdate();
    await waitUntil(() => host.controller.state === 'ready');
  });

  it('waits for a press where the page wants it so', async () => {
    place((made) => (made.mode = 'press'));
    await quiet();
    assert.deepEqual(host.loads, []);
    host.controller.request();
    await waitUntil(() => host.controller.state === 'ready');
  });

  it('never loads in mode none, and drops the map when the mode becomes none', async () => {
    place((made) => (made.mode = 'none'));
    host.controller.request();
    await quiet();
    assert.deepEqual(host.loads, []);
    host.mode = 'auto';
    host.requestUpdate();
    await waitUntil(() => host.controller.state === 'ready');
    host.mode = 'none';
    host.requestUpdate();
    await host.updateComplete;
    assert.isNull(host.controller.map);
    assert.equal(host.maps.destroyed, 1);
  });

  it('tells a failed chunk and loads it again on request', async () => {
    place((made) => (made.load = () => Promise.reject(new TypeError('Failed to fetch'))));
    await waitUntil(() => host.controller.state === 'failed');
    await quiet();
    assert.deepEqual(host.loads, [false]);
    host.load = () => Promise.resolve(host.maps.create);
    host.controller.request();
    await waitUntil(() => host.controller.state === 'ready');
    assert.deepEqual(host.loads, [false, true]);
  });

  it('makes no map when the chunk comes after the host has left', async () => {
    let arrive!: (create: CreateMap) => void;
    place((made) => (made.load = () => new Promise((resolve) => (arrive = resolve))));
    await waitUntil(() => host.controller.state === 'loading');
    host.remove();
    arrive(host.maps.create);
    await quiet();
    assert.deepEqual(host.maps.made, []);
    assert.equal(host.controller.state, 'idle');
  });

  it('makes the map anew in a new container', async () => {
    place();
    await waitUntil(() => host.controller.state === 'ready');
    host.present = false;
    host.requestUpdate();
    await host.updateComplete;
    assert.equal(host.maps.destroyed, 1);
    host.present = true;
    host.requestUpdate();
    await waitUntil(() => host.maps.made.length === 2);
    assert.notEqual(host.maps.made[0], host.maps.made[1]);
  });

  it('makes the map anew when its settings change', async () => {
    place();
    await waitUntil(() => host.controller.state === 'ready');
    host.controller.restart();
    await waitUntil(() => host.ready.length === 2);
    assert.equal(host.maps.destroyed, 1);
  });

  it('passes on a change of size', async () => {
    place();
    await waitUntil(() => host.controller.state === 'ready');
    await quiet();
    const before = host.maps.resized;
    host.renderRoot.querySelector<HTMLElement>('.map')!.style.height = '123px';
    await waitUntil(() => host.maps.resized > before);
  });

  it('comes and goes 200 times with one map at most', async () => {
    place();
    await waitUntil(() => host.controller.state === 'ready');
    for (let i = 0; i < 200; i++) {
      host.remove();
      assert.equal(host.maps.made.length, host.maps.destroyed);
      document.body.append(host);
      if (i % 3 === 0) await host.updateComplete;
      if (i % 20 === 0) await quiet();
    }
    await waitUntil(() => host.controller.state === 'ready');
    assert.equal(host.maps.made.length, host.maps.destroyed + 1);
  });

  it('draws the real map in a shadow root', async () => {
    place((made) => {
      made.load = async () => (await import('../../src/map/load-map.js')).loadMap(false, false);
    });
    await waitUntil(() => host.controller.state === 'ready', 'the chunks have come', { timeout: 10_000 });
    assert.isNotNull(host.renderRoot.querySelector('.map canvas'));
  });
});
