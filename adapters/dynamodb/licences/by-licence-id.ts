import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod/mini';
import type { Documents } from '../table/document-client.ts';
import { parseAt } from '../table/parse.ts';

/** A place in the licences of a plan: a shard, and the id before it there. */
export interface PlaceInPlan {
  readonly shard: number;
  readonly after?: string | undefined;
}

/** Some licences of a plan, and the place after them; undefined at the end. */
export interface SomeOfPlan<Row> {
  readonly listed: readonly Row[];
  readonly next?: PlaceInPlan | undefined;
}

/** An index of table `Licences` that has the shards of plans, each sorted by licence. */
interface IndexByLicence<Row> {
  readonly table: string;
  readonly index: string;
  /** The attribute of the partition. */
  readonly key: string;
  readonly rowsSchema: z.ZodMiniType<readonly Row[]>;
}

/** Reads at most so many rows of these partitions, from a place on, one shard after the other. */
export async function someByLicence<Row extends { readonly licenceId: string }>(
  documents: Documents,
  { table, index, key, rowsSchema }: IndexByLicence<Row>,
  partitions: readonly string[],
  most: number,
  from: PlaceInPlan = { shard: 0 },
): Promise<SomeOfPlan<Row>> {
  const listed: Row[] = [];
  for (let { shard, after } = from; ;) {
    const partition = partitions[shard];
    if (partition === undefined) return { listed };
    if (listed.length >= most) return { listed, next: { shard, after } };
    const isAfter = after === undefined ? '' : ' AND licenceId > :after';
    const { Items, LastEvaluatedKey } = await documents.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        KeyConditionExpression: `${key} = :partition${isAfter}`,
        ExpressionAttributeValues: {
          ':partition': partition,
          ...(after !== undefined && { ':after': after }),
        },
        Limit: most - listed.length,
      }),
    );
    const rows = parseAt(`index ${index}`, rowsSchema, Items);
    listed.push(...rows);
    after = LastEvaluatedKey === undefined ? undefined : rows.at(-1)?.licenceId;
    if (after === undefined) shard += 1;
  }
}
