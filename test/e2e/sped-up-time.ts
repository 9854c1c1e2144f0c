/**
 * A page whose time flies while a test waits, so that nobody sits through a deadline. Only the page's clock
 * and timers are fast; requests, the API and the database are as slow as they are.
 */
import type { Locator, Page } from '@playwright/test';

/** The machine's own slowness is not the page's: so long time goes at its own pace. */
const PATIENT_MS = 400;
/** What flies by between two looks, and how long a look takes. */
const STEP_MS = 250;
const BREATH_MS = 20;
/** After so many steps only deadlines are waited for, and time flies faster. */
const SLOW_STEPS = 40;
/** Of the page's time. */
const LIMIT_MS = 180_000;

const now = (page: Page): Promise<number> => page.evaluate(() => Date.now());

/** Waits until `shown` is visible; resolves to the seconds that this took by the page's clock. */
export async function secondsUntil(page: Page, shown: Locator): Promise<number> {
  const [from, begun] = [await now(page), Date.now()];
  for (let steps = 0; ; ) {
    if (await shown.first().isVisible()) return ((await now(page)) - from) / 1000;
    if ((await now(page)) - from > LIMIT_MS) throw new Error(`Time flew in vain, until: ${shown.toString()}`);
    if (Date.now() - begun > PATIENT_MS) await page.clock.runFor(STEP_MS * (steps++ < SLOW_STEPS ? 1 : 8));
    await new Promise((resolve) => setTimeout(resolve, BREATH_MS));
  }
}
