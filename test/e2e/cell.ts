/**
 * A cell of the fault matrix that is more than a broken line: what happens to a customer in the middle of a
 * form. What such cells have in common.
 */
import { expect, type Page } from '@playwright/test';
import { askingForms, reasonOf, sendButton, type Form } from './forms.js';
import { expectAnswer, expectQuiet, tell, type Cell, type Scene } from './scene.js';
import { secondsUntil } from './sped-up-time.js';
import { test as base } from './stack.js';

export type Told = Partial<Pick<Cell, 'seconds' | 'words' | 'rows'>>;

export const test = base.extend<{ sceneOf: (form: Form) => Scene }>({
  sceneOf: ({ stack, page, context, customer }, use) => use((form) => ({ stack, page, context, form, customer })),
});

export const storingForms = askingForms.filter(({ stores }) => stores);

/** What `act` gives is told, and by default that all went unnoticed. `quick` cells are part of every run. */
export function cell(form: Form, fault: string, name: string, quick: boolean, act: (scene: Scene) => Promise<Told>, run = test): void {
  run(`${form.tag} meets ${fault} ${name}`, { tag: quick ? [] : ['@drill'] }, async ({ sceneOf, complaints }, info) => {
    const told = await act(sceneOf(form));
    tell(info, { tag: form.tag, fault, name, seconds: null, words: '', rows: null, ...told });
    expectQuiet(complaints);
  });
}

/** How often the API was asked or sent something. */
export const posts = async ({ stack }: Scene): Promise<number> => (await stack.asked()).filter((request) => request.startsWith('POST')).length;

/** Waits until the line has been asked once more than `before`. */
export const untilAsked = (scene: Scene, before: number): Promise<void> => expect.poll(() => posts(scene)).toBeGreaterThan(before);

/** Without waiting for anything, not for the button either: it may be gone. */
export const pressAtOnce = (page: Page, form: Form): Promise<void> => sendButton(page, form).evaluateAll((buttons: HTMLElement[]) => buttons[0]?.click());

/** A page of the same browser, for a customer who comes back. */
export async function comeBack({ context, page, form }: Scene): Promise<Page> {
  await page.close();
  const next = await context.newPage();
  await next.clock.install();
  await next.goto(form.path);
  return next;
}

/** What waited is offered, and sent with the code asked for anew. */
export async function sendWhatWaited(scene: Scene): Promise<Cell['rows']> {
  const { page, form, customer } = scene;
  await secondsUntil(page, reasonOf(page, form));
  await form.resume(page, customer);
  return expectAnswer(scene);
}
