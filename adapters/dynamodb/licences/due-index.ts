import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Documents } from '../table/document-client.ts';
import { type CivilDate, civilDateSchema } from '../../../domain/calendar.ts';
import type { BatchLicence } from '../../../contracts/workflow/batch.ts';
import { environment } from '../../../contracts/deployment/environment.ts';
import { indexes } from '../../../contracts/deployment/tables.ts';
import { itemsAt } from '../table/batch-get.ts';
import { planPartitions, licenceKey } from './licence-item.ts';
import { parseAt } from '../table/parse.ts';
import { setting, type Settings, shardsIn } from '../../../contracts/deployment/settings.ts';

const rowsSchema = z.array(
  z.object({ licenceId: z.string(), customerId: z.string(), dueOn: civilDateSchema }),
);
/** Stands for the customer of a licence that there is not: the run says so of the licence. */
const nobody = '-';

const ownersSchema = z.array(z.object({ licenceId: z.string(), customerId: z.string() }));
const dueRowsSchema = z.array(z.object({ licenceId: z.string(), dueOn: z.optional(z.string()) }));

export interface DueLicence {
  readonly licenceId: string;
  readonly customerId: string;
  readonly dueOn: CivilDate;
}

/** A place in what falls due of a plan: a shard, and what comes before it there. */
export interface PlaceInDue {
  readonly shard: number;
  readonly after?: Pick<DueLicence, 'licenceId' | 'dueOn'> | undefined;
}

/** Some licences that fall due, and where the others begin; undefined after the last. */
export interface SomeDue {
  readonly listed: readonly DueLicence[];
  readonly next?: PlaceInDue;
}

/** Which licences fall due when: index `due` of table `Licences`. */
export class DueIndex {
  private readonly documents: Documents;
  private readonly table: string;
  private readonly shards: number;

  constructor(documents: Documents, settings: Settings) {
    this.documents = documents;
    this.table = setting(settings, environment.licencesTable);
    this.shards = shardsIn(settings);
  }

  /** The ids of a plan's licences that are due on `today` or before. */
  async *dueLicences(planId: string, today: CivilDate): AsyncGenerator<string, void> {
    for await (const { licenceId } of this.due(planId, today)) yield licenceId;
  }

  /** The same with the day since which each is due, a page of every shard at a time. */
  async *due(planId: string, today: CivilDate): AsyncGenerator<DueLicence, void> {
    let cursors: readonly Cursor[] = planPartitions(planId, this.shards).map((partition) => ({ partition }));
    while (cursors.length > 0) {
      const pages = await Promise.all(cursors.map((cursor) => this.page(cursor, today)));
      for (const page of pages) yield* page.licences;
      cursors = pages.flatMap((page) => page.next ?? []);
    }
  }

  /** At most so many licences of a plan due on a day or before, from a place on, and the place after them. */
  async some(
    planId: string,
    day: CivilDate,
    most: number,
    from: PlaceInDue = { shard: 0 },
  ): Promise<SomeDue> {
    const listed: DueLicence[] = [];
    const partitions = planPartitions(planId, this.shards);
    for (let { shard, after } = from; ; shard += 1, after = undefined) {
      const partition = partitions[shard];
      if (partition === undefined) return { listed };
      if (listed.length >= most) return { listed, next: { shard } };
      const start = after && { planPartition: partition, dueOn: after.dueOn, ...licenceKey(after.licenceId) };
      const page = await this.page({ partition, start }, day, most - listed.length);
      listed.push(...page.licences);
      const last = page.licences.at(-1);
      if (page.next !== undefined && last !== undefined) return { listed, next: { shard, after: last } };
    }
  }

  /** Which of these licences are due even now, read from the table itself: the index may lag behind it. */
  async stillDue(licenceIds: readonly string[], today: CivilDate): Promise<readonly string[]> {
    const due: string[] = [];
    const keys = licenceIds.map(licenceKey);
    const reading = { ProjectionExpression: 'licenceId, dueOn', ConsistentRead: true };
    for await (const items of itemsAt(this.documents, this.table, keys, reading)) {
      const rows = parseAt('due days in the table', dueRowsSchema, items);
      due.push(
        ...rows.filter(({ dueOn }) => dueOn !== undefined && dueOn <= today).map((row) => row.licenceId),
      );
    }
    return due;
  }

  /** Whose each of these licences is, in their order; one that the table does not have is nobody's. */
  async ownersOf(licenceIds: readonly string[]): Promise<readonly BatchLicence[]> {
    const owners = new Map<string, string>();
    const reading = { ProjectionExpression: 'licenceId, customerId', ConsistentRead: true };
    for await (const items of itemsAt(this.documents, this.table, licenceIds.map(licenceKey), reading)) {
      for (const { licenceId, customerId } of parseAt('owners in the table', ownersSchema, items)) {
        owners.set(licenceId, customerId);
      }
    }
    return licenceIds.map((licenceId) => ({ licenceId, customerId: owners.get(licenceId) ?? nobody }));
  }

  private async page({ partition, start }: Cursor, today: CivilDate, most?: number) {
    const { Items, LastEvaluatedKey } = await this.documents.send(
      new QueryCommand({
        TableName: this.table,
        IndexName: indexes.due,
        KeyConditionExpression: 'planPartition = :partition AND dueOn <= :today',
        ExpressionAttributeValues: { ':partition': partition, ':today': today },
        ExclusiveStartKey: start,
        Limit: most,
      }),
    );
    return {
      licences: parseAt(`index ${indexes.due}`, rowsSchema, Items),
      next: LastEvaluatedKey && { partition, start: LastEvaluatedKey },
    };
  }
}

interface Cursor {
  readonly partition: string;
  readonly start?: Record<string, unknown> | undefined;
}
