import { describe, expect, it } from 'vitest';
import { distanceKm } from '../../src/model/distance.js';

const sofia = { lat: 42.6977, lng: 23.3219 };

describe('distance', () => {
  it.each([
    ['Vratsa', { lat: 43.21, lng: 23.5625 }, 60.2],
    ['Vidin', { lat: 43.9961, lng: 22.8679 }, 148.9],
    ['Blagoevgrad', { lat: 42.0116, lng: 23.0905 }, 78.6],
  ])('from Sofia to %s is right within a kilometre', (_, place, km) => {
    expect(Math.abs(distanceKm(sofia, place) - km)).toBeLessThan(1);
    expect(distanceKm(place, sofia)).toBeCloseTo(distanceKm(sofia, place), 9);
  });

  it('is nothing to oneself and half the way round to the other side', () => {
    expect(distanceKm(sofia, sofia)).toBe(0);
    expect(distanceKm({ lat: 0, lng: 0 }, { lat: 0, lng: 180 })).toBeCloseTo(Math.PI * 6371, 6);
    expect(distanceKm({ lat: 90, lng: 0 }, { lat: -90, lng: 77 })).toBeCloseTo(Math.PI * 6371, 6);
  });

  it('is one minute of latitude to the nautical mile', () => {
    expect(distanceKm({ lat: 43, lng: 23 }, { lat: 43 + 1 / 60, lng: 23 })).toBeCloseTo(1.853, 2);
  });
});
