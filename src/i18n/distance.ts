/** Distances as they are read here. */
import type { CentersKey } from './bg/centers.js';
import type { Words } from './words.js';

/** '2,3 км', '850 м'; the space does not break. */
export function distanceText(words: Words<CentersKey>, km: number): string {
  if (km < 1) return words.t('metres', { n: Math.max(1, Math.round(km * 20)) * 50 });
  const figure = km < 10 ? (Math.round(km * 10) / 10).toFixed(1).replace(/\.0$/, '') : String(Math.round(km));
  return words.t('kilometres', { n: words.language === 'bg' ? figure.replace('.', ',') : figure });
}
