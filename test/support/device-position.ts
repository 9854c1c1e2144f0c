/** The device's own knowledge of where it is, which no browser under test has. */
type Answer = { lat: number; lng: number } | 'denied' | 'timeout' | 'silent';

const CODES = { denied: 1, timeout: 3 };

/** Until the end of the test. Returns how often the device was asked. */
export function deviceAt(answer: Answer): { asked: number } {
  const seen = { asked: 0 };
  const getCurrentPosition = (found: PositionCallback, failed: PositionErrorCallback): void => {
    seen.asked++;
    if (typeof answer === 'object') found({ coords: { latitude: answer.lat, longitude: answer.lng } } as GeolocationPosition);
    else if (answer !== 'silent') failed({ code: CODES[answer], PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3 } as GeolocationPositionError);
  };
  Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition } });
  return seen;
}

afterEach(() => void Reflect.deleteProperty(navigator, 'geolocation'));
