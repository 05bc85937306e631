import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { money } from '../../../domain/billing/money.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

const nzd = (amount: number) => money(amount, 'NZD');
const reverse = (paymentId: string) =>
  ({ activity: 'reverse-payment', paymentId, reason: 'the bank returned it' }) as const;

/** Invoiced 552.00 each 15 January from 2026 on. */
const smartNet = () =>
  new Play(smartNetUserGroup, { country: 'NZ', coverEnds: '2025-12-31', registeredOn: '2025-12-01' });

describe('a payment reversed (docs/rules.md §4.15)', () => {
  test('opens the invoice again until its own pay-by, if that is later than 30 days after', () => {
    const play = smartNet().on('2026-01-20', 'payment', 552_00).does('2026-01-25', reverse('L-1-P1'));
    expect(play.until('2026-04-30').journal('2026-01-25')).toEqual([
      '2026-01-25 PaymentReversed L-1-P1 55200',
      '2026-01-25 InvoiceReopened L-1-I1 by 2026-04-15',
      '2026-04-01 ReminderIssued final-notice',
      '2026-04-16 InvoiceVoided',
      '2026-04-16 MaintenanceLapsed unpaid',
    ]);
  });

  test('sends the final notice again that went out before', () => {
    const play = smartNet().on('2026-04-10', 'payment', 552_00).does('2026-04-20', reverse('L-1-P1'));
    expect(play.until('2026-05-10').journal('2026-04-01')).toEqual([
      '2026-04-01 ReminderIssued final-notice',
      '2026-04-10 PaymentRecorded 55200',
      '2026-04-10 InvoicePaid',
      '2026-04-20 PaymentReversed L-1-P1 55200',
      '2026-04-20 InvoiceReopened L-1-I1 by 2026-05-20',
      '2026-05-06 ReminderIssued final-notice',
    ]);
  });

  test('paid again, the invoice is settled and cover is paid for as before', () => {
    const play = smartNet()
      .on('2026-01-20', 'payment', 552_00)
      .does('2026-01-25', reverse('L-1-P1'))
      .on('2026-02-10', 'payment');
    expect(play.journal('2026-02-10')).toEqual([
      '2026-02-10 PaymentRecorded 55200',
      '2026-02-10 InvoicePaid',
    ]);
    expect(play.licence).toMatchObject({ paidThrough: '2026-12-31', credit: nzd(0), invoices: [] });
  });

  test('takes what cover is paid through back, for whoever comes back after the lapse', () => {
    const play = smartNet()
      .on('2026-01-20', 'payment', 552_00)
      .does('2026-01-25', reverse('L-1-P1'))
      .on('2026-05-01', 'request-quote');
    expect(play.journal('2026-05-01')).toEqual(['2026-05-01 QuoteIssued reinstatement 1y=55200']);
  });

  test('falls out of the credit alone where that covers it', () => {
    const play = smartNet().on('2026-01-20', 'payment', 600_00).on('2026-01-21', 'payment', 100_00);
    expect(play.does('2026-01-25', reverse('L-1-P2')).journal('2026-01-25')).toEqual([
      '2026-01-25 PaymentReversed L-1-P2 10000',
    ]);
    expect(play.licence.credit).toEqual(nzd(48_00));
  });

  test('opens several invoices, the one paid last first, until the credit is not below zero', () => {
    const play = smartNet()
      .on('2026-01-20', 'payment', 1104_00)
      .until('2027-01-16')
      .does('2027-02-01', reverse('L-1-P1'));
    expect(play.journal('2027-01-15')).toEqual([
      '2027-01-15 InvoiceIssued renewal 55200 by 2027-04-15',
      '2027-01-15 InvoicePaid',
      '2027-02-01 PaymentReversed L-1-P1 110400',
      '2027-02-01 InvoiceReopened L-1-I2 by 2027-04-15',
      '2027-02-01 InvoiceReopened L-1-I1 by 2027-03-03',
    ]);
    expect(play.licence.invoices.map(({ invoiceId }) => invoiceId)).toEqual(['L-1-I1', 'L-1-I2']);
    expect(play.until('2027-03-10').journal('2027-02-02')).toEqual([
      '2027-02-17 ReminderIssued final-notice',
      '2027-03-04 InvoiceVoided',
      '2027-03-04 InvoiceVoided',
      '2027-03-04 MaintenanceLapsed unpaid',
    ]);
  });

  test('gives the total back that is more than what is missing: the rest stays credit', () => {
    const play = smartNet()
      .on('2026-01-20', 'payment', 100_00)
      .on('2026-01-21', 'payment', 452_00)
      .does('2026-01-25', reverse('L-1-P1'));
    expect(play.licence).toMatchObject({ credit: nzd(452_00), invoices: [{ invoiceId: 'L-1-I1' }] });
    expect(play.on('2026-01-26', 'payment').journal('2026-01-26')).toEqual([
      '2026-01-26 PaymentRecorded 10000',
      '2026-01-26 InvoicePaid',
    ]);
  });

  const creditedThenReversed = () =>
    smartNet()
      .on('2026-01-20', 'payment', 552_00)
      .does('2026-01-21', {
        activity: 'credit-invoice',
        invoice: 'last',
        net: nzd(40_00),
        reason: 'goodwill',
      })
      .does('2026-01-25', reverse('L-1-P1'));

  test('leaves less to pay of an invoice that was credited since it was paid, and no credit', () => {
    const play = creditedThenReversed();
    expect(play.journal('2026-01-25')).toEqual([
      '2026-01-25 PaymentReversed L-1-P1 55200',
      '2026-01-25 InvoiceReopened L-1-I1 by 2026-04-15',
    ]);
    expect(play.licence).toMatchObject({ credit: nzd(0), invoices: [{ credited: nzd(46_00) }] });
    expect(play.until('2026-04-30').licence.credit).toEqual(nzd(0));
  });

  test('once more, after it was paid again for less: what was credited counts once', () => {
    const play = creditedThenReversed().on('2026-02-10', 'payment').does('2026-02-11', reverse('L-1-P2'));
    expect(play.journal('2026-02-10')).toEqual([
      '2026-02-10 PaymentRecorded 50600',
      '2026-02-10 InvoicePaid',
      '2026-02-11 PaymentReversed L-1-P2 50600',
      '2026-02-11 InvoiceReopened L-1-I1 by 2026-04-15',
    ]);
    expect(play.licence).toMatchObject({ credit: nzd(0), invoices: [{ credited: nzd(46_00) }] });
  });

  test.each([
    ['an unknown id', reverse('L-1-P2')],
    ['a second time', reverse('L-1-P1')],
  ])('is rejected with %s', (_what, command) => {
    const play = smartNet()
      .on('2026-01-20', 'payment', 552_00)
      .does('2026-01-25', reverse('L-1-P1'))
      .does('2026-01-26', command);
    expect(play.journal('2026-01-26')).toEqual(['2026-01-26 ActivityRejected reverse-payment']);
  });

  test('is rejected once a refund has used it up, whatever else was paid', () => {
    const play = smartNet()
      .on('2026-01-20', 'payment', 552_00)
      .on('2026-01-21', 'payment', 552_00)
      .does('2026-01-22', { activity: 'refund', amount: nzd(552_00), reason: 'paid twice' })
      .does('2026-01-25', reverse('L-1-P2'));
    expect(play.journal('2026-01-22')).toEqual([
      '2026-01-22 RefundRecorded 55200',
      '2026-01-25 ActivityRejected reverse-payment',
    ]);
    expect(play.does('2026-01-26', reverse('L-1-P1')).journal('2026-01-26')).toEqual([
      '2026-01-26 PaymentReversed L-1-P1 55200',
      '2026-01-26 InvoiceReopened L-1-I1 by 2026-04-15',
    ]);
  });

  test('is rejected where an invoice was credited and the money paid out', () => {
    const play = smartNet()
      .on('2026-01-20', 'payment', 552_00)
      .does('2026-01-21', { activity: 'credit-invoice', invoice: 'last', reason: 'left' })
      .does('2026-01-22', { activity: 'refund', amount: nzd(552_00), reason: 'left' })
      .does('2026-01-25', reverse('L-1-P1'));
    expect(play.journal('2026-01-25')).toEqual(['2026-01-25 ActivityRejected reverse-payment']);
  });
});

