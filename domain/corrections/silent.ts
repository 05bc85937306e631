import type { Event } from '../licence/events.ts';

const silent: ReadonlySet<Event['type']> = new Set([
  'LicenceRegistered',
  'LicenceCorrected',
  'ContractReplaced',
  'CustomerChanged',
  'CustomerMerged',
  'AlignmentSet',
  'LicenceDeactivated',
  'HoldPlaced',
  'HoldReleased',
  'NoteAdded',
  'ReminderSkipped',
  'UpdateNotAnnounced',
  'MailsStopped',
  'MailsResumed',
  'AddressCleared',
  'ActivityRejected',
]);

/** Whether an event neither issues a document nor calls for a mail: a licence with no other event can be removed. */
export function isSilent(event: Event): boolean {
  if (event.type === 'TermStarted') return event.basis === 'initial';
  if (event.type === 'MaintenanceLapsed') return event.beforeRegistration === true;
  return silent.has(event.type);
}
