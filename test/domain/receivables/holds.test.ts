import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { money } from '../../../domain/billing/money.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { Play } from '../../support/application/play.ts';

const hold = (until: string) =>
  ({ activity: 'hold', until: civilDate(until), reason: 'a promise to pay' }) as const;

/** Invoiced on 15 January 2026: reminders on 14 February, 16 March and 1 April, pay-by 15 April. */
const smartNet = () =>
  new Play(smartNetUserGroup, { country: 'NZ', coverEnds: '2025-12-31', registeredOn: '2025-12-01' });

describe('a hold (docs/rules.md §4.19)', () => {
  test('over pay-by: nothing goes out or lapses through its last day, and the run after it lapses', () => {
    const play = smartNet().does('2026-03-10', hold('2026-05-31')).until('2026-06-10');
    expect(play.journal('2026-03-01')).toEqual([
      '2026-03-10 HoldPlaced until 2026-05-31',
      '2026-06-01 InvoiceVoided',
      '2026-06-01 MaintenanceLapsed unpaid',
    ]);
  });

  test('paid on its last day, the licence goes on', () => {
    const play = smartNet().does('2026-03-10', hold('2026-05-31')).on('2026-05-31', 'payment');
    expect(play.until('2026-06-10').journal('2026-05-31')).toEqual([
      '2026-05-31 PaymentRecorded 55200',
      '2026-05-31 InvoicePaid',
    ]);
  });

  test('that ends before pay-by: of the reminders that it held back the latest goes out after it', () => {
    const play = smartNet().does('2026-02-10', hold('2026-04-05')).until('2026-04-20');
    expect(play.journal('2026-02-01')).toEqual([
      '2026-02-10 HoldPlaced until 2026-04-05',
      '2026-04-06 ReminderSkipped payment-30',
      '2026-04-06 ReminderSkipped payment-60',
      '2026-04-06 ReminderIssued final-notice',
      '2026-04-16 InvoiceVoided',
      '2026-04-16 MaintenanceLapsed unpaid',
    ]);
  });

  test('another takes its place, also an earlier one', () => {
    const play = smartNet()
      .does('2026-04-10', hold('2026-06-30'))
      .does('2026-04-12', hold('2026-04-20'))
      .until('2026-05-10');
    expect(play.journal('2026-04-10')).toEqual([
      '2026-04-10 HoldPlaced until 2026-06-30',
      '2026-04-12 HoldPlaced until 2026-04-20',
      '2026-04-21 InvoiceVoided',
      '2026-04-21 MaintenanceLapsed unpaid',
    ]);
  });

  test('released, it counts no more from the run of that day on', () => {
    const early = smartNet()
      .does('2026-02-10', hold('2026-05-31'))
      .does('2026-03-20', { activity: 'release' });
    expect(early.until('2026-04-20').journal('2026-03-01')).toEqual([
      '2026-03-20 HoldReleased until 2026-05-31',
      '2026-03-20 ReminderSkipped payment-30',
      '2026-03-20 ReminderIssued payment-60',
      '2026-04-01 ReminderIssued final-notice',
      '2026-04-16 InvoiceVoided',
      '2026-04-16 MaintenanceLapsed unpaid',
    ]);
    const late = smartNet()
      .does('2026-02-10', hold('2026-05-31'))
      .does('2026-05-10', { activity: 'release' });
    expect(late.until('2026-05-20').journal('2026-05-01')).toEqual([
      '2026-05-10 HoldReleased until 2026-05-31',
      '2026-05-10 InvoiceVoided',
      '2026-05-10 MaintenanceLapsed unpaid',
    ]);
  });

  test.each(['2026-02-09', '2026-08-10'])(
    'until %s is rejected: over, or more than 180 days ahead',
    (until) => {
      const play = smartNet().does('2026-02-10', hold(until));
      expect(play.journal('2026-02-10')).toEqual(['2026-02-10 ActivityRejected hold']);
    },
  );

  test('may end on the day itself, and be released on its last day', () => {
    const play = smartNet()
      .does('2026-02-10', hold('2026-02-10'))
      .does('2026-02-10', { activity: 'release' });
    expect(play.journal('2026-02-10')).toEqual([
      '2026-02-10 HoldPlaced until 2026-02-10',
      '2026-02-10 HoldReleased until 2026-02-10',
    ]);
  });

  test('names the invoices that are open', () => {
    const play = smartNet().does('2026-02-10', hold('2026-04-05'));
    expect(play.events.at(-1)).toMatchObject({ type: 'HoldPlaced', invoices: ['L-1-I1'] });
  });

  test('may end on the 180th day', () => {
    const play = smartNet().does('2026-02-10', hold('2026-08-09'));
    expect(play.journal('2026-02-10')).toEqual(['2026-02-10 HoldPlaced until 2026-08-09']);
  });

  test('of nothing, or one that is over, cannot be released', () => {
    const play = smartNet()
      .does('2026-02-10', { activity: 'release' })
      .does('2026-02-10', hold('2026-02-12'))
      .does('2026-02-13', { activity: 'release' });
    expect(play.journal('2026-02-10')).toEqual([
      '2026-02-10 ActivityRejected release',
      '2026-02-10 HoldPlaced until 2026-02-12',
      '2026-02-13 ActivityRejected release',
    ]);
  });

  test('keeps an order open through it, and the licence with it', () => {
    const play = new Play(netjapanMaintenance, {
      country: 'US',
      purchasedOn: '2025-07-01',
      registeredOn: '2026-01-01',
    })
      .on('2026-06-20', 'accept-quote', 1)
      .does('2026-07-15', hold('2026-08-15'))
      .until('2026-08-20');
    expect(play.journal('2026-06-20')).toEqual([
      '2026-06-20 QuoteAccepted 1y',
      '2026-06-20 InvoiceIssued renewal 20000 by 2026-07-20',
      '2026-07-15 HoldPlaced until 2026-08-15',
      '2026-08-16 InvoiceVoided',
      '2026-08-16 MaintenanceLapsed not-renewed',
    ]);
  });

  test('moves pay-by for a payment whose money had arrived by its last day', () => {
    const play = smartNet()
      .does('2026-03-10', hold('2026-05-31'))
      .until('2026-06-05')
      .does('2026-06-06', {
        activity: 'payment',
        amount: money(552_00, 'NZD'),
        received: civilDate('2026-05-31'),
      });
    expect(play.journal('2026-06-06')).toEqual([
      '2026-06-06 PaymentRecorded 55200',
      '2026-06-06 LapseReversed',
      '2026-06-06 InvoicePaid',
    ]);
  });
});

