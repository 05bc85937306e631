import { describe, expect, test } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { matchByAmount, matchByNumbers, type PayableInvoice } from '../../../domain/payments/match.ts';

const eur = (amount: number) => money(amount, 'EUR');

function open(licenceId: string, owed: number, credit = 0): PayableInvoice {
  const invoiceId = `${licenceId}-I1`;
  return {
    licenceId,
    customerId: 'C-1',
    invoiceId,
    number: `N-${licenceId}`,
    owed: eur(owed),
    credit: eur(credit),
  };
}

function named(...invoices: readonly PayableInvoice[]) {
  return invoices.map((invoice) => ({ number: invoice.number, open: [invoice] }));
}

describe('by printed numbers', () => {
  test('several invoices are paid by their sum', () => {
    expect(matchByNumbers(eur(150), named(open('A', 100), open('B', 50)))).toEqual({
      matched: true,
      allocations: [
        { licenceId: 'A', invoiceId: 'A-I1', amount: eur(100) },
        { licenceId: 'B', invoiceId: 'B-I1', amount: eur(50) },
      ],
      numbers: ['N-A', 'N-B'],
    });
  });

  test('the lines of a document that licences share are paid at once, by its number', () => {
    const lines = [open('A', 100), open('B', 50)].map((line) => ({ ...line, number: 'N-1', isShared: true }));
    expect(matchByNumbers(eur(150), [{ number: 'N-1', open: lines }])).toEqual({
      matched: true,
      allocations: [{ licenceId: 'N-1', amount: eur(150) }],
      numbers: ['N-1'],
    });
  });

  test('credit pays the invoices of its own licence only: it may be left out of what is paid', () => {
    expect(matchByNumbers(eur(120), named(open('A', 50), open('B', 100, 30)))).toMatchObject({
      allocations: [
        { licenceId: 'A', amount: eur(50) },
        { licenceId: 'B', amount: eur(70) },
      ],
    });
  });

  test('credit may be left alone: what is owed is paid as well', () => {
    expect(matchByNumbers(eur(100), named(open('A', 100, 30)))).toMatchObject({
      allocations: [{ licenceId: 'A', amount: eur(100) }],
    });
  });

  test('credit pays the first invoices of its licence, and an invoice that it covers needs nothing', () => {
    const [first, second] = [open('A', 50, 60), { ...open('A', 100, 60), invoiceId: 'A-I2', number: 'N-2' }];
    expect(matchByNumbers(eur(90), named(first, second))).toMatchObject({
      allocations: [{ invoiceId: 'A-I2', amount: eur(90) }],
    });
  });

  test('an invoice that is named twice is paid once', () => {
    expect(matchByNumbers(eur(100), named(open('A', 100), open('A', 100)))).toMatchObject({
      numbers: ['N-A'],
    });
  });

  test.each([
    ['another amount', eur(99), named(open('A', 100)), 'wrong amount: N-A owes EUR 1.00'],
    [
      'another amount than two owe',
      eur(99),
      named(open('A', 100), open('B', 50)),
      'wrong amount: N-A, N-B owe EUR 1.50',
    ],
    [
      'two numbers that are paid already',
      eur(150),
      [
        { number: 'N-A', open: [], closed: 'N-A is already paid' },
        { number: 'N-B', open: [], closed: 'N-B is void' },
      ],
      'N-A is already paid; N-B is void',
    ],
    [
      'one of three that is open',
      eur(150),
      [
        ...named(open('C', 50)),
        { number: 'N-A', open: [], closed: 'N-A is already paid' },
        { number: 'N-B', open: [], closed: 'N-B is void' },
      ],
      'wrong amount: N-C owes EUR 0.50; N-A is already paid; N-B is void',
    ],
    ['another currency', money(100, 'USD'), named(open('A', 100)), 'it is in USD, and N-A is in EUR'],
    [
      'a number that is paid already',
      eur(100),
      [{ number: 'N-A', open: [], closed: 'N-A is already paid' }],
      'N-A is already paid',
    ],
    [
      'one of two that is paid already',
      eur(150),
      [...named(open('B', 50)), { number: 'N-A', open: [], closed: 'N-A is already paid' }],
      'wrong amount: N-B owes EUR 0.50; N-A is already paid',
    ],
  ])('not by %s', (_, amount, numbers, reason) => {
    expect(matchByNumbers(amount, numbers)).toEqual({ matched: false, reason });
  });
});

describe('by amount', () => {
  test('one of the open invoices has this amount', () => {
    expect(matchByAmount(eur(50), 'customer C-1', [open('A', 100), open('B', 50)])).toMatchObject({
      allocations: [{ licenceId: 'B' }],
    });
  });

  test('all together have this amount', () => {
    expect(matchByAmount(eur(150), 'customer C-1', [open('A', 100), open('B', 50)])).toMatchObject({
      numbers: ['N-A', 'N-B'],
    });
  });

  test.each([
    [
      'two have it',
      eur(50),
      [open('A', 50), open('B', 50)],
      'ambiguous: customer C-1 owes this amount on N-A, N-B',
    ],
    ['none has it', eur(51), [open('A', 50)], 'wrong amount: customer C-1 owes EUR 0.50 on N-A'],
    [
      'neither of two nor both have it',
      eur(51),
      [open('A', 50), open('B', 20)],
      'wrong amount: customer C-1 owes EUR 0.50 on N-A, EUR 0.20 on N-B',
    ],
    ['nothing is open', eur(51), [], 'customer C-1 owes nothing'],
    [
      'it is in another currency',
      money(50, 'USD'),
      [open('A', 50)],
      'it is in USD, and customer C-1 owes EUR',
    ],
  ])('not where %s', (_, amount, invoices, reason) => {
    expect(matchByAmount(amount, 'customer C-1', invoices)).toEqual({ matched: false, reason });
  });
});
