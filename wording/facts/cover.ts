import { type CivilDate, lastOfYear, yearOf } from '../../domain/calendar.ts';
import { orderedTerm, reinstatedTerm } from '../../domain/cover/terms.ts';
import type { EventOf } from '../../domain/licence/events.ts';
import { activeStanding, type Licence } from '../../domain/licence/licence.ts';
import type { Plan } from '../../domain/plan/plan.ts';

/** The cover that a quote or an invoice gives. */
export type Cover =
  | { readonly kind: 'period'; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly kind: 'from-payment'; readonly years: number }
  | { readonly kind: 'from-month-after-payment'; readonly years: number }
  | { readonly kind: 'from-payment-until'; readonly to: CivilDate };

/** How a plan reinstates a lapsed licence. */
export type ComeBack = 'from-payment' | 'from-month-after-payment' | 'from-end-of-cover' | 'back-charge';

/**
 * The cover that an accepted quote gives once it is paid. `lastDay` is the last on which that can be: a back-charge
 * reaches to the end of its year.
 */
export function coverOf(
  plan: Plan,
  licence: Licence,
  purpose: EventOf<'QuoteIssued'>['kind'],
  years: number,
  lastDay: CivilDate,
  alignTo?: string,
): Cover {
  if (purpose === 'renewal') {
    const { term } = orderedTerm(plan, activeStanding(licence).term, years, alignTo);
    return { kind: 'period', from: term.starts, to: term.ends };
  }
  const comeBack = comeBackOf(plan);
  if (comeBack === 'back-charge') return { kind: 'from-payment-until', to: lastOfYear(yearOf(lastDay)) };
  if (comeBack !== 'from-end-of-cover') return { kind: comeBack, years };
  const { standing } = licence;
  if (standing.status !== 'lapsed') throw new Error(`licence ${licence.facts.licenceId} has not lapsed`);
  const term = reinstatedTerm(plan, standing, years, lastDay);
  return { kind: 'period', from: term.starts, to: term.ends };
}

export function comeBackOf({ reinstatement }: Plan): ComeBack {
  if (reinstatement.kind === 'back-charge') return 'back-charge';
  switch (reinstatement.starts) {
    case 'payment-day':
      return 'from-payment';
    case 'next-month':
      return 'from-month-after-payment';
    case 'where-cover-ended':
      return 'from-end-of-cover';
  }
}
