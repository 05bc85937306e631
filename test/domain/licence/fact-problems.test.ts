import { describe, expect, it } from 'vitest';
import { mostGiven } from '../../../domain/billing/money.ts';
import { factProblems, problemsOfRead } from '../../../domain/licence/fact-problems.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { netjapanMaintenance } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup } from '../../../plans/smart-net-user-group.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp } from '../../../plans/vtube-laser-smp.ts';
import { factsOf } from '../../support/application/play.ts';

const bought = { purchasedOn: '2026-01-01' };
const covered = { coverEnds: '2026-06-30' };
const thousands = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`M-${index}`, 100]));

describe('what is expected of the facts of a licence (docs/rules.md §15.4)', () => {
  it.each<[Plan, object, Readonly<Record<string, string>>]>([
    [
      smartNetUserGroup,
      { product: 'Other' },
      { product: 'a product that smart-net-user-group has a price for: Smart-Net, Smart-RAS' },
    ],
    [
      videoSma,
      { ...bought, modules: {} },
      { modules: 'SKU=list price;… (video-sma costs a share of the list price)' },
    ],
    [videoSma, {}, { purchasedOn: 'a date: video-sma counts its first term from it' }],
    [videoSma, { ...bought, model: 'subscription' }, { model: 'perpetual: video-sma has no subscriptions' }],
    [
      videoSma,
      { coverStarts: '2026-02-01', coverEnds: '2026-01-31' },
      { coverStarts: 'a day that is not after coverEnds (2026-01-31)' },
    ],
    [
      videoSma,
      { ...bought, coverStarts: '2026-02-01' },
      { coverEnds: 'the end of the cover that starts on 2026-02-01' },
    ],
    [
      smartNetUserGroup,
      covered,
      { coverEnds: 'a 31 December: the terms of smart-net-user-group are calendar years' },
    ],
    [
      netjapanMaintenance,
      { ...bought, initialYears: 6 },
      { initialYears: '1 to 5 years, as netjapan-maintenance is sold with' },
    ],
    [
      videoSma,
      { ...covered, contract: 'old' },
      { contract: 'an old contract of video-sma: update-contract, maintenance-contract' },
    ],
    [
      netjapanMaintenance,
      { ...bought, contract: 'old' },
      { contract: 'an old contract of netjapan-maintenance: it has none' },
    ],
    [
      videoSma,
      { ...bought, contract: 'maintenance-contract' },
      {
        contract:
          'a contract in place, with its coverEnds (maintenance-contract is closed to new sales: use video-sma)',
      },
    ],
    [videoSma, { ...bought, planId: 'other' }, { planId: 'video-sma' }],
    [videoSma, { ...bought, modules: thousands }, { modules: 'at most 500 modules' }],
    [
      videoSma,
      { ...bought, modules: { A: mostGiven, B: 1 } },
      { modules: 'list prices that add up to at most EUR 100000000000.00' },
    ],
    [videoSma, { ...bought, registeredOn: '1999-12-31' }, { registeredOn: 'a date from 2000-01-01 on' }],
    [videoSma, { ...bought, product: 'x'.repeat(201) }, { product: 'at most 200 characters' }],
    [videoSma, { ...bought, edition: 'x'.repeat(201) }, { edition: 'at most 200 characters' }],
    [videoSma, { ...bought, modules: { ['x'.repeat(51)]: 1 } }, { modules: 'at most 50 characters' }],
    [videoSma, { ...bought, licenceId: '' }, { licenceId: 'an id' }],
    [
      videoSma,
      { initialYears: 0, termNumber: 1001 },
      {
        initialYears: 'Too small: expected number to be >=1',
        termNumber: 'Too big: expected number to be <=1000',
        purchasedOn: 'a date: video-sma counts its first term from it',
      },
    ],
  ])('where they do not fit: %#', (plan, written, expected) => {
    const problems = factProblems(plan, {
      ...factsOf(plan, written),
      ...('planId' in written ? { planId: 'other' } : {}),
    });
    expect(Object.fromEntries(problems.map(({ field, expected: what }) => [field, what]))).toEqual(expected);
  });

  it('is each SKU once, in the plan’s currency', () => {
    const [module] = factsOf(videoSma, bought).modules;
    if (module === undefined) throw new Error('no module');
    const twice = { ...factsOf(videoSma, bought), modules: [module, module] };
    expect(factProblems(videoSma, twice)).toEqual([{ field: 'modules', expected: 'each SKU once' }]);
    const dollars = { ...module, listPrice: { ...module.listPrice, currency: 'USD' } };
    expect(factProblems(videoSma, { ...twice, modules: [dollars] })).toEqual([
      { field: 'modules', expected: 'list prices in EUR, the currency of video-sma' },
    ]);
  });

  it.each<[Plan, object]>([
    [netjapanMaintenance, { ...bought, initialYears: 5 }],
    [netjapanMaintenance, { model: 'subscription', modules: {} }],
    [netjapanMaintenance, covered],
    [smartNetUserGroup, { coverEnds: '2026-12-31' }],
    [smartNetUserGroup, {}],
    [vtubeLaserSmp, {}],
    [videoSma, { coverStarts: '2026-06-30', coverEnds: '2026-06-30' }],
    [videoSma, { ...bought, contract: 'update-contract' }],
    [videoSma, { ...covered, contract: 'maintenance-contract' }],
    [videoSma, { ...bought, registeredOn: '2000-01-01', termNumber: 1000, initialYears: 100 }],
  ])('is met: %#', (plan, written) => {
    expect(factProblems(plan, factsOf(plan, written))).toEqual([]);
  });
});

describe('of facts that cannot be read whole', () => {
  const fields = (facts: object, ...unread: readonly string[]) =>
    problemsOfRead(videoSma, { facts, unread: new Set(unread) }).map(({ field }) => field);

  it('only what does not depend on the rest is a problem', () => {
    expect(fields({})).toEqual(['modules', 'purchasedOn']);
    expect(fields({}, 'modules')).toEqual(['purchasedOn']);
    expect(fields({}, 'purchasedOn')).toEqual(['modules']);
    expect(fields({}, 'coverEnds')).toEqual(['modules']);
    expect(fields({}, 'model')).toEqual([]);
    expect(fields({ coverStarts: '2026-01-01' }, 'model', 'coverEnds')).toEqual([]);
    expect(fields({ contract: 'maintenance-contract' }, 'model', 'coverEnds')).toEqual([]);
    expect(fields({ contract: 'maintenance-contract' }, 'model')).toEqual(['contract']);
  });

  it('a product is none where it was not read', () => {
    expect(problemsOfRead(smartNetUserGroup, { facts: {}, unread: new Set(['product']) })).toEqual([]);
  });
});
