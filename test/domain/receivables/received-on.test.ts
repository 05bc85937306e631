import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { money } from '../../../domain/billing/money.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { Play } from '../../support/application/play.ts';

const nzd = (amount: number) => money(amount, 'NZD');

/** Invoiced on 15 January 2026 (552.00, pay-by 15 April); nobody pays, and it lapses on 16 April. */
const lapsed = () =>
  new Play(smartNetUserGroup, { country: 'NZ', coverEnds: '2025-12-31', registeredOn: '2025-12-01' }).until(
    '2026-04-20',
  );

const payment = (amount: number, received: string) =>
  ({ activity: 'payment', amount: nzd(amount), received: civilDate(received) }) as const;

describe('a payment that arrived before the lapse (docs/rules.md §6.7)', () => {
  test('takes the lapse back: the invoice is open again under its number, and paid', () => {
    const play = lapsed().does('2026-04-21', payment(552_00, '2026-04-15'));
    expect(play.journal('2026-04-16')).toEqual([
      '2026-04-16 InvoiceVoided',
      '2026-04-16 MaintenanceLapsed unpaid',
      '2026-04-21 PaymentRecorded 55200',
      '2026-04-21 LapseReversed',
      '2026-04-21 InvoicePaid',
    ]);
    expect(play.licence).toMatchObject({
      standing: { status: 'active', term: { ends: '2026-12-31' } },
      credit: nzd(0),
      invoices: [],
      paidThrough: '2026-12-31',
    });
    expect(play.until('2027-01-20').journal('2026-04-22')).toEqual([
      '2026-12-31 TermStarted renewal 2027-01-01..2027-12-31',
      '2027-01-15 InvoiceIssued renewal 55200 by 2027-04-15',
    ]);
  });

  test('is recorded with its id and the day on which it arrived', () => {
    const [recorded] = lapsed()
      .does('2026-04-21', payment(552_00, '2026-04-15'))
      .events.filter(({ type }) => type === 'PaymentRecorded');
    expect(recorded).toMatchObject({ date: '2026-04-21', paymentId: 'L-1-P1', received: '2026-04-15' });
  });

  test.each([
    ['after pay-by', payment(552_00, '2026-04-16')],
    ['too little', payment(551_99, '2026-04-15')],
    ['on the day itself', { activity: 'payment', amount: nzd(552_00) } as const],
  ])('is credited where it came %s', (_what, command) => {
    const play = lapsed().does('2026-04-21', command);
    expect(play.journal('2026-04-21')).toEqual([`2026-04-21 PaymentRecorded ${command.amount.amount}`]);
    expect(play.licence).toMatchObject({ standing: { status: 'lapsed' }, credit: command.amount });
  });

  test('counts together with the credit', () => {
    const play = lapsed()
      .does('2026-04-21', payment(100_00, '2026-04-15'))
      .does('2026-04-22', payment(452_00, '2026-04-10'));
    expect(play.journal('2026-04-22')).toEqual([
      '2026-04-22 PaymentRecorded 45200',
      '2026-04-22 LapseReversed',
      '2026-04-22 InvoicePaid',
    ]);
  });

  test('does nothing for a licence that was reinstated since', () => {
    const play = lapsed()
      .on('2026-04-21', 'request-quote')
      .on('2026-04-22', 'accept-quote', 1)
      .on('2026-04-23', 'payment')
      .does('2026-04-24', payment(552_00, '2026-04-15'));
    expect(play.journal('2026-04-24')).toEqual(['2026-04-24 PaymentRecorded 55200']);
    expect(play.licence.credit).toEqual(nzd(552_00));
  });

  test('voids the order of a reinstatement, and withdraws its quote', () => {
    const ordered = lapsed().on('2026-04-21', 'request-quote').on('2026-04-22', 'accept-quote', 1);
    expect(ordered.does('2026-04-23', payment(552_00, '2026-04-15')).journal('2026-04-23')).toEqual([
      '2026-04-23 PaymentRecorded 55200',
      '2026-04-23 LapseReversed',
      '2026-04-23 InvoiceVoided',
      '2026-04-23 InvoicePaid',
    ]);
    const quoted = lapsed()
      .on('2026-04-21', 'request-quote')
      .does('2026-04-22', payment(552_00, '2026-04-15'))
      .until('2026-06-30');
    expect(quoted.journal('2026-04-23')).toEqual([]);
  });

  test('lets the next run do what fell due in between, dated that run', () => {
    const play = new Play(smartNetUserGroup, {
      country: 'NZ',
      coverEnds: '2025-12-31',
      registeredOn: '2025-12-01',
    })
      .until('2027-01-20')
      .does('2027-01-21', payment(552_00, '2026-03-01'))
      .until('2027-01-31');
    expect(play.journal('2027-01-21')).toEqual([
      '2027-01-21 PaymentRecorded 55200',
      '2027-01-21 LapseReversed',
      '2027-01-21 InvoicePaid',
      '2027-01-21 TermStarted renewal 2027-01-01..2027-12-31',
      '2027-01-21 InvoiceIssued renewal 55200 by 2027-04-21',
    ]);
  });

  test('keeps a cancellation of before the lapse', () => {
    const play = new Play(smartNetUserGroup, {
      country: 'NZ',
      coverEnds: '2025-12-31',
      registeredOn: '2025-12-01',
    })
      .on('2026-02-01', 'cancel')
      .until('2026-04-20')
      .does('2026-04-21', payment(552_00, '2026-04-15'))
      .until('2027-01-31');
    expect(play.journal('2026-04-22')).toEqual(['2027-01-01 MaintenanceLapsed cancelled']);
  });

  test('reversed later, it leaves the invoice open, payable within 30 days, and lapses again', () => {
    const play = lapsed()
      .does('2026-04-21', payment(552_00, '2026-04-15'))
      .does('2026-05-01', { activity: 'reverse-payment', paymentId: 'L-1-P1', reason: 'bounced' })
      .until('2026-06-30');
    expect(play.journal('2026-05-01')).toEqual([
      '2026-05-01 PaymentReversed L-1-P1 55200',
      '2026-05-01 InvoiceReopened L-1-I1 by 2026-05-31',
      '2026-05-17 ReminderIssued final-notice',
      '2026-06-01 InvoiceVoided',
      '2026-06-01 MaintenanceLapsed unpaid',
    ]);
  });

  test('leaves the former customer’s quote withdrawn, where the licence was transferred since', () => {
    const play = new Play(smartertoolsMaintenance, { country: 'US', purchasedOn: '2025-03-01' });
    play.on('2026-02-01', 'accept-quote', 1).on('2026-02-02', 'payment');
    play.does('2026-02-10', { activity: 'reverse-payment', paymentId: 'L-1-P1', reason: 'bounced' });
    play.on('2026-03-01', 'request-quote').until('2026-03-13');
    const terms = { country: 'US', customerKind: 'end-user' } as const;
    play.does('2026-03-14', { activity: 'transfer', to: 'C-2', terms, reason: 'sold' });
    const amount = money(300_00, 'USD');
    play.does('2026-03-15', { activity: 'payment', amount, received: civilDate('2026-03-12') });
    expect(play.journal('2026-03-14')).toContain('2026-03-15 LapseReversed');
    expect(play.licence.quote).toBeUndefined();
  });

  test('is rejected where the money is said to arrive later than the payment', () => {
    const play = lapsed().does('2026-04-21', payment(552_00, '2026-04-22'));
    expect(play.journal('2026-04-21')).toEqual(['2026-04-21 ActivityRejected payment']);
  });

  test('without an amount is rejected while lapsed: nothing is open', () => {
    const play = lapsed().does('2026-04-21', { activity: 'payment', received: civilDate('2026-04-15') });
    expect(play.journal('2026-04-21')).toEqual(['2026-04-21 ActivityRejected payment']);
  });
});
