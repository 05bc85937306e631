import { describe, expect, test } from 'vitest';
import { barsOf } from '../../../cli/forecast/bars.ts';
import { csvOf } from '../../../cli/forecast/csv.ts';
import { forecastLicences } from '../../../cli/forecast/forecast-licences.ts';
import { MailsOfDays, noticeOf } from '../../../cli/forecast/long-days.ts';
import { seriesOf } from '../../../client/forecast/series.ts';
import { svgOf } from '../../../cli/forecast/svg.ts';
import { civilDate } from '../../../domain/calendar.ts';
import type { Licence } from '../../../domain/licence/licence.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { Play } from '../../support/application/play.ts';

const from = civilDate('2025-12-20');
const to = civilDate('2026-02-10');

function member(licenceId: string, country: string): Licence {
  return new Play(smartNetUserGroup, {
    licenceId,
    country,
    coverEnds: '2025-12-31',
    registeredOn: '2025-12-01',
  }).licence;
}

async function* pagesOf(plan: Plan) {
  const isTheirs = plan === smartNetUserGroup;
  const bad = { id: 'L-X', problem: 'licence L-X in the table is not valid' };
  yield await Promise.resolve({
    values: isTheirs ? [member('A', 'NZ'), member('B', 'AU')] : [],
    unreadable: [],
  });
  yield { values: isTheirs ? [member('C', 'NZ')] : [], unreadable: isTheirs ? [bad] : [] };
}

const seen: number[] = [];
const unreadable: string[] = [];
const mails = new MailsOfDays();
const forecast = await forecastLicences(
  [smartNetUserGroup, vtubeLaserSmp],
  pagesOf,
  { from, to },
  (count) => seen.push(count),
  (licences) => unreadable.push(...licences.map(({ id }) => id)),
  mails,
);

describe('a forecast of three members over three months', () => {
  test('names the days whose mails do not fit into a day at the send rate, the two days of the year here', () => {
    const oneADay = 1 / 86_400;
    expect(mails.longAt(oneADay).map((long) => [long.day, long.mails, Math.round(long.hours)])).toEqual([
      ['2025-12-31', 3, 72],
      ['2026-01-15', 3, 72],
    ]);
    expect(mails.longAt(3 * oneADay)).toEqual([]);
    const [long] = mails.longAt(oneADay);
    expect(long && noticeOf(long, 14)).toContain(
      '2025-12-31: 3 mails or more take 72 hours at 14 mails a second',
    );
  });

  test('counts what happens and adds up amounts, month by month and plan by plan', () => {
    const none = { lapsed: 0, reminders: 0, quotes: 0 };
    const nothing = { renewed: 0, invoices: 0, invoiced: nzd(0), paid: nzd(0), ...none };
    const planId = 'smart-net-user-group';
    expect(forecast['nobody-acts'].slice(0, 3)).toEqual([
      { planId, month: '2025-12', ...nothing, renewed: 3 },
      { planId, month: '2026-01', ...nothing, invoices: 3, invoiced: nzd(1584_00) },
      { planId, month: '2026-02', ...nothing },
    ]);
    expect(forecast['everybody-pays'][1]).toMatchObject({ month: '2026-01', paid: nzd(1584_00) });
  });

  test('has a row of zeros where a plan has no licence', () => {
    const rows = forecast['nobody-acts'].filter((row) => row.planId === 'vtube-laser-smp');
    expect(rows.map(({ month, invoices }) => [month, invoices])).toEqual([
      ['2025-12', 0],
      ['2026-01', 0],
      ['2026-02', 0],
    ]);
  });

  test('names the licences that it cannot read, and counts the others', () => {
    expect(seen).toEqual([2, 3, 3, 3]);
    expect(unreadable).toEqual(['L-X']);
  });

  test('as CSV has a line for each behaviour, plan and month, in major units', () => {
    const lines = csvOf(forecast).split('\n');
    expect(lines).toHaveLength(1 + 2 * 2 * 3 + 1);
    expect(lines).toContain('everybody-pays,smart-net-user-group,2026-01,0,0,0,0,3,NZD,1584.00,1584.00');
  });

  test('as bars shows what comes anyway, and what only if everybody pays', () => {
    const most = 1000;
    const bars = [
      { month: '2026-01', anyway: 500, ifPaid: 1000 },
      { month: '2026-02', anyway: 0, ifPaid: 0 },
      { month: '2026-03', anyway: 1, ifPaid: 1 },
    ];
    expect(barsOf([{ planId: 'a-plan', currency: 'NZD', bars, most }])).toEqual([
      'a-plan',
      `  2026-01 ${'█'.repeat(20)}${'░'.repeat(20)} NZD 10.00`,
      '  2026-02 NZD 0.00',
      '  2026-03 █ NZD 0.01',
    ]);
  });

  test('as a picture has a panel for each plan, as high as its own most', () => {
    const picture = svgOf(seriesOf(forecast), from, to);
    expect(picture).toContain('smart-net-user-group: up to NZD 1584.00 a month');
    expect(picture.match(/height="100\.0"/g)).toHaveLength(2);
    expect(picture.match(/>2026-01</g)).toHaveLength(2);
  });
});

function nzd(amount: number) {
  return { amount, currency: 'NZD' };
}
