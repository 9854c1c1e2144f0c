import 'leaflet/dist/leaflet.css';
import '../finder.css';
import L from 'leaflet';
import { loadCenters, showList } from '../list.mjs';

const map = L.map('map', { preferCanvas: true }).setView([42.7, 25.4], 7);
L.tileLayer('/tiles/{z}/{x}/{y}.png', { attribution: 'Bench' }).addTo(map);
const layer = L.layerGroup().addTo(map);
const markers = new Map();

function place(centers) {
  layer.clearLayers();
  for (const { id, name, position } of centers) {
    if (!markers.has(id)) markers.set(id, L.circleMarker(position, { radius: 5 }).bindPopup(name.bg));
    layer.addLayer(markers.get(id));
  }
}

const centers = await loadCenters();
showList(centers, place);
place(centers);
requestAnimationFrame(() => (globalThis.painted = true)); // Leaflet paints its canvas in the next frame
