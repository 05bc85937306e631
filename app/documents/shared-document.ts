import { documentIssuedBy } from '../../domain/billing/document-of.ts';
import { sharedBy } from '../../domain/licence/sharing.ts';
import type { LicenceReader } from '../../adapters/dynamodb/licences/licence-reader.ts';
import { sideBySide } from '../../adapters/dynamodb/table/side-by-side.ts';

/** A line of a shared document: a quote or an invoice of a licence. */
interface DocumentLine {
  readonly licenceId: string;
  /** Its id in the licence's journal. */
  readonly documentId: string;
}

/** A quote or an invoice that several licences share. */
export interface SharedDocument {
  readonly number: string;
  readonly kind: 'quote' | 'invoice';
  /** In the order of the licences' ids. */
  readonly lines: readonly [DocumentLine, ...DocumentLine[]];
}

/**
 * The quote or invoice of a printed number, where it is one that several licences share; undefined where it is any other,
 * or no number of a document.
 */
export async function sharedDocumentOf(
  licences: LicenceReader,
  number: string,
): Promise<SharedDocument | undefined> {
  const licenceId = await licences.idOf(number);
  if (licenceId === number) return undefined;
  const history = (await licences.loadWithHistory(licenceId))?.history;
  const issued = history?.events.find((recorded) => recorded.number === number)?.event;
  const kind = issued && documentIssuedBy(issued)?.kind;
  const shared = issued && sharedBy(issued);
  if (shared === undefined || (kind !== 'quote' && kind !== 'invoice')) return undefined;
  const found = await sideBySide(await licences.sharedLines.of(shared), async ({ licenceId, version }) => {
    const event = await licences.event(licenceId, version);
    const documentId = event && documentIssuedBy(event)?.documentId;
    return documentId === undefined ? undefined : { licenceId, documentId };
  });
  const [first, ...others] = found.filter((line) => line !== undefined);
  return first === undefined || others.length === 0 ? undefined : { number, kind, lines: [first, ...others] };
}
