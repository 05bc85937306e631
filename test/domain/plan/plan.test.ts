import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../domain/plan/check-plan.ts';
import { netjapanMaintenance as netjapan } from '../../../plans/netjapan-maintenance.ts';
import { smartNetUserGroup as smartNet } from '../../../plans/smart-net-user-group.ts';
import { smartertoolsMaintenance as smartertools } from '../../../plans/smartertools-maintenance.ts';
import { videoSma } from '../../../plans/video-sma.ts';
import { vtubeLaserSmp as vtube } from '../../../plans/vtube-laser-smp.ts';

describe('what a plan cannot say at once is refused, with the reason', () => {
  const flat = { ...videoSma, price: smartNet.price };
  const ordered = { renewal: smartertools.renewal };
  it.each<[object, RegExp]>([
    [{ ...smartNet, ...ordered }, /calendar-year terms renew automatically/],
    [{ ...videoSma, term: { kind: 'calendar-year' } }, /starts with the rest of a year, and no other does/],
    [
      { ...smartNet, term: { kind: 'months', months: 12 } },
      /starts with the rest of a year, and no other does/,
    ],
    [
      { ...smartertools, firstTerm: { ...smartertools.firstTerm, charge: 'invoiced' } },
      /only an automatic plan invoices its first term/,
    ],
    [
      { ...videoSma, firstTerm: { ...videoSma.firstTerm, charge: 'invoiced' } },
      /first term that is invoiced is charged by days: it needs a flat price/,
    ],
    [{ ...flat, catalogue: null }, /an honoured contract has rates of its own/],
    [{ ...flat, oldContracts: null }, /modules are charged by their list price/],
    [{ ...videoSma, reinstatement: { kind: 'back-charge' } }, /a back-charge adds up yearly charges/],
    [{ ...smartNet, vendor: { ...smartNet.vendor, taxName: null } }, /a vendor who charges tax names it/],
    [
      { ...smartNet, numbers: { quote: 'A', invoice: 'B', creditNote: 'A' } },
      /counted apart: their prefixes must differ/,
    ],
    [{ ...smartertools, support: { ...smartertools.support, otherwise: 'x' } }, /name them by their keys/],
    [{ ...smartertools, support: { ...smartertools.support, hotfixes: 'x' } }, /name them by their keys/],
    [{ ...vtube, updates: { ...vtube.updates, benefit: 'x' } }, /name them by their keys/],
    [{ ...vtube, updates: { ...vtube.updates, announcement: 'x' } }, /name them by their keys/],
    [{ ...smartNet, migration: { ...smartNet.migration, benefit: 'x' } }, /name them by their keys/],
    [{ ...netjapan, catalogue: { ...netjapan.catalogue, benefit: 'x' } }, /name them by their keys/],
    [
      {
        ...videoSma,
        benefits: [{ ...videoSma.benefits[0], rules: videoSma.benefits[0]?.rules.slice(0, 1) }],
      },
      /the last rule of a benefit must hold whatever the case/,
    ],
  ])('%#: %s', (plan, reason) => {
    expect(() => checkPlan(plan as typeof smartNet)).toThrow(reason);
  });

  it('and not an empty list of modules on a flat price, nor two reminders of a kind on different days', () => {
    const catalogue = {
      modules: {},
      editions: {},
      editionChange: 'needs-new-licence',
      benefit: 'forums',
    } as const;
    expect(() => checkPlan({ ...smartNet, catalogue })).not.toThrow();
    for (const kind of ['expiry', 'renewal'] as const)
      expect(() =>
        checkPlan({ ...videoSma, reminders: [7, 30].map((daysBeforeEnd) => ({ kind, daysBeforeEnd })) }),
      ).not.toThrow();
  });

  it('and the error names the plan, and the place of what is wrong', () => {
    const wrong = { ...smartNet, documentsKeptYears: 0, currency: 'XXX' };
    expect(() => checkPlan(wrong)).toThrow(/^plan smart-net-user-group is not valid:/);
    expect(() => checkPlan(wrong)).toThrow(/at documentsKeptYears/);
    expect(() => checkPlan(wrong)).toThrow(/at currency/);
  });
});
