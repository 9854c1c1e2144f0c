import { describe, expect, it } from 'vitest';
import { parseHours } from '../../../../demo/api/import/hours-text.js';

const WORKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const WEEK = [...WORKDAYS, 'Saturday', 'Sunday'];

describe('hours in a cell', () => {
  it.each([
    ['пн–пт 8:30–16:30', [[WORKDAYS, '08:30', '16:30']]],
    ['Пн-Пт: 8.30 - 16.30 ч.', [[WORKDAYS, '08:30', '16:30']]],
    ['понеделник до петък от 9 до 17 часа', [[WORKDAYS, '09:00', '17:00']]],
    ['работни дни 9-17', [[WORKDAYS, '09:00', '17:00']]],
    ['Mon-Fri 08:30-16:30; Sat 09:00-13:00', [[WORKDAYS, '08:30', '16:30'], [['Saturday'], '09:00', '13:00']]],
    ['пн–пт 8:30–16:30, сб 9:00–13:00', [[WORKDAYS, '08:30', '16:30'], [['Saturday'], '09:00', '13:00']]],
    ['пн–пт 8:30–12:00, 13:00–16:30', [[WORKDAYS, '08:30', '12:00'], [WORKDAYS, '13:00', '16:30']]],
    ['пн–пт 8:30–12:00 и 13:00–16:30', [[WORKDAYS, '08:30', '12:00'], [WORKDAYS, '13:00', '16:30']]],
    ['пн, ср и пт 8–14; вт, чт 8–12', [[['Monday', 'Wednesday', 'Friday'], '08:00', '14:00'], [['Tuesday', 'Thursday'], '08:00', '12:00']]],
    ['пт 22:00–02:00', [[['Friday'], '22:00', '02:00']]],
    ['съб.-пон. 10-12', [[['Monday', 'Saturday', 'Sunday'], '10:00', '12:00']]],
    ['всеки ден 24 часа', [[WEEK, '00:00', '24:00']]],
    ['ежедневно денонощно', [[WEEK, '00:00', '24:00']]],
    ['пн-пт 8-24', [[WORKDAYS, '08:00', '24:00']]],
    ['пн–пт 9–17; сб, нд почивни дни', [[WORKDAYS, '09:00', '17:00']]],
    ['затворено', []],
  ] as const)('%s', (text, entries) => {
    expect(parseHours(text)).toEqual({ hours: entries.map(([dayOfWeek, opens, closes]) => ({ dayOfWeek, opens, closes })) });
  });

  it.each(['', '  ', '-', 'неизвестно', 'Unknown'])('%j is unknown', (text) => {
    expect(parseHours(text)).toEqual({ hours: null });
  });

  it.each([
    ['8:30–16:30', 'the days are missing'],
    ['пн–пт', 'the hours are missing'],
    ['пн–пт 8:30', 'the closing hour is missing'],
    ['пн–пт 8:30–', 'the closing hour is missing'],
    ['пн–пт 8:75–16:00', '"8:75" is not an hour'],
    ['пн–пт 25–26', '"25" is not an hour'],
    ['пн–пт 24:00–26:00', '"26:00" is not an hour'],
    ['пн–пт 9–9', 'it opens and closes at 09:00'],
    ['пн–пт 9–17; пт 9–13', 'Friday is told twice'],
    ['пн–пт 9–17 след уговорка', '"след" is neither a day nor an hour'],
    ['пн–пт 9–17 (обед 12-13)', '"(" is neither a day nor an hour'],
    ['monn 9-17', '"monn" is neither a day nor an hour'],
  ])('%s is a fault', (text, reason) => {
    const read = parseHours(text);
    expect('fault' in read ? read.fault : read).toContain(reason);
  });
});
