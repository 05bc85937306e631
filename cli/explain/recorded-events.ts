import type { CivilDate } from '../../domain/calendar.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Cause, LicenceHistory, Mail } from '../../client/deployment/deployment.ts';
import { documentOf } from '../../domain/billing/document-of.ts';

/** An event with what made it and what came of it. */
export interface Chapter {
  readonly event: Event;
  readonly cause?: Cause | undefined;
  /** As they stand now. */
  readonly mails: readonly Mail[];
  /** The number of the quote or invoice that its mail brings along; unset until it is printed. */
  readonly document?: string | undefined;
}

/** What has happened to a licence oldest first; with `until`, up to and with that day. */
export function chaptersOf(
  { events, mails, documents }: LicenceHistory,
  until: CivilDate | undefined,
): readonly Chapter[] {
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

/** What made an event, in words. */
export function causeInWords({ event, cause }: Chapter): string {
  switch (cause?.by) {
    case 'execution':
      return `${workIn(event)}execution ${cause.execution}`;
    case 'operator':
      return `${operatorNamed(cause.who)}, by a command`;
    case 'payment-event':
      return 'an event of the payment system';
    case 'mail-feedback':
      return 'what SES told of a mail';
    case 'mail-link':
      return 'the link in a mail';
    case undefined:
      return 'not recorded';
  }
}

/** An operator as its ARN names it: `user/jane`, or `assumed-role/Renewals/jane`. */
function operatorNamed(arn: string | undefined): string {
  return arn?.split(':').slice(5).join(':') ?? 'an operator';
}

/** Mails are delivered by either workflow. */
function workIn(event: Event): string {
  const { type } = event;
  if (type === 'MailHeld' || type === 'MailSentAgain') return '';
  if (type === 'UpdateAnnounced' || type === 'UpdateNotAnnounced')
    return `the publication of ${event.version}, `;
  return `the run of ${event.date}, `;
}
