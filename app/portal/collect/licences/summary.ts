import { money, type Money, subtract } from '../../../../domain/billing/money.ts';
import { coverOn } from '../../../../domain/cover/entitlements.ts';
import { coverPeriodOf, lastCoveredDay } from '../../../../domain/cover/cover-period.ts';
import type { Licence } from '../../../../domain/licence/licence.ts';
import type { Plan } from '../../../../domain/plan/plan.ts';
import { owedInAll } from '../../../../domain/receivables/owed.ts';
import type { CoverToday, LicenceSummary, Standing } from '../../views/licences.ts';
import { nextStepOf } from './next-step.ts';
import type { SeenLicence } from './seen-licence.ts';

/** A licence in a line. */
export function summaryOf(seen: SeenLicence): LicenceSummary {
  const { plan, licence } = seen;
  const { licenceId, product, edition, model } = licence.facts;
  return {
    licenceId,
    planId: plan.id,
    plan: plan.name,
    trackedBy: plan.trackedBy,
    product,
    edition,
    model,
    standing: standingOf(plan, licence),
    cover: coverToday(seen),
    next: nextStepOf(seen),
    toPay: toPayInAll(licence),
    credit: licence.credit,
  };
}

function standingOf(plan: Plan, { standing }: Licence): Standing {
  switch (standing.status) {
    case 'pending':
      return { state: 'pending', waitsFor: plan.firstTerm.from };
    case 'active': {
      const { term, cancelledTo } = standing;
      const renews = plan.renewal.mode === 'automatic' && cancelledTo === undefined;
      return { state: 'active', starts: term.starts, ends: term.ends, renews, cancelledTo };
    }
    case 'subscribed':
      return { state: 'subscribed' };
    case 'lapsed':
      return {
        state: 'lapsed',
        on: standing.lapsedOn,
        reason: standing.reason,
        ended: lastCoveredDay(standing),
      };
    case 'deactivated':
      return { state: 'deactivated', on: standing.deactivatedOn };
    case 'removed':
      throw new Error('a licence that was removed is not shown');
  }
}

function coverToday({ plan, licence, today }: SeenLicence): CoverToday {
  const cover = coverOn(plan, licence, today);
  return cover.inForce
    ? { inForce: true, since: cover.since, until: cover.until }
    : { inForce: false, since: cover.since, until: coverPeriodOf(licence).until };
}

/** Of all open invoices, less credit: never below nothing. */
function toPayInAll(licence: Licence): Money {
  const { credit } = licence;
  const left = subtract(owedInAll(licence), credit);
  return money(Math.max(left.amount, 0), credit.currency);
}
