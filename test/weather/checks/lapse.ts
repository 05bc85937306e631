import type { CivilDate } from '../../../domain/calendar.ts';
import type { Event, EventOf } from '../../../domain/licence/events.ts';
import { Account } from './account.ts';

/** A lapse needs its reason: a bill that was overdue and that the money did not pay, or a term that was over. */
export function lapses(events: readonly Event[]): readonly string[] {
  const account = new Account();
  let ends: CivilDate | undefined;
  let cancelledTo: CivilDate | undefined;
  let cancelledBeforeLapse: CivilDate | undefined;
  return events.flatMap((event) => {
    account.take(event);
    if (event.type === 'TermStarted') ({ ends } = event);
    if (event.type === 'RenewalCancelled') cancelledTo = event.endsOn;
    if (event.type === 'RenewalResumed') cancelledTo = undefined;
    // What is undone is as if it had not been: a notice that was given before still holds.
    if (event.type === 'LapseReversed') cancelledTo = cancelledBeforeLapse;
    if (event.type !== 'MaintenanceLapsed') return [];
    const found = whyNot(event, account, { ends, cancelledTo });
    cancelledBeforeLapse = cancelledTo;
    cancelledTo = undefined;
    return found;
  });
}

interface Cover {
  readonly ends: CivilDate | undefined;
  readonly cancelledTo: CivilDate | undefined;
}

function whyNot(
  { reason, date }: EventOf<'MaintenanceLapsed'>,
  account: Account,
  { ends, cancelledTo }: Cover,
): readonly string[] {
  switch (reason) {
    case 'unpaid':
      return unpaid(account, date);
    case 'cancelled': {
      const isOver = cancelledTo !== undefined && cancelledTo < date;
      return isOver
        ? []
        : [`it lapsed as cancelled on ${date}, renewal being cancelled to ${String(cancelledTo)}`];
    }
    case 'not-renewed':
      return ends !== undefined && ends < date
        ? []
        : [`it lapsed on ${date}, and its term ends on ${String(ends)}`];
  }
}

function unpaid(account: Account, on: CivilDate): readonly string[] {
  const { holdUntil, credit } = account;
  if (holdUntil !== undefined && holdUntil >= on)
    return [`it lapsed on ${on}, and is on hold until ${holdUntil}`];
  const open = account.openOn(on);
  if (!open.some(({ payBy, isDunned }) => isDunned && payBy < on))
    return [`it lapsed as unpaid on ${on}, and nothing was overdue`];
  const [first] = open;
  return first !== undefined && credit >= first.owed
    ? [`it lapsed as unpaid on ${on}, and the credit of ${credit} pays ${first.owed}`]
    : [];
}
