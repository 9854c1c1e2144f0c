/**
 * Tells a page's statistics what is done in the widgets, never by whom: copy it, load it before `cez.js`, and take out
 * what you do not count. Feeds `dataLayer` (Google Tag Manager, Matomo Tag Manager) and `_paq` (Matomo), whichever
 * the page has; neither is asked for consent here: do not load this file before your consent manager allows statistics.
 *
 * Left out on purpose, since statistics know visitors again: receipts' numbers, whether a bill is overdue, and which
 * outage somebody looked at, which may be at home.
 */
const FORWARDED = {
  'cez-outcome': ({ outcome }) => outcome,
  'cez-error': ({ code }) => code,
  'cez-search': ({ resultCount }) => resultCount,
  'cez-center-select': ({ centerId }) => centerId,
  'cez-notice-dismiss': ({ noticeId }) => noticeId,
  'cez-outage-select': () => '',
  'cez-balance-shown': () => '',
  'cez-submit': () => '',
  'cez-reading-received': () => '',
  'cez-einvoice-received': () => '',
};

for (const [type, valueOf] of Object.entries(FORWARDED)) {
  document.addEventListener(type, ({ target, detail }) => {
    const tag = target.localName;
    const value = String(valueOf(detail ?? {}));
    window.dataLayer?.push({ event: type, cezTag: tag, cezValue: value });
    window._paq?.push(['trackEvent', tag, type, value]);
  });
}
