/**
 * A center as schema.org data for search engines: what its data say, with what is unknown left out.
 * Nothing here is for the screen.
 */
import { WEEKDAYS } from './opening-hours.js';
import type { Center, SpecialOpeningHoursSpecification, Text } from './wire.js';

type Entry = Partial<Omit<SpecialOpeningHoursSpecification, 'dayOfWeek'>> & { dayOfWeek?: readonly unknown[] };

/** Closed is written as opening and closing at midnight; schema.org has no 24:00. */
const hours = ({ dayOfWeek, opens = '00:00', closes = '00:00', validFrom, validThrough }: Entry) => ({
  '@type': 'OpeningHoursSpecification',
  dayOfWeek: dayOfWeek?.map((day) => `https://schema.org/${day as string}`),
  opens,
  closes: closes === '24:00' ? '23:59' : closes,
  validFrom,
  validThrough,
});

/** Whether an entry from outside can be told; what cannot is left out. */
const tellable = (entry: Entry | null): boolean =>
  entry !== null &&
  Array.isArray(entry.dayOfWeek ?? WEEKDAYS) &&
  typeof (entry.opens ?? '') === 'string' &&
  typeof (entry.closes ?? '') === 'string';

const regularHours = ({ openingHoursSpecification, followsPublicHolidays }: Center) => {
  if (!openingHoursSpecification) return;
  const entries: Entry[] = openingHoursSpecification.length ? openingHoursSpecification.filter((entry: Entry | null) => tellable(entry) && entry?.dayOfWeek && entry.opens) : [{ dayOfWeek: WEEKDAYS }];
  return [...entries, ...(followsPublicHolidays ? [{ dayOfWeek: ['PublicHolidays'] }] : [])].map(hours);
};

/** Each special range as it is, and its days that are not named as closed. */
const specialHours = (specials: readonly SpecialOpeningHoursSpecification[]) =>
  specials
    .filter((entry) => tellable(entry) && entry.validFrom && entry.validThrough)
    .flatMap((entry, _, all) => {
      const { validFrom, validThrough } = entry;
      const range = all.filter((other) => other.validFrom === validFrom && other.validThrough === validThrough);
      const named = range.flatMap(({ dayOfWeek }): readonly unknown[] => dayOfWeek ?? WEEKDAYS);
      const closed = WEEKDAYS.filter((day) => !named.includes(day));
      const rest = closed.length && range[0] === entry ? [{ dayOfWeek: closed, validFrom, validThrough }] : [];
      return [entry, ...rest].map(hours);
    });

/** schema.org LocalBusiness of a center, ready for JSON.stringify, which drops what is undefined. */
export const centerJsonLd = (center: Center, language: 'bg' | 'en') => {
  const { address, position, phone } = center;
  const say = ({ bg, en }: Text): string => (language === 'en' && en) || bg;
  return {
    '@context': 'https://schema.org',
    '@type': 'LocalBusiness',
    identifier: center.id,
    name: say(center.name),
    telephone: phone ?? undefined,
    address: {
      '@type': 'PostalAddress',
      streetAddress: address.street || undefined,
      addressLocality: address.place || undefined,
      addressRegion: address.oblast || undefined,
      postalCode: address.postalCode ?? undefined,
      addressCountry: 'BG',
    },
    geo: position ? { '@type': 'GeoCoordinates', latitude: position.lat, longitude: position.lng } : undefined,
    openingHoursSpecification: regularHours(center),
    specialOpeningHoursSpecification: specialHours(center.specialOpeningHoursSpecification),
  };
};
