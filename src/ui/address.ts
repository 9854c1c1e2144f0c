/** A center's address on one line. */
import type { CentersKey } from '../i18n/bg/centers.js';
import type { Words } from '../i18n/words.js';
import type { Center } from '../model/wire.js';

/** 'бул. „Васил Кънчов“ 5, 3000 Враца'; says so if nothing is known. */
export function addressText(words: Words<CentersKey>, { street, postalCode, place }: Center['address']): string {
  const town = [postalCode, place && words.place(place)].filter(Boolean).join(' ');
  return [street && words.place(street), town].filter(Boolean).join(', ') || words.t('addressUnknown');
}
