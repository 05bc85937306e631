import { describe, expect, it } from 'vitest';
import { civilDate } from '../../../domain/calendar.ts';
import { chargedTerms } from '../../../domain/reports/charged-terms.ts';
import { monthsOf, revenueIn } from '../../../domain/reports/revenue.ts';
import { smartNetUserGroup as automatic } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp as ordered } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const nzd = (amount: number) => ({ amount, currency: 'NZD' });
const usd = (amount: number) => ({ amount, currency: 'USD' });
const order = () =>
  new Play(ordered, { coverEnds: '2026-06-30' })
    .on('2026-06-01', 'request-quote')
    .on('2026-06-02', 'accept-quote');

describe('what a term is charged (docs/reports.md)', () => {
  it('is the net of the charge’s invoice, paid or not', () => {
    const play = new Play(automatic, { coverEnds: '2026-12-31' }).until('2027-01-15');
    const term = { invoiceId: 'L-1-I1', from: '2027-01-01', to: '2027-12-31', net: nzd(480_00) };
    expect(chargedTerms(play.events)).toEqual([term]);
    expect(chargedTerms(play.on('2027-01-16', 'payment').events)).toEqual([term]);
  });

  it('is nothing once its invoice was voided', () => {
    const play = new Play(automatic, { coverEnds: '2026-12-31' }).until('2027-04-16');
    expect(play.journal('2027-04-16')).toContain('2027-04-16 InvoiceVoided');
    expect(chargedTerms(play.events)).toEqual([]);
  });

  it('is that of the order whose payment started it, from its first day on', () => {
    const play = order();
    expect(chargedTerms(play.events)).toEqual([]);
    play.on('2026-06-03', 'payment');
    const first = { invoiceId: 'L-1-I1', from: '2026-07-01', to: '2027-06-30', net: usd(1200_00) };
    expect(chargedTerms(play.events)).toEqual([first]);
    play.on('2027-05-01', 'request-quote').on('2027-05-02', 'accept-quote').on('2027-05-03', 'payment');
    expect(chargedTerms(play.events)).toEqual([
      first,
      { invoiceId: 'L-1-I2', from: '2027-07-01', to: '2028-06-30', net: usd(1200_00) },
    ]);
  });

  it('is that of a reinstatement’s order too', () => {
    const play = new Play(ordered, { coverEnds: '2025-12-31' }).on('2026-02-01', 'request-quote');
    play.on('2026-02-02', 'accept-quote').on('2026-02-03', 'payment');
    expect(chargedTerms(play.events)).toEqual([
      { invoiceId: 'L-1-I1', from: '2026-03-01', to: '2027-02-28', net: usd(1200_00) },
    ]);
  });

  it('is nothing of what modules cost, nor of support', () => {
    const play = new Play(videoSma, { purchasedOn: '2025-06-10', product: 'ProBox' });
    play.does('2026-02-01', { activity: 'add-modules', skus: ['CAM-16'] }).on('2026-02-02', 'payment');
    expect(chargedTerms(play.until('2026-06-10').events).map(({ invoiceId }) => invoiceId)).toEqual([
      'L-1-I2',
    ]);
  });

  it('is less what credit notes took off it, and nothing where they took all', () => {
    const credit = (net?: number) => {
      const play = order().on('2026-06-03', 'payment');
      const some = net === undefined ? {} : { net: usd(net) };
      play.does('2026-06-05', { activity: 'credit-invoice', invoice: 'last', ...some, reason: 'agreed' });
      return chargedTerms(play.events);
    };
    expect(credit(200_00)).toMatchObject([{ net: usd(1000_00) }]);
    expect(credit()).toEqual([]);
  });

  it('stays for the same days where an invoice takes the place of another (§4.17)', () => {
    const play = new Play(automatic, { coverEnds: '2026-12-31' }).until('2027-01-15');
    play.does('2027-02-01', { activity: 'reissue-invoice', invoice: 'last', reason: 'wrong address' });
    expect(chargedTerms(play.events)).toEqual([
      { invoiceId: 'L-1-I2', from: '2027-01-01', to: '2027-12-31', net: nzd(480_00) },
    ]);
    const paid = order().on('2026-06-03', 'payment');
    paid.does('2026-06-05', { activity: 'reissue-invoice', invoice: 'last', reason: 'wrong address' });
    expect(chargedTerms(paid.events)).toEqual([
      { invoiceId: 'L-1-I2', from: '2026-07-01', to: '2027-06-30', net: usd(1200_00) },
    ]);
  });
});

describe('revenue', () => {
  const term = {
    invoiceId: 'L-1-I1',
    from: civilDate('2027-01-10'),
    to: civilDate('2027-03-10'),
    net: nzd(100_00),
  };

  it('has the months that a period touches', () => {
    const months = (from: string, to: string) => monthsOf({ from: civilDate(from), to: civilDate(to) });
    expect(months('2026-12-31', '2027-02-01')).toEqual(['2026-12', '2027-01', '2027-02']);
    expect(months('2027-01-01', '2027-01-01')).toEqual(['2027-01']);
    expect(months('2027-02-01', '2027-01-31')).toEqual([]);
  });

  it('is spread over the days of the term evenly, so that its months add up', () => {
    // 60 days: 22 of January, 28 of February, 10 of March.
    expect(monthsOf(term).map((month) => revenueIn(term, month).amount)).toEqual([36_67, 46_66, 16_67]);
  });

  it('is nothing before the term and after it', () => {
    expect(revenueIn(term, '2026-12')).toEqual(nzd(0));
    expect(revenueIn(term, '2027-04')).toEqual(nzd(0));
  });
});