/** A licence of an order plan, bought on 1 July 2025: its term ends on 30 June 2026; a year costs 200.00. */
const netjapan = () =>
  new Play(netjapanMaintenance, { country: 'US', purchasedOn: '2025-07-01', registeredOn: '2026-01-01' });

describe('the payment of an order reversed', () => {
  const paid = () => netjapan().on('2026-05-10', 'accept-quote', 1).on('2026-05-20', 'payment');

  test('leaves the term that it started in force; unpaid, the licence lapses as an automatic plan does', () => {
    const play = paid().does('2026-06-01', reverse('L-1-P1')).until('2026-07-31');
    expect(play.journal('2026-05-10')).toEqual([
      '2026-05-10 QuoteAccepted 1y',
      '2026-05-10 InvoiceIssued renewal 20000 by 2026-06-09',
      '2026-05-20 PaymentRecorded 20000',
      '2026-05-20 InvoicePaid',
      '2026-05-20 TermStarted renewal 2026-07-01..2027-06-30',
      '2026-06-01 PaymentReversed L-1-P1 20000',
      '2026-06-01 InvoiceReopened L-1-I1 by 2026-07-01',
      '2026-06-17 ReminderIssued final-notice',
      '2026-07-02 InvoiceVoided',
      '2026-07-02 MaintenanceLapsed unpaid',
    ]);
  });

  test('paid again it starts no second term', () => {
    const play = paid().does('2026-06-01', reverse('L-1-P1')).on('2026-06-20', 'payment');
    expect(play.journal('2026-06-20')).toEqual([
      '2026-06-20 PaymentRecorded 20000',
      '2026-06-20 InvoicePaid',
    ]);
    expect(play.licence.standing).toMatchObject({ term: { ends: '2027-06-30' } });
  });

  test('takes back what cover is paid through, and gives it back each time that it is paid again', () => {
    const play = paid();
    const through = () => play.licence.paidThrough;
    expect(through()).toBe('2027-06-30');
    for (const [day, next, paymentId] of [
      ['2026-06-01', '2026-06-02', 'L-1-P1'],
      ['2026-06-03', '2026-06-04', 'L-1-P2'],
    ] as const) {
      play.does(day, reverse(paymentId));
      expect(through()).toBe('2026-06-30');
      expect(play.on(next, 'payment').licence).toMatchObject({ invoices: [], paidThrough: '2027-06-30' });
    }
  });

  test('does not stand in the way of a quote for the next term', () => {
    const play = paid().does('2026-06-01', reverse('L-1-P1')).on('2026-06-02', 'request-quote');
    expect(play.journal('2026-06-02')).toEqual(['2026-06-02 QuoteIssued renewal 1y=20000 2y=38000 3y=54000']);
  });

  test('of a reinstatement: the maintenance stays reinstated until the invoice lapses it', () => {
    const play = netjapan()
      .on('2026-08-01', 'request-quote')
      .on('2026-08-02', 'accept-quote', 1)
      .on('2026-08-03', 'payment')
      .does('2026-08-10', reverse('L-1-P1'))
      .until('2026-09-30');
    expect(play.journal('2026-08-03')).toEqual([
      '2026-08-03 PaymentRecorded 20000',
      '2026-08-03 InvoicePaid',
      '2026-08-03 MaintenanceReinstated',
      '2026-08-03 TermStarted reinstatement 2026-08-03..2027-08-02',
      '2026-08-10 PaymentReversed L-1-P1 20000',
      '2026-08-10 InvoiceReopened L-1-I1 by 2026-09-09',
      '2026-08-26 ReminderIssued final-notice',
      '2026-09-10 InvoiceVoided',
      '2026-09-10 MaintenanceLapsed unpaid',
    ]);
  });

  test('the lapse of a reopened order is reversed by money that had arrived in time', () => {
    const play = paid()
      .does('2026-06-01', reverse('L-1-P1'))
      .until('2026-07-05')
      .does('2026-07-06', {
        activity: 'payment',
        amount: money(200_00, 'GBP'),
        received: civilDate('2026-07-01'),
      });
    expect(play.journal('2026-07-06')).toEqual([
      '2026-07-06 PaymentRecorded 20000',
      '2026-07-06 LapseReversed',
      '2026-07-06 InvoicePaid',
    ]);
    expect(play.licence.standing).toMatchObject({ status: 'active', term: { ends: '2027-06-30' } });
  });

  test('of a change: paid again, nothing is changed a second time', () => {
    const play = new Play(videoSma, { coverEnds: '2026-12-31' })
      .does('2026-02-01', { activity: 'add-modules', skus: ['CAM-16'] })
      .on('2026-02-02', 'payment')
      .does('2026-02-03', reverse('L-1-P1'))
      .on('2026-02-04', 'payment');
    expect(play.journal('2026-02-02').map((line) => line.split(' ')[1])).toEqual([
      'PaymentRecorded',
      'InvoicePaid',
      'LicenceChanged',
      'PaymentReversed',
      'InvoiceReopened',
      'PaymentRecorded',
      'InvoicePaid',
    ]);
    expect(play.licence.facts.modules.map(({ sku }) => sku)).toEqual(['M', 'CAM-16']);
  });

  test('of a change that a renewal followed: what cover is paid through stays as it is', () => {
    const play = new Play(videoSma, { coverEnds: '2026-02-28' })
      .does('2026-01-10', { activity: 'add-modules', skus: ['CAM-16'] })
      .on('2026-01-11', 'payment')
      .until('2026-03-01')
      .on('2026-03-02', 'payment');
    const before = play.licence.paidThrough;
    play.does('2026-03-03', reverse('L-1-P2')).does('2026-03-03', reverse('L-1-P1'));
    expect(play.licence.invoices).toMatchObject([
      { invoiceId: 'L-1-I1', purpose: { kind: 'expansion' }, fulfilled: {} },
      { invoiceId: 'L-1-I2', purpose: { kind: 'renewal' } },
    ]);
    expect(play.licence.invoices[0]?.fulfilled?.paidThrough).toBeUndefined();
    expect(play.licence.paidThrough).toBe('2026-02-28');
    expect(play.on('2026-03-04', 'payment').licence).toMatchObject({ invoices: [], paidThrough: before });
  });

  test('of a back-charge: it can be paid after the year, since nothing is started by it any more', () => {
    const play = smartNet()
      .on('2026-12-10', 'request-quote')
      .on('2026-12-11', 'accept-quote', 1)
      .on('2026-12-20', 'payment')
      .does('2026-12-22', reverse('L-1-P1'))
      .on('2027-01-05', 'payment');
    expect(play.journal('2026-12-22').filter((line) => /Invoice/.test(line))).toEqual([
      '2026-12-22 InvoiceReopened L-1-I2 by 2027-01-21',
      '2027-01-05 InvoicePaid',
    ]);
  });
});
