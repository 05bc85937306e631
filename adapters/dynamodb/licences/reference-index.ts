import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { indexes, keys } from '../../../contracts/deployment/tables.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';

const rowsSchema = z.array(z.object({ licenceId: z.string() }));

/** Which licences have an event that names a purchase order or a payment: index `reference` of table `Licences`. */
export class ReferenceIndex {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
  }

  /** The licences of the first `most` events that name it, by one request. @param reference as it is compared, not empty */
  async licencesWith(reference: string, most: number): Promise<readonly string[]> {
    const { Items } = await this.documents.send(
      new QueryCommand({
        TableName: this.table,
        IndexName: indexes.reference,
        KeyConditionExpression: '#reference = :reference',
        ExpressionAttributeNames: { '#reference': keys.reference },
        ExpressionAttributeValues: { ':reference': reference },
        Limit: most,
      }),
    );
    const rows = parseAt(`index ${indexes.reference}`, rowsSchema, Items);
    return [...new Set(rows.map(({ licenceId }) => licenceId))];
  }
}
