/**
 * The package as its users get it: packed, installed with its real neighbours into Vite apps in React, Vue and Svelte
 * (test/frameworks/), type-checked, built, and driven in Chromium on the real API. A name after `frameworks` takes
 * that app alone.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../scripts/browsers.mjs';
import { startApi } from '../support/api-process.mjs';
import { freePort } from '../support/free-port.mjs';

const root = resolve(import.meta.dirname, '../..');
const templates = join(root, 'test/frameworks');
const frameworks = process.argv[2] ? [process.argv[2]] : ['react', 'vue', 'svelte'];

function run(folder: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}:\n${stdout}\n${stderr}`);
  return stdout;
}

/** What each app must be able to do; the apps look alike. */
const promises: Record<string, (page: Page) => Promise<void>> = {
  'attributes set what the tags show, and may change': async (page) => {
    await expect(page.locator('cez-center-finder [part=row]').first()).toBeVisible();
    await expect(page.locator('cez-center-finder h3')).toHaveText('Намерете център');
    await page.click('#lang');
    await expect(page.locator('cez-center-finder h3')).toHaveText('Find a center');
    await expect(page.locator('cez-balance-checker .root')).toHaveAttribute('lang', 'en');
    await page.click('#lang');
    await expect(page.locator('cez-center-finder h3')).toHaveText('Намерете център');
  },
  'an event reaches the app, and what it holds another tag': async (page) => {
    const name = page.locator('cez-center-finder [part=row] button').first();
    const [id, words] = [await name.getAttribute('data-id'), await name.textContent()] as const;
    await name.click();
    await expect(page.locator('#chosen')).toHaveText(id!);
    await expect(page.locator('main > cez-hours-card h2')).toHaveText(words!);
    await expect(page.locator('#heard')).toHaveText('select,ready');
    await page.locator('cez-center-finder').getByRole('button', { name: 'Назад към списъка' }).click();
  },
  'an event can be cancelled': async (page) => {
    const form = page.locator('cez-balance-checker');
    await form.getByRole('textbox').nth(0).fill('310000000011');
    await form.getByRole('textbox').nth(1).fill('CEZ011');
    await form.locator('button[type=submit]').click();
    await expect(page.locator('#heard')).toHaveText('select,ready,submit');
    await expect(form.locator('[part=list]')).toHaveCount(0);
  },
  'data is handed in as a property': async (page) => {
    await page.click('#own');
    await expect(page.locator('main > cez-hours-card h2')).toHaveText('Център от приложението');
  },
  'drawing anew leaves the tags and what was typed in them': async (page) => {
    await page.locator('cez-center-finder').getByRole('combobox').first().fill('Враца');
    await page.evaluate(() => Object.assign(globalThis, { tags: [...document.querySelectorAll('main > *')] }));
    for (let count = 1; count <= 25; count++) await page.click('#count');
    await expect(page.locator('#count')).toHaveText('25');
    expect(await page.evaluate(() => [...document.querySelectorAll('main > *')].every((tag, index) => tag === (globalThis as unknown as { tags: Element[] }).tags[index]))).toBe(true);
    await expect(page.locator('cez-center-finder').getByRole('combobox').first()).toHaveValue('Враца');
    await expect(page.locator('main > cez-hours-card details')).toHaveCount(0); // compact, for the count is odd
    await page.click('#count');
    await expect(page.locator('main > cez-hours-card details').first()).toBeVisible();
  },
  'a tag that goes and comes works again, and is heard once': async (page) => {
    for (let time = 0; time < 3; time++) {
      await page.click('#show');
      await expect(page.locator('cez-center-finder')).toHaveCount(0);
      await page.click('#show');
      await expect(page.locator('cez-center-finder [part=row]').first()).toBeVisible();
    }
    await page.locator('cez-center-finder [part=row] button').nth(1).click();
    await expect(page.locator('#heard')).toHaveText('select,ready,submit,select');
  },
};

/** Drives a built app in `folder`. @returns how many promises were broken */
async function drive(folder: string, api: string): Promise<number> {
  const port = await freePort();
  const server = spawn(process.execPath, [join(folder, 'node_modules/vite/bin/vite.js'), 'preview', '--port', String(port), '--strictPort', '--host', 'localhost'], { cwd: folder, stdio: 'ignore' });
  const browser = await chromium.launch({ executablePath: findChromium() as string, args: chromiumFlags });
  let broken = 0;
  const tell = (what: string, fault = ''): void => {
    if (fault) broken += 1;
    console.log(`  ${fault ? '✗' : ' '} ${what}${fault && `: ${fault}`}`);
  };
  try {
    const address = `http://localhost:${port}/`;
    while (!(await fetch(address).catch(() => null))?.ok) await new Promise((resume) => setTimeout(resume, 100));
    const page = await browser.newPage({ locale: 'bg-BG', timezoneId: 'Europe/Sofia' });
    page.setDefaultTimeout(10_000);
    const complaints: string[] = [];
    page.on('console', (message) => ['warning', 'error'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${address}?api=${encodeURIComponent(api)}`);
    for (const [what, keep] of Object.entries(promises)) await keep(page).then(() => tell(what), (error: unknown) => tell(what, String(error)));
    tell('nothing on the console', complaints.join('\n'));
  } finally {
    await browser.close();
    server.kill();
    await once(server, 'exit');
  }
  return broken;
}

const folder = mkdtempSync(join(tmpdir(), 'cez-frameworks-'));
const api = await startApi({ API_NOW: '2026-03-18T10:00+02:00' });
let broken = 0;
try {
  run(root, process.execPath, 'scripts/build.mjs');
  const [packed] = JSON.parse(run(root, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder)) as [{ filename: string }];
  for (const framework of frameworks) {
    const app = join(folder, framework);
    cpSync(join(templates, framework), app, { recursive: true });
    cpSync(join(templates, 'shared'), join(app, 'src'), { recursive: true });
    console.log(framework);
    run(app, 'npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', join(folder, packed.filename));
    for (const step of ['check', 'build']) {
      run(app, 'npm', 'run', step);
      console.log(`    npm run ${step}`);
    }
    broken += await drive(app, `${api.origin}/v1`);
  }
} finally {
  await api.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(broken === 0 ? 'As promised.' : `${broken} promises broken.`);
process.exitCode = broken === 0 ? 0 : 1;
