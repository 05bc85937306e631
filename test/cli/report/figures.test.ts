import { expect, test } from 'vitest';
import { receivables, renewals, type Report, revenue } from '../../../cli/report/rows.ts';
import { pictureOf } from '../../../cli/report/picture.ts';
import { civilDate } from '../../../domain/calendar.ts';
import { chargedTerms } from '../../../domain/reports/charged-terms.ts';
import { monthsOf, revenueIn } from '../../../domain/reports/revenue.ts';
import { smartNetUserGroup as smartNet } from '../../../plans/smart-net-user-group.ts';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

/** The example of docs/reports.md. */
const facts = { country: 'NZ', coverEnds: '2026-12-31' };
const a = new Play(smartNet, { ...facts, licenceId: 'A' }).on('2027-01-20', 'payment').until('2027-05-01');
const b = new Play(smartNet, { ...facts, licenceId: 'B' }).until('2027-05-01');
const c = new Play(smartNet, { ...facts, licenceId: 'C' }).on('2026-10-01', 'cancel').until('2027-05-01');

const days = (from: string, to: string) => ({ from: civilDate(from), to: civilDate(to) });

function figures(report: Report, ...plays: readonly Play[]) {
  for (const play of plays)
    report.add(
      { licenceId: play.licence.facts.licenceId, events: play.events, numbers: new Map() },
      undefined,
    );
  return report.rows();
}

const nzd = (amount: number) => ({ amount, currency: 'NZD' });

test('renewals are those of the example: by number, by reason and by value', () => {
  expect(figures(renewals(smartNet, days('2026-01-01', '2026-12-31')), a, b, c)).toEqual([
    {
      planId: smartNet.id,
      ended: 3,
      renewed: 1,
      lapsed: 2,
      unpaid: 1,
      cancelled: 1,
      notRenewed: 0,
      open: 0,
      reinstated: 0,
      ratePercent: 33.3,
      valueBefore: nzd(48_000),
      valueKept: nzd(48_000),
      valueRenewed: nzd(48_000),
      netRatePercent: 100,
      grossRatePercent: 100,
      withoutValue: 2,
    },
  ]);
});

test('a price that rises counts in the gross rate only', () => {
  const next = new Play(smartNet, { ...facts, licenceId: 'D' })
    .on('2027-01-20', 'payment')
    .until('2028-01-20')
    .on('2028-01-21', 'payment');
  const journal = next.events.map((event) =>
    event.type === 'InvoiceIssued' && event.date > '2028-01-01'
      ? { ...event, price: { ...event.price, net: nzd(60_000) } }
      : event,
  );
  const report = renewals(smartNet, days('2027-01-01', '2027-12-31'));
  report.add({ licenceId: 'D', events: journal, numbers: new Map() }, undefined);
  expect(report.rows()).toMatchObject([
    { ended: 1, renewed: 1, netRatePercent: 100, grossRatePercent: 125, valueRenewed: nzd(60_000) },
  ]);
});

test('a quote that is accepted and paid renews; one that is not lapses as not renewed, and may come back', () => {
  const paid = new Play(vtube, { licenceId: 'V', coverEnds: '2026-06-30' })
    .on('2026-06-01', 'request-quote')
    .on('2026-06-02', 'accept-quote', 1)
    .on('2026-06-03', 'payment')
    .until('2026-12-31');
  const lost = new Play(vtube, { licenceId: 'W', coverEnds: '2026-06-30' })
    .until('2026-09-01')
    .on('2026-09-02', 'request-quote')
    .on('2026-09-03', 'accept-quote', 1)
    .on('2026-09-04', 'payment')
    .until('2026-12-31');
  expect(figures(renewals(vtube, days('2026-01-01', '2026-12-31')), paid, lost)).toMatchObject([
    { ended: 2, renewed: 1, lapsed: 1, notRenewed: 1, reinstated: 1, ratePercent: 50, withoutValue: 1 },
  ]);
});

test('the revenue of a month is that of its days, as in the example, and the months of a term add up', () => {
  expect(figures(revenue(smartNet, days('2027-01-01', '2027-02-28')), a, b, c)).toEqual([
    { planId: smartNet.id, month: '2027-01', accountManager: '', net: nzd(40_77) },
    { planId: smartNet.id, month: '2027-02', accountManager: '', net: nzd(36_82) },
  ]);
  const [term] = chargedTerms(a.events);
  if (term === undefined) throw new Error('A is charged no term');
  const months = monthsOf(term).map((month) => revenueIn(term, month).amount);
  expect(months).toHaveLength(12);
  expect(months.reduce((sum, amount) => sum + amount, 0)).toBe(48_000);
});

test('an order is charged for the term that its payment starts; a credit note lowers it', () => {
  const play = new Play(vtube, { licenceId: 'V', coverEnds: '2026-06-30' })
    .on('2026-06-01', 'request-quote')
    .on('2026-06-02', 'accept-quote', 1)
    .on('2026-06-03', 'payment')
    .does('2026-06-05', {
      activity: 'credit-invoice',
      invoice: 'last',
      net: { amount: 200_00, currency: 'USD' },
      reason: 'agreed',
    });
  expect(chargedTerms(play.events)).toMatchObject([
    { from: '2026-07-01', to: '2027-06-30', net: { amount: 1_000_00, currency: 'USD' } },
  ]);
});

test('receivables are what was open at the end of the day, by age', () => {
  const on = (day: string) => figures(receivables(smartNet, { to: civilDate(day) }), a, b, c);
  expect(on('2027-04-15')).toMatchObject([{ invoices: 1, notOverdue: nzd(55_200), total: nzd(55_200) }]);
  expect(on('2027-04-16')).toMatchObject([{ invoices: 0, total: nzd(0) }]);
});

test('the picture has a bar for each row, as long as its figure', () => {
  const rows = [
    { planId: 'a<b', month: '2027-01', net: nzd(40_00) },
    { planId: 'a<b', month: '2027-02', net: nzd(20_00) },
  ];
  const svg = pictureOf('Revenue', rows, 'net');
  expect(svg).toContain('a&lt;b 2027-01');
  const lengths = [...svg.matchAll(/ width="([\d.]+)" height="14" rx="3" fill="#2563a8"/g)].map(
    ([, length]) => Number(length),
  );
  expect(lengths).toEqual([420, 210]);
  const rates = pictureOf('Renewal rate', [{ planId: 'a', ratePercent: 50 }], 'ratePercent');
  expect(rates).toContain('width="210.0"');
});
