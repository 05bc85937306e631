import { expect, test } from 'vitest';
import {
  changeOf,
  type Details,
  isAddressOf,
  mergedDetails,
  readShown,
} from '../../../../web/portal/pages/account/details.ts';
import { clipped, faultOf } from '../../../../web/portal/parts/faults.tsx';
import { purchaseOrderSchema } from '../../../../domain/customer/order-words.ts';

const shown: Details = {
  email: 'it@customer.example',
  alsoEmail: '',
  billingEmail: '',
  alsoBillingEmail: 'ap@customer.example',
  address: 'High Street 1',
  vatId: '',
  poNumber: 'PO-1',
  buyerReference: '',
  locale: 'en',
  together: '',
};

test('what the reader did not touch is as somebody else has left it, and what it did is as it was typed', () => {
  const typed = { ...shown, poNumber: 'PO-2', buyerReference: 'Floor 3' };
  const now = { ...shown, poNumber: 'PO-3', vatId: 'ATU12345675' };
  expect(mergedDetails(shown, typed, now)).toEqual({ ...typed, vatId: 'ATU12345675' });
});

test('a form asks for the same change however often it is sent', () => {
  const typed = { ...shown, poNumber: '', vatId: 'at u123' };
  const input = { set: { vatId: 'at u123' }, clear: ['poNumber'] };
  expect(changeOf(shown, typed)).toEqual({ ok: true, input });
  expect(readShown(JSON.stringify(shown))).toEqual(shown);
  expect(readShown('{"email":1}')).toBeUndefined();
  expect(readShown('nothing')).toBeUndefined();
});

test('a fault names the line that cannot be used, and how much is too much', () => {
  const lines = Array.from({ length: 10 }, (_, line) => `it${line}@customer.example`).join('\n');
  const typed = {
    ...shown,
    email: '',
    alsoEmail: 'good@customer.example\nnot one',
    alsoBillingEmail: lines,
    address: 'x'.repeat(101),
    vatId: 'none',
  };
  expect(changeOf(shown, typed)).toMatchObject({
    ok: false,
    faults: {
      email: { is: 'missing' },
      alsoEmail: { is: 'unusable', value: 'not one' },
      alsoBillingEmail: { is: 'too-many', count: 10, most: 9 },
      address: { is: 'too-long', count: 101, most: 100 },
      vatId: { is: 'unusable', value: 'none' },
    },
  });
  expect(faultOf(purchaseOrderSchema, 'x'.repeat(61))).toEqual({ is: 'too-long', length: 61, most: 60 });
  expect(clipped('👩‍👩‍👧'.repeat(61))).toBe(`${'👩‍👩‍👧'.repeat(60)}…`);
  expect(clipped('👩‍👩‍👧')).toBe('👩‍👩‍👧');
});

test('further addresses for invoices read nothing where there is no first one', () => {
  expect(isAddressOf(shown, 'IT@customer.example')).toBe(true);
  expect(isAddressOf(shown, 'ap@customer.example')).toBe(false);
  expect(isAddressOf({ ...shown, billingEmail: 'pay@customer.example' }, 'ap@customer.example')).toBe(true);
});
