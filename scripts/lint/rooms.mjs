/**
 * ESLint rule: which room of `src/` may import from which (the directions of CONTRIBUTING.md). An import
 * against them is how a tidy house becomes one big room, so it is an error and not a review remark.
 */
import { dirname, join, relative } from 'node:path';

/** Room of a path inside `src/`: its first folder, `widgets/<tag>` for a widget, `.` for files at the top. */
function roomOf(path) {
  const [first, second, third] = path.split('/');
  if (first === 'widgets' && third) return `widgets/${second}`;
  return second ? first : '.';
}

const below = ['model', 'api', 'core', 'i18n', 'theme', 'ui', 'forms', 'map'];

/** Rooms and packages each room may import; itself always. */
const allowed = {
  model: { rooms: [], packages: [] },
  api: { rooms: ['model'], packages: [] },
  i18n: { rooms: ['model', 'api'], packages: [] },
  theme: { rooms: [], packages: ['lit'] },
  core: { rooms: ['model', 'api', 'i18n', 'theme'], packages: ['lit', '@lit/context'] },
  ui: { rooms: ['model', 'core', 'i18n', 'theme'], packages: ['lit', 'lucide'] },
  forms: { rooms: ['model', 'core', 'i18n', 'theme', 'ui'], packages: ['lit', 'lucide'] },
  map: { rooms: ['model'], packages: ['lit'] },
  widgets: { rooms: below, packages: ['lit', '@lit/context', 'lucide'] },
  prerender: { rooms: ['model', 'i18n', 'ui'], packages: [] },
  sites: { rooms: ['.'], packages: [] },
};

/** Leaflet is known to the files that draw with it and to nobody else. */
const isLeafletFile = (path) => /^map\/([\w-]*-)?(leaflet|marker|layer)s?(-[\w-]+)?\.ts$/.test(path);

/** @returns {string | null} why `from` (path inside src/) may not import `source`, or null; `lazy` is `import()` */
export function objection(from, source, typeOnly, lazy = false) {
  const room = roomOf(from);
  if (!source.startsWith('.')) {
    // What draws a QR code is fetched where one is shown, so one file may import it and others ask for that file.
    if (source === 'lean-qr') return from === 'widgets/sms-signup/qr-code.ts' ? null : 'Only widgets/sms-signup/qr-code.ts knows lean-qr.';
    if (/^leaflet(\/|$)/.test(source)) return isLeafletFile(from) ? null : 'Only the Leaflet files of map/ know Leaflet; use the map port.';
    const packages = room.startsWith('widgets/') ? allowed.widgets.packages : (allowed[room]?.packages ?? []);
    return packages.some((name) => source === name || source.startsWith(`${name}/`)) ? null : `${room}/ may not import the package ${source}.`;
  }
  const to = join(dirname(from), source);
  const target = roomOf(to);
  if (from === 'define.ts') return /^widgets\/[^/]+\/define\.js$/.test(to) ? null : 'define.ts imports define.js of the widgets and nothing else.';
  if (from === 'index.ts') return /\/define\.js$/.test(to) && to !== 'core/define.js' ? 'index.ts must not register anything.' : null;
  if (/^(loader|embed)\.ts$/.test(from) && to !== 'embed.js') return 'The loader imports nothing of the library: each import is one more trip before the first widget.';
  if (/^widgets\/[^/]+\/define\.ts$/.test(from)) {
    const own = from.split('/')[1];
    const fine = to === `widgets/${own}/${own}.js` || to === 'core/define.js' || /^widgets\/[^/]+\/define\.js$/.test(to);
    return fine ? null : "A define.ts imports its own class, core/define.js and define.js of the tags it renders.";
  }
  if (target === room) return null;
  if (from === 'model/wire.ts' && to === 'api/schema.js') return typeOnly ? null : 'The contract is imported for its types only.';
  if (room.startsWith('widgets/')) {
    if (allowed.widgets.rooms.includes(target)) return null;
    // A tag that shows another one registers it when it is needed.
    if (lazy && /^widgets\/[^/]+\/define\.js$/.test(to)) return null;
    return target.startsWith('widgets/') && typeOnly ? null : `A widget may not import ${to}: share through a room below, or render the tag.`;
  }
  if (room === 'prerender' && target.startsWith('widgets/')) return /(-words|-title)\.js$/.test(to) ? null : 'Of a widget prerender/ takes its words.';
  if (room === 'sites' && to !== 'embed.js') return 'A site script imports the embedding code and nothing else.';
  return allowed[room]?.rooms.includes(target) ? null : `${room}/ may not import ${target}/.`;
}

export const rooms = {
  meta: { type: 'problem', schema: [], messages: { against: '{{why}}' } },
  create(context) {
    const from = relative(join(context.cwd, 'src'), context.filename).replaceAll('\\', '/');
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const typeOnly = node.importKind === 'type' || node.exportKind === 'type';
      const why = objection(from, node.source.value, typeOnly, node.type === 'ImportExpression');
      if (why) context.report({ node: node.source, messageId: 'against', data: { why } });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check };
  },
};
