import { describe, expect, it } from 'vitest';
import { balanceState, readBalance, unpaidInvoices } from '../../src/model/balance.js';
import type { Balance, Invoice } from '../../src/model/wire.js';

const euros = (value: string): { value: string; currency: string } => ({ value, currency: 'EUR' });
const invoice = (id: string, dueDate: string, paid = '0.00'): Invoice => ({
  id, dueDate, period: { from: '2026-01-01', to: '2026-01-31' }, issuedOn: '2026-02-05', amount: euros('20.00'), paid: euros(paid), reading: 'actual',
});
const balance = (differs: Partial<Balance> = {}): Balance => ({
  clientNumber: '••••••••0011', asOf: '2026-03-18T10:00:00+02:00', totalDue: euros('20.00'), overdue: euros('0.00'), credit: euros('0.00'),
  nextDueDate: '2026-03-20', lastPayment: null, payUrl: null, invoices: [invoice('a', '2026-03-20')], ...differs,
});

describe('a balance from outside', () => {
  it('passes when it is whole', () => {
    expect(readBalance(balance())).toEqual(balance());
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'ok'],
    ['no sum', { ...balance(), totalDue: undefined }],
    ['a sum that is no amount', { ...balance(), overdue: euros('12') }],
    ['no moment', { ...balance(), asOf: 'yesterday' }],
    ['an invoice without its amount', { ...balance(), invoices: [{ ...invoice('a', '2026-03-20'), amount: null }] }],
    ['no number', { ...balance(), clientNumber: undefined }],
  ])('with %s is no balance: not known is not zero', (_name, raw) => {
    expect(readBalance(raw)).toBeNull();
  });

  it('keeps its sums when what is beside them cannot be read', () => {
    const read = readBalance({ ...balance(), nextDueDate: 'soon', lastPayment: { amount: {}, date: '2026-03-01' } });
    expect([read?.nextDueDate, read?.lastPayment, read?.totalDue]).toEqual([null, null, euros('20.00')]);
  });
});

describe('the state of an account', () => {
  it.each([
    ['overdue', { overdue: euros('5.00') }],
    ['owed', {}],
    ['credit', { totalDue: euros('0.00'), credit: euros('3.00') }],
    ['nothing-owed', { totalDue: euros('0.00') }],
  ] as const)('is %s', (state, differs) => {
    expect(balanceState(balance(differs))).toBe(state);
  });
});

describe('unpaid invoices', () => {
  it('are those with something left to pay, the earliest due first', () => {
    const invoices = [invoice('later', '2026-04-20'), invoice('paid', '2026-01-20', '20.00'), invoice('part', '2026-02-20', '5.00')];
    expect(unpaidInvoices(balance({ invoices })).map(({ id }) => id)).toEqual(['part', 'later']);
  });
});
