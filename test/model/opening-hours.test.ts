import { describe, expect, it } from 'vitest';
import { hoursOn, openingStatus, openingWeek, type HoursSource } from '../../src/model/opening-hours.js';

const WORKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const EVERY_DAY = [...WORKDAYS, 'Saturday', 'Sunday'];
const usual = { dayOfWeek: WORKDAYS, opens: '08:30', closes: '16:30' };

/** A center as it may come from outside, so nothing about it is promised. */
const center = (regular: unknown, specials: unknown = [], followsPublicHolidays: unknown = true): HoursSource =>
  ({ openingHoursSpecification: regular, specialOpeningHoursSpecification: specials, followsPublicHolidays }) as HoursSource;

const at = (source: HoursSource, moment: string): unknown => {
  const { state, nextChange, reason, holiday } = openingStatus(source, new Date(moment));
  return [state, reason, nextChange && nextChange.toISOString().replace(':00.000', ''), ...(holiday ? [holiday.bg] : [])];
};

// 24 November 2026 is a Tuesday in winter time, UTC+2.
describe('regular hours', () => {
  const lunch = center([
    { dayOfWeek: WORKDAYS, opens: '09:00', closes: '12:00' },
    { dayOfWeek: WORKDAYS, opens: '12:30', closes: '16:30' },
  ]);
  const seamless = center([
    { dayOfWeek: WORKDAYS, opens: '09:00', closes: '12:00' },
    { dayOfWeek: WORKDAYS, opens: '12:00', closes: '15:00' },
  ]);
  const night = center([{ dayOfWeek: ['Friday'], opens: '22:00', closes: '02:00' }]);
  const always = center([{ dayOfWeek: EVERY_DAY, opens: '00:00', closes: '24:00' }], [], false);

  it.each([
    ['opens on the minute', center([usual]), '2026-11-24T06:30Z', ['open', 'regular', '2026-11-24T14:30Z']],
    ['is closed the moment before', center([usual]), '2026-11-24T06:29:59.999Z', ['closed', 'regular', '2026-11-24T06:30Z']],
    ['is closed at the closing minute', center([usual]), '2026-11-24T14:30Z', ['closed', 'regular', '2026-11-25T06:30Z']],
    ['waits over the weekend', center([usual]), '2026-11-27T14:30Z', ['closed', 'regular', '2026-11-30T06:30Z']],
    ['closes for lunch', lunch, '2026-11-24T10:15Z', ['closed', 'regular', '2026-11-24T10:30Z']],
    ['does not change between adjoining hours', seamless, '2026-11-24T09:00Z', ['open', 'regular', '2026-11-24T13:00Z']],
    ['runs past midnight', night, '2026-11-27T23:30Z', ['open', 'regular', '2026-11-28T00:00Z']],
    ['is closed before the night of another day', night, '2026-11-26T23:30Z', ['closed', 'regular', '2026-11-27T20:00Z']],
    ['never closes', always, '2026-11-24T10:00Z', ['open', 'regular', null]],
    ['is closed for good', center([]), '2026-11-24T10:00Z', ['closed', 'regular', null]],
    ['is unknown', center(null), '2026-11-24T10:00Z', ['unknown', undefined, null]],
    ['is unknown on a holiday too', center(null), '2026-12-25T10:00Z', ['unknown', undefined, null]],
  ])('%s', (_, source, moment, answer) => {
    expect(at(source, moment)).toEqual(answer);
  });

  it('is unknown where no entry is valid, and tells when it becomes known', () => {
    const later = center([{ ...usual, validFrom: '2026-12-01', validThrough: '2026-12-04' }]);
    expect(at(later, '2026-11-24T10:00Z')).toEqual(['unknown', undefined, '2026-11-30T22:00Z']);
    expect(at(later, '2026-12-01T10:00Z')).toEqual(['open', 'regular', '2026-12-01T14:30Z']);
    expect(at(later, '2026-12-04T20:00Z')).toEqual(['closed', 'regular', '2026-12-04T22:00Z']);
  });

  it('looks 366 days ahead and no further', () => {
    const far = (date: string): unknown => at(center([{ ...usual, validFrom: date }], [], false), '2026-11-24T10:00Z');
    expect(far('2027-11-25')).toEqual(['unknown', undefined, '2027-11-24T22:00Z']);
    expect(far('2027-11-26')).toEqual(['unknown', undefined, null]);
  });
});

