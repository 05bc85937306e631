import { addDays, addMonths, type CivilDate } from '../calendar.ts';
import type { Plan } from '../plan/plan.ts';

/** The last day for paying the invoice of a term that starts by itself (docs/rules.md §4.6). */
export function payByOfCharge(
  { payWithin }: Extract<Plan['renewal'], { mode: 'automatic' }>,
  invoicedOn: CivilDate,
): CivilDate {
  return 'months' in payWithin
    ? addMonths(invoicedOn, payWithin.months)
    : addDays(invoicedOn, payWithin.days);
}

/** The last day for paying the order of an accepted quote. */
export function payByOfOrder({ quote }: Plan, orderedOn: CivilDate): CivilDate {
  return addDays(orderedOn, quote.payableDays);
}
