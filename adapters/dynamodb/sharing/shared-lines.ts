import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import type { Shared } from '../../../domain/licence/shared.ts';
import { records } from '../licences/licence-item.ts';
import type { Documents } from '../table/document-client.ts';
import { recordsUnder } from '../table/query.ts';
import { SharedHeads } from './shared-head.ts';
import { linesIn, type SharedLine } from './shared-line.ts';

/** Which events of which licences share a document and a mail. */
export class SharedLines {
  private readonly documents: Documents;
  private readonly table: string;
  private readonly heads: SharedHeads;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
    this.heads = new SharedHeads(documents, settings);
  }

  /** In the order of their licences' ids. */
  async of(shared: Shared): Promise<readonly SharedLine[]> {
    return (await this.found(shared)).lines;
  }

  /** The same, and from now on no other joins them: what is written from them misses none. */
  async toWrite(shared: Shared): Promise<readonly SharedLine[]> {
    const { head } = await this.found(shared);
    if (head !== undefined) await this.heads.seal(head, shared);
    return this.of(shared);
  }

  private async found({ licenceId, version }: Shared) {
    const items = await recordsUnder(this.documents, this.table, licenceId, records.shared(version));
    return linesIn(licenceId, items);
  }
}
