/**
 * Looks at a widget as its reader does: by words, roles, labels and parts, through shadow roots, and only at
 * what is drawn.
 */
/** Closed `<details>` count as not drawn. */
const isDrawn = (element: Element): boolean => element.checkVisibility();

function* treeOf(root: Node): Generator<Node> {
  for (const node of root.childNodes) {
    yield node;
    if (node instanceof Element && node.shadowRoot) yield* treeOf(node.shadowRoot);
    yield* treeOf(node);
  }
}

/** All nodes of `host`'s shadow tree, those of further shadow trees in it too. */
export const nodesOf = (host: Element): Node[] => [...treeOf(host.shadowRoot!)];

/** Drawn elements in `host`'s shadow tree. */
export const elementsOf = (host: Element): HTMLElement[] => nodesOf(host).filter((node): node is HTMLElement => node instanceof HTMLElement && isDrawn(node));

/** Words as they are read: a space that does not break is a space. */
export const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The words on the screen, in reading order. */
export const textOf = (host: Element): string =>
  squeeze(
    nodesOf(host)
      .filter((node): node is Text => node instanceof Text && node.parentElement !== null && isDrawn(node.parentElement))
      .map(({ data }) => data)
      .join(' '),
  );

const ROLES = {
  button: 'button, summary',
  link: 'a[href]',
  combobox: '[role=combobox]',
  option: '[role=option]',
  select: 'select',
  heading: 'h2, h3, h4, h5, h6',
  group: '[role=group]',
  row: 'tbody tr',
} as const;

const nameOf = (element: Element): string => squeeze(element.getAttribute('aria-label') ?? element.textContent);

/** Drawn elements of a role, those of a name if one is given. */
export const all = (host: Element, role: keyof typeof ROLES, name?: string): HTMLElement[] =>
  elementsOf(host).filter((element) => element.matches(ROLES[role]) && (name === undefined || nameOf(element) === name));

/** The one drawn element of a role and name. */
export function the(host: Element, role: keyof typeof ROLES, name?: string): HTMLElement {
  const found = all(host, role, name);
  if (found.length !== 1) throw new Error(`${found.length} × ${role} “${name ?? ''}” in: ${textOf(host)}`);
  return found[0]!;
}

/** Drawn elements with a `part`. */
export const parts = (host: Element, part: string): HTMLElement[] => elementsOf(host).filter((element) => element.part.contains(part));

/** The words of each element with a `part`. */
export const partTexts = (host: Element, part: string): string[] => parts(host, part).map(({ textContent }) => squeeze(textContent));

/** The innermost focused element, through shadow roots. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** True if the page's own content inside the tag is drawn. */
export const fallbackDrawn = (host: Element): boolean => host.firstElementChild !== null && isDrawn(host.firstElementChild);

/** Waits until nothing more is to be drawn. */
export async function drawn(host: { updateComplete: Promise<boolean> }): Promise<void> {
  while (!(await host.updateComplete));
}

/** Types into the field as a keyboard does: the text changes and the field tells. */
export function type(field: HTMLElement, text: string): void {
  field.focus();
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** Chooses an option of a select by its words. */
export function choose(field: HTMLElement, label: string): void {
  const select = field as HTMLSelectElement;
  const option = [...select.options].find(({ text }) => squeeze(text) === label);
  if (!option) throw new Error(`No option “${label}” among ${[...select.options].map(({ text }) => text).join(', ')}`);
  select.value = option.value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A key at the focused element, as a listener sees it. */
export function press(key: string): void {
  focused()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

/** What the widgets said to screen readers, in order, from now on. */
export function listen(): { said: string[]; languages: string[] } {
  const heard = { said: [] as string[], languages: [] as string[] };
  const observer = new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (!(target instanceof HTMLElement) || target.ariaLive !== 'polite') continue;
      for (const node of addedNodes) {
        heard.said.push(squeeze(node.textContent ?? ''));
        heard.languages.push((node as HTMLElement).lang);
      }
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
  after(() => observer.disconnect());
  return heard;
}

/** Events of `types` that reach the document, as their types and details. */
export function eventsOf(...types: string[]): { type: string; detail: unknown }[] {
  const events: { type: string; detail: unknown }[] = [];
  const note = (event: Event): void => void events.push({ type: event.type, detail: (event as CustomEvent<unknown>).detail });
  for (const type of types) document.addEventListener(type, note);
  after(() => types.forEach((type) => document.removeEventListener(type, note)));
  return events;
}
