/**
 * Tells search engines about a center, once a page: a JSON-LD block in the document's head, where they look.
 * The block is data and never runs, yet pages with Trusted Types want a policy's word for the text of any script.
 */
import type { LanguageName } from '../i18n/messages.js';
import { centerJsonLd } from '../model/structured-data.js';
import type { Center } from '../model/wire.js';

interface Policy {
  createScript(text: string): string;
}

let policy: Policy | null = null;
try {
  const { trustedTypes } = globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } };
  policy = trustedTypes?.createPolicy('cez', { createScript: (text) => text }) ?? null;
} catch {
  // The page allows no policy of ours; then it gets no block, and nothing else is lost.
}

export function publishCenter(center: Center, language: LanguageName): void {
  const text = JSON.stringify(centerJsonLd(center, language));
  const marked = [...document.head.querySelectorAll<HTMLElement>('script[data-cez-center]')];
  const existing = marked.find((script) => script.dataset['cezCenter'] === center.id);
  if (existing?.textContent === text) return;
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  script.dataset['cezCenter'] = center.id;
  script.text = policy ? policy.createScript(text) : text;
  existing?.remove();
  document.head.append(script);
}
