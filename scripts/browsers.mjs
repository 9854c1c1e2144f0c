/**
 * Where the browsers for tests are on this machine. Looks, and starts nothing; what is missing is
 * `null`, and `ensure.mjs` decides what to do about it.
 */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { homedir } from 'node:os';

/** For Chromium under test: no sandbox (containers run as root), no traffic of its own. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return null;
  }
}

function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
      const found = folder && executable(join(folder, name));
      if (found) return found;
    }
  }
  return null;
}

/** The newest `chromium-1234/…/chrome` that `npx playwright install chromium` left. */
function inPlaywrightCache() {
  const cache = process.env['PLAYWRIGHT_BROWSERS_PATH'] || join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright');
  if (!existsSync(cache)) return null;
  const inside = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-win/chrome.exe'];
  for (const build of readdirSync(cache).filter((name) => name.startsWith('chromium-')).sort().reverse()) {
    for (const path of inside) {
      const found = executable(join(cache, build, path));
      if (found) return found;
    }
  }
  return null;
}

export function findChromium() {
  const told = process.env['CHROME_PATH'] || process.env['CHROMIUM'];
  if (told) return executable(told);
  return (
    onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    executable('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome') ??
    inPlaywrightCache()
  );
}

export function findFirefox() {
  const told = process.env['FIREFOX_PATH'];
  return told ? executable(told) : onPath('firefox-esr', 'firefox');
}

/** WebKitGTK's driver, its small browser and the display it needs. */
export function findWebKit() {
  const driver = onPath('WebKitWebDriver');
  const libraries = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec', '/usr/lib', '/usr/lib64'];
  const browser = libraries
    .flatMap((folder) => ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((version) => join(folder, version, 'MiniBrowser')))
    .map(executable)
    .find(Boolean);
  const display = onPath('Xvfb');
  return driver && browser && display ? { driver, browser, display } : null;
}
