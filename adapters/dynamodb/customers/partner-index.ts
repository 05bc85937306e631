import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { environment } from '../../../contracts/deployment/environment.ts';
import { setting, type Settings } from '../../../contracts/deployment/settings.ts';
import { customersByPartner } from '../../../contracts/deployment/tables.ts';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';

const rowsSchema = z.array(z.object({ customerId: z.string() }));

/** Which customers a partner has: index `partner` of table `Customers`, which lags a little behind it. */
export class PartnerIndex {
  private readonly documents: Documents;
  private readonly table: string;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.customersTable);
  }

  /** Their ids, in their order; also of those that were merged or erased meanwhile. */
  async customers(partnerId: string): Promise<readonly string[]> {
    const pages = paginateQuery(
      { client: this.documents },
      {
        TableName: this.table,
        IndexName: customersByPartner,
        KeyConditionExpression: 'partnerId = :partnerId',
        ExpressionAttributeValues: { ':partnerId': partnerId },
      },
    );
    const ids: string[] = [];
    for await (const { Items } of pages)
      ids.push(...parseAt(`index ${customersByPartner}`, rowsSchema, Items).map((row) => row.customerId));
    return ids;
  }
}
