import { paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Documents } from '../table/document-client.ts';
import type { BatchLicence } from '../../../contracts/workflow/payloads.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { indexes } from '../../../contracts/deployment/tables.ts';
import { planPartitions } from './licence-item.ts';
import { parseAt } from '../table/parse.ts';
import { setting, type Settings, shardsIn } from '../../../contracts/deployment/settings.ts';

const rowsSchema = z.array(z.object({ licenceId: z.string(), customerId: z.string() }));

/** A place in the licences of a plan: a shard, and the id before it there. */
export interface PlaceInPlan {
  readonly shard: number;
  readonly after?: string | undefined;
}

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
  async some(
    planId: string,
    most: number,
    from: PlaceInPlan = { shard: 0 },
  ): Promise<{ readonly listed: readonly BatchLicence[]; readonly next?: PlaceInPlan | undefined }> {
    const listed: BatchLicence[] = [];
    for (let { shard, after }: PlaceInPlan = from; shard < this.shards;) {
      if (listed.length >= most) return { listed, next: { shard, after } };
      const [partition] = planPartitions(planId, this.shards).slice(shard);
      const { Items, LastEvaluatedKey } = await this.documents.send(
        new QueryCommand({
          TableName: this.table,
          IndexName: indexes.plan,
          KeyConditionExpression: `planPartition = :partition${after === undefined ? '' : ' AND licenceId > :after'}`,
          ExpressionAttributeValues: {
            ':partition': partition,
            ...(after !== undefined && { ':after': after }),
          },
          Limit: most - listed.length,
        }),
      );
      const rows = parseAt(`index ${indexes.plan}`, rowsSchema, Items);
      listed.push(...rows);
      after = LastEvaluatedKey === undefined ? undefined : rows.at(-1)?.licenceId;
      if (after === undefined) shard += 1;
    }
    return { listed };
  }

  /** The first licences of a plan whose ids begin with a text, at most so many of each shard: one request for each. */
  async beginningWith(planId: string, text: string, most: number): Promise<readonly BatchLicence[]> {
    const pages = planPartitions(planId, this.shards).map(async (partition) => {
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
    });
    return (await Promise.all(pages)).flat();
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
