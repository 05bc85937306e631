import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { lastDayToCancel } from '../../domain/cover/terms.ts';
import { activeStanding } from '../../domain/licence/licence.ts';
import { historyOf } from '../../wording/facts/history.ts';
import type { Material } from '../kinds/kind.ts';
import type { Address } from '../message/recipients.ts';
import type { CalendarDay } from './day.ts';
import type { CalendarEntry } from './ics.ts';

/** The calendar entry of a mail: the last day of cover, or the last day to cancel. */
export function entryOf(
  { localiser, about, plan, version, today }: Material,
  { termEnds, day, isCancelled }: CalendarDay,
  sender: Address,
  description: string,
): CalendarEntry {
  const { expires, cancelBy } = localiser.words.calendar;
  return {
    day,
    isCancelled,
    uid: `${about.licenceId}-${termEnds}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}`,
    sequence: version,
    stamp: today,
    timeZone: plan.timeZone,
    organizer: sender,
    summary: (plan.renewal.mode === 'automatic' ? cancelBy : expires)(about),
    description,
  };
}

/**
 * The entry of a term that is to be withdrawn or to come back; undefined if the reader never had it, or if it stands
 * already as it is to stand.
 */
export function calendarDayOf(
  material: Material,
  { termEnds, isCancelled }: Pick<CalendarDay, 'termEnds' | 'isCancelled'>,
): CalendarDay | undefined {
  const entered = enteredBefore(material, termEnds);
  return entered === undefined || entered.isCancelled === isCancelled
    ? undefined
    : { ...entered, isCancelled };
}

/** The entry of the running term as the mails before this one have left it. */
function enteredBefore({ plan, journal, version }: Material, termEnds: CivilDate): CalendarDay | undefined {
  const before = journal.slice(0, version - 1);
  const first = before.findLastIndex(({ type }) => type === 'TermStarted') + 1;
  let entered: CalendarDay | undefined;
  for (const [index, event] of before.entries()) {
    if (index < first) continue;
    if (event.type === 'ReminderIssued') entered = enteredBy(plan, journal, index + 1) ?? entered;
    if (entered === undefined) continue;
    if (event.type === 'RenewalCancelled' && event.endsOn === termEnds) {
      entered = { ...entered, isCancelled: true };
    }
    if (event.type === 'RenewalResumed') entered = { ...entered, isCancelled: false };
  }
  return entered;
}

/** The entry that the mail of a reminder brought, if it had one and went out. */
function enteredBy(plan: Plan, journal: readonly Event[], version: number): CalendarDay | undefined {
  const { event, then } = historyOf(journal, version);
  if (event.type !== 'ReminderIssued' || (event.kind !== 'expiry' && event.kind !== 'renewal')) {
    return undefined;
  }
  if (event.shared !== undefined) return undefined;
  const { term } = activeStanding(then);
  const day = lastDayToCancel(plan, term);
  const isEntered =
    event.kind === 'renewal' ? event.date <= day : then.correspondence.stoppedOn === undefined;
  return isEntered ? { termEnds: term.ends, day, isCancelled: false } : undefined;
}
