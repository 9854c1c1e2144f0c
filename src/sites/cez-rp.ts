/** All tags of the grid operator's site, with its preset: for pages that would rather not have tags looked for. */
import { loadSite } from './load-site.js';

await loadSite(import.meta.url, 'cez-rp', ['center-finder', 'hours-card', 'reading-form', 'outages', 'notice', 'contacts', 'services', 'config']);
