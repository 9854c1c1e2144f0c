/**
 * What the library is judged by: for every goal the figures it takes, and how far they may go. A figure asks for
 * what it needs (`median`, `ratio`, `bytes`, `files`, `data`); asked before anything is measured, that makes the list of visits.
 * Times, heap and nodes are compared with a hand-made limit page or the strongest peer of the same round.
 */
const KIB = 1024;
const job = (page, condition, n = 200, count = 1) => ({ page, condition, n, count });

const hours = {
  ours: job('ours-hours-snippet', 'slow'), limit: job('hours-limit', 'slow'),
  many: job('ours-hours-snippet', 'cpu4', 200, 100), manyLimit: job('hours-limit', 'cpu4', 200, 100), manyPeer: job('hours-opening-hours', 'cpu4', 200, 100),
};
/** Tags with a form, by the name that their pages end in. */
const FORMS = { balance: 'balance-checker', reading: 'reading-form', einvoice: 'einvoice-form', sms: 'sms-signup' };
/** Forms that ask the API at the first press. */
const ASKING = ['balance', 'reading'];
const file = (tag) => `widgets/${tag}.js`;
/** Tags beside which each tag is measured: one of its own kind, which has loaded what they share, then one of another kind. */
const BESIDE = [
  ['balance-checker', 'sms-signup'], ['sms-signup', 'balance-checker'], ['reading-form', 'einvoice-form'], ['einvoice-form', 'reading-form'],
  ['reading-form', 'balance-checker'], ['balance-checker', 'hours-card'], ['hours-card', 'balance-checker'],
  ['notice', 'hours-card'], ['contacts', 'hours-card'], ['contacts', 'balance-checker'], ['services', 'hours-card'],
];
/** What a tag adds to a page that has loaded another one already. */
const further = (measure, tag, beside) => measure(file(beside), file(tag)) - measure(file(beside));
const slow = { snippet: job('ours-finder-snippet', 'slow'), bare: job('ours-finder', 'slow'), limit: job('finder-limit', 'slow'), leaflet: job('finder-leaflet', 'slow') };
const cpu4 = (page, n) => job(page, 'cpu4', n);
const WITH_MAP = ['widgets/center-finder.js', 'chunks/map.js', 'chunks/typed-search.js'];
const few = cpu4('ours-finder-snippet', 200);
const many = cpu4('ours-finder-snippet', 2000);

const outages = Object.fromEntries([200, 2000, 20_000].map((n) => [n, { ours: cpu4('ours-outages-snippet', n), map: cpu4('ours-outages-map', n), limit: cpu4('outages-limit', n), canvas: cpu4('outages-leaflet-canvas', n) }]));
/** The tags with all that any of them loads for one language, on built-in outlines; then the same without maps. */
const TAGS = ['config', 'center-finder', 'hours-card', 'balance-checker', 'reading-form', 'einvoice-form', 'sms-signup', 'outages', 'notice', 'contacts'].map(file);
const ALL = [...TAGS, ...['desk', 'json-ld', 'quiet-hours', 'typed-search', 'number-lookup', 'challenge', 'submissions', 'qr-code', 'save-calendar', 'save-change', 'save-outage', 'save-reminder'].map((name) => `chunks/${name}.js`)];
const MAPS = ['chunks/map.js', 'chunks/outage-layer.js', 'chunks/basemap.js'];

const times = (value) => `${value.toFixed(2)} ×`;
const ms = (value) => `${value.toFixed(0)} ms`;
const kib = (value) => `${(value / KIB).toFixed(1)} KiB`;
const plain = (value) => String(Math.round(value * 1000) / 1000);

