import type { CivilDate } from '../../../domain/calendar.ts';
import type { Event } from '../../../domain/licence/events.ts';

/** The events that concern a customer: the others are of the vendor's own book-keeping. */
export const shownEvents = [
  'LicenceRegistered',
  'LicenceActivated',
  'LicenceDeactivated',
  'ContractReplaced',
  'TermStarted',
  'ReminderIssued',
  'QuoteIssued',
  'QuoteResent',
  'QuoteAccepted',
  'QuoteDeclined',
  'QuoteExpired',
  'InvoiceIssued',
  'PaymentRecorded',
  'InvoicePaid',
  'InvoiceVoided',
  'InvoiceReopened',
  'CreditNoteIssued',
  'RefundRecorded',
  'PaymentReversed',
  'HoldPlaced',
  'RenewalCancelled',
  'RenewalResumed',
  'MaintenanceReinstated',
  'MaintenanceLapsed',
  'LapseReversed',
  'TicketOpened',
  'SupportDeclined',
  'TicketClosed',
  'RemoteAccessGranted',
  'RemoteAccessUsed',
  'RemoteAccessEnded',
  'UpdateAnnounced',
  'UpdatePasswordGiven',
  'UpdatePasswordRefused',
  'AnnouncementsLeft',
  'AnnouncementsJoined',
  'MailsStopped',
  'MailsResumed',
  'ChangeQuoted',
  'ChangeAccepted',
  'LicenceChanged',
  'LicenceCorrected',
] as const satisfies readonly Event['type'][];

export type ShownEvent =
  | Extract<Event, { readonly type: (typeof shownEvents)[number] }>
  /** The licence came from another customer, of which nothing is said. */
  | { readonly type: 'LicenceTransferred'; readonly date: CivilDate; readonly licenceId: string };

/** Something that happened to a licence. */
export interface HistoryEntry {
  readonly on: CivilDate;
  /** The event as it is recorded, with all that it says: wording is the page's. */
  readonly event: ShownEvent;
  /** The printed number of the quote, invoice or credit note that it is about. */
  readonly number?: string | undefined;
  /** The reader who asked for it on this page, where it was one of the customer's or its partner's. */
  readonly who?: string | undefined;
}
