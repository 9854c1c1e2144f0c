/**
 * Registers a site's set of tags at once, whether they are on the page yet or not. The brand is set before
 * the first widget arrives, so that none asks for the other brand's data.
 */
import { adoptSettings, hintRequests, load } from '../embed.js';

/** Resolves when every tag of the set is registered or has failed with its console line. */
export async function loadSite(scriptUrl: string, brand: string, names: readonly string[]): Promise<void> {
  const root = new URL('..', scriptUrl);
  adoptSettings(scriptUrl, { brand });
  document.querySelectorAll(names.map((name) => `cez-${name}`).join()).forEach((element) => hintRequests(element, root));
  await Promise.all(names.map((name) => load(name, root)));
}
