/**
 * Where the servers of this test run are (see web-test-runner.config.mjs): the real API with its sample
 * data, and the fault proxy in front of it. Ports differ from run to run.
 */
import { pause, until } from './device-clock.js';
import { onward } from './page-fetch.js';

interface TestEnvironment {
  /** Moment the sample data are dated to, for the attribute `now`. */
  now: string;
  /** Origin of the API, such as `http://localhost:1234`. It counts no failures, since all tests come from one address. */
  api: string;
  /** Origin of the same API, failures counted: sixty of a whole test run, and it waits. */
  limited: string;
  /** Origin of test-control.ts. */
  control: string;
  /** Origin of the fault proxy, and of its control. */
  proxy: string;
  proxyControl: string;
  /** Origin at which nobody listens. */
  closed: string;
}

declare global {
  var cezTestEnvironment: TestEnvironment;
}

/** Value for the `now` attribute: a Wednesday morning in Sofia, to which the sample data are dated. */
export const testNow = globalThis.cezTestEnvironment.now;

/** Value for the `api` attribute: the real API. */
export const apiUrl = `${globalThis.cezTestEnvironment.api}/v1`;

/** The same API, which asks for a challenge after too many failures. */
export const limitedUrl = `${globalThis.cezTestEnvironment.limited}/v1`;

/** Nobody listens here: the connection is refused. */
export const refusedUrl = `${globalThis.cezTestEnvironment.closed}/v1`;

/** Faults of test/support/fault-proxy.mjs. */
export type Fault =
  | 'none' | 'http-503' | 'http-503-no-cors' | 'http-500' | 'http-429' | 'not-found' | 'html-200' | 'html-as-json'
  | 'portal-redirect' | 'empty-200' | 'no-content' | 'wrong-shape' | 'null-200' | 'cut-json' | 'reset' | 'cut' | 'slow'
  | 'drip' | 'late' | 'clock-3h' | 'black-hole' | 'http-401' | 'http-403-html' | 'http-404-html' | 'not-recognized' | 'above-range' | 'value-refused' | 'window-closed' | 'http-410' | 'http-409'
  | 'http-409-wait' | 'http-422' | 'http-422-malformed' | 'http-422-cut' | 'http-429-date' | 'http-429-none' | 'http-429-99999'
  | 'http-429-negative' | 'http-502' | 'not-modified' | 'short' | 'cut-chunk' | 'huge' | 'deep' | 'lost';

/** Value for the `api` attribute: every answer has this fault. */
export const faultyUrl = (fault: Fault): string => `${globalThis.cezTestEnvironment.proxy}/${fault}/v1`;

interface Asked {
  method: string;
  path: string;
  answered: boolean;
}

const isNoPreflight = ({ method }: Asked): boolean => method !== 'OPTIONS';

/** An API whose fault a test changes as it goes, and which remembers what it was asked. */
export class Line {
  /** Engines run side by side, in the same test at the same instant. */
  readonly #name = crypto.randomUUID();

  /** Value for the `api` attribute. */
  get url(): string {
    return `${globalThis.cezTestEnvironment.proxy}/as/${this.#name}/v1`;
  }

  async #control(fault = ''): Promise<Asked[]> {
    const response = await onward(`${globalThis.cezTestEnvironment.proxyControl}/${this.#name}/${fault}`, {});
    return (await response.json()) as Asked[];
  }

  async breakWith(fault: Fault): Promise<void> {
    await this.#control(fault);
  }

  async mend(): Promise<void> {
    await this.#control('none');
  }

  /** Requests so far, oldest first, preflights left out: `GET /v1/centers?brand=cez-bg`. */
  async asked(): Promise<string[]> {
    const asked = await this.#control();
    return asked.filter(isNoPreflight).map(({ method, path }) => `${method} ${path}`);
  }

  /** Waits until so many requests have their answers, also those of which the page says nothing. */
  async answered(count: number): Promise<void> {
    await until(async () => (await this.#control()).filter((asked) => isNoPreflight(asked) && asked.answered).length >= count, `${count} requests have answers`);
    // The page reads what has arrived.
    await pause(50);
  }
}
