import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { indexes, keys } from '../../../contracts/deployment/tables.ts';
import type { Event } from '../../../domain/licence/events.ts';
import { itemsAt } from '../table/batch-get.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';
import { readEach } from '../table/read-each.ts';
import { eventFrom } from './event-item.ts';

const rowsSchema = z.array(z.object({ licenceId: z.string(), record: z.string() }));

/** Which events name a purchase order or a payment: index `reference` of table `Licences`. */
export class ReferenceIndex {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
  }

  /**
   * The first `most` events that name it, those that can be read: by one request for their keys, and one for each hundred.
   * @param reference as it is compared, not empty
   */
  async eventsWith(reference: string, most: number): Promise<readonly Event[]> {
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
    const named = rows.map(({ licenceId, record }) => ({ licenceId, record }));
    const events: Event[] = [];
    for await (const items of itemsAt(this.documents, this.table, named)) {
      const { values } = readEach(items, keys.licenceId, eventFrom);
      events.push(...values.map(({ event }) => event));
    }
    return events;
  }
}
