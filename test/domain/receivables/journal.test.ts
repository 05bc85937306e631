import { describe, expect, it } from 'vitest';
import { money } from '../../../domain/billing/money.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { decide } from '../../../domain/decide.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { mayReverseLapse } from '../../../domain/receivables/reverse-lapse.ts';
import { creditNotesOf, isUsedUpByRefunds, paymentsIn, replay } from '../../../domain/receivables/history.ts';
import { hasOpenItem, oldestFirst } from '../../../domain/receivables/owed.ts';
import { statementOf } from '../../../domain/receivables/statement.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { Play } from '../../support/application/play.ts';

const nzd = (amount: number) => money(amount, 'NZD');
const reason = 'asked for';
const pay = (amount: number) => ({ activity: 'payment', amount: nzd(amount) }) as const;
const refund = (amount: number) => ({ activity: 'refund', amount: nzd(amount), reason }) as const;
const credit = (invoice: string) => ({ activity: 'credit-invoice', invoice, reason }) as const;

/** Invoiced 552.00 on 15 January 2026, pay-by 15 April. */
const member = () =>
  new Play(smartNetUserGroup, { country: 'NZ', coverEnds: '2025-12-31', registeredOn: '2025-12-01' }).until(
    '2026-01-15',
  );

describe('payments are used in their order (docs/rules.md §4.15)', () => {
  const day = '2026-01-20';
  const used = (play: Play) =>
    paymentsIn(play.events).map(
      ({ paymentId }) => `${paymentId} ${isUsedUpByRefunds(play.events, paymentId)}`,
    );

  it('by invoices before refunds that follow: the first payment paid the invoice', () => {
    const play = member().does(day, pay(552_00)).does(day, pay(100_00)).does(day, refund(100_00));
    expect(used(play)).toEqual(['L-1-P1 false', 'L-1-P2 true']);
  });

  it('by refunds before invoices that follow', () => {
    const play = new Play(smartNetUserGroup, {
      country: 'NZ',
      coverEnds: '2025-12-31',
      registeredOn: '2025-12-01',
    });
    play.does('2025-12-02', pay(100_00)).does('2025-12-02', refund(100_00)).does('2026-01-20', pay(552_00));
    expect(used(play)).toEqual(['L-1-P1 true', 'L-1-P2 false']);
  });

  it('several by one refund, and one by several refunds', () => {
    const paid = member()
      .does(day, credit('last'))
      .does(day, pay(60_00))
      .does(day, pay(40_00))
      .does(day, pay(50_00));
    expect(used(paid.does(day, refund(100_00)))).toEqual(['L-1-P1 true', 'L-1-P2 true', 'L-1-P3 false']);
    expect(used(paid.does(day, refund(20_00)))).toEqual(['L-1-P1 true', 'L-1-P2 true', 'L-1-P3 false']);
    expect(used(paid.does(day, refund(30_00)))).toEqual(['L-1-P1 true', 'L-1-P2 true', 'L-1-P3 true']);
  });

  it('by what an invoice keeps: nothing once it is credited in full', () => {
    const play = member().does(day, pay(552_00)).does(day, credit('last')).does(day, refund(552_00));
    expect(used(play)).toEqual(['L-1-P1 true']);
  });

  it('without those that are reversed', () => {
    const play = member().does(day, credit('last')).does(day, pay(60_00)).does(day, pay(60_00));
    play.does(day, { activity: 'reverse-payment', paymentId: 'L-1-P1', reason }).does(day, refund(60_00));
    expect(isUsedUpByRefunds(play.events, 'L-1-P2')).toBe(true);
  });

  it('and one that there is not is used for nothing', () => {
    expect(isUsedUpByRefunds(member().events, 'L-1-P9')).toBe(false);
  });

  it('a payment of an old journal has the id of its place', () => {
    const play = member()
      .does(day, pay(1_00))
      .does(day, { ...pay(2_00), paymentId: 'BANK-1' })
      .does(day, pay(3_00));
    const old = play.events.map((event): Event => {
      return event.type === 'PaymentRecorded' && event.paymentId !== 'BANK-1'
        ? { ...event, paymentId: undefined }
        : event;
    });
    expect(paymentsIn(old)).toEqual([
      { paymentId: 'L-1-P1', amount: nzd(1_00) },
      { paymentId: 'BANK-1', amount: nzd(2_00) },
      { paymentId: 'L-1-P3', amount: nzd(3_00) },
    ]);
  });
});

