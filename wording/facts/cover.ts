import { type CivilDate, lastOfYear, yearOf } from '../../domain/calendar.ts';
import { nextTerm } from '../../domain/cover/terms.ts';
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
export type ComeBack = 'from-payment' | 'from-month-after-payment' | 'back-charge';

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
): Cover {
  if (purpose === 'renewal') {
    const term = nextTerm(plan, activeStanding(licence).term, years * 12);
    return { kind: 'period', from: term.starts, to: term.ends };
  }
  const comeBack = comeBackOf(plan);
  if (comeBack === 'back-charge') return { kind: 'from-payment-until', to: lastOfYear(yearOf(lastDay)) };
  return { kind: comeBack, years };
}

export function comeBackOf({ reinstatement }: Plan): ComeBack {
  if (reinstatement.kind === 'back-charge') return 'back-charge';
  return reinstatement.starts === 'payment-day' ? 'from-payment' : 'from-month-after-payment';
}
