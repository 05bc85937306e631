import { type CivilDate, yearOf } from '../../../domain/calendar.ts';
import { type DocumentKind, documentIssuedBy } from '../../../domain/billing/document-of.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import type { RecordedEvent } from '../licences/event-item.ts';

/** A quote or invoice and the number that it has from its issue on. */
export interface NumberedDocument {
  readonly licenceId: string;
  /** The id of the quote or invoice in the journal. */
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly issuedOn: CivilDate;
  /** Such as SNUG-2026-00001. */
  readonly number: string;
}

/** The series that a document is counted in: a kind of a plan's documents of one year, such as SNUG-2026. */
export function seriesOf(plan: Plan, kind: DocumentKind, issuedOn: CivilDate): string {
  return `${plan.numbers[kind]}-${yearOf(issuedOn)}`;
}

/** The printed number of a document: its series, and at least five digits. */
export function numberIn(series: string, count: number): string {
  return `${series}-${String(count).padStart(5, '0')}`;
}

/** The series and the count that a printed number names; undefined where the text is no number of a document. */
export function partsOf(number: string): { readonly series: string; readonly count: number } | undefined {
  const { series, count } = /^(?<series>.+-\d{4})-(?<count>\d{5,10})$/.exec(number)?.groups ?? {};
  return series === undefined || count === undefined ? undefined : { series, count: Number(count) };
}

/** The documents that a licence's events issued, with their numbers, in their order. */
export function documentsIn(events: readonly RecordedEvent[]): readonly NumberedDocument[] {
  return events.flatMap(({ event, number }) => {
    const issued = documentIssuedBy(event);
    if (issued === undefined || number === undefined) return [];
    return [{ ...issued, licenceId: event.licenceId, issuedOn: event.date, number }];
  });
}

/** The printed numbers of documents by their ids. */
export function numbersIn(documents: readonly NumberedDocument[]): Readonly<Record<string, string>> {
  return Object.fromEntries(documents.map(({ documentId, number }) => [documentId, number]));
}
