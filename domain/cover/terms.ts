import {
  addDays,
  addMonths,
  type CivilDate,
  dayOfYear,
  daysBetween,
  firstOfNextMonth,
  lastOfYear,
  yearOf,
} from '../calendar.ts';
import type { Charge, Facts, Term } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';

const untouched = { reminded: [], quoted: false };

/** The term that a licence is registered with, or undefined while its first day is not known (plans.md, Registering). */
export function firstTerm(plan: Plan, facts: Facts): Term | undefined {
  if (facts.coverEnds !== undefined) return coveredTerm(plan, facts, facts.coverEnds);
  const fact = facts[plan.firstTerm.from];
  if (fact === undefined) return undefined;
  const starts = plan.firstTerm.starts === 'next-month' ? firstOfNextMonth(fact) : fact;
  const { length } = plan.firstTerm;
  switch (length.kind) {
    case 'months':
      return termOfMonths(1, starts, length.months);
    case 'years-bought':
      return termOfMonths(1, starts, facts.initialYears * 12);
    case 'by-training': {
      if (facts.onSiteTraining) return termOfMonths(1, starts, length.monthsWith);
      const ends = addDays(starts, length.daysWithout - 1);
      return termUntil({ number: 1, chainMonths: termMonths(plan) }, starts, ends);
    }
    case 'rest-of-year':
      return termUntil({ number: 1, chainMonths: 12 }, starts, lastOfYear(yearOf(starts)));
  }
}

/** How long the terms are that a plan starts by itself. */
function termMonths({ term }: Plan): number {
  return term.kind === 'months' ? term.months : 12;
}

/** The term that follows `term` without a gap; `months` long, or the next calendar year. */
export function nextTerm(plan: Plan, term: Term, months: number): Term {
  const isYear = plan.term.kind === 'calendar-year';
  const place = { number: term.number + 1, chainMonths: term.chainMonths + (isYear ? 12 : months) };
  const starts = addDays(term.ends, 1);
  if (isYear) return termUntil(place, starts, lastOfYear(yearOf(starts)));
  const reached = term.months + months;
  const ends = addDays(addMonths(term.anchor, reached), -1);
  return { ...place, starts, ends, anchor: term.anchor, months: reached, ...untouched };
}

/** The term that an automatic plan starts by itself after `before`, and what is to be invoiced for it. */
export function renewalTerm(plan: Plan, before: Term): { readonly term: Term; readonly charge: Charge } {
  const months = termMonths(plan);
  const term = nextTerm(plan, before, months);
  const { number: termNumber, chainMonths, starts: from, ends: to } = term;
  const invoiceOn = renewalInvoiceDay(plan, term);
  return { term, charge: { kind: 'renewal', termNumber, months, chainMonths, from, to, invoiceOn } };
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
    const place = { number: lastTerm.number + 1, chainMonths: 12 };
    return termUntil(place, paidOn, lastOfYear(yearOf(paidOn)));
  }
  const starts = reinstatement.starts === 'next-month' ? firstOfNextMonth(paidOn) : paidOn;
  if (reinstatement.rate === null) return termOfMonths(lastTerm.number + 1, starts, years * 12);
  return { ...termOfMonths(1, starts, years * 12), rate: reinstatement.rate };
}

function coveredTerm(plan: Plan, { termNumber, coverStarts }: Facts, ends: CivilDate): Term {
  const starts = coverStarts ?? addMonths(addDays(ends, 1), -12);
  const months = termMonths(plan);
  const chainMonths = (termNumber - 1) * months + countedMonths(starts, ends, months % 12 === 0 ? 12 : 1);
  return termUntil({ number: termNumber, chainMonths }, starts, ends);
}

/** A term as its rates count it: the nearest number of whole years or months, `unit` months each, and one at least. */
function countedMonths(starts: CivilDate, ends: CivilDate, unit: 1 | 12): number {
  const averageDays = 365.2425 / 12;
  return Math.max(Math.round((daysBetween(starts, ends) + 1) / averageDays / unit), 1) * unit;
}

/** A term that begins a chain: its months are counted from its own start. */
function termOfMonths(number: number, starts: CivilDate, months: number): Term {
  return {
    number,
    chainMonths: months,
    starts,
    ends: addDays(addMonths(starts, months), -1),
    anchor: starts,
    months,
    ...untouched,
  };
}

/** A term that ends on a given day: the months of those that follow are counted from the day after. */
function termUntil(place: Pick<Term, 'number' | 'chainMonths'>, starts: CivilDate, ends: CivilDate): Term {
  return { ...place, starts, ends, anchor: addDays(ends, 1), months: 0, ...untouched };
}
