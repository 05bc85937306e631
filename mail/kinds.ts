import type { Event, EventOf } from '../domain/licence/events.ts';

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
  | 'activated'
  | 'term-statement'
  | 'ticket'
  | 'support-declined'
  | 'remote-access'
  | 'update-available'
  | 'update-missed'
  | 'update-password'
  | 'update-refused'
  | 'announcements'
  | 'change-quote'
  | 'changed';

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
  | 'TermStated'
  | 'TicketOpened'
  | 'SupportDeclined'
  | 'RemoteAccessGranted'
  | 'RemoteAccessUsed'
  | 'RemoteAccessEnded'
  | 'UpdateAnnounced'
  | 'UpdatePasswordGiven'
  | 'UpdatePasswordRefused'
  | 'AnnouncementsLeft'
  | 'AnnouncementsJoined'
  | 'ChangeQuoted'
  | 'LicenceChanged'
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
    case 'TermStated':
    case 'TicketOpened':
    case 'SupportDeclined':
    case 'RemoteAccessGranted':
    case 'RemoteAccessUsed':
    case 'RemoteAccessEnded':
    case 'UpdateAnnounced':
    case 'UpdatePasswordGiven':
    case 'UpdatePasswordRefused':
    case 'AnnouncementsLeft':
    case 'AnnouncementsJoined':
    case 'ChangeQuoted':
    case 'LicenceChanged':
      return event;
    case 'LicenceRegistered':
    case 'LicenceDeactivated':
    case 'CustomerChanged':
    case 'ContractReplaced':
    case 'ReminderSkipped':
    case 'QuoteAccepted':
    case 'QuoteExpired':
    case 'PaymentRecorded':
    case 'InvoicePaid':
    case 'InvoiceVoided':
    case 'RenewalResumed':
    case 'TicketClosed':
    case 'UpdateNotAnnounced':
    case 'MailSentAgain':
    case 'MailHeld':
    case 'MailsStopped':
    case 'MailsResumed':
    case 'ChangeAccepted':
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
  'term-statement': 'resend',
  ticket: 'resend',
  'support-declined': 'resend',
  'remote-access': 'resend',
  'update-available': 'resend',
  'update-missed': 'resend',
  'update-password': 'resend',
  'update-refused': 'resend',
  announcements: 'resend',
  'change-quote': 'resend',
  changed: 'resend',
};

/** Whether a mail about it is a reminder, an offer or news, which its reader can stop: neither owed nor asked for. */
export function isUnasked(event: Event): boolean {
  if (event.type === 'ReminderIssued') return event.kind === 'expiry';
  if (event.type === 'QuoteIssued') return event.automatic;
  return event.type === 'UpdateAnnounced';
}

/** The mail that an event calls for; undefined where it calls for none. */
export function mailKindOf(event: Event): MailKind | undefined {
  const mailed = mailedEvent(event);
  if (mailed?.type === 'ReminderIssued') return reminderKinds[mailed.kind];
  if (mailed?.type === 'UpdateAnnounced') return mailed.entitled ? 'update-available' : 'update-missed';
  return mailed && kinds[mailed.type];
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
  TermStated: 'term-statement',
  TicketOpened: 'ticket',
  SupportDeclined: 'support-declined',
  RemoteAccessGranted: 'remote-access',
  RemoteAccessUsed: 'remote-access',
  RemoteAccessEnded: 'remote-access',
  UpdatePasswordGiven: 'update-password',
  UpdatePasswordRefused: 'update-refused',
  AnnouncementsLeft: 'announcements',
  AnnouncementsJoined: 'announcements',
  ChangeQuoted: 'change-quote',
  LicenceChanged: 'changed',
} as const;

const reminderKinds = {
  expiry: 'reminder',
  renewal: 'renewal-notice',
  payment: 'payment-reminder',
  'final-notice': 'final-notice',
} as const;
