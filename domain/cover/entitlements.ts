import { addDays, type CivilDate } from '../calendar.ts';
import type { Benefit, BenefitAnswer } from '../plan/benefits.ts';
import { type Licence, openOrder } from '../licence/licence.ts';
import { payByOf } from '../receivables/owed.ts';
import type { Plan } from '../plan/plan.ts';

/** Whether the maintenance is in force on a day, since when, and until when as things stand. */
export type Cover =
  | {
      readonly inForce: true;
      readonly since: CivilDate;
      /** The last day as things stand; unset for a subscription. */
      readonly until?: CivilDate | undefined;
      /** Whether it goes on after that day by itself. */
      readonly renews: boolean;
    }
  | { readonly inForce: false; readonly because: string; readonly since?: CivilDate | undefined };

export interface Entitlements {
  readonly licenceId: string;
  readonly on: CivilDate;
  /** Whether the software itself may be used, which is not the same as its maintenance. */
  readonly software: { readonly mayBeUsed: boolean; readonly because: string };
  readonly cover: Cover;
  readonly benefits: readonly EntitledBenefit[];
}

interface DecidedBenefit {
  readonly answer: BenefitAnswer;
  /** The rule that it rests on. */
  readonly because: string;
}

interface EntitledBenefit extends DecidedBenefit {
  readonly key: string;
  readonly name: string;
}

/** What a licence entitles its customer to on a day. `licence` is its state as of that day, or the latest known. */
export function entitlements(plan: Plan, licence: Licence, on: CivilDate): Entitlements {
  const cover = coverOn(plan, licence, on);
  return {
    licenceId: licence.facts.licenceId,
    on,
    software: softwareUse(licence),
    cover,
    benefits: plan.benefits.map((benefit) => ({
      key: benefit.key,
      name: benefit.name.en,
      ...decideBenefit(benefit, licence, cover),
    })),
  };
}

/** What a licence gives of one benefit on a day. Throws a RangeError where the plan has no such benefit. */
export function benefitOn(plan: Plan, licence: Licence, key: string, on: CivilDate): DecidedBenefit {
  const benefit = plan.benefits.find((candidate) => candidate.key === key);
  if (benefit === undefined) throw new RangeError(`plan ${plan.id} has no benefit ${key}`);
  return decideBenefit(benefit, licence, coverOn(plan, licence, on));
}

/**
 * An automatic plan's licence is covered until a run has lapsed it; on an order plan cover ends with the term, or with
 * the last day for paying an open order.
 */
export function coverOn(plan: Plan, licence: Licence, on: CivilDate): Cover {
  const { standing } = licence;
  switch (standing.status) {
    case 'pending':
      return { inForce: false, because: `the first term waits for ${plan.firstTerm.from}` };
    case 'subscribed':
      return { inForce: true, since: licence.facts.purchasedOn ?? licence.facts.registeredOn, renews: true };
    case 'deactivated':
      return { inForce: false, since: standing.deactivatedOn, because: 'the subscription was deactivated' };
    case 'removed':
      return { inForce: false, since: standing.removedOn, because: 'the licence was removed' };
    case 'lapsed':
      return {
        inForce: false,
        since: standing.lapsedOn,
        because: `maintenance has lapsed: ${standing.reason}`,
      };
    case 'active': {
      const { term, coveredSince, cancelledTo } = standing;
      if (on < coveredSince) return { inForce: false, because: `cover starts on ${coveredSince}` };
      const isAutomatic = plan.renewal.mode === 'automatic';
      const order = openOrder(licence);
      const lastDay = isAutomatic ? undefined : order === undefined ? term.ends : payByOf(licence, order);
      if (lastDay !== undefined && on > term.ends && on > lastDay) {
        return { inForce: false, since: addDays(term.ends, 1), because: `cover ended on ${term.ends}` };
      }
      const renews = isAutomatic && cancelledTo === undefined;
      return { inForce: true, since: coveredSince, until: cancelledTo ?? term.ends, renews };
    }
  }
}

function softwareUse({ standing, facts }: Licence): Entitlements['software'] {
  if (facts.model === 'perpetual') return { mayBeUsed: true, because: 'a perpetual licence works for ever' };
  return standing.status === 'deactivated'
    ? { mayBeUsed: false, because: `the subscription was deactivated on ${standing.deactivatedOn}` }
    : { mayBeUsed: true, because: 'the subscription is active' };
}

function decideBenefit(benefit: Benefit, licence: Licence, cover: Cover): DecidedBenefit {
  const { customerKind, model } = licence.facts;
  const rule = benefit.rules.find(
    ({ when }) =>
      (when.cover === undefined || (when.cover === 'in-force') === cover.inForce) &&
      (when.customerKind === undefined || when.customerKind.includes(customerKind)) &&
      (when.model === undefined || when.model === model),
  );
  if (rule === undefined)
    throw new Error(`benefit ${benefit.key} has no rule for licence ${licence.facts.licenceId}`);
  return { answer: rule.answer, because: rule.because };
}
