import { describe, expect, test } from 'vitest';
import { money, mostGiven } from '../../../domain/billing/money.ts';
import {
  allocationSchema,
  incomingPaymentSchema,
  longestDividedId,
  mostAllocations,
  partId,
  paymentIdsIn,
} from '../../../domain/payments/incoming.ts';
import { paymentIdSchema } from '../../../domain/payments/payment-id.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { Play } from '../../support/application/play.ts';

const payment = { paymentId: 'BANK-1', amount: money(1, 'EUR'), received: '2026-01-31', text: 'thanks' };

describe('a payment that a bank reports', () => {
  test.each([
    ['with all that is known', { ...payment, payer: 'Ada', account: 'DE89370400440532013000' }],
    ['with the most of everything', { ...payment, amount: money(mostGiven, 'EUR'), text: 'x'.repeat(1000) }],
  ])('is taken %s', (_, given) => {
    expect(incomingPaymentSchema.parse(given)).toEqual(given);
  });

  test.each([
    ['of nothing', { ...payment, amount: money(0, 'EUR') }, 'expected an amount above zero'],
    [
      'of more than can be counted',
      { ...payment, amount: money(mostGiven + 1, 'EUR') },
      'EUR 100000000000.00',
    ],
    ['on no day', { ...payment, received: '2026-02-30' }, ''],
    ['with a longer text', { ...payment, text: 'x'.repeat(1001) }, '1000'],
    ['with a longer payer', { ...payment, payer: 'x'.repeat(1001) }, '1000'],
    ['with what nobody knows', { ...payment, colour: 'blue' }, 'colour'],
  ])('is refused %s', (_, given, message) => {
    const { error } = incomingPaymentSchema.safeParse(given);
    expect(error?.issues.map((issue) => issue.message).join()).toContain(message);
    expect(error).toBeDefined();
  });

  test('pays a licence, and an invoice of it where that is known', () => {
    const whole = { licenceId: 'L-1', amount: money(1, 'EUR') };
    expect(allocationSchema.parse(whole)).toEqual(whole);
    expect(allocationSchema.parse({ ...whole, invoiceId: 'L-1-I1' })).toMatchObject({ invoiceId: 'L-1-I1' });
    for (const wrong of [
      { amount: money(0, 'EUR') },
      { licenceId: '' },
      { invoiceId: '' },
      { invoiceId: 'x'.repeat(301) },
      { share: 1 },
    ])
      expect(allocationSchema.safeParse({ ...whole, ...wrong }).success).toBe(false);
  });
});

describe('the id of a payment (docs/rules.md §4.10)', () => {
  test.each(['1', '!~', 'x'.repeat(100)])('can be %s', (id) => {
    expect(paymentIdSchema.parse(id)).toBe(id);
  });

  test.each(['', 'x'.repeat(101), 'a b', 'ä', 'a\n'])('cannot be %j', (id) => {
    expect(paymentIdSchema.safeParse(id).error?.issues[0]?.message).toMatch(/up to 100 .* without spaces/);
  });

  test('of a part has the number of the part, and still fits', () => {
    expect([1, 2, 100].map((part) => partId('BANK-1', part))).toEqual(['BANK-1', 'BANK-1/2', 'BANK-1/100']);
    const longest = partId('x'.repeat(longestDividedId), mostAllocations);
    expect(longest).toHaveLength(100);
    expect(paymentIdSchema.safeParse(longest).success).toBe(true);
  });

  test('is found in a journal from any of its parts', () => {
    const play = new Play(smartNetUserGroup, { country: 'NZ', coverEnds: '2026-12-31' });
    const amount = money(1, 'NZD');
    for (const paymentId of ['BANK-1', 'BANK-2/12', 'BANK-3/1000', 'A/2/3'])
      play.does('2026-01-05', { activity: 'payment', amount, paymentId });
    play.does('2026-01-05', { activity: 'note', note: 'no payment' });
    const old = { ...play.events[2], type: 'PaymentRecorded', paymentId: undefined };
    expect(paymentIdsIn([...play.events, old as never])).toEqual([
      'BANK-1',
      'BANK-2/12',
      'BANK-2',
      'BANK-3/1000',
      'A/2/3',
      'A/2',
    ]);
  });
});
