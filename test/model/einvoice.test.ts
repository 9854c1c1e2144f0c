/** Answers about the e-invoice, as they should be and as they come from elsewhere. */
import { describe, expect, it } from 'vitest';
import { einvoiceStateReader, readEinvoiceReceipt } from '../../src/model/einvoice.js';

const receipt = { reference: 'KC52-A65H-TB6H', state: 'awaiting-confirmation', email: 'm…@abv.bg', expiresAt: '2026-03-25T10:00:00+02:00' };

describe('a receipt', () => {
  it('is read', () => {
    expect(readEinvoiceReceipt(receipt)).toEqual(receipt);
  });

  it.each([null, 'x', [], {}, { ...receipt, reference: 7 }, { ...receipt, email: null }, { ...receipt, expiresAt: 'soon' }, { ...receipt, expiresAt: undefined }])('is not made of %j', (answer) => {
    expect(readEinvoiceReceipt(answer)).toBeNull();
  });
});

describe('a state', () => {
  it('is the one that was asked for, or none', () => {
    expect(einvoiceStateReader('active')({ state: 'active' })).toBe('active');
    for (const answer of [{ state: 'paper' }, { state: ['active'] }, null, undefined, 'active']) expect(einvoiceStateReader('active')(answer)).toBeNull();
  });
});
