/**
 * What the journeys on the demo sites share: a page's tags as a page author would have written them, and
 * what a visit leaves on the console. The sites, the API and its data are the real ones.
 */
import { test as base, type Locator, type Page } from '@playwright/test';

/** An ordinary Wednesday, 10:00 in Sofia: what is published is open. */
export const WORKDAY = '2026-03-18T10:00+02:00';
/** Sunday night: nothing is open. */
export const NIGHT = '2026-03-15T03:00+02:00';

export const test = base.extend<{ complaints: string[] }>({
  /** Warnings and errors of the page's console so far, violations of its policy among them. */
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => ['warning', 'error'].includes(message.type()) && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(complaints);
    },
    { auto: true },
  ],
});

/** Tags of the demo that show data without being asked. */
const TAGS = 'cez-center-finder, cez-hours-card, cez-outages, cez-notice, cez-contacts, cez-services';

export const finderOf = (page: Page): Locator => page.locator('cez-center-finder');
export const noticeOf = (page: Page): Locator => page.locator('cez-notice');
export const contactsOf = (page: Page): Locator => page.locator('cez-contacts');
export const cardOf = (page: Page): Locator => page.locator('cez-hours-card');
export const rowsOf = (page: Page): Locator => finderOf(page).locator('[part=row]');
export const nameButtons = (page: Page): Locator => rowsOf(page).getByRole('button');

/** Writes these attributes (null takes one away) into the page's tags, between parsing and the first script. */
export async function writeTags(page: Page, attributes: Record<string, string | null>, fallback = true): Promise<void> {
  await page.addInitScript(
    ([selector, wanted, keep]) => {
      const write = (): void => {
        for (const tag of document.querySelectorAll(selector)) {
          if (!keep) tag.replaceChildren();
          for (const [name, value] of Object.entries(wanted)) {
            if (value === null) tag.removeAttribute(name);
            else tag.setAttribute(name, value);
          }
        }
      };
      document.addEventListener('readystatechange', write, { once: true });
    },
    [TAGS, attributes, fallback] as const,
  );
}

/** Opens a page of the demo; settles when each of its tags shows content or a worded state. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

export async function ready(page: Page): Promise<void> {
  await page.waitForFunction((selector) => [...document.querySelectorAll(selector)].every((tag) => customElements.get(tag.localName) && tag.matches(':state(ready)')), TAGS);
}
