/** Pictures of one element at two visits, pixel by pixel. */
import type { Browser, Locator, Page } from '@playwright/test';

/** A picture of what a tag draws, at rest, down to `height` px: nothing under the pointer, nothing on its way. */
export async function pictureOf(page: Page, widget: Locator, height = Infinity): Promise<string> {
  await page.mouse.move(0, 0);
  // Away from under what stays at the top of the window.
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.waitForLoadState('networkidle');
  const clip = await widget.evaluate(async (tag, most) => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    // The room that is kept around it by cez.css is measured by the page's own text.
    const box = (tag.shadowRoot?.querySelector('.root') ?? tag).getBoundingClientRect();
    return { x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: Math.min(box.height, most) };
  }, height);
  // Not the locator's own: on a page that hides everything it waits for the tag to be seen.
  return (await page.screenshot({ animations: 'disabled', fullPage: true, clip })).toString('base64');
}

export interface Difference {
  /** Width and height of each. */
  sizes: [string, string];
  /** Of all pixels of the part that both show. */
  share: number;
}

/** How two pictures differ; the browser reads them. */
export async function difference(browser: Browser, one: string, other: string): Promise<Difference> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(async (pictures) => {
      const read = async (base64: string): Promise<ImageBitmap> => createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
      const [first, second] = (await Promise.all(pictures.map(read))) as [ImageBitmap, ImageBitmap];
      const [width, height] = [Math.min(first.width, second.width), Math.min(first.height, second.height)];
      const pixels = [first, second].map((bitmap) => {
        const context = new OffscreenCanvas(width, height).getContext('2d')!;
        context.drawImage(bitmap, 0, 0);
        return new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
      }) as [Uint32Array, Uint32Array];
      const differing = pixels[0].reduce((count, pixel, index) => count + (pixel === pixels[1][index] ? 0 : 1), 0);
      return { sizes: [`${first.width} × ${first.height}`, `${second.width} × ${second.height}`] as [string, string], share: differing / (width * height) };
    }, [one, other]);
  } finally {
    await page.close();
  }
}