/** Each row: goal, what, the most it may be, how it is written, the figure. Without a most it only informs. */
export const goals = [
  [1, 'hours card alone ÷ smallest LitElement, bytes', 2, times, (m) => m.bytes('widgets/hours-card.js') / m.bytes('hello-lit')],
  [1, 'hours card alone', null, kib, (m) => m.bytes('widgets/hours-card.js')],
  [2, 'contacts alone ÷ smallest LitElement, bytes', 1.8, times, (m) => m.bytes('widgets/contacts.js') / m.bytes('hello-lit')],
  [2, 'contacts alone', 9.5 * KIB, kib, (m) => m.bytes('widgets/contacts.js')],
  ...ASKING.map((name) => FORMS[name]).flatMap((tag) => [
    [3, `${tag} alone ÷ smallest LitElement, bytes`, 2.6, times, (m) => m.bytes(file(tag)) / m.bytes('hello-lit')],
    [3, `${tag} alone ÷ Shoelace form, bytes`, 0.6, times, (m) => m.bytes(file(tag)) / m.bytes('form-shoelace')],
    [3, `${tag} alone`, 13.7 * KIB, kib, (m) => m.bytes(file(tag))],
  ]),
  ...BESIDE.flatMap(([tag, beside]) => [
    [4, `${tag} beside ${beside}, further bytes`, 5 * KIB, kib, (m) => further(m.bytes, tag, beside)],
    [4, `${tag} beside ${beside}, further requests`, 1, plain, (m) => further(m.files, tag, beside)],
  ]),
  [5, 'finder before its first content ÷ smallest LitElement, bytes', 2.7, times, (m) => m.bytes('widgets/center-finder.js') / m.bytes('hello-lit')],
  [5, 'finder before its first content', null, kib, (m) => m.bytes('widgets/center-finder.js')],
  [6, 'finder with map, tiles and search ÷ Leaflet page, bytes', 1, times, (m) => m.bytes(...WITH_MAP, 'chunks/leaflet-tiles.js') / m.bytes('finder-leaflet')],
  [6, 'finder with map, tiles and search', 40 * KIB, kib, (m) => m.bytes(...WITH_MAP, 'chunks/leaflet-tiles.js')],
  [6, 'finder with map, built-in outlines and search', null, kib, (m) => m.bytes(...WITH_MAP, 'chunks/basemap.js')],
  [7, 'all tags, all they load', 72 * KIB, kib, (m) => m.bytes(...ALL, ...MAPS)],
  [7, 'all tags, all they load without maps', 45 * KIB, kib, (m) => m.bytes(...ALL)],
  [8, 'hours card usable ÷ limit, slow', 1.06, times, (m) => m.ratio(hours.ours, hours.limit, 'usable')],
  ...ASKING.flatMap((name) => [
    [8, `${FORMS[name]} usable, snippet ÷ limit, slow`, 1.06, times, (m) => m.ratio(job(`ours-form-${name}-snippet`, 'slow'), job('form-limit', 'slow'), 'usable')],
    [8, `${FORMS[name]} usable, script tag ÷ limit, slow`, null, times, (m) => m.ratio(job(`ours-form-${name}`, 'slow'), job('form-limit', 'slow'), 'usable')],
    [8, `${FORMS[name]} usable, snippet ÷ Shoelace, slow`, null, times, (m) => m.ratio(job(`ours-form-${name}-snippet`, 'slow'), job('form-shoelace', 'slow'), 'usable')],
  ]),
  [9, 'finder first content, snippet ÷ limit, slow', 1.15, times, (m) => m.ratio(slow.snippet, slow.limit, 'first')],
  [9, 'finder first content, script tag ÷ limit, slow', 1.5, times, (m) => m.ratio(slow.bare, slow.limit, 'first')],
  [9, 'first content waits for the map chunk, script tag (0: no)', 0, plain, (m) => Number(m.median(slow.bare, 'mapAfterFirst') < 0)],
  [10, 'finder usable, snippet ÷ Leaflet DOM, slow', 0.65, times, (m) => m.ratio(slow.snippet, slow.leaflet, 'usable')],
  [10, 'finder usable, script tag ÷ Leaflet DOM, slow', 0.85, times, (m) => m.ratio(slow.bare, slow.leaflet, 'usable')],
  [11, 'finder usable, 2000 centers ÷ Leaflet canvas, cpu4', 0.7, times, (m) => m.ratio(many, cpu4('finder-leaflet-canvas', 2000), 'usable')],
  [11, 'finder usable, 2000 centers ÷ limit, cpu4', 1.3, times, (m) => m.ratio(many, cpu4('finder-limit', 2000), 'usable')],
  [12, 'outages usable, 20000 ÷ Leaflet canvas, cpu4', 0.3, times, (m) => m.ratio(outages[20_000].ours, outages[20_000].canvas, 'usable')],
  [13, 'outages usable, 20000 ÷ 200, cpu4', 3, times, (m) => m.ratio(outages[20_000].ours, outages[200].ours, 'usable')],
  [13, 'finder usable, 2000 ÷ 200 centers, cpu4', 1.5, times, (m) => m.ratio(many, few, 'usable')],
  [14, 'a typed letter answered, 2000 centers, cpu4', 50, ms, (m) => m.median(many, 'key')],
  [14, 'the search cleared, 2000 centers, cpu4', 50, ms, (m) => m.median(many, 'clear')],
  [14, 'longest task while answering, 2000 centers, cpu4', 50, ms, (m) => m.median(many, 'handler')],
  [14, 'a kind pressed, 20000 outages, cpu4', 50, ms, (m) => m.median(outages[20_000].ours, 'key')],
  [14, 'all kinds again, 20000 outages, cpu4', 50, ms, (m) => m.median(outages[20_000].ours, 'clear')],
  [14, 'longest task while answering, 20000 outages, cpu4', 50, ms, (m) => m.median(outages[20_000].ours, 'handler')],
  [15, 'blocking time of the finder, 200 centers, slow', 60, ms, (m) => m.median(slow.snippet, 'blocking')],
  [15, 'blocking time of the finder, 2000 centers, cpu4', 120, ms, (m) => m.median(many, 'blocking')],
  [15, 'longest task of the finder, 200 centers, slow', 150, ms, (m) => m.median(slow.snippet, 'longest')],
  [15, 'longest task of the finder, 2000 centers, cpu4', 150, ms, (m) => m.median(many, 'longest')],
  [16, 'heap of the finder ÷ limit, 200 centers', 1.6, times, (m) => m.ratio(few, cpu4('finder-limit', 200), 'heap')],
  [16, 'heap of the finder ÷ limit, 2000 centers', 1.4, times, (m) => m.ratio(many, cpu4('finder-limit', 2000), 'heap')],
  [17, 'DOM nodes of the finder, 200 centers', 900, plain, (m) => m.median(few, 'nodes')],
  [17, 'DOM nodes of the finder, 2000 centers', 900, plain, (m) => m.median(many, 'nodes')],
  ...[200, 2000, 20_000].map((n) => [17, `DOM nodes of the outages, ${n}`, 900, plain, (m) => m.median(outages[n].ours, 'nodes')]),
  [18, '100 hours cards usable ÷ limit, cpu4', 1.1, times, (m) => m.ratio(hours.many, hours.manyLimit, 'usable')],
  [18, '100 hours cards usable ÷ opening_hours, cpu4', null, times, (m) => m.ratio(hours.many, hours.manyPeer, 'usable')],
  [18, 'heap of 100 hours cards ÷ limit', 1.5, times, (m) => m.ratio(hours.many, hours.manyLimit, 'heap')],
  ...['hours', 'finder', 'outages', 'notice', 'contacts', 'services', ...Object.keys(FORMS)].flatMap((tag) => [
    [19, `layout shift of the ${tag}, with cez.css`, 0.02, plain, (m) => m.median(job(`ours-shift-${tag}`, 'slow'), 'shifts')],
    [19, `layout shift of the ${tag}, without`, 0.06, plain, (m) => m.median(job(`ours-shift-${tag}-bare`, 'slow'), 'shifts')],
  ]),
  ...[[2000, 0.65, 1.3], [20_000, 0.3, 1.5]].flatMap(([n, ofCanvas, ofLimit]) => [
    [20, `outages usable, ${n} ÷ Leaflet canvas, cpu4`, ofCanvas, times, (m) => m.ratio(outages[n].ours, outages[n].canvas, 'usable')],
    [20, `outages usable, ${n} ÷ limit, cpu4`, ofLimit, times, (m) => m.ratio(outages[n].ours, outages[n].limit, 'usable')],
    [20, `outages usable with the map, for who goes there at once, ${n} ÷ Leaflet canvas, cpu4`, null, times, (m) => m.ratio(outages[n].map, outages[n].canvas, 'usable')],
    [20, `bytes of the list, ${n} ÷ list and areas in one file`, 0.35, times, (m) => m.data(`/api/${n}/v1/outages`) / m.data(`/api/${n}/v1/outages/all`)],
  ]),
  [21, 'requests in a row from the script tag to first content', 2, plain, (m) => m.median(slow.bare, 'depthFirst')],
  [21, 'requests in a row from the script tag to the map', 3, plain, (m) => m.median(slow.bare, 'depthMap')],
  [21, 'the same with the snippet', 2, plain, (m) => m.median(slow.snippet, 'depthMap')],
  ...ASKING.flatMap((name) => [
    [22, `answer to ${FORMS[name]} painted ÷ limit, cpu4`, 1.1, times, (m) => m.ratio(job(`ours-form-${name}-snippet`, 'cpu4'), job('form-limit', 'cpu4'), 'submit')],
    [22, `answer to ${FORMS[name]} painted ÷ Shoelace, cpu4`, null, times, (m) => m.ratio(job(`ours-form-${name}-snippet`, 'cpu4'), job('form-shoelace', 'cpu4'), 'submit')],
    [22, `answer to ${FORMS[name]} painted, cpu4`, null, ms, (m) => m.median(job(`ours-form-${name}-snippet`, 'cpu4'), 'submit')],
  ]),
].map(([goal, what, most, write, figure]) => ({ goal, what, most, write, figure }));
