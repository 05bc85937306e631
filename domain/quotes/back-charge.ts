import { addDays, type CivilDate, earlierOf, lastOfYear, laterOf, yearOf } from '../calendar.ts';
import type { Line } from '../billing/price.ts';
import { linesByDays } from '../billing/pricing.ts';
import { chargeOf, type LapsedStanding, type Licence } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { feeLines } from './reinstatement-fee.ts';

interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * What coming back costs where a plan charges all that was missed: what was not paid for through the end of the year of
 * `today`, each day once (docs/rules.md §6.6), and the fee. What an open invoice charges is owed by that invoice.
 */
export function linesOfBackCharge(
  plan: Plan,
  licence: Licence,
  lapsed: LapsedStanding,
  today: CivilDate,
): readonly Line[] {
  const { facts, paidThrough, unpaidBefore = [], invoices } = licence;
  if (paidThrough === undefined) throw new Error(`licence ${facts.licenceId} has lapsed without a term`);
  const since = { from: addDays(paidThrough, 1), to: lastOfYear(yearOf(today)) };
  const owed = invoices.flatMap((invoice) => chargeOf(invoice) ?? []);
  const missed = [...unpaidBefore, since].flatMap((period) => without(period, owed));
  return [
    ...missed.flatMap(({ from, to }) => linesByDays(plan, facts, from, to)),
    ...feeLines(plan, facts, lapsed, today),
  ];
}

/** Why there is nothing to quote for coming back; undefined where there is. */
export function whyNothingToCharge(
  plan: Plan,
  licence: Licence,
  lapsed: LapsedStanding,
  today: CivilDate,
): string | undefined {
  if (plan.reinstatement.kind !== 'back-charge') return undefined;
  if (linesOfBackCharge(plan, licence, lapsed, today).length > 0) return undefined;
  return `everything through ${lastOfYear(yearOf(today))} is paid or invoiced: there is nothing to quote before that day`;
}

/** What is left of a period without others. */
function without(period: Period, others: readonly Period[]): readonly Period[] {
  return others.reduce<readonly Period[]>(
    (left, { from, to }) =>
      left
        .flatMap((each) => [
          { from: each.from, to: earlierOf(each.to, addDays(from, -1)) },
          { from: laterOf(each.from, addDays(to, 1)), to: each.to },
        ])
        .filter((each) => each.from <= each.to),
    [period],
  );
}
