/** Whoever runs these tests sits in `zone`, and goes home after them: other files share the process. */
import { beforeAll } from 'vitest';

export const inZone = (zone: string): void =>
  beforeAll(() => {
    const { TZ: home } = process.env;
    process.env['TZ'] = zone;
    return () => {
      if (home === undefined) delete process.env['TZ'];
      else process.env['TZ'] = home;
    };
  });
