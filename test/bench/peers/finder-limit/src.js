/** The least a finder with tiles and markers can cost: few rows, one canvas, data before tiles. */
import '../finder.css';
import { loadCenters, showList } from '../list.mjs';

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
let left = worldX(25.4) - width / 2;
let top = worldY(42.7) - height / 2;
let points = [];
const placed = new Set();

function placeTiles() {
  for (let x = Math.floor(left / 256); x * 256 < left + width; x++) for (let y = Math.floor(top / 256); y * 256 < top + height; y++) {
    const address = `/tiles/${ZOOM}/${x}/${y}.png`;
    if (placed.has(address)) continue;
    placed.add(address);
    const tile = tiles.appendChild(Object.assign(new Image(256, 256), { alt: '', src: address }));
    tile.style.cssText = `position:absolute;left:${x * 256}px;top:${y * 256}px`;
  }
}

function paint() {
  tiles.style.transform = `translate(${-left}px,${-top}px)`;
  context.clearRect(0, 0, width, height);
  context.fillStyle = '#05c';
  context.beginPath();
  for (const [x, y] of points) {
    context.moveTo(x - left + 5, y - top);
    context.arc(x - left, y - top, 5, 0, 7);
  }
  context.fill();
}

map.addEventListener('pointermove', ({ buttons, movementX, movementY }) => {
  if (!buttons) return;
  left -= movementX;
  top -= movementY;
  placeTiles();
  paint();
});

function place(centers) {
  points = centers.map(({ position }) => [worldX(position.lng), worldY(position.lat)]);
  paint();
}

const centers = await loadCenters();
showList(centers, (shown) => requestAnimationFrame(() => setTimeout(() => place(shown))), 20);
place(centers);
placeTiles();
globalThis.painted = true;
