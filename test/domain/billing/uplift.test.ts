import { describe, expect, it } from 'vitest';
import { upliftSchema } from '../../../domain/billing/uplift.ts';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { Play } from '../../support/application/play.ts';

/** 10 % more for each further year of the chain, and 25 % in all at most. */
const uplift = { percent: 10, most: 25 };
const dearer = (plan: Plan, more: object = {}) =>
  checkPlan({ ...plan, taxByCountry: {}, price: { ...plan.price, uplift }, ...more });

function linesOf(play: Play): readonly string[] {
  const priced = play.events.findLast(
    (event) => event.type === 'QuoteIssued' || event.type === 'InvoiceIssued',
  );
  const prices =
    priced?.type === 'QuoteIssued' ? priced.options : priced?.type === 'InvoiceIssued' ? [priced.price] : [];
  return prices.map(({ lines }) =>
    lines
      .map((line) => {
        const length = 'years' in line && line.years !== undefined ? `${line.years}y` : '';
        return `${line.basis} ${length} ${line.net.amount}`;
      })
      .join(', '),
  );
}

describe('a price that rises with each year of the chain (docs/rules.md §4.21)', () => {
  it('has the uplift of each year as a line after that year, less the discount for several years', () => {
    const play = new Play(dearer(netjapanMaintenance), { coverEnds: '2026-03-03' }).until('2026-01-02');
    // A year costs 200.00, 190.00 of two and 180.00 of three: 10 % more in the chain's second year, 21 % in the third,
    // and 25 % in the fourth.
    expect(linesOf(play)).toEqual([
      'share-of-list 1y 20000, uplift 1y 2000',
      'share-of-list 1y 19000, uplift 1y 1900, share-of-list 1y 19000, uplift 2y 3990',
      'share-of-list 1y 18000, uplift 1y 1800, share-of-list 1y 18000, uplift 2y 3780, share-of-list 1y 18000, uplift 3y 4500',
    ]);
  });

  it('has none in the chain’s first year', () => {
    const plan = dearer(netjapanMaintenance);
    const play = new Play(plan, { coverEnds: '2026-03-03' })
      .until('2026-03-05')
      .on('2026-03-06', 'request-quote');
    expect(linesOf(play)[0]).toBe('share-of-list 1y 20000');
  });

  it('rises within a term that reaches into another year of the chain, by its months', () => {
    const renewal = { ...videoSma.renewal, payWithin: { months: 60 } };
    const plan = dearer(videoSma, { term: { kind: 'months', months: 18 }, renewal, reminders: [] });
    const play = new Play(plan, { coverEnds: '2026-01-31', coverStarts: '2025-08-01' }).until('2026-02-01');
    // Six months have passed: six at 19 %, with no uplift, and a year at 18 % with 10 %.
    expect(linesOf(play)).toEqual(['share-of-list  9500, share-of-list 1y 18000, uplift 1y 1800']);
  });

  it('is counted for the days of an aligned term', () => {
    const play = new Play(dearer(videoSma), { coverEnds: '2026-02-28' });
    play.does('2026-01-10', { activity: 'align', to: '09-30' }).until('2026-03-01');
    // 18 % of 1,000.00 × 214 ÷ 365 is 105.53, and 198.00 × 214 ÷ 365 is 116.09.
    expect(linesOf(play)).toEqual(['share-of-list 1y 10553, uplift 1y 1056']);
  });

  it('of a flat price rises too', () => {
    const play = new Play(dearer(smartNetUserGroup), { coverEnds: '2025-12-31', registeredOn: '2025-12-01' });
    expect(linesOf(play.until('2026-01-15'))).toEqual(['flat 1y 48000, uplift 1y 4800']);
  });

  it.each([
    { percent: -0.01 },
    { percent: 100.01 },
    { percent: 0.001 },
    { percent: 1, most: 1000.01 },
    { percent: 1, most: -1 },
    {},
    { percent: 1, least: 1 },
  ])('cannot be %j', (given) => {
    expect(upliftSchema.safeParse(given).success).toBe(false);
  });

  it.each([{ percent: 0 }, { percent: 100, most: 1000 }, { percent: 3.25, most: 0 }])(
    'can be %j',
    (given) => {
      expect(upliftSchema.parse(given)).toEqual(given);
    },
  );
});