describe('what a journal says', () => {
  it('of the credit notes of an invoice, and not of another', () => {
    const play = member()
      .does('2026-01-20', credit('last'))
      .until('2027-01-15')
      .does('2027-01-20', credit('last'));
    expect(creditNotesOf(play.events, 'L-1-I2').map(({ creditNoteId }) => creditNoteId)).toEqual(['L-1-C2']);
  });

  it('is nothing where it is empty', () => {
    expect(() => replay([])).toThrow('the journal is empty');
  });

  it('of the balance: only what changed it, oldest first', () => {
    const play = member().on('2026-01-20', 'payment', 600_00).does('2026-01-21', refund(48_00));
    expect(statementOf(play.events).map(({ event, amount }) => `${event.type} ${amount.amount}`)).toEqual([
      'InvoiceIssued 55200',
      'PaymentRecorded -60000',
      'RefundRecorded 4800',
    ]);
  });

  it('numbers credit notes and refunds from 1', () => {
    const play = member().does('2026-01-20', pay(600_00));
    play.does('2026-01-20', { ...credit('last'), net: nzd(1_00) }).does('2026-01-20', credit('last'));
    play.does('2026-01-20', refund(1_00)).does('2026-01-20', refund(2_00));
    const ids = play.events.flatMap((event) => {
      if (event.type === 'CreditNoteIssued') return [event.creditNoteId];
      return event.type === 'RefundRecorded' ? [`${event.refundId}: ${event.because}`] : [];
    });
    expect(ids).toEqual([
      'L-1-C1',
      'L-1-C2',
      'L-1-R1: the credit was NZD 600.00',
      'L-1-R2: the credit was NZD 599.00',
    ]);
  });

  it('has notes of an operator, which change nothing', () => {
    const play = member();
    const before = { ...play.licence, lastEventOn: civilDate('2026-01-20'), untouched: undefined };
    play.does('2026-01-20', { activity: 'note', note: 'called: pays next week' });
    expect(play.events.at(-1)).toMatchObject({ type: 'NoteAdded', note: 'called: pays next week' });
    expect(play.licence).toEqual(before);
  });
});

describe('the journal', () => {
  const lapsed = member().until('2026-04-16').licence;
  const before = civilDate('2026-04-15');

  it.each([
    { play: member(), command: { activity: 'reverse-payment', paymentId: 'P-1', reason } },
    { play: member(), command: credit('last') },
    { play: member(), command: { ...credit('last'), activity: 'reissue-invoice' } },
    {
      play: member().until('2026-04-16'),
      command: { activity: 'payment', amount: money(552_00, 'NZD'), received: before },
    },
  ] as const)('is needed to decide $command.activity', ({ play: { plan, licence }, command }) => {
    const on = civilDate('2026-04-20');
    expect(() => decide(plan, licence, { on, ...command }, on)).toThrow(
      'the journal of licence L-1 is needed and was not read',
    );
  });

  it('is read for a payment that can take a lapse back', () => {
    expect(mayReverseLapse(lapsed, before)).toBe(true);
    expect(mayReverseLapse(lapsed, civilDate('2026-04-16'))).toBe(false);
    expect(mayReverseLapse(member().licence, before)).toBe(false);
    const notRenewed = new Play(netjapanMaintenance, { coverEnds: '2026-04-30' }).until('2026-05-01').licence;
    expect(notRenewed.standing.status).toBe('lapsed');
    expect(mayReverseLapse(notRenewed, before)).toBe(false);
  });
});

describe('what is open', () => {
  const nothing = { invoices: [], quote: undefined, changeQuote: undefined };
  const { invoices } = member().licence;

  it('is an invoice, a quote or the quote of a change', () => {
    const { quote } = new Play(netjapanMaintenance, { coverEnds: '2026-03-03' }).until('2026-01-02').licence;
    expect(hasOpenItem(nothing)).toBe(false);
    expect(hasOpenItem({ ...nothing, invoices })).toBe(true);
    expect(hasOpenItem({ ...nothing, quote })).toBe(true);
    expect(hasOpenItem({ ...nothing, changeQuote: {} as never })).toBe(true);
  });

  it('stands in the order of issue, on one day in that of the numbers', () => {
    const [invoice] = invoices;
    const issued = (invoiceId: string, day: string) =>
      invoice === undefined ? [] : [{ ...invoice, invoiceId, issuedOn: civilDate(day) }];
    const mixed = [
      ...issued('L-7-I10', '2026-02-01'),
      ...issued('L-7-I11', '2026-01-01'),
      ...issued('L-7-I9', '2026-02-01'),
      ...issued('L-7-I12', '2026-03-01'),
      ...issued('L-7-I8', '2026-02-01'),
    ];
    const sorted = ['L-7-I11', 'L-7-I8', 'L-7-I9', 'L-7-I10', 'L-7-I12'];
    expect(oldestFirst(mixed).map(({ invoiceId }) => invoiceId)).toEqual(sorted);
    expect(oldestFirst(mixed.toReversed()).map(({ invoiceId }) => invoiceId)).toEqual(sorted);
  });
});
