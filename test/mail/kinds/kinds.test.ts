import { expect, it } from 'vitest';
import type { Event } from '../../../domain/licence/events.ts';
import { mailKindsOf } from '../../../mail/kinds/index.ts';

const events: readonly [Partial<Event>, string | undefined][] = [
  [{ type: 'ReminderIssued', kind: 'expiry' }, 'reminder'],
  [{ type: 'ReminderIssued', kind: 'renewal' }, 'renewal-notice'],
  [{ type: 'ReminderIssued', kind: 'payment' }, 'payment-reminder'],
  [{ type: 'ReminderIssued', kind: 'final-notice' }, 'final-notice'],
  [{ type: 'QuoteIssued' }, 'quote'],
  [{ type: 'QuoteResent' }, 'quote'],
  [{ type: 'InvoiceIssued' }, 'invoice'],
  [{ type: 'MaintenanceLapsed' }, 'lapse'],
  [{ type: 'TermStarted', basis: 'renewal' }, 'renewed'],
  [{ type: 'TermStarted', basis: 'initial' }, undefined],
  [{ type: 'TermStarted', basis: 'reinstatement' }, undefined],
  [{ type: 'MaintenanceReinstated' }, 'reinstated'],
  [{ type: 'RenewalCancelled' }, 'cancelled'],
  [{ type: 'LicenceActivated' }, 'activated'],
  [{ type: 'TermStated' }, 'term-statement'],
  [{ type: 'TicketOpened' }, 'ticket'],
  [{ type: 'SupportDeclined' }, 'support-declined'],
  [{ type: 'TicketClosed' }, undefined],
  [{ type: 'RemoteAccessGranted' }, 'remote-access'],
  [{ type: 'RemoteAccessUsed' }, 'remote-access'],
  [{ type: 'RemoteAccessEnded' }, 'remote-access'],
  [{ type: 'UpdateAnnounced', entitled: true }, 'update-available'],
  [{ type: 'UpdateAnnounced', entitled: false }, 'update-missed'],
  [{ type: 'UpdateNotAnnounced' }, undefined],
  [{ type: 'UpdatePasswordGiven' }, 'update-password'],
  [{ type: 'UpdatePasswordRefused' }, 'update-refused'],
  [{ type: 'AnnouncementsLeft' }, 'announcements'],
  [{ type: 'AnnouncementsJoined' }, 'announcements'],
  [{ type: 'ChangeQuoted' }, 'change-quote'],
  [{ type: 'LicenceChanged' }, 'changed'],
  [{ type: 'ChangeAccepted' }, undefined],
  [{ type: 'CustomerChanged' }, undefined],
  [{ type: 'ReminderSkipped', kind: 'expiry' }, undefined],
  [{ type: 'InvoicePaid' }, undefined],
  [{ type: 'PaymentRecorded' }, 'receipt'],
  [{ type: 'RenewalResumed' }, 'resumed'],
  [{ type: 'ActivityRejected' }, undefined],
];

it.each(events)('%o calls for the mail %s', (event, kind) => {
  expect(mailKindsOf(event as Event)[0]).toBe(kind);
});
