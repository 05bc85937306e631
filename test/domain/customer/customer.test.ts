import { describe, expect, it } from 'vitest';
import { customerSchema, storedCustomerSchema } from '../../../domain/customer/customer.ts';
import { customerEntrySchema, customerNoteSchema } from '../../../domain/customer/history.ts';

const customer = {
  customerId: 'C-1',
  name: 'North Wind Ltd',
  kind: 'end-user',
  email: 'office@north-wind.example',
  country: 'GB',
  locale: 'en-GB',
};
const isTaken = (change: object) => customerSchema.safeParse({ ...customer, ...change }).success;
const addresses = (count: number) => Array.from({ length: count }, (_, n) => `a${n}@north-wind.example`);

describe('a customer (§15.3)', () => {
  it.each<[field: string, taken: readonly unknown[], refused: readonly unknown[]]>([
    ['name', ['x'.repeat(200), 'North\nWind'], ['', 'x'.repeat(201), 'a\u0007']],
    ['kind', ['end-user', 'reseller', 'msp', 'hosted'], ['partner', '']],
    ['country', ['GB', 'NZ'], ['UK', 'gb', 'ZZ', 'XY', 'GBR', '']],
    ['locale', ['de-AT', 'en', 'zh-Hant-TW'], ['', 'de_AT', 'x'.repeat(36), 'en-GB, de']],
    ['alsoEmail', [addresses(9), []], [addresses(10), ['office']]],
    ['alsoBillingEmail', [addresses(9)], [addresses(10), ['office']]],
    ['address', [Array(8).fill('x'), ['x'.repeat(100)]], [Array(9).fill('x'), ['x'.repeat(101)], ['']]],
    ['vatId', ['ATU12345675', 'x'.repeat(30)], ['x'.repeat(31), '']],
    ['taxExemption', ['a mission', 'x'.repeat(200)], ['x'.repeat(201), '']],
    ['poNumber', ['4500-17', 'x'.repeat(60)], ['x'.repeat(61), '']],
    ['discountPercent', [0, 100, 12.34], [-0.01, 100.01, 12.345]],
    ['eInvoice', ['factur-x', 'xrechnung', 'peppol', 'none'], ['pdf', '']],
    ['buyerReference', ['x'.repeat(100)], ['x'.repeat(101), '']],
    ['partnerId', ['P-1'], ['', ' P-1']],
    ['accountManager', ['sales@vendor.example'], ['sales']],
    ['colour', [], ['red']],
  ])('%s', (field, taken, refused) => {
    for (const value of taken) expect(isTaken({ [field]: value }), String(value)).toBe(true);
    for (const value of refused) expect(isTaken({ [field]: value }), String(value)).toBe(false);
  });

  it('that an earlier version stored is read as it is, though no door would take it now', () => {
    const on = '2026-01-01';
    const stored = {
      ...customer,
      customerId: '',
      country: 'UK',
      locale: 'xx_YY',
      email: 'office',
      billingEmail: 'bills',
      alsoEmail: ['x'],
      alsoBillingEmail: ['y'],
      partnerId: '',
      accountManager: 'sales',
      name: '',
      mergedInto: 'C-2',
      erasedOn: on,
      copiesStoppedOn: on,
      managerCopiesStoppedOn: on,
      undeliverable: [
        { address: 'a', on },
        { address: 'b', on, complained: true },
      ],
    };
    expect(customerSchema.safeParse(stored).success).toBe(false);
    expect(storedCustomerSchema.parse({ ...stored, colour: 'red' })).toEqual(stored);
  });
});

it('the history has edits, notes, mergers and an erasure, each with who and when (§17.4)', () => {
  const base = { at: '2026-03-01T10:00:00Z', who: 'arn:aws:iam::123456789012:user/op' };
  const entries = [
    { ...base, type: 'edited', isImport: true, changes: [{ field: 'name', from: 'A', to: 'B' }] },
    { ...base, type: 'noted', of: 'C-2', note: 'called' },
    { ...base, type: 'merged', from: 'C-2' },
    { ...base, type: 'erased' },
  ];
  for (const entry of entries) expect(customerEntrySchema.parse(entry)).toEqual(entry);
  for (const entry of [
    { ...base, type: 'edited', isImport: false, changes: [] },
    { ...base, type: 'edited', changes: [{ field: 'name' }] },
    { ...base, type: 'noted' },
    { ...base, type: 'called' },
    { ...base, type: 'erased', note: 'x' },
    { type: 'erased' },
  ])
    expect(customerEntrySchema.safeParse(entry).success).toBe(false);
  expect(customerNoteSchema.safeParse('x'.repeat(2000)).success).toBe(true);
  expect(customerNoteSchema.safeParse('x'.repeat(2001)).success).toBe(false);
});
