import { describe, expect, it } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { addDays, civilDate } from '../../../domain/calendar.ts';
import { ageOf, ages, daysOverdue, issuedInvoices } from '../../../domain/receivables/issued-invoices.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { Play } from '../../support/application/play.ts';

const nzd = (amount: number) => money(amount, 'NZD');
const credit = (net?: number) =>
  ({
    activity: 'credit-invoice',
    invoice: 'last',
    net: net === undefined ? net : nzd(net),
    reason: 'agreed',
  }) as const;

/** Invoiced 552.00 on 15 January 2026, pay-by 15 April. */
const invoiced = () =>
  new Play(smartNetUserGroup, { country: 'NZ', coverEnds: '2025-12-31', registeredOn: '2025-12-01' }).until(
    '2026-01-15',
  );
const nothing = { owed: nzd(0), credited: nzd(0), payBy: '2026-04-15' };

describe('an invoice of a journal', () => {
  it('is open until it is paid', () => {
    const play = invoiced();
    expect(issuedInvoices(play.events)).toMatchObject([
      { customerId: 'C-1', state: 'open', ...nothing, owed: nzd(552_00), issued: { invoiceId: 'L-1-I1' } },
    ]);
    expect(issuedInvoices(play.on('2026-01-20', 'payment').events)).toMatchObject([
      { state: 'paid', ...nothing, paidOn: '2026-01-20' },
    ]);
  });

  it('owes less once a part of it is credited, and is credited once all of it is', () => {
    const play = invoiced().does('2026-01-20', credit(100_00));
    const less = { state: 'open', owed: nzd(437_00), credited: nzd(115_00) };
    expect(issuedInvoices(play.events)).toMatchObject([less]);
    const [credited] = issuedInvoices(play.does('2026-01-21', credit()).events);
    expect(credited).toMatchObject({ state: 'credited', owed: nzd(0), credited: nzd(552_00) });
    expect(credited?.paidOn).toBeUndefined();
  });

  it('stays paid while a part of it is credited, and is credited with the day of its payment after that', () => {
    const play = invoiced().on('2026-01-20', 'payment').does('2026-01-21', credit(100_00));
    expect(issuedInvoices(play.events)).toMatchObject([{ state: 'paid', credited: nzd(115_00) }]);
    play.does('2026-01-22', credit());
    expect(issuedInvoices(play.events)).toMatchObject([{ state: 'credited', paidOn: '2026-01-20' }]);
  });

  it('is voided by a lapse', () => {
    const [voided] = issuedInvoices(invoiced().until('2026-04-16').events);
    expect(voided).toMatchObject({ state: 'voided', ...nothing });
    expect(voided?.paidOn).toBeUndefined();
  });

  it('is payable until its own pay-by: a hold does not move it, the reversal of its payment does', () => {
    const play = invoiced().does('2026-04-01', {
      activity: 'hold',
      until: civilDate('2026-05-31'),
      reason: 'x',
    });
    expect(issuedInvoices(play.events)).toMatchObject([{ payBy: '2026-04-15' }]);
    play
      .on('2026-04-10', 'payment')
      .does('2026-04-20', { activity: 'reverse-payment', paymentId: 'L-1-P1', reason: 'bounced' });
    expect(issuedInvoices(play.events)).toMatchObject([{ state: 'open', payBy: '2026-05-20' }]);
  });

  it('stays with the customer that it was issued to', () => {
    const terms = { country: 'NZ', customerKind: 'end-user' } as const;
    const play = invoiced()
      .on('2026-01-20', 'payment')
      .does('2026-01-21', { activity: 'transfer', to: 'C-2', terms, reason: 'sold' })
      .until('2027-01-15');
    expect(issuedInvoices(play.events).map(({ customerId, state }) => `${customerId} ${state}`)).toEqual([
      'C-1 paid',
      'C-2 open',
    ]);
  });
});

describe('how long an invoice is overdue', () => {
  it('counts the days since pay-by', () => {
    const payBy = civilDate('2026-04-15');
    const days = [-1, 0, 1, 31].map((n) => daysOverdue({ payBy }, addDays(payBy, n)));
    expect(days).toEqual([-1, 0, 1, 31]);
  });

  it.each([
    [-1, 'not overdue'],
    [0, 'not overdue'],
    [1, '1-30'],
    [30, '1-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, '61-90'],
    [90, '61-90'],
    [91, 'over 90'],
  ])('is reported in bands: %i days are %s', (days, age) => {
    expect(ageOf(days)).toBe(age);
    expect(ages).toContain(age);
  });
});
