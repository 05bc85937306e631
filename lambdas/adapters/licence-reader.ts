import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Documents } from './clients.ts';
import { environment } from '../names.ts';
import { licenceKey, type Stored, storedFrom } from './licence-item.ts';
import { setting, type Settings } from './settings.ts';

/** Licences for whoever only looks at them: one read of one item each. */
export class LicenceReader {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
  }

  load(licenceId: string): Promise<Stored | undefined> {
    return loadLicence(this.documents, this.table, licenceId);
  }
}

/** A licence as table `table` has it, undefined where it has none; throws where it cannot be read. */
export async function loadLicence(
  documents: Documents,
  table: string,
  licenceId: string,
): Promise<Stored | undefined> {
  const { Item } = await documents.send(
    new GetCommand({ TableName: table, Key: licenceKey(licenceId), ConsistentRead: true }),
  );
  return Item && storedFrom(licenceId, Item);
}
