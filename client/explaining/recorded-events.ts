import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Cause, LicenceHistory, Mail } from '../deployment/deployment.ts';
import { whoInWords } from '../words/who-in-words.ts';
import { documentOf } from '../../domain/billing/document-of.ts';

/** An event of the journal with its cause, its mails and its document. */
export interface RecordedEvent {
  readonly event: Event;
  readonly cause?: Cause | undefined;
  /** With their status now. */
  readonly mails: readonly Mail[];
  /** The number of the quote or invoice that its mail has attached; unset until it is printed. */
  readonly document?: string | undefined;
}

/** The events of a licence, oldest first; with `until`, up to and including that day. */
export function recordedEventsOf(
  { events, mails, documents }: LicenceHistory,
  until: CivilDate | undefined,
): readonly RecordedEvent[] {
  return events
    .filter(({ event }) => until === undefined || event.date <= until)
    .map(({ event, version, cause }) => {
      const documentId = documentOf(event);
      return {
        event,
        cause,
        mails: mails.filter((mail) => mail.version === version),
        document: documents.find((document) => document.documentId === documentId)?.number,
      };
    });
}

/** Who or what caused an event, in words. */
export function causeInWords({ event, cause }: RecordedEvent): string {
  switch (cause?.by) {
    case 'execution':
      return `${workflowOf(event)} (execution ${cause.execution})`;
    case 'operator':
      return cause.who === undefined ? 'an operator whose name was not recorded' : whoInWords(cause.who);
    case 'reader':
      return cause.through === undefined
        ? `${cause.who}, on the customer's page`
        : `${cause.who}, by the vendor's site (${cause.through})`;
    case 'payment-event':
      return 'the payment system';
    case 'mail-feedback':
      return 'SES, by its feedback on a mail';
    case 'mail-link':
      return 'the customer, by the link in a mail';
    case undefined:
      return 'an unknown cause: it was not recorded';
  }
}

/** The workflow that recorded an event, in words; either of the two delivers mails. */
export function workflowOf(event: Event): string {
  const { type } = event;
  if (type === 'MailHeld' || type === 'MailSentAgain') return 'a workflow';
  if (type === 'UpdateAnnounced' || type === 'UpdateNotAnnounced')
    return `the publication of ${event.version}`;
  return `the run of ${event.date}`;
}