describe('special hours', () => {
  const closedWeek = { validFrom: '2026-11-23', validThrough: '2026-11-29' };
  const short = { validFrom: '2026-11-24', validThrough: '2026-11-25', opens: '10:00', closes: '12:00' };

  it.each([
    ['close without hours', center([usual], [closedWeek]), '2026-11-24T10:00Z', ['closed', 'special', '2026-11-30T06:30Z']],
    ['replace the regular ones', center([usual], [short]), '2026-11-24T08:30Z', ['open', 'special', '2026-11-24T10:00Z']],
    ['lapse by themselves', center([usual], [short]), '2026-11-26T08:30Z', ['open', 'regular', '2026-11-26T14:30Z']],
    ['win if their range is shorter', center([usual], [short, closedWeek]), '2026-11-24T08:30Z', ['open', 'special', '2026-11-24T10:00Z']],
    ['make unknown days known', center(null, [short]), '2026-11-24T08:30Z', ['open', 'special', '2026-11-24T10:00Z']],
    ['close the days they do not name', center([usual], [{ ...closedWeek, dayOfWeek: ['Monday'], opens: '09:00', closes: '10:00' }]), '2026-11-24T10:00Z', ['closed', 'special', '2026-11-30T06:30Z']],
  ])('%s', (_, source, moment, answer) => {
    expect(at(source, moment)).toEqual(answer);
  });

  it('add up on the same dates', () => {
    const both = center([usual], [short, { ...short, opens: '14:00', closes: '15:00' }]);
    expect(hoursOn(both, '2026-11-24').intervals?.map(({ opens }) => opens)).toEqual(['10:00', '14:00']);
  });

  it('of equal length hold if they begin later', () => {
    const later = { validFrom: '2026-11-25', validThrough: '2026-11-26', opens: '14:00', closes: '15:00' };
    for (const specials of [[short, later], [later, short]])
      expect(hoursOn(center([usual], specials), '2026-11-25').intervals?.map(({ opens }) => opens)).toEqual(['14:00']);
  });

  it('leave the night before to the day on which it began', () => {
    const night = center([{ dayOfWeek: ['Monday'], opens: '20:00', closes: '03:00' }], [{ validFrom: '2026-11-24', validThrough: '2026-11-24' }]);
    expect(at(night, '2026-11-24T00:30Z')).toEqual(['open', 'regular', '2026-11-24T01:00Z']);
  });
});

describe('public holidays', () => {
  const regime = { validFrom: '2020-03-16', validThrough: '2020-05-25', dayOfWeek: WORKDAYS, opens: '09:00', closes: '15:00', reason: { bg: 'Извънредно положение', en: null } };
  const vratsa = center([usual], [regime]);

  it.each([
    ['2020-04-30T09:00Z', ['open', 'special', '2020-04-30T12:00Z']],
    ['2020-04-17T09:00Z', ['closed', 'holiday', '2020-04-21T06:00Z', 'Велики петък']],
    ['2020-04-20T09:00Z', ['closed', 'holiday', '2020-04-21T06:00Z', 'Великденски понеделник']],
    ['2020-05-01T09:00Z', ['closed', 'holiday', '2020-05-04T06:00Z', 'Ден на труда']],
    ['2020-05-25T09:00Z', ['closed', 'holiday', '2020-05-26T05:30Z', 'Ден на Кирил и Методий (почивен ден)']],
    ['2020-05-26T07:00Z', ['open', 'regular', '2020-05-26T13:30Z']],
  ])('in the spring of 2020, at %s', (moment, answer) => {
    expect(at(vratsa, moment)).toEqual(answer);
  });

  it('give way to a special entry for exactly that date', () => {
    const open = center([usual], [{ validFrom: '2026-12-24', validThrough: '2026-12-24', opens: '09:00', closes: '12:00' }]);
    expect(at(open, '2026-12-24T08:00Z')).toEqual(['open', 'special', '2026-12-24T10:00Z']);
  });

  it('mean nothing to a center that does not follow them', () => {
    expect(at(center([usual], [], false), '2026-12-24T08:00Z')).toEqual(['open', 'regular', '2026-12-24T14:30Z']);
    expect(hoursOn(center([usual], [], false), '2026-12-24')).toMatchObject({ source: 'regular', holiday: { bg: 'Бъдни вечер' } });
  });

  it('close where the entries of the year have run out', () => {
    expect(at(center([{ ...usual, validThrough: '2026-11-30' }]), '2026-12-24T08:00Z')).toEqual(['closed', 'holiday', '2026-12-26T22:00Z', 'Бъдни вечер']);
  });

  it('leave the night before open', () => {
    const night = center([{ dayOfWeek: EVERY_DAY, opens: '20:00', closes: '02:00' }]);
    expect(at(night, '2026-12-23T23:00Z')).toEqual(['open', 'regular', '2026-12-24T00:00Z']);
  });
});

