// Each date the widgets show can be typed back, in both languages and on every day of some years.

import { describe, expect, it } from 'vitest';
import { common as bulgarian } from '../../src/i18n/bg/common.js';
import { common as english } from '../../src/i18n/en/common.js';
import { dateText, weekdayDateText } from '../../src/i18n/format.js';
import { Words } from '../../src/i18n/words.js';
import { numericDate, typedDate } from '../../src/model/typed-date.js';
import { addDays } from '../../src/model/zoned-time.js';

const TODAY = '2026-11-22';
const months = [bulgarian.months, english.months].flatMap((names) => names.split(','));
const read = (typed: string, today = TODAY): string | null => typedDate(typed, today, months);

describe('a typed date', () => {
  it.each([
    ['22.11.2026', '2026-11-22'], ['22.11.', '2026-11-22'], ['22.11', '2026-11-22'], ['22.11.26', '2026-11-22'], ['22.11.2026 г.', '2026-11-22'], ['22.11.2026г.', '2026-11-22'],
    ['22/11/2026', '2026-11-22'], ['22-11-2026', '2026-11-22'], ['22 11 2026', '2026-11-22'], ['2026-11-22', '2026-11-22'], ['1.9.2026', '2026-09-01'], ['01.09.2026', '2026-09-01'],
    ['22 ноември', '2026-11-22'], ['22 Ноември 2026 г.', '2026-11-22'], ['22 ноември 2026 година', '2026-11-22'], ['22 ное', '2026-11-22'], ['22 ное.', '2026-11-22'], ['22ри ноември', '2026-11-22'],
    ['22-ри ноември', '2026-11-22'], ['8-ми ноември', '2026-11-08'], ['неделя, 22 ноември', '2026-11-22'], ['във вторник, 17 ноември', '2026-11-17'], ['22 november', '2026-11-22'], ['22nd November 2026', '2026-11-22'], ['Sunday, 22 November', '2026-11-22'],
    ['29.02.2024', '2024-02-29'], ['2 май', '2026-05-02'], ['2 март', '2026-03-02'], ['днес', '2026-11-22'], ['Вчера', '2026-11-21'], ['today', '2026-11-22'], ['yesterday', '2026-11-21'], ['\u00a022.\u00a011.\u00a02026 ', '2026-11-22'],
  ])('“%s” is %s', (typed, date) => {
    expect(read(typed)).toBe(date);
  });

  it.each(['', 'утре може би', '22', '31.02.2026', '29.02.2026', '30 февруари', '0.11.2026', '22.13.2026', '32.1.2026', '22 ма', '22.11.026', '2026-02-31', 'ноември', '22 листопад', '12345', '1.1.1.1'])('“%s” is no date', (typed) => {
    expect(read(typed)).toBeNull();
  });

  it.each([
    ['30.12', '2027-01-05', '2026-12-30'], ['2 януари', '2026-12-30', '2026-01-02'], ['20 декември', '2026-06-22', '2026-12-20'], ['25.11', '2026-11-22', '2026-11-25'], ['29.2', '2026-11-22', null], ['29.2', '2024-11-22', '2024-02-29'], ['29.2', '2027-03-01', null],
  ])('“%s” without a year, typed on %s, is %s', (typed, today, date) => {
    expect(read(typed, today)).toBe(date);
  });

  it('can be typed as it is shown', () => {
    const languages = [new Words('bg', bulgarian), new Words('en', {}, [{ en: english }])];
    const misread: string[] = [];
    for (let day = 0; day < 1100; day++) {
      const date = addDays('2025-06-01', day);
      for (const words of languages) {
        for (const today of ['2026-11-22', date]) {
          for (const shown of [dateText(words, date, today), weekdayDateText(words, date, today), weekdayDateText(words, date, today, 'onDays'), numericDate(date), date]) {
            if (read(shown, today) !== date) misread.push(`${shown}: ${read(shown, today)}`);
          }
        }
      }
    }
    expect(misread).toEqual([]);
  });
});
