/** The sample places: `places.csv` beside this file, read as an operator's own would be. */
import { readFileSync } from 'node:fs';
import { readPlacesFile } from '../import/places-file.js';
import type { StoredPlace } from '../places/place-store.js';

export function samplePlaces(): StoredPlace[] {
  const text = readFileSync(new URL('./places.csv', import.meta.url), 'utf8');
  return readPlacesFile(text, false).rows.map(({ fields }) => ({ ...(fields as unknown as StoredPlace), sample: true }));
}
