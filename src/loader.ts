/**
 * The script-tag entry `cez.js`: registers the tags that are on the page and those that are added later,
 * each on its own, so that one that fails or is unknown keeps no other waiting. Tags inside somebody
 * else's shadow root are not seen: whoever builds one imports `widgets/*.js` there.
 */
import { adoptSettings, hintRequests, load } from './embed.js';

const root = new URL('.', import.meta.url);
/** Names of the tags of this build without `cez-`, written in by the build. */
const tags = '__TAGS__'.replace(/[^,]+/g, 'cez-$&');

function meet(element: Element): void {
  hintRequests(element, root);
  void load(element.localName.slice(4), root);
}

function scan(tree: Element): void {
  if (tree.matches(tags)) meet(tree);
  tree.querySelectorAll(tags).forEach(meet);
}

adoptSettings(import.meta.url);
scan(document.documentElement);
new MutationObserver((changes) => {
  for (const { addedNodes } of changes) for (const node of addedNodes) if (node instanceof Element) scan(node);
}).observe(document, { childList: true, subtree: true });
