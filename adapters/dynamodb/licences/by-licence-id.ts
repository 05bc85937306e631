import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';

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

/** What is asked of an index of a plan's shards that sorts by licence. */
interface PageQuery {
  readonly partition: string;
  readonly after?: string | undefined;
  readonly most: number;
}

/** Reads at most so many rows, from a place on, one shard after the other. */
export async function somewhereIn<Row extends { readonly licenceId: string }>(
  partitions: readonly string[],
  most: number,
  from: PlaceInPlan,
  read: (query: PageQuery) => Promise<{ readonly rows: readonly Row[]; readonly isLast: boolean }>,
): Promise<SomeOfPlan<Row>> {
  const listed: Row[] = [];
  for (let { shard, after } = from; ;) {
    const partition = partitions[shard];
    if (partition === undefined) return { listed };
    if (listed.length >= most) return { listed, next: { shard, after } };
    const { rows, isLast } = await read({ partition, after, most: most - listed.length });
    listed.push(...rows);
    after = isLast ? undefined : rows.at(-1)?.licenceId;
    if (after === undefined) shard += 1;
  }
}

/** The part of a query that says where it begins and how much it reads. @param key the attribute of the partition */
export function byLicenceId(
  key: string,
  { partition, after, most }: PageQuery,
): Pick<QueryCommandInput, 'KeyConditionExpression' | 'ExpressionAttributeValues' | 'Limit'> {
  const isAfter = after === undefined ? '' : ' AND licenceId > :after';
  return {
    KeyConditionExpression: `${key} = :partition${isAfter}`,
    ExpressionAttributeValues: { ':partition': partition, ...(after !== undefined && { ':after': after }) },
    Limit: most,
  };
}
