/** The least that a list of outages beside their areas on tiles can cost: few rows, one canvas, data before tiles. */
import '../finder.css';
import { colorOf, loadOutages, showOutages } from '../outage-list.mjs';

const ZOOM = 7;
const world = 256 * 2 ** ZOOM;
const worldX = (lng) => (lng / 360 + 0.5) * world;
const worldY = (lat) => (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * world;

const map = document.querySelector('#map');
const { clientWidth: width, clientHeight: height } = map;
const tiles = map.appendChild(document.createElement('div'));
const canvas = Object.assign(map.appendChild(document.createElement('canvas')), { width, height });
canvas.style.cssText = 'position:absolute;inset:0';
const context = canvas.getContext('2d');
const left = worldX(25.4) - width / 2;
const top = worldY(42.7) - height / 2;

function placeTiles() {
  for (let x = Math.floor(left / 256); x * 256 < left + width; x++) for (let y = Math.floor(top / 256); y * 256 < top + height; y++) {
    const tile = tiles.appendChild(Object.assign(new Image(256, 256), { alt: '', src: `/tiles/${ZOOM}/${x}/${y}.png` }));
    tile.style.cssText = `position:absolute;left:${x * 256 - left}px;top:${y * 256 - top}px`;
  }
}

/** One path for each colour. */
function paint(outages) {
  context.clearRect(0, 0, width, height);
  context.globalAlpha = 0.6;
  const paths = new Map();
  for (const outage of outages) {
    const color = colorOf(outage);
    if (!paths.has(color)) paths.set(color, new Path2D());
    const path = paths.get(color);
    outage.ring.forEach(([lng, lat], corner) => path[corner ? 'lineTo' : 'moveTo'](worldX(lng) - left, worldY(lat) - top));
  }
  for (const [color, path] of paths) {
    context.fillStyle = color;
    context.fill(path);
  }
}

const outages = await loadOutages();
showOutages(outages, (shown) => requestAnimationFrame(() => setTimeout(() => paint(shown))), 20);
paint(outages);
placeTiles();
globalThis.painted = true;
