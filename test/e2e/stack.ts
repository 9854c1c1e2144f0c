/**
 * The demo sites over a line that a test can break: the real API in a process of its own, its limits on, the
 * fault proxy in front of it, and the sites asking through the proxy. One for each worker. What is stored is
 * counted in the database.
 */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Browser, type BrowserContext, type Page, type PlaywrightTestOptions } from '@playwright/test';
import { buildSites } from '../../demo/sites/sites.js';
import { startApi } from '../support/api-process.mjs';
import { faultProxy } from '../support/fault-proxy.mjs';
import { freePort } from '../support/free-port.mjs';
import { test as visited } from './visit.js';

export interface Customer {
  clientNumber: string;
  authorizationCode: string;
  meterId: string;
}

/** What is stored of a customer, by reference, oldest first. */
export interface Stored {
  readings: string[];
  einvoices: string[];
}

interface Parts {
  api: Awaited<ReturnType<typeof startApi>>;
  proxy: Server;
  /** Origin of the proxy's control. */
  line: string;
  stop: () => Promise<void>;
}

export class Stack {
  readonly #parts: Parts;
  #refusedAt = 0;

  private constructor(
    parts: Parts,
    /** Origin of the demo sites. */
    readonly site: string,
    /** What the sites ask, through the proxy. */
    readonly api: string,
  ) {
    this.#parts = parts;
  }

  /** `now`: the moment the API lives in and sample data are dated to; the present unless told otherwise. */
  static async start(now = ''): Promise<Stack> {
    const port = await freePort();
    const site = `http://localhost:${port}`;
    const api = await startApi({ ALLOWED_ORIGINS: site, API_LOG: 'on', API_NOW: now });
    const { proxy, control } = faultProxy(api.limited);
    for (const server of [proxy, control]) await once(server.listen(0, 'localhost'), 'listening');
    const [origin, line] = [proxy, control].map((server) => `http://localhost:${(server.address() as AddressInfo).port}`) as [string, string];
    const apiUrl = `${origin}/as/line/v1`;
    const { app } = await buildSites({ apiUrl, now });
    await app.listen({ port, host: 'localhost' });
    const stop = async (): Promise<void> => {
      await app.close();
      for (const server of [proxy, control]) {
        server.closeAllConnections();
        server.close();
      }
      await api.stop();
    };
    return new Stack({ api, line, proxy, stop }, site, apiUrl);
  }

  stop(): Promise<void> {
    return this.#parts.stop();
  }

  async #tell<T>(path: string, origin = this.#parts.line): Promise<T> {
    return (await (await fetch(`${origin}/${path}`)).json()) as T;
  }

  /** Every request from now on meets the fault; what hangs is cut. */
  async breakWith(fault: string): Promise<void> {
    await this.#tell(`line/${fault}`);
  }

  /** Mends the line for what comes, and leaves what is under way to its fault. */
  async letThrough(): Promise<void> {
    await this.#tell('line/none/next');
  }

  /** Nobody listens any more, until the line is mended. */
  async refuse(): Promise<void> {
    const { proxy } = this.#parts;
    this.#refusedAt = (proxy.address() as AddressInfo).port;
    const closed = once(proxy, 'close');
    proxy.close();
    proxy.closeAllConnections();
    await closed;
  }

  async mend(): Promise<void> {
    if (this.#refusedAt) await once(this.#parts.proxy.listen(this.#refusedAt, 'localhost'), 'listening');
    this.#refusedAt = 0;
    await this.breakWith('none');
  }

  /** What was asked so far, preflights included, oldest first: `POST /v1/readings`. */
  async asked(): Promise<string[]> {
    return (await this.#tell<{ method: string; path: string }[]>('line')).map(({ method, path }) => `${method} ${path}`);
  }

  /** Fails in a customer's name until the API asks for a challenge. */
  async useUpAttempts({ clientNumber }: Customer): Promise<void> {
    for (let attempt = 0; attempt < 5; attempt++) {
      await fetch(`${this.api}/balance-lookups`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ clientNumber, authorizationCode: 'WRONG1' }) });
    }
  }

  /** What the API has written into its log so far. */
  get log(): string {
    return this.#parts.api.log();
  }

  /** Where the link of the newest mail leads, as the path of a page of the sites. */
  async mailedPath(): Promise<string> {
    const { mails } = await this.#tell<{ mails: { text: string }[] }>('mailbox', this.#parts.api.limited);
    return /https?:\/\/[^/]+(\/\S+cez-einvoice-token=\S+)/.exec(mails[0]?.text ?? '')?.[1] ?? '';
  }

  newCustomer(): Promise<Customer> {
    return this.#tell('customers', this.#parts.api.control);
  }

  async stored({ clientNumber, meterId }: Customer): Promise<Stored> {
    const { control } = this.#parts.api;
    const [readings, einvoices] = await Promise.all([this.#tell<string[]>(`readings/${meterId}`, control), this.#tell<string[]>(`einvoices/${clientNumber}`, control)]);
    return { readings, einvoices };
  }
}

export const test = visited.extend<{ customer: Customer }, { stack: Stack; cachingBrowser: Browser }>({
  stack: [
    async ({}, use) => {
      const stack = await Stack.start();
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker' },
  ],
  /** For `inPageCache`. */
  cachingBrowser: [
    async ({ playwright, launchOptions }, use) => {
      const browser = await playwright.chromium.launch({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ stack }, use) => use(stack.site),
  customer: async ({ stack }, use) => {
    await use(await stack.newCustomer());
    await stack.mend();
  },
});

type Contexts = Pick<PlaywrightTestOptions, 'baseURL' | 'locale' | 'timezoneId'> & { cachingBrowser: Browser };

/** For `test.extend`: pages that are left are kept in memory, as browsers do; the tests' own does not. */
export const inPageCache = {
  context: async ({ cachingBrowser, baseURL, locale, timezoneId }: Contexts, use: (context: BrowserContext) => Promise<void>): Promise<void> => {
    const context = await cachingBrowser.newContext({ baseURL: baseURL!, locale: locale!, timezoneId: timezoneId! });
    await context.addInitScript(() => addEventListener('pageshow', ({ persisted }) => Object.assign(window, { broughtBack: persisted })));
    await use(context);
    await context.close();
  },
};

/** Leaves the page for another one and comes back to it, as it is in memory. */
export async function leaveAndReturn(page: Page, other: string): Promise<void> {
  const { pathname } = new URL(page.url());
  await page.goto(other);
  // A load is waited for in vain.
  await page.evaluate(() => history.back());
  await expect.poll(() => page.evaluate(() => location.pathname).catch(() => '')).toBe(pathname);
  expect(await page.evaluate(() => (window as { broughtBack?: boolean }).broughtBack)).toBe(true);
}
