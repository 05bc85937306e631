import { paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Documents } from '../table/document-client.ts';
import type { BatchLicence } from '../../../contracts/workflow/batch.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { indexes, keys } from '../../../contracts/deployment/tables.ts';
import { planPartitions } from './licence-item.ts';
import { type PlaceInPlan, type SomeOfPlan, someByLicence } from './by-licence-id.ts';
import { parseAt } from '../table/parse.ts';
import { setting, type Settings, shardsIn } from '../../../contracts/deployment/settings.ts';

const rowsSchema = z.array(z.object({ licenceId: z.string(), customerId: z.string() }));

/** Which licences a plan has, whatever their state: index `plan` of table `Licences`. */
export class PlanIndex {
  private readonly documents: Documents;
  private readonly table: string;
  private readonly shards: number;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
    this.shards = shardsIn(settings);
  }

  /** At most so many licences of a plan, from a place on or the first, and the place after them; undefined at the end. */
  some(planId: string, most: number, from?: PlaceInPlan): Promise<SomeOfPlan<BatchLicence>> {
    const index = { table: this.table, index: indexes.plan, key: keys.planPartition, rowsSchema };
    return someByLicence(this.documents, index, planPartitions(planId, this.shards), most, from);
  }

  /** The shards of a plan. */
  partitionsOf(planId: string): readonly string[] {
    return planPartitions(planId, this.shards);
  }

  /** The first licences of a shard whose ids begin with a text, at most so many, by one request. */
  async beginningWith(partition: string, text: string, most: number): Promise<readonly BatchLicence[]> {
    const { Items } = await this.documents.send(
      new QueryCommand({
        TableName: this.table,
        IndexName: indexes.plan,
        KeyConditionExpression: 'planPartition = :partition AND begins_with(licenceId, :text)',
        ExpressionAttributeValues: { ':partition': partition, ':text': text },
        Limit: most,
      }),
    );
    return parseAt(`index ${indexes.plan}`, rowsSchema, Items);
  }

  /** All licences of a plan, page by page, one shard after the other. The index lags a little behind the table. */
  async *licences(planId: string): AsyncGenerator<BatchLicence, void> {
    for (const partition of planPartitions(planId, this.shards)) {
      const pages = paginateQuery(
        { client: this.documents },
        {
          TableName: this.table,
          IndexName: indexes.plan,
          KeyConditionExpression: 'planPartition = :partition',
          ExpressionAttributeValues: { ':partition': partition },
        },
      );
      for await (const { Items } of pages) {
        yield* parseAt(`index ${indexes.plan}`, rowsSchema, Items);
      }
    }
  }
}
