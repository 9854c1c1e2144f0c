import { describe, expect, it } from 'vitest';
import { readReadingWindow, windowOn } from '../../src/model/reading-window.js';
import type { ReadingWindow } from '../../src/model/wire.js';

const given = (differs: Partial<ReadingWindow> = {}): ReadingWindow => ({ open: true, from: '2026-07-01', through: '2026-07-07', reason: null, next: null, ...differs });
const later = { from: '2027-01-01', through: '2027-01-07' };

describe('a reading window', () => {
  it.each([
    ['on its first day', given(), '2026-07-01', { state: 'open', daysLeft: 6 }],
    ['on its last day', given(), '2026-07-07', { state: 'open', daysLeft: 0 }],
    ['on the day after, whatever an old answer says', given({ next: later }), '2026-07-08', { state: 'closed', next: later }],
    ['before its first day', given(), '2026-06-30', { state: 'closed', next: null }],
    ['with an end that is not known', given({ from: null, through: null }), '2026-07-08', { state: 'open', daysLeft: null, through: null }],
    ['that is closed', given({ open: false, from: null, through: null, next: later }), '2026-07-10', { state: 'closed', next: later }],
    ['when the next one has begun since the answer', given({ next: later }), '2027-01-02', { state: 'open', from: '2027-01-01', daysLeft: 5 }],
    ['when the next one is over too', given({ next: later }), '2027-01-08', { state: 'closed', next: null }],
  ])('%s', (_sentence, window, today, state) => {
    expect(windowOn(window, today)).toMatchObject(state);
  });

  it.each([null, 7, 'open', {}, { open: 'yes' }, []])('is not made of %o', (raw) => {
    expect(readReadingWindow(raw)).toBeNull();
  });

  it('keeps what can be read and leaves the rest unknown', () => {
    expect(readReadingWindow({ open: true, from: 'soon', through: 7, reason: { bg: 5 }, next: { from: '2027-01-07', through: '2027-01-01' } })).toEqual({ open: true, from: null, through: null, reason: null, next: null });
    expect(readReadingWindow({ open: false, reason: { bg: 'Нови цени' }, next: later })).toEqual({ open: false, from: null, through: null, reason: { bg: 'Нови цени', en: null }, next: later });
  });
});