describe('a refund (docs/rules.md §4.18)', () => {
  const refund = (amount: number) =>
    ({ activity: 'refund', amount: money(amount, 'NZD'), reason: 'asked for' }) as const;

  test('pays credit out, and no more than that', () => {
    const play = smartNet()
      .on('2026-01-20', 'payment', 600_00)
      .does('2026-01-21', refund(48_01))
      .does('2026-01-22', refund(48_00));
    expect(play.journal('2026-01-21')).toEqual([
      '2026-01-21 ActivityRejected refund',
      '2026-01-22 RefundRecorded 4800',
    ]);
    expect(play.licence.credit.amount).toBe(0);
  });
});

describe('a payment that names an invoice (docs/rules.md §4.14)', () => {
  const unpaidTwice = () =>
    smartNet()
      .does('2026-03-01', hold('2026-08-28'))
      .does('2026-08-20', hold('2027-02-15'))
      .until('2027-01-20');

  test('pays that one first, and leaves the rest as credit', () => {
    const play = unpaidTwice().does('2027-01-21', {
      activity: 'payment',
      amount: money(600_00, 'NZD'),
      document: 'L-1-I2',
    });
    expect(play.events.slice(-2)).toMatchObject([
      { type: 'PaymentRecorded', invoiceId: 'L-1-I2' },
      { type: 'InvoicePaid', invoiceId: 'L-1-I2' },
    ]);
    expect(play.licence.credit.amount).toBe(48_00);
  });

  test('without an amount pays what is to be paid of it', () => {
    const play = unpaidTwice().does('2027-01-21', { activity: 'payment', document: 'L-1-I2' });
    expect(play.journal('2027-01-21')).toEqual([
      '2027-01-21 PaymentRecorded 55200',
      '2027-01-21 InvoicePaid',
    ]);
  });

  test('without an amount pays that one alone, less what was credited of it and less the credit', () => {
    const play = unpaidTwice()
      .does('2027-01-21', {
        activity: 'credit-invoice',
        invoice: 'L-1-I2',
        net: money(100_00, 'NZD'),
        reason: 'agreed',
      })
      .does('2027-01-21', { activity: 'payment', amount: money(7_00, 'NZD') })
      .does('2027-01-22', { activity: 'payment', document: 'L-1-I2' });
    expect(play.journal('2027-01-22')).toEqual([
      '2027-01-22 PaymentRecorded 43000',
      '2027-01-22 InvoicePaid',
    ]);
    expect(play.licence.invoices.map(({ invoiceId }) => invoiceId)).toEqual(['L-1-I1']);
  });

  test('is rejected where the licence has no such invoice', () => {
    const play = unpaidTwice().does('2027-01-21', { activity: 'payment', document: 'L-1-I3' });
    expect(play.journal('2027-01-21')).toEqual(['2027-01-21 ActivityRejected payment']);
  });
});
