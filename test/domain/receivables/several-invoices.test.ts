import { describe, expect, test } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { civilDate } from '../../../domain/calendar.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { journalDraft } from '../../../domain/licence/journal-draft.ts';
import { pay } from '../../../domain/payments/payment.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance } from '../../../plans/smartertools-maintenance.ts';
import { Play } from '../../support/application/play.ts';

const nzd = (amount: number) => money(amount, 'NZD');
const reason = 'asked for';
const hold = (until: string) => ({ activity: 'hold', until: civilDate(until), reason }) as const;
const reverse = (paymentId: string) => ({ activity: 'reverse-payment', paymentId, reason }) as const;
const credit = (invoice: string, net?: number) =>
  ({ activity: 'credit-invoice', invoice, net: net === undefined ? net : nzd(net), reason }) as const;
const payment = (amount: number, more = {}) =>
  ({ activity: 'payment', amount: nzd(amount), ...more }) as const;

const smartNet = () =>
  new Play(smartNetUserGroup, { country: 'NZ', coverEnds: '2025-12-31', registeredOn: '2025-12-01' });

/** I1 of January 2026 and I2 of January 2027 are open, 552.00 each; a hold lasts until 15 February 2027. */
const unpaidTwice = () =>
  smartNet()
    .does('2026-03-01', hold('2026-08-28'))
    .does('2026-08-20', hold('2027-02-15'))
    .until('2027-01-20');

const openIn = (play: Play) => play.licence.invoices.map(({ invoiceId }) => invoiceId);

describe('of several invoices', () => {
  test('the one that was paid last is open again, whichever is the oldest', () => {
    const play = unpaidTwice()
      .does('2027-01-21', payment(552_00, { document: 'L-1-I2' }))
      .does('2027-01-22', reverse('L-1-P1'));
    expect(play.journal('2027-01-22')).toEqual([
      '2027-01-22 PaymentReversed L-1-P1 55200',
      '2027-01-22 InvoiceReopened L-1-I2 by 2027-04-15',
    ]);
    expect(openIn(play)).toEqual(['L-1-I1', 'L-1-I2']);
  });

  test('one that was credited in full since it was paid stays closed', () => {
    const play = unpaidTwice()
      .does('2027-01-21', payment(1104_00))
      .does('2027-01-22', credit('L-1-I2'))
      .does('2027-01-23', reverse('L-1-P1'));
    expect(play.journal('2027-01-23')).toEqual([
      '2027-01-23 PaymentReversed L-1-P1 110400',
      '2027-01-23 InvoiceReopened L-1-I1 by 2027-02-22',
    ]);
  });

  test('the one that is credited owes less, and no other', () => {
    const play = unpaidTwice().does('2027-01-21', credit('L-1-I1', 100_00));
    expect(play.licence.invoices.map(({ credited }) => credited)).toEqual([nzd(115_00), undefined]);
    // Another payment, of the first, leaves the second to be paid less.
    play.does('2027-01-22', payment(437_00)).does('2027-01-23', credit('L-1-I2', 200_00));
    expect(play.events.at(-1)).toMatchObject({
      type: 'CreditNoteIssued',
      becomes: 'less-to-pay',
      because: 'NZD 230.00 less is to be paid of invoice L-1-I2',
    });
    play.does('2027-01-24', credit('L-1-I1', 100_00));
    expect(play.events.at(-1)).toMatchObject({
      type: 'CreditNoteIssued',
      becomes: 'credit',
      because: 'invoice L-1-I1 is paid: NZD 115.00 becomes credit',
    });
  });

  test('one that a lapse has voided cannot be credited while another is open', () => {
    const play = smartNet()
      .until('2026-04-16')
      .on('2026-05-01', 'request-quote')
      .on('2026-05-02', 'accept-quote', 1);
    expect(openIn(play)).toEqual(['L-1-I2']);
    expect(play.does('2026-05-03', credit('L-1-I1')).events.at(-1)).toMatchObject({
      type: 'ActivityRejected',
    });
  });
});

