import { addDays, type CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Content } from '../content/content.ts';
import type { Pen } from '../pen.ts';
import type { MailSubject } from '../subject.ts';
import type { CalendarEntry } from './ics.ts';

interface Settled {
  /** The last day of the term that the entry is about: names the entry. */
  readonly ends: CivilDate;
  readonly day: CivilDate;
  readonly isCancelled: boolean;
}

/**
 * The calendar entry that a mail brings along: the last day of cover, or the last day for cancelling; or, once that is
 * settled, the same entry called off. Undefined where the mail is about neither.
 */
export function entryOf(
  pen: Pen,
  content: Content,
  { plan, journal, version, today }: MailSubject,
  sender: string,
  description: string,
): CalendarEntry | undefined {
  const wasReminded = isReminded(journal.slice(0, version - 1));
  const settled = settledBy(content, wasReminded);
  if (settled === undefined) return undefined;
  const { licenceId } = content.about;
  const { expires, cancelBy } = pen.words.calendar;
  const { ends, ...entry } = settled;
  return {
    ...entry,
    uid: `${licenceId}-${ends}@${sender.slice(sender.lastIndexOf('@') + 1)}`,
    sequence: version,
    stamp: today,
    summary: (plan.renewal.mode === 'automatic' ? cancelBy : expires)(content.about),
    description,
  };
}

function settledBy(content: Content, wasReminded: boolean): Settled | undefined {
  const { kind } = content;
  if (kind === 'reminder') return { ends: content.ends, day: content.ends, isCancelled: false };
  if (kind === 'renewal-notice')
    return { ends: content.ends, day: content.cancelBy, isCancelled: content.isTooLate };
  if (!wasReminded) return undefined;
  if (kind === 'renewed') {
    const ends = addDays(content.starts, -1);
    return { ends, day: ends, isCancelled: true };
  }
  const isSettled = kind === 'cancelled' && content.missed === undefined;
  return isSettled ? { ends: content.endsOn, day: content.endsOn, isCancelled: true } : undefined;
}

/** Whether the running term has been in a customer's calendar. */
function isReminded(before: readonly Event[]): boolean {
  const ofTerm = before.slice(before.findLastIndex(({ type }) => type === 'TermStarted') + 1);
  return ofTerm.some(
    (event) => event.type === 'ReminderIssued' && (event.kind === 'expiry' || event.kind === 'renewal'),
  );
}
