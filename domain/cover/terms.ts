import {
  addDays,
  addMonths,
  type CivilDate,
  dayOfYear,
  firstOfNextMonth,
  lastOfYear,
  yearOf,
} from '../calendar.ts';
import type { Charge, Facts, Term } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';

const untouched = { reminded: [], quoted: false };

/** The term that a licence is registered with, or undefined while its first day is not known (plans.md, Registering). */
export function firstTerm(plan: Plan, facts: Facts): Term | undefined {
  if (facts.coverEnds !== undefined) return coveredTerm(facts, facts.coverEnds);
  const fact = facts[plan.firstTerm.from];
  if (fact === undefined) return undefined;
  const starts = plan.firstTerm.starts === 'next-month' ? firstOfNextMonth(fact) : fact;
  const { length } = plan.firstTerm;
  switch (length.kind) {
    case 'months':
      return termOfMonths(1, starts, length.months);
    case 'years-bought':
      return termOfMonths(1, starts, facts.initialYears * 12);
    case 'by-training':
      return facts.onSiteTraining
        ? termOfMonths(1, starts, length.monthsWith)
        : termUntil(1, starts, addDays(starts, length.daysWithout - 1));
    case 'rest-of-year':
      return termUntil(1, starts, lastOfYear(yearOf(starts)));
  }
}

/** The term that follows `term` without a gap; `months` long, or the next calendar year. */
export function nextTerm(plan: Plan, term: Term, months: number): Term {
  const number = term.number + 1;
  const starts = addDays(term.ends, 1);
  if (plan.term.kind === 'calendar-year') return termUntil(number, starts, lastOfYear(yearOf(starts)));
  const reached = term.months + months;
  const ends = addDays(addMonths(term.anchor, reached), -1);
  return { number, starts, ends, anchor: term.anchor, months: reached, ...untouched };
}

/** The term that an automatic plan starts by itself after `before`, and what is to be invoiced for it. */
export function renewalTerm(plan: Plan, before: Term): { readonly term: Term; readonly charge: Charge } {
  const term = nextTerm(plan, before, plan.term.kind === 'months' ? plan.term.months : 12);
  const { number, starts, ends } = term;
  const invoiceOn = renewalInvoiceDay(plan, term);
  return { term, charge: { kind: 'renewal', termNumber: number, from: starts, to: ends, invoiceOn } };
}

/** The last day on which a cancellation still ends cover with this term (plans.md, Cancel, resume). */
export function lastDayToCancel({ renewal }: Plan, { ends }: Term): CivilDate {
  return renewal.mode === 'automatic' ? addDays(ends, -renewal.noticeDays) : ends;
}

function renewalInvoiceDay(plan: Plan, { starts }: Term): CivilDate {
  if (plan.renewal.mode !== 'automatic' || plan.renewal.invoicedOn === 'term-start') return starts;
  const { month, day } = plan.renewal.invoicedOn;
  return dayOfYear(yearOf(starts), month, day);
}

/** The term that a reinstatement paid on `paidOn` starts (plans.md, Reinstatement). */
export function reinstatedTerm(plan: Plan, lastTerm: Term, years: number, paidOn: CivilDate): Term {
  const { reinstatement } = plan;
  if (reinstatement.kind === 'back-charge') {
    return termUntil(lastTerm.number + 1, paidOn, lastOfYear(yearOf(paidOn)));
  }
  const starts = reinstatement.starts === 'next-month' ? firstOfNextMonth(paidOn) : paidOn;
  if (reinstatement.rate === null) return termOfMonths(lastTerm.number + 1, starts, years * 12);
  return { ...termOfMonths(1, starts, years * 12), rate: reinstatement.rate };
}

function coveredTerm(facts: Facts, ends: CivilDate): Term {
  const dayAfter = addDays(ends, 1);
  return termUntil(facts.termNumber, facts.coverStarts ?? addMonths(dayAfter, -12), ends);
}

/** A term whose months are counted from its own start. */
function termOfMonths(number: number, starts: CivilDate, months: number): Term {
  return {
    number,
    starts,
    ends: addDays(addMonths(starts, months), -1),
    anchor: starts,
    months,
    ...untouched,
  };
}

/** A term that ends on a given day: the months of those that follow are counted from the day after. */
function termUntil(number: number, starts: CivilDate, ends: CivilDate): Term {
  return { number, starts, ends, anchor: addDays(ends, 1), months: 0, ...untouched };
}
