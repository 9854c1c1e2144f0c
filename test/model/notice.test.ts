import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isValid, nextTurn, noticesFor, readNotices, type ReadNotice, type Reader } from '../../src/model/notice.js';

const whole = {
  id: 'storm',
  brands: ['cez-bg', 'cez-rp'],
  severity: 'emergency',
  title: { bg: 'Буря', en: 'Storm' },
  text: { bg: 'Не доближавайте паднали проводници.', en: null },
  link: { url: 'https://example.bg/', text: { bg: 'Прекъсвания', en: 'Outages' } },
  validFrom: '2026-03-18T10:00:00+02:00',
  validThrough: '2026-03-19T00:00:00+02:00',
  places: ['Перник'],
  services: ['reading'],
  dismissible: false,
  updatedAt: '2026-03-18T08:00:00Z',
};
const notice = (differs: object = {}): object => ({ ...whole, brands: [], places: [], services: [], ...differs });
const read = (...notices: object[]): ReadNotice[] => readNotices({ notices })!;
const one = (differs: object): ReadNotice | undefined => read(notice(differs))[0];

describe('a notice from outside', () => {
  it('comes through as it is if it keeps the contract', () => {
    const { validFrom, validThrough, ...same } = whole;
    expect(read(whole)).toEqual([{ ...same, from: new Date(validFrom), through: new Date(validThrough) }]);
  });

  it('is no notice without an id, without words, or without a beginning and an end', () => {
    for (const lacks of [{ id: '' }, { title: null, text: null }, { validFrom: null }, { validThrough: 'soon' }, { validFrom: '2026-13-01' }, { validThrough: '2026-03-18T99:00:00Z' }]) expect(one(lacks), JSON.stringify(lacks)).toBeUndefined();
    expect(read(7 as unknown as object, notice({ id: 'a' }), notice({ id: 'a' })).map(({ id }) => id)).toEqual(['a']);
    for (const answer of [null, [], {}, { notices: 7 }]) expect(readNotices(answer)).toBeNull();
  });

  it('is an ordinary one for everybody where it does not say more', () => {
    expect(read({ id: 'x', text: 'Дума', validFrom: '2026-03-18', validThrough: '2026-03-18' })).toEqual([
      {
        id: 'x', brands: [], severity: 'info', title: { bg: 'Дума', en: null }, text: { bg: '', en: null }, link: null,
        from: new Date('2026-03-18T00:00+02:00'), through: new Date('2026-03-19T00:00+02:00'), places: [], services: [], dismissible: true, updatedAt: '',
      },
    ]);
  });

  const moments: [given: string, from: string, through: string][] = [
    ['2026-03-18T10:00:00+02:00', '2026-03-18T08:00:00Z', '2026-03-18T08:00:00Z'],
    ['2026-03-18T10:00:00.000Z', '2026-03-18T10:00:00Z', '2026-03-18T10:00:00Z'],
    ['2026-03-18T10:00', '2026-03-18T08:00:00Z', '2026-03-18T08:00:00Z'],
    ['2026-07-01T10:00:30', '2026-07-01T07:00:00Z', '2026-07-01T07:00:00Z'],
    ['2026-03-29', '2026-03-28T22:00:00Z', '2026-03-29T21:00:00Z'],
  ];
  it.each(moments)('%s is read by the wall clock of Sofia wherever it gives no offset', (given, from, through) => {
    const { from: begins, through: ends } = { ...one({ validFrom: given, validThrough: '2027-01-01' })!, through: one({ validFrom: '2020-01-01', validThrough: given })!.through };
    expect([begins, ends]).toEqual([new Date(from), new Date(through)]);
  });

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.record(Object.fromEntries(Object.keys(whole).map((key) => [key, fc.anything()]))), (raw) => {
      const notices = readNotices({ notices: [raw, { ...whole, ...raw, id: 'x' }] })!;
      noticesFor(notices, { brand: 'cez-bg', place: 'Перник', service: null }, String);
      nextTurn(notices, new Date(0));
    }));
  });
});

describe('the notices for a reader', () => {
  const everybody: Reader = { brand: 'cez-bg', place: null, service: null };
  const shown = (reader: Partial<Reader>, ...notices: object[]): string[] =>
    noticesFor(read(...notices), { ...everybody, ...reader }, (name) => (name === 'Враца' ? 'Vratsa' : name)).map(({ id }) => id);

  it.each<[sentence: string, differs: object, reader: Partial<Reader>, concerns: boolean]>([
    ['of everybody', {}, {}, true],
    ['of this brand', { brands: ['cez-bg'] }, {}, true],
    ['of the other brand', { brands: ['cez-rp'] }, {}, false],
    ['for this place', { places: ['Враца'] }, { place: 'Враца' }, true],
    ['for this place, written otherwise', { places: ['Враца'] }, { place: ' гр.  ВРАЦА ' }, true],
    ['for this place, in Latin letters', { places: ['Враца'] }, { place: 'vratsa' }, true],
    ['for another place', { places: ['Враца', 'Мездра'] }, { place: 'Перник' }, false],
    ['for a place, where it is not known who reads', { places: ['Враца'] }, {}, true],
    ['for everywhere, in a place', {}, { place: 'Враца' }, true],
    ['for this service', { services: ['sms', 'payment'] }, { service: 'payment' }, true],
    ['for another service', { services: ['sms'] }, { service: 'payment' }, false],
    ['for a service, where it is not known what one came for', { services: ['sms'] }, {}, true],
  ])('%s', (_sentence, differs, reader, concerns) => {
    expect(shown(reader, notice(differs))).toEqual(concerns ? ['storm'] : []);
  });

  it('come with the most severe first, then the one aimed at the reader, then the newest', () => {
    const all = [
      notice({ id: 'info', severity: 'info' }),
      notice({ id: 'old', severity: 'warning', validFrom: '2026-03-01' }),
      notice({ id: 'new', severity: 'warning' }),
      notice({ id: 'here', severity: 'warning', places: ['Враца'], validFrom: '2026-02-01' }),
      notice({ id: 'emergency' }),
    ];
    expect(shown({ place: 'Враца' }, ...all)).toEqual(['emergency', 'here', 'new', 'old', 'info']);
    expect(shown({}, ...all)).toEqual(['emergency', 'new', 'old', 'here', 'info']);
  });

  it('begin and end at the instant, and tell the next such instant', () => {
    const [only] = read(notice()) as [ReadNotice];
    const at = (time: string): Date => new Date(`2026-03-18T${time}+02:00`);
    expect(['09:59:59', '10:00:00', '23:59:59'].map((time) => isValid(only, at(time)))).toEqual([false, true, true]);
    expect(isValid(only, only.through)).toBe(false);
    expect([at('09:00:00'), at('10:00:00'), only.through].map((now) => nextTurn([only], now))).toEqual([only.from, only.through, null]);
  });
});
