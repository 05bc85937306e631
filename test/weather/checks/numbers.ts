import { fileOfDocument } from '../../../contracts/delivery/documents.ts';
import { documentIssuedBy, documentOf } from '../../../domain/billing/document-of.ts';
import { sharedBy } from '../../../domain/licence/sharing.ts';
import type { Event } from '../../../domain/licence/events.ts';
import type { LicenceHistory } from './history.ts';
import { repeated, type Rules } from './rule.ts';

/** Every document has one number from its issue on, and a file where a mail brought it. */
export const documentRules: Rules = {
  'a document has one number': ({ documents }) =>
    repeated(documents.map(({ documentId }) => documentId)).map((id) => `${id} has two numbers`),
  'what is issued has a number, and nothing else has one': ({ events }) =>
    events.flatMap(({ version, event, number }) =>
      (documentIssuedBy(event) === undefined) === (number === undefined)
        ? []
        : [`event ${version} ${event.type} has the number ${number ?? 'none'}`],
    ),
  'a document that was mailed has its file, until nobody must keep it': (
    { documents, events, mails },
    { deployment },
  ) => {
    const files = [...deployment.s3.objects.keys()];
    const mailed = new Set(
      mails.flatMap(({ status, version }) => {
        const event = events[version - 1]?.event;
        return status === 'sent' && event !== undefined ? [documentOf(event)] : [];
      }),
    );
    const kept = new Set(events.flatMap(({ event }) => keptQuoteIn(event) ?? []));
    const erased = events.findLastIndex(({ event }) => event.type === 'CustomerErased');
    const before = new Set(events.slice(0, Math.max(erased, 0)).map(({ event }) => documentOf(event)));
    return documents.flatMap(({ documentId, number, kind }) => {
      const isThere = files.some((key) => key.endsWith(fileOfDocument(number)));
      if (before.has(documentId) && kind === 'quote' && !kept.has(documentId))
        return isThere ? [`${number} was accepted by nobody, and has a file after the erasure`] : [];
      return mailed.has(documentId) && !isThere ? [`${number} was mailed and has no file`] : [];
    });
  },
};

/** The quote that an event makes the vendor keep: it was accepted, or is shared by licences that may have accepted it. */
function keptQuoteIn(event: Event): string | undefined {
  if (event.type === 'QuoteAccepted' || event.type === 'ChangeAccepted') return event.quoteId;
  return event.type === 'QuoteIssued' && event.shared !== undefined ? event.quoteId : undefined;
}

/** Where numbers of documents have gaps, or two documents have one number: licences that share a document have it once. */
export function numberingProblems(histories: readonly LicenceHistory[]): readonly string[] {
  const documents = new Map(
    histories.flatMap(({ licenceId, events }) =>
      events.flatMap(({ event, version, number }) => {
        if (number === undefined) return [];
        const { licenceId: head, version: place } = sharedBy(event) ?? { licenceId, version };
        return [[`${head} ${place} ${number}`, number] as const];
      }),
    ),
  );
  const bySeries = Map.groupBy(documents.values(), (number) => number.slice(0, number.lastIndexOf('-')));
  return [...bySeries].flatMap(([series, given]) => {
    const sorted = given
      .map((number) => Number(number.slice(number.lastIndexOf('-') + 1)))
      .toSorted((a, b) => a - b);
    return sorted.every((number, index) => number === index + 1)
      ? []
      : [`numbers of ${series} are ${sorted.join(', ')}`];
  });
}
