import 'leaflet/dist/leaflet.css';
import '../finder.css';
import L from 'leaflet';
import { colorOf, loadOutages, showOutages, titleOf } from '../outage-list.mjs';

const map = L.map('map', { preferCanvas: true }).setView([42.7, 25.4], 7);
L.tileLayer('/tiles/{z}/{x}/{y}.png', { attribution: 'Bench' }).addTo(map);
const layer = L.layerGroup().addTo(map);
const areas = new Map();

function place(outages) {
  layer.clearLayers();
  for (const outage of outages) {
    const { id, ring } = outage;
    if (!areas.has(id)) areas.set(id, L.polygon(ring.map(([lng, lat]) => [lat, lng]), { color: colorOf(outage), weight: 1, fillOpacity: 0.6 }).bindPopup(titleOf(outage)));
    layer.addLayer(areas.get(id));
  }
}

const outages = await loadOutages();
showOutages(outages, place);
place(outages);
requestAnimationFrame(() => (globalThis.painted = true)); // Leaflet paints its canvas in the next frame
