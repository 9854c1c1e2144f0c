/**
 * How widgets look to a machine that cannot see: what axe finds and what it leaves undecided, text that runs out
 * of its place, controls too small for a finger.
 */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe leaves undecided, how it is known (by selector, markup or message), and why it is no fault here. */
const UNDECIDED: readonly (readonly [rule: string, mark: string, reason: string])[] = [
  ['color-contrast', '.map-credits', 'Over a canvas, which axe cannot read; the text has a ground of its own.'],
  ['color-contrast', '.map-pin > span', 'The pin beside it is a pseudo element; the text has a ground of its own.'],
  ['color-contrast', '>−</button>', 'A minus is no letter to axe; the plus above it has the same colours and is measured.'],
  ['color-contrast', '<span aria-hidden="true"> →</span>', 'An arrow is no letter to axe; the ends beside it have the same colours and are measured.'],
  ['color-contrast', 'text-anchor="middle"', 'One digit of the drawn meter is too short for axe; ink and muted on canvas are measured in the texts around.'],
  ['color-contrast', '.boxes[aria-hidden="true"]', 'One digit behind the field; muted on canvas is measured in the texts around.'],
  ['color-contrast', 'id="register-', 'Over the boxes of the digits, which axe takes for its ground; ink on canvas is measured in the other fields.'],
  ['color-contrast', 'overlapped by another element', 'Lies under the open suggestions; measured in the other states.'],
];

/** Of all rules, of all but contrast, which takes axe as long as the others together, or of contrast alone. */
export async function faults(page: Page, tags: string, of: 'all' | 'layout' | 'contrast' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    runOnly: of === 'contrast' ? ['color-contrast'] : RULES,
    ...(of === 'layout' && { rules: { 'color-contrast': { enabled: false } } }),
    resultTypes: ['violations', 'incomplete'],
  };
  const { violations, incomplete } = await page.evaluate(([selector, chosen]) => window.axe!.run(selector, chosen), [tags, options] as const);
  const listed = (kind: string, results: typeof violations): string[] =>
    results.flatMap(({ id, nodes }) =>
      nodes.flatMap(({ target, html, any, all, none }) => {
        const told = `${target.flat().join(' ')} ${html} ${[...any, ...all, ...none].map(({ message }) => message).join(' ')}`;
        const known = kind === 'undecided' && UNDECIDED.some(([rule, mark]) => rule === id && told.includes(mark));
        return known ? [] : [`${kind} ${id}: ${told}`];
      }),
    );
  return [...listed('violation', violations), ...listed('undecided', incomplete)];
}

/** Text that runs out of the page, is cut off, or lies over other text, by its boxes. */
export const crowded = (page: Page, tags: string): Promise<string[]> =>
  page.evaluate((selector) => {
    const wrong: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) wrong.push(`The page is ${document.documentElement.scrollWidth} px wide`);
    const boxes: { text: string; box: DOMRect }[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Element && (node.matches('.said, .map, [role=listbox], option, script, style') || !node.checkVisibility())) return;
      if (node instanceof Text && node.data.trim()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) boxes.push({ text: node.data.trim(), box });
      }
      const shadow = node instanceof Element ? node.shadowRoot : null;
      for (const child of (shadow ?? (node instanceof HTMLSlotElement ? { childNodes: node.assignedNodes() } : node)).childNodes) walk(child);
    };
    for (const tag of document.querySelectorAll(selector)) walk(tag);
    boxes.forEach(({ text, box }, index) => {
      if (box.left < -0.5 || box.right > innerWidth + 0.5) wrong.push(`“${text}” leaves the page`);
      for (const other of boxes.slice(index + 1)) {
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // Boxes of letters are taller than the letters; lines of one paragraph touch.
        if (width > 2 && height > box.height / 3) wrong.push(`“${text}” lies over “${other.text}”`);
      }
    });
    return wrong;
  }, tags);

/** WCAG 1.4.12, in every shadow tree of the page, as a reader's own style would set it. */
export const spaceText = (page: Page, on = true): Promise<void> =>
  page.evaluate((isOn) => {
    const isSpacing = (sheet: CSSStyleSheet): boolean => 'spacing' in sheet;
    const sheet = Object.assign(new CSSStyleSheet(), { spacing: true });
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
    const spread = (root: Document | ShadowRoot): void => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((other) => !isSpacing(other)), ...(isOn ? [sheet] : [])];
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) spread(element.shadowRoot);
    };
    spread(document);
  }, on);

/** Controls that a finger may miss: 24 px, and 44 px high for what leads on (WCAG 2.5.8, 2.5.5). */
export const tooSmall = (page: Page, tags: string): Promise<string[]> =>
  page.evaluate((selector) => {
    const found: string[] = [];
    const search = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) search(element.shadowRoot);
        if (element.tabIndex < 0 || !element.checkVisibility()) continue;
        // Whoever presses a label presses its box.
        const target = element.matches('[type=radio], [type=checkbox]') ? element.closest('label') ?? element : element;
        const { width, height } = target.getBoundingClientRect();
        const least = element.matches('.primary, [part=error] button') ? 44 : 24;
        if (width < 24 || height < least) found.push(`${element.localName} “${element.textContent.trim()}” is ${Math.round(width)} × ${Math.round(height)}`);
      }
    };
    for (const tag of document.querySelectorAll(selector)) if (tag.shadowRoot) search(tag.shadowRoot);
    return found;
  }, tags);
