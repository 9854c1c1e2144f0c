import 'leaflet/dist/leaflet.css';
import '../finder.css';
import L from 'leaflet';
import iconUrl from 'leaflet/dist/images/marker-icon.png';
import shadowUrl from 'leaflet/dist/images/marker-shadow.png';
import { loadCenters, showList } from '../list.mjs';

delete L.Icon.Default.prototype._getIconUrl;
L.Icon.Default.mergeOptions({ iconUrl, iconRetinaUrl: iconUrl, shadowUrl });
const map = L.map('map').setView([42.7, 25.4], 7);
L.tileLayer('/tiles/{z}/{x}/{y}.png', { attribution: 'Bench' }).addTo(map);
const layer = L.layerGroup().addTo(map);
const markers = new Map();

function place(centers) {
  layer.clearLayers();
  for (const { id, name, position } of centers) {
    if (!markers.has(id)) markers.set(id, L.marker(position, { title: name.bg }).bindPopup(name.bg));
    layer.addLayer(markers.get(id));
  }
}

const centers = await loadCenters();
showList(centers, place);
place(centers);
