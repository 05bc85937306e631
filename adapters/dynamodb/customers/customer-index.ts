import { paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Documents } from '../table/document-client.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { indexes } from '../../../contracts/deployment/tables.ts';
import { licenceKey } from '../licences/licence-item.ts';
import { parseAt } from '../table/parse.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';

const rowsSchema = z.array(z.object({ licenceId: z.string() }));

/** Which licences a customer has: index `customer` of table `Licences`, which lags a little behind it. */
export class CustomerIndex {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
  }

  /** Some of them: at most `most`, those after licence `after`; `next`: the licence after which there are more. */
  async page(
    customerId: string,
    most: number,
    after?: string,
  ): Promise<{ readonly licenceIds: readonly string[]; readonly next?: string | undefined }> {
    const { Items, LastEvaluatedKey } = await this.documents.send(
      new QueryCommand({
        TableName: this.table,
        IndexName: indexes.customer,
        KeyConditionExpression: 'customerId = :customerId',
        ExpressionAttributeValues: { ':customerId': customerId },
        Limit: most,
        ExclusiveStartKey: after === undefined ? undefined : { customerId, ...licenceKey(after) },
      }),
    );
    const licenceIds = parseAt(`index ${indexes.customer}`, rowsSchema, Items).map((row) => row.licenceId);
    return { licenceIds, next: LastEvaluatedKey && licenceIds.at(-1) };
  }

  async licences(customerId: string): Promise<readonly string[]> {
    const pages = paginateQuery(
      { client: this.documents },
      {
        TableName: this.table,
        IndexName: indexes.customer,
        KeyConditionExpression: 'customerId = :customerId',
        ExpressionAttributeValues: { ':customerId': customerId },
      },
    );
    const licenceIds: string[] = [];
    for await (const { Items } of pages) {
      licenceIds.push(...parseAt(`index ${indexes.customer}`, rowsSchema, Items).map((row) => row.licenceId));
    }
    return licenceIds;
  }
}
