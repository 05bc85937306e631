import type { RecordedEvent } from '../../../../adapters/dynamodb/licences/event-item.ts';
import { documentIssuedBy } from '../../../../domain/billing/document-of.ts';
import type { Event } from '../../../../domain/licence/events.ts';
import { type HistoryEntry, type ShownEvent, shownEvents } from '../../views/history.ts';
import { numberOf } from './next-step.ts';
import type { SeenLicence } from './seen-licence.ts';

const shownTypes: ReadonlySet<string> = new Set(shownEvents);

/** What concerns the customer of what happened to a licence since it is the customer's, the latest first. */
export function historyOfSeen(seen: SeenLicence): readonly HistoryEntry[] {
  return seen.shown.flatMap((recorded) => entryOf(seen, recorded)).toReversed();
}

function entryOf(seen: SeenLicence, { event, cause, number }: RecordedEvent): HistoryEntry[] {
  const shown = shownOf(event);
  if (shown === undefined) return [];
  const documentId = aboutDocument(event);
  return [
    {
      on: event.date,
      event: shown,
      number: number ?? (documentId === undefined ? undefined : numberOf(seen, documentId)),
      who: cause?.by === 'reader' ? cause.who : undefined,
    },
  ];
}

function shownOf(event: Event): ShownEvent | undefined {
  if (event.type === 'LicenceTransferred')
    return { type: event.type, date: event.date, licenceId: event.licenceId };
  return isShown(event) ? event : undefined;
}

function isShown(event: Event): event is Extract<Event, ShownEvent> {
  return shownTypes.has(event.type);
}

/** The quote or invoice that an event names. */
function aboutDocument(event: Event): string | undefined {
  if ('invoiceId' in event) return event.invoiceId;
  if ('quoteId' in event) return event.quoteId;
  return documentIssuedBy(event)?.documentId;
}
