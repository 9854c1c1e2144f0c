/** Asks the device where it is, once, on the customer's press. The answer stays in memory. */
import type { Position } from '../model/wire.js';

/** Why there is no position: the customer said no, or the device does not know. */
export class NoPosition extends Error {
  constructor(readonly denied: boolean) {
    super(denied ? 'denied' : 'not found');
  }
}

/** @throws NoPosition */
export function locate(): Promise<Position> {
  return new Promise((resolve, reject) => {
    // Absent on pages that are not served over https.
    if (!('geolocation' in navigator)) return reject(new NoPosition(false));
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude }),
      ({ code, PERMISSION_DENIED }) => reject(new NoPosition(code === PERMISSION_DENIED)),
      { timeout: 10_000, maximumAge: 300_000 },
    );
  });
}
