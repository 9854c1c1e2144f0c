/**
 * Serves pages, data and tiles as a CDN would: HTTP/2, brotli at its highest level, compressed before the first
 * visit. Data are the same on every machine, in the shapes of the contract; `/api/2000/v1/centers` has 2000. `outages/all` is none of the contract's: one file for
 * list and map, as such pages usually have it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants, crc32, deflateSync } from 'node:zlib';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.png': 'image/png', '.svg': 'image/svg+xml' };
const UPDATED = '2026-03-18T08:00:00Z';

/** Numbers from 0 to 1, always the same (Lehmer, Park and Miller 1988). */
function chance(seed) {
  return () => (seed = (seed * 48271) % 2147483647) / 2147483647;
}

const TOWNS = 'Враца,Видин,Плевен,Ловеч,Перник,Кюстендил,Благоевград,Монтана,Самоков,Ботевград,Троян,Лом,Петрич,Дупница,Сандански,Разлог,Костинброд,Своге,Елин Пелин,Ихтиман'.split(',');
const STREETS = 'ул. Васил Левски,бул. България,ул. Шипка,ул. Иван Вазов,ул. Марица,бул. Христо Ботев,ул. Струма'.split(',');
const WEEK = [
  { dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], opens: '08:30', closes: '16:30' },
  { dayOfWeek: ['Saturday'], opens: '09:00', closes: '13:00' },
];

function centers(count) {
  const next = chance(7);
  const oneOf = (list) => list[Math.floor(next() * list.length)];
  return Array.from({ length: count }, (_, i) => {
    const place = oneOf(TOWNS);
    const name = `${place}, център ${i + 1}`;
    return {
      id: `c${i}`, brands: ['cez-bg', 'cez-rp'], name: { bg: name, en: null },
      address: { street: `${oneOf(STREETS)} ${Math.ceil(next() * 200)}`, place, municipality: place, oblast: place, postalCode: null },
      position: { lat: +(41.3 + next() * 2.9).toFixed(5), lng: +(22.4 + next() * 6).toFixed(5) }, phone: `+359 ${Math.ceil(next() * 1e8)}`,
      services: ['payment', 'reading'], cashDesk: i % 3 > 0, cashDeskHours: null, desks: 4, admittedAtOnce: 4,
      openingHoursSpecification: WEEK, specialOpeningHoursSpecification: [], followsPublicHolidays: true, measures: [], documents: [], sample: true, updatedAt: UPDATED,
    };
  });
}

const KINDS = ['unplanned', 'planned', 'switching'];

/** Outages with their areas, from which list, areas and the one file of the other pages are made. */
function outages(count) {
  const next = chance(11);
  return Array.from({ length: count }, (_, i) => {
    const place = TOWNS[Math.floor(next() * TOWNS.length)];
    const [lat, lng] = [+(41.3 + next() * 2.9).toFixed(4), +(22.4 + next() * 6).toFixed(4)];
    const corners = 6 + Math.floor(next() * 8);
    const ring = Array.from({ length: corners }, (_, corner) => {
      const [turn, reach] = [(corner / corners) * 2 * Math.PI, 0.01 + next() * 0.04];
      return [+(lng + reach * Math.cos(turn)).toFixed(4), +(lat + reach * Math.sin(turn)).toFixed(4)];
    });
    return {
      ring: [...ring, ring[0]],
      outage: {
        id: `o${i}`, kind: KINDS[i % 3], scope: 'part', oblast: place, municipality: place, places: [place],
        start: UPDATED, end: `2126-03-18T${10 + Math.floor(next() * 12)}:30:00Z`, endHistory: [], status: 'active',
        cause: null, customersAffected: '51-200', position: { lat, lng }, sequence: 0, updatedAt: UPDATED,
      },
    };
  });
}
const feature = ({ outage, ring }, properties) => ({ type: 'Feature', id: outage.id, properties, geometry: { type: 'Polygon', coordinates: [ring] } });
const collection = (features) => JSON.stringify({ type: 'FeatureCollection', features });

/** A grey tile of the size that map tiles have (about 9 kB). */
function tile() {
  const next = chance(3);
  const rows = Buffer.alloc(256 * 257);
  for (let i = 0; i < rows.length; i++) if (i % 257) rows[i] = next() < 0.5 ? 200 : 220;
  const chunk = (type, data) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length);
    frame.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 1, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0]);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

