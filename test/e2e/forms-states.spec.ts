/**
 * Every state of the forms and of the outages: what a screen reader is told of it, what axe finds or leaves undecided, that
 * nothing is cut off at 320 px or with text spaced out, that fingers hit and Tab goes through and back in the
 * order of the eye. `TRANSCRIPTS=write` writes what is told anew, to be read before it is committed;
 * `npm run drill -- states` repeats all of it in both languages, at 1280 px and in the dark.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { journeys, travel, type State } from './form-states.js';
import { crowded, faults, spaceText, tooSmall } from './looks.js';
import { spokenTree } from './spoken-tree.js';
import { Stack, test as base, type Customer } from './stack.js';
import { outOfOrder, walk } from './tab-walk.js';

/** A Wednesday morning, to which the sample data are dated. */
const MOMENT = '2026-03-18T10:00:00+02:00';
const WIDE = { width: 1280, height: 900 };
/** 1280 px at 400 %. */
const NARROW = { width: 320, height: 640 };
const thorough = Boolean(process.env['DRILL']);

const test = base.extend<object, { stack: Stack }>({
  stack: [
    async ({}, use) => {
      const stack = await Stack.start(MOMENT);
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker' },
  ],
});

// A colour on its way is not the one to measure.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Every customer, meter and request has a number of its own. */
function alike(lines: readonly string[], { clientNumber, authorizationCode }: Customer): string {
  const end = clientNumber.slice(-4);
  return lines
    .join('\n')
    .replaceAll(clientNumber, '319000000001')
    .replaceAll(clientNumber.replace(/(\d{4})(?=\d)/g, '$1 '), '3190 0000 0001')
    .replace(new RegExp(`(•+) ?${end}`, 'g'), '$10001')
    .replaceAll(`“${end}”`, '“0001”')
    .replaceAll(authorizationCode, 'T00001')
    .replace(/(?<!•)•{4}\d{4}/g, '••••2010')
    .replace(/\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b/g, 'ABCD-1234-EFGH');
}

async function expectRoom(page: Page, tag: string): Promise<void> {
  expect.soft(await crowded(page, tag)).toEqual([]);
  expect.soft(await tooSmall(page, tag)).toEqual([]);
  await spaceText(page);
  expect.soft(await crowded(page, tag), 'with text spaced out').toEqual([]);
  await spaceText(page, false);
}

async function expectWay(page: Page, tag: string): Promise<void> {
  const focused = await page.evaluateHandle(() => {
    let inner = document.activeElement;
    while (inner?.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
    return inner as HTMLElement | null;
  });
  // From the start of the page, wherever the form has led.
  await page.evaluate(() => {
    const start = Object.assign(document.createElement('span'), { tabIndex: -1 });
    document.body.prepend(start);
    start.focus();
    start.remove();
  });
  const forth = await walk(page, 'Tab');
  const inside = forth.filter((stop) => stop.tag === tag);
  expect.soft(inside.filter(({ visible }) => !visible).map(({ name }) => name), 'focus that is not seen').toEqual([]);
  expect.soft(outOfOrder(inside)).toEqual([]);
  const back = await walk(page, 'Shift+Tab');
  expect.soft(back.filter((stop) => stop.tag === tag).map(({ name }) => name).reverse()).toEqual(inside.map(({ name }) => name));
  await focused.evaluate((element) => element?.focus());
}

// One after the other they would be the last to end.
test.describe.configure({ mode: 'parallel' });

for (const journey of journeys) {
  for (const lang of ['bg', 'en'] as const) {
    test(`${journey.name} in ${lang}: every state is told, seen and reached`, async ({ page, stack, customer }) => {
      test.setTimeout(300_000);
      const spoken: string[] = [];
      const look = async ({ name, walked }: State): Promise<void> => {
        await test.step(name, async () => {
          await page.setViewportSize(WIDE);
          const { lines, unnamed } = await spokenTree(page, journey.tag);
          spoken.push(`== ${name}`, ...lines, '');
          expect.soft(unnamed, `${name}: without a name`).toEqual([]);
          if (thorough) {
            expect.soft(await faults(page, journey.tag), `${name} at 1280 px`).toEqual([]);
            await page.emulateMedia({ colorScheme: 'dark' });
            expect.soft(await faults(page, journey.tag, 'contrast'), `${name} in the dark`).toEqual([]);
            await page.emulateMedia({ colorScheme: 'light' });
          }
          if (walked && (thorough || lang === 'bg')) await expectWay(page, journey.tag);
          await page.setViewportSize(NARROW);
          if (thorough || lang === 'bg') expect.soft(await faults(page, journey.tag), `${name} at 320 px`).toEqual([]);
          await expectRoom(page, journey.tag);
        });
      };
      await travel(journey, look, { page, stack, customer, lang, moment: MOMENT });
      const file = join(import.meta.dirname, 'transcripts', `${journey.name}.${lang}.txt`);
      const told = `${alike(spoken, customer).trim()}\n`;
      if (process.env['TRANSCRIPTS'] === 'write') writeFileSync(file, told);
      expect(told).toBe(readFileSync(file, 'utf8'));
    });
  }
}
