/** All tags of the supplier's site, with its preset: for pages that would rather not have tags looked for. */
import { loadSite } from './load-site.js';

await loadSite(import.meta.url, 'cez-bg', ['center-finder', 'hours-card', 'balance-checker', 'reading-form', 'einvoice-form', 'sms-signup', 'notice', 'contacts', 'services', 'config']);