describe('a lapse is reversed by money that had arrived in time (docs/rules.md §6.7)', () => {
  test('for the invoices that it rests on: another that it voided is open again', () => {
    const play = unpaidTwice()
      .until('2027-02-20')
      .does('2027-02-21', payment(552_00, { received: civilDate('2027-02-15') }));
    expect(play.journal('2027-02-16')).toEqual([
      '2027-02-16 InvoiceVoided',
      '2027-02-16 InvoiceVoided',
      '2027-02-16 MaintenanceLapsed unpaid',
      '2027-02-21 PaymentRecorded 55200',
      '2027-02-21 LapseReversed',
      '2027-02-21 InvoicePaid',
    ]);
    expect(openIn(play)).toEqual(['L-1-I2']);
  });

  /** The order of the running term is open again until 1 July, and support was payable on 10 June; both lapsed. */
  const both = () =>
    new Play(smartertoolsMaintenance, { purchasedOn: '2025-05-31', country: 'US' })
      .on('2026-05-10', 'accept-quote', 1)
      .on('2026-05-11', 'payment')
      .does('2026-06-01', reverse('L-1-P1'))
      .does('2026-06-10', { activity: 'open-ticket', emergency: true, at: '2026-06-10T18:00:00Z' as never })
      .until('2026-07-02');
  const usd = (amount: number, received: string) =>
    ({ activity: 'payment', amount: money(amount, 'USD'), received: civilDate(received) }) as const;

  test('if it had arrived by the pay-by of each of them', () => {
    expect(both().journal('2026-07-02')).toEqual([
      '2026-07-02 InvoiceVoided',
      '2026-07-02 InvoiceVoided',
      '2026-07-02 MaintenanceLapsed unpaid',
    ]);
    const inTime = both().does('2026-07-05', usd(599_00, '2026-06-10'));
    expect(inTime.journal('2026-07-05').at(-1)).toBe('2026-07-05 InvoicePaid');
    expect(inTime.licence).toMatchObject({ standing: { status: 'active' }, invoices: [] });
    const late = both().does('2026-07-05', usd(599_00, '2026-06-11'));
    expect(late.journal('2026-07-05')).toEqual(['2026-07-05 PaymentRecorded 59900']);
  });

  test('if it pays all of them', () => {
    const play = both().does('2026-07-05', usd(300_00, '2026-06-10'));
    expect(play.journal('2026-07-05')).toEqual(['2026-07-05 PaymentRecorded 30000']);
  });

  test('an order that had reinstated it is open again, not void', () => {
    const play = smartNet()
      .on('2026-05-01', 'request-quote')
      .on('2026-05-02', 'accept-quote', 1)
      .on('2026-05-03', 'payment')
      .does('2026-05-10', reverse('L-1-P1'))
      .until('2026-06-10');
    const [total] = play.events.flatMap((event) =>
      event.type === 'PaymentRecorded' ? [event.amount.amount] : [],
    );
    play.does('2026-06-12', payment(total ?? 0, { received: civilDate('2026-06-01') }));
    expect(play.journal('2026-06-10').map((line) => line.split(' ')[1])).toEqual([
      'InvoiceVoided',
      'MaintenanceLapsed',
      'PaymentRecorded',
      'LapseReversed',
      'InvoicePaid',
    ]);
  });

  test('not where an old journal does not say what the lapse has voided', () => {
    const { plan, licence, events } = smartNet().until('2026-04-20');
    const old = events.map((event): Event => {
      return event.type === 'MaintenanceLapsed' ? { ...event, voided: undefined } : event;
    });
    const draft = journalDraft(licence, civilDate('2026-04-21'), old);
    const paid = pay(plan, draft, payment(552_00, { received: civilDate('2026-04-15') }));
    expect('events' in paid && paid.events.map(({ type }) => type)).toEqual(['PaymentRecorded']);
  });
});
