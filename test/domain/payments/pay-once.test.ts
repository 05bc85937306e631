import { describe, expect, test } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { type NamedPayment, payOnce } from '../../../domain/payments/pay-once.ts';
import { smartNetUserGroup as plan } from '../../../plans/smart-net-user-group.ts';
import { Play } from '../../support/application/play.ts';

const nzd = (amount: number) => money(amount, 'NZD');
const today = civilDate('2026-02-01');

/** Invoiced 552.00 on 15 January; another payment of 10.00 was recorded on 20 January. */
const play = new Play(plan, { country: 'NZ', coverEnds: '2025-12-31', registeredOn: '2025-12-01' })
  .does('2026-01-20', { activity: 'payment', amount: nzd(10_00), paymentId: 'BANK-1' })
  .skipTo('2026-02-01');

function once(payment: Partial<NamedPayment>) {
  const named = { activity: 'payment', on: today, paymentId: 'BANK-2', ...payment } as const;
  return payOnce(plan, play.licence, play.events, named, today);
}

describe('a payment with an id (docs/rules.md §4.10)', () => {
  test('is recorded on its day', () => {
    expect(once({ amount: nzd(5_00) })).toMatchObject({
      outcome: 'accepted',
      events: [{ type: 'PaymentRecorded', date: '2026-02-01', received: '2026-02-01', paymentId: 'BANK-2' }],
    });
  });

  test.each([
    ['the same amount', { amount: nzd(10_00) }],
    ['all that is open', {}],
  ])(
    'that the licence has does nothing more, with %s',
    (_, { amount }: { amount?: NamedPayment['amount'] }) => {
      expect(once({ paymentId: 'BANK-1', amount })).toEqual({ outcome: 'accepted', events: [] });
    },
  );

  test('that the licence has is refused with another amount: the text names both and the remedy', () => {
    const refused = once({ paymentId: 'BANK-1', amount: nzd(10_01) });
    expect(refused).toMatchObject({ outcome: 'refused', events: [] });
    const reason = 'reason' in refused ? refused.reason : '';
    for (const fact of ['BANK-1', 'NZD 10.00', 'NZD 10.01', 'another id']) expect(reason).toContain(fact);
  });

  test('that is reported late is recorded on the day of the last event, and had arrived before', () => {
    const events = [{ type: 'PaymentRecorded', date: '2026-01-20', received: '2026-01-18' }];
    expect(once({ on: civilDate('2026-01-18'), amount: nzd(5_00) })).toMatchObject({ events });
  });

  test('keeps the day on which it arrived', () => {
    const received = civilDate('2026-01-10');
    expect(once({ amount: nzd(5_00), received })).toMatchObject({
      events: [{ date: '2026-02-01', received }],
    });
  });
});
