/**
 * Lets the test runner drive WebKitGTK: starts a display and WebKitWebDriver, and speaks the part of the
 * W3C WebDriver protocol that is needed. One window is navigated from file to file; a second one would be
 * in the background, where animation frames never come and axe waits for ever.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port.mjs';

const KEYS = { Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Escape: '\uE00C', Space: ' ', PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', Delete: '\uE017' };

/** @returns {Promise<{number: string, stop: () => void}>} a virtual display of its own */
async function startDisplay(command) {
  const child = spawn(command, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [line] = await Promise.race([
    once(child.stdio[3], 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${command} gave no display`))),
  ]);
  return { number: `:${String(line).trim()}`, stop: () => child.kill() };
}

/** @param {{driver: string, browser: string, display: string}} paths see scripts/browsers.mjs */
export function webKitLauncher(paths) {
  let display, driver, base, session, active;

  async function call(method, path, body) {
    const response = await fetch(`${base}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver ${method} ${path}: ${value?.message ?? response.status}`);
    return value;
  }

  async function untilReady() {
    for (const start = Date.now(); Date.now() - start < 20_000; await new Promise((resolve) => setTimeout(resolve, 100))) {
      if (await call('GET', '/status').catch(() => null)) return;
    }
    throw new Error('WebKitWebDriver does not answer');
  }

  async function startBrowser() {
    display = await startDisplay(paths.display);
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    driver = spawn(paths.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      // As root, and in containers, WebKit's own sandbox cannot be set up.
      env: { ...process.env, DISPLAY: display.number, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1', NO_AT_BRIDGE: '1' },
    });
    await untilReady();
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] } } };
    const { sessionId } = await call('POST', '/session', { capabilities });
    session = `/session/${sessionId}`;
    await call('POST', `${session}/window/rect`, { width: 1100, height: 900 });
  }

  let started;
  return {
    name: 'WebKitGTK',
    type: 'webdriver', // the name under which @web/test-runner-commands finds sendKeys
    concurrency: 1,
    async startSession(id, url) {
      await (started ??= startBrowser());
      active = id;
      await call('POST', `${session}/url`, { url });
    },
    isActive: (id) => active === id,
    getBrowserUrl: () => call('GET', `${session}/url`),
    async stopSession() {
      active = undefined;
      return {};
    },
    startDebugSession() {
      throw new Error('WebKitGTK has no debug mode here');
    },
    /** Presses each key in turn. Keys have the names of `KeyboardEvent.key`. */
    async sendKeys(_id, keys) {
      const actions = keys
        .map((key) => KEYS[key] ?? key)
        .flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
      await call('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async stop() {
      if (session) await call('DELETE', session).catch(() => undefined);
      driver?.kill();
      display?.stop();
    },
  };
}
