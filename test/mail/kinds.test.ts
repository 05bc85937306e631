import { expect, it } from 'vitest';
import type { Event } from '../../domain/events.ts';
import { mailKindOf } from '../../lambdas/mail/kinds.ts';

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
  [{ type: 'ReminderSkipped', kind: 'expiry' }, undefined],
  [{ type: 'InvoicePaid' }, undefined],
  [{ type: 'ActivityRejected' }, undefined],
];

it.each(events)('%o calls for the mail %s', (event, kind) => {
  expect(mailKindOf(event as Event)).toBe(kind);
});