describe('nights on which the clocks change', () => {
  const night = center([{ dayOfWeek: EVERY_DAY, opens: '22:00', closes: '03:30' }], [], false);

  it('count the hour that comes twice twice', () => {
    const shift = center([{ dayOfWeek: ['Sunday'], opens: '03:15', closes: '03:45' }]);
    expect(at(shift, '2026-10-25T00:00Z')).toEqual(['closed', 'regular', '2026-10-25T00:15Z']);
    expect(at(shift, '2026-10-25T00:45Z')).toEqual(['closed', 'regular', '2026-10-25T01:15Z']);
    expect(at(shift, '2026-10-25T01:15Z')).toEqual(['open', 'regular', '2026-10-25T01:45Z']);
    expect(at(night, '2026-10-25T00:45Z')).toEqual(['closed', 'regular', '2026-10-25T01:00Z']);
  });

  it('never meet the hour that is skipped', () => {
    const shift = center([{ dayOfWeek: ['Sunday'], opens: '03:15', closes: '03:45' }]);
    expect(at(shift, '2026-03-28T12:00Z')).toEqual(['closed', 'regular', '2026-04-05T00:15Z']);
    expect(at(night, '2026-03-28T21:00Z')).toEqual(['open', 'regular', '2026-03-29T01:00Z']);
  });
});

