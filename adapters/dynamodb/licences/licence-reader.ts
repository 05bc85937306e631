import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Documents } from '../table/document-client.ts';
import * as z from 'zod';
import { environment } from '../../../contracts/environment.ts';
import { itemsAt, type Reading } from '../table/batch-get.ts';
import { licenceKey, type Stored, storedFrom } from './licence-item.ts';
import { parseAt } from '../table/parse.ts';
import { setting, type Settings } from '../../../contracts/settings.ts';

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

const itemSchema = z.looseObject({ licenceId: z.string() });

/** Those of the licences that table `table` has, in no order; throws as `itemsAt` does. */
export async function loadLicences(
  documents: Documents,
  table: string,
  licenceIds: readonly string[],
  reading?: Reading,
): Promise<readonly Stored[]> {
  const licences: Stored[] = [];
  const keys = licenceIds.map(licenceKey);
  for await (const items of itemsAt(documents, table, keys, reading)) {
    for (const item of items) {
      const { licenceId } = parseAt('a licence in the table', itemSchema, item);
      licences.push(storedFrom(licenceId, item));
    }
  }
  return licences;
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