const euro = (value) => ({ value, currency: 'EUR' });
const BALANCE = {
  clientNumber: '••••••••0011', asOf: UPDATED, totalDue: euro('42.10'), overdue: euro('0.00'), credit: euro('0.00'), nextDueDate: '2026-04-05',
  lastPayment: { amount: euro('38.20'), date: '2026-02-20' }, payUrl: null,
  invoices: [{ id: 'i1', period: { from: '2026-02-01', to: '2026-02-28' }, issuedOn: '2026-03-15', dueDate: '2026-04-05', amount: euro('42.10'), paid: euro('0.00'), reading: 'actual' }],
};
const register = (code, name, value) => ({ code, name: { bg: name, en: null }, digits: 6, lastReading: { value, readAt: '2026-02-28' }, plausible: { min: value, max: String(Number(value) + 400).padStart(6, '0') } });
const METERS = { meteringPoints: [{ meterId: 'm1', meterNumber: '•••123', registers: [register('day', 'Дневна', '012345'), register('night', 'Нощна', '004321')] }] };
const both = (bg) => ({ bg, en: null });
const NOTICE = {
  id: 'n1', brands: [], severity: 'warning', title: both('Плащането с карта в центровете временно е спряно'), text: both('Можете да платите в брой или по банков път.'), link: null,
  validFrom: '2020-01-01T00:00:00Z', validThrough: '2120-01-01T00:00:00Z', places: [], services: [], dismissible: true, updatedAt: UPDATED,
};
const contact = (id, kind, value, url, emergency = false) => ({
  id, brands: ['cez-bg', 'cez-rp'], kind, purpose: both('Въпроси, сметки и показания'), label: both('Денонощна телефонна линия'), value, url,
  openingHoursSpecification: kind === 'phone' ? WEEK : null, cost: both('Обаждането се таксува според тарифния Ви план.'), emergency,
});
const CONTACTS = [
  contact('faults', 'phone', '0700 10 010', 'tel:070010010', true), contact('line', 'phone', '0700 10 010', 'tel:070010010'), contact('sms', 'sms', '170077', 'sms:170077'),
  contact('email', 'email', 'zaklienta@cez.bg', 'mailto:zaklienta@cez.bg'), contact('web', 'web', 'www.cez.bg', 'https://www.cez.bg/'), contact('social', 'social', '@www.cez.bg', 'https://www.facebook.com/www.cez.bg'),
];
/** What is answered beside centers and places, by the last part of the address: status and body. */
const ANSWERS = {
  'balance-lookups': [200, BALANCE],
  'metering-points': [200, METERS],
  'reading-window': [200, { open: true, from: null, through: null, reason: null, next: null }],
  notices: [200, { notices: [NOTICE], updatedAt: UPDATED }],
  contacts: [200, { contacts: CONTACTS, updatedAt: UPDATED }],
  readings: [201, { reference: 'R-1', receivedAt: UPDATED, status: 'accepted' }],
};

function answer(path, root) {
  const [, count, what] = /^\/api\/(\d+)\/v1\/(.+)$/.exec(path) ?? [];
  if (what === 'centers') return ['.json', JSON.stringify({ centers: centers(+count), updatedAt: UPDATED })];
  if (what === 'centers/c0') return ['.json', JSON.stringify(centers(1)[0])];
  if (what === 'outages') return ['.json', JSON.stringify({ outages: outages(+count).map(({ outage }) => outage), updatedAt: UPDATED })];
  if (what === 'outages/areas') return ['.json', collection(outages(+count).map((one) => feature(one, {})))];
  if (what === 'outages/all') return ['.json', collection(outages(+count).map((one) => feature(one, one.outage)))];
  if (what === 'places') return ['.json', JSON.stringify({ places: [], updatedAt: UPDATED })];
  if (ANSWERS[what]) return ['.json', JSON.stringify(ANSWERS[what][1]), ANSWERS[what][0]];
  if (path.startsWith('/tiles/')) return ['.png', tile()];
  const file = join(root, normalize(path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(root) && existsSync(file) && statSync(file).isFile() ? [extname(file), readFileSync(file)] : null;
}

/** Browsers speak HTTP/2 and brotli to secure origins only; the certificate is made once and trusted by nobody. */
function certificate(folder) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  mkdirSync(folder, { recursive: true });
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  if (!existsSync(cert)) execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '3650', '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

const JSON_QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
const CODE_QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** Brotli bytes of an answer of the API. */
export const dataBytes = (path) => brotliCompressSync(answer(path, '')[1], JSON_QUALITY).length;

/** @returns {Promise<{origin: string, warm: (path: string) => void, close: () => void}>} `warm` compresses ahead of a visit */
export function serve(root, cache) {
  const packed = new Map();
  const pack = (path) => {
    const key = path.startsWith('/tiles/') ? '/tiles/' : path;
    if (!packed.has(key)) {
      const found = answer(path, root);
      const [extension, body, status = 200] = found ?? [];
      const brotli = found && extension !== '.png';
      packed.set(key, found && { status, body: brotli ? brotliCompressSync(body, extension === '.json' ? JSON_QUALITY : CODE_QUALITY) : body, headers: { 'content-type': TYPES[extension], 'cache-control': 'no-store', ...(brotli && { 'content-encoding': 'br' }) } });
    }
    return packed.get(key);
  };
  const server = createSecureServer(certificate(join(cache, 'certificate')), (request, response) => {
    const found = pack(new URL(request.url, 'https://localhost').pathname);
    response.writeHead(found?.status ?? 404, found?.headers);
    response.end(found?.body);
  });
  return new Promise((done) => server.listen(0, 'localhost', () => done({ origin: `https://localhost:${server.address().port}`, warm: pack, close: () => server.close() })));
}
