import type { CivilDate } from '../../domain/calendar.ts';
import { hoursBeyondDay } from '../../domain/correspondence/sending-time.ts';
import type { Event } from '../../domain/licence/events.ts';

/** A day whose mails take longer than the day has. */
interface LongDay {
  readonly day: CivilDate;
  readonly mails: number;
  readonly hours: number;
}

/** How many mails the runs of each day send, counted by the events that call for one. */
export class MailsOfDays {
  readonly #mails = new Map<CivilDate, number>();

  add(events: readonly Event[]): void {
    for (const event of events.filter(callsForMail))
      this.#mails.set(event.date, (this.#mails.get(event.date) ?? 0) + 1);
  }

  /** The days on which the mails take more than a day, in their order. @param sendRate in mails a second */
  longAt(sendRate: number): readonly LongDay[] {
    return [...this.#mails]
      .flatMap(([day, mails]) => {
        const hours = hoursBeyondDay(mails, sendRate);
        return hours === undefined ? [] : [{ day, mails, hours }];
      })
      .toSorted((one, other) => (one.day < other.day ? -1 : 1));
  }
}

/** Says beforehand that a day cannot be sent within its hours, and what to do. */
export function noticeOf({ day, mails, hours }: LongDay, sendRate: number): string {
  return (
    `${day}: ${mails.toLocaleString('en')} mails or more take ${hours.toFixed(0)} hours at ${sendRate} mails a second, ` +
    'and the next day waits behind them. Ask AWS for a higher send rate and set sendRate in perennial.config.ts.'
  );
}

const mailed: ReadonlySet<Event['type']> = new Set([
  'ReminderIssued',
  'QuoteIssued',
  'InvoiceIssued',
  'MaintenanceLapsed',
]);

function callsForMail(event: Event): boolean {
  return event.type === 'TermStarted' ? event.basis === 'renewal' : mailed.has(event.type);
}
