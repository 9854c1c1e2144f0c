/**
 * Tells screen readers what changed. Live regions inside shadow roots are heard unreliably, so the page has
 * one in its light DOM, there before its first use, whoever speaks.
 */
let region: HTMLElement | null = null;
let last = '';
let clearing: ReturnType<typeof setTimeout> | undefined;

const HIDDEN = { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', 'clip-path': 'inset(50%)', 'white-space': 'nowrap' } as const;

/** Puts the region into the page; without it the first message would not be heard. */
export function prepareAnnouncer(): void {
  if (region?.isConnected) return;
  region = document.createElement('div');
  region.setAttribute('aria-live', 'polite');
  for (const name of Object.keys(HIDDEN) as (keyof typeof HIDDEN)[]) region.style.setProperty(name, HIDDEN[name]);
  document.body.append(region);
}

/** Says `message` politely, once: the same message within three seconds is not repeated. */
export function announce(message: string, language: string): void {
  prepareAnnouncer();
  if (!region || message === last) return;
  last = message;
  const line = document.createElement('p');
  line.lang = language;
  line.textContent = message;
  region.replaceChildren(line);
  clearTimeout(clearing);
  clearing = setTimeout(() => {
    region?.replaceChildren();
    last = '';
  }, 3000);
}
