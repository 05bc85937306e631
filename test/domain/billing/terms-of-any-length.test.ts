import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

// Whoever is to pay much later than that never lapses here.
const untaxed = {
  taxByCountry: {},
  reminders: [],
  renewal: { ...videoSma.renewal, payWithin: { months: 60 } },
};

function everyMonths(months: number, more: Partial<Plan> = {}): Plan {
  return checkPlan({ ...videoSma, ...untaxed, term: { kind: 'months', months }, ...more });
}

const bought = { coverEnds: '2026-01-31', list: 1000_00 };

function invoices(play: Play): readonly string[] {
  return play.events.flatMap((event) => {
    if (event.type !== 'InvoiceIssued') return [];
    const lines = event.price.lines.map((line) =>
      'rate' in line
        ? `${line.rate} % ${'discount' in line ? String(line.months ?? `${line.years ?? 0}y`) : ''}`
        : '',
    );
    return [`${event.date} ${event.total.amount} ${lines.join(' + ')}`];
  });
}

describe('a term', () => {
  it('of a month costs a twelfth of a year, and ends by the anchor', () => {
    const play = new Play(everyMonths(1), bought).until('2026-04-01');
    // In the chain's second year 18 % of 1,000.00, which is 180.00 a year: 15.00 a month.
    expect(invoices(play)).toEqual([
      '2026-02-01 1500 18 % 1',
      '2026-03-01 1500 18 % 1',
      '2026-04-01 1500 18 % 1',
    ]);
    expect(play.journal().filter((line) => line.includes('TermStarted renewal'))).toEqual([
      '2026-01-31 TermStarted renewal 2026-02-01..2026-02-28',
      '2026-02-28 TermStarted renewal 2026-03-01..2026-03-31',
      '2026-03-31 TermStarted renewal 2026-04-01..2026-04-30',
    ]);
  });

  it('pays the rate of the year of its chain, not of its number', () => {
    const play = new Play(everyMonths(6), { ...bought, coverStarts: '2025-08-01' }).until('2028-02-01');
    expect(invoices(play)).toEqual([
      '2026-02-01 9500 19 % 6',
      '2026-08-01 9000 18 % 6',
      '2027-02-01 9000 18 % 6',
      '2027-08-01 8500 17 % 6',
      '2028-02-01 8500 17 % 6',
    ]);
  });

  it('of two years costs each year at its own rate', () => {
    const play = new Play(everyMonths(24), bought).until('2028-02-01');
    // The registered cover was the first year of the chain.
    expect(invoices(play)).toEqual([
      '2026-02-01 35000 18 % 1y + 17 % 1y',
      '2028-02-01 31000 16 % 1y + 15 % 1y',
    ]);
  });

  it('at several rates is rounded once, and each line is what it adds to the sum', () => {
    // 18 % and 17 % of 100.50 are 18.09 and 17.085; of 100.05 they are 18.009 and 17.0085, together 35.0175.
    const of = (list: number) => new Play(everyMonths(24), { ...bought, list }).until('2026-02-01');
    const nets = (list: number) => {
      const invoice = of(list).licence.invoices[0];
      return [invoice?.price.lines.map(({ net }) => net.amount), invoice?.price.net.amount];
    };
    expect(nets(100_50)).toEqual([[18_09, 17_09], 35_18]);
    expect(nets(100_05)).toEqual([[18_01, 17_01], 35_02]);
    // 18.0018 and 17.0017: each alone would be 18.00 and 17.00, and the sum is 35.0035.
    expect(nets(100_01)).toEqual([[18_00, 17_00], 35_00]);
    // 18.0072 and 17.0068, together 35.014: 18.01 and 17.01 would be a cent too much.
    expect(nets(100_04)).toEqual([[18_01, 17_00], 35_01]);
  });

  it('of eighteen months changes its rate within', () => {
    const play = new Play(everyMonths(18), { ...bought, termNumber: 2 }).until('2026-02-01');
    // 30 months have passed.
    expect(invoices(play)).toEqual([`2026-02-01 ${85_00 + 160_00} 17 % 6 + 16 % 1y`]);
  });

  it('of a flat price costs months of it, rounded half up', () => {
    const monthly = checkPlan({
      ...smartNetUserGroup,
      ...untaxed,
      price: { kind: 'flat', perYear: { 'Smart-Net': 100_00 } },
      firstTerm: {
        ...smartNetUserGroup.firstTerm,
        length: { kind: 'months', months: 12 },
        charge: 'paid-with-licence',
      },
      term: { kind: 'months', months: 7 },
      reinstatement: { kind: 'new-term', starts: 'payment-day', rate: null },
    });
    const play = new Play(monthly, { coverEnds: '2026-01-31' }).until('2026-02-01');
    expect(play.journal('2026-02-01')).toEqual(['2026-02-01 InvoiceIssued renewal 5833 by 2031-02-01']);
  });
});

describe('a first term that is invoiced', () => {
  const monthly = checkPlan({
    ...smartNetUserGroup,
    ...untaxed,
    price: { kind: 'flat', perYear: { 'Smart-Net': 100_00 } },
    firstTerm: {
      ...smartNetUserGroup.firstTerm,
      length: { kind: 'by-training', monthsWith: 7, daysWithout: 30 },
    },
    term: { kind: 'months', months: 1 },
    reinstatement: { kind: 'new-term', starts: 'payment-day', rate: null },
  });
  const installed = { installedOn: '2026-01-31' };

  it('costs its months where it has whole ones', () => {
    const play = new Play(monthly, { ...installed, onSiteTraining: true }).until('2026-01-31');
    expect(play.journal('2026-01-31')).toEqual(['2026-01-31 InvoiceIssued initial 5833 by 2031-01-31']);
  });

  it('costs its days where it is a part of a term', () => {
    const play = new Play(monthly, installed).until('2026-01-31');
    // 30 of 365 days
    expect(play.journal('2026-01-31')).toEqual(['2026-01-31 InvoiceIssued initial 822 by 2031-01-31']);
  });
});

it('pay-by is months or days after the invoice', () => {
  const renewal = { ...videoSma.renewal, payWithin: { days: 14 } };
  const play = new Play(everyMonths(12, { renewal }), bought).until('2026-02-16');
  expect(play.journal('2026-02-01')).toEqual([
    '2026-02-01 InvoiceIssued renewal 18000 by 2026-02-15',
    '2026-02-16 InvoiceVoided',
    '2026-02-16 MaintenanceLapsed unpaid',
  ]);
});
