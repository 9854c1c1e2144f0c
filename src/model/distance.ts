/** How far apart two places are, in a straight line over the ground; roads are not known here. */
import type { Position } from './wire.js';

/** Kilometres between two positions in degrees, on a sphere of the Earth's mean radius (haversine). */
export const distanceKm = (a: Position, b: Position): number => {
  const radians = Math.PI / 180;
  const half = (degrees: number): number => Math.sin((degrees * radians) / 2) ** 2;
  const chord = half(b.lat - a.lat) + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * half(b.lng - a.lng);
  return 12742 * Math.asin(Math.min(1, Math.sqrt(chord)));
};
