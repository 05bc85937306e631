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
import type { Part } from '../billing/part.ts';
import type { Charge, Facts, LapsedStanding, Term } from '../licence/licence.ts';
import type { Plan } from '../plan/plan.ts';
import { alignedEnd } from './alignment.ts';
import { lastCoveredDay } from './cover-period.ts';

const untouched = { reminded: [], quoted: false };

/** The term that a licence is registered with, or undefined while its first day is not known (docs/rules.md §9). */
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

/** How the next term is to end on a day of the year. */
interface Alignment {
  readonly to: string;
  /** Years beyond the first such day, where several years are ordered at once. */
  readonly furtherYears: number;
}

/** The term that follows `term` without a gap; `months` long, or the next calendar year, or to the day it is aligned to. */
function nextTerm(plan: Plan, term: Term, months: number, alignment?: Alignment): Term {
  const isYear = plan.term.kind === 'calendar-year';
  const place = { number: term.number + 1, chainMonths: term.chainMonths + (isYear ? 12 : months) };
  const starts = addDays(term.ends, 1);
  if (isYear) return termUntil(place, starts, lastOfYear(yearOf(starts)));
  const reached = term.months + months;
  const ends = addDays(addMonths(term.anchor, reached), -1);
  if (alignment === undefined)
    return { ...place, starts, ends, anchor: term.anchor, months: reached, ...untouched };
  const aligned = alignedEnd(alignment.to, starts, ends, alignment.furtherYears).ends;
  const chainMonths = term.chainMonths + countedMonths(starts, aligned, 1);
  return termUntil({ ...place, chainMonths }, starts, aligned);
}

/** The term that an order for so many years starts after `term`, and how much of these years it is. */
export function orderedTerm(
  plan: Plan,
  term: Term,
  years: number,
  alignTo: string | undefined,
): { readonly term: Term; readonly part?: Part | undefined } {
  const whole = nextTerm(plan, term, years * 12);
  if (alignTo === undefined) return { term: whole };
  const furtherYears = years - 1;
  const { part } = alignedEnd(alignTo, whole.starts, whole.ends, furtherYears);
  return { term: nextTerm(plan, term, years * 12, { to: alignTo, furtherYears }), part };
}

/** The term that an automatic plan starts by itself after `before`, and what is to be invoiced for it. */
export function renewalTerm(
  plan: Plan,
  before: Term,
  alignTo?: string,
): { readonly term: Term; readonly charge: Charge } {
  const months = termMonths(plan);
  const whole = nextTerm(plan, before, months);
  const term =
    alignTo === undefined ? whole : nextTerm(plan, before, months, { to: alignTo, furtherYears: 0 });
  const part = alignTo === undefined ? undefined : alignedEnd(alignTo, whole.starts, whole.ends, 0).part;
  const charge: Charge = {
    kind: 'renewal',
    termNumber: term.number,
    months,
    chainMonths: whole.chainMonths,
    from: term.starts,
    to: term.ends,
    invoiceOn: renewalInvoiceDay(plan, term),
    ...(part === undefined ? {} : { part }),
    ...(before.announced === undefined ? {} : { announced: before.announced }),
  };
  return { term, charge };
}

/** The last day on which a cancellation still ends cover with this term (docs/rules.md §7.1). */
export function lastDayToCancel({ renewal }: Plan, { ends }: Term): CivilDate {
  return renewal.mode === 'automatic' ? addDays(ends, -renewal.noticeDays) : ends;
}

function renewalInvoiceDay(plan: Plan, { starts }: Term): CivilDate {
  if (plan.renewal.mode !== 'automatic' || plan.renewal.invoicedOn === 'term-start') return starts;
  const { month, day } = plan.renewal.invoicedOn;
  return dayOfYear(yearOf(starts), month, day);
}

/** The term that a reinstatement paid on `paidOn` starts (docs/rules.md §6.4). */
export function reinstatedTerm(plan: Plan, lapsed: LapsedStanding, years: number, paidOn: CivilDate): Term {
  const { reinstatement } = plan;
  const { lastTerm } = lapsed;
  if (reinstatement.kind === 'back-charge') {
    const place = { number: lastTerm.number + 1, chainMonths: 12 };
    return termUntil(place, paidOn, lastOfYear(yearOf(paidOn)));
  }
  const starts = reinstatementStarts(reinstatement.starts, lapsed, paidOn);
  if (reinstatement.rate === null) return termOfMonths(lastTerm.number + 1, starts, years * 12);
  return { ...termOfMonths(1, starts, years * 12), rate: reinstatement.rate };
}

function reinstatementStarts(
  starts: 'payment-day' | 'next-month' | 'where-cover-ended',
  lapsed: LapsedStanding,
  paidOn: CivilDate,
): CivilDate {
  switch (starts) {
    case 'payment-day':
      return paidOn;
    case 'next-month':
      return firstOfNextMonth(paidOn);
    case 'where-cover-ended':
      return addDays(lastCoveredDay(lapsed), 1);
  }
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
