import { type CivilDate, daysBetween } from '../../../domain/calendar.ts';

/** A licence's journal, as far as it is read here. */
interface Registered {
  readonly events: readonly { readonly event: { readonly type: string; readonly date: CivilDate } }[];
}

/** How many days all licences together were played: each from its registration to the last day. */
export function licenceDaysOf(histories: readonly Registered[], last: CivilDate): number {
  return histories.reduce((sum, { events }) => {
    const registration = events.find(({ event }) => event.type === 'LicenceRegistered');
    if (registration === undefined) return sum;
    return sum + Math.max(0, daysBetween(registration.event.date, last));
  }, 0);
}
