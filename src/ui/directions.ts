/** The way to a center, in the map app the customer already has; nothing is asked of it before the press. */
import type { Position } from '../model/wire.js';

export function directionsUrl({ lat, lng }: Position): string {
  const { userAgent } = navigator;
  if (/iPhone|iPad|Macintosh/.test(userAgent)) return `https://maps.apple.com/?daddr=${lat},${lng}`;
  if (/Android/.test(userAgent)) return `https://www.google.com/maps/dir/?api=1&destination=${lat},${lng}`;
  return `https://www.openstreetmap.org/directions?to=${lat},${lng}`;
}