describe('broken data', () => {
  const saturday = { dayOfWeek: ['Saturday'], opens: '09:00', closes: '13:00' };

  it.each([
    ['no closing time', { ...usual, closes: undefined }],
    ['words for a time', { ...usual, opens: 'morning' }],
    ['an impossible time', { ...usual, closes: '25:00' }],
    ['a time past midnight', { ...usual, closes: '24:30' }],
    ['a number for a time', { ...usual, opens: 830 }],
    ['a day nobody knows', { ...usual, dayOfWeek: ['Mon'] }],
    ['no days', { ...usual, dayOfWeek: undefined }],
    ['a string for the days', { ...usual, dayOfWeek: 'Tuesday' }],
    ['an unreadable beginning', { ...usual, validFrom: 'soon' }],
    ['an object for a time', { ...usual, opens: { toString: 1, valueOf: 1 } }],
    ['null for an entry', null],
    ['a number for an entry', 5],
  ])('with %s the day is unknown, not closed', (_, entry) => {
    expect(openingStatus(center([saturday, entry]), new Date('2026-11-24T10:00Z'))).toMatchObject({ state: 'unknown' });
    expect(hoursOn(center([saturday, entry]), '2026-11-24')).toMatchObject({ intervals: null, unsure: true });
  });

  it('keeps the days that can be read', () => {
    expect(at(center([saturday, { ...usual, closes: '' }]), '2026-11-28T08:00Z')).toEqual(['open', 'regular', '2026-11-28T11:00Z']);
    expect(at(center([saturday, { ...usual, closes: '' }]), '2026-11-28T11:00Z')).toEqual(['closed', 'regular', '2026-11-29T22:00Z']);
  });

  it('keeps the readable half of a day, and knows no more', () => {
    const half = center([
      { ...usual, closes: '12:00' },
      { ...usual, opens: '13:00', closes: '?' },
    ]);
    expect(at(half, '2026-11-24T08:00Z')).toEqual(['open', 'regular', '2026-11-24T10:00Z']);
    expect(at(half, '2026-11-24T12:00Z')).toEqual(['unknown', undefined, '2026-11-25T06:30Z']);
  });

  it('does not read broken special hours as closed', () => {
    expect(at(center([usual], [{ validFrom: '2026-11-24', validThrough: '2026-11-24', opens: '9', closes: '12:00' }]), '2026-11-24T08:00Z')).toEqual(['unknown', undefined, '2026-11-24T22:00Z']);
  });

  it.each([[[{ validFrom: 'x', validThrough: '2026-11-30' }]], [[{}]], [[null]], ['soon'], [7], [undefined], [null]])(
    'passes over special hours without a place: %j',
    (specials) => {
      expect(at(center([usual], specials), '2026-11-24T08:00Z')).toEqual(['open', 'regular', '2026-11-24T14:30Z']);
    },
  );

  it.each(['always', 7, {}, undefined])('takes %j for unknown regular hours', (regular) => {
    expect(openingStatus(center(regular), new Date('2026-11-24T08:00Z'))).toEqual({ state: 'unknown', nextChange: null });
  });

  it('does not know a holiday if it is not told whether the center follows them', () => {
    const silent = center([usual], [], null);
    expect(at(silent, '2026-12-24T08:00Z')).toEqual(['unknown', undefined, '2026-12-25T22:00Z']);
    expect(at(silent, '2026-12-26T08:00Z')).toEqual(['closed', 'regular', '2026-12-27T22:00Z']);
  });

  it('is unknown at no time', () => {
    expect(openingStatus(center([usual]), new Date(NaN))).toEqual({ state: 'unknown', nextChange: null });
  });
});

describe('days', () => {
  it('come in order, each with what decides it', () => {
    const week = openingWeek(center([usual], [{ validFrom: '2026-12-23', validThrough: '2026-12-27', opens: '10:00', closes: '12:00', reason: { bg: 'Ремонт', en: 'Works' } }]), '2026-12-22');
    expect(week.map(({ date, source, intervals }) => [date, source, intervals!.length])).toEqual([
      ['2026-12-22', 'regular', 1],
      ['2026-12-23', 'special', 1],
      ['2026-12-24', 'holiday', 0],
      ['2026-12-25', 'holiday', 0],
      ['2026-12-26', 'holiday', 0],
      ['2026-12-27', 'special', 1],
      ['2026-12-28', 'holiday', 0],
    ]);
    expect(week[1]).toMatchObject({ reason: { bg: 'Ремонт', en: 'Works' }, intervals: [{ opens: '10:00', closes: '12:00', from: 600, to: 720 }] });
  });

  it('keep split hours in order whatever the order of the entries', () => {
    const hours = center([
      { ...usual, opens: '13:00' },
      { ...usual, closes: '12:00' },
    ]);
    expect(hoursOn(hours, '2026-11-24').intervals?.map(({ opens }) => opens)).toEqual(['08:30', '13:00']);
  });
});

it('reads 2 000 centers in a moment', () => {
  const centers = [...Array(2000).keys()].map((index) => center([{ ...usual, opens: `0${8 + (index % 2)}:30` }, { dayOfWeek: ['Saturday'], opens: '09:00', closes: '13:00' }], index % 20 ? [] : [{ validFrom: '2026-11-01', validThrough: '2026-12-20' }]));
  const rounds = [1, 2, 3, 4, 5].map(() => {
    const began = process.cpuUsage();
    for (const source of centers) openingStatus(source, new Date('2026-11-24T10:00Z'));
    return process.cpuUsage(began).user / 1000;
  });
  // 10 ms on a common machine; the best of five, as others may be busy beside it.
  expect(Math.min(...rounds)).toBeLessThan(80);
});
