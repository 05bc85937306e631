import type { Event, EventOf } from '../../domain/events.ts';

export type MailKind =
  | 'reminder'
  | 'renewal-notice'
  | 'payment-reminder'
  | 'final-notice'
  | 'quote'
  | 'invoice'
  | 'lapse'
  | 'renewed'
  | 'reinstated'
  | 'cancelled'
  | 'activated';

/** An event that calls for a mail; a term only where it is the renewal of one. */
type MailedEvent = EventOf<
  | 'ReminderIssued'
  | 'QuoteIssued'
  | 'QuoteResent'
  | 'InvoiceIssued'
  | 'MaintenanceLapsed'
  | 'TermStarted'
  | 'MaintenanceReinstated'
  | 'RenewalCancelled'
  | 'LicenceActivated'
>;

/** The event, where it calls for a mail. */
export function mailedEvent(event: Event): MailedEvent | undefined {
  switch (event.type) {
    case 'TermStarted':
      return event.basis === 'renewal' ? event : undefined;
    case 'ReminderIssued':
    case 'QuoteIssued':
    case 'QuoteResent':
    case 'InvoiceIssued':
    case 'MaintenanceLapsed':
    case 'MaintenanceReinstated':
    case 'RenewalCancelled':
    case 'LicenceActivated':
      return event;
    case 'LicenceRegistered':
    case 'LicenceDeactivated':
    case 'CustomerChanged':
    case 'ReminderSkipped':
    case 'QuoteAccepted':
    case 'QuoteExpired':
    case 'PaymentRecorded':
    case 'InvoicePaid':
    case 'InvoiceVoided':
    case 'RenewalResumed':
    case 'TermStated':
    case 'TicketOpened':
    case 'SupportDeclined':
    case 'TicketClosed':
    case 'RemoteAccessGranted':
    case 'RemoteAccessUsed':
    case 'RemoteAccessEnded':
    case 'UpdateAnnounced':
    case 'UpdateNotAnnounced':
    case 'UpdatePasswordGiven':
    case 'UpdatePasswordRefused':
    case 'AnnouncementsLeft':
    case 'AnnouncementsJoined':
    case 'MailSentAgain':
    case 'MailHeld':
    case 'ActivityRejected':
      return undefined;
  }
}

/**
 * What becomes of a mail when nobody can tell any more whether it went out: a second bill may be paid twice, so that an
 * operator looks first; a second reminder does less harm than none.
 */
export const whenUnknown: Readonly<Record<MailKind, 'resend' | 'hold'>> = {
  reminder: 'resend',
  'renewal-notice': 'resend',
  quote: 'resend',
  invoice: 'hold',
  'payment-reminder': 'hold',
  'final-notice': 'hold',
  lapse: 'resend',
  renewed: 'resend',
  reinstated: 'resend',
  cancelled: 'resend',
  activated: 'resend',
};

/** The mail that an event calls for; undefined where it calls for none. */
export function mailKindOf(event: Event): MailKind | undefined {
  const mailed = mailedEvent(event);
  return mailed?.type === 'ReminderIssued' ? reminderKinds[mailed.kind] : mailed && kinds[mailed.type];
}

const kinds = {
  QuoteIssued: 'quote',
  QuoteResent: 'quote',
  InvoiceIssued: 'invoice',
  MaintenanceLapsed: 'lapse',
  TermStarted: 'renewed',
  MaintenanceReinstated: 'reinstated',
  RenewalCancelled: 'cancelled',
  LicenceActivated: 'activated',
} as const;

const reminderKinds = {
  expiry: 'reminder',
  renewal: 'renewal-notice',
  payment: 'payment-reminder',
  'final-notice': 'final-notice',
} as const;
