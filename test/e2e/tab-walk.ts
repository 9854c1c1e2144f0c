/** Goes through a page with Tab, as somebody does who has no mouse, and tells where the focus was and whether it was seen. */
import type { Page } from '@playwright/test';

export interface Stop {
  /** Which element has the focus, by kind, words and place in the document. */
  name: string;
  tag: string | null;
  inMap: boolean;
  /** True if the focus is drawn, on the element or around it. */
  visible: boolean;
  /** Where on the page it is, in px. */
  box: { top: number; bottom: number; left: number };
}

/** Where the focus is; null if the page has none. */
export const stop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const outer = document.activeElement;
    if (!outer || outer === document.body) return null;
    let inner = outer;
    while (inner.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
    const around = inner.parentElement?.closest(':focus-within');
    const drawn = [getComputedStyle(inner), getComputedStyle(inner, '::after'), ...(around ? [getComputedStyle(around)] : [])].some(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2);
    const all: Element[] = [];
    const collect = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        all.push(element);
        if (element.shadowRoot) collect(element.shadowRoot);
      }
    };
    collect(document);
    const words = inner.ariaLabel ?? inner.textContent.trim().slice(0, 40);
    const { top, bottom, left } = inner.getBoundingClientRect();
    // Tab stops once at a group of radio buttons: at its first one or its last.
    const group = inner.matches('[type=radio]') ? inner.getAttribute('name') : null;
    return {
      name: group ? `radio buttons “${group}”` : `${inner.localName} “${words}” (element ${all.indexOf(inner)})`,
      tag: outer.localName.startsWith('cez-') ? outer.localName : null,
      inMap: inner.closest('.map') !== null,
      visible: drawn && inner.matches(':focus-visible'),
      box: { top: top + scrollY, bottom: bottom + scrollY, left },
    };
  });

/** Stops that come before what stands above or to the left of them. */
export const outOfOrder = (stops: readonly Stop[]): string[] =>
  stops.slice(1).flatMap(({ name, box }, index) => {
    const before = stops[index]!.box;
    const isAfter = box.top >= before.bottom - 4 || (box.bottom > before.top && box.left > before.left);
    return isAfter ? [] : [`${name} comes after ${stops[index]!.name}`];
  });

/** The stops of one walk through the page, from where the focus is to where it leaves. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press(key);
    const here = await stop(page);
    if (!here || here.name === stops[0]?.name) return stops;
    stops.push(here);
  }
  throw new Error(`The focus never leaves: ${stops.slice(-3).map(({ name }) => name).join(', ')}`);
}
