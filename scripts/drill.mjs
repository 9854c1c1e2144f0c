/**
 * `npm run drill -- submissions|limits|timing|engines|storm|capacity|faults|states|hosts|strings`: what is too long for every
 * change. Starts the real API, treats it badly on purpose, prints what came of it, and fails if a promise is broken. A number
 * after the name makes it longer or shorter; `storm` takes `--minutes` and `--processes`, the last four what their browser's tool takes.
 */
import { spawnSync } from 'node:child_process';
import { ensureDependencies, ensureNode, root, stop } from './ensure.mjs';

const drills = ['submissions', 'limits', 'timing', 'engines', 'storm', 'capacity', 'faults', 'states', 'hosts', 'strings'];
const [name, ...rest] = process.argv.slice(2);
ensureNode();
if (!drills.includes(name)) stop(`Which one? ${drills.map((drill) => `npm run drill -- ${drill}`).join(', ')}`);
ensureDependencies();
const { status } = spawnSync(process.execPath, ['--import', 'tsx', `test/drill/${name}.ts`, ...rest], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
