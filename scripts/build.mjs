/**
 * `npm run build [-- --dir FOLDER] [--sizes]`: everything of `dist/` from an empty folder; beside it `custom-elements.json`
 * and what editors read. Two builds of the same sources give the same bytes. `--sizes` writes what the files weigh into
 * the changelog.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { rollup } from 'rollup';
import { configurations } from '../rollup.config.mjs';
import { writeEditorData } from './build/editor-data.mjs';
import { widgetNames } from './build/entries.mjs';
import { writeIntegrity } from './build/integrity.mjs';
import { writeReact } from './build/react.mjs';
import { writeSizeTable } from './build/sizes.mjs';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { dir: { type: 'string', default: join(root, 'dist') }, sizes: { type: 'boolean' } } });
const dist = resolve(values.dir);

/** A warning stops the build; but Leaflet may keep the circles it has, and a module may be types alone. */
function onwarn(warning) {
  if (warning.code === 'EMPTY_BUNDLE') return;
  if (warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids?.every((id) => id.includes('/node_modules/leaflet/'))) return;
  throw new Error(warning.message);
}

/** Put in the place of `dist/` when whole: a build that fails leaves the last good one. */
mkdirSync(join(root, '.cache'), { recursive: true });
const draft = mkdtempSync(join(root, '.cache/build-'));
chmodSync(draft, 0o755);
process.on('exit', () => rmSync(draft, { recursive: true, force: true }));
for (const { output, ...input } of configurations(draft)) {
  const bundle = await rollup({ ...input, onwarn });
  await bundle.write(output);
  await bundle.close();
}
writeIntegrity(draft);

const tsc = join(root, 'node_modules/typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', root, '--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', join(draft, 'npm')], { stdio: 'inherit' });
if (status !== 0) process.exit(1);
copyFileSync(join(root, 'src/api/schema.d.ts'), join(draft, 'npm/api/schema.d.ts')); // tsc copies no hand-in declarations
// What is imported for its effect alone is left out by tsc, and with it the tag's name for TypeScript.
for (const name of widgetNames(root)) writeFileSync(join(draft, `npm/widgets/${name}/define.d.ts`), `import './${name}.js';\n`);

if (spawnSync(process.execPath, [join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js'), 'analyze', '--quiet'], { cwd: root, stdio: 'inherit' }).status !== 0) process.exit(1);
writeEditorData(root);
writeReact(root, join(draft, 'npm'));

rmSync(dist, { recursive: true, force: true });
cpSync(draft, dist, { recursive: true });
if (values.sizes) writeSizeTable(join(root, 'CHANGELOG.md'), dist, Object.keys(JSON.parse(readFileSync(join(root, 'size-budgets.json'), 'utf8'))));
