// Pages that web teams really have: each does to all that stands in it what old style sheets, old libraries, page
// builders, translators and other copies of us do. A description holds what is hostile alone; page.ts makes a page of
// it. What lies in `public/` is served beside them, the libraries of others under the names in libraries.ts.

export interface Host {
  /** `h1` to `h24`, or a quiet page to compare others with. */
  readonly id: string;
  readonly title: string;
  /** Attributes of `<html>`; Bulgarian otherwise. */
  readonly html?: string;
  /** In `<head>`, before anything of ours. `{{lib}}`, `{{other}}` and `{{api}}` are filled in. */
  readonly head?: string;
  /** Around the place of the tags; `…` is that place. */
  readonly around?: string;
  /** At the end of `<body>`. */
  readonly tail?: string;
  /** Sent with the demo sites' strict policy. */
  readonly strict?: boolean;
  /** The quiet page on which a tag looks as it should here; `quiet` unless told otherwise. */
  readonly like?: string;
}

const style = (...names: string[]): string => names.map((name) => `<link rel="stylesheet" href="/hosts/${name}.css">`).join('');
const script = (...names: string[]): string => names.map((name) => `<script src="/hosts/${name}.js"></script>`).join('');

export const quietHosts: readonly Host[] = [
  { id: 'quiet', title: 'A quiet page' },
  { id: 'quiet-narrow', title: 'A quiet page with a column of 180 px', head: style('narrow') },
  { id: 'quiet-zoomed', title: 'A quiet page, zoomed', head: style('zoomed') },
  { id: 'quiet-themed', title: 'A quiet page with colours of its own', head: style('themed') },
];

export const hostileHosts: readonly Host[] = [
  { id: 'h1', title: 'H1: * { … !important }', head: style('h1') },
  { id: 'h2', title: 'H2: html { font-size: 62.5% }', head: style('h2') },
  { id: 'h3', title: 'H3: inherited line height, spacing, capitals, no cursor, invisible', head: style('h3') },
  { id: 'h4', title: 'H4: :not(:defined) { display: none }', head: style('h4') },
  { id: 'h5', title: 'H5: input, button { all: unset !important }', head: style('h5') },
  { id: 'h6', title: 'H6: custom properties for everything, private names too', head: style('h6'), like: 'quiet-themed' },
  { id: 'h7', title: 'H7: zoom and transforms', head: style('zoomed', 'h7'), around: '<div class="moved"><div class="turned">…</div></div>', like: 'quiet-zoomed' },
  {
    id: 'h8', title: 'H8: grid, flex, table, max-content, display: contents, 180 px', head: style('narrow', 'h8'), like: 'quiet-narrow',
    around: '<div class="grid"><div class="flex"><table><tbody><tr><td><div class="widest"><div class="contents">…</div></div></td></tr></tbody></table></div></div>',
  },
  { id: 'h9', title: 'H9: a header that stays, scroll margins', head: style('h9'), around: '<div class="stays">Фирма</div>…' },
  { id: 'h10', title: 'H10: a box of fixed height that cuts off', head: style('h10'), around: '<div class="cut">…</div>' },
  { id: 'h11', title: 'H11: right to left, a language nobody speaks', html: 'lang="zz" dir="rtl"', head: style('h11') },
  { id: 'h12', title: 'H12: Prototype 1.7.3', head: script('vendor/prototype') },
  { id: 'h13', title: 'H13: MooTools 1.4.5', head: script('vendor/mootools') },
  { id: 'h14', title: 'H14: jQuery 1.12 and jQuery UI', head: script('libraries/jquery', 'libraries/jquery-ui-widget', 'h14') },
  { id: 'h15', title: 'H15: enumerable prototypes, Array.prototype.toJSON', head: script('h15') },
  { id: 'h16', title: 'H16: fetch, Promise, Date and more wrapped', head: script('h16') },
  { id: 'h17', title: 'H17: an AMD loader, module and exports', head: script('libraries/require', 'h17') },
  {
    id: 'h18', title: 'H18: Leaflet 0.7 with a map of its own', head: `<link rel="stylesheet" href="/hosts/libraries/leaflet.css">${style('h18')}${script('libraries/leaflet')}`,
    around: '…<div id="map"></div>', tail: script('h18'),
  },
  { id: 'h19', title: 'H19: an import map of its own', head: '<script type="importmap">{"imports":{"lit":"/hosts/h19.js","lit/":"/hosts/","leaflet":"/hosts/h19.js"}}</script><script type="module">import "lit";</script>' },
  { id: 'h20', title: 'H20: a strict policy and Trusted Types', strict: true },
  { id: 'h21', title: 'H21: Turbo visits and morphs', head: `<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">${script('libraries/turbo', 'h21')}` },
  { id: 'h22', title: 'H22: React and Vue draw it again and again', tail: script('libraries/react', 'libraries/vue', 'h22') },
  { id: 'h23', title: 'H23: another version of the library', head: '<script type="module" src="{{other}}/cez.js" data-api="{{api}}"></script>' },
  { id: 'h24', title: 'H24: a translator, a blocker of advertisements', head: style('h24'), tail: script('h24') },
];

export const hosts: readonly Host[] = [...quietHosts, ...hostileHosts];
