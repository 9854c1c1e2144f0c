/**
 * What a screen reader is told of a widget: the browser's accessibility tree as text, one node a line, with
 * what has the focus. Texts that only repeat the name of what they are in are left out; so is what is announced,
 * which comes and goes with time.
 */
import type { Page } from '@playwright/test';

const STATES = new Set(['expanded', 'checked', 'disabled', 'required', 'invalid', 'level', 'live', 'pressed', 'busy']);
const SILENT = new Set(['none', 'generic', 'InlineTextBox', 'LineBreak', 'ListMarker', 'DescriptionListDetail']);
const NAMED = new Set(['button', 'link', 'textbox', 'checkbox', 'radio', 'group', 'radiogroup', 'image', 'heading', 'DisclosureTriangle']);

/** Take their names from the texts in them. */
const NAMED_BY_CONTENT = new Set(['button', 'link', 'heading', 'radio', 'checkbox', 'paragraph', 'term', 'LabelText', 'textbox', 'DisclosureTriangle', 'Legend']);

interface Node {
  nodeId: string;
  ignored: boolean;
  role?: { value?: unknown };
  name?: { value?: unknown };
  description?: { value?: unknown };
  value?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
  backendDOMNodeId?: number;
}

const squeeze = (text: unknown): string => (typeof text === 'string' ? text : typeof text === 'number' ? String(text) : '').replace(/\s+/g, ' ').trim();

const partsOf = ({ name, value, description }: Node): [name: string, value: string, description: string] => [squeeze(name?.value), squeeze(value?.value), squeeze(description?.value)];

/** One node in words: role, name, value, states, description. */
function spoken(node: Node): string {
  const [name, value, description] = partsOf(node);
  const states = (node.properties ?? []).filter((state) => STATES.has(state.name) && !['false', ''].includes(String(state.value.value)));
  const told = states.map((state) => (String(state.value.value) === 'true' ? state.name : `${state.name} ${String(state.value.value)}`));
  return [squeeze(node.role?.value), name && `“${name}”`, value && `= ${value}`, told.length && `[${told.join(', ')}]`, description && `(${description})`].filter(Boolean).join(' ');
}

/** The lines of `tag`, and those of its controls, groups and pictures that have no name. */
export async function spokenTree(page: Page, tag: string): Promise<{ lines: string[]; unnamed: string[] }> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  const { root: document } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: document.nodeId, selector: tag });
  const { node: host } = await session.send('DOM.describeNode', { nodeId });
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const children = ({ childIds = [] }: Node): Node[] => childIds.flatMap((id) => byId.get(id) ?? []);
  const isHeard = ({ ignored, role }: Node): boolean => !ignored && !SILENT.has(squeeze(role?.value));
  const heard = (node: Node): Node[] => children(node).flatMap((child) => (isHeard(child) ? [child] : heard(child)));
  const unnamed: string[] = [];
  const focused = nodes.find(({ role, properties }) => squeeze(role?.value) !== 'RootWebArea' && properties?.some((state) => state.name === 'focused' && state.value.value === true));
  const lines = [`focus: ${focused ? spoken(focused) : 'none'}`];

  const walk = (node: Node, depth: number, inside: string): void => {
    const role = squeeze(node.role?.value);
    const [name] = partsOf(node);
    // What only repeats the name of what it is in is said once.
    const isSilent = !isHeard(node) || (role === 'StaticText' && (!name || inside.includes(name)));
    // A fold has the name of its summary.
    const isFold = heard(node).some((child) => squeeze(child.role?.value) === 'DisclosureTriangle');
    if (!isSilent) {
      lines.push('  '.repeat(depth) + (role === 'StaticText' ? `“${name}”` : spoken(node)));
      if (NAMED.has(role) && !isFold && !name) unnamed.push(spoken(node));
    }
    for (const child of children(node)) walk(child, depth + (isSilent ? 0 : 1), NAMED_BY_CONTENT.has(role) ? name : inside);
  };
  const root = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === host.backendNodeId);
  if (root) walk(root, 0, '');
  return { lines, unnamed };
}
