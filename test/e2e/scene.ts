/**
 * One form, one customer, one line: what the cells of the fault matrix share. A cell is a form under one
 * fault; what came of it goes into the test's annotations, from which fault-table.ts prints the matrix.
 */
import { expect, type BrowserContext, type Page, type TestInfo } from '@playwright/test';
import { answerOf, phoneOf, reasonOf, sendButton, slownessOf, widgetOf, type Form } from './forms.js';
import { secondsUntil } from './sped-up-time.js';
import type { Customer, Stack } from './stack.js';

export interface Scene {
  stack: Stack;
  page: Page;
  context: BrowserContext;
  form: Form;
  customer: Customer;
}

export interface Cell {
  tag: string;
  /** Number in the catalogue. */
  fault: string;
  /** Which of its variants. */
  name: string;
  /** The first words, in seconds from the press by the page's clock; null where nothing was waited for. */
  seconds: number | null;
  /** What the customer reads while the fault lasts. */
  words: string;
  /** Rows in the database at the end; null for forms that store none. */
  rows: number | null;
}

const WORDED_S = 12;
const STEPS = 4;
const STEP_MS = 2_000;
/** What the browser itself notes of a broken line, and what the library tells the page's developer of a chunk that is missing. */
const OF_THE_LINE = /^(Failed to load resource|Access to fetch at|<cez-[a-z-]+> did not load)/;

/** Opens the form's page, on a device whose clock is off by `skew`, and fills the form. */
export async function enter({ page, form, customer }: Scene, skew = 0): Promise<void> {
  await page.clock.install({ time: Date.now() + skew });
  await page.goto(form.path);
  await form.fill(page, customer);
}

export const press = ({ page, form }: Scene): Promise<void> => sendButton(page, form).click();

/** Presses what there is to press for another try. */
export async function tryAgain({ page, form }: Scene): Promise<void> {
  const again = widgetOf(page, form).getByRole('button', { name: /^(Опитайте отново|Изпратете сега)$/ }).filter({ visible: true });
  // A refusal may lead some steps back.
  for (let presses = 0; presses < STEPS; presses++) {
    // What goes by itself as soon as it can takes the button away.
    await again.or(sendButton(page, form)).first().click({ timeout: STEP_MS }).catch(() => undefined);
    const answered = answerOf(page, form).first().waitFor({ timeout: STEP_MS });
    if (await answered.then(() => true, () => false)) return;
  }
}

/** Waits until the form has said something, then until it says why there is no answer: seconds to the first, words of the second. */
export async function readReason({ page, form }: Scene): Promise<Pick<Cell, 'seconds' | 'words'>> {
  const settled = reasonOf(page, form).or(answerOf(page, form));
  const seconds = await secondsUntil(page, slownessOf(page, form).or(settled));
  await secondsUntil(page, settled);
  const words = (await settled.first().innerText()).replace(/\s+/g, ' ');
  expect.soft(seconds, `words after “${words}”`).toBeLessThanOrEqual(WORDED_S);
  expect.soft(await phoneOf(page, form).count(), `the info line beside “${words}”`).toBeGreaterThan(0);
  return { seconds, words };
}

/** The answer is there; what is stored is one row, and its reference is the one on screen. */
export async function expectAnswer(scene: Scene, page = scene.page): Promise<Cell['rows']> {
  const { form, stack, customer } = scene;
  await secondsUntil(page, answerOf(page, form));
  if (!form.stores) return null;
  const rows = (await stack.stored(customer))[form.stores];
  expect(rows).toHaveLength(1);
  await expect(widgetOf(page, form)).toContainText(rows[0]!);
  return rows.length;
}

export function tell(info: TestInfo, cell: Cell): void {
  info.annotations.push({ type: 'cell', description: JSON.stringify(cell) });
}

export function expectQuiet(complaints: readonly string[]): void {
  expect.soft(complaints.filter((line) => !OF_THE_LINE.test(line))).toEqual([]);
}
