import type { Event } from '../../domain/events.ts';

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

/** The mail that an event calls for; undefined where it calls for none. */
export function mailKindOf(event: Event): MailKind | undefined {
  switch (event.type) {
    case 'ReminderIssued':
      return reminderKinds[event.kind];
    case 'QuoteIssued':
    case 'QuoteResent':
      return 'quote';
    case 'InvoiceIssued':
      return 'invoice';
    case 'MaintenanceLapsed':
      return 'lapse';
    case 'TermStarted':
      return event.basis === 'renewal' ? 'renewed' : undefined;
    case 'MaintenanceReinstated':
      return 'reinstated';
    case 'RenewalCancelled':
      return 'cancelled';
    case 'LicenceActivated':
      return 'activated';
    case 'LicenceRegistered':
    case 'LicenceDeactivated':
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
    case 'ActivityRejected':
      return undefined;
  }
}

const reminderKinds = {
  expiry: 'reminder',
  renewal: 'renewal-notice',
  payment: 'payment-reminder',
  'final-notice': 'final-notice',
} as const;
