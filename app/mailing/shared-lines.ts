import type { LicenceReader } from '../../adapters/dynamodb/licences/licence-reader.ts';
import type { NumberedDocument } from '../../adapters/dynamodb/documents/document-number.ts';
import { sideBySide } from '../../adapters/dynamodb/table/side-by-side.ts';
import type { Event } from '../../domain/licence/events.ts';
import type { Shared } from '../../domain/licence/shared.ts';

/** What it takes to know what licences share. */
export interface SharingDependencies {
  readonly licences: Pick<LicenceReader, 'loadWithHistory'> & {
    readonly sharedLines: Pick<LicenceReader['sharedLines'], 'toWrite'>;
  };
}

/** An event that is a line of a shared document or mail, and what its licence has. */
export interface LineOfLicence {
  readonly journal: readonly Event[];
  readonly documents: readonly NumberedDocument[];
  /** The number of the event. */
  readonly version: number;
}

/**
 * The lines of a shared document or mail that is about to be written, in the order of their licences' ids: from now on no
 * other joins them. Throws where a licence cannot be read.
 */
export async function linesToWrite(
  { licences }: SharingDependencies,
  shared: Shared,
): Promise<readonly LineOfLicence[]> {
  return sideBySide(await licences.sharedLines.toWrite(shared), async ({ licenceId, version }) => {
    const loaded = await licences.loadWithHistory(licenceId);
    if (loaded === undefined) throw new Error(`there is no licence ${licenceId}`);
    const { events, documents } = loaded.history;
    return { journal: events.map(({ event }) => event), documents, version };
  });
}
