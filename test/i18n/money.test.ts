import { assert } from '@open-wc/testing';
import { moneyText } from '../../src/i18n/money.js';

const euros = (value: string): { value: string; currency: string } => ({ value, currency: 'EUR' });

describe('an amount in words', () => {
  for (const [value, bg, en] of [
    ['0.00', '0,00 €', '€0.00'],
    ['37.91', '37,91 €', '€37.91'],
    ['1234.50', '1234,50 €', '€1,234.50'],
    ['12345.60', '12 345,60 €', '€12,345.60'],
    ['1234567.89', '1 234 567,89 €', '€1,234,567.89'],
    ['-12.05', '−12,05 €', '−€12.05'],
  ] as const) {
    it(`reads ${value} as ${bg} and ${en}`, () => {
      assert.equal(moneyText('bg', euros(value)).replaceAll('\u00a0', ' '), bg);
      assert.equal(moneyText('en', euros(value)).replaceAll('\u00a0', ' '), en);
    });
  }

  it('never breaks between the figure and the currency', () => {
    assert.notInclude(moneyText('bg', euros('12345.60')), ' ');
  });

  it('names a currency it has no sign for', () => {
    assert.equal(moneyText('en', { value: '5.00', currency: 'CHF' }).replace('\u00a0', ' '), '5.00 CHF');
  });
});
