import { fraction, type Money } from '../billing/money.ts';
import { addDays, addMonths, type CivilDate } from '../calendar.ts';
import type { Event, EventOf } from '../licence/events.ts';
import type { Days } from '../time/days.ts';
import { type ChargedTerm, chargedTerms } from './charged-terms.ts';

/** A term that ended in a period: whether maintenance went on. */
export interface EndedTerm {
  readonly ends: CivilDate;
  /** `open`: neither yet. */
  readonly outcome: 'renewed' | 'lapsed' | 'open';
  /** Why it lapsed. */
  readonly reason?: EventOf<'MaintenanceLapsed'>['reason'] | undefined;
  /** Net a year: of the term that ended, and of the one that followed. Unset where no invoice says it. */
  readonly before?: Money | undefined;
  readonly after?: Money | undefined;
}

/**
 * The terms of a journal whose last day lies in a period. A term is renewed if a renewal follows it that has not lapsed as
 * unpaid; a lapse that was reversed is none (docs/reports.md).
 */
export function endedTerms(journal: readonly Event[], days: Days): readonly EndedTerm[] {
  const charged = chargedTerms(journal);
  const started = journal.flatMap((event, version) =>
    event.type === 'TermStarted' ? [{ ...event, version }] : [],
  );
  const lapses = lapsesOf(journal);
  return started
    .filter(({ ends }) => ends >= days.from && ends <= days.to)
    .filter((term) => !isCutShort(term, journal, lapses))
    .map((term): EndedTerm => {
      const { ends } = term;
      const next = started.find((each) => each.basis === 'renewal' && each.starts === addDays(ends, 1));
      const lapse = lapses.find(({ date, reason }) =>
        next === undefined ? date > ends : reason === 'unpaid' && date > next.starts && date <= next.ends,
      );
      const before = yearlyFrom(charged, term.starts);
      const after = next === undefined ? undefined : yearlyFrom(charged, next.starts);
      if (lapse !== undefined) return { ends, outcome: 'lapsed', reason: lapse.reason, before };
      if (next === undefined) return { ends, outcome: 'open', before };
      return { ends, outcome: 'renewed', before: before ?? after, after: after ?? before };
    });
}

type Lapse = EventOf<'MaintenanceLapsed'>;

/** A term that was worked out anew, or lapsed as unpaid: the renewal that started it counts as lapsed then. */
function isCutShort(
  { starts, ends, version }: EventOf<'TermStarted'> & { readonly version: number },
  journal: readonly Event[],
  lapses: readonly Lapse[],
): boolean {
  const isReplaced = journal
    .slice(version + 1)
    .some((event) => event.type === 'TermStarted' && event.starts <= ends);
  return (
    isReplaced || lapses.some(({ date, reason }) => reason === 'unpaid' && date > starts && date <= ends)
  );
}

/** How often maintenance was reinstated in a period. */
export function reinstatementsIn(journal: readonly Event[], { from, to }: Days): number {
  const inPeriod = journal.filter(({ date }) => date >= from && date <= to);
  return inPeriod.filter(({ type }) => type === 'MaintenanceReinstated').length;
}

function lapsesOf(journal: readonly Event[]): readonly Lapse[] {
  const lapses: Lapse[] = [];
  for (const event of journal) {
    if (event.type === 'LapseReversed') lapses.pop();
    else if (event.type === 'MaintenanceLapsed') lapses.push(event);
  }
  return lapses;
}

/** The net a year of the invoice for the term that starts on a day, by its begun months. */
function yearlyFrom(charged: readonly ChargedTerm[], starts: CivilDate): Money | undefined {
  const term = charged.find(({ from }) => from === starts);
  return term && fraction(term.net, 12n, BigInt(monthsIn(term)));
}

function monthsIn({ from, to }: ChargedTerm): number {
  let months = 1;
  while (addMonths(from, months) <= to) months += 1;
  return months;
}
